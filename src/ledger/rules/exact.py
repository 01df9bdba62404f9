"""Decimals of scores, reckoned exactly: nothing is rounded but where a standard says how.

Texts of acts become fractions, so that a mean of three sheets is the mean and not its first digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import floor
from typing import Literal

Rounding = Literal["half_up", "half_even", "down"]


def exact(text: str) -> Fraction:
    """The number that a decimal text says."""
    return Fraction(text)


def places(text: str) -> int:
    """How many digits stand behind the point."""
    return len(text.partition(".")[2])


def rounded(value: Fraction, digits: int, how: Rounding) -> Fraction:
    """The value with so many digits behind the point. Halves go away from zero, or to the even digit; `down` cuts."""
    scaled = abs(value) * 10**digits
    whole = floor(scaled)
    rest = scaled - whole
    if how != "down" and (
        rest > Fraction(1, 2) or (rest == Fraction(1, 2) and (how == "half_up" or whole % 2))
    ):
        whole += 1
    return Fraction(whole if value >= 0 else -whole, 10**digits)


def weighted(points: Mapping[str, Fraction], weights: Mapping[str, str]) -> Fraction:
    """The sum of points times weights; the points have exactly the keys of the weights."""
    return sum((points[name] * exact(share) for name, share in weights.items()), Fraction(0))


def mean(values: Sequence[Fraction]) -> Fraction:
    """The mean of at least one value."""
    return sum(values, Fraction(0)) / len(values)


def trimmed_mean(values: Sequence[Fraction]) -> Fraction:
    """The mean without one highest and one lowest; of fewer than three, of all."""
    kept = sorted(values)[1:-1] if len(values) >= 3 else values
    return mean(kept)


def median(values: Iterable[Fraction]) -> Fraction:
    """The middle one; of an even number, the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else mean(ordered[half - 1 : half + 1])


def shown(value: Fraction) -> str:
    """The number for people: in full where it ends, else to six digits."""
    cut = rounded(value, 6, "half_up")
    sign, whole = ("-" if cut < 0 else ""), abs(cut)
    digits = f"{int(whole * 10**6):07d}"
    text = f"{sign}{digits[:-6]}.{digits[-6:]}".rstrip("0").rstrip(".")
    return text if cut == value else f"约 {text}"
