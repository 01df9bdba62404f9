"""One edition of one year's calendar, as published: which days rest and which weekend days are worked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

# Rest by law in every year that can be asked about, whatever a notice arranges around them.
STATUTORY: Final[dict[tuple[int, int], str]] = {
    (1, 1): "元旦",
    (5, 1): "劳动节",
    (10, 1): "国庆节",
    (10, 2): "国庆节",
    (10, 3): "国庆节",
}
# The notice for a year arranges New Year's Day too, and with it days of the December before (so it was in 2005,
# 2006, 2007, 2011, 2018 and 2022; none before the 29th). The last week of a year is therefore not settled until
# the next year's calendar is there.
LAST_WEEK: Final = 25


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice that the calendar follows: the day under its text, and its number ("" where it is not known)."""

    issued: date
    number: str = ""


@dataclass(frozen=True, slots=True)
class Holiday:
    """Consecutive days off, the weekends among them included."""

    name: str
    first: date
    last: date

    def days(self) -> Iterator[date]:
        """Each of the days."""
        for number in range((self.last - self.first).days + 1):
            yield self.first + timedelta(number)


@dataclass(frozen=True, slots=True)
class Edition:
    """The whole calendar of a year; a change to it is another whole edition with a higher number.

    Days that stand in no holiday are working days from Monday to Friday, and rest on Saturday and Sunday unless
    listed in `works`. All days lie in the year or in the last week of the year before.
    """

    year: int
    number: int
    notices: tuple[Notice, ...]
    holidays: tuple[Holiday, ...]
    works: frozenset[date]

    @property
    def id(self) -> str:
        """`2024-1`: what a period stores to say by which calendar it was counted."""
        return f"{self.year:04}-{self.number}"

    def rests(self) -> dict[date, str]:
        """Each day off with its holiday's name."""
        return {day: holiday.name for holiday in self.holidays for day in holiday.days()}
