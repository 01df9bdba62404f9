"""WHEN: a position, a day (its end), or a moment with an offset."""

from __future__ import annotations

from ledger.errors import LedgerError

DAY = 86_400 * 1_000_000


def position_at(text: str | None, store: object) -> int | None:
    """The last position at a WHEN; None if none was given. LedgerError when_unreadable."""
    from ledger.acts.kinds import is_day
    from ledger.acts.moments import instant_of
    from ledger.store.port import Store

    assert isinstance(store, Store)
    if text is None:
        return None
    if text.isascii() and text.isdigit():
        return int(text[:20])  # longer ones are beyond every ledger all the same
    return store.position_at(
        instant(text) if not is_day(text) else instant_of(f"{text}T00:00:00+08:00") + DAY - 1
    )


def instant(text: str) -> int:
    """A moment with an offset. LedgerError when_unreadable."""
    from ledger.acts.moments import instant_of

    try:
        return instant_of(text)
    except (ValueError, OverflowError):
        raise LedgerError("when_unreadable", text=text[:60]) from None
