"""Every complete node of the tree walked so far: 64 bytes a record, one bytearray a level.

They answer for the root at any earlier size, which acts name in `seen` and checkpoints name in notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from ledger.sealing.proofs import root_at
from ledger.sealing.tree import HASH_SIZE, peak_places

_MOST_ROOTS: Final = 4096


def subtree(leaves: Sequence[bytes]) -> list[bytes]:
    """The complete nodes over these leaf hashes alone, one run of hashes a level, leaves first.

    They are nodes of a whole tree too if the number of leaves before them is a multiple of a power of two that is
    not less than theirs.
    """
    row = leaves
    levels = [b"".join(row)]
    while len(row) > 1:
        row = [
            sha256(b"\x01" + left + right).digest() for left, right in zip(row[::2], row[1::2], strict=False)
        ]
        levels.append(b"".join(row))
    return levels


class Nodes:
    """The tree over the first `size` records."""

    __slots__ = ("_roots", "levels")

    def __init__(self, levels: Sequence[bytearray] = ()) -> None:
        self.levels: list[bytearray] = list(levels) or [bytearray()]
        self._roots: dict[int, bytes] = {}

    @property
    def size(self) -> int:
        return len(self.levels[0]) // HASH_SIZE

    def extend(self, levels: Sequence[bytes]) -> None:
        """Add the `subtree` of the next records; nodes above and across its edges are computed here.

        Where those are no nodes of the whole tree, give the leaves only.
        """
        for level, hashes in enumerate(levels):
            if level == len(self.levels):
                self.levels.append(bytearray())
            self.levels[level] += hashes
        level = 0
        while len(self.levels[level]) >= 2 * HASH_SIZE:
            if level + 1 == len(self.levels):
                self.levels.append(bytearray())
            below, above = self.levels[level], self.levels[level + 1]
            for number in range(len(above) // HASH_SIZE, len(below) // (2 * HASH_SIZE)):
                pair = below[number * 2 * HASH_SIZE : (number + 1) * 2 * HASH_SIZE]
                above += sha256(b"\x01" + pair).digest()
            level += 1

    def node(self, level: int, number: int) -> bytes:
        """The hash of a complete node; IndexError if it is not complete."""
        at = number * HASH_SIZE
        found = bytes(self.levels[level][at : at + HASH_SIZE])
        if len(found) != HASH_SIZE:
            raise IndexError(number)
        return found

    def root(self, size: int) -> bytes | None:
        """The root over the first `size` records; None if there are not so many."""
        if not 0 <= size <= self.size:
            return None
        found = self._roots.get(size)
        if found is None:
            if len(self._roots) >= _MOST_ROOTS:
                self._roots.clear()
            found = self._roots[size] = root_at(size, self.node)
        return found

    def peaks(self) -> list[bytes]:
        """The nodes that together cover all records, largest first."""
        return [self.node(level, number) for level, number in peak_places(self.size)]

    def counts(self) -> list[int]:
        """How many complete nodes each level has."""
        return [count for level in self.levels if (count := len(level) // HASH_SIZE)]
