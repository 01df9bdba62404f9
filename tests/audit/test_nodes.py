"""The walk's tree: the same nodes as a frontier makes, however the leaves come."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.audit.nodes import Nodes, subtree
from ledger.sealing.tree import EMPTY_ROOT, Frontier


def leaf(number):
    return sha256(b"%d" % number).digest()


@given(st.lists(st.integers(1, 40), max_size=8))
def test_as_a_frontier(portions):
    nodes, frontier, wanted, count, roots = Nodes(), Frontier(), {}, 0, [EMPTY_ROOT]
    for portion in portions:
        leaves = [leaf(count + i) for i in range(portion)]
        count += portion
        nodes.extend([b"".join(leaves)])
        for each in leaves:
            wanted.update({(level, number): digest for level, number, digest in frontier.push(each)})
            roots.append(frontier.root())
    assert {key: nodes.node(*key) for key in wanted} == wanted
    assert sum(nodes.counts()) == len(wanted)
    assert nodes.peaks() == frontier.peaks
    assert [nodes.root(size) for size in range(count + 1)] == roots
    assert nodes.root(count + 1) is None
    assert nodes.root(-1) is None


@given(st.integers(0, 5), st.integers(0, 40))
def test_subtrees_fit_in_where_they_are_aligned(before, more):
    """Worked out apart, by a worker, and put in as they are."""
    apart, together = Nodes(), Nodes()
    for part in range(before):
        apart.extend(subtree([leaf(part * 64 + i) for i in range(64)]))
    apart.extend(subtree([leaf(before * 64 + i) for i in range(more)]) if more else [b""])
    together.extend([b"".join(leaf(i) for i in range(before * 64 + more))])
    assert [bytes(level) for level in apart.levels if level] == [
        bytes(level) for level in together.levels if level
    ]


def test_nodes_that_are_not_complete():
    nodes = Nodes()
    nodes.extend([leaf(0) + leaf(1) + leaf(2)])
    for level, number in ((0, 3), (1, 1), (2, 0)):
        with pytest.raises(IndexError):
            nodes.node(level, number)
