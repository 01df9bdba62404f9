"""Years counted on days alone: the corresponding day, spans that must be full, look-backs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.days import beside, is_full, is_within, shifted, total

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31)).map(date.isoformat)
YEARS = st.integers(1, 40)


def test_the_corresponding_day_of_a_leap_day() -> None:
    assert shifted("2020-02-29", 3) == "2023-02-28"
    assert shifted("2020-02-29", 4) == "2024-02-29"
    assert shifted("2024-02-29", -1) == "2023-02-28"
    assert shifted("2023-02-28", 1) == "2024-02-28"


@given(DAYS, YEARS)
def test_a_span_is_full_on_the_corresponding_day_and_not_on_the_day_before(since: str, years: int) -> None:
    full = shifted(since, years)
    assert is_full([(since, None)], years, full)
    assert not is_full([(since, None)], years, beside(full, -1))


@given(DAYS, YEARS)
def test_a_look_back_ends_with_the_corresponding_day(happened: str, years: int) -> None:
    last = shifted(happened, years)
    assert is_within(happened, years, last)
    assert not is_within(happened, years, beside(last))
    assert is_within(happened, years, happened)
    assert not is_within(beside(happened), years, happened)


@given(DAYS, st.integers(0, 3000), st.integers(0, 3000), YEARS)
def test_a_span_in_two_adjoining_pieces_is_one(since: str, first: int, second: int, years: int) -> None:
    cut, end = beside(since, first), beside(since, first + 1 + second)
    pieces = [(beside(cut), None), (since, cut)]
    assert total(pieces, end) == total([(since, None)], end)
    assert is_full(pieces, years, end) == is_full([(since, None)], years, end)


@given(st.lists(st.tuples(DAYS, st.integers(0, 4000)), max_size=6), DAYS)
def test_what_overlaps_counts_once(spans: list[tuple[str, int]], reference: str) -> None:
    """Against counting the days one by one."""
    closed = [(since, beside(since, length)) for since, length in spans]
    behind = date.fromisoformat(reference)
    days = {
        date.fromisoformat(since) + timedelta(n)
        for since, until in closed
        for n in range((date.fromisoformat(until) - date.fromisoformat(since)).days + 1)
    }
    assert total(closed, reference) == sum(day < behind for day in days)


@pytest.mark.parametrize("spans", [[], [("2023-05-10", None)], [("2024-01-01", None)]])
def test_nothing_yet_is_never_full(spans: list[tuple[str, str | None]]) -> None:
    assert not is_full(spans, 1, "2023-05-10")
