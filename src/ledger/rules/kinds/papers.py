"""Papers: what an act must carry, where it must go, and through which media it must be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from ledger.regulations.glossary import called
from ledger.regulations.model import Step
from ledger.rules.carried import asked_of, carries
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome

# ---- what it carries ----


@rule("act.complete", class_="not_yet")
def complete(matter: Matter) -> Iterator[Outcome]:
    """The act carries what the text asks for: papers, declarations, examined aspects, contents, signature and seal,
    reasons; and nothing that it must not carry."""
    step = matter.step
    if step is None:
        return
    yield from _needs(matter, step)
    if step.forbid is not None:
        forbidden = matter.read(step.forbid)
        found = [code for code in asked_of(matter.act, forbidden.v or ()) if carries(matter, code)]
        yield matter.says(
            forbidden, not found, "act.complete.forbidden", step=step.name, found=_names(matter, found)
        )
    yield from _form(matter, step)


def _needs(matter: Matter, step: Step) -> Iterator[Outcome]:
    outcome = matter.act.get("outcome")
    for need in step.need:
        if need.outcome not in (None, outcome) or (need.first_time and not _first_time(matter)):
            continue
        what = matter.read(need.what)
        if what.v is None:
            yield matter.says(what, "unclear", "act.complete.silent", step=step.name)
            continue
        asked = asked_of(matter.act, what.v)
        if asked:
            missing = [code for code in asked if not carries(matter, code)]
            said = "act.complete.reasons" if missing == ["reasons"] else "act.complete"
            yield matter.says(what, not missing, said, step=step.name, missing=_names(matter, missing))


def _names(matter: Matter, codes: Iterable[str]) -> str:
    return "、".join(called("need", code, matter.regulation) for code in codes)


def _first_time(matter: Matter) -> bool:
    """Whether none of the parties held an honour before."""
    state = matter.state
    parties = {party for file in matter.subjects for party in file.parties}
    legacy = (act for party in parties for act in state.registers.legacy.get(party, ()))
    return not any(state.decision.honours_of.get(party) for party in parties) and not any(
        act.data.kind == "award" for act in legacy
    )


def _form(matter: Matter, step: Step) -> Iterator[Outcome]:
    """A seal; in public or not; long enough."""
    for name, value, said in (
        ("stamped", step.seal, "act.complete.seal"),
        ("public", step.public, "act.complete.public"),
    ):
        given = matter.act.get(name)
        if value is not None and given is not None:
            wanted = matter.read(value)
            yield matter.says(
                wanted, "unclear" if wanted.v is None else given == wanted.v, said, step=step.name
            )
    days = matter.act.get("days")
    if step.days is not None and days is not None:
        least = matter.read(step.days)
        result = "unclear" if least.v is None else "holds" if days >= least.v else "fails"
        yield matter.says(
            least,
            result,  # type: ignore[arg-type]  # mypy widens the three words
            "act.complete.days",
            reasoned=matter.act.get("reason") is not None,
            step=step.name,
            days=days,
            least=least.v,
        )


# ---- where it goes ----

RECEIVER: Final = {
    "application_submitted": "submitted_to",
    "award_list_proposed": "submitted_to",
    "recommendation_issued": "forwarded_to",
    "stage_report_issued": "delivered_to",
}
"""The field of a type that says to whom the paper goes."""


@rule("act.routing")
def routing(matter: Matter) -> Iterator[Outcome]:
    """The paper goes to the body that comes first on its way."""
    step, field = matter.step, RECEIVER.get(matter.act.type)
    if step is None or step.to is None or field is None:
        return
    wanted, given = matter.read(step.to), matter.act.get(field)
    if not wanted.v:
        yield matter.says(wanted, "unclear", "act.routing.silent", step=step.name)
        return
    first = wanted.v[:1]
    yield matter.says(
        wanted,
        first[0] in matter.roles_of(given),
        "act.routing" if given is not None else "act.routing.nowhere",
        step=step.name,
        wanted=matter.role_names(first),
        given=matter.party_name(given) if given is not None else "",
    )


# ---- how it is told ----


@rule("act.channels", "call_published", "decision_published", "publicity_opened")
def channels(matter: Matter) -> Iterator[Outcome]:
    """It is told through every class of media that the text names, or through one of them, at the level it wants."""
    step = matter.step
    if step is None or step.channels is None:
        return
    wanted = step.channels
    used: dict[str, list[str]] = {}
    for channel in matter.act.data.channels:
        used.setdefault(channel.class_, []).append(channel.level)
    if wanted.all is not None:
        every = matter.read(wanted.all)
        missing = [class_ for class_ in every.v or () if class_ not in used]
        yield matter.says(
            every, not missing, "act.channels.all", step=step.name, missing=_media(matter, missing)
        )
    if wanted.any is not None:
        some = matter.read(wanted.any)
        found = any(class_ in used for class_ in some.v or ())
        yield matter.says(some, found, "act.channels.any", step=step.name, media=_media(matter, some.v or ()))
    if wanted.min_level is not None:
        yield _level(matter, step, used)


def _media(matter: Matter, classes: Iterable[str]) -> str:
    return "、".join(called("channel", class_, matter.regulation) for class_ in classes)


def _level(matter: Matter, step: Step, used: dict[str, list[str]]) -> Outcome:
    """One of the media that count stands high enough; which of two levels is higher only the text's own scales say."""
    assert step.channels is not None
    assert step.channels.min_level is not None
    assert matter.regulation is not None
    floor = matter.read(step.channels.min_level)
    named = {
        c for value in (step.channels.all, step.channels.any) if value is not None for c in value.v or ()
    }
    levels = [level for class_, found in used.items() if not named or class_ in named for level in found]
    answers: list[Any] = [matter.regulation.at_least(level, floor.v or "") for level in levels]
    result = True if True in answers else ("unclear" if None in answers else False)
    return matter.says(
        floor,
        result,  # type: ignore[arg-type]  # a result or a bool, which is one
        "act.channels.level",
        step=step.name,
        level=called("level", floor.v or "", matter.regulation),
    )
