"""The index compared with what the records say. It is never evidence; any difference is one failure, and
`reindex` mends it.

A row of `record_index` or `decided` differs at its position, a node of level 0 at number + 1; nodes of higher
levels and the head differ at no position.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from ledger.audit.nodes import Nodes
from ledger.audit.reader.source import Source
from ledger.errors import LedgerError
from ledger.sealing import canon
from ledger.sealing.tree import HASH_SIZE

IndexRow = tuple[int, int, str, str, bytes, bytes | None, str]
"""position, recorded_at, type, signer, digest, refused, tags"""

_AT_ONCE: Final = 4096


class Difference(NamedTuple):
    """Where the index was first seen to differ."""

    table: str
    position: int | None


def first_of(*differences: Difference | None) -> Difference | None:
    """The one to tell: that of the lowest position, if any has one."""
    found = [difference for difference in differences if difference is not None]
    return min(found, key=lambda d: (d.position is None, d.position or 0), default=None)


def rows_differ(
    source: Source, first: int, last: int, expected: list[IndexRow], loose: set[int]
) -> Difference | None:
    """`record_index` from `first` to `last`; at the `loose` positions it may hold anything."""
    try:
        found = source.index_rows(first, last)
    except LedgerError as error:
        return unreadable("record_index", first, error)
    if loose:
        found = [row for row in found if row[0] not in loose]
    if found == expected:
        return None
    if len(found) == len(set(expected)) and set(found) == set(expected):
        return None  # a record that stands twice at one position has one row all the same
    wrong = {row[0] for row in set(found) ^ set(expected) if type(row[0]) is int}
    return Difference("record_index", min(wrong, default=first))


def nodes_differ(source: Source, levels: Sequence[tuple[int, int, bytes | bytearray]]) -> Difference | None:
    """Stored nodes against runs of hashes: level, number of its first node, hashes."""
    for level, first, hashes in levels:
        for begin in range(0, len(hashes) // HASH_SIZE, _AT_ONCE):
            run = bytes(hashes[begin * HASH_SIZE : (begin + _AT_ONCE) * HASH_SIZE])
            number, count = first + begin, len(run) // HASH_SIZE
            try:
                found = source.nodes(level, number, number + count - 1)
            except LedgerError as error:
                return unreadable("node", number + 1 if level == 0 else None, error)
            if [n for n, _ in found] == list(range(number, number + count)):
                stored = [digest for _, digest in found]
                if set(map(type, stored)) == {bytes} and b"".join(stored) == run:
                    continue
            if level:
                return Difference("node", None)
            there = {n: digest for n, digest in found if type(n) is int}
            wrong = (
                i for i in range(count) if there.get(number + i) != run[i * HASH_SIZE : (i + 1) * HASH_SIZE]
            )
            return Difference("node", number + 1 + next(wrong, 0))
    return None


def edges_differ(
    source: Source, nodes: Nodes, last: int, recorded_at: int, broken: bool
) -> Difference | None:
    """What no chunk sees: rows that stand for nothing, and the head. Of a `broken` line, nothing about the tree."""
    found: list[Difference | None] = []
    try:
        strays = source.index_strays(last)
        found += [Difference("record_index", number_of(place)) for (place,) in strays]
    except LedgerError as error:
        found.append(unreadable("record_index", 1, error))
    try:
        strays = [] if broken else source.node_strays(nodes.counts())
        found += [Difference("node", number_of(n, 1) if level == 0 else None) for level, n in strays]
    except LedgerError as error:
        found.append(unreadable("node", 1, error))
    try:
        head = source.head()
        wanted = (last, recorded_at, canon.encode(nodes.peaks()))
        if len(head) != 1 or head[0][:2] != wanted[:2] or (head[0] != wanted and not broken):
            found.append(Difference("head", None))
    except LedgerError as error:
        found.append(unreadable("head", None, error))
    return first_of(*found)


def number_of(value: Any, more: int = 0) -> int | None:
    """The integer in a cell, and so many more; None if there is none."""
    return value + more if type(value) is int else None


def unreadable(table: str, position: int | None, error: LedgerError) -> Difference:
    """A table that cannot be read differs from what it should be; any other error is passed on."""
    if error.code != "store_damaged":
        raise error  # locked, or gone away: nothing is wrong with the index
    return Difference(table, position)
