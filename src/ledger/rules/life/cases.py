"""Which cases a ledger-life act must name (acts.md): the persons it touches, or the registry."""

from __future__ import annotations

from typing import Any, Final

from ledger.errors import LedgerError
from ledger.rules.life.lookback import authors
from ledger.rules.life.state import LedgerState, Look
from ledger.sealing import canon

REGISTRY: Final = "registry:ledger"
FREE: Final = frozenset({"document_registered", "vault_read", "commitment_opened"})


def expected_cases(state: LedgerState, act: dict[str, Any], look: Look) -> list[str] | None:
    """The cases, ascending; None where they are free, or cannot be known because a reference leads nowhere."""
    kind, data = act["type"], act["data"]
    persons: set[str] | None = set()
    if kind in FREE:
        return None
    if kind == "ledger_opened":
        founding = {f["person"] for f in data["founders"]} | {r["person"] for r in data["recovery"]["keys"]}
        return sorted({REGISTRY, *(f"person:{person}" for person in founding)})
    if kind == "founding_accepted":
        return sorted({REGISTRY, f"person:{act['by']}"})
    if kind in ("key_enrolled", "post_assigned", "post_ended", "refusals_throttled"):
        persons = {data["person"]}
    elif kind in ("key_confirmed", "key_revoked"):
        key = state.keys.get(data["key"])
        persons = {key.person} if key else None
    elif kind in ("acts_confirmed", "signature_repudiated", "acts_set_aside"):
        persons = authors(state, look, data["acts"])
    elif kind == "act_refused":
        persons = _inner_by(data["act"])
    else:
        return [REGISTRY]
    return None if persons is None else sorted(f"person:{person}" for person in persons)


def _inner_by(inner: bytes) -> set[str] | None:
    try:
        by = canon.decode(inner)["by"]
    except (LedgerError, KeyError, TypeError):
        return None
    return {by} if type(by) is str else None
