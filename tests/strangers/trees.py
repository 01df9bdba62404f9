"""Our tree and proofs over made-up records, for comparison with other people's."""

from functools import cache

from ledger.sealing import proofs
from ledger.sealing.tree import Frontier, leaf_hash


def record_of(number: int) -> bytes:
    """A record unlike any other; the first is empty, a few are as long as two of SHA-256's blocks."""
    return f"record {number} ".encode() * number if number < 9 else f"record {number}".encode()


class OurTree:
    """All complete nodes of the first `size` records."""

    def __init__(self, size: int) -> None:
        self.records = [record_of(number) for number in range(size)]
        self.roots = [Frontier().root()]
        self._nodes: dict[tuple[int, int], bytes] = {}
        frontier = Frontier()
        for record in self.records:
            for level, number, value in frontier.push(leaf_hash(record)):
                self._nodes[level, number] = value
            self.roots.append(frontier.root())

    def node(self, level: int, number: int) -> bytes:
        return self._nodes[level, number]

    def inclusion(self, index: int, size: int) -> list[bytes]:
        return proofs.inclusion(index, size, self.node)

    def consistency(self, old: int, new: int) -> list[bytes]:
        return proofs.consistency(old, new, self.node)


@cache
def our_tree() -> OurTree:
    """130 records: past two powers of two."""
    return OurTree(130)
