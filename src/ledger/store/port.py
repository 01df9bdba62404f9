"""The store: one dense line of records, kept behind the library's DCB port, with what a ledger needs beside it.

What every store promises, on whatever database:
* positions are 1, 2, 3 … without a gap, and a batch is stored whole or not at all;
* an append stands on a head. It is written only while that head is still the ledger's, checked by the database
  in the transaction that writes; there is no other lock, and nobody can append unseen;
* what `append` or `append_records` has returned is durable;
* a ledger's store takes nothing but canonical records, none with a digest that was decided before;
* records and published checkpoints are never changed; everything else can be made again by `reindex`.
"""

from __future__ import annotations

import contextlib
import random
import time
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any, Final, Self

from eventsourcing.dcb.api import (
    DCBAppendCondition,
    DCBEvent,
    DCBQuery,
    DCBRecorder,
    DCBSequencedEvent,
    DCBSubscription,
)
from eventsourcing.persistence import IntegrityError

from ledger.errors import LedgerError
from ledger.sealing import proofs
from ledger.sealing.tree import HASH_SIZE, peak_places
from ledger.store.batch import Batch, Entry, Head, check_times, follow
from ledger.store.index import Indexer, of_bytes, of_record
from ledger.store.reading import PAGE, PagedResponse, PollingSubscription
from ledger.store.rebuilding import Progress

PATIENCE_SECONDS: Final = 30.0
_NODES_KEPT: Final = 8192
_NO_HASH: Final = bytes(HASH_SIZE)


class Moved(IntegrityError):
    """The head is no longer the one that a batch stands on."""


class Store(DCBRecorder):
    """One ledger's records. Any number of threads may use one store, any number of processes one ledger."""

    def __init__(self, location: str, index: Indexer = of_record) -> None:
        self.location = location
        """Where the ledger is, fit to be shown: never with a password."""
        self._index = index
        self._recent: Head | None = None
        self._nodes: dict[tuple[int, int], bytes] = {}

    # ---- what each database does in its own way ----

    @abstractmethod
    def head(self) -> Head:
        """The end of the line as it is now."""

    @abstractmethod
    def commit(self, batch: Batch) -> None:
        """Write a batch durably; raise `Moved`, having written nothing, unless the head is `batch.before`."""

    @abstractmethod
    def select(self, query: DCBQuery, after: int, upto: int, limit: int) -> list[DCBSequencedEvent]:
        """At most `limit` matching events with `after` < position <= `upto`, in order."""

    @abstractmethod
    def page(self, after: int, limit: int) -> list[tuple[int, bytes]]:
        """The first `limit` records behind position `after`."""

    @abstractmethod
    def decided(self, digest: bytes) -> int | None:
        """The position that decided the act with this digest, accepted or refused; None while it is undecided."""

    @abstractmethod
    def position_at(self, moment: int) -> int:
        """The last position taken in at or before `moment` (microseconds); 0 if none was."""

    @abstractmethod
    def checkpoints(self, after: int = 0) -> list[tuple[int, str]]:
        """The published notes of sizes beyond `after`, as (size, note), by size."""

    @abstractmethod
    def add_checkpoint(self, size: int, note: str) -> None:
        """Keep a published note, durably and for ever; the same note again changes nothing."""

    @abstractmethod
    def reindex(self, progress: Progress | None = None) -> Head:
        """Make everything but records and checkpoints again, from the records alone; all or nothing.

        Guards that were removed are put back. LedgerError store_gap or store_bad_record, with the position,
        if the records are no ledger; the old index stays then.
        """

    @abstractmethod
    def close(self) -> None:
        """Give everything back; a closed store answers store_closed."""

    @abstractmethod
    def _stored_nodes(self, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
        """Those of the nodes that are stored."""

    # ---- the library's port ----

    def append(self, events: Sequence[DCBEvent], condition: DCBAppendCondition | None = None) -> int:
        """Append events unless the condition fails; gives the last position.

        Raises the library's IntegrityError if the condition fails, LedgerError if an event is not fit.
        """
        entries = [Entry.of(event.data, self._index(event)) for event in events]
        if not entries:
            raise LedgerError("store_bad_event", detail="no event given")
        give_up = time.monotonic() + PATIENCE_SECONDS
        while True:
            known = self._recent
            head = known or self.head()
            if condition is not None and self._fails(condition, head):
                raise IntegrityError(condition)
            try:
                return self._put(head, entries).size
            except Moved:
                # Somebody was faster; the condition has to be looked at again on what they wrote.
                if time.monotonic() > give_up:
                    raise LedgerError("store_locked", location=self.location) from None
                if known is None:
                    time.sleep(random.random() * 0.004)

    def read(
        self, query: DCBQuery | None = None, *, after: int | None = None, limit: int | None = None
    ) -> PagedResponse:
        """Matching events behind `after`, in order; all, or the first `limit`."""
        return PagedResponse(self, query or DCBQuery(), after or 0, limit)

    def subscribe(self, query: DCBQuery | None = None, *, after: int | None = None) -> DCBSubscription[Any]:
        """Matching events behind `after`, and then each new one as it comes."""
        return PollingSubscription(self, query or DCBQuery(), after or 0)

    # ---- what the desk needs ----

    def append_records(self, records: Sequence[bytes], after: int) -> Head:
        """Append canonical records on condition that the ledger ends at `after`; gives the new head.

        LedgerError head_moved if it does not, having stored nothing; store_decided_twice, store_time_backwards
        and the codes of a record that is none, likewise.
        """
        entries = [Entry.of(data, of_bytes(data)) for data in records]
        if not entries:
            raise LedgerError("store_bad_event", detail="no record given")
        head = self._recent
        if head is None or head.size != after:
            head = self.head()
        if head.size != after:
            raise LedgerError("head_moved", after=after)
        try:
            return self._put(head, entries)
        except IntegrityError:
            raise LedgerError("head_moved", after=after) from None

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until no other writer who asks is at it: whoever reads on, judges and appends inside seldom finds
        that the head moved meanwhile.

        A courtesy that saves work, where it can be had at all; it promises nothing, and nothing rests on it.
        """
        yield

    def read_records(self, after: int = 0, limit: int | None = None) -> Iterator[tuple[int, bytes]]:
        """(position, stored bytes) behind `after`, in order, page by page; no lock is held in between.

        LedgerError store_damaged where something else than bytes is stored.
        """
        while limit is None or limit > 0:
            page = self.page(after, PAGE if limit is None else min(PAGE, limit))
            for position, data in page:
                yield position, self._bytes(position, data)
            if len(page) < PAGE:
                return
            after = page[-1][0]
            limit = None if limit is None else limit - PAGE

    def record(self, position: int) -> bytes:
        """The stored bytes at a position; LedgerError store_no_record, store_damaged."""
        page = self.page(position - 1, 1) if position > 0 else []
        if not page or page[0][0] != position:
            raise LedgerError("store_no_record", position=position)
        return self._bytes(*page[0])

    def _bytes(self, position: int, data: object) -> bytes:
        # SQLite keeps whatever somebody puts into a column of bytes.
        if type(data) is not bytes:
            raise LedgerError(
                "store_damaged", location=self.location, detail=f"record {position} is no bytes"
            )
        return data

    def node(self, level: int, number: int) -> bytes:
        """The hash of a complete node of the tree; LedgerError store_no_node."""
        place = (level, number)
        found = self._nodes.get(place)
        if found is None:
            found = self._stored_nodes([place]).get(place)
            if found is None:
                raise LedgerError("store_no_node", level=level, number=number)
            self._keep([(level, number, found)])
        return found

    def inclusion(self, index: int, size: int) -> list[bytes]:
        """The path from leaf `index` to the root of the first `size` records, its nodes fetched at one go.

        LedgerError not_in_tree, store_no_node.
        """
        places: list[tuple[int, int]] = []

        def note(level: int, number: int) -> bytes:
            places.append((level, number))
            return _NO_HASH

        proofs.inclusion(index, size, note)
        found = self._stored_nodes([place for place in places if place not in self._nodes])
        self._keep([(level, number, digest) for (level, number), digest in found.items()])
        return proofs.inclusion(index, size, self.node)

    def check_index(self) -> None:
        """LedgerError store_index_differs if the head does not fit the last record or the stored nodes.

        Looks at the end only, so it costs the same on a ledger of any size; verify compares everything.
        """
        head = self.head()
        last = self.page(head.size - 1, 2) if head.size else self.page(0, 1)
        if [position for position, _ in last] != ([head.size] if head.size else []):
            raise LedgerError("store_index_differs", what="head", location=self.location)
        places = peak_places(head.size)
        stored = self._stored_nodes(places)
        if [stored.get(place) for place in places] != list(head.peaks):
            raise LedgerError("store_index_differs", what="node", location=self.location)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ---- shared ----

    def _put(self, head: Head, entries: Sequence[Entry]) -> Head:
        check_times(head, entries)
        batch = follow(head, entries)
        self._recent = None
        self.commit(batch)
        self._recent = batch.after
        self._keep(batch.nodes)
        return batch.after

    def _fails(self, condition: DCBAppendCondition, head: Head) -> bool:
        after, query = condition.after or 0, condition.fail_if_events_match
        if not query.items:
            return head.size > after
        return bool(self.select(query, after, head.size, 1))

    def _forget(self) -> None:
        # What was remembered of the ledger may be of another one: restored, or gone back after a fail-over.
        self._recent = None
        self._nodes.clear()

    def _head_of(self, row: tuple[int, int, bytes] | None) -> Head:
        """The head from its table row; LedgerError store_index_differs if there is no sound one."""
        try:
            if row is not None:
                return Head.unpacked(*row)
        except LedgerError:
            pass  # said below, in the words of a database
        raise LedgerError("store_index_differs", what="head", location=self.location)

    def _keep(self, nodes: Sequence[tuple[int, int, bytes]]) -> None:
        # A complete node never changes, so it may be remembered; new proofs ask for the same few again.
        if len(self._nodes) + len(nodes) > _NODES_KEPT:
            self._nodes.clear()
        for level, number, digest in nodes[-_NODES_KEPT:]:
            self._nodes[level, number] = digest
