"""A collection of editions: the newest of a year decides, what was counted stays counted, closures only lengthen."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.calendars import Calendars, Closure, published, read
from ledger.errors import LedgerError

ALL = published.everything()
REGIONS = ["nantong", "haian", "zhongmu"]

days = st.dates(date(2015, 1, 1), date(2026, 8, 1)).map(date.isoformat)
terms = st.integers(1, 40)
closures = st.builds(
    Closure,
    region=st.sampled_from(REGIONS),
    days=st.lists(days, max_size=20).map(tuple),
    reason=st.just("typhoon"),
)


def edition(name):
    return read(published.data(name))


# ---- editions -------------------------------------------------------------------------------------------


def test_the_newest_edition_decides_whatever_the_order():
    """The Spring Festival of 2020 was lengthened while periods ran."""
    first, second = edition("2020-1"), edition("2020-2")
    once = Calendars().with_edition(first)
    assert once.nth_working_day("2020-01-20", 5).last_day == "2020-02-01"
    for both in (once.with_edition(second), Calendars().with_edition(second).with_edition(first)):
        assert both.nth_working_day("2020-01-20", 5).last_day == "2020-02-04"
        assert both.edition(2020) == second


def test_a_closed_period_can_be_counted_again_to_the_same_day():
    before = Calendars().with_edition(edition("2019-1")).with_edition(edition("2020-1"))
    closed = before.nth_working_day("2020-01-20", 5)
    after = before.with_edition(edition("2020-2"))
    assert after.nth_working_day("2020-01-20", 5) != closed
    assert after.only(closed.editions).nth_working_day("2020-01-20", 5) == closed


def test_of_a_day_in_the_last_week_the_next_years_notice_decides():
    def written(name, more):
        return read(published.data(name) + more.encode())

    old = written("2024-1", "上班 2024-12-28\n放假 年末 2024-12-29 至 2024-12-30\n")
    new = written("2025-1", "放假 元旦 2024-12-28\n上班 2024-12-29\n")
    before, after = Calendars((old,)), Calendars((old, new))
    week = ["2024-12-28", "2024-12-29", "2024-12-30", "2024-12-31"]
    assert [before.is_working_day(day) for day in week] == [True, False, False, True]
    assert [after.is_working_day(day) for day in week] == [False, True, False, True]


@given(opening=days, n=terms)
def test_the_editions_named_are_enough(opening, n):
    term = ALL.nth_working_day(opening, n)
    assert ALL.only(term.editions).nth_working_day(opening, n) == term
    for left_out in term.editions:
        rest = ALL.only(each for each in term.editions if each != left_out)
        assert rest.nth_working_day(opening, n).provisional


def test_adding_changes_nothing_that_was_there():
    none = Calendars()
    one = none.with_edition(edition("2024-1"))
    assert none.editions == ()
    assert none.is_working_day("2024-09-29") is None
    assert one.is_working_day("2024-09-29") is True
    assert one.with_edition(edition("2024-1")) is one
    closed = one.with_closure(Closure("nantong", ("2024-09-29",), "typhoon"))
    assert one.closures == ()
    assert closed.with_closure(closed.closures[0]) is closed


def test_equal_collections_are_equal_however_they_were_made():
    a, b = edition("2023-1"), edition("2024-1")
    assert Calendars().with_edition(a).with_edition(b) == Calendars().with_edition(b).with_edition(a)
    assert hash(Calendars((a, b))) == hash(Calendars((b, a)))


def test_an_edition_is_never_rewritten():
    text = published.data("2024-1").replace("上班 2024-10-12".encode(), b"")
    with pytest.raises(LedgerError) as caught:
        Calendars().with_edition(edition("2024-1")).with_edition(read(text))
    assert caught.value.code == "calendar_edition_differs"


def test_an_edition_that_is_not_here():
    for ask in (
        lambda: ALL.only(["2024-2"]),
        lambda: published.data("2024-2"),
        lambda: published.data("../x"),
    ):
        with pytest.raises(LedgerError) as caught:
            ask()
        assert caught.value.code == "calendar_edition_unknown"


# ---- counting -------------------------------------------------------------------------------------------


@given(opening=days, n=terms, others=st.lists(closures, max_size=3))
def test_counted_and_skipped_are_all_the_days_between(opening, n, others):
    calendars = Calendars(ALL.editions, tuple(others))
    term = calendars.nth_working_day(opening, n, regions=REGIONS)
    assert len(term.counted) == n
    first, last = date.fromisoformat(opening) + timedelta(1), date.fromisoformat(term.last_day)
    between = [(first + timedelta(number)).isoformat() for number in range((last - first).days + 1)]
    assert sorted([*term.counted, *(skip.day for skip in term.skipped)]) == between
    assert all(calendars.is_working_day(day, regions=REGIONS) is True for day in term.counted)
    assert all(calendars.is_working_day(skip.day, regions=REGIONS) is False for skip in term.skipped)


@given(opening=days, later=st.integers(0, 30), n=terms, more=st.integers(0, 10))
def test_longer_or_later_never_ends_sooner(opening, later, n, more):
    start = (date.fromisoformat(opening) + timedelta(later)).isoformat()
    term = ALL.nth_working_day(opening, n)
    longer = ALL.nth_working_day(opening, n + more)
    assert longer.last_day >= term.last_day
    assert longer.counted[:n] == term.counted
    assert ALL.nth_working_day(start, n).last_day >= term.last_day
    rolled = ALL.nth_natural_day(opening, n, roll="next_working_day")
    assert ALL.nth_natural_day(start, n, roll="next_working_day").last_day >= rolled.last_day
    assert ALL.nth_natural_day(opening, n + more, roll="next_working_day").last_day >= rolled.last_day


@given(opening=days, n=terms)
def test_rolling_ends_on_the_first_working_day(opening, n):
    stays = ALL.nth_natural_day(opening, n, roll="none")
    rolled = ALL.nth_natural_day(opening, n, roll="next_working_day")
    assert rolled.counted == stays.counted
    assert len(stays.counted) == n
    if ALL.is_working_day(stays.last_day):
        assert rolled.last_day == stays.last_day
    else:
        before = date.fromisoformat(stays.last_day) - timedelta(1)
        assert rolled.last_day == ALL.nth_working_day(before.isoformat(), 1).last_day


# ---- closures -------------------------------------------------------------------------------------------


@given(
    opening=days,
    n=terms,
    given=st.lists(closures, max_size=3),
    more=closures,
    where=st.sets(st.sampled_from(REGIONS)),
)
def test_a_closure_only_lengthens(opening, n, given, more, where):
    before = Calendars(ALL.editions, tuple(given))
    after = before.with_closure(more)
    for ask in (
        lambda calendars: calendars.nth_working_day(opening, n, regions=where),
        lambda calendars: calendars.nth_natural_day(opening, n, roll="next_working_day", regions=where),
        lambda calendars: calendars.after_months(opening, n, roll="next_working_day", regions=where),
    ):
        old, new = ask(before), ask(after)
        assert new.last_day >= old.last_day
        assert new.earliest >= old.earliest
        assert new.latest >= old.latest
        if more.region not in where:
            assert new == old


def test_a_typhoon_counts_where_it_was():
    calendars = ALL.with_closure(Closure("nantong", ("2024-09-16", "2024-09-18", "2024-09-14"), "typhoon"))
    here = calendars.nth_working_day("2024-09-13", 2, regions=["jiangsu", "nantong"])
    assert here.counted == ("2024-09-19", "2024-09-20")
    assert [(skip.day, skip.reason, skip.detail) for skip in here.skipped] == [
        ("2024-09-14", "closure", "typhoon"),  # a Saturday that would have been worked
        ("2024-09-15", "holiday", "中秋节"),
        ("2024-09-16", "holiday", "中秋节"),  # a day that rests anyway stays as it is
        ("2024-09-17", "holiday", "中秋节"),
        ("2024-09-18", "closure", "typhoon"),
    ]
    assert calendars.nth_working_day("2024-09-13", 2, regions=["zhongmu"]).last_day == "2024-09-18"
    assert calendars.is_working_day("2024-09-18", regions=["nantong"]) is False
    assert calendars.is_working_day("2024-09-18") is True


def test_a_closure_of_no_day():
    with pytest.raises(ValueError, match="not a day"):
        ALL.with_closure(Closure("nantong", ("18 September",), "typhoon"))
