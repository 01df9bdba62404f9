"""Proof that somebody holds a key: the key signs whose it is, for which ledger and which use (format §5)."""

from __future__ import annotations

from typing import Any, Literal

from ledger.client.foreign import own_form
from ledger.sealing.algorithms import PrivateKey, key_id
from ledger.sealing.envelope import POP_TYPE, pae, pop_body

Use = Literal["act", "machine", "recovery"]


def keyobj(
    private: PrivateKey, *, person: str, origin: str, ledger: bytes | None, use: Use
) -> dict[str, Any]:
    """`{alg, pop, spki}` as acts hold it.

    `ledger` is None for the keys that record 1 itself brings: founders', the machine's, recovery keys.
    """
    message = pop_message(private.alg, private.spki, person=person, origin=origin, ledger=ledger, use=use)
    return {"alg": private.alg, "pop": private.sign(message), "spki": private.spki}


def pop_message(
    alg: str, spki: bytes, *, person: str, origin: str, ledger: bytes | None, use: Use = "act"
) -> bytes:
    """The exact bytes that the holder of a key signs, for a token or openssl."""
    body = pop_body(key=key_id(alg, spki), ledger=ledger, origin=origin, person=person, use=use)
    return pae(POP_TYPE, body)


def foreign_keyobj(
    alg: str,
    spki: bytes,
    signature: bytes | str,
    *,
    person: str,
    origin: str,
    ledger: bytes | None,
    use: Use = "act",
) -> dict[str, Any]:
    """`{alg, pop, spki}` of a key that never was in this program, with the proof its holder sent.

    LedgerError `signature_wrong` unless it is that key's signature over `pop_message`.
    """
    message = pop_message(alg, spki, person=person, origin=origin, ledger=ledger, use=use)
    return {"alg": alg, "pop": own_form(alg, spki, message, signature), "spki": spki}
