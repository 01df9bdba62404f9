"""The door: what is checked before anybody judges (format §4). Bytes, form, text, size, ledger, key, signature,
openings. What does not pass is refused as `invalid`, logged and never recorded."""

from __future__ import annotations

from typing import Any, NamedTuple

from ledger.acts.committed import commitments
from ledger.acts.head import MACHINE
from ledger.acts.head import check as check_form
from ledger.acts.registry import TYPES
from ledger.acts.text import unclean_texts
from ledger.errors import LedgerError
from ledger.rules.breach import BreachFound
from ledger.rules.life.fact import Fact, of_act
from ledger.rules.life.keys import public_key
from ledger.rules.life.state import LedgerState
from ledger.sealing import canon
from ledger.sealing.commitments import commitment
from ledger.sealing.envelope import act_message
from ledger.sealing.record import MAX_ACT
from ledger.sealing.submission import Submission, value_at


class Passed(NamedTuple):
    """A submission that went through the door: its signature is good under the key that its act names. A key's
    id says which key it is, so that stays true; whether the key counts is judged on the line."""

    submission: Submission
    fact: Fact

    @property
    def act(self) -> dict[str, Any]:
        assert self.fact.act is not None
        return self.fact.act

    @property
    def digest(self) -> bytes:
        assert self.fact.digest is not None
        return self.fact.digest


def enter(submission: Submission, state: LedgerState) -> Passed | BreachFound:
    """Check one submission against the keys of `state`; a breach of class invalid if it does not pass."""
    if len(submission.act) > MAX_ACT:  # before anything is read of it
        return BreachFound("too_long", {"length": str(len(submission.act)), "most": str(MAX_ACT)})
    fact = of_act(0, submission.act, submission.sig)
    if fact.act is None or not fact.known or fact.faults:
        return _malformed(submission.act, fact)
    act = fact.act
    for field, detail in (*unclean_texts(act["data"]), *unclean_texts(act["acknowledges"], "acknowledges")):
        return BreachFound("text_not_clean", {"field": field, "detail": detail})
    if act["ledger"] != state.ledger and not (state.size == 0 and act["ledger"] is None):
        return BreachFound("wrong_ledger")
    breach = _signature(act, submission, state)
    if breach is None and state.digests.get(fact.digest or b"") is None:
        # What was decided before gets the same answer, whether or not its values come along again.
        breach = _openings(act, submission, state)
    return breach or Passed(submission, fact._replace(sig_ok=True))


def _malformed(act: bytes, fact: Fact) -> BreachFound:
    code, detail = fact.faults[0]
    if code == "unknown_type":
        try:
            check_form(canon.decode(act))
        except LedgerError as error:
            return BreachFound(error.code, {k: str(v) for k, v in error.facts.items()})
    return BreachFound(code, {"detail": detail})


def _signature(act: dict[str, Any], submission: Submission, state: LedgerState) -> BreachFound | None:
    by = act["by"]
    if by == MACHINE:
        return BreachFound("key_of_another", {"by": by})  # the machine's acts are made here, never handed in
    if state.size == 0:
        spki = next((f for f in act["data"].get("founders", ()) if f["person"] == by), None)
        public = public_key(spki["alg"], spki["spki"]) if spki else None
    else:
        key = state.keys.get(act["key"])
        if key is None:
            return BreachFound("key_not_enrolled", {"by": by, "key": act["key"].hex()})
        if key.person != by:
            return BreachFound("key_of_another", {"by": by, "key": act["key"].hex()})
        public = public_key(key.alg, key.spki)
    if public is None or not public.verify(submission.sig, act_message(submission.act)):
        return BreachFound("bad_signature", {"by": by})
    return None


def _openings(act: dict[str, Any], submission: Submission, state: LedgerState) -> BreachFound | None:
    """Every commitment comes with its value, so that the folder's vault is whole."""
    kind = TYPES.get(act["type"], act["v"])
    assert kind is not None
    wanted = {name for name, _ in commitments(kind, act["data"])}
    for field, salt, value in submission.openings:
        held = value_at(act["data"], field)
        try:
            made = commitment(state.ledger or b"", act["by"], act["id"], field, salt, value)
        except LedgerError:
            return BreachFound("opening_misfit", {"field": field, "detail": "the value cannot be encoded"})
        if len(salt) != 32 or made != held:
            return BreachFound(
                "opening_misfit", {"field": field, "detail": "salt and value give another digest"}
            )
        for _, detail in unclean_texts(value):
            return BreachFound("text_not_clean", {"field": field, "detail": detail})
        wanted.discard(field)
    if wanted:
        return BreachFound("opening_misfit", {"field": sorted(wanted)[0], "detail": "no value was handed in"})
    return None
