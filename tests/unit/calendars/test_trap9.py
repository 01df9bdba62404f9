"""Terms counted by hand from the notices: holidays, make-up days, the turn of a year, a leap day."""

import pytest

from ledger.calendars import published
from ledger.errors import LedgerError

ALL = published.everything()


def test_over_the_national_holiday_of_2024():
    term = ALL.nth_working_day("2024-09-27", 5)
    assert term.last_day == "2024-10-10"
    assert term.counted == ("2024-09-29", "2024-09-30", "2024-10-08", "2024-10-09", "2024-10-10")
    assert [(skip.day, skip.reason, skip.detail) for skip in term.skipped] == [
        ("2024-09-28", "weekend", ""),
        *((f"2024-10-0{number}", "holiday", "国庆节") for number in range(1, 8)),
    ]
    assert not term.provisional
    assert term.earliest == term.latest == term.last_day
    assert term.editions == ("2024-1",)


@pytest.mark.parametrize(
    ("opening", "n", "last_day"),
    [
        ("2023-09-25", 5, "2023-10-08"),  # a Sunday that is worked
        ("2023-04-26", 5, "2023-05-06"),  # a Saturday that is worked
        ("2026-09-25", 5, "2026-10-09"),  # opened on a day of rest
        ("2024-02-28", 2, "2024-03-01"),  # 29 February counts
        ("2024-10-10", 1, "2024-10-11"),
        ("2018-12-28", 5, "2019-01-07"),  # Saturday the 29th is worked, Monday the 31st is not
        ("2007-12-28", 2, "2008-01-02"),
        ("2005-12-30", 1, "2005-12-31"),
        ("2011-12-30", 2, "2012-01-04"),
        ("2024-12-30", 3, "2025-01-03"),
    ],
)
def test_working_days(opening, n, last_day):
    term = ALL.nth_working_day(opening, n)
    assert (term.last_day, term.provisional) == (last_day, False)


def test_both_years_are_named_at_the_turn_of_a_year():
    assert ALL.nth_working_day("2018-12-28", 5).editions == ("2018-1", "2019-2")
    assert ALL.nth_working_day("2018-12-21", 5).editions == ("2018-1", "2019-2")  # ends in the last week
    assert ALL.nth_working_day("2018-12-17", 5).editions == ("2018-1",)


def test_ten_natural_days_that_end_in_a_holiday():
    rolled = ALL.nth_natural_day("2023-09-25", 10, roll="next_working_day")
    assert rolled.last_day == "2023-10-07"
    assert len(rolled.counted) == 10
    assert rolled.counted[-1] == "2023-10-05"
    assert [(skip.day, skip.detail) for skip in rolled.skipped] == [
        ("2023-10-05", "中秋节、国庆节"),
        ("2023-10-06", "中秋节、国庆节"),
    ]
    assert rolled.editions == ("2023-1",)
    stays = ALL.nth_natural_day("2023-09-25", 10, roll="none")
    assert (stays.last_day, stays.skipped, stays.editions) == ("2023-10-05", (), ())


@pytest.mark.parametrize(
    ("opening", "n", "last_day"),
    [
        ("2024-05-01", 10, "2024-05-11"),  # a Saturday that is worked: no rolling
        ("2024-05-02", 10, "2024-05-13"),  # a Sunday
        ("2024-12-02", 30, "2025-01-02"),  # New Year's Day
        ("2024-02-19", 10, "2024-02-29"),
    ],
)
def test_natural_days_roll_on(opening, n, last_day):
    assert ALL.nth_natural_day(opening, n, roll="next_working_day").last_day == last_day


@pytest.mark.parametrize(
    ("opening", "months", "last_day"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-03-31", 1, "2024-04-30"),
        ("2024-08-31", 6, "2025-02-28"),
        ("2024-11-15", 2, "2025-01-15"),
        ("2024-12-31", 12, "2025-12-31"),
    ],
)
def test_months(opening, months, last_day):
    term = ALL.after_months(opening, months, roll="none")
    assert (term.last_day, term.counted, term.provisional) == (last_day, (), False)


@pytest.mark.parametrize(
    ("opening", "years", "last_day"),
    [
        ("2024-02-29", 1, "2025-02-28"),
        ("2024-02-29", 4, "2028-02-29"),
        ("2024-03-01", 3, "2027-03-01"),
        ("2000-12-31", 100, "2100-12-31"),
    ],
)
def test_years(opening, years, last_day):
    assert ALL.after_years(opening, years, roll="none").last_day == last_day


def test_years_and_months_roll_on_too():
    assert ALL.after_years("2023-10-01", 1, roll="next_working_day").last_day == "2024-10-08"
    assert ALL.after_months("2024-09-01", 1, roll="next_working_day").last_day == "2024-10-08"
    assert ALL.after_months("2024-08-12", 1, roll="next_working_day").last_day == "2024-09-12"


def test_a_term_is_over_when_its_last_day_has_ended():
    term = ALL.nth_working_day("2024-09-27", 5)
    assert not term.is_over_on("2024-10-09")
    assert not term.is_over_on("2024-10-10")
    assert term.is_over_on("2024-10-11")


@pytest.mark.parametrize(
    "ask",
    [
        lambda: ALL.nth_working_day("2024-09-27", 0),
        lambda: ALL.nth_working_day("2024-09-27", 36_526),
        lambda: ALL.nth_working_day("9999-12-31", 1),
        lambda: ALL.nth_natural_day("2024-09-27", -1, roll="none"),
        lambda: ALL.nth_natural_day("9990-01-01", 30, roll="next_working_day"),
        lambda: ALL.after_months("2024-09-27", 0, roll="none"),
        lambda: ALL.after_years("2024-09-27", 101, roll="none"),
        lambda: ALL.after_years("9999-02-01", 1, roll="none"),
        lambda: ALL.after_months("2024-09-27", 1_201, roll="none"),
    ],
)
def test_a_term_without_sense(ask):
    with pytest.raises(LedgerError) as caught:
        ask()
    assert caught.value.code == "term_beyond_reach"


def test_the_longest_terms():
    assert ALL.nth_working_day("8999-12-31", 36_525).provisional
    assert len(ALL.nth_natural_day("8999-12-31", 36_525, roll="next_working_day").counted) == 36_525
    assert ALL.after_years("8999-12-31", 100, roll="next_working_day").last_day == "9100-01-02"


@pytest.mark.parametrize("text", ["", "2024-9-27", "20240927", "2024-W01-1", "2024-02-30", "２０２４-01-01"])
def test_what_is_no_day(text):
    with pytest.raises(ValueError, match=r"day|month|range"):
        ALL.nth_working_day(text, 1)
