"""Published calendars and the terms counted by them.

    calendars = Calendars().with_edition(read(document))       # from a ledger; published.data("2024-1") to file one
    term = calendars.nth_working_day("2024-09-27", 5)
    term.last_day, term.provisional, term.is_over_on("2024-10-11")

Nothing here reads a clock, a zone or anything but the files in this package.
"""

from __future__ import annotations

from ledger.calendars.calendars import Calendars
from ledger.calendars.closure import Closure
from ledger.calendars.edition import Edition, Holiday, Notice
from ledger.calendars.reading import read
from ledger.calendars.term import Reason, Roll, Skip, Term

__all__ = ["Calendars", "Closure", "Edition", "Holiday", "Notice", "Reason", "Roll", "Skip", "Term", "read"]
