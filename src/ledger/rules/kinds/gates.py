"""Order and way: the steps before are done, and the step is on this file's way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ledger.regulations.model import Step
from ledger.regulations.value import Value
from ledger.rules.done import File, applies, done, names_on, predecessors
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.progress import is_performing

Told = 5
"""So many names are told of those that miss a step; the rest are counted."""

_BEGINNING: Final = frozenset({"draw_prepared", "panel_formed"})
"""Acts that begin a step without performing it: what is expected before the step is asked of them too."""

ANSWERS: Final = ("opinion", "consent", "clearance")
"""Steps in which somebody else is asked; `gate.consent` speaks of them."""


def of_step(step: Step) -> Value[bool]:
    """That the text has this step here."""
    return Value(True, step.article, step.item)


@rule("gate.order", class_="not_yet")
def order(matter: Matter) -> Iterator[Outcome]:
    """Every step before this one, on the way of each file, is done; so is what this step itself requires, and what it
    should find. Cited is the article that fixes the order, else that of the step which is missing."""
    step = matter.step
    if step is None:
        return
    if is_performing(matter.act.type):
        fixed = matter.read(step.order) if step.order is not None else None
        for before, files, required in needed(matter, step):
            if before.class_ not in ANSWERS:
                value = of_step(before) if fixed is None or required else fixed
                yield lacking(matter, value, step, before, files, "gate.order")
    if is_performing(matter.act.type) or matter.act.type in _BEGINNING:
        yield from _expected(matter, step)


def needed(matter: Matter, step: Step) -> Iterator[tuple[Step, list[File | None], bool]]:
    """The steps that must come before an act of this step, the files of which each is asked (None: of the cycle), and
    whether this step itself requires it."""
    regulation = matter.regulation
    if regulation is None or matter.cycle is None:
        return
    files: tuple[File | None, ...] = matter.subjects or (None,)
    asked: dict[tuple[str, bool], list[File | None]] = {}
    for file in files:
        for before in predecessors(regulation, step, file.kind if file is not None else ""):
            asked.setdefault((before.id, False), []).append(file)
        for name in step.requires:
            asked.setdefault((name, True), []).append(file)
    for (name, required), of in asked.items():
        before = regulation.steps[name]
        # An act of the whole cycle: what files have done is asked where files are named.
        if before.per == "cycle" or None not in of:
            yield before, of, required


def lacking(
    matter: Matter, value: Value[Any], step: Step, before: Step, asked: list[File | None], said: str
) -> Outcome:
    """Whether a step is done for all of these, with the names of those who lack it."""
    assert matter.cycle is not None
    missing = [f for f in asked if done(matter.state, matter.cycle.id, before, f, matter.act) is None]
    if missing and before.id == step.admits:
        # Who is not on a list that is there was not admitted: `list.member` says so, in better words.
        listed = names_on(matter.state, matter.cycle.id, before, matter.act)
        missing = [f for f in missing if f is None or listed is None or f.id in listed]
    told = names(matter, [file for file in missing if file is not None and before.per != "cycle"])
    return matter.says(
        value, not missing, f"{said}.file" if told else said, step=step.name, before=before.name, files=told
    )


def names(matter: Matter, files: list[File]) -> str:
    """Some files by name, the rest by number."""
    found = [matter.file_name(file.id) for file in files]
    return "、".join(found[:Told]) + (f"等 {len(found)} 件" if len(found) > Told else "")


def _expected(matter: Matter, step: Step) -> Iterator[Outcome]:
    regulation = matter.regulation
    wanted = matter.read(step.expects) if step.expects is not None else None
    if wanted is None or wanted.v is None or regulation is None or matter.cycle is None:
        return
    for name in wanted.v:
        before = regulation.steps[name]
        asked: list[File | None] = [None] if before.per == "cycle" else [*matter.subjects]
        if asked:
            yield lacking(matter, wanted, step, before, asked, "gate.order.expected")


@rule("gate.path")
def path(matter: Matter) -> Iterator[Outcome]:
    """The step exists for this kind of applicant."""
    step = matter.step
    if step is None or not step.kinds:
        return
    strangers = [file for file in matter.subjects if not applies(step, file.kind)]
    yield matter.says(
        of_step(step), not strangers, "gate.path", step=step.name, files=names(matter, strangers)
    )
