"""Who may sign an act of the ledger's life (acts.md, column "who may sign"). One function a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from ledger.acts.head import MACHINE
from ledger.rules.life.lookback import authors
from ledger.rules.life.state import LedgerState, Look

Who = Callable[[LedgerState, dict[str, Any], Look], bool]

# Posts under these duties are given only by a holder of a confirming post, never to themself.
GUARDED: Final = ("confirming", "oversight", "registrar")


def _duty(*duties: str) -> Who:
    return lambda state, act, look: any(state.entitled(act["by"], act["as"], duty) for duty in duties)


def _machine(state: LedgerState, act: dict[str, Any], look: Look) -> bool:
    return bool(act["by"] == MACHINE)


def _anybody(state: LedgerState, act: dict[str, Any], look: Look) -> bool:
    return True  # ledger_opened and founding_accepted: judged by the founding itself


def _freely(state: LedgerState, act: dict[str, Any]) -> bool:
    """As themself or in whatever post they hold: enough for what only touches the signer."""
    return act["as"] is None or state.holds(act["by"], act["as"])


def _confirms_key(state: LedgerState, act: dict[str, Any], look: Look) -> bool:
    key = state.keys.get(act["data"]["key"])
    apart = key is None or act["by"] not in (key.person, key.enroller)
    return apart and state.entitled(act["by"], act["as"], "confirming")


def _revokes_key(state: LedgerState, act: dict[str, Any], look: Look) -> bool:
    if act["key"] == act["data"]["key"] and _freely(state, act):
        return True
    return _duty("registrar", "confirming")(state, act, look)


def _assigns(state: LedgerState, act: dict[str, Any], look: Look) -> bool:
    data = act["data"]
    if not guarded(state, data["post"]):
        return state.entitled(act["by"], act["as"], "registrar")
    return data["person"] != act["by"] and state.entitled(act["by"], act["as"], "confirming")


def _ends(state: LedgerState, act: dict[str, Any], look: Look) -> bool:
    return (act["data"]["person"] == act["by"] and _freely(state, act)) or _assigns(state, act, look)


def _changes_duties(state: LedgerState, act: dict[str, Any], look: Look) -> bool:
    if not state.entitled(act["by"], act["as"], "oversight"):
        return False
    data = act["data"]
    added = set(data["posts"]) - state.duties.get(data["duty"], frozenset())
    return data["duty"] not in GUARDED or not any(state.holds(act["by"], post) for post in added)


def _author_of_acts(state: LedgerState, act: dict[str, Any], look: Look) -> bool:
    found = authors(state, look, act["data"]["acts"])
    return found is None or found <= {act["by"]}  # an act that is not there is a dangling reference


def _opens(state: LedgerState, act: dict[str, Any], look: Look) -> bool:
    found = authors(state, look, [o["act"] for o in act["data"]["openings"]])
    if found is None or found <= {act["by"]}:
        return True  # an opening of nothing is wrong_opening
    return bool(act["basis"]) and state.entitled(act["by"], act["as"], "custodian")


def guarded(state: LedgerState, post: str) -> bool:
    """Whether the post stands under confirming, oversight or registrar."""
    return any(post in state.duties.get(duty, frozenset()) for duty in GUARDED)


WHO: Final[dict[str, Who]] = {
    "act_refused": _machine,
    "acts_confirmed": _author_of_acts,
    "acts_set_aside": _duty("oversight"),
    "commitment_opened": _opens,
    "document_filed": _duty("office", "registrar"),
    "document_registered": _duty("office"),
    "duties_changed": _changes_duties,
    "founding_accepted": _anybody,
    "key_confirmed": _confirms_key,
    "key_enrolled": _duty("registrar"),
    "key_revoked": _revokes_key,
    "ledger_closed": _duty("oversight"),
    "ledger_opened": _anybody,
    "post_assigned": _assigns,
    "post_ended": _ends,
    "refusals_throttled": _machine,
    "signature_repudiated": _author_of_acts,
    "vault_read": _machine,
}


def may_sign(state: LedgerState, act: dict[str, Any], look: Look) -> bool:
    """Whether the signer is entitled to a known ledger-life act; `machine` signs its own rows and no others."""
    who = WHO[act["type"]]
    if act["by"] == MACHINE and who is not _machine:
        return False
    return who(state, act, look)
