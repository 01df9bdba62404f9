"""The index compared with what the records say. It is never evidence; a difference is one failure, and `reindex`
mends it.

A difference is told as (table, place): the position, or the node, at which it was first seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from ledger.audit.nodes import Nodes
from ledger.audit.reader.source import Source
from ledger.errors import LedgerError
from ledger.rules.seen import Seen
from ledger.sealing import canon
from ledger.sealing.tree import HASH_SIZE

Difference = tuple[str, str]
IndexRow = tuple[int, int, str, str, bytes, bytes | None, str]
"""position, recorded_at, type, signer, digest, refused, tags"""

_UNREADABLE: Final = "unreadable"
_AT_ONCE: Final = 4096


def rows_differ(
    source: Source, first: int, last: int, expected: list[IndexRow], unknown: set[int]
) -> Difference | None:
    """`record_index` from `first` to `last` against the rows it must hold; of `unknown` positions it may hold any."""
    try:
        found = source.index_rows(first, last)
    except LedgerError as error:
        return _unreadable("record_index", error)
    if unknown:
        found = [row for row in found if row[0] not in unknown]
    if found == expected:
        return None
    for stored, right in zip(found, expected, strict=False):
        if stored != right:
            return "record_index", f"position {min(_place(stored[0], first), right[0])}"
    longer = found if len(found) > len(expected) else expected
    return "record_index", f"position {_place(longer[min(len(found), len(expected))][0], first)}"


def _place(position: Any, otherwise: int) -> int:
    return position if type(position) is int else otherwise


def nodes_differ(source: Source, levels: list[tuple[int, bytes | bytearray]]) -> Difference | None:
    """Stored nodes against runs of hashes: for level 0, 1, … the number of its first node and the hashes."""
    for level, (first, hashes) in enumerate(levels):
        for begin in range(0, len(hashes) // HASH_SIZE, _AT_ONCE):
            run = bytes(hashes[begin * HASH_SIZE : (begin + _AT_ONCE) * HASH_SIZE])
            number, count = first + begin, len(run) // HASH_SIZE
            try:
                found = source.nodes(level, number, number + count - 1)
            except LedgerError as error:
                return _unreadable("node", error)
            if [n for n, _ in found] == list(range(number, number + count)):
                stored = [hash_ for _, hash_ in found]
                if all(type(hash_) is bytes for hash_ in stored) and b"".join(stored) == run:
                    continue
            there = {n: hash_ for n, hash_ in found if type(n) is int}
            for i in range(count):
                if there.get(number + i) != run[i * HASH_SIZE : (i + 1) * HASH_SIZE]:
                    return "node", f"level {level}, number {number + i}"
            return "node", f"level {level}, number {number}"
    return None


def edges_differ(source: Source, nodes: Nodes, last: int, recorded_at: int | None) -> Difference | None:
    """What no chunk sees: the head, and rows that stand for nothing."""
    peaks = canon.encode(nodes.peaks())
    try:
        stray = source.index_strays(last)
    except LedgerError as error:
        return _unreadable("record_index", error)
    if stray:
        return "record_index", f"position {stray[0][0]}"
    try:
        stray = source.node_strays(nodes.counts())
    except LedgerError as error:
        return _unreadable("node", error)
    if stray:
        return "node", f"level {stray[0][0]}, number {stray[0][1]}"
    try:
        head = source.head()
    except LedgerError as error:
        return _unreadable("head", error)
    if head != [(nodes.size, recorded_at or 0, peaks)]:
        return "head", "row 1"
    return None


class Decided:
    """What the table `decided` must hold. For a faultless ledger just what the walk has seen; `extra` are digests
    inside refusals that took no effect, `loose` those of acts that no store would have taken in."""

    def __init__(self, digests: Seen) -> None:
        self.digests = digests
        self.extra: dict[bytes, int] = {}
        self.loose: set[bytes] = set()

    def differs(self, source: Source) -> Difference | None:
        """The whole table compared."""
        count, get = 0, self.digests.get
        try:
            for portion in source.decided():
                for digest, position in portion:
                    if type(digest) is bytes and digest in self.loose:
                        continue
                    count += 1
                    if type(digest) is not bytes or len(digest) != 32:
                        return "decided", f"position {position}"
                    if position not in (get(digest), self.extra.get(digest)):
                        return "decided", f"position {position}"
        except LedgerError as error:
            return _unreadable("decided", error)
        wanted = len(self.digests) + len(self.extra) - sum(get(digest) is not None for digest in self.loose)
        return None if count == wanted else ("decided", f"{count} rows for {wanted} digests")

    def some_differ(self, source: Source, fresh: Sequence[tuple[bytes, int]]) -> Difference | None:
        """Only these digests compared."""
        wanted = {digest: position for digest, position in fresh if digest not in self.loose}
        digests = list(wanted)
        try:
            for at in range(0, len(digests), 400):
                found = dict(source.decided_of(digests[at : at + 400]))
                for digest in digests[at : at + 400]:
                    if found.get(digest) != wanted[digest]:
                        return "decided", f"position {wanted[digest]}"
        except LedgerError as error:
            return _unreadable("decided", error)
        return None


def _unreadable(table: str, error: LedgerError) -> Difference:
    if error.code != "store_damaged":
        raise error  # locked, gone away: nothing is wrong with the index
    return table, _UNREADABLE
