"""What is not published is not known: likeliest answers with sound bounds, and nothing may be closed on them."""

from datetime import date, timedelta
from functools import cache

import pytest

from ledger.calendars import Calendars, Closure, published
from ledger.calendars.counting import DAYS_OFF

ALL = published.everything()
YEARS = range(2005, 2027)


@cache
def known_before(year: int) -> Calendars:
    return Calendars(tuple(edition for edition in ALL.editions if edition.year < year))


def openings(year: int, *, step: int = 1):
    """Days from the autumn before, when the year's notice is awaited, to early autumn of the year."""
    first = date(year - 1, 10, 1)
    return [(first + timedelta(number)).isoformat() for number in range(0, 340, step)]


@pytest.mark.parametrize("year", YEARS)
def test_history_with_the_next_year_not_published(year):
    """For each year as it was before its notice came: what is firm stayed so, what is not lay in its bounds."""
    before = known_before(year)
    firm = moved = 0
    for opening in openings(year, step=3):
        for n in (1, 3, 5, 10, 30):
            told, truth = before.nth_working_day(opening, n), ALL.nth_working_day(opening, n)
            assert told.earliest <= told.last_day <= told.latest
            assert told.earliest <= truth.last_day <= told.latest
            if told.provisional:
                moved += told.last_day != truth.last_day
            else:
                firm += 1
                assert (told.last_day, told.counted, told.skipped) == (
                    truth.last_day,
                    truth.counted,
                    truth.skipped,
                )
    assert firm > 80
    assert moved > 20


@pytest.mark.parametrize("year", YEARS)
def test_history_of_rolling_days(year):
    before = known_before(year)
    for opening in openings(year):
        told = before.nth_natural_day(opening, 10, roll="next_working_day")
        truth = ALL.nth_natural_day(opening, 10, roll="next_working_day")
        assert told.earliest <= told.last_day <= told.latest
        assert told.earliest <= truth.last_day <= told.latest
        assert told.provisional or told.last_day == truth.last_day


def test_no_thirty_days_had_more_days_off_than_allowed_for():
    worst = 0
    for number in range((date(2026, 10, 1) - date(2004, 1, 1)).days):
        opening = (date(2004, 1, 1) + timedelta(number)).isoformat()
        skipped = ALL.nth_working_day(opening, 30).skipped
        worst = max(worst, sum(1 for skip in skipped if date.fromisoformat(skip.day).weekday() < 5))
    assert worst == 8
    assert worst < DAYS_OFF


def test_a_term_into_an_unpublished_year():
    term = ALL.nth_working_day("2026-12-18", 10)
    assert term.provisional
    assert term.last_day == "2027-01-04"
    assert term.earliest == "2026-12-30"  # were 26 and 27 December worked
    assert term.latest == "2027-01-18"
    assert term.editions == ("2026-1",)
    assert not term.is_over_on("2030-01-01")


def test_the_last_week_of_december_waits_for_the_next_notice():
    """In May 2018 nobody knew that Monday 31 December would be off and Saturday 29 December worked."""
    before = known_before(2019)
    assert before.nth_working_day("2018-12-17", 5) == ALL.nth_working_day("2018-12-17", 5)
    told = before.nth_working_day("2018-12-28", 1)
    assert told.provisional
    assert told.last_day == "2018-12-31"
    assert ALL.nth_working_day("2018-12-28", 1).last_day == "2018-12-29"


def test_days_by_themselves():
    assert ALL.is_working_day("2026-10-10") is True
    assert ALL.is_working_day("2026-10-01") is False
    assert ALL.is_working_day("2027-01-04") is None
    assert ALL.is_working_day("2003-12-31") is None
    assert Calendars().is_working_day("2024-09-29") is None
    assert ALL.is_settled("2026-12-24")
    assert not ALL.is_settled("2026-12-25")
    assert ALL.is_settled("2025-12-25")
    assert not ALL.is_settled("2027-06-01")


def test_what_rests_by_law_rests_in_every_year():
    """Such days do not make a term provisional, and count in no bound."""
    term = Calendars().nth_natural_day("2031-09-21", 10, roll="next_working_day")
    assert [skip.day for skip in term.skipped] == [
        "2031-10-01",
        "2031-10-02",
        "2031-10-03",
        "2031-10-04",
        "2031-10-05",
    ]
    assert (term.earliest, term.last_day) == ("2031-10-04", "2031-10-06")


def test_terms_that_need_no_calendar_are_never_provisional():
    assert not Calendars().nth_natural_day("2031-09-21", 10, roll="none").provisional
    assert not Calendars().after_years("2031-09-21", 3, roll="none").provisional
    assert Calendars().after_years("2031-09-21", 3, roll="next_working_day").provisional


def test_a_closure_in_an_unpublished_year_is_a_closure():
    closed = Calendars().with_closure(Closure("nantong", ("2031-06-05",), "typhoon"))
    term = closed.nth_working_day("2031-06-04", 1, regions=["nantong"])
    assert (term.earliest, term.last_day) == ("2031-06-06", "2031-06-06")
    assert term.skipped[0].reason == "closure"
    weekend = Calendars().with_closure(Closure("nantong", ("2031-06-07",), "typhoon"))
    assert Calendars().nth_working_day("2031-06-06", 1).earliest == "2031-06-07"
    assert weekend.nth_working_day("2031-06-06", 1, regions=["nantong"]).earliest == "2031-06-08"
