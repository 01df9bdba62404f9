"""Draws that anybody can recompute: from two halves to a seed, from a seed to an order. See docs/draws.md.

Everything that is hashed is plain text, so that a shell and `sha256sum` are enough to check a draw.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Any, Final

DOMAIN: Final = "review-ledger/draw/1"
_HALF: Final = re.compile(r"[0-9a-f]{64}\Z", re.ASCII)


def is_half(value: Any) -> bool:
    """Whether the value can be an officer's half of a seed: 64 lower-case hexadecimal digits."""
    return type(value) is str and _HALF.match(value) is not None


def seed_of(draw: str, first: str, second: str) -> str:
    """The seed in hexadecimal digits. `first` is the half that was committed first."""
    return _hash(DOMAIN, draw, first, second)


def order_of(seed: str, stratum: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """All candidates of a stratum in the order of drawing: ascending by their lots, each seen once."""
    return tuple(sorted(set(candidates), key=lambda person: (lot(seed, stratum, person), person)))


def lot(seed: str, stratum: str, person: str) -> str:
    """The lot of one candidate, in hexadecimal digits."""
    return _hash(seed, stratum, person)


def _hash(*lines: str) -> str:
    return hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
