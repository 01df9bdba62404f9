"""Acts of the machine itself: refusals and the count of those that were too many (acts.md)."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any, NamedTuple

from ledger.acts.head import MACHINE
from ledger.rules.breach import BreachFound
from ledger.rules.life.fact import Fact, of_act
from ledger.rules.life.references import MAX_BREACHES
from ledger.sealing import canon
from ledger.sealing.algorithms import PrivateKey
from ledger.sealing.envelope import act_message
from ledger.sealing.record import pack


class Made(NamedTuple):
    """An act of the machine as a fact and as a record, ready to be appended."""

    fact: Fact
    record: bytes


class Machine:
    """Signs the machine's acts for one ledger."""

    def __init__(self, key: PrivateKey, ledger: bytes, desk: str) -> None:
        self._key, self._ledger, self._desk = key, ledger, desk

    def refusal(self, at: int, act: bytes, sig: bytes, by: str, breaches: Sequence[BreachFound]) -> Made:
        """`act_refused` with the whole refused envelope and as many breaches as fit."""
        shown: list[dict[str, Any]] = []
        for breach in breaches:
            shown.append(breach.entry())
            if len(canon.encode(shown)) > MAX_BREACHES:
                shown.pop()
                break
        data = {"act": act, "breaches": shown, "more": len(breaches) - len(shown), "sig": sig}
        made = self._make(at, "act_refused", [f"person:{by}"], data)
        # The door has found the envelope's signature good a moment ago.
        return made._replace(fact=made.fact._replace(inner_ok=True))

    def throttled(self, at: int, person: str, day: str, count: int, first: bytes) -> Made:
        """`refusals_throttled`: how many of a person's refusals of one day were only counted."""
        data = {"count": count, "day": day, "first": first, "person": person}
        return self._make(at, "refusals_throttled", [f"person:{person}"], data)

    def vault_read(self, at: int, reader: str, case: str, fields: list[str], purpose: str) -> Made:
        """`vault_read`: written before committed values are shown to somebody."""
        data = {"case": case, "fields": sorted(set(fields)), "purpose": purpose, "reader": reader}
        return self._make(at, "vault_read", [case], data)

    def _make(self, at: int, kind: str, cases: list[str], data: dict[str, Any]) -> Made:
        act = canon.encode(
            {
                "acknowledges": [],
                "as": None,
                "at": at,
                "basis": [],
                "batch": None,
                "by": MACHINE,
                "cases": cases,
                "data": data,
                "for": None,
                "id": secrets.token_bytes(16),
                "key": self._key.key_id,
                "late": None,
                "ledger": self._ledger,
                "mode": "own",
                "seen": None,
                "signed": at,
                "type": kind,
                "v": 1,
            }
        )
        sig = self._key.sign(act_message(act))
        return Made(of_act(at, act, sig)._replace(sig_ok=True), pack(at, self._desk, act, sig))
