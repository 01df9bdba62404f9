"""The eighteen keys of an act (format §2): each with what it may be and what it may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.acts import head as room
from ledger.acts.head import KEYS, check, head_misfit
from ledger.errors import LedgerError
from ledger.sealing import canon
from tests.unit.acts.acts import D1, D2, ID, act_of, head
from tests.unit.sealing.signers import code_of
from tests.unit.sealing.test_canon import values

BEYOND = [None, True, False, 0, -1, 1.5, "", "text", b"", b"bytes", [], ["text"], {}, {"a": 1}]

# For each key: values that fit (the rest of the act as it is) and values that do not.
FITS: dict[str, list] = {
    "as": [None, "clerk", "office/clerk", "a/b/c/d", "0", "_", "9/_"],
    "at": [
        0,
        -1,
        2**53 - 1,
        "2026-01-05",
        "2024-02-29",
        "2026-01-05T00:00",
        "2026-12-31T23:59",
        "0001-01-01",
    ],
    "basis": [[], [D1], [D1, D2]],
    "batch": [None, [ID, 1, 1], [ID, 1, 2], [ID, 7, 1000]],
    "by": ["wang", "0000", "a" * 26, "machine"],
    "cases": [
        [],
        ["registry:ledger"],
        ["application:a001", "cycle:2026", "person:wang1"],
        ["a1_:0000", "a:" + "z" * 26],
        [f"cycle:{n:04}" for n in range(1024)],
    ],
    "id": [bytes(16), b"\xff" * 16],
    "key": [bytes(32)],
    "late": [None, "offline", "device_failure", "handed_in_late", "clock_difference", "other"],
    "ledger": [None, bytes(32)],
    "seen": [None, [1, D1], [2**53 - 1, bytes(32)]],
    "signed": [0, -(2**53) + 1, 2**53 - 1],
    "type": ["a", "key_confirmed", "a" * 64, "a0_"],
    "v": [1, 2, 2**53 - 1],
    "data": [{}, {"a": None}],
    "mode": ["own"],
    "for": [None],
    "acknowledges": [[]],
}
MISFITS: dict[str, list] = {
    "as": [
        "",
        "/",
        "a/",
        "/a",
        "a//b",
        "Office",
        "office/Clerk",
        "办公室",
        "a b",
        "a-b",
        "a\n",
        1,
        True,
        b"a",
        ["a"],
    ],
    "at": [
        None,
        True,
        1.0,
        b"2026-01-05",
        "",
        "2026-1-5",
        "20260105",
        "2026-13-01",
        "2026-00-10",
        "2026-02-29",
        "2026-04-31",
        "1900-02-29",
        "2026-01-00",
        "0000-01-01",
        "10000-01-01",
        "2026-W01-1",
        "2026-01-05 ",
        "2026-01-05\n",
        "２０２６-01-05",
        "2026-01-05T",
        "2026-01-05T9:30",
        "2026-01-05T24:00",
        "2026-01-05T23:60",
        "2026-01-05T09:30:00",
        "2026-01-05T09:30Z",
        "2026-01-05T09:30+08:00",
        "2026-01-05 09:30",
        "2026-02-30T09:30",
        "2026-01-05T09:30\n",
        "2026-01-05t09:30",
        ["2026-01-05"],
    ],
    "basis": [None, {}, b"", "", [None], ["a"], [bytes(31)], [bytes(33)], [D2, D1], [D1, D1], [D1, None]],
    "batch": [
        True,
        {},
        [],
        [ID],
        [ID, 1],
        [ID, 1, 1, 1],
        [b"i" * 15, 1, 1],
        [b"i" * 17, 1, 1],
        ["i" * 16, 1, 1],
        [ID, 0, 1],
        [ID, 2, 1],
        [ID, -1, -1],
        [ID, True, 1],
        [ID, 1, True],
        [ID, "1", 1],
        [None, 1, 1],
    ],
    "by": [
        None,
        "",
        "abc",
        "a" * 27,
        "Wang",
        "wang ",
        "wang\n",
        "wa-ng",
        "wa_ng",
        "王五六七",
        "wáng",
        1234,
        b"wang",
        True,
    ],
    "cases": [
        None,
        {},
        "registry:ledger",
        [None],
        ["registry"],
        ["registry:"],
        [":ledger"],
        ["registry:abc"],
        ["registry:" + "a" * 27],
        ["Registry:ledger"],
        ["registry:Ledger"],
        ["1a:ledger"],
        ["_a:ledger"],
        ["registry:ledger:more"],
        ["registry:led ger"],
        ["registry:ledger\n"],
        ["b:0000", "a:0000"],
        ["a:0000", "a:0000"],
        ["a:0000", 1],
        [b"a:0000"],
        [f"cycle:{n:04}" for n in range(1025)],
    ],
    "id": [None, "", b"", bytes(15), bytes(17), "i" * 16, 16],
    "key": [None, "", b"", bytes(31), bytes(33), "k" * 32],
    "late": ["", "Offline", "late", True, 0, b"offline", ["offline"]],
    "ledger": ["", b"", bytes(31), bytes(33), "l" * 32, 0, False],
    "seen": [
        True,
        {},
        [],
        [1],
        [1, D1, D1],
        [0, D1],
        [-1, D1],
        [True, D1],
        ["1", D1],
        [1, bytes(31)],
        [1, None],
        [None, D1],
        [1, "a" * 32],
    ],
    "signed": [None, True, 1.0, "2026-01-05", b"", [1]],
    "type": [
        None,
        "",
        "a" * 65,
        "Key",
        "0a",
        "_a",
        "a-b",
        "a.b",
        "a b",
        "a\n",
        "ä",
        b"a",
        1,
        True,
        "ledger.acts:Key",
    ],
    "v": [None, 0, -1, True, "1", 1.0, [1]],
    "data": [None, [], "", b"", 1, True],
    "mode": [None, "", "Own", "mandate", "transcribed", "other", True, 1, b"own", ["own"]],
    "for": ["wang1", "", "Wang", "abc", 1, True, b"wang1"],
    "acknowledges": [None, {}, "", ["a"], [None]],
}


def test_the_tables_cover_every_key():
    assert sorted(FITS) == sorted(MISFITS) == sorted(KEYS)
    assert list(KEYS) == sorted(KEYS)
    assert len(KEYS) == 18


@pytest.mark.parametrize(
    ("key", "value"), [(k, v) for k, all_ in FITS.items() for v in all_], ids=lambda v: repr(v)[:30]
)
def test_fits(key, value):
    assert head_misfit(head(**{key: value})) is None


@pytest.mark.parametrize(
    ("key", "value"), [(k, v) for k, all_ in MISFITS.items() for v in all_], ids=lambda v: repr(v)[:30]
)
def test_misfits(key, value):
    assert head_misfit(head(**{key: value}))
    assert code_of(check, head(**{key: value})) == "not_an_act"


@pytest.mark.parametrize("key", KEYS)
def test_no_key_less(key):
    act = head()
    del act[key]
    assert head_misfit(act)


@pytest.mark.parametrize("key", ["", "a", "vv", "sig", "at2", "digest"])
def test_no_key_more(key):
    assert head_misfit({**head(), key: None})


@pytest.mark.parametrize("act", [None, [], "", b"", 1, list(head().items()), {}])
def test_only_a_map(act):
    assert head_misfit(act)


@pytest.mark.parametrize("mode", ["mandate", "transcribed"])
def test_who_it_is_for_is_named_exactly_when_it_is_not_ones_own(mode):
    assert head_misfit(head(mode=mode, for_="body1")) is None
    assert head_misfit(head(mode=mode, for_=None))
    assert head_misfit(head(mode=mode, for_="Body"))
    assert head_misfit(head(mode=mode, for_="abc"))
    assert head_misfit(head(mode="own", for_="body1"))


def test_only_a_transcriber_acknowledges():
    assert head_misfit(head(mode="transcribed", for_="body1", acknowledges=["a@1", "b@2:(一)"])) is None
    for wrong in (["b", "a"], ["a", "a"], [None], [b"a"], ["a", 1], None):
        assert head_misfit(head(mode="transcribed", for_="body1", acknowledges=wrong))
    assert head_misfit(head(mode="mandate", for_="body1", acknowledges=["a"]))
    assert head_misfit(head(mode="mandate", for_="body1")) is None


def test_lists_ascend_by_bytes():
    """By the bytes of UTF-8: beyond the basic plane that is another order than that of UTF-16."""
    assert head_misfit(head(mode="transcribed", for_="body1", acknowledges=["\uffff", "\U00010000"])) is None
    assert head_misfit(head(mode="transcribed", for_="body1", acknowledges=["\U00010000", "\uffff"]))


def test_a_life_act_is_always_ones_own():
    with pytest.raises(LedgerError) as caught:
        check(head(mode="mandate", for_="body1"))
    assert caught.value.code == "not_an_act"
    assert head_misfit(head(mode="mandate", for_="body1")) is None


def test_types_that_are_not_to_be_had():
    assert code_of(check, head(type="weather_noted")) == "unknown_type"
    assert code_of(check, head(v=2)) == "unknown_type"
    assert code_of(check, head(type="key_recovered")) == "type_waiting"
    assert check(head()).name == "key_confirmed"


def test_data_is_judged_by_the_type_and_the_head_first():
    assert code_of(check, head(data={})) == "not_an_act"
    assert code_of(check, head(data={"key": D1, "more": 1})) == "not_an_act"
    assert code_of(check, head(type="weather_noted", by="X")) == "not_an_act"


def test_remembered_texts_are_of_their_own_kind():
    """A text that once passed as a post must not pass as an id: the memory keeps the kinds apart."""
    assert head_misfit(head(as_="a_post")) is None
    assert head_misfit(head(by="a_post"))
    assert head_misfit(head(by="wangwu")) is None
    assert head_misfit(head(cases=["wangwu"]))
    assert head_misfit(head(as_="x")) is None
    assert head_misfit(head(mode="mandate", for_="x"))


def test_the_memory_of_texts_does_not_grow_for_ever():
    memories = [kept for name, kept in vars(room).items() if name.startswith("_known")]
    assert memories
    for number in range(9000):
        assert head_misfit(head(by=f"p{number:06}", cases=[f"cycle:{number:06}"])) is None
    assert all(len(kept) <= 8192 for kept in memories)
    assert head_misfit(head(by="p-late"))
    assert head_misfit(head(by="plate", cases=["cycle:late"])) is None
    assert head_misfit(head(cases=["cycle:Late"]))


def test_a_good_head_survives_its_bytes():
    act = act_of(
        "post_assigned", batch=[ID, 1, 2], seen=[9, D1], basis=[D1, D2], at="2026-01-05", late="offline"
    )
    assert head_misfit(canon.decode(canon.encode(act))) is None


@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=6))
def test_any_values_get_an_answer(parts):
    act = {**head(), **parts}
    answer = head_misfit(act)
    assert answer is None or isinstance(answer, str)
    try:
        check(act)
    except LedgerError as error:
        assert error.code in ("not_an_act", "unknown_type", "type_waiting")
        assert answer is None or error.code == "not_an_act"
    else:
        assert answer is None


@given(st.sampled_from(KEYS), st.sampled_from(BEYOND))
def test_odd_values_get_an_answer(key, value):
    head_misfit(head(**{key: value}))
