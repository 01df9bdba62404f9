"""The walk: every record once, by ascending position, judged on the state of those before it (format §8).

Order at record p: position missing or out of order · the leaf goes into the tree · everything of
`ledger.rules.life.judge`, which lists its own order · effect. The walk goes on after every failure. Behind a gap
the tree is not that of the ledger any more, so nothing that rests on a root is said from there on.

At the end: batches cut off, doubts about the acts of revoked keys.
"""

from __future__ import annotations

import hashlib
from array import array
from bisect import bisect_right
from collections import Counter
from typing import Any, Final

from ledger.audit.chunk import Chunk
from ledger.audit.decided import Decided, Rows, fresh_secret
from ledger.audit.examine import signed, slowly
from ledger.audit.indexed import Difference, first_of
from ledger.audit.keyring import KeyRing
from ledger.audit.lane import Lane
from ledger.audit.nodes import Nodes
from ledger.audit.reader import Source
from ledger.audit.values import Values
from ledger.errors import LedgerError
from ledger.rules.life.effects import evolve
from ledger.rules.life.fact import Fact
from ledger.rules.life.fault import Fault
from ledger.rules.life.judge import finish, judge
from ledger.rules.life.keys import public_key
from ledger.rules.life.state import LedgerState
from ledger.sealing.record import unpack

UNKNOWN: Final = -(2**63)
"""Stands for `recorded_at` of a record that cannot be read."""


class Walk:
    """State, tree and findings after the records walked so far. Begin with what an earlier walk left, or anew."""

    def __init__(self, source: Source, state: LedgerState, nodes: Nodes) -> None:
        self._source = source
        self.state, self.nodes = state, nodes
        self.faults: list[Fault] = []
        self.remarks: list[Fault] = []
        self.received = array("q")
        self.key_numbers: dict[bytes, int] = {}
        self.signed_by = array("I")  # the number of its key, one a record; 0 for none
        self.jumps: list[
            tuple[int, int]
        ] = []  # (row, position) of each record that does not follow the one before
        self.gap: int | None = None
        self.last = 0
        self.modes: Counter[str] = Counter()
        self.refused = 0
        self.values = Values()
        self.differs: Difference | None = None
        self.nodes_unseen: list[tuple[int, int]] = []
        self.secret = fresh_secret()
        self.decided_rows = Rows(self.secret)
        self.decided = Decided(state.digests)
        self.fresh: list[tuple[bytes, int]] | None = None
        self.engine = 0
        self._lane = Lane(state, self.root)
        self._chunk = Chunk(1)

    @property
    def began(self) -> bool:
        """Whether a record 1 was walked."""
        return bool(self.received) and self.position(0) == 1

    # ---- what judging looks back at ----

    def record(self, position: int) -> bytes | None:
        """Stored bytes of an earlier record; None if they are missing."""
        data = self._source.record(position)
        return data if type(data) is bytes else None

    def root(self, size: int) -> bytes | None:
        """Root over the first `size` records; None if there are not so many, or one of them is missing."""
        return self.nodes.root(size) if self.gap is None or size < self.gap else None

    # ---- the records ----

    def take(self, chunk: Chunk) -> None:
        """Walk the records of the next chunk."""
        if chunk.positions is not None:
            self._note_order(chunk.positions)
        elif chunk.first != self.last + 1:
            self._note_order([chunk.first])
        self._grow(chunk)
        self._chunk = chunk
        self._lane.enter(chunk)
        first, positions, passes = chunk.first, chunk.positions, self._lane.passes
        received, signed_by, fresh = self.received, self.signed_by, self.fresh
        for row, plain in enumerate(chunk.plains):
            p = first + row if positions is None else positions[row]
            number = None if plain is None else passes(p, plain)
            if number is None:
                self._judge(p, row)
            else:
                assert plain is not None
                received.append(plain[2])
                signed_by.append(number)
                if fresh is not None:
                    fresh.append((plain[0], p))
            self.last = p
        self.modes.update(chunk.modes)
        self.decided_rows.join(*chunk.decides)
        self.values = self.values.plus(chunk.values)
        self.differs = first_of(self.differs, chunk.differs)

    def finish(self) -> list[Fault]:
        """What only the end shows."""
        return finish(self.state) + self._doubts()

    def position(self, row: int) -> int:
        """The position of the record that was walked as number `row`, from 0."""
        if not self.jumps or row < self.jumps[0][0]:
            return row + 1
        at = bisect_right(self.jumps, (row, 2**63)) - 1
        return self.jumps[at][1] + row - self.jumps[at][0]

    def rows_from(self, position: int) -> int:
        """The number of the first record at or after a position."""
        low, high = 0, len(self.received)
        while low < high:
            middle = (low + high) // 2
            if self.position(middle) < position:
                low = middle + 1
            else:
                high = middle
        return low

    # ---- inside ----

    def _note_order(self, positions: list[int]) -> None:
        """Report positions that are missing or doubled before the chunk's records are walked."""
        before, row = self.last, len(self.received)
        for position in positions:
            if position > before + 1:
                self._gap(before + 1, position - 1)
            elif position <= before:
                self._disorder(position, f"第 {position} 位有两条记录", f"position {position} stands twice")
            if position != before + 1:
                self.jumps.append((row, position))
            before, row = position, row + 1

    def _gap(self, first: int, last: int) -> None:
        if first == last:
            self._disorder(first, f"缺少第 {first} 条", f"{first} is missing")
        else:
            self._disorder(first, f"缺少第 {first} 至 {last} 条", f"{first} to {last} are missing")

    def _disorder(self, position: int, zh: str, en: str) -> None:
        facts = {"detail": zh, "detail_en": en}
        self.faults.append(Fault("completeness", "fails", "gap_or_order", position, facts))
        self.gap = position if self.gap is None else min(position, self.gap)

    def odd(self, position: Any) -> None:
        """Something stands in the column of positions that is none."""
        place = position if type(position) is int else None
        facts = {
            "detail": f"有一条记录的位置是 {position}",
            "detail_en": f"a record stands at position {position}",
        }
        self.faults.append(Fault("completeness", "fails", "gap_or_order", place, facts))

    def _grow(self, chunk: Chunk) -> None:
        """Put the chunk's leaves into the tree: behind a gap too, but nothing is compared with that any more."""
        begin = self.nodes.size
        self.nodes.extend(chunk.levels if begin == chunk.first - 1 else chunk.levels[:1])
        if not chunk.nodes_seen:
            end = self.nodes.size if self.gap is None else min(self.nodes.size, self.gap - 1)
            if end > begin:
                self.nodes_unseen.append((begin, end))

    def _judge(self, p: int, row: int) -> None:
        plain, state = self._chunk.plains[row], self.state
        if self.gap is not None and p >= self.gap:
            state.other_history = True  # nothing about roots is said after a gap
        fact = self._fact(p, row)
        faults = judge(state, p, fact, self)
        evolve(state, p, fact, faults)
        for fault in faults:
            (self.remarks if fault.effect == "remark" else self.faults).append(fault)
        self.received.append(UNKNOWN if fact.recorded_at is None else fact.recorded_at)
        number = self._number(fact)
        self.signed_by.append(number)
        kind = fact.act["type"] if fact.act is not None else None
        if plain is None:
            self._lane.changed(kind)
        elif not faults:
            self._lane.trust(plain[4], number)
        self._note(p, fact, kind)

    def _fact(self, p: int, row: int) -> Fact:
        """The whole fact of a record, its signature judged if its key is one of the ledger's."""
        found = self._chunk.facts.get(row)
        if found is not None and (found.sig_ok is not None or found.act is None):
            return found
        data = self._source.record(p)
        fact = slowly(data, KeyRing({}))
        plain = self._chunk.plains[row]
        digest, sig_ok, inner_ok = self._chunk.bulky.get(row, (None, None, None))
        if plain is not None:
            digest, sig_ok = plain[0], True
        if fact.act is None:
            return fact
        if sig_ok is not None and fact.digest == digest:
            return fact._replace(sig_ok=sig_ok, inner_ok=inner_ok)
        key = self.state.keys.get(fact.act["key"])
        return fact if key is None else signed(fact, unpack(data).act, public_key(key.alg, key.spki))

    def _number(self, fact: Fact) -> int:
        if fact.act is None:
            return 0
        return self.key_numbers.setdefault(fact.act["key"], len(self.key_numbers) + 1)

    def _note(self, p: int, fact: Fact, kind: str | None) -> None:
        """What is counted, and what the table `decided` has to do with a record that failed."""
        if fact.digest is None:
            return
        if fact.act is None:
            self.decided.loose.add(fact.digest)
            return
        if self.fresh is not None:
            self.fresh.append((fact.digest, p))
        if p == 1 and fact.known and kind == "ledger_opened":
            self.engine = fact.act["data"]["engine"]
        if kind != "act_refused":
            return
        self.refused += fact.known
        inner = fact.act["data"].get("act")
        if type(inner) is bytes:
            digest = hashlib.sha256(inner).digest()
            if self.state.digests.get(digest) is None:
                self.decided.extra.setdefault(digest, p)
            elif self.fresh is not None:
                self.fresh.append((digest, p))
        else:
            self.decided.loose.add(fact.digest)

    def _doubts(self) -> list[Fault]:
        """Acts of revoked keys from `doubtful_from` on that nobody has answered for."""
        faults = []
        for key in self.state.keys.values():
            number = self.key_numbers.get(key.key)
            if key.doubtful_from is None or key.revoked is None or number is None:
                continue
            for row in range(self.rows_from(max(key.doubtful_from, 1)), self.rows_from(key.revoked + 1)):
                if self.signed_by[row] == number and self._unanswered(self.position(row)):
                    facts = {"by": key.person, "from_": key.doubtful_from}
                    position = self.position(row)
                    faults.append(Fault("authenticity", "undecided", "key_doubtful", position, facts))
        return faults

    def _unanswered(self, position: int) -> bool:
        data = self.record(position)
        if data is None:
            return True
        try:
            return hashlib.sha256(unpack(data).act).digest() not in self.state.answered
        except LedgerError:
            return True
