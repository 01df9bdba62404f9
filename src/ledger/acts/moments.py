"""Moments as people write them. In the bytes an instant is microseconds since 1970-01-01Z; shown, it is the
wall clock of UTC+08:00 fixed, so no time-zone database is needed, now or in twenty years."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Final

CHINA: Final = timezone(timedelta(hours=8))
_HOUR: Final = 3_600_000_000
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def instant_text(micros: int) -> str:
    """`2024-03-01T09:00:00+08:00`, with microseconds only where there are some; a number no calendar holds
    is shown as it is."""
    try:
        return (_EPOCH + timedelta(microseconds=micros)).astimezone(CHINA).isoformat()
    except OverflowError:
        return str(micros)


def instant_of(text: str) -> int:
    """Microseconds of an ISO 8601 instant with an offset (Z accepted); ValueError otherwise."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("the moment has no offset")
    return (moment - _EPOCH) // timedelta(microseconds=1)


def day_of(micros: int) -> str:
    """The day on which an instant lies, at UTC+08:00."""
    return _text_of_day((micros + 8 * _HOUR) // (24 * _HOUR))


@lru_cache(maxsize=64)
def _text_of_day(number: int) -> str:
    return instant_text(number * 24 * _HOUR - 8 * _HOUR)[:10]
