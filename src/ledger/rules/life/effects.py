"""The effect of one judged record on the state. A record that fails in a way that cancels changes nothing but
what was seen: size, clock, digests, ids, batches."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from ledger.rules.life import batches
from ledger.rules.life.fact import Fact
from ledger.rules.life.fault import Fault, cancels
from ledger.rules.life.founding import found, note_terms
from ledger.rules.life.judge import id_key, opening_of
from ledger.rules.life.references import is_whole
from ledger.rules.life.state import Filing, Key, LedgerState
from ledger.sealing.algorithms import key_id

Effect = Callable[[LedgerState, int, dict[str, Any], bytes], None]


def evolve(state: LedgerState, p: int, fact: Fact, faults: list[Fault]) -> None:
    """Carry the state over record p."""
    _remember(state, p, fact)
    # Once the histories have parted, every later `seen` differs too; only the first is told.
    state.other_history = state.other_history or any(f.code == "other_history" for f in faults)
    if fact.act is None or fact.digest is None:
        return
    opened = opening_of(fact) if p == 1 else None
    if opened is not None:
        note_terms(state, opened, None, fact.recorded_at)
    if not fact.known or cancels(faults):
        return
    act = fact.act
    if opened is not None:
        found(state, opened)
        return
    if act["type"] == "document_filed":
        _filed(state, p, act["data"], fits=all(fault.code != "wrong_document" for fault in faults))
        return
    effect = _EFFECTS.get(act["type"])
    if effect is not None:
        effect(state, p, act, fact.digest)


def _remember(state: LedgerState, p: int, fact: Fact) -> None:
    member = fact.act["batch"] if fact.act is not None else None
    if state.batch is not None or member is not None:
        state.batch, broken, _ = batches.step(state, p, fact)
        state.broken |= broken
    if member is not None:
        state.batches.add(member[0], p)
    if fact.recorded_at is not None:
        state.recorded_at = fact.recorded_at
    if fact.digest is not None:
        state.digests.add(fact.digest, p)
        if p == 1:
            state.ledger = fact.digest
    if fact.act is not None:
        state.ids.add(id_key(fact.act["by"], fact.act["id"]), p)
    state.size = p


def _accepted(state: LedgerState, p: int, act: dict[str, Any], digest: bytes) -> None:
    state.awaited -= {act["by"]}
    state.founded = not state.awaited


def _enrolled(state: LedgerState, p: int, act: dict[str, Any], digest: bytes) -> None:
    data = act["data"]
    kid = key_id(data["alg"], data["spki"])
    state.keys[kid] = Key(kid, data["alg"], data["spki"], data["person"], "act", p, act["by"])
    state.first_key.setdefault(data["person"], kid)


def _confirmed(state: LedgerState, p: int, act: dict[str, Any], digest: bytes) -> None:
    key = state.keys[act["data"]["key"]]
    if key.confirmed is None:
        state.keys[key.key] = replace(key, confirmed=p)


def _revoked(state: LedgerState, p: int, act: dict[str, Any], digest: bytes) -> None:
    """Twice revoked: the first end stays, the wider doubt counts."""
    data = act["data"]
    key = state.keys[data["key"]]
    doubt = None if data["doubtful_from"] is None else min(data["doubtful_from"], p)
    doubts = [d for d in (key.doubtful_from, doubt) if d is not None]
    state.keys[key.key] = replace(
        key, revoked=p if key.revoked is None else key.revoked, doubtful_from=min(doubts, default=None)
    )


def _assigned(state: LedgerState, p: int, act: dict[str, Any], digest: bytes) -> None:
    person, post = act["data"]["person"], act["data"]["post"]
    state.posts[post] = state.posts.get(post, frozenset()) | {person}
    state.ever_held |= {person}


def _ended(state: LedgerState, p: int, act: dict[str, Any], digest: bytes) -> None:
    person, post = act["data"]["person"], act["data"]["post"]
    state.posts[post] = state.posts.get(post, frozenset()) - {person}


def _duties(state: LedgerState, p: int, act: dict[str, Any], digest: bytes) -> None:
    state.duties[act["data"]["duty"]] = frozenset(act["data"]["posts"])


def _answered(state: LedgerState, p: int, act: dict[str, Any], digest: bytes) -> None:
    for answered in act["data"]["acts"]:
        state.answered.setdefault(answered, act["type"])


def _filed(state: LedgerState, p: int, data: dict[str, Any], *, fits: bool) -> None:
    """A part whose count or bytes disagree with what is there adds nothing; it was reported. Nor is a document there
    whose last part does not make it the one it is named after (`fits`). (If the document came whole before, a part
    adds an entry that nobody asks for any more.)"""
    if is_whole(data):
        if data["document"] not in state.filings:
            state.wholes.add(data["document"], p)
        return
    filing = state.filings.get(data["document"]) or Filing(data["parts"], {})
    if data["part"] > filing.parts or filing.parts != data["parts"] or data["part"] in filing.have:
        return
    have = {**filing.have, data["part"]: (p, hashlib.sha256(data["bytes"]).digest())}
    state.filings[data["document"]] = Filing(filing.parts, have, fits and len(have) == filing.parts)


def _registered(state: LedgerState, p: int, act: dict[str, Any], digest: bytes) -> None:
    state.register(digest, p)


def _refused(state: LedgerState, p: int, act: dict[str, Any], digest: bytes) -> None:
    state.digests.add(hashlib.sha256(act["data"]["act"]).digest(), p)


def _closed(state: LedgerState, p: int, act: dict[str, Any], digest: bytes) -> None:
    state.closed = p


_EFFECTS: Final[dict[str, Effect]] = {
    "act_refused": _refused,
    "acts_confirmed": _answered,
    "acts_set_aside": _answered,
    "document_registered": _registered,
    "duties_changed": _duties,
    "founding_accepted": _accepted,
    "key_confirmed": _confirmed,
    "key_enrolled": _enrolled,
    "key_revoked": _revoked,
    "ledger_closed": _closed,
    "post_assigned": _assigned,
    "post_ended": _ended,
    "signature_repudiated": _answered,
}
