"""What one append writes, computed to the last hash before any lock is taken.

A batch knows the head it stands on and the head it leaves. A store writes it only while its head is still the
former; so positions are dense by construction, and the tree is computed in one place for every database.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ledger.errors import LedgerError
from ledger.sealing import canon
from ledger.sealing.tree import Frontier, Node, fold, leaf_hash
from ledger.store.index import IndexRow

CLOCK_CORRECTION: Final = "clock_corrected"


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the line: how many records, when the last was taken in, the peaks of the tree over them."""

    size: int = 0
    recorded_at: int = 0
    peaks: tuple[bytes, ...] = ()

    @property
    def root(self) -> bytes:
        """The root of the tree over all records."""
        return fold(self.peaks)

    @property
    def packed_peaks(self) -> bytes:
        """The peaks as the table `head` keeps them."""
        return _packed(self.peaks)

    @classmethod
    def unpacked(cls, size: int, recorded_at: int, peaks: bytes) -> Head:
        """The head from its table row; LedgerError not_canonical or bad_frontier if the row cannot be one."""
        value = canon.decode(peaks)
        numbers = type(size) is int and type(recorded_at) is int
        if not numbers or type(value) is not list or not all(type(peak) is bytes for peak in value):
            raise LedgerError("bad_frontier", size=size, peaks="?")
        return cls(size, recorded_at, tuple(Frontier(size, value).peaks))


@lru_cache(maxsize=16)
def _packed(peaks: tuple[bytes, ...]) -> bytes:
    # Every head is wanted twice: as the one an append leaves, and as the one that the next stands on.
    return canon.encode(list(peaks))


EMPTY: Final = Head()


@dataclass(frozen=True, slots=True)
class Entry:
    """One record to be stored: its bytes, its index columns, its leaf."""

    data: bytes
    row: IndexRow
    leaf: bytes

    @classmethod
    def of(cls, data: bytes, row: IndexRow) -> Entry:
        """The entry with its leaf computed."""
        return cls(data, row, leaf_hash(data))


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries and complete nodes that lead from the head `before` to the head `after`."""

    before: Head
    after: Head
    entries: Sequence[Entry]
    nodes: Sequence[Node]

    def numbered(self) -> list[tuple[int, Entry]]:
        """The entries with their positions."""
        return list(enumerate(self.entries, self.before.size + 1))

    def decided(self) -> list[tuple[bytes, int]]:
        """Every digest that the batch decides, with the position that decides it."""
        return [
            (digest, position)
            for position, entry in self.numbered()
            for digest in (entry.row.digest, entry.row.refused)
            if digest is not None
        ]


def follow(head: Head, entries: Sequence[Entry]) -> Batch:
    """The batch that puts `entries` behind `head`."""
    frontier = Frontier(head.size, head.peaks)
    nodes = frontier.extend(entry.leaf for entry in entries)
    last = entries[-1].row.recorded_at if entries else head.recorded_at
    return Batch(head, Head(frontier.size, last, tuple(frontier.peaks)), entries, nodes)


def check_times(head: Head, entries: Sequence[Entry]) -> None:
    """LedgerError store_time_backwards if a record behind `head` was taken in before the one ahead of it.

    Only the act that corrects the ledger's clock may be.
    """
    last = head.recorded_at
    for entry in entries:
        if entry.row.recorded_at < last and entry.row.type != CLOCK_CORRECTION:
            raise LedgerError("store_time_backwards", recorded_at=entry.row.recorded_at, before=last)
        last = entry.row.recorded_at
