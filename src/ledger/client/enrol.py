"""Proof that somebody holds a key: the key signs whose it is, for which ledger and which use (format §5)."""

from __future__ import annotations

from typing import Any, Literal

from ledger.sealing.algorithms import PrivateKey
from ledger.sealing.envelope import POP_TYPE, pop_body, sign


def keyobj(
    private: PrivateKey,
    *,
    person: str,
    origin: str,
    ledger: bytes | None,
    use: Literal["act", "machine", "recovery"],
) -> dict[str, Any]:
    """`{alg, pop, spki}` as acts hold it.

    `ledger` is None for the keys that record 1 itself brings: founders', the machine's, recovery keys.
    """
    body = pop_body(key=private.key_id, ledger=ledger, origin=origin, person=person, use=use)
    return {"alg": private.alg, "pop": sign(private, POP_TYPE, body), "spki": private.spki}
