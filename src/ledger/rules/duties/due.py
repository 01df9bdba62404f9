"""The last day of a leg: a term after the day it runs from, or a day of the year after the one it is about."""

from __future__ import annotations

from typing import Any

from ledger.calendars.calendars import Calendars
from ledger.calendars.term import Roll
from ledger.calendars.term import Term as Counted
from ledger.regulations.model import Leg
from ledger.regulations.value import Term, Value
from ledger.rules.days import beside
from ledger.rules.duties.owed import Due
from ledger.rules.terms import term_of


def due_of(
    calendars: Calendars,
    leg: Leg,
    value: Value[Any],
    since: str | None,
    number: int,
    year: int | None,
    *,
    roll: bool,
) -> Due | None:
    """`value`: the leg's term or day as it reads; `number`: which time of a series, each a term later than the one
    before. None where the text gives no day, or the day to count from is not known."""
    if value.v is None:
        return None
    if leg.due_day is not None:
        return on_day(calendars, f"{year + 1}-{value.v}", roll=roll) if year is not None else None
    if leg.due is None or since is None:
        return None
    term = Term.parse(value.v) if isinstance(value.v, str) else value.v
    return _due(term_of(calendars, since, Term(term.n * number, term.unit), roll=roll))


def on_day(calendars: Calendars, day: str, *, roll: bool) -> Due:
    """A day that the text names; on a day of rest it moves on to the next working day, if it rolls."""
    how: Roll = "next_working_day" if roll else "none"
    return _due(calendars.nth_natural_day(beside(day, -1), 1, roll=how))


def _due(counted: Counted) -> Due:
    return Due(counted.last_day, counted.earliest, counted.latest)
