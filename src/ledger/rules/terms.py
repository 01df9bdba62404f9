"""Terms of a regulation counted by published calendars."""

from __future__ import annotations

from ledger.calendars.calendars import Calendars
from ledger.calendars.term import Roll
from ledger.calendars.term import Term as Counted
from ledger.regulations.value import Term


def term_of(calendars: Calendars, opening: str, term: Term, *, roll: bool) -> Counted:
    """The term counted from the day of opening, which does not count. `roll`: a last natural day on a day of rest
    goes on to the next working day. Editions are no time: they are counted by whoever knows the editions."""
    rolling: Roll = "next_working_day" if roll else "none"
    if term.unit == "working_days":
        return calendars.nth_working_day(opening, term.n)
    if term.unit == "natural_days":
        return calendars.nth_natural_day(opening, term.n, roll=rolling)
    if term.unit == "months":
        return calendars.after_months(opening, term.n, roll=rolling)
    if term.unit == "years":
        return calendars.after_years(opening, term.n, roll=rolling)
    raise ValueError("editions are no length of time")
