"""Founding: record 1 by the first founder, then one acceptance by each other founder and nothing else before."""

from __future__ import annotations

import hashlib
import re

from ledger.acts.life import DUTIES, LedgerOpened
from ledger.errors import LedgerError
from ledger.rules.life.fault import Fault
from ledger.rules.life.keys import new_key_faults
from ledger.rules.life.state import Key, LedgerState
from ledger.sealing.algorithms import key_id
from ledger.sealing.opening import open_note
from ledger.sealing.tree import EMPTY_ROOT
from ledger.sealing.vkeys import LEDGER, VerifierKey

_ORIGIN = re.compile(r"[a-z0-9.-]+(:[0-9]+)?(/[a-z0-9._~-]+)+\Z")


def founding_faults(opened: LedgerOpened, by: str, as_: str | None) -> list[Fault]:
    """Everything that is wrong with record 1 as a founding; keys and proofs included."""
    reasons = [reason for reason in _reasons(opened, by, as_) if reason]
    faults = [Fault("authority", "fails", "founding_wrong", 1, {"detail": reason}) for reason in reasons[:1]]
    state = LedgerState()
    keys = [(f.alg, f.spki, f.pop, f.person, "act") for f in opened.founders]
    keys += [(r.alg, r.spki, r.pop, r.person, "recovery") for r in opened.recovery.keys]
    keys.append((opened.machine.alg, opened.machine.spki, opened.machine.pop, "machine", "machine"))
    for alg, spki, pop, person, use in keys:
        faults += new_key_faults(
            state, 1, alg=alg, spki=spki, pop=pop, person=person, use=use, ledger=None, origin=opened.origin
        )
        kid = key_id(alg, spki)
        state.keys[kid] = Key(kid, alg, spki, person, use, 1, None)
    return faults + _checkpoint_faults(opened)


def _reasons(opened: LedgerOpened, by: str, as_: str | None) -> list[str | None]:
    persons = [f.person for f in opened.founders]
    holders = {
        duty: {f.person for f in opened.founders if f.post in getattr(opened.duties, duty)} for duty in DUTIES
    }
    recovery = [r.person for r in opened.recovery.keys]
    apart = any(a != b for a in holders["confirming"] for b in holders["registrar"])
    return [
        None if len(set(persons)) == len(persons) else "a founder stands twice",
        None if len({f.post for f in opened.founders}) >= 2 else "fewer than two posts",
        None if all(getattr(opened.duties, duty) for duty in DUTIES) else "a duty has no post",
        None if apart else "confirming and registrar duties are not with two different founders",
        None if persons and persons[0] == by else "not signed by the first founder",
        None
        if opened.founders and opened.founders[0].post == as_
        else "not signed in the first founder's own post",
        None if 1 <= opened.recovery.k <= len(recovery) else "recovery is not k of n",
        None if len(set(recovery)) == len(recovery) else "a recovery holder stands twice",
        None if "machine" not in persons + recovery else "machine is no person",
        None if _ORIGIN.match(opened.origin) else "origin is not lower-case host/path",
        None if len(opened.checkpoint_keys) == len(opened.checkpoint_proofs) else "keys without proofs",
    ]


def _checkpoint_faults(opened: LedgerOpened) -> list[Fault]:
    """Each checkpoint key is an Ed25519 key named after the origin, proven by its note of the empty tree."""
    faults: list[Fault] = []
    for text, proof in zip(opened.checkpoint_keys, opened.checkpoint_proofs, strict=False):
        try:
            vkey = VerifierKey.parse(text)
        except LedgerError:
            faults.append(Fault("authenticity", "fails", "bad_key", 1, {"person": "checkpoint"}))
            continue
        good = False
        try:
            shown = open_note(proof, [vkey])
            good = (
                vkey.kind == LEDGER
                and vkey.name == opened.origin
                and shown.note.origin == opened.origin
                and shown.note.size == 0
                and shown.note.root == EMPTY_ROOT
                and vkey in shown.ledger_keys
            )
        except LedgerError:
            good = False
        if not good:
            faults.append(Fault("authenticity", "fails", "bad_pop", 1, {"person": "checkpoint"}))
    return faults


def found(state: LedgerState, opened: LedgerOpened) -> None:
    """Keys, posts and duties of a good record 1."""
    for f in opened.founders:
        kid = key_id(f.alg, f.spki)
        state.keys[kid] = Key(kid, f.alg, f.spki, f.person, "act", 1, None, confirmed=1)
        state.first_key[f.person] = kid
        state.posts[f.post] = state.posts.get(f.post, frozenset()) | {f.person}
    for r in opened.recovery.keys:
        kid = key_id(r.alg, r.spki)
        state.keys[kid] = Key(kid, r.alg, r.spki, r.person, "recovery", 1, None, confirmed=1)
    machine = opened.machine
    state.machine = key_id(machine.alg, machine.spki)
    state.keys[state.machine] = Key(
        state.machine, machine.alg, machine.spki, "machine", "machine", 1, None, confirmed=1
    )
    state.ever_held = frozenset(f.person for f in opened.founders)
    state.duties = {duty: frozenset(getattr(opened.duties, duty)) for duty in DUTIES}
    state.founders = tuple((f.person, f.post) for f in opened.founders)
    state.awaited = frozenset(f.person for f in opened.founders[1:])
    state.founded = not state.awaited


def note_terms(state: LedgerState, opened: LedgerOpened, act: bytes | None, recorded_at: int | None) -> None:
    """What a well-formed record 1 says of the ledger itself; it stays known even if the founding is wrong."""
    if act is not None:
        state.ledger = hashlib.sha256(act).digest()
    state.authority, state.origin, state.kind = opened.authority, opened.origin, opened.kind
    state.tolerance, state.witness_due = opened.tolerance, opened.witness_due
    state.checkpoint_keys = opened.checkpoint_keys
    state.opened_at = recorded_at
    if opened.predecessor is not None:
        state.predecessor = (opened.predecessor.ledger, opened.predecessor.root, opened.predecessor.size)
