"""A year day by day, ready for counting."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from ledger.calendars.edition import LAST_WEEK, STATUTORY, Edition
from ledger.calendars.term import Skip


class Day(NamedTuple):
    """`skip` is None for a working day; `sure` says that no calendar published later can change that."""

    text: str
    skip: Skip | None
    sure: bool


Table = tuple[Day, ...]


def table(year: int, own: Edition | None, following: Edition | None, closed: dict[str, str]) -> Table:
    """The year's days. `own` is its calendar, `following` the next year's; `closed`: day → reason code.

    Without a calendar Monday to Friday are taken for working days, except those that rest by law. Such days are
    not sure, nor is the year's last week without the next year's calendar.
    """
    rests = own.rests() if own else {}
    works: frozenset[date] = own.works if own else frozenset()
    if following:
        # Of one day the later notice decides, whichever way. (What is in `rests` rests, even if the older works it.)
        kept = {day: name for day, name in rests.items() if day not in following.works}
        rests = {**kept, **following.rests()}
        works |= following.works
    days = []
    for day, text in _days_of(year):
        settled = own is not None and (following is not None or not in_last_week(day))
        days.append(_day(day, text, rests, works, closed, settled))
    return tuple(days)


def in_last_week(day: date) -> bool:
    """Whether the next year's notice may still arrange this day."""
    return day.month == 12 and day.day >= LAST_WEEK


def _day(
    day: date,
    text: str,
    rests: dict[date, str],
    works: frozenset[date],
    closed: dict[str, str],
    settled: bool,
) -> Day:
    by_law = STATUTORY.get((day.month, day.day))
    name = rests.get(day, by_law)
    if name is not None:
        return Day(text, Skip(text, "holiday", name), settled or by_law is not None)
    if day.weekday() >= 5 and day not in works:
        return Day(text, Skip(text, "weekend"), settled or text in closed)
    if text in closed:
        return Day(text, Skip(text, "closure", closed[text]), sure=True)
    return Day(text, None, settled)


@lru_cache(maxsize=64)
def _days_of(year: int) -> tuple[tuple[date, str], ...]:
    first = date(year, 1, 1)
    length = (date(year, 12, 31) - first).days + 1
    days = [first + timedelta(number) for number in range(length)]
    return tuple((day, day.isoformat()) for day in days)
