"""The judgement of one record on the state of all before it (format §8, the rows that need no anchor).

Order of the checks: bytes · clock · first record · founding · closing · ledger · replay · key · signature · post
and entitlement · time · seen · batch · references and documents · unknown type · refusal · openings · cases ·
what is only remarked. All that fail are listed, but of the key only the first. Nothing is changed here: see `evolve`.
"""

from __future__ import annotations

import hashlib
from typing import Any, Final

from ledger.acts.head import MACHINE
from ledger.acts.life import LedgerOpened
from ledger.acts.registry import TYPES
from ledger.rules.life import batches
from ledger.rules.life.cases import expected_cases
from ledger.rules.life.entitled import may_sign
from ledger.rules.life.fact import Fact
from ledger.rules.life.fault import Effect, Fault, Verdict, cancels
from ledger.rules.life.founding import found, founding_faults, note_terms
from ledger.rules.life.keys import key_fault, new_key_faults
from ledger.rules.life.references import (
    MAX_BREACHES,
    basis_faults,
    document_faults,
    opening_faults,
    reference_faults,
    refusal_faults,
)
from ledger.rules.life.state import LedgerState, Look
from ledger.sealing import canon

_BYTES: Final[dict[str, tuple[Verdict, Effect]]] = {
    "too_long": ("integrity", "fails"),
    "not_canonical": ("integrity", "fails"),
    "not_an_act": ("integrity", "fails"),
    "unknown_record": ("integrity", "undecided"),
}

# Acts whose one effect is that whoever verifies is told of them, with these of their data.
_REMARKED: Final[dict[str, tuple[str, ...]]] = {
    "refusals_throttled": ("count", "day", "person"),
    "vault_read": ("case", "purpose", "reader"),
}


def judge(state: LedgerState, p: int, fact: Fact, look: Look) -> list[Fault]:
    """Everything that is wrong with record p, given the state after the records before it."""
    faults = _bytes_faults(fact, p)
    if (
        fact.recorded_at is not None
        and state.recorded_at is not None
        and fact.recorded_at < state.recorded_at
    ):
        faults.append(Fault("time", "fails", "clock_went_back", p))
    opened = opening_of(fact) if p == 1 else None
    if p == 1:
        if opened is None:
            faults.append(Fault("authenticity", "fails", "other_ledger", 1, {"detail": "no ledger_opened"}))
        else:
            assert fact.act is not None
            faults += founding_faults(opened, fact.act["by"], fact.act["as"])
            state = _as_if_founded(state, opened, fact)
    if p > 1:
        faults += _founding_order(state, p, fact.act)
    if state.closed is not None:
        faults.append(Fault("authority", "fails", "after_close", p, {"closed": state.closed}))
    if fact.act is None:
        return faults + batches.step(state, p, fact)[2]
    act = fact.act
    faults += _identity(state, p, fact, act)
    key = key_fault(state, p, act)
    if key is not None:
        faults.append(key)
    if fact.sig_ok is not True and act["key"] in state.keys:
        faults.append(Fault("authenticity", "fails", "bad_signature", p, {"by": act["by"]}))
    if act["as"] is not None and (act["by"] == MACHINE or not state.holds(act["by"], act["as"])):
        faults.append(Fault("authority", "fails", "post_not_held", p, {"by": act["by"], "post": act["as"]}))
    _time(state, p, fact, act, faults)
    seen = act["seen"]
    if seen is not None and not state.other_history and (seen[0] >= p or look.root(seen[0]) != seen[1]):
        faults.append(Fault("integrity", "fails", "other_history", p, {"size": seen[0]}))
    if state.batch is not None or act["batch"] is not None:
        faults += batches.step(state, p, fact)[2]
    if act["basis"]:
        faults += basis_faults(state, p, act)
    if fact.known:
        faults += _of_type(state, p, fact, act, look)
    # Verify's workers leave out data that nothing here would look at.
    if act["data"] is not None and "openings" in act["data"]:
        faults += opening_faults(state, p, act["data"]["openings"], look)
    if fact.known and act["type"] in _REMARKED and not cancels(faults):
        shown = {name: act["data"][name] for name in _REMARKED[act["type"]]}
        faults.append(Fault("completeness", "remark", act["type"], p, shown))
    return faults


def finish(state: LedgerState) -> list[Fault]:
    """What only the end of the walk shows."""
    return batches.unfinished(state)


def opening_of(fact: Fact) -> LedgerOpened | None:
    """The struct of a well-formed ledger_opened."""
    if fact.act is None or not fact.known or fact.act["type"] != "ledger_opened":
        return None
    kind = TYPES.get("ledger_opened", fact.act["v"])
    assert kind is not None
    _, data = TYPES.current("ledger_opened", fact.act["v"], fact.act["data"])
    opened = kind.load(data)
    assert isinstance(opened, LedgerOpened)
    return opened


def id_key(by: str, id_: bytes) -> bytes:
    """The key under which (`by`, `id`) is remembered."""
    return hashlib.blake2b(by.encode() + b"\x00" + id_, digest_size=16).digest()


def _as_if_founded(state: LedgerState, opened: LedgerOpened, fact: Fact) -> LedgerState:
    """Record 1 is judged with its own keys, posts and duties taken as given."""
    trial = state.fork()
    note_terms(trial, opened, None, fact.recorded_at)
    found(trial, opened)
    return trial


def _bytes_faults(fact: Fact, p: int) -> list[Fault]:
    faults: list[Fault] = []
    for code, detail in fact.faults:
        if code == "unknown_type":
            assert fact.act is not None
            facts = {"type": fact.act["type"], "v": fact.act["v"]}
            touched: list[Verdict] = ["authority"]
            if TYPES.touches_life(fact.act["type"]):
                touched += ["authenticity", "completeness"]
            faults += [Fault(verdict, "undecided", code, p, facts) for verdict in touched]
        else:
            faults.append(Fault(*_BYTES[code], code, p, {"detail": detail}))
    return faults


def _founding_order(state: LedgerState, p: int, act: dict[str, Any] | None) -> list[Fault]:
    detail = None
    if not state.founded:
        if act is None or act["type"] != "founding_accepted" or act["by"] not in state.awaited:
            detail = "before the founding was complete"
    elif act is not None and act["type"] in ("ledger_opened", "founding_accepted"):
        detail = "after the founding was complete"
    return [Fault("authority", "fails", "founding_wrong", p, {"detail": detail})] if detail else []


def _identity(state: LedgerState, p: int, fact: Fact, act: dict[str, Any]) -> list[Fault]:
    faults = []
    if act["ledger"] != (None if p == 1 else state.ledger):
        faults.append(Fault("authenticity", "fails", "wrong_ledger", p))
    assert fact.digest is not None
    first = state.digests.get(fact.digest)
    if first is not None:
        faults.append(Fault("integrity", "fails", "replayed_act", p, {"first": first}))
    first = state.ids.get(id_key(act["by"], act["id"]))
    if first is not None:
        faults.append(Fault("integrity", "fails", "replayed_id", p, {"first": first}))
    return faults


def _time(state: LedgerState, p: int, fact: Fact, act: dict[str, Any], faults: list[Fault]) -> None:
    assert fact.recorded_at is not None
    ahead = act["signed"] - fact.recorded_at
    if ahead > state.tolerance:
        faults.append(Fault("time", "fails", "signed_in_future", p, {"ahead": ahead}))
    elif -ahead > state.tolerance and act["late"] is None:
        faults.append(Fault("time", "fails", "not_live", p, {"behind": -ahead}))


def _of_type(state: LedgerState, p: int, fact: Fact, act: dict[str, Any], look: Look) -> list[Fault]:
    """Checks that need the data of a known type."""
    kind, data = act["type"], act["data"]
    struct = TYPES.get(kind, act["v"])
    if struct is None or not struct.life:
        return []
    faults = reference_faults(state, p, act, look)
    if not may_sign(state, act, look):
        faults.append(Fault("authority", "fails", "post_not_entitled", p, {"by": act["by"], "type": kind}))
    if kind == "key_enrolled":
        faults += new_key_faults(
            state,
            p,
            alg=data["alg"],
            spki=data["spki"],
            pop=data["pop"],
            person=data["person"],
            use="act",
            ledger=state.ledger,
            origin=state.origin,
        )
    elif kind == "document_filed":
        faults += document_faults(state, p, data, look)
    elif kind == "act_refused":
        faults += refusal_faults(state, p, data, look, fact.inner_ok)
        if len(canon.encode(data["breaches"])) > MAX_BREACHES:
            faults.append(Fault("integrity", "fails", "not_an_act", p, {"detail": "breaches are too long"}))
    expected = expected_cases(state, act, look)
    if expected is not None and expected != act["cases"]:
        faults.append(Fault("authority", "fails", "cases_wrong", p, {"expected": expected}))
    return faults
