"""Kinds of fields at their borders, and what typed code gets for them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ledger.acts import kinds as k
from tests.unit.sealing.test_canon import values


@given(st.dates())
def test_every_day_of_the_calendar(day):
    text = day.isoformat()
    assert k.is_day(text)
    assert k.is_minute(f"{text}T00:00")
    assert k.is_at(text)
    assert not k.is_day(f"{text}T00:00")
    assert not k.is_minute(text)


@given(st.integers(1, 9999), st.integers(0, 13), st.integers(0, 32))
def test_days_are_those_of_the_calendar(year, month, day):
    text = f"{year:04}-{month:02}-{day:02}"
    try:
        date(year, month, day)
        real = True
    except ValueError:
        real = False
    assert k.is_day(text) is real


@given(st.integers(0, 29), st.integers(0, 69))
def test_minutes_of_the_day(hour, minute):
    assert k.is_minute(f"2026-01-05T{hour:02}:{minute:02}") is (hour < 24 and minute < 60)


def test_leap_years():
    assert [y for y in (1900, 1999, 2000, 2023, 2024, 2100) if k.is_day(f"{y}-02-29")] == [2000, 2024]
    assert (date(2024, 2, 29) + timedelta(1)).isoformat() == "2024-03-01"


@given(value=values)
def test_every_kind_answers_any_value_with_yes_or_no(value):
    kinds = [kind for kind in vars(k).values() if isinstance(kind, k.Kind)]
    assert len(kinds) > 10
    for kind in kinds:
        assert kind.check(value) in (True, False), kind.name


def test_spans_include_both_ends_and_no_bool():
    assert [n for n in range(-1, 5) if k.span(1, 3).check(n)] == [1, 2, 3]
    assert not k.span(0, 1).check(True)
    assert not k.INT.check(True)


def test_one_of_is_closed():
    kind = k.one_of("a", "b")
    assert [v for v in ("a", "b", "c", "A", "", None, b"a", ["a"]) if kind.check(v)] == ["a", "b"]


def test_optional_is_the_kind_or_nil():
    kind = k.optional(k.pair(k.INT, k.B32))
    assert kind.check(None)
    assert kind.load(None) is None
    assert kind.check([1, bytes(32)])
    assert kind.load([1, bytes(32)]) == (1, bytes(32))
    assert not kind.check([1])
    assert k.optional(k.COMMITMENT).committed
    assert not k.optional(k.B32).committed


def test_many_counts():
    kind = k.many(k.INT, least=1, most=2)
    assert [n for n in range(4) if kind.check([1] * n)] == [1, 2]
    assert not kind.check((1,))
    assert not kind.check(None)
    assert not kind.check([1, "a"])
    assert kind.load([1, 2]) == (1, 2)
    assert (kind.bounds, k.many(k.INT).bounds) == ("at least 1, at most 2", "")
    assert k.ascending(k.INT, most=1000).bounds == "at most 1,000"


def test_ascending_is_strict():
    kind = k.ascending(k.TEXT)
    assert all(kind.check(v) for v in ([], ["a"], ["a", "b"], ["a", "a0"], ["Z", "a"]))
    assert not any(kind.check(v) for v in (["b", "a"], ["a", "a"], ["a", None], ["a", 1], None, "ab"))


def test_pairs_ascend_by_the_first():
    kind = k.pairs(k.TEXT, k.TEXT)
    assert all(kind.check(v) for v in ([], [["a", "z"]], [["a", "z"], ["b", "a"]]))
    for wrong in (
        None,
        [["a"]],
        [["a", "b", "c"]],
        [["a", 1]],
        ["ab"],
        [["b", ""], ["a", ""]],
        [["a", ""], ["a", "b"]],
    ):
        assert not kind.check(wrong)
    assert kind.load([["a", "b"]]) == (("a", "b"),)
    assert not k.pairs(k.TEXT, k.TEXT, least=1).check([])


def test_a_pair_is_of_two():
    kind = k.pair(k.INT, k.TEXT)
    assert kind.check([1, "a"])
    assert not any(kind.check(v) for v in (None, [], [1], ["a", 1], [1, "a", 1], "1a"))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=3), max_size=5, unique=True))
def test_the_order_of_texts_is_that_of_their_bytes(texts):
    assert k.is_ascending(sorted(texts, key=str.encode))
