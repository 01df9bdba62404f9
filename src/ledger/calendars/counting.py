"""Counting working days along a line of days, and how far off the answer can be where days are not sure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from ledger.calendars.tables import Day
from ledger.calendars.term import Skip

# How many weekdays a calendar not yet published may turn into days off within thirty working days. The worst from
# 2004 to 2026 was eight (tests/unit/calendars/test_provisional.py counts them); two are reserve.
DAYS_OFF: Final = 10
_PER: Final = 30


class Count(NamedTuple):
    """`counted` are `n` days, the last of them the answer if `sure`; otherwise it lies between the other two."""

    counted: tuple[str, ...]
    skipped: tuple[Skip, ...]
    sure: bool
    earliest: str
    latest: str


def count(days: Callable[[], Iterator[Day]], n: int) -> Count:
    """Count `n` working days from the beginning of `days()`, which never ends before they are found."""
    counted: list[str] = []
    skipped: list[Skip] = []
    all_sure = True
    for text, skip, sure in days():
        if not sure:
            all_sure = False
        if skip is not None:
            skipped.append(skip)
            continue
        counted.append(text)
        if len(counted) == n:
            break
    last = counted[-1]
    if all_sure:
        return Count(tuple(counted), tuple(skipped), True, last, last)
    return Count(tuple(counted), tuple(skipped), False, _earliest(days(), n), _latest(days(), n))


def _earliest(days: Iterator[Day], n: int) -> str:
    """Every day that can still become a working day is one."""
    for text, skip, sure in days:
        if skip is None or not sure:
            n -= 1
            if n == 0:
                return text
    raise AssertionError("the line of days does not end")


def _latest(days: Iterator[Day], n: int) -> str:
    """Weekends rest, and the first weekdays that can still become days off are such."""
    spare = DAYS_OFF * -(-n // _PER)
    for text, skip, sure in days:
        if skip is not None:
            continue
        if not sure and spare:
            spare -= 1
            continue
        n -= 1
        if n == 0:
            return text
    raise AssertionError("the line of days does not end")
