"""The tree alone: every leaf hashed again and the root computed, nothing judged."""

from __future__ import annotations

import os

from ledger.audit.chunk import SPAN
from ledger.audit.nodes import Nodes, subtree
from ledger.audit.reader import Source, locate, open_source
from ledger.sealing.tree import leaf_hash

AT_ONCE = 256


def recheck(location: str | os.PathLike[str]) -> tuple[int, bytes]:
    """Size and root of the records that are stored, position by position up to the first that is missing."""
    with open_source(locate(location)) as source:
        nodes = tree_of(source, source.last())
        root = nodes.root(nodes.size)
    assert root is not None
    return nodes.size, root


def tree_of(source: Source, size: int) -> Nodes:
    """The tree over the first `size` records, or as many as there are without a gap."""
    nodes, leaves = Nodes(), list[bytes]()
    for first in range(1, size + 1, AT_ONCE):
        last = min(first + AT_ONCE - 1, size)
        rows = source.rows(first, last)
        run = [
            data for i, (position, data) in enumerate(rows) if position == first + i and type(data) is bytes
        ]
        leaves += map(leaf_hash, run)
        whole = len(run) == last - first + 1
        if len(leaves) >= SPAN or last == size or not whole:
            nodes.extend(subtree(leaves))
            leaves = []
        if not whole:
            break
    return nodes
