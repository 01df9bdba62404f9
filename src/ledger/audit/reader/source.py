"""The rows of a ledger, whatever database holds them. Subclasses connect and translate errors."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, Self

Row = tuple[int, Any]
"""A position and what stands in the column `bytes`; anything but bytes there is a finding."""

INDEX_TABLES: Final = ("record_index", "decided", "head", "node")


class Source(ABC):
    """One connection that only reads. Every method may raise LedgerError store_damaged, store_locked, …"""

    location: str

    @abstractmethod
    def _query(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows; `?` stands for a parameter."""

    @abstractmethod
    def _stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[list[tuple[Any, ...]]]:
        """The rows in portions."""

    @abstractmethod
    def close(self) -> None:
        """Let the database go."""

    @abstractmethod
    def rows(self, first: int, last: int) -> list[Row]:
        """The records at positions `first` to `last`, as far as they are there, by position."""

    @abstractmethod
    def holding(self, needle: bytes, after: int) -> Iterator[bytes]:
        """The bytes of every record after a position that contain `needle`."""

    @abstractmethod
    def odd_positions(self) -> list[Any]:
        """What stands where a position should: no integers, or below 1; at most a thousand of them."""

    @abstractmethod
    def checkpoints(self) -> list[tuple[Any, Any]]:
        """The table `checkpoint`: size and note, as they are."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def record(self, position: int) -> Any:
        """What is stored at a position; None if nothing is."""
        rows = self.rows(position, position)
        return rows[0][1] if rows else None

    def last(self) -> int:
        """The highest position; 0 of an empty ledger."""
        return int(self._query("SELECT max(position) FROM record WHERE position >= 1")[0][0] or 0)

    def next_position(self, start: int) -> int | None:
        """The lowest position from `start` on."""
        found = self._query("SELECT min(position) FROM record WHERE position >= ?", (start,))[0][0]
        return None if found is None else int(found)

    # ---- the index ----

    def index_rows(self, first: int, last: int) -> list[tuple[Any, ...]]:
        """Rows of `record_index` by position."""
        return self._query(
            "SELECT position, recorded_at, type, signer, digest, refused, tags FROM record_index"
            " WHERE position BETWEEN ? AND ? ORDER BY position",
            (first, last),
        )

    def positions_of(self, types: Sequence[str], after: int) -> list[int]:
        """Where, behind a position, the index says that records of these types stand; ascending."""
        marks = ", ".join("?" * len(types))
        found = self._query(
            f"SELECT position FROM record_index WHERE type IN ({marks}) AND position > ? ORDER BY position",
            (*types, after),
        )
        return [position for (position,) in found if type(position) is int]

    def index_strays(self, last: int) -> list[tuple[Any, ...]]:
        """The first row of `record_index` that lies before or behind all records."""
        return self._query(
            "SELECT position FROM record_index WHERE position < 1 OR position > ? ORDER BY position LIMIT 1",
            (last,),
        )

    def nodes(self, level: int, first: int, last: int) -> list[tuple[Any, ...]]:
        """(number, hash) of the stored nodes of one level, by number; `last` is included."""
        return self._query(
            "SELECT number, hash FROM node WHERE level = ? AND number BETWEEN ? AND ? ORDER BY number",
            (level, first, last),
        )

    def node_strays(self, counts: Sequence[int]) -> list[tuple[Any, ...]]:
        """Some stored node outside a tree that has `counts[level]` nodes on each level."""
        for level, count in enumerate(counts):
            found = self._query(
                "SELECT level, number FROM node WHERE level = ? AND (number < 0 OR number >= ?)"
                " ORDER BY number LIMIT 1",
                (level, count),
            )
            if found:
                return found
        return self._query(
            "SELECT level, number FROM node WHERE level < 0 OR level >= ? LIMIT 1", (len(counts),)
        )

    def decided(self) -> Iterator[list[tuple[Any, ...]]]:
        """(digest, position) of the whole table, in portions, in no order."""
        return self._stream("SELECT digest, position FROM decided")

    def decided_of(self, digests: Iterable[bytes]) -> list[tuple[Any, ...]]:
        """(digest, position) of these digests."""
        wanted = list(digests)
        marks = ", ".join("?" * len(wanted))
        return self._query(f"SELECT digest, position FROM decided WHERE digest IN ({marks})", wanted)

    def head(self) -> list[tuple[Any, ...]]:
        """(size, recorded_at, peaks) of every row of `head`; there should be one."""
        return self._query("SELECT size, recorded_at, peaks FROM head LIMIT 2")
