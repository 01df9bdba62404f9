"""Verifier keys: keys published by others, mangled ones, and points that are no keys."""

import copy
import pickle
from base64 import b64decode
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LedgerError
from ledger.sealing import algorithms, notes
from ledger.sealing.tree import EMPTY_ROOT
from ledger.sealing.vkeys import LEDGER, WITNESS, VerifierKey
from tests.unit.sealing.signers import ORIGIN, code_of, ledger_key, private, witness_key

PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
FOO = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
W1 = "oversight.example"
BODY = notes.checkpoint_body(ORIGIN, 1, EMPTY_ROOT)


@pytest.mark.parametrize("text", [PETER, FOO])
def test_keys_published_by_others(text: str):
    key = VerifierKey.parse(text)
    assert str(key) == text
    assert key.kind == LEDGER
    assert key.id.hex() == text.split("+")[1]


def test_a_note_published_by_others():
    # The example of C2SP signed-note: not a checkpoint, but its signature is made in the same way.
    body = b"This is an example message.\n"
    line = b64decode(
        "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM="
    )
    key = VerifierKey.parse(FOO)
    assert line[:4] == key.id
    assert key.verify(body, line[4:])
    assert not key.verify(body + b"\n", line[4:])
    assert not key.verify(body, line[4:-1])


def test_every_mangled_key_is_refused():
    VerifierKey.parse(PETER)
    for start in range(len(PETER)):
        for end in range(start + 1, len(PETER) + 1):
            if (start, end) != (0, len(PETER)):
                assert code_of(VerifierKey.parse, PETER[start:end]) in ("bad_vkey", "bad_key")
    for at in range(len(PETER)):
        changed = PETER[:at] + chr(ord(PETER[at]) + 1) + PETER[at + 1 :]
        assert code_of(VerifierKey.parse, changed) in ("bad_vkey", "bad_key")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "++",
        "a+b",
        PETER.replace("c74f20a3", "C74F20A3"),
        PETER.replace("PeterNeumann", "Peter Neumann"),
        PETER.replace("PeterNeumann", "Peter\u3000Neumann"),
        PETER.replace("PeterNeumann", "Peter\ud800Neumann"),
        PETER.replace("PeterNeumann", "Peter\nNeumann"),
        PETER.replace("PeterNeumann", "Peter\x07Neumann"),
        PETER + "\n",
        PETER + "=",
        # The two of Go's own test: a longer key and an unknown kind, each with its right id.
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ],
)
def test_malformed_keys(text: str):
    assert code_of(VerifierKey.parse, text) in ("bad_vkey", "bad_key")


@pytest.mark.parametrize(
    "public",
    [
        bytes(32),  # a point of small order: one signature would fit every note
        b"\x01" + bytes(31),
        b"\xff" * 32,  # not canonical
        b"\x02" + bytes(31),  # not on the curve
        bytes(31),
    ],
)
@pytest.mark.parametrize("kind", [LEDGER, WITNESS])
def test_keys_that_are_no_keys(public: bytes, kind: int):
    assert code_of(VerifierKey, ORIGIN, kind, public) == "bad_key"


def test_a_key_of_another_algorithm_signs_no_notes():
    other = algorithms.generate("p256-sha256")
    assert code_of(VerifierKey.of, other, ORIGIN, LEDGER) == "bad_key"
    assert code_of(notes.sign_note, other, ORIGIN, BODY) == "bad_key"
    assert code_of(notes.cosign_line, other, W1, BODY, 1) == "bad_key"


def test_one_key_of_two_kinds_has_two_ids():
    public = ledger_key().public
    one, two = VerifierKey(ORIGIN, LEDGER, public), VerifierKey(ORIGIN, WITNESS, public)
    assert one != two
    assert one.id != two.id


def test_keys_travel_and_compare():
    key = witness_key("archive.example/印章")
    line = notes.parse(
        notes.note_text(BODY, [notes.cosign_line(private(key.name), key.name, BODY, 5)])
    ).signatures[0]
    for again in (pickle.loads(pickle.dumps(key)), copy.deepcopy(key), VerifierKey.parse(str(key))):
        assert again == key
        assert hash(again) == hash(key)
        assert again.id == key.id
        assert again.verify(BODY, line.signature)
    assert key != witness_key(W1)


@given(st.text(max_size=80) | st.tuples(st.text(), st.text(), st.text()).map("+".join))
def test_any_key_text(text: str):
    with suppress(LedgerError):
        assert str(VerifierKey.parse(text)) == text
