"""Two packages of other people know China's working days too. Where one of them errs, a table says so and why."""

from bisect import bisect_right
from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest

from ledger.calendars import published

ALL = published.everything()
FIRST, LAST = date(2004, 1, 1), date(2026, 12, 31)
DAYS = [FIRST + timedelta(number) for number in range((LAST - FIRST).days + 1)]

# Peer → day → what is right, and why the peer is wrong.
ERRORS = {
    "chinesecalendar": {
        date(2005, 12, 31): (
            True,
            "the notice for 2006 makes this Saturday a working day; the package keeps only the days of 2006 of it",
        ),
    },
    "holidays": {},
}


@pytest.fixture(scope="module")
def peers():
    table = holidays.country_holidays("CN", years=range(2003, 2028))
    return {"chinesecalendar": chinese_calendar.is_workday, "holidays": table.is_working_day}


def working_days(peers, name):
    """The peer's working days as they should be."""
    mended = {day: right for day, (right, _) in ERRORS[name].items()}
    return [day for day in DAYS if mended.get(day, peers[name](day))]


@pytest.mark.parametrize("name", ERRORS)
def test_the_table_of_errors_is_not_out_of_date(peers, name):
    for day, (right, _) in ERRORS[name].items():
        assert peers[name](day) is not right


@pytest.mark.parametrize("name", ERRORS)
def test_every_day(peers, name):
    assert [day for day in DAYS if ALL.is_working_day(day.isoformat())] == working_days(peers, name)


def test_every_opening_day_and_every_n_to_thirty(peers):
    theirs = working_days(peers, "chinesecalendar")
    assert theirs == working_days(peers, "holidays")
    texts = [day.isoformat() for day in theirs]
    asked = 0
    for opening in DAYS:
        at, text = bisect_right(theirs, opening), opening.isoformat()
        ends = texts[at : at + 30]
        assert [ALL.nth_working_day(text, n).last_day for n in range(1, len(ends) + 1)] == ends, text
        asked += len(ends)
    assert asked > 250_000


def test_the_days_counted_are_the_peers_days_too(peers):
    theirs = working_days(peers, "holidays")
    texts = [day.isoformat() for day in theirs]
    for opening in DAYS[:-60]:
        at = bisect_right(theirs, opening)
        term = ALL.nth_working_day(opening.isoformat(), 30)
        assert term.counted == tuple(texts[at : at + 30])
        assert not term.provisional


def test_their_own_counting():
    """The packages' own functions. `find_workday` of chinesecalendar counts one day too many when it starts on a day
    of rest (it moves to the next working day first, and calls that day nought), so there it is asked for one less."""
    table = holidays.country_holidays("CN", years=range(2023, 2028))
    for opening in DAYS[-3 * 365 : -60]:
        ours = ALL.nth_working_day(opening.isoformat(), 5).last_day
        rests = not chinese_calendar.is_workday(opening)
        assert chinese_calendar.find_workday(4 if rests else 5, opening).isoformat() == ours
        assert table.get_nth_working_day(opening, 5).isoformat() == ours
