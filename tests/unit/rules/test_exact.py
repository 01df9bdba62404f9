"""Scores reckoned exactly."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.exact import exact, mean, median, places, rounded, shown, trimmed_mean, weighted

POINTS = st.decimals(-2000, 2000, places=6, allow_nan=False, allow_infinity=False)
PEER = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "down": ROUND_DOWN}


@given(POINTS, st.integers(0, 6), st.sampled_from(sorted(PEER)))
def test_rounding_as_the_standard_library_does(points: Decimal, digits: int, how: str) -> None:
    peer = points.quantize(Decimal(1).scaleb(-digits), rounding=PEER[how])
    assert rounded(Fraction(points), digits, how) == Fraction(peer)  # type: ignore[arg-type]  # one of the three


def test_a_mean_of_three_keeps_its_thirds() -> None:
    values = [exact("700"), exact("700"), exact("701")]
    assert mean(values) * 3 == 2101
    assert rounded(mean(values), 2, "half_up") == exact("700.33")


def test_long_decimals_are_not_cut() -> None:
    """28 digits are where the standard library's decimals begin to round."""
    assert exact("0.1234567890123456789012345678901") - exact("0.123456789012345678901234567890") == Fraction(
        1, 10**31
    )


@pytest.mark.parametrize(
    ("points", "weights", "whole"),
    [
        ({"material": "700", "onsite": "680", "presentation": "800"}, "0.20 0.70 0.10", "696"),
        ({"material": "750", "presentation": "900"}, "0.80 0.20", "780"),
    ],
)
def test_weights(points: dict[str, str], weights: str, whole: str) -> None:
    shares = dict(zip(sorted(points), weights.split(), strict=True))
    assert weighted({name: exact(n) for name, n in points.items()}, shares) == exact(whole)


def test_from_many_to_one() -> None:
    five = [Fraction(n) for n in (9, 1, 5, 4, 100)]
    assert trimmed_mean(five) == 6
    assert trimmed_mean(five[:2]) == 5
    assert median(five) == 5
    assert median(five[:4]) == Fraction(9, 2)


def test_for_people() -> None:
    assert [shown(exact(n)) for n in ("696", "-0.5", "742.250")] == ["696", "-0.5", "742.25"]
    assert shown(Fraction(2101, 3)) == "约 700.333333"
    assert [places(n) for n in ("1", "1.0", "742.255")] == [0, 1, 3]
