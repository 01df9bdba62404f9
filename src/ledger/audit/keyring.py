"""The keys that occur on a ledger, gathered beforehand so that signatures can be checked in any order.

Whether a key counts at a position is for the walk; here it is only found by its id.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any, Final

from ledger.audit.reader import Source
from ledger.errors import LedgerError
from ledger.rules.life.fact import of_record
from ledger.rules.life.keys import public_key
from ledger.sealing.algorithms import PublicKey

_KEY_TYPES: Final = ("key_enrolled", "key_introduced", "key_recovered", "ledger_key_rotated", "ledger_opened")

Candidates = dict[bytes, tuple[str, bytes]]
"""Keys that occur anywhere on the ledger: key id → (alg, spki). Whether one counts is for the walk."""


class KeyRing(dict[Any, PublicKey | None]):
    """Key objects of candidates, each made and checked once; None for one that is not known or not good."""

    def __init__(self, candidates: Candidates) -> None:
        super().__init__()
        self._candidates = candidates

    def __missing__(self, key: Any) -> PublicKey | None:
        if key not in self._candidates:
            return None  # not kept: a stranger's ledger may name any number of keys
        found = self[key] = public_key(*self._candidates[key])
        return found


def harvest(source: Source, after: int) -> Candidates:
    """The keys that acts behind a position bring onto the ledger.

    Which acts do is asked of the index, if it is there. Should it lie, nothing is lost but time: a key that no
    worker knew is looked up by the walk, which then checks the signatures under it itself.
    """
    try:
        positions = source.positions_of(_KEY_TYPES, after)
    except LedgerError:
        positions = []
    if not positions or (after == 0 and positions[0] != 1):
        return candidates(source.holding(b"spki", after))
    return candidates(data for data in map(source.record, positions) if type(data) is bytes)


def candidates(records: Iterable[bytes]) -> Candidates:
    """Every key that stands anywhere in these records, good or not."""
    found: Candidates = {}
    for data in records:
        fact, _ = of_record(data)
        if fact.act is not None:
            _collect(fact.act["data"], found)
    return found


def _collect(value: Any, found: Candidates) -> None:
    if type(value) is list:
        for item in value:
            _collect(item, found)
    elif type(value) is dict:
        alg, spki = value.get("alg"), value.get("spki")
        if type(alg) is str and type(spki) is bytes:
            found[sha256(alg.encode() + b"\x00" + spki).digest()] = (alg, spki)
        for item in value.values():
            _collect(item, found)
