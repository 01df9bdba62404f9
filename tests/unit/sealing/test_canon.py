"""Canonical bytes: every sentence of format §1, each rule with the bytes just inside and just outside of it."""

import struct

import msgpack
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ledger.errors import LedgerError
from ledger.sealing import canon
from tests.unit.sealing import reference
from tests.unit.sealing.signers import code_of

MOST = 2**53 - 1


def h(text: str) -> bytes:
    return bytes.fromhex(text)


def nested(containers: int, array: bool = True) -> bytes:
    """The bytes of that many containers in one another; the innermost is empty."""
    return h("91" if array else "81a161") * (containers - 1) + h("90" if array else "80")


# One value, one encoding: the shortest form of each kind, at both sides of each border between forms.
GOOD = {
    "c0": None,
    "c2": False,
    "c3": True,
    "00": 0,
    "7f": 127,
    "cc80": 128,
    "ccff": 255,
    "cd0100": 256,
    "cdffff": 65535,
    "ce00010000": 65536,
    "ceffffffff": 2**32 - 1,
    "cf0000000100000000": 2**32,
    "cf001fffffffffffff": MOST,
    "ff": -1,
    "e0": -32,
    "d0df": -33,
    "d080": -128,
    "d1ff7f": -129,
    "d18000": -(2**15),
    "d2ffff7fff": -(2**15) - 1,
    "d280000000": -(2**31),
    "d3ffffffff7fffffff": -(2**31) - 1,
    "d3ffe0000000000001": -MOST,
    "a0": "",
    "bf" + "61" * 31: "a" * 31,
    "d920" + "61" * 32: "a" * 32,
    "d9ff" + "61" * 255: "a" * 255,
    "da0100" + "61" * 256: "a" * 256,
    "daffff" + "61" * 65535: "a" * 65535,
    "db00010000" + "61" * 65536: "a" * 65536,
    "a6e8af84e5aea1": "评审",
    "a4f0a0ae9f": "\U00020b9f",
    "a3ee8080": "\ue000",  # private use: rare names live there
    "a5efbbbf610a": "\ufeffa\n",
    "a365cc81": "e\u0301",  # not NFC
    "a100": "\0",  # a verifier looks at UTF-8 only; what a desk admits is ledger.acts.text
    "c400": b"",
    "c4ff" + "00" * 255: bytes(255),
    "c50100" + "00" * 256: bytes(256),
    "c600010000" + "00" * 65536: bytes(65536),
    "c40281a1": b"\x81\xa1",  # byte strings are not looked into
    "90": [],
    "9f" + "c0" * 15: [None] * 15,
    "dc0010" + "c0" * 16: [None] * 16,
    "dd00010000" + "c0" * 65536: [None] * 65536,
    "80": {},
    "82a161c0a16201": {"a": None, "b": 1},
    "82a16101a26130c3": {"a": 1, "a0": True},
    "82a26139c0a2615fc0": {"a9": None, "a_": None},  # 9 (39) before _ (5f)
    "83a161c0a2615fc0a26161c0": {"a": None, "a_": None, "aa": None},
}

BAD = {
    "nothing": "",
    "trailing byte": "c000",
    "trailing value": "8080",
    "cut in a number": "cd01",
    "cut in a text": "a261",
    "cut in bytes": "c402ff",
    "cut in an array": "92c0",
    "cut in a map": "81a161",
    "never used byte": "c1",
    # ---- numbers ----
    "uint 8 for a fixint": "cc7f",
    "uint 16 for a uint 8": "cd00ff",
    "uint 32 for a uint 16": "ce0000ffff",
    "uint 64 for a uint 32": "cf00000000ffffffff",
    "uint 64 for zero": "cf0000000000000000",
    "int 8 for a negative fixint": "d0e0",
    "int 8 for zero": "d000",
    "int 8 for a positive": "d07f",
    "int 16 for an int 8": "d1ff80",
    "int 16 for a positive that needs uint 8": "d10080",
    "int 32 for an int 16": "d2ffff8000",
    "int 64 for an int 32": "d3ffffffff80000000",
    "int 64 for a positive": "d3001fffffffffffff",
    "2^53": "cf0020000000000000",
    "-2^53": "d3ffe0000000000000",
    "2^64 - 1": "cfffffffffffffffff",
    "-2^63": "d38000000000000000",
    "float 32": "ca3f800000",
    "float 64": "cb3ff0000000000000",
    "not a number": "cb7ff8000000000000",
    "float in an array": "91cb3ff0000000000000",
    # ---- text and bytes ----
    "str 8 for a fixstr": "d90161",
    "str 16 for a str 8": "da0020" + "61" * 32,
    "str 32 for a str 16": "db00000100" + "61" * 256,
    "bin 16 for a bin 8": "c5000100",
    "bin 32 for a bin 16": "c600000100" + "00" * 256,
    "text that is not UTF-8": "a1ff",
    "overlong UTF-8": "a2c080",
    "surrogate in UTF-8": "a3eda080",
    "surrogate pair in UTF-8": "a6eda080edb080",
    "beyond Unicode": "a4f4908080",
    "text cut within a character": "a2e8af",
    # ---- extension types ----
    "ext 8": "c7010500",
    "ext 16": "c800010500",
    "ext 32": "c9000000010500",
    "fixext 1": "d40500",
    "fixext 2": "d5050000",
    "fixext 4": "d60500000000",
    "fixext 16": "d805" + "00" * 16,
    "timestamp 32": "d6ff00000000",
    "timestamp 64": "d7ff0000000000000000",
    "timestamp 96": "c70cff" + "00" * 12,
    "ext in a map": "81a161d40500",
    # ---- containers ----
    "array 16 for a fixarray": "dc000f" + "c0" * 15,
    "array 32 for an array 16": "dd00000010" + "c0" * 16,
    "map 16 for a fixmap": "de0001a161c0",
    "map 32 for a fixmap": "df00000001a161c0",
    "array that claims 4 thousand million": "ddffffffffc0",
    "map that claims 4 thousand million": "dfffffffffa161c0",
    "key twice": "82a161c0a161c0",
    "key twice, values differ": "82a161c0a16101",
    "keys descend": "82a162c0a161c0",
    "keys descend: longer before its beginning": "82a26161c0a161c0",
    "keys descend below": "9181a16182a162c0a161c0",
    "empty key": "81a0c0",
    "capital key": "81a141c0",
    "key begins with a digit": "81a130c0",
    "key begins with a line": "81a15fc0",
    "key with a hyphen": "81a3612d62c0",
    "key with a dot": "81a3612e62c0",
    "key with a line end": "81a2610ac0",
    "key in Chinese": "81a3e8af84c0",
    "key with a full-width digit": "81a461efbc91c0",
    "key that is a number": "8101c0",
    "key that is nil": "81c0c0",
    "key that is true": "81c3c0",
    "key that is bytes": "81c40161c0",
    "key that is an array": "8190c0",
    "key that is a map": "8180c0",
    "key in a long form": "81d90161c0",
    # ---- depth ----
    "17 arrays": nested(17).hex(),
    "17 maps": nested(17, array=False).hex(),
    "a map in 16 arrays": (h("91") * 16 + h("80")).hex(),
    "an array in 16 maps": (h("81a161") * 16 + h("90")).hex(),
    "500 arrays": nested(500).hex(),
    "100,000 arrays": nested(100_000).hex(),
    "100,000 maps": nested(100_000, array=False).hex(),
}


@pytest.mark.parametrize("encoded", GOOD, ids=lambda encoded: encoded[:20])
def test_one_value_one_encoding(encoded):
    value = GOOD[encoded]
    assert canon.encode(value).hex() == encoded
    decoded = canon.decode(h(encoded))
    assert decoded == value
    assert type(decoded) is type(value)
    assert reference.encode(value).hex() == encoded
    assert reference.decode(h(encoded)) == value


@pytest.mark.parametrize("name", BAD)
def test_every_other_form_is_refused(name):
    assert code_of(canon.decode, h(BAD[name])) == "not_canonical"
    with pytest.raises(reference.NotAllowed):
        reference.decode(h(BAD[name]))


@pytest.mark.parametrize("array", [True, False])
def test_sixteen_containers_and_no_more(array):
    deepest = canon.decode(nested(16, array))
    assert canon.encode(deepest) == nested(16, array)
    assert code_of(canon.encode, [deepest] if array else {"a": deepest}) == "not_canonical"
    # A value inside the sixteenth container is no deeper container.
    inner = h("91") * 16 + h("c0")
    assert canon.encode(canon.decode(inner)) == inner
    inner = h("81a161") * 16 + h("a161")
    assert canon.encode(canon.decode(inner)) == inner


def test_keys_are_sorted_by_the_encoder():
    backwards = {"b": {"z": 1, "a": 2}, "a_": 0, "aa": 0, "a0": 0, "a": [{"y": 1, "x": 2}]}
    assert canon.encode(backwards) == canon.encode(
        {"a": [{"x": 2, "y": 1}], "a0": 0, "a_": 0, "aa": 0, "b": {"a": 2, "z": 1}}
    )
    assert list(canon.decode(canon.encode(backwards))) == ["a", "a0", "a_", "aa", "b"]


class _Int(int):
    pass


class _Str(str):
    __slots__ = ()


class _Dict(dict):
    pass


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        1 << 53,
        -(1 << 53),
        10**30,
        "\ud800",
        ["a", "\udfff"],
        {1, 2},
        frozenset(),
        bytearray(b"a"),
        memoryview(b"a"),
        object(),
        1j,
        _Int(1),
        _Str("a"),
        _Dict(),
        msgpack.Timestamp(0),
        msgpack.ExtType(5, b""),
        {1: 1},
        {None: 1},
        {b"a": 1},
        {"A": 1},
        {"": 1},
        {"a-b": 1},
        {"a\n": 1},
        {"ä": 1},
        {"a": 1, 2: 2},
        {"a": [{"b": 2.5}]},
    ],
    ids=lambda value: type(value).__name__,
)
def test_encodes_nothing_that_is_not_listed(value):
    assert code_of(canon.encode, value) == "not_canonical"


def test_true_is_no_integer():
    assert canon.encode([True, 1, False, 0]) == h("94c301c200")
    assert [type(item) for item in canon.decode(h("94c301c200"))] == [bool, int, bool, int]


def test_a_tuple_is_written_as_an_array():
    assert canon.encode((1, ("a",))) == canon.encode([1, ["a"]])


def test_a_value_that_holds_itself():
    loop: list = []
    loop.append(loop)
    assert code_of(canon.encode, loop) == "not_canonical"


@pytest.mark.parametrize("data", [None, "c0", 12, object()], ids=lambda value: type(value).__name__)
def test_what_is_no_byte_string(data):
    assert code_of(canon.decode, data) == "not_canonical"


def test_good_keys_are_remembered_and_bad_ones_never():
    """The memory of keys is only a shortcut: what it holds was checked."""
    for _ in range(3):
        assert code_of(canon.decode, h("81a141c0")) == "not_canonical"
        assert code_of(canon.encode, {"A": None}) == "not_canonical"


def test_a_flood_of_keys_is_still_checked():
    for number in range(5000):
        assert canon.decode(canon.encode({f"flood{number}": 1})) == {f"flood{number}": 1}
    assert code_of(canon.decode, h("81a246" + "31c0")) == "not_canonical"
    assert canon.decode(h("81a47a7a7a7ac0")) == {"zzzz": None}


def test_a_value_can_be_checked_without_its_bytes():
    """For readers that keep values only: the same rules but for shortest forms and doubled keys."""
    for encoded, value in GOOD.items():
        canon.check_value(value)
        assert canon.decode(h(encoded)) == value
    wrong: object
    for wrong in (1.5, 2**53, {"A": 1}, {"b": 1, "a": 2}, {1: 2}, [set()], msgpack.Timestamp(0), (1,)):
        assert code_of(canon.check_value, wrong) == "not_canonical"


def test_a_value_checked_within_others_may_be_less_deep():
    for depth in range(17):
        inner = canon.decode(nested(16 - depth)) if depth < 16 else None
        canon.check_value(inner, depth=depth)
        assert code_of(lambda v, d: canon.check_value(v, depth=d), [inner], depth) == "not_canonical"


integers = st.integers(-MOST, MOST) | st.sampled_from(
    [
        sign * 2**power + step
        for sign in (1, -1)
        for power in (5, 7, 8, 15, 16, 31, 32, 52)
        for step in (-1, 0, 1)
    ]
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
keys = st.from_regex(r"\A[a-z][a-z0-9_]{0,8}\Z")
leaves = st.none() | st.booleans() | integers | texts | st.binary(max_size=300)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=18) | st.dictionaries(keys, inner, max_size=18),
    max_leaves=40,
)


@given(values)
def test_round_trip_and_the_reference_agrees(value):
    encoded = canon.encode(value)
    assert canon.decode(encoded) == value
    assert reference.encode(value) == encoded
    assert reference.decode(encoded) == value


class _Pairs(list):
    """A map in a fixed order, keys as they come, twice if they come twice."""


# msgpack of any kind, canonical or not: what a careless or a hostile writer could send.
loose = st.recursive(
    leaves
    | st.floats()
    | st.integers(-(2**63), 2**64 - 1)
    | st.builds(msgpack.ExtType, st.integers(0, 127), st.binary(max_size=3)),
    lambda inner: (
        st.lists(inner, max_size=4) | st.lists(st.tuples(keys | leaves, inner), max_size=4).map(_Pairs)
    ),
    max_leaves=12,
)


def loosely(value) -> bytes:
    if isinstance(value, _Pairs):
        head = struct.pack(">BH", 0xDE, len(value)) if len(value) > 2 else bytes([0x80 | len(value)])
        return head + b"".join(loosely(k) + loosely(v) for k, v in value)
    if isinstance(value, list):
        return bytes([0x90 | len(value)]) + b"".join(map(loosely, value))
    return bytes(msgpack.packb(value))


def same_as_reference(data: bytes) -> None:
    try:
        wanted = reference.decode(data)
    except reference.NotAllowed:
        assert code_of(canon.decode, data) == "not_canonical"
    else:
        assert canon.decode(data) == wanted
        assert canon.encode(wanted) == data


@given(st.binary(max_size=60))
@example(h("81a161"))
@example(h("dc0001c0"))
def test_any_bytes_are_decoded_or_refused_as_the_reference_does(data):
    same_as_reference(data)


@given(loose.map(loosely))
def test_any_msgpack_is_decoded_or_refused_as_the_reference_does(data):
    same_as_reference(data)


@given(values, st.data())
def test_a_changed_byte_is_another_value_or_none(value, data):
    encoded = bytearray(canon.encode(value))
    at = data.draw(st.integers(0, len(encoded) - 1))
    encoded[at] ^= data.draw(st.integers(1, 255))
    same_as_reference(bytes(encoded))
    try:
        assert canon.encode(canon.decode(bytes(encoded))) == bytes(encoded)
    except LedgerError as error:
        assert error.code == "not_canonical"
