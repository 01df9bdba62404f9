"""Days counted forward and back without a calendar: spans of years that must be full, and look-backs.

Conventions of the house: a period of years ends with the corresponding day, which belongs to it; 29 February
corresponds to 28 February where there is none. So five years since 4 May 2018 are full on 4 May 2023, and what happened
on 4 May 2020 lies within the three years before 4 May 2023.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta


def shifted(day: str, years: int) -> str:
    """The corresponding day so many years later, or earlier if the number is negative."""
    year, month = int(day[:4]) + years, int(day[5:7])
    return f"{year:04}-{month:02}-{min(int(day[8:]), monthrange(year, month)[1]):02}"


def beside(day: str, days: int = 1) -> str:
    """The day so many days later, or earlier if the number is negative."""
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def is_within(day: str, years: int, reference: str) -> bool:
    """Whether the day lies in the so many years before the reference day, both ends included."""
    return day <= reference <= shifted(day, years)


def is_full(spans: Iterable[tuple[str, str | None]], years: int, reference: str) -> bool:
    """Whether spans from a day to a day (None: still going on) make so many years by the reference day.

    What overlaps counts once, what lies behind the reference day not at all; a last day belongs to its span.
    """
    days = total(spans, reference)
    return days > 0 and shifted(beside(reference, -days), years) <= reference


def total(spans: Iterable[tuple[str, str | None]], reference: str) -> int:
    """The days that the spans cover by the reference day."""
    behind = date.fromisoformat(reference)
    days, reached = 0, date.min
    for since, until in sorted(spans, key=lambda span: span[0]):
        end = behind if until is None else min(behind, date.fromisoformat(until) + timedelta(1))
        begin = max(reached, date.fromisoformat(since))
        if end > begin:
            days += (end - begin).days
            reached = end
    return days
