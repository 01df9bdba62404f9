"""Kinds of fields at their borders, and what typed code gets for them."""

from datetime import date, timedelta
from typing import Any

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


def test_decimals():
    good = ("0", "12.5", "-0.05", "500000", "0.20", "1000", "-1", "123456789012345678901.5")
    bad = (
        "",
        "00",
        "01",
        ".5",
        "5.",
        "1e3",
        "+1",
        "1,000",
        " 1",
        "1\n",
        "１",
        "NaN",
        "--1",
        "1.2.3",
        None,
        1,
        1.5,
        True,
    )
    assert all(k.DECIMAL.check(text) for text in good)
    assert not any(k.DECIMAL.check(value) for value in bad)


def test_a_body_can_be_named_wherever_an_id_can():
    """`for` takes an id and data a body's own; so that one name fits both, it is a word of small letters."""
    for text in ("committee", "office", "bureau12"):
        assert k.BODY.check(text)
        assert k.is_ident(text)
        assert k.is_code(text)
    for text in ("a_b_c", "12office", "abc", "a" * 27, "Office", ""):
        assert not k.BODY.check(text)


def test_regulation_versions():
    good = ("nantong@2023", "zhongmu@draft", "a_b@2020_1")
    assert all(map(k.REGULATION.check, good))
    bad = ("nantong", "@2023", "nantong@", "Nantong@2023", "nantong@2023/1", "南通@2023", "a@b@c", None)
    assert not any(map(k.REGULATION.check, bad))


def test_a_kind_of_case_stays_one_in_lists_and_where_nil_is_allowed():
    for kind in (k.optional(k.PARTY), k.many(k.PARTY), k.ascending(k.PARTY), k.many(k.optional(k.PARTY))):
        assert kind.case == "party"
    assert k.optional(k.COMMITMENT).committed
    assert k.ascending(k.CODE).case == ""


def test_lists_of_maps_ascend_by_several_fields():
    """By the first, among equals by the next; never equal in all."""
    pair = k.Kind("pair", lambda value: type(value) is dict and value.keys() == {"a", "b"})
    kind = k.ascending_by(pair, "a", "b", least=1, most=3)
    items = [{"a": False, "b": "x"}, {"a": True, "b": "a"}, {"a": True, "b": "b"}]
    assert kind.check(items)
    assert kind.check(items[:1])
    bad: tuple[Any, ...] = (
        [],
        items[::-1],
        [items[0], items[0]],
        [*items, {"a": True, "b": "c"}],
        [{}],
        None,
        "ab",
    )
    for wrong in bad:
        assert not kind.check(wrong)
    assert (kind.order, kind.bounds) == (("a", "b"), "ascending by a, b, at least 1, at most 3")
