"""The record around an act: its five parts, its length, and what it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LedgerError
from ledger.sealing import canon, record
from ledger.sealing.record import MAX_RECORD, Record, pack, unpack
from tests.unit.sealing.signers import code_of


def test_these_very_bytes():
    data = pack(1_700_000_000_000_000, "desk", b"\xc0", b"s" * 64)
    assert (
        data.hex()
        == "95" + "01" + "cf00060a24181e4000" + "a4" + b"desk".hex() + "c401c0" + "c440" + "73" * 64
    )
    assert unpack(data) == Record(1_700_000_000_000_000, "desk", b"\xc0", b"s" * 64)


def test_the_limits_are_these():
    assert (record.VERSION, MAX_RECORD, record.MAX_ACT, record.MAX_MACHINE_ACT, record.MAX_DESK) == (
        1,
        65_535,
        49_152,
        65_300,
        32,
    )


@given(
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=10),
    st.binary(max_size=300),
    st.binary(max_size=80),
)
def test_round_trip(recorded_at, desk, act, sig):
    if len(desk.encode()) <= 32:
        assert unpack(pack(recorded_at, desk, act, sig)) == (recorded_at, desk, act, sig)


def test_at_most_65535_bytes():
    overhead = len(pack(1_700_000_000_000_000, "desk", b"x" * 60_000, b"s" * 64)) - 60_000
    longest = b"x" * (MAX_RECORD - overhead)
    data = pack(1_700_000_000_000_000, "desk", longest, b"s" * 64)
    assert len(data) == MAX_RECORD
    assert unpack(data).act == longest
    assert code_of(pack, 1_700_000_000_000_000, "desk", longest + b"x", b"s" * 64) == "too_long"


def test_the_longest_act_of_the_machine_fits():
    assert len(pack(2**53 - 1, "d" * 32, bytes(record.MAX_MACHINE_ACT), bytes(64))) <= MAX_RECORD


def test_a_longer_record_is_read_all_the_same():
    """Verify reports its length and goes on; reading does not judge it."""
    data = canon.encode([1, 5, "desk", bytes(70_000), b""])
    assert len(unpack(data).act) == 70_000


GOOD = [1, 1_700_000_000_000_000, "desk", b"act", b"sig"]


def changed(part: int, value: object) -> list:
    return [*GOOD[:part], value, *GOOD[part + 1 :]]


@pytest.mark.parametrize(
    "value",
    [
        None,
        1,
        "text",
        b"bytes",
        {},
        [],
        GOOD[:4],
        [*GOOD, None],
        [*GOOD, b""],
        changed(0, None),
        changed(0, "1"),
        changed(0, True),
        changed(0, b"\1"),
        changed(0, [1]),
        changed(1, None),
        changed(1, "2024-03-01"),
        changed(1, True),
        changed(2, None),
        changed(2, b"desk"),
        changed(2, ""),
        changed(2, "d" * 33),
        changed(2, "评" * 11),
        changed(3, None),
        changed(3, "act"),
        changed(3, {}),
        changed(4, None),
        changed(4, "sig"),
        changed(4, []),
    ],
    ids=repr,
)
def test_another_shape_is_no_record(value):
    assert code_of(unpack, canon.encode(value)) == "not_an_act"


@pytest.mark.parametrize("version", [0, 2, -1, 255])
@pytest.mark.parametrize("rest", [[], [1, 2], GOOD[1:], [*GOOD[1:], 1]])
def test_a_later_version_is_not_understood_whatever_its_shape(version, rest):
    with pytest.raises(LedgerError) as caught:
        unpack(canon.encode([version, *rest]))
    assert caught.value.code == "unknown_record"
    assert caught.value.facts["version"] == version


@pytest.mark.parametrize("desk", ["d", "d" * 32, "评" * 10 + "ab"])
def test_a_desk_has_1_to_32_bytes(desk):
    assert unpack(pack(5, desk, b"", b"")).desk == desk


@pytest.mark.parametrize("data", [b"", b"\xc1", canon.encode(GOOD)[:-1], canon.encode(GOOD) + b"\0"])
def test_what_is_not_canonical(data):
    assert code_of(unpack, data) == "not_canonical"


@given(st.binary(max_size=80))
def test_any_bytes(data):
    try:
        parts = unpack(data)
    except LedgerError as error:
        assert error.code in ("not_canonical", "not_an_act", "unknown_record")
    else:
        assert pack(*parts) == data
