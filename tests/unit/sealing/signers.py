"""For tests of notes, receipts and anchors: fixed keys (one seed, one key, in every run), and how calls fail."""

from collections.abc import Callable
from hashlib import sha256

import pytest

from ledger.errors import LedgerError
from ledger.sealing.algorithms import PrivateKey, load_private
from ledger.sealing.vkeys import LEDGER, WITNESS, VerifierKey

ORIGIN = "award.example/ledger"
PKCS8_HEAD = bytes.fromhex("302e020100300506032b657004220420")


def private(seed: str) -> PrivateKey:
    """The Ed25519 key of a seed."""
    return load_private(PKCS8_HEAD + sha256(seed.encode()).digest())


def ledger_key(seed: str = "ledger", origin: str = ORIGIN) -> VerifierKey:
    """The public side of the ledger's key."""
    return VerifierKey.of(private(seed), origin, LEDGER)


def witness_key(name: str) -> VerifierKey:
    """The public side of a witness's key; its name is its seed."""
    return VerifierKey.of(private(name), name, WITNESS)


def code_of(act: Callable[..., object], *arguments: object) -> str:
    """The code with which the call fails; its sentences must find all their facts."""
    with pytest.raises(LedgerError) as caught:
        act(*arguments)
    assert "未知" not in caught.value.message + caught.value.english
    return caught.value.code
