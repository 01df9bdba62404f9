"""The pre-authentication encoding, and that no signature moves from one use to another."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.sealing import canon, envelope
from ledger.sealing.algorithms import load_public
from ledger.sealing.envelope import ACT_TYPE, POP_TYPE, RECOVERY_TYPE, act_message, pae, pop_body
from tests.unit.sealing.algorithm_keys import KEYS
from tests.unit.sealing.signers import private


def test_the_standards_own_example():
    assert pae("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )


@pytest.mark.parametrize(
    ("kind", "body", "wanted"),
    [
        ("", b"", b"DSSEv1 0  0 "),
        ("t", b"\0\xff", b"DSSEv1 1 t 2 \0\xff"),
        ("类型", "评审".encode(), b"DSSEv1 6 \xe7\xb1\xbb\xe5\x9e\x8b 6 \xe8\xaf\x84\xe5\xae\xa1"),
        ("a b", b"1 c", b"DSSEv1 3 a b 3 1 c"),
        ("a", b"x" * 1000, b"DSSEv1 1 a 1000 " + b"x" * 1000),
    ],
)
def test_lengths_are_decimal_and_of_bytes(kind, body, wanted):
    assert pae(kind, body) == wanted


@given(st.text(max_size=20), st.binary(max_size=20), st.text(max_size=20), st.binary(max_size=20))
def test_two_payloads_never_meet(kind, body, other_kind, other_body):
    assert ((kind, body) == (other_kind, other_body)) == (pae(kind, body) == pae(other_kind, other_body))


def test_the_types_are_these():
    assert (ACT_TYPE, POP_TYPE, RECOVERY_TYPE) == (
        "application/vnd.review-ledger.act.v1",
        "application/vnd.review-ledger.pop.v1",
        "application/vnd.review-ledger.recovery.v1",
    )


@given(st.binary(max_size=300))
def test_the_prepared_head_changes_nothing(act):
    assert act_message(act) == pae(ACT_TYPE, act)


@pytest.mark.parametrize("alg", KEYS)
def test_a_signature_is_good_for_one_type_and_one_body(alg):
    key = KEYS[alg]
    public = load_public(alg, key.spki)
    signature = envelope.sign(key, ACT_TYPE, b"body")
    assert envelope.verify(public, ACT_TYPE, b"body", signature)
    assert public.verify(signature, act_message(b"body"))
    for kind, body in ((POP_TYPE, b"body"), (RECOVERY_TYPE, b"body"), (ACT_TYPE, b"bodY"), (ACT_TYPE, b"")):
        assert not envelope.verify(public, kind, body, signature)
    assert not public.verify(signature, b"body")
    other = load_public("ed25519", private("somebody else").spki)
    assert not envelope.verify(other, ACT_TYPE, b"body", signature)


def test_what_a_proof_of_possession_says():
    body = pop_body(key=b"k" * 32, ledger=None, origin="a.example/b", person="wang1", use="act")
    assert canon.decode(body) == {
        "key": b"k" * 32,
        "ledger": None,
        "origin": "a.example/b",
        "person": "wang1",
        "use": "act",
    }
    parts: dict[str, Any] = {
        "key": b"k" * 32,
        "ledger": None,
        "origin": "a.example/b",
        "person": "wang1",
        "use": "act",
    }
    for name, other in (
        ("key", b"l" * 32),
        ("ledger", b"k" * 32),
        ("origin", "a.example/c"),
        ("person", "wang2"),
        ("use", "machine"),
    ):
        assert pop_body(**{**parts, name: other}) != body
