"""Bodies: the posts and groups they must have, and the double roles they must not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ledger.regulations.glossary import called
from ledger.regulations.model import BodyRule
from ledger.regulations.value import Value
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome


@rule("body.form", "body_constituted")
def form(matter: Matter) -> Iterator[Outcome]:
    """A body has its posts and the groups that must be among its members, is made known where the text wants it, and
    shares nobody with a body that must stand apart from it."""
    if matter.regulation is None:
        return
    roles = set(matter.act.data.roles)
    for body in matter.regulation.bodies:
        if body.role in roles:
            yield from _made(matter, body)
            yield from _apart(
                matter, body, frozenset(body.incompatible.v or ()) if body.incompatible else None
            )
        elif body.incompatible is not None and roles & set(body.incompatible.v or ()):
            yield from _apart(matter, body, frozenset({body.role}))


def _made(matter: Matter, body: BodyRule) -> Iterator[Outcome]:
    data, regulation = matter.act.data, matter.regulation
    name = matter.role_names((body.role,))
    if body.posts:
        held = Counter(member.post for member in data.members)
        wrong = [post for post, number in body.posts.items() if held[post] != number]
        told = "、".join(f"{called('post', post, regulation)} {body.posts[post]} 名" for post in wrong)
        yield matter.says(
            Value(True, body.article, body.item), not wrong, "body.form.posts", body=name, posts=told
        )
    if body.mix is not None:
        wanted = matter.read(body.mix)
        there = {member.group for member in data.members}
        missing = [group for group in wanted.v or () if group not in there]
        told = "、".join(called("group", group, regulation) for group in missing)
        yield matter.says(wanted, not missing, "body.form.mix", body=name, groups=told)
    if body.announced is not None:
        wanted = matter.read(body.announced)
        fulfilled = not wanted.v or data.announced_on is not None
        yield matter.says(wanted, fulfilled, "body.form.announced", body=name)


def _apart(matter: Matter, body: BodyRule, others: frozenset[str] | None) -> Iterator[Outcome]:
    """Nobody sits here and in a body with one of the other roles; a body that has both roles itself is its own case."""
    if not others or body.incompatible is None:
        return
    registers, data = matter.state.registers, matter.act.data
    here = {member.person for member in data.members if member.person is not None}
    for other_id in registers.bodies:
        other = registers.body(other_id, matter.day)
        if other is None or other_id == data.body or not others & set(other.data.roles):
            continue
        shared = sorted(here & {member.person for member in other.data.members})
        yield matter.says(
            matter.read(body.incompatible),
            not shared,
            "body.form.double",
            positions=(other.position,),
            body=data.name,
            other=other.data.name,
            number=len(shared),
        )
