"""The compact set of digests: a dict that is smaller, can be forked, and comes back from its bytes."""

import sys
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from ledger.rules.seen import Seen

SLOT = 24
# A few keys that meet in the same place of a small table, some of them alike in all but their last kept byte.
CLASHING = [bytes([n % 2]) + bytes(14) + bytes([n]) for n in range(8)]
keys = st.sampled_from(CLASHING) | st.binary(min_size=16, max_size=32)
positions = st.integers(1, 2**40 - 1)


def digest(number: int) -> bytes:
    return sha256(number.to_bytes(8, "big")).digest()


@given(st.lists(st.tuples(keys, positions), max_size=200))
def test_as_a_dict_whose_first_entry_stays(entries):
    seen = Seen()
    wanted: dict[bytes, int] = {}
    for key, position in entries:
        seen.add(key, position)
        wanted.setdefault(key[:16], position)
        assert seen.get(key) == wanted[key[:16]]
    assert len(seen) == len(wanted)
    assert all(seen.get(key) == position for key, position in wanted.items())
    again = Seen.load(seen.dump())
    assert again.dump() == seen.dump()
    assert all(again.get(key) == position for key, position in wanted.items())


@given(st.lists(st.tuples(keys, positions), max_size=100), st.booleans())
def test_claiming_is_asking_and_adding(entries, on_a_view):
    seen = Seen()
    wanted: dict[bytes, int] = {}
    if on_a_view:
        seen = seen.fork()
    for key, position in entries:
        assert seen.claim(key, position) == wanted.get(key[:16])
        wanted.setdefault(key[:16], position)
        assert seen.get(key) == wanted[key[:16]]
    assert len(seen) == len(wanted)


@given(
    st.sets(st.binary(min_size=16, max_size=16), max_size=60), st.sets(st.binary(min_size=16, max_size=16))
)
def test_what_was_not_added_is_not_there(added, others):
    seen = Seen()
    for number, key in enumerate(sorted(added), 1):
        seen.add(key, number)
    assert not [key for key in others - added if seen.get(key) is not None]


def test_sixteen_bytes_count():
    seen = Seen()
    seen.add(digest(1), 5)
    assert seen.get(digest(1)[:16] + bytes(16)) == 5
    assert seen.get(digest(1)[:15] + bytes(17)) is None


def test_the_greatest_position():
    seen = Seen()
    seen.add(digest(1), 2**40 - 1)
    assert seen.get(digest(1)) == 2**40 - 1


def test_keys_of_zeros():
    """A free slot is known by its position, not by its key."""
    seen = Seen()
    assert seen.get(bytes(32)) is None
    seen.add(bytes(32), 7)
    assert seen.get(bytes(32)) == 7
    assert len(seen) == 1


@pytest.mark.parametrize("expected", [0, 1, 64, 1000, 20_000])
def test_grows_as_it_must(expected):
    seen = Seen(expected)
    for number in range(1, 20_001):
        seen.add(digest(number), number)
    assert len(seen) == 20_000
    assert all(seen.get(digest(number)) == number for number in range(1, 20_001))
    assert seen.get(digest(0)) is None


def test_never_fuller_than_two_thirds():
    seen = Seen()
    for number in range(1, 2000):
        seen.add(digest(number), number)
        slots = (len(seen.dump()) - 8) // SLOT
        assert number * 3 <= slots * 2


def test_room_is_made_beforehand():
    seen = Seen(10_000)
    size = len(seen.dump())
    for number in range(1, 10_001):
        seen.add(digest(number), number)
    assert len(seen.dump()) == size


def test_small():
    """At most 54 bytes an entry once it has grown large, 36 if room was made."""
    seen = Seen(100_000)
    for number in range(1, 100_001):
        seen.add(digest(number), number)
    assert len(seen.dump()) < 100_000 * 37
    assert sys.getsizeof(seen._table.cells) < 100_000 * 37


# ---- views ----


def test_a_view_is_its_own_until_it_settles():
    seen = Seen()
    seen.add(digest(1), 1)
    view = seen.fork()
    view.add(digest(2), 2)
    view.add(digest(1), 9)
    assert (view.get(digest(1)), view.get(digest(2)), len(view)) == (1, 2, 2)
    assert (seen.get(digest(2)), len(seen)) == (None, 1)
    view.settle()
    assert (view.get(digest(2)), len(view)) == (2, 2)
    assert seen.get(digest(2)) == 2, "the table is shared"


def test_a_view_that_is_thrown_away_leaves_nothing():
    seen = Seen()
    before = seen.dump()
    view = seen.fork()
    for number in range(1, 500):
        view.add(digest(number), number)
    assert seen.dump() == before
    del view
    assert len(seen) == 0


def test_a_view_of_a_view():
    seen = Seen()
    outer = seen.fork()
    outer.add(digest(1), 1)
    inner = outer.fork()
    inner.add(digest(2), 2)
    inner.add(digest(1), 3)
    assert (inner.get(digest(1)), inner.get(digest(2)), len(inner)) == (1, 2, 2)
    assert outer.get(digest(2)) is None
    inner.settle()
    assert (seen.get(digest(1)), seen.get(digest(2))) == (1, 2)


def test_the_first_of_a_view_stays_too():
    view = Seen().fork()
    view.add(digest(1), 5)
    view.add(digest(1), 6)
    assert view.get(digest(1)) == 5


def test_a_view_is_dumped_with_its_additions():
    seen = Seen()
    seen.add(digest(1), 1)
    view = seen.fork()
    for number in range(2, 300):
        view.add(digest(number), number)
    again = Seen.load(view.dump())
    assert len(again) == 299
    assert all(again.get(digest(number)) == number for number in range(1, 300))
    assert len(seen) == 1, "and keeps them to itself"


class Views(RuleBasedStateMachine):
    """A desk's day: judge on a view, keep it or throw it away, save and load in between."""

    def __init__(self):
        super().__init__()
        self.seen, self.view = Seen(), None
        self.kept: dict[bytes, int] = {}
        self.fresh: dict[bytes, int] = {}
        self.number = 0

    known = Bundle("known")

    @rule(target=known, key=keys)
    def add(self, key):
        self.number += 1
        if self.view is None:
            self.seen.add(key, self.number)
            self.kept.setdefault(key[:16], self.number)
        else:
            self.view.add(key, self.number)
            if key[:16] not in self.kept:
                self.fresh.setdefault(key[:16], self.number)
        return key

    @rule()
    def fork(self):
        if self.view is None:
            self.view = self.seen.fork()

    @rule()
    def settle(self):
        if self.view is not None:
            self.view.settle()
            self.seen, self.view = self.view, None
            self.kept.update(self.fresh)
            self.fresh = {}

    @rule()
    def throw_away(self):
        self.view, self.fresh = None, {}

    @rule()
    def save_and_load(self):
        if self.view is None:
            self.seen = Seen.load(self.seen.dump())

    @rule(count=st.integers(50, 200))
    def much(self, count):
        for _ in range(count):
            self.add(digest(self.number))

    @rule(key=known)
    def ask(self, key):
        assert self.seen.get(key) == self.kept.get(key[:16])
        if self.view is not None:
            assert self.view.get(key) == {**self.fresh, **self.kept}.get(key[:16])

    @invariant()
    def counts(self):
        assert len(self.seen) == len(self.kept)
        if self.view is not None:
            assert len(self.view) == len(self.kept) + len(self.fresh)


TestViews = Views.TestCase
TestViews.settings = settings(stateful_step_count=30, max_examples=40)


# ---- bytes that are no table ----


def slots(*taken: int, of: int) -> bytes:
    """A table's bytes with these slots taken."""
    table = bytearray(of * SLOT)
    for slot in taken:
        table[slot * SLOT : (slot + 1) * SLOT] = b"\1" + bytes(7) + bytes([slot & 255]) + bytes(15)
    return len(taken).to_bytes(8, "little") + bytes(table)


def test_a_written_table_is_read():
    seen = Seen.load(slots(1, 3, of=4)[:8] + slots(1, 3, of=8)[8:])
    assert (len(seen), seen.get(bytes([1]) + bytes(15)), seen.get(bytes([2]) + bytes(15))) == (2, 1, None)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        bytes(7),
        bytes(8),
        bytes(8 + SLOT - 1),
        bytes(8 + SLOT + 1),
        slots(0, of=1),
        slots(0, 1, of=2),
        slots(0, 1, 2, of=4),
        slots(*range(8), of=8),
        slots(*range(128), of=128),
        (0).to_bytes(8, "little") + slots(*range(128), of=128)[8:],
        (5).to_bytes(8, "little") + slots(1, of=8)[8:],
        (0).to_bytes(8, "little") + slots(1, of=8)[8:],
        b"\xff" * (8 + 8 * SLOT),
    ],
    ids=range(14),
)
def test_bytes_that_are_no_table(data):
    """A full table would be searched for ever: it is refused when it is loaded, whatever count it claims."""
    with pytest.raises(ValueError, match="not a table"):
        Seen.load(data)
    with pytest.raises(ValueError, match="not a table"):
        Seen.load(memoryview(data))


@given(st.binary(max_size=8 + 4 * SLOT))
def test_any_bytes_are_a_table_or_not(data):
    try:
        seen = Seen.load(data)
    except ValueError:
        return
    assert seen.dump() == data
    seen.get(digest(1))
    seen.add(digest(1), 1)
