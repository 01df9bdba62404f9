"""Versions and cycles: under which text a cycle may be opened, and how often the award is held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ledger.regulations.model import Regulation
from ledger.regulations.value import Value
from ledger.rules.kinds.registry import rule
from ledger.rules.looks import Seen, look
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.opening import Cycle, regulation_id
from ledger.rules.procedure.state import Procedure
from ledger.rules.procedure.texts import Adopted, Texts

# ---- versions ----


@rule("version.in_force", "cycle_opened", "regulation_version_adopted")
def in_force(matter: Matter) -> Iterator[Outcome]:
    """A cycle opens only under a version with concrete dates that cover the day; under a draft only a cycle on trial. A
    version comes into force with its dates, at a time that no other version of the text covers."""
    adopted = matter.adopted
    if adopted is None:
        return
    first, last = matter.state.texts.span(adopted)
    if matter.act.type == "cycle_opened":
        yield from _dated(matter, adopted.regulation, first, last)
        yield from _covered(matter, adopted.regulation, first, last)
        yield matter.says(
            _whole(adopted.regulation),
            adopted.in_force or matter.act.data.trial,
            "version.in_force.draft",
            regulation=adopted.regulation.title,
        )
    elif adopted.in_force:
        yield from _dated(matter, adopted.regulation, first, last)
        yield from _apart(matter, adopted, first, last)


def _whole(regulation: Regulation) -> Value[bool]:
    return Value(True, regulation.article, regulation.item)


def _supplied(value: Value[str], day: str) -> Value[str]:
    """A date that the text leaves blank, as whoever put it into force has filled it in."""
    return value if value.v is not None else replace(value, v=day, source="text", ask=None)


def _dated(matter: Matter, regulation: Regulation, first: str | None, last: str | None) -> Iterator[Outcome]:
    """Dates that the text has, or leaves blank, are there."""
    for value, day in ((regulation.effective, first), (regulation.expiry, last)):
        if value is not None and day is None:
            yield matter.says(value, "unclear", "version.in_force.undated", regulation=regulation.title)
            return


def _covered(
    matter: Matter, regulation: Regulation, first: str | None, last: str | None
) -> Iterator[Outcome]:
    name, day = regulation.title, matter.day
    if first is not None:
        value = _supplied(regulation.effective, first)
        yield matter.says(
            value, first <= day, "version.in_force.early", regulation=name, day=day, first=first
        )
    if last is not None:
        value = _supplied(regulation.expiry or regulation.effective, last)
        yield matter.says(value, day <= last, "version.in_force.expired", regulation=name, day=day, last=last)


def _apart(matter: Matter, adopted: Adopted, first: str | None, last: str | None) -> Iterator[Outcome]:
    """No two versions in force on one day, but for the one that this one repeals."""
    regulation, texts = adopted.regulation, matter.state.texts
    if first is None:
        return
    value = _supplied(regulation.effective, first)
    if last is not None:
        yield matter.says(value, first <= last, "version.in_force.backwards", first=first, last=last)
    for other in _others(texts, regulation):
        begins, ends = texts.span(other)
        apart = (
            other.regulation.name == adopted.act.data.repeals
            or (ends is not None and ends < first)
            or (begins is not None and last is not None and last < begins)
        )
        yield matter.says(
            value,
            apart,
            "version.in_force.overlap",
            regulation=regulation.title,
            other=other.regulation.title,
            first=first,
        )


def _others(texts: Texts, regulation: Regulation) -> Iterator[Adopted]:
    """Other versions of the same text that were put into force."""
    for known in texts.versions.values():
        newest = known[-1]
        if newest.regulation.id == regulation.id and newest.regulation.name != regulation.name:
            if newest.in_force:
                yield newest


# ---- the rhythm of cycles ----


@rule("cycle.interval", "cycle_planned", "cycle_opened")
def interval(matter: Matter) -> Iterator[Outcome]:
    """Not two cycles within one interval; editions are counted one by one."""
    regulation, data = matter.regulation, matter.act.data
    if regulation is None or regulation.cycle is None:
        return
    every = matter.read(regulation.cycle.every)
    trial = _is_trial(matter)
    others = [
        other
        for other in held(matter.state, regulation.id)
        if other.id != data.cycle and _on_trial(matter.state, other) == trial
    ]
    if every.v is None:
        yield matter.says(every, "unclear", "cycle.interval.silent")
        return
    years = sorted({_year(other) for other in others if abs(_year(other) - data.year) < every.v})
    yield matter.says(
        every, not years, "cycle.interval", year=data.year, every=every.v, others="、".join(map(str, years))
    )
    if matter.act.type == "cycle_opened":
        yield from _edition(matter, every, others)


def _edition(matter: Matter, every: Value[Any], others: list[Cycle]) -> Iterator[Outcome]:
    """No text numbers its editions; bars that are counted in editions need the numbers to be dense."""
    opened = [cycle.opened.data.edition for cycle in others if cycle.opened is not None]
    if opened:
        wanted, given = max(opened) + 1, matter.act.data.edition
        value = Value(True, every.article, every.item, source="default")
        yield matter.says(value, given == wanted, "cycle.interval.edition", given=given, wanted=wanted)


def held(state: Procedure, family: str) -> Iterator[Cycle]:
    """The cycles of a text, over all its versions, that were not abandoned."""
    for cycle in state.opening.cycles.values():
        if regulation_id(cycle.regulation) == family and cycle.status != "abandoned":
            yield cycle


def _year(cycle: Cycle) -> int:
    act = cycle.opened or cycle.planned
    assert act is not None  # a cycle comes into being by one of the two
    return int(act.data.year)


def _is_trial(matter: Matter) -> bool:
    if matter.act.type == "cycle_opened":
        return bool(matter.act.data.trial)
    return matter.adopted is not None and not matter.adopted.in_force


def _on_trial(state: Procedure, cycle: Cycle) -> bool:
    """A cycle that is not opened yet is on trial if its text is a draft."""
    if cycle.opened is not None:
        return bool(cycle.opened.data.trial)
    adopted = state.texts.encoding(cycle.regulation)
    return adopted is not None and not adopted.in_force


@look("cycle.interval")
def overdue(state: Procedure, today: str) -> Iterator[Seen]:
    """Nothing was held within the interval after the last cycle, although a version was there that wants it."""
    newest: dict[str, Cycle] = {}
    for cycle in state.opening.cycles.values():
        family = regulation_id(cycle.regulation)
        if cycle.status != "abandoned" and (family not in newest or _year(newest[family]) < _year(cycle)):
            newest[family] = cycle
    for family, last in newest.items():
        wanting = [found for found in _wanting(state, family, _year(last)) if found[1] < int(today[:4])]
        # The version in force before a draft, of several the newest.
        for adopted, due in sorted(wanting, key=lambda found: (found[0].in_force, found[0].act.position))[
            -1:
        ]:
            rhythm, act = adopted.regulation.cycle, last.opened or last.planned
            assert rhythm is not None
            assert act is not None
            facts = {"year": str(due), "last": str(_year(last)), "every": str(rhythm.every.v)}
            yield Seen(
                adopted.regulation.edition,
                (f"cycle:{last.id}",),
                Outcome(rhythm.every, "fails", "cycle.interval.overdue", facts, (act.position,), world=True),
            )


def _wanting(state: Procedure, family: str, last: int) -> Iterator[tuple[Adopted, int]]:
    """The versions of a text that want another cycle after one of that year, and the year in which."""
    for known in state.texts.versions.values():
        adopted = known[-1]
        cycle = adopted.regulation.cycle
        if adopted.regulation.id != family or cycle is None or cycle.every.v is None:
            continue
        first, end = state.texts.span(adopted)
        due = last + cycle.every.v
        if first is not None and first <= f"{due}-12-31" <= (end or "9999"):
            yield adopted, due
