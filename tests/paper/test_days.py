"""Days and moments as people and spreadsheets write them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.acts.kinds import is_day
from ledger.client.moments import parse_at
from ledger.paper.tables.days import day_in, moment_in, numbered

DAYS = st.dates(date(1950, 1, 1), date(2198, 12, 31))
WRITTEN = ("{0.year}-{0.month:02}-{0.day:02}", "{0.year}/{0.month}/{0.day}", "{0.year}.{0.month}.{0.day}",
           "{0.year}年{0.month}月{0.day}日", "{0.year}{0.month:02}{0.day:02}", " {0.year} 年 {0.month} 月 {0.day} 日 ",
           "{0.year}/{0.month}/{0.day} 0:00", "{0.year}-{0.month:02}-{0.day:02} 00:00:00")  # fmt: skip
WIDE = str.maketrans("0123456789-/.:", "０１２３４５６７８９－／．：")


@given(DAYS, st.sampled_from(WRITTEN), st.booleans())
def test_a_day_in_every_hand(day, way, wide):
    text = way.format(day)
    assert day_in(text.translate(WIDE) if wide else text) == day.isoformat()


@given(DAYS)
def test_a_day_as_spreadsheets_number_it(day):
    number = (day - date(1899, 12, 30)).days
    assert day_in(number) == day_in(float(number)) == day_in(str(number)) == day.isoformat()
    assert day_in(number - 1462, epoch_1904=True) == day.isoformat()
    assert day_in(datetime(day.year, day.month, day.day)) == day.isoformat()


def test_the_days_of_the_walk_through():
    assert day_in(45054) == "2023-05-08"
    assert day_in("２０２３．５．８") == "2023-05-08"
    assert day_in(43592, epoch_1904=True) == "2023-05-08"


@pytest.mark.parametrize(
    "cell",
    ["2023-02-29", "2023-13-01", "5/8/2023", "23-5-8", "2023-5", "2023年5月", "5月8日", "2023-5/8", "昨天", "", None,
     True, 1.5, 45054.4, 99_999_999, 366, -1, "2023-05-08 09:30", datetime(2023, 5, 8, 9), "45054.0", "0045054"],
)  # fmt: skip
def test_what_is_no_day_or_may_be_two(cell):
    assert day_in(cell) is None


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        ("2023-05-08", "2023-05-08"),
        ("2023/5/8 9:30", "2023-05-08T09:30"),
        ("2023年5月8日9时30分", "2023-05-08T09:30"),
        ("2023年5月8日 9点", "2023-05-08T09:00"),
        ("２０２３/５/８　９：３０", "2023-05-08T09:30"),
        ("2023-05-08T09:30:05+08:00", "2023-05-08T09:30:05+08:00"),
        ("2023-05-08 09:30:05", "2023-05-08T09:30:05+08:00"),
        (datetime(2023, 5, 8), "2023-05-08"),
        (datetime(2023, 5, 8, 9, 29, 59, 999_997), "2023-05-08T09:30"),
        (datetime(2023, 5, 8, 9, 30, 5), "2023-05-08T09:30:05+08:00"),
        (45054, "2023-05-08"),
    ],
)
def test_a_moment_keeps_its_precision(cell, moment):
    assert moment_in(cell) == moment


@pytest.mark.parametrize("cell", ["2023-05-08 25:00", "2023-05-08 9:61", "9:30", "2023-05-08 上午", 45054.4])
def test_what_is_no_moment(cell):
    assert moment_in(cell) is None


@given(st.text(max_size=24) | st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_nothing_but_days_and_moments_comes_out(cell):
    for found in (day_in(cell), moment_in(cell)):
        assert found is None or parse_at(found) is not None
    assert day_in(cell) is None or is_day(day_in(cell))


def test_numbers_end_where_our_times_end():
    first, last = date(1949, 1, 1), date(2199, 12, 31)
    begins = date(1899, 12, 30)
    assert numbered((first - begins).days) == "1949-01-01"
    assert numbered((last - begins).days) == "2199-12-31"
    assert numbered((first - timedelta(1) - begins).days) is None
    assert numbered((last + timedelta(1) - begins).days) is None
