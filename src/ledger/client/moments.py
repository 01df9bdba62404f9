"""Moments as people and programs write them, and as acts hold them.

An instant is written in RFC 3339 with its offset and held in microseconds; days and minutes are text in both
places, and of UTC+08:00 by definition (no time-zone database is asked).
"""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from ledger.acts.kinds import is_day, is_minute
from ledger.sealing.canon import MAX_INT

BEIJING: Final = timezone(timedelta(hours=8))
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_instant = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})\Z",
    re.ASCII,
).match


def now() -> int:
    """This machine's time as an instant."""
    return time.time_ns() // 1000


def parse_instant(text: str) -> int | None:
    """The instant written in RFC 3339 with `Z` or an offset; None for everything else."""
    if not _instant(text):
        return None
    try:
        instant = (datetime.fromisoformat(text) - _EPOCH) // _MICROSECOND
    except (ValueError, OverflowError):
        return None
    return instant if abs(instant) <= MAX_INT else None


def parse_at(text: str) -> int | str | None:
    """An instant, a day or a minute; the precision that was written is kept."""
    return text if is_day(text) or is_minute(text) else parse_instant(text)


def format_instant(instant: int) -> str:
    """RFC 3339 at +08:00, with a fraction only if there is one; `parse_instant` reads it back."""
    try:
        return (_EPOCH + instant * _MICROSECOND).astimezone(BEIJING).isoformat()
    except OverflowError:
        return f"{instant} µs"


def format_at(at: int | str) -> str:
    """A moment of any precision, for people."""
    return format_instant(at) if isinstance(at, int) else at
