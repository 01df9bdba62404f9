"""From what the line has decided to what the submitter is told."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from ledger.desk.line import Added, Declined, Judged, Spared, Stands
from ledger.desk.outcome import Accepted, Checked, Outcome, Refused, Undecided
from ledger.errors import LedgerError
from ledger.rules.breach import BreachFound, breaches_in
from ledger.rules.life.fact import of_record
from ledger.sealing import receipts
from ledger.sealing.notes import Note
from ledger.sealing.proofs import inclusion
from ledger.sealing.submission import Submission
from ledger.store.port import Store


class Answering:
    """Outcomes with their receipts; what was decided before is read again, so the answer stays the same."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def final(
        self, submissions: Sequence[Submission], judged: Sequence[Judged], note: Note | None
    ) -> list[Outcome]:
        """The outcomes of a submission; `note` covers every record among them."""
        return [
            self._final(hashlib.sha256(each.act).digest(), answer, note)
            for each, answer in zip(submissions, judged, strict=True)
        ]

    def checked(self, submissions: Sequence[Submission], judged: Sequence[Judged]) -> list[Outcome]:
        """What a submission would have given."""
        return [
            self._checked(hashlib.sha256(each.act).digest(), answer)
            for each, answer in zip(submissions, judged, strict=True)
        ]

    def receipt(self, position: int, record: bytes, note: Note) -> str:
        """The receipt of a record under a checkpoint that covers it."""
        path = inclusion(position - 1, note.size, self._store.node)
        return receipts.make(record, position - 1, path, note)

    def _final(self, digest: bytes, answer: Judged, note: Note | None) -> Outcome:
        if isinstance(answer, Spared):
            return Undecided(digest)
        if isinstance(answer, Declined):
            return Refused(digest, answer.breaches, answer.recorded_as)
        if isinstance(answer, Stands):
            found = self._before(digest, answer.position)
            if not isinstance(found, Added):
                return Refused(digest, found, answer.position)
            answer = found
        assert note is not None
        receipt = self.receipt(answer.position, answer.record, note)
        return Accepted(
            digest, answer.position, answer.recorded_at, note.size, note.root, receipt, answer.remarks
        )

    def _checked(self, digest: bytes, answer: Judged) -> Outcome:
        if isinstance(answer, Spared):
            return Undecided(digest)
        if isinstance(answer, Declined):
            return Checked(digest, answer.breaches)
        found = self._before(digest, answer.position) if isinstance(answer, Stands) else answer
        return Checked(digest, (), found.remarks) if isinstance(found, Added) else Checked(digest, found)

    def _before(self, digest: bytes, position: int) -> Added | tuple[BreachFound, ...]:
        """The record that decided the act: the act itself, or the breaches that its refusal lists."""
        record = self._store.record(position)
        fact, _ = of_record(record)
        if fact.act is None or fact.recorded_at is None:
            raise LedgerError("store_no_record", position=position)
        if fact.digest == digest:
            return Added(position, fact.recorded_at, record)
        return breaches_in(fact.act["data"])
