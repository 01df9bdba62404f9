"""The store in memory, around the library's own recorder: for tests, features and what is thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from threading import RLock
from typing import Any

from eventsourcing.dcb.api import DCBEvent, DCBQuery, DCBSequencedEvent, DCBSubscription
from eventsourcing.dcb.popo import InMemoryDCBRecorder

from ledger.errors import LedgerError
from ledger.store.batch import EMPTY, Batch, Head
from ledger.store.index import Indexer, of_record
from ledger.store.port import Moved, Store
from ledger.store.rebuilding import Progress, rebuilt


class MemoryStore(Store):
    """A ledger that lives as long as the object. Events are the library's; the rest is kept beside them."""

    def __init__(self, index: Indexer = of_record) -> None:
        super().__init__("memory", index)
        self._recorder = InMemoryDCBRecorder()
        self._lock = RLock()
        self._head = EMPTY
        self._stored: dict[tuple[int, int], bytes] = {}
        self._decided: dict[bytes, int] = {}
        self._times: list[int] = []
        self._notes: list[tuple[int, str]] = []
        self._closed = False

    def head(self) -> Head:
        """The end of the line as it is now."""
        with self._opened():
            return self._head

    def commit(self, batch: Batch) -> None:
        """Write a batch; raise `Moved` unless the head is the one it stands on."""
        with self._opened():
            if self._head != batch.before:
                raise Moved
            fresh: dict[bytes, int] = {}
            for digest, position in batch.decided():
                earlier = self._decided.get(digest) or fresh.get(digest)
                if earlier is not None:
                    raise LedgerError("store_decided_twice", position=earlier)
                fresh[digest] = position
            self._recorder.append([DCBEvent(e.row.type, e.data, e.row.tags) for e in batch.entries])
            self._decided.update(fresh)
            self._take_up(batch)

    def _take_up(self, batch: Batch) -> None:
        self._stored.update({(level, number): digest for level, number, digest in batch.nodes})
        self._times += [entry.row.recorded_at for entry in batch.entries]
        self._head = batch.after

    def select(self, query: DCBQuery, after: int, upto: int, limit: int) -> list[DCBSequencedEvent]:
        """At most `limit` matching events with `after` < position <= `upto`, in order."""
        with self._opened():
            found = self._recorder.read(query, after=after, limit=limit)
            return [event for event in found if event.position <= upto]

    def subscribe(self, query: DCBQuery | None = None, *, after: int | None = None) -> DCBSubscription[Any]:
        """Matching events behind `after`, and then each new one as it comes."""
        with self._opened():
            return self._recorder.subscribe(query, after=after)

    def page(self, after: int, limit: int) -> list[tuple[int, bytes]]:
        """The first `limit` records behind position `after`."""
        with self._opened():
            events = self._recorder.events[max(after, 0) : max(after, 0) + limit]
            return [(event.position, event.event.data) for event in events]

    def decided(self, digest: bytes) -> int | None:
        """The position that decided the act with this digest, or None."""
        with self._opened():
            return self._decided.get(digest)

    def position_at(self, moment: int) -> int:
        """The last position taken in at or before `moment`; 0 if none was."""
        with self._opened():
            return next((p for p in range(len(self._times), 0, -1) if self._times[p - 1] <= moment), 0)

    def checkpoints(self, after: int = 0) -> list[tuple[int, str]]:
        """The published notes of sizes beyond `after`, by size."""
        with self._opened():
            return sorted(note for note in self._notes if note[0] > after)

    def add_checkpoint(self, size: int, note: str) -> None:
        """Keep a published note; the same note again changes nothing."""
        with self._opened():
            if (size, note) not in self._notes:
                self._notes.append((size, note))

    def reindex(self, progress: Progress | None = None) -> Head:
        """Make head, nodes and digests again from the records."""
        with self._opened():
            batches = list(rebuilt(self.page, len(self._recorder.events), self.location, progress))
            self._stored, self._decided, self._times, self._head = {}, {}, [], EMPTY
            for batch in batches:
                for digest, position in batch.decided():
                    self._decided.setdefault(digest, position)
                self._take_up(batch)
            return self._head

    def close(self) -> None:
        """Answer store_closed from now on."""
        self._closed = True

    def _stored_nodes(self, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
        with self._opened():
            return {place: self._stored[place] for place in places if place in self._stored}

    def _opened(self) -> RLock:
        if self._closed:
            raise LedgerError("store_closed", location=self.location)
        return self._lock
