"""Order and way: the steps before are done, the step is on this file's way, the right body acts."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.regulations.model import Step
from ledger.regulations.value import Value
from ledger.rules.done import File, applies, done, names_on, predecessors
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.progress import is_performing

Told = 5
"""So many names are told of those that miss a step; the rest are counted."""


def of_step(step: Step) -> Value[bool]:
    """That the text has this step here."""
    return Value(True, step.article, step.item)


@rule("gate.order", class_="not_yet")
def order(matter: Matter) -> Iterator[Outcome]:
    """Every step before this one, on the way of each file, is done; so is what this step itself requires."""
    step, regulation, cycle = matter.step, matter.regulation, matter.cycle
    if step is None or regulation is None or cycle is None or not is_performing(matter.act.type):
        return
    files: tuple[File | None, ...] = matter.subjects or (None,)
    needed: dict[str, list[File | None]] = {}
    for file in files:
        kind = file.kind if file is not None else ""
        for before in (*predecessors(regulation, step, kind), *(regulation.steps[r] for r in step.requires)):
            needed.setdefault(before.id, []).append(file)
    for name, asked in needed.items():
        before = regulation.steps[name]
        if before.per != "cycle" and None in asked:
            continue  # an act of the whole cycle; what files have done is asked where files are named
        yield _one(matter, step, before, asked)


def _one(matter: Matter, step: Step, before: Step, asked: list[File | None]) -> Outcome:
    assert matter.cycle is not None
    lacking = [f for f in asked if done(matter.state, matter.cycle.id, before, f, matter.act) is None]
    if lacking and before.id == step.admits:
        # Who is not on a list that is there was not admitted: `list.member` says so, in better words.
        listed = names_on(matter.state, matter.cycle.id, before, matter.act)
        lacking = [f for f in lacking if f is None or listed is None or f.id in listed]
    names = [matter.file_name(file.id) for file in lacking if file is not None]
    told = "、".join(names[:Told]) + (f"等 {len(names)} 件" if len(names) > Told else "")
    said = "gate.order.file" if told else "gate.order"
    return matter.says(of_step(step), not lacking, said, step=step.name, before=before.name, files=told)


@rule("gate.path")
def path(matter: Matter) -> Iterator[Outcome]:
    """The step exists for this kind of applicant."""
    step = matter.step
    if step is None or not step.kinds:
        return
    strangers = [file for file in matter.subjects if not applies(step, file.kind)]
    names = "、".join(matter.file_name(file.id) for file in strangers[:Told])
    yield matter.says(of_step(step), not strangers, "gate.path", step=step.name, files=names)


@rule("actor.role")
def role(matter: Matter) -> Iterator[Outcome]:
    """The act belongs to the body that does it, after whose proposal or under whose mandate the text wants it."""
    step = matter.step
    if step is None or step.by is None or not is_performing(matter.act.type):
        return
    wanted = matter.read(step.by)
    if wanted.v is None:
        yield matter.says(wanted, "unclear", "actor.role.silent", step=step.name)
        return
    yield matter.says(
        wanted,
        bool(matter.roles & set(wanted.v)),
        "actor.role",
        step=step.name,
        wanted=matter.role_names(wanted.v),
        actor=matter.party_name(matter.act.who),
    )
