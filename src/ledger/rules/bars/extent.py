"""How long an origin bars: from which day, to which day or edition, both included."""

from __future__ import annotations

from typing import Any, NamedTuple

from ledger.regulations.model import Bar
from ledger.regulations.value import Term, Value
from ledger.rules.bars.origins import FOREVER, Origin, Source
from ledger.rules.matrix import Result
from ledger.rules.moment import day
from ledger.rules.terms import term_of


class When(NamedTuple):
    """What is asked about: from the first to the last day on which the barred thing is done, in which edition."""

    first: str
    last: str
    edition: int | None


class Extent(NamedTuple):
    """`result`: holds where the origin does not bar, fails where it does. `until`: the last day of the bar (None: for
    ever, or unknown), or the last edition. `value`: a length that is missing."""

    result: Result
    until: str | None = None
    until_edition: int | None = None
    value: Value[Any] | None = None


CLEAR = Extent("holds")


def extent(source: Source, bar: Bar, origin: Origin, when: When) -> Extent:
    """Whether this origin bars at that time, and to when."""
    honour = bar.on.startswith("honour")
    if bar.until_validity_end is not None:
        return _days(origin, origin.until, origin.until, when) if origin.until else Extent("unclear")
    if not honour and origin.until_edition is not None:
        return _editions(origin, origin.until_edition, when)
    if not honour and origin.until is not None:
        return _days(origin, origin.until, origin.until, when)
    if bar.length is None:
        return _days(origin, FOREVER, FOREVER, when)
    length = source.read(bar.length)
    if length.v is None:
        return Extent("unclear", value=length)
    if length.v.unit == "editions":
        if origin.edition is None:
            return Extent("unclear")
        return _editions(origin, origin.edition + length.v.n, when)
    early, late = (_last_day(source, bar, length.v, origin, start) for start in (origin.first, origin.last))
    return _days(origin, early, late, when)


def _editions(origin: Origin, until: int, when: When) -> Extent:
    """Editions are counted, never turned into years."""
    if when.edition is None:
        return Extent("unclear", until_edition=until)
    barred = when.edition <= until and origin.first <= when.last
    return Extent("fails" if barred else "holds", until_edition=until)


def _days(origin: Origin, early: str, late: str, when: When) -> Extent:
    """`early` and `late`: the last day if it happened as early, or as late, as it may have."""
    until = None if late == FOREVER else late
    if late < when.first or when.last < origin.first:
        return Extent("holds", until)
    if early < when.first or when.last < origin.last:
        return Extent("unclear", until)
    return Extent("fails", until)


def _last_day(source: Source, bar: Bar, length: Term, origin: Origin, start: str) -> str:
    if start == FOREVER:
        return FOREVER
    anchor = source.read(bar.start).v if bar.start is not None else None
    if anchor == "next_edition":
        opened = _next_opening(source, start)
        if opened is None:
            return FOREVER  # its term has not even begun
        start = opened
    return term_of(source.state.texts.calendars, start, length, roll=False).last_day


def _next_opening(source: Source, after: str) -> str | None:
    """The day on which the first edition after a day was opened."""
    opening = source.state.opening
    opened = [opening.cycles[id_].opened for id_ in opening.editions.get(source.family, ())]
    return min((day(act.at) for act in opened if act is not None and day(act.at) > after), default=None)
