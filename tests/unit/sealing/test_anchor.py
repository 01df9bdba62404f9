"""The anchor: what it says, when it is unreadable, and when its quorum is reached."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LedgerError
from ledger.sealing import anchor as anchors
from ledger.sealing.anchor import Group, Times, Witness
from ledger.sealing.vkeys import LEDGER, WITNESS, VerifierKey
from tests.unit.sealing.signers import ORIGIN, ledger_key, private, witness_key

LEDGER_ID = bytes(range(32))
LOG = ledger_key()
A, B, C, D = (witness_key(f"{name}.example") for name in ("a", "b", "c", "d"))
HEAD = f"#ledger {LEDGER_ID.hex()}\nlog {LOG}\n"
WITNESSES = f"witness oversight {A}\nwitness archive {B}\n"
TEXT = f"{HEAD}{WITNESSES}group both 2 oversight archive\nquorum both\n"


def error_of(text: str | bytes) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        anchors.parse(text)
    assert caught.value.code == "anchor_unreadable"
    assert "未知" not in caught.value.message
    assert "未知" not in caught.value.english
    return caught.value


# --- reading and writing ---


def test_the_form_of_the_format():
    anchor = anchors.parse(TEXT)
    assert anchor.ledger == LEDGER_ID
    assert anchor.origin == ORIGIN
    assert anchor.logs == (LOG,)
    assert anchor.witnesses == (Witness("oversight", A), Witness("archive", B))
    assert anchor.groups == (Group("both", 2, ("oversight", "archive")),)
    assert anchor.quorum == "both"
    assert anchor.keys == (LOG, A, B)
    assert anchor.format() == TEXT
    assert anchors.parse(TEXT.encode()) == anchor


def test_make_gives_what_parse_reads():
    made = anchors.make(
        LEDGER_ID,
        [LOG],
        [Witness("oversight", A), Witness("archive", B)],
        [Group("both", 2, ("oversight", "archive"))],
        "both",
    )
    assert made == anchors.parse(TEXT)
    alone = anchors.make(LEDGER_ID, [LOG], [])
    assert alone.format() == f"{HEAD}quorum none\n"
    assert alone.quorum is None


def test_freedoms_of_the_policy_syntax():
    anchor = anchors.parse(
        f"#ledger {LEDGER_ID.hex()}\n"
        "# 由监督单位公布\n"
        "\n"
        f"  witness\t监督 {A} https://witness.example/submit \n"
        "\t# a remark\n"
        f"witness archive\t\t{B}\n"
        "group both all 监督 archive\n"
        "quorum both\n"
        f"log {LOG} https://ledger.example/\n"
        " \t\n"
    )
    assert anchor.witnesses == (Witness("监督", A), Witness("archive", B))
    assert anchor.groups == (Group("both", 2, ("监督", "archive")),)
    assert anchors.parse(anchor.format()) == anchor


def test_any_and_all_are_numbers():
    text = f"{HEAD}{WITNESSES}witness third {C}\ngroup g %s oversight archive third\nquorum g\n"
    assert anchors.parse(text % "any").groups[0].needed == 1
    assert anchors.parse(text % "all").groups[0].needed == 3
    assert anchors.parse(text % "2").groups[0].needed == 2


def test_two_keys_of_one_ledger():
    new = ledger_key("new")
    assert anchors.parse(f"{HEAD}log {new}\nquorum none\n").logs == (LOG, new)


def test_thirty_two_of_everything():
    # As many as the standard recommends to support.
    witnesses = [Witness(f"w{n}", witness_key(f"w{n}.example")) for n in range(32)]
    groups = [Group("g0", 1, ("w0",)), *(Group(f"g{n}", 2, (f"g{n - 1}", f"w{n}")) for n in range(1, 32))]
    logs = [ledger_key(f"log{n}") for n in range(32)]
    anchor = anchors.make(LEDGER_ID, logs, witnesses, groups, "g31")
    assert anchor.satisfied({f"w{n}" for n in range(32)})
    assert not anchor.satisfied({f"w{n}" for n in range(31)})


def test_the_same_public_key_under_another_name_or_kind_is_the_same_key():
    renamed = VerifierKey.of(private("a.example"), "z.example", WITNESS)
    assert error_of(f"{HEAD}witness a {A}\nwitness z {renamed}\nquorum none\n").facts["line"] == 4
    own = VerifierKey.of(private("ledger"), ORIGIN, WITNESS)
    assert error_of(f"{HEAD}witness own {own}\nquorum none\n").facts["line"] == 3


OTHER_ORIGIN = VerifierKey.of(private("x"), "other.example/ledger", LEDGER)
UNREADABLE = {
    "empty": ("", 1),
    "one line end": ("\n", 1),
    "no ledger": (f"log {LOG}\nquorum none\n", 1),
    "ledger not first": (f"\n{HEAD}quorum none\n", 1),
    "ledger indented": (f" {HEAD}quorum none\n", 1),
    "ledger in capitals": (f"#ledger {'AB' * 32}\nlog {LOG}\nquorum none\n", 1),
    "ledger too short": (f"#ledger {'ab' * 31}\nlog {LOG}\nquorum none\n", 1),
    "ledger with more": (f"#ledger {'ab' * 32} \nlog {LOG}\nquorum none\n", 1),
    "ledger with a space too many": (f"#ledger  {'ab' * 32}\nlog {LOG}\nquorum none\n", 1),
    "byte order mark": ("\ufeff" + TEXT, 1),
    "ledger twice": (f"{HEAD}#ledger {'ab' * 32}\nquorum none\n", 3),
    "CR LF": (TEXT.replace("\n", "\r\n"), 1),
    "no last line end": (TEXT[:-1], 1),
    "NUL": (TEXT.replace("both\n", "both\0\n"), 1),
    "DEL": (TEXT + "# \x7f\n", 1),
    "form feed": (TEXT + "\x0c\n", 1),
    "surrogate": (TEXT + "# \ud800\n", 1),
    "too long": (TEXT + "#" * 65_536 + "\n", 1),
    "no log": (f"#ledger {LEDGER_ID.hex()}\nquorum none\n", 2),
    "two origins": (f"{HEAD}log {OTHER_ORIGIN}\nquorum none\n", 3),
    "log twice": (f"{HEAD}log {LOG}\nquorum none\n", 3),
    "log of a witness kind": (f"{HEAD}log {A}\nquorum none\n", 3),
    "log without key": (f"{HEAD}log\nquorum none\n", 3),
    "log with three words": (f"{HEAD}log {ledger_key('n')} u v\nquorum none\n", 3),
    "log with a changed key": (f"{HEAD}log {LOG}A\nquorum none\n", 3),
    "witness of a ledger kind": (f"{HEAD}witness w {ledger_key('n')}\nquorum none\n", 3),
    "witness twice": (f"{HEAD}witness w {A}\nwitness v {A}\nquorum none\n", 4),
    "witness name twice": (f"{HEAD}witness w {A}\nwitness w {B}\nquorum none\n", 4),
    "witness called none": (f"{HEAD}witness none {A}\nquorum none\n", 3),
    "witness without name": (f"{HEAD}witness {A}\nquorum none\n", 3),
    "witness with a bad key": (f"{HEAD}witness w {str(A)[:-1]}B\nquorum none\n", 3),
    "witness with four words": (f"{HEAD}witness w {A} u v\nquorum none\n", 3),
    "wide space between words": (f"{HEAD}witness\u3000w\u3000{A}\nquorum none\n", 3),
    "group of nobody": (f"{HEAD}{WITNESSES}group g all\nquorum none\n", 5),
    "group before its members": (f"{HEAD}group g 1 oversight\n{WITNESSES}quorum g\n", 3),
    "group of itself": (f"{HEAD}{WITNESSES}group g 1 g\nquorum g\n", 5),
    "group of none": (f"{HEAD}{WITNESSES}group g 1 none\nquorum g\n", 5),
    "group called none": (f"{HEAD}{WITNESSES}group none 1 archive\nquorum none\n", 5),
    "group named as a witness": (f"{HEAD}{WITNESSES}group archive 1 oversight\nquorum none\n", 5),
    "group with unknown member": (f"{HEAD}{WITNESSES}group g 1 oversight press\nquorum g\n", 5),
    "group with a member twice": (f"{HEAD}{WITNESSES}group g 2 archive archive\nquorum g\n", 5),
    "member of two groups": (f"{HEAD}{WITNESSES}group g 1 archive\ngroup h 1 archive\nquorum h\n", 6),
    "group needs 0": (f"{HEAD}{WITNESSES}group g 0 archive\nquorum g\n", 5),
    "group needs more than it has": (f"{HEAD}{WITNESSES}group g 3 oversight archive\nquorum g\n", 5),
    "group needs a word": (f"{HEAD}{WITNESSES}group g most archive\nquorum g\n", 5),
    "group needs 01": (f"{HEAD}{WITNESSES}group g 01 archive\nquorum g\n", 5),
    "group needs -1": (f"{HEAD}{WITNESSES}group g -1 archive\nquorum g\n", 5),
    "group needs a wide digit": (f"{HEAD}{WITNESSES}group g １ archive\nquorum g\n", 5),
    "group needs 5000 digits": (f"{HEAD}{WITNESSES}group g {'1' * 5000} archive\nquorum g\n", 5),
    "no quorum": (HEAD + WITNESSES, 4),
    "two quorums": (TEXT + "quorum both\n", 7),
    "two quorums none": (f"{HEAD}quorum none\nquorum none\n", 4),
    "quorum unknown": (f"{HEAD}{WITNESSES}quorum press\n", 5),
    "quorum before its group": (f"{HEAD}{WITNESSES}quorum g\ngroup g 1 archive\n", 5),
    "quorum of two": (f"{HEAD}{WITNESSES}quorum oversight archive\n", 5),
    "quorum of nothing": (f"{HEAD}{WITNESSES}quorum\n", 5),
    "a log as quorum": (f"{HEAD}{WITNESSES}quorum {ORIGIN}\n", 5),
    "unknown word": (f"{HEAD}trust everybody\nquorum none\n", 3),
    "capitals": (f"{HEAD}Quorum none\n", 3),
}


@pytest.mark.parametrize(("text", "line"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_unreadable_anchors(text: str, line: int):
    assert error_of(text).facts["line"] == line


@pytest.mark.parametrize(
    "raw", [b"\xff\n", TEXT.encode() + b"# \x80\n", TEXT.encode("utf-16"), TEXT.encode()[:-1]]
)
def test_bytes_that_are_no_anchor(raw: bytes):
    error_of(raw)


@pytest.mark.parametrize(
    "parts",
    [
        (LEDGER_ID[:-1], [LOG], []),
        (LEDGER_ID, [], []),
        (LEDGER_ID, [LOG], [Witness("a b", A)]),
        (LEDGER_ID, [LOG], [Witness("a\nquorum", A)]),
        (LEDGER_ID, [LOG], [Witness("a\ud800", A)]),
        (LEDGER_ID, [LOG], [Witness("", A)]),
        (LEDGER_ID, [LOG], [Witness("a", A), Witness("b", A)]),
        (LEDGER_ID, [LOG], [Witness("a", A)], [Group("g", 1, ())], "g"),
        (LEDGER_ID, [LOG], [Witness("a", A)], [Group("g", 2, ("a",))], "g"),
        (LEDGER_ID, [LOG], [Witness("a", A)], [], "b"),
        (LEDGER_ID, [LOG], [Witness("a", A)], [], "none"),
        (LEDGER_ID, [A], []),
    ],
)
def test_make_refuses_what_could_not_be_read_back(parts: tuple):
    with pytest.raises(LedgerError) as caught:
        anchors.make(*parts)
    assert caught.value.code == "anchor_unreadable"


# --- quorum and times ---


def test_a_quorum_of_all():
    anchor = anchors.parse(TEXT)
    assert not anchor.satisfied(set())
    assert not anchor.satisfied({"oversight"})
    assert not anchor.satisfied({"oversight", "press"})
    assert anchor.satisfied({"oversight", "archive", "press"})
    assert anchor.publishes({A: (1,), B: (2,)})
    assert not anchor.publishes({A: (1,), C: (2,)})
    assert not anchor.publishes({A: (1,), B: ()})


def test_no_quorum_asked_for():
    anchor = anchors.parse(f"{HEAD}{WITNESSES}quorum none\n")
    assert anchor.satisfied(set())
    assert anchor.publishes({})
    assert anchor.times({A: [5], B: [6]}) == Times(None, None)


def test_one_witness_as_quorum():
    anchor = anchors.parse(f"{HEAD}{WITNESSES}quorum oversight\n")
    assert anchor.satisfied({"oversight"})
    assert not anchor.satisfied({"archive"})
    assert anchor.times({A: [30, 10, 20], B: [5, 50]}) == Times(10, 30)
    assert anchor.times({B: [5]}) == Times(None, None)


def test_times_of_both():
    anchor = anchors.parse(TEXT)
    # Published when the later of the two first cosigned; stood behind until the earlier of the two last did.
    assert anchor.times({A: [10, 40], B: [20, 30]}) == Times(20, 30)
    assert anchor.times({A: [10], B: [0]}) == Times(10, 0)
    assert anchor.times({A: [10], B: []}) == Times(None, None)
    assert anchor.times({A: [10]}) == Times(None, None)
    assert anchor.times({}) == Times(None, None)
    assert anchor.times({A: [10], B: [20], C: [1]}) == Times(20, 10)


def test_times_of_one_of_two():
    anchor = anchors.parse(TEXT.replace("both 2", "both any"))
    assert anchor.times({A: [10, 40], B: [20, 30]}) == Times(10, 40)
    assert anchor.times({B: [20]}) == Times(20, 20)


NESTED = anchors.parse(
    f"{HEAD}witness a {A}\nwitness b {B}\nwitness c {C}\nwitness d {D}\n"
    "group pair all a b\ngroup most 2 pair c d\nquorum most\n"
)


def stands(names: set[str]) -> bool:
    return ("a" in names and "b" in names) + ("c" in names) + ("d" in names) >= 2


def test_nested_groups():
    for chosen in product([False, True], repeat=4):
        names = {name for name, taken in zip("abcd", chosen, strict=True) if taken}
        assert NESTED.satisfied(names) == stands(names)


@given(st.fixed_dictionaries({name: st.lists(st.integers(0, 9), max_size=3) for name in "abcd"}))
def test_times_are_what_they_are_defined_as(cosigned: dict[str, list[int]]):
    keys = {witness.name: witness.key for witness in NESTED.witnesses}
    first = [
        t for t in range(10) if stands({n for n, at in cosigned.items() if any(each <= t for each in at)})
    ]
    latest = [
        t for t in range(10) if stands({n for n, at in cosigned.items() if any(each >= t for each in at)})
    ]
    times = NESTED.times({keys[name]: at for name, at in cosigned.items()})
    assert times == Times(min(first, default=None), max(latest, default=None))
    assert NESTED.publishes({keys[name]: at for name, at in cosigned.items()}) == (times.first is not None)


@given(st.integers(1, 6), st.data())
def test_any_anchor_reads_back(count: int, data: st.DataObject):
    names = [f"w{number}" for number in range(count)]
    witnesses = [Witness(name, witness_key(f"{name}.example")) for name in names]
    free, groups = list(names), list[Group]()
    while len(free) > 1 and data.draw(st.booleans()):
        size = data.draw(st.integers(1, len(free)))
        members, free = tuple(free[:size]), free[size:]
        groups.append(Group(f"g{len(groups)}", data.draw(st.integers(1, size)), members))
        free.append(groups[-1].name)
    quorum = data.draw(st.sampled_from([None, *names, *(group.name for group in groups)]))
    anchor = anchors.make(LEDGER_ID, [LOG], witnesses, groups, quorum)
    assert anchors.parse(anchor.format()) == anchor
    assert anchor.satisfied(set(names))


# --- nothing but our own errors ---


def only_our_errors(text: str | bytes) -> None:
    try:
        anchor = anchors.parse(text)
    except LedgerError:
        return
    assert anchors.parse(anchor.format()) == anchor


@given(st.text() | st.binary() | st.text().map(HEAD.__add__))
def test_any_text(text: str | bytes):
    only_our_errors(text)


@given(
    st.integers(0, len(TEXT)),
    st.integers(0, 60),
    st.text(alphabet=st.sampled_from(" \n\t#012ab\u3000"), max_size=6) | st.text(max_size=3),
)
def test_mutated_anchors(at: int, cut: int, put: str):
    only_our_errors(TEXT[:at] + put + TEXT[at + cut :])
