"""Days on which one region's offices were closed: they only ever lengthen a period."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Closure:
    """`days` (`YYYY-MM-DD`) do not count for terms that run in `region`; `reason` is a code, e.g. `typhoon`.

    A day that rests anyway stays as it is; nothing turns a day of rest into a working day but an edition.
    """

    region: str
    days: tuple[str, ...]
    reason: str
