"""Keys: whether one counts at a position, and whether a new one is a good one (format §5)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ledger.acts.head import MACHINE
from ledger.errors import LedgerError
from ledger.rules.life.fault import Fault
from ledger.rules.life.state import Key, LedgerState
from ledger.sealing.algorithms import PublicKey, key_id, load_public
from ledger.sealing.envelope import POP_TYPE, pop_body, verify


@lru_cache(maxsize=4096)
def public_key(alg: str, spki: bytes) -> PublicKey | None:
    """The key, checked once; None if it is not a good one."""
    try:
        return load_public(alg, spki)
    except LedgerError:
        return None


def key_fault(state: LedgerState, p: int, act: dict[str, Any]) -> Fault | None:
    """The first reason for which the key of the act does not count, if any."""
    by = act["by"]
    key = state.keys.get(act["key"])
    code = None
    if key is None:
        code = "key_not_enrolled"
    elif key.person != by:
        code = "key_of_another"
    elif key.use != (MACHINE if by == MACHINE else "act"):
        code = "key_wrong_use"
    elif key.confirmed is None and not _counts_unconfirmed(state, key, act):
        code = "key_not_confirmed"
    elif key.revoked is not None and p > key.revoked:
        code = "key_revoked"
    return Fault("authenticity", "fails", code, p, {"by": by, "key": act["key"].hex()}) if code else None


def _counts_unconfirmed(state: LedgerState, key: Key, act: dict[str, Any]) -> bool:
    """Only the first key of somebody who has never held a post, acting as themself."""
    return (
        act["as"] is None and key.person not in state.ever_held and state.first_key.get(key.person) == key.key
    )


def new_key_faults(
    state: LedgerState,
    p: int,
    *,
    alg: str,
    spki: bytes,
    pop: bytes,
    person: str,
    use: str,
    ledger: bytes | None,
    origin: str,
) -> list[Fault]:
    """What is wrong with a key that is about to be enrolled: bad_key, bad_pop, key_twice."""
    facts = {"person": person}
    public = public_key(alg, spki)
    if public is None:
        return [Fault("authenticity", "fails", "bad_key", p, facts)]
    faults = []
    kid = key_id(alg, spki)
    if kid in state.keys:
        faults.append(Fault("authenticity", "fails", "key_twice", p, {**facts, "key": kid.hex()}))
    body = pop_body(key=kid, ledger=ledger, origin=origin, person=person, use=use)
    if not verify(public, POP_TYPE, body, pop):
        faults.append(Fault("authenticity", "fails", "bad_pop", p, facts))
    return faults
