"""Instants as people read and write them: UTC+08:00, always, and nothing lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.acts.moments import day_of, instant_of, instant_text

MOST = 2**53 - 1


@pytest.mark.parametrize(
    ("micros", "text"),
    [
        (0, "1970-01-01T08:00:00+08:00"),
        (1, "1970-01-01T08:00:00.000001+08:00"),
        (-1, "1970-01-01T07:59:59.999999+08:00"),
        (1_709_254_800_000_000, "2024-03-01T09:00:00+08:00"),
        (-62_135_596_800_000_000, "0001-01-01T08:00:00+08:00"),
    ],
)
def test_written_and_read(micros, text):
    assert instant_text(micros) == text
    assert instant_of(text) == micros


def test_other_offsets_are_read():
    assert instant_of("2024-03-01T01:00:00Z") == instant_of("2024-03-01T09:00:00+08:00")
    assert instant_of("2024-02-29T20:00:00-05:00") == instant_of("2024-03-01T09:00:00+08:00")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2024-03-01",
        "2024-03-01T09:00:00",
        "2024-02-30T09:00:00Z",
        "2024-03-01T25:00:00Z",
        "1709254800",
    ],
)
def test_without_an_offset_it_is_no_instant(text):
    with pytest.raises(ValueError):  # noqa: PT011 - whatever its words
        instant_of(text)


@given(st.integers(-MOST, MOST))
def test_any_instant_of_the_format_can_be_shown(micros):
    text = instant_text(micros)
    assert text == str(micros) or instant_of(text) == micros
    assert len(day_of(micros)) <= 10


def test_a_number_beyond_the_calendar_is_shown_as_it_is():
    assert instant_text(10**18) == str(10**18)
    assert instant_text(-(10**18)) == str(-(10**18))


def test_the_day_is_that_of_the_wall_clock():
    assert day_of(instant_of("2024-02-29T15:59:59Z")) == "2024-02-29"
    assert day_of(instant_of("2024-02-29T16:00:00Z")) == "2024-03-01"
