"""Versions of one text beside each other: on a day at most one of them may be in force."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ledger.regulations.model import Regulation


def overlapping(regulations: Sequence[Regulation]) -> list[tuple[Regulation, Regulation]]:
    """Pairs of different versions of the same text whose times of force meet. A version whose first day is not given
    is in force on no day yet; one whose last day is not given, on every day from its first."""
    known = [each for each in regulations if each.effective.v is not None]
    return [
        (one, other)
        for one, other in combinations(known, 2)
        if one.id == other.id and one.version != other.version and _meet(one, other)
    ]


def _meet(one: Regulation, other: Regulation) -> bool:
    first, second = sorted((one, other), key=lambda each: each.effective.given)
    last = first.expiry.v if first.expiry else None
    return last is None or last >= second.effective.given
