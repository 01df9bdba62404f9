"""A layer behaves like the copied table that it stands for, and leaves the table alone until it is settled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.layer import Layer, forked

KEYS = st.integers(0, 9)
TABLES = st.dictionaries(KEYS, st.integers())
STEPS = st.lists(
    st.one_of(st.tuples(st.just("set"), KEYS, st.integers()), st.tuples(st.just("fork"), KEYS, KEYS))
)


def same(layer, table):
    assert dict(layer) == table
    assert len(layer) == len(table)
    assert sorted(layer) == sorted(table)
    assert sorted(layer.items()) == sorted(table.items())
    for key in range(10):
        assert (key in layer) == (key in table)
        assert layer.get(key) == table.get(key)
        assert layer.get(key, "none") == table.get(key, "none")


@given(table=TABLES, steps=STEPS)
def test_like_a_copy(table, steps):
    before, below = table.copy(), table
    layer, copy = forked(below), table.copy()
    for what, key, value in steps:
        if what == "fork":
            other = layer.forked()
            other[key] = value
        else:
            layer[key] = value
            copy[key] = value
        same(layer, copy)
        assert below == before
    assert layer.settled() is below
    assert below == copy


def test_setdefault_and_what_is_missing():
    layer: Layer[str, int] = forked({"a": 1})
    assert layer.setdefault("a", 2) == 1
    assert layer.setdefault("b", 3) == 3
    with pytest.raises(KeyError):
        layer["c"]


def test_nothing_is_taken_out():
    layer: Layer[str, int] = forked({"a": 1})
    with pytest.raises(TypeError):
        del layer["a"]
