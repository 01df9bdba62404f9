"""When things happened: moments in three precisions, compared at the coarser one.

A seal carries a day, minutes a morning, a live act an instant. The order of two things on one day is not made up: where
only the day of one is known, "not later" means "not on a later day".
"""

from __future__ import annotations

from ledger.acts.moments import day_of, instant_text

At = int | str


def day(at: At) -> str:
    """The day on which it lies, at UTC+08:00."""
    return day_of(at) if isinstance(at, int) else at[:10]


def is_after(later: At, earlier: At) -> bool:
    """Whether `later` surely lies after `earlier`, at the precision that both have."""
    if isinstance(later, int) and isinstance(earlier, int):
        return later > earlier
    a, b = _text(later), _text(earlier)
    shared = min(len(a), len(b))
    return a[:shared] > b[:shared]


def same_day_unclear(one: At, other: At) -> bool:
    """Whether the order of the two cannot be told, because they lie on one day and one of them is only a day."""
    return day(one) == day(other) and (_is_day(one) or _is_day(other))


def _is_day(at: At) -> bool:
    return isinstance(at, str) and len(at) == 10


def _text(at: At) -> str:
    """`YYYY-MM-DDTHH:MM` or a day."""
    return instant_text(at)[:16] if isinstance(at, int) else at


def told(at: At) -> str:
    """The moment for people, as precise as it is known: 2023年7月5日 18:00."""
    text = _text(at)
    year, month, date = text[:10].split("-")
    return f"{year}年{int(month)}月{int(date)}日" + (f" {text[11:]}" if len(text) > 10 else "")
