"""The fold of a ledger's records: its state, kept level with a store by reading on from where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, Self

from ledger.rules.life.effects import evolve
from ledger.rules.life.fact import Fact, of_record
from ledger.rules.life.fault import Fault
from ledger.rules.life.judge import judge, opening_of
from ledger.rules.life.keys import public_key
from ledger.rules.life.references import document_bytes
from ledger.rules.life.state import LedgerState
from ledger.sealing.algorithms import PublicKey
from ledger.sealing.envelope import act_message
from ledger.sealing.proofs import root_at


class Reader(Protocol):
    """What the fold needs of a store."""

    def read_records(self, after: int = 0, limit: int | None = None) -> Iterable[tuple[int, bytes]]: ...
    def node(self, level: int, number: int) -> bytes: ...


class Fold:
    """State up to some position.

    `pending` are records of an append that is being made: judged and folded, not yet stored.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.state = LedgerState()
        self.pending: list[bytes] = []
        self._stored = 0
        self._roots: dict[int, bytes] = {}

    def read_on(self) -> bool:
        """Fold every record that the store has and this state has not; whether there were any."""
        before = self._stored
        for position, data in self._reader.read_records(after=self._stored):
            fact, act_bytes = of_record(data)
            if fact.act is not None:
                fact = fact._replace(sig_ok=self._good(fact, act_bytes))
            faults = judge(self.state, position, fact, self)
            evolve(self.state, position, fact, faults)
            self._taken(position, fact, faults)
            self._stored = position
        return self._stored != before

    def fork(self) -> Self:
        """A fold that can be thrown away."""
        other = type(self).__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.state = self.state.fork()
        other.pending = self.pending.copy()
        return other

    def adopt(self, other: Self) -> None:
        """Take over what a fork of this fold has added."""
        self.state, self.pending = other.state, other.pending

    def settle(self) -> None:
        """The pending records were stored: this fold is the one to stay."""
        self.state.settle()
        self._stored += len(self.pending)
        self.pending = []

    def judge(self, fact: Fact) -> list[Fault]:
        """What is wrong with the fact as the next record."""
        return judge(self.state, self.state.size + 1, fact, self)

    def push(self, fact: Fact, faults: list[Fault], record: bytes) -> None:
        """Take the fact in as the next record."""
        self.pending.append(record)
        position = self.state.size + 1
        evolve(self.state, position, fact, faults)
        self._taken(position, fact, faults)

    def record(self, position: int) -> bytes | None:
        """Look: stored or pending bytes."""
        if position > self._stored:
            index = position - self._stored - 1
            return self.pending[index] if index < len(self.pending) else None
        for _, data in self._reader.read_records(after=position - 1, limit=1):
            return data
        return None

    def root(self, size: int) -> bytes | None:
        """Look: root over the first `size` stored records; what is pending nobody has seen."""
        if not 1 <= size <= self._stored:
            return None
        if size not in self._roots:
            if len(self._roots) > 512:
                self._roots.clear()
            self._roots[size] = root_at(size, self._reader.node)
        return self._roots[size]

    def _good(self, fact: Fact, act_bytes: bytes) -> bool:
        """Signatures of stored records were checked when they came in; only changes of keys are checked again,
        because everything later rests on them."""
        assert fact.act is not None
        if not fact.act["type"].startswith(("key_", "post_", "duties_", "founding_", "ledger_")):
            return True
        key = self.state.keys.get(fact.act["key"])
        public = public_key(key.alg, key.spki) if key else _founders_key(fact)
        return public is not None and public.verify(fact.sig, act_message(act_bytes))

    def document(self, digest: bytes) -> bytes | None:
        """The document with this SHA-256, if it stands on the ledger whole."""
        return document_bytes(self.state, digest, self)

    def _taken(self, position: int, fact: Fact, faults: list[Fault]) -> None:
        """For folds that make more of a record than the ledger's own life."""


def _founders_key(fact: Fact) -> PublicKey | None:
    """The key with which a founder signs record 1, which brings it itself."""
    opened = opening_of(fact)
    if opened is None or fact.act is None:
        return None
    mine = next((founder for founder in opened.founders if founder.person == fact.act["by"]), None)
    return public_key(mine.alg, mine.spki) if mine else None
