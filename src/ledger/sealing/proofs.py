"""RFC 6962 proofs: that a leaf is in a tree, and that one tree continues another.

Making a proof reads O(log n) complete nodes through `node(level, number)` and hashes as many; nothing is
recomputed from the leaves, and any earlier size can be asked about.  `index` counts from 0.

Checking a proof takes nothing on trust but the hashes it is given.  A false or malformed proof is the answer
False, never an exception.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ledger.errors import LedgerError
from ledger.sealing.tree import EMPTY_ROOT, HASH_SIZE, fold, node_hash, peak_places

NodeReader = Callable[[int, int], bytes]
"""Gives the hash of the complete node `(level, number)`."""


def root_at(size: int, node: NodeReader) -> bytes:
    """The root of the first `size` leaves.  LedgerError `not_in_tree` for a negative size."""
    if size < 0:
        raise LedgerError("not_in_tree", index=size, size=size)
    return fold([node(level, number) for level, number in peak_places(size)])


def inclusion(index: int, size: int, node: NodeReader) -> list[bytes]:
    """The path from leaf `index` to the root of the first `size` leaves, its sibling first.

    LedgerError `not_in_tree` unless 0 <= index < size.
    """
    if not 0 <= index < size:
        raise LedgerError("not_in_tree", index=index, size=size)
    begin, end, path = 0, size, list[bytes]()
    while end - begin > 1:
        middle = begin + _split(end - begin)
        if index < middle:
            path.append(_range_root(middle, end, node))
            end = middle
        else:
            path.append(_range_root(begin, middle, node))
            begin = middle
    return path[::-1]


def consistency(old: int, new: int, node: NodeReader) -> list[bytes]:
    """The proof that the first `new` leaves begin with the first `old`; empty when old is 0 or equals new.

    LedgerError `not_in_tree` unless 0 <= old <= new.
    """
    if not 0 <= old <= new:
        raise LedgerError("not_in_tree", index=old, size=new)
    if old in (0, new):
        return []
    begin, end, path = 0, new, list[bytes]()
    while old < end:
        middle = begin + _split(end - begin)
        if old <= middle:
            path.append(_range_root(middle, end, node))
            end = middle
        else:
            path.append(_range_root(begin, middle, node))
            begin = middle
    # Here `end` is the old size.  If this is the whole old tree, the checker knows its root already.
    if begin:
        path.append(_range_root(begin, end, node))
    return path[::-1]


def verify_inclusion(index: int, size: int, leaf: bytes, path: Sequence[bytes], root: bytes) -> bool:
    """Whether `path` proves that this leaf hash stands at `index` in the tree of `size` with this root."""
    if not 0 <= index < size or not _hashes(leaf, root, *path):
        return False
    at, last, digest = index, size - 1, leaf
    for other in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            digest = node_hash(other, digest)
            # A left-leaning edge: levels where this node has no sibling are passed without a hash.
            while not at & 1 and at:
                at >>= 1
                last >>= 1
        else:
            digest = node_hash(digest, other)
        at >>= 1
        last >>= 1
    return last == 0 and digest == root


def verify_consistency(old: int, new: int, old_root: bytes, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Whether `path` proves that the tree of `new` leaves begins with the tree of `old` leaves.

    The empty tree begins every tree (with its one root and no path), and a tree begins itself.
    """
    if not 0 <= old <= new or not _hashes(old_root, new_root, *path):
        return False
    if (old == 0 and old_root != EMPTY_ROOT) or (new == 0 and new_root != EMPTY_ROOT):
        return False
    if old == 0:
        return not path
    if old == new:
        return not path and old_root == new_root
    at, last = old - 1, new - 1
    while at & 1:
        at >>= 1
        last >>= 1
    # When the old tree is one complete node, its root is the start and is not repeated in the path.
    steps = list(path) if at else [old_root, *path]
    if not steps:
        return False
    was = now = steps[0]
    for other in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            was = node_hash(other, was)
            now = node_hash(other, now)
            while not at & 1 and at:
                at >>= 1
                last >>= 1
        else:
            now = node_hash(now, other)
        at >>= 1
        last >>= 1
    return last == 0 and was == old_root and now == new_root


def _split(width: int) -> int:
    """The largest power of two below `width` (RFC 6962's k)."""
    return 1 << (width - 1).bit_length() - 1


def _range_root(begin: int, end: int, node: NodeReader) -> bytes:
    """The root over the leaves `begin` to `end`; `begin` is a multiple of a power of two >= the width."""
    width = end - begin
    if width & (width - 1) == 0:  # most ranges of a proof are one complete node
        level = width.bit_length() - 1
        return node(level, begin >> level)
    return fold([node(level, (begin >> level) + number) for level, number in peak_places(width)])


def _hashes(*values: bytes) -> bool:
    return all(len(value) == HASH_SIZE for value in values)
