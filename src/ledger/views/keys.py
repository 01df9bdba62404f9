"""Who holds which key and post now."""

from __future__ import annotations

from typing import Any

from ledger.errors import LedgerError
from ledger.rules.life.fact import of_record
from ledger.rules.life.fold import Fold
from ledger.rules.life.state import Key, LedgerState
from ledger.store.port import Store


def listed(store: Store) -> list[dict[str, Any]]:
    """Every key that was ever enrolled, in order of enrolment, with its state and its owner's posts."""
    fold = Fold(store)
    fold.read_on()
    return [
        {
            "key": key.key.hex(),
            "person": key.person,
            "alg": key.alg,
            "use": key.use,
            "state": _state(key),
            "enrolled": key.enrolled,
            "confirmed": key.confirmed,
            "revoked": key.revoked,
            "doubtful_from": key.doubtful_from,
            "posts": _posts(fold.state, key.person),
        }
        for key in sorted(fold.state.keys.values(), key=lambda key: key.enrolled)
    ]


def algorithm_of(store: Store, record: bytes) -> str:
    """The algorithm of the key that signed a stored record. LedgerError key_not_enrolled."""
    act = of_record(record)[0].act
    fold = Fold(store)
    fold.read_on()
    key = fold.state.keys.get(act["key"]) if act is not None else None
    if key is None:
        raise LedgerError("key_not_enrolled")
    return key.alg


def _state(key: Key) -> str:
    if key.revoked is not None:
        return "revoked"
    return "confirmed" if key.confirmed is not None else "unconfirmed"


def _posts(state: LedgerState, person: str) -> list[str]:
    return sorted(post for post, holders in state.posts.items() if person in holders)
