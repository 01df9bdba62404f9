"""Receipts: the tlog-proof layout, what a good one proves, and that no changed one proves anything."""

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LedgerError
from ledger.sealing import notes, proofs, receipts
from ledger.sealing.tree import Frontier, leaf_hash
from tests.unit.sealing.signers import ORIGIN, code_of, ledger_key, private, witness_key

RECORDS = [b"record %d " % number + bytes(range(60)) for number in range(13)]
NODES = {
    (level, number): digest
    for level, number, digest in Frontier().extend(leaf_hash(record) for record in RECORDS)
}
W1 = "oversight.example"
KEYS = [ledger_key(), witness_key(W1)]


def stored(level: int, number: int) -> bytes:
    return NODES[level, number]


def note_at(size: int) -> str:
    body = notes.checkpoint_body(ORIGIN, size, proofs.root_at(size, stored))
    lines = [
        notes.sign_note(private("ledger"), ORIGIN, body),
        notes.cosign_line(private(W1), W1, body, 1_700_000_000),
    ]
    return notes.note_text(body, lines)


def receipt_of(index: int, size: int) -> str:
    return receipts.make(RECORDS[index], index, proofs.inclusion(index, size, stored), note_at(size))


TEXT = receipt_of(5, 13)


def test_every_record_at_every_size():
    for size in range(1, 14):
        for index in range(size):
            proven = receipts.verify(receipt_of(index, size), KEYS)
            assert (proven.record, proven.position, proven.size) == (RECORDS[index], index + 1, size)
            assert proven.root == proofs.root_at(size, stored)
            assert proven.opened.signed
            assert proven.opened.cosignatures == {witness_key(W1): (1_700_000_000,)}


def test_the_layout_is_that_of_the_standard():
    head, note = TEXT.split("\n\n", 1)
    lines = head.split("\n")
    assert lines[0] == "c2sp.org/tlog-proof@v1"
    assert lines[1] == "extra " + b64encode(RECORDS[5]).decode()
    assert lines[2] == "index 5"
    assert lines[3:] == [b64encode(each).decode() for each in proofs.inclusion(5, 13, stored)]
    assert lines[3] == b64encode(leaf_hash(RECORDS[4])).decode(), "the leaf's sibling comes first"
    assert note == note_at(13)


def test_a_tree_of_one_has_no_path():
    assert receipt_of(0, 1).split("\n")[2:4] == ["index 0", ""]
    assert receipts.verify(receipt_of(0, 1), KEYS).position == 1


def test_reads_back_what_it_wrote():
    receipt = receipts.parse(TEXT)
    assert receipt.text == TEXT
    assert receipts.parse(TEXT.encode()) == receipt
    assert receipts.make(receipt.record, receipt.index, receipt.path, receipt.note) == TEXT


def test_the_largest_record_and_a_full_note_fit():
    record = b"\xff" * 65_535
    frontier = Frontier()
    frontier.push(leaf_hash(record))
    body = notes.checkpoint_body(ORIGIN, 1, frontier.root())
    lines = [notes.sign_note(private("ledger"), ORIGIN, body)]
    lines += [notes.cosign_line(private(W1), W1, body, second) for second in range(99)]
    text = receipts.make(record, 0, [], notes.note_text(body, lines))
    assert receipts.verify(text, KEYS).record == record


def test_keys_decide_what_it_proves():
    assert code_of(receipts.verify, TEXT, []) == "bad_checkpoint"
    assert code_of(receipts.verify, TEXT, [ledger_key("another")]) == "bad_checkpoint"
    assert code_of(receipts.verify, TEXT, [witness_key(W1)]) == "bad_checkpoint"
    assert receipts.verify(TEXT, [ledger_key()]).opened.cosignatures == {}


def test_a_path_that_does_not_fit_is_not_made():
    path, note = proofs.inclusion(5, 13, stored), note_at(13)
    assert code_of(receipts.make, RECORDS[4], 5, path, note) == "receipt_wrong"
    assert code_of(receipts.make, RECORDS[5], 4, path, note) == "receipt_wrong"
    assert code_of(receipts.make, RECORDS[5], 5, path, note_at(12)) == "receipt_wrong"
    assert code_of(receipts.make, RECORDS[5], -1, path, note) == "receipt_wrong"
    assert code_of(receipts.make, RECORDS[5], 5, path, "no note") == "bad_checkpoint"


def test_another_record_another_place_another_note():
    extra, index = TEXT.split("\n")[1:3]
    other = b64encode(RECORDS[6]).decode()
    assert code_of(receipts.verify, TEXT.replace(extra, f"extra {other}"), KEYS) == "receipt_wrong"
    for place in (0, 4, 6, 12, 13, 2**62):
        assert code_of(receipts.verify, TEXT.replace(index, f"index {place}"), KEYS) == "receipt_wrong"
    head = TEXT.split("\n\n")[0]
    assert code_of(receipts.verify, f"{head}\n\n{note_at(12)}", KEYS) == "receipt_wrong"


HEAD, NOTE = TEXT.split("\n\n", 1)
FIRST, EXTRA, INDEX, *PATH = HEAD.split("\n")
MALFORMED = {
    "empty": "",
    "only the first line": FIRST + "\n",
    "no first line": TEXT.removeprefix(FIRST + "\n"),
    "another version": TEXT.replace("@v1", "@v2"),
    "space after the first line": TEXT.replace(FIRST, FIRST + " "),
    "leading line end": "\n" + TEXT,
    "byte order mark": "\ufeff" + TEXT,
    "CR LF": TEXT.replace("\n", "\r\n"),
    "no extra": TEXT.replace(EXTRA + "\n", ""),
    "empty extra": TEXT.replace(EXTRA, "extra "),
    "extra without space": TEXT.replace(EXTRA, "extra"),
    "extra with two spaces": TEXT.replace("extra ", "extra  "),
    "extra after index": TEXT.replace(f"{EXTRA}\n{INDEX}", f"{INDEX}\n{EXTRA}"),
    "extra twice": TEXT.replace(EXTRA, f"{EXTRA}\n{EXTRA}"),
    "extra not base64": TEXT.replace("extra ", "extra *"),
    "no index": TEXT.replace(INDEX + "\n", ""),
    "index with leading zero": TEXT.replace(INDEX, "index 05"),
    "index negative": TEXT.replace(INDEX, "index -5"),
    "index empty": TEXT.replace(INDEX, "index "),
    "index in hex": TEXT.replace(INDEX, "index 0x5"),
    "index of 2**63": TEXT.replace(INDEX, f"index {2**63}"),
    "Index": TEXT.replace("index", "Index"),
    "path hash too short": TEXT.replace(PATH[0], b64encode(bytes(31)).decode()),
    "path hash in hex": TEXT.replace(PATH[0], "ab" * 32),
    "path hash with a space": TEXT.replace(PATH[0], PATH[0] + " "),
    "path of 64": "\n".join([FIRST, EXTRA, INDEX, *[PATH[0]] * 64]) + "\n\n" + NOTE,
    "extra without its word": TEXT.replace("extra ", ""),
    "index without its word": TEXT.replace("index ", ""),
    "neither record nor index": f"{FIRST}\n\n{NOTE}",
    "record without index": f"{FIRST}\n{EXTRA}\n\n{NOTE}",
    "no blank line": TEXT.replace("\n\n", "\n"),
    "no note": HEAD + "\n",
    "control character": TEXT.replace("index", "\x07index"),
    "too long": TEXT.replace(EXTRA, "extra " + "AAAA" * 60_000),
}


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED.keys())
def test_malformed_receipts(text: str):
    assert text != TEXT
    assert code_of(receipts.parse, text) == "receipt_unreadable"
    assert code_of(receipts.verify, text, KEYS) == "receipt_unreadable"


@pytest.mark.parametrize("text", [HEAD + "\n\n", HEAD + "\n\n\n" + NOTE, TEXT + "\n", TEXT + "more\n"])
def test_malformed_notes_in_receipts(text: str):
    assert code_of(receipts.parse, text) == "bad_checkpoint"


def test_the_longest_path_is_read():
    text = "\n".join([FIRST, EXTRA, INDEX, *[PATH[0]] * 63]) + "\n\n" + NOTE
    assert len(receipts.parse(text).path) == 63
    assert code_of(receipts.verify, text, KEYS) == "receipt_wrong"


def test_bytes_that_are_not_utf8():
    assert code_of(receipts.parse, TEXT.encode() + b"\xff\n") == "receipt_unreadable"


def test_every_single_flipped_bit_is_noticed():
    raw = TEXT.encode()
    for at in range(len(raw)):
        for bit in range(8):
            changed = bytearray(raw)
            changed[at] ^= 1 << bit
            try:
                proven = receipts.verify(bytes(changed), KEYS)
            except LedgerError:
                continue
            # Only the witness may have become a stranger; what is proven stays the same.
            assert (proven.record, proven.position, proven.size) == (RECORDS[5], 6, 13)
            assert proven.opened.cosignatures == {}


def only_our_errors(text: str | bytes) -> None:
    try:
        proven = receipts.verify(text, KEYS)
    except LedgerError:
        return
    assert (proven.record, proven.position) == (RECORDS[5], 6)


@given(st.text() | st.binary() | st.text().map(f"{FIRST}\n".__add__))
def test_any_text(text: str | bytes):
    only_our_errors(text)


@given(
    st.integers(0, len(TEXT)),
    st.integers(0, 60),
    st.text(alphabet=st.sampled_from(" \n\t—+=0129Aa/\ud800"), max_size=6) | st.text(max_size=3),
)
def test_mutated_receipts(at: int, cut: int, put: str):
    only_our_errors(TEXT[:at] + put + TEXT[at + cut :])
