"""Moments as forms write them: an instant in RFC 3339 with its offset, days and minutes as they are held.

The precision that was written is part of what is signed. Days and minutes are of UTC+08:00 by definition.
"""

from __future__ import annotations

import re
import time
from typing import Final

from ledger.acts.kinds import is_day, is_minute
from ledger.acts.moments import instant_of, instant_text
from ledger.sealing.canon import MAX_INT

# Narrower than ISO 8601, in which one moment has a dozen spellings.
_instant: Final = re.compile(
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
        instant = instant_of(text)
    except (ValueError, OverflowError):
        return None
    return instant if abs(instant) <= MAX_INT else None


def parse_at(text: str) -> int | str | None:
    """An instant, a day or a minute; the precision that was written is kept."""
    return text if is_day(text) or is_minute(text) else parse_instant(text)


def at_text(at: int | str) -> str:
    """A moment of any precision, for people."""
    return instant_text(at) if isinstance(at, int) else at
