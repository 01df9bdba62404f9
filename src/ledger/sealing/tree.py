"""The RFC 6962 tree over the ledger's records, with SHA-256.

A node is named by `(level, number)`: it covers the leaves `number * 2**level` up to, but not including,
`(number + 1) * 2**level`, and it exists only once all of them do.  A complete node never changes again, so a
store may write each node once and prove anything about any earlier size from these alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from ledger.errors import LedgerError

Node = tuple[int, int, bytes]
"""A complete node: level, number, hash."""

HASH_SIZE = 32
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(record: bytes) -> bytes:
    """The hash of one record as a leaf.  The prefix keeps a leaf from ever passing as an inner node."""
    return sha256(b"\x00" + record).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of the node over two others."""
    return sha256(b"\x01" + left + right).digest()


def peak_places(size: int) -> list[tuple[int, int]]:
    """The `(level, number)` of the complete nodes that together cover `size` leaves, largest first."""
    places = []
    for level in range(size.bit_length() - 1, -1, -1):
        if size >> level & 1:
            # Every higher peak covers an even number of subtrees of this level, hence the plain shift.
            places.append((level, (size >> level) - 1))
    return places


def fold(peaks: Sequence[bytes]) -> bytes:
    """The root of the tree with these peaks, largest first; of no peaks, the root of the empty tree."""
    if not peaks:
        return EMPTY_ROOT
    root = peaks[-1]
    for left in reversed(peaks[:-1]):
        root = sha256(b"\x01" + left + root).digest()
    return root


class Frontier:
    """The right edge of a growing tree: all that is needed to add leaves and to know the root.

    `size` is the number of leaves and `peaks` holds the hashes of the complete nodes covering them, largest
    first.  Reading both is allowed; they change through `push` and `extend` only.  Peaks that cannot belong
    to the size raise LedgerError `bad_frontier`.
    """

    __slots__ = ("peaks", "size")

    def __init__(self, size: int = 0, peaks: Sequence[bytes] = ()) -> None:
        if size < 0 or len(peaks) != size.bit_count() or any(len(peak) != HASH_SIZE for peak in peaks):
            raise LedgerError("bad_frontier", size=size, peaks=len(peaks))
        self.size = size
        self.peaks = list(peaks)

    def push(self, leaf: bytes) -> list[Node]:
        """Add one leaf hash; return the nodes it completed, the leaf itself (level 0) first."""
        number, level, peaks, digest = self.size, 0, self.peaks, leaf
        completed = [(0, number, leaf)]
        while number & 1:
            digest = sha256(b"\x01" + peaks.pop() + digest).digest()
            number >>= 1
            level += 1
            completed.append((level, number, digest))
        peaks.append(digest)
        self.size += 1
        return completed

    def extend(self, leaves: Iterable[bytes]) -> list[Node]:
        """Add many leaf hashes at once; return all nodes completed, level by level, each level by number.

        The nodes are the same as from pushing the leaves one by one, only ordered otherwise; in batches of a
        thousand or so this is the faster way.
        """
        row = list(leaves)
        if len(row) == 1:
            return self.push(row[0])
        number, level, completed, edge = self.size, 0, list[Node](), list[bytes]()
        self.size += len(row)
        waiting = self.peaks
        # One level at a time: pair what is new (and the old peak to its left, if its place is odd) upwards; a
        # last one without a partner stays behind as the new peak of its level.
        while row or waiting:
            completed += [(level, at, digest) for at, digest in enumerate(row, number)]
            if number & 1:
                row.insert(0, waiting.pop())
                number -= 1
            if len(row) & 1:
                edge.append(row.pop())
            row = [
                sha256(b"\x01" + left + right).digest()
                for left, right in zip(row[::2], row[1::2], strict=True)
            ]
            number >>= 1
            level += 1
        self.peaks = edge[::-1]
        return completed

    def root(self) -> bytes:
        """The root over all leaves so far."""
        return fold(self.peaks)

    def copy(self) -> Frontier:
        """A second frontier that grows on its own."""
        return Frontier(self.size, self.peaks)
