"""Looking back at an earlier act by its digest; only a few types need it."""

from __future__ import annotations

import hashlib
from typing import Any

from ledger.acts.head import head_misfit
from ledger.errors import LedgerError
from ledger.rules.life.state import LedgerState, Look
from ledger.sealing import canon
from ledger.sealing.record import unpack


def earlier_act(state: LedgerState, look: Look, digest: bytes) -> dict[str, Any] | None:
    """The act of that digest, if a record before now holds it as its own act (not inside a refusal)."""
    position = state.digests.get(digest) if len(digest) == 32 else None
    if position is None:
        return None
    stored = look.record(position)
    if stored is None:
        return None
    try:
        act_bytes = unpack(stored).act
        act = canon.decode(act_bytes)
    except LedgerError:
        return None
    if hashlib.sha256(act_bytes).digest() != digest or head_misfit(act) is not None:
        return None
    assert isinstance(act, dict)
    return act


def authors(state: LedgerState, look: Look, digests: list[bytes]) -> set[str] | None:
    """Who signed these acts; None if one of them is not there."""
    found = [earlier_act(state, look, digest) for digest in digests]
    return None if any(act is None for act in found) else {act["by"] for act in found if act is not None}
