"""The tree against RFC 6962 as written, and against the test vectors of Certificate Transparency."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LedgerError
from ledger.sealing.tree import EMPTY_ROOT, Frontier, fold, leaf_hash, node_hash, peak_places

CT_LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
CT_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def mth(leaves: list[bytes]) -> bytes:
    """RFC 6962 section 2.1, word by word, over records."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0]).digest()
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return sha256(b"\x01" + mth(leaves[:k]) + mth(leaves[k:])).digest()


def numbered(size: int) -> list[bytes]:
    return [b"record %d" % number for number in range(size)]


def test_empty_root():
    assert EMPTY_ROOT.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert Frontier().root() == EMPTY_ROOT == fold([])


def test_leaf_and_node_are_kept_apart():
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert node_hash(left, right) != leaf_hash(left + right)
    assert leaf_hash(b"a") != sha256(b"a").digest()


def test_certificate_transparency_vectors():
    frontier = Frontier()
    for leaf, root in zip(CT_LEAVES, CT_ROOTS, strict=True):
        frontier.push(leaf_hash(leaf))
        assert frontier.root().hex() == root


def test_every_size_to_70_is_as_the_rfc_says():
    frontier, records = Frontier(), numbered(70)
    for size, record in enumerate(records, 1):
        frontier.push(leaf_hash(record))
        assert frontier.size == size
        assert frontier.root() == mth(records[:size])
        assert len(frontier.peaks) == size.bit_count()


def test_push_returns_exactly_the_nodes_completed_leaf_first():
    frontier, records, seen = Frontier(), numbered(40), {}
    for index, record in enumerate(records):
        completed = frontier.push(leaf_hash(record))
        assert completed[0] == (0, index, leaf_hash(record))
        assert [level for level, _, _ in completed] == list(range(len(completed)))
        for level, number, digest in completed:
            assert (level, number) not in seen
            assert (number + 1) << level == index + 1
            assert digest == mth(records[number << level : (number + 1) << level])
            seen[level, number] = digest
    assert len(seen) == sum(40 >> level for level in range(6))


@given(st.integers(0, 70), st.lists(st.integers(0, 40), max_size=4))
def test_extend_is_many_pushes(start: int, batches: list[int]):
    records = numbered(start + sum(batches))
    slow, fast = Frontier(), Frontier()
    for record in records[:start]:
        slow.push(leaf_hash(record))
    fast.extend(map(leaf_hash, records[:start]))
    at = start
    for batch in batches:
        part = [leaf_hash(record) for record in records[at : at + batch]]
        one_by_one = [node for leaf in part for node in slow.push(leaf)]
        together = fast.extend(part)
        assert together == sorted(together, key=lambda node: node[:2])
        assert together == sorted(one_by_one, key=lambda node: node[:2])
        assert (fast.size, fast.peaks, fast.root()) == (slow.size, slow.peaks, slow.root())
        at += batch


@given(st.integers(0, 2**60))
def test_peak_places_cover_the_size_without_a_gap(size: int):
    at, last = 0, 64
    for level, number in peak_places(size):
        assert level < last
        assert number << level == at
        at, last = (number + 1) << level, level
    assert at == size


def test_a_frontier_goes_on_from_size_and_peaks():
    frontier = Frontier()
    frontier.extend(map(leaf_hash, numbered(13)))
    again = Frontier(frontier.size, frontier.peaks)
    copy = frontier.copy()
    for each in (frontier, again):
        each.push(leaf_hash(b"next"))
    assert frontier.root() == again.root()
    assert copy.size == 13
    assert copy.root() == mth(numbered(13))


@pytest.mark.parametrize(
    ("size", "peaks"),
    [
        (-1, [EMPTY_ROOT]),
        (0, [EMPTY_ROOT]),
        (1, []),
        (3, [EMPTY_ROOT]),
        (4, [EMPTY_ROOT] * 2),
        (1, [b"short"]),
    ],
)
def test_peaks_that_do_not_fit_the_size(size: int, peaks: list[bytes]):
    with pytest.raises(LedgerError) as caught:
        Frontier(size, peaks)
    assert caught.value.code == "bad_frontier"
