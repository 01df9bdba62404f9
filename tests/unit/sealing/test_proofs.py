"""Proofs: the RFC's own definition for every size to 70, changed proofs, and trees too large to build."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LedgerError
from ledger.sealing import proofs
from ledger.sealing.tree import EMPTY_ROOT, Frontier, leaf_hash, node_hash
from tests.unit.sealing.test_tree import CT_LEAVES, CT_ROOTS, mth, numbered

RECORDS = numbered(70)
NODES: dict[tuple[int, int], bytes] = {
    (level, number): digest
    for level, number, digest in Frontier().extend(leaf_hash(record) for record in RECORDS)
}
ROOTS = [mth(RECORDS[:size]) for size in range(71)]
MAX = 2**62


def stored(level: int, number: int) -> bytes:
    return NODES[level, number]


@cache
def _same(level: int) -> bytes:
    return leaf_hash(b"same") if level == 0 else node_hash(_same(level - 1), _same(level - 1))


def endless(level: int, number: int) -> bytes:
    """The nodes of a tree without end in which every record is the same."""
    return _same(level)


def rfc_path(index: int, records: list[bytes]) -> list[bytes]:
    """RFC 6962 section 2.1.1, word by word."""
    if len(records) == 1:
        return []
    k = 1 << (len(records) - 1).bit_length() - 1
    if index < k:
        return [*rfc_path(index, records[:k]), mth(records[k:])]
    return [*rfc_path(index - k, records[k:]), mth(records[:k])]


def rfc_proof(old: int, records: list[bytes], whole: bool = True) -> list[bytes]:
    """RFC 6962 section 2.1.2, word by word."""
    if old == len(records):
        return [] if whole else [mth(records)]
    k = 1 << (len(records) - 1).bit_length() - 1
    if old <= k:
        return [*rfc_proof(old, records[:k], whole), mth(records[k:])]
    return [*rfc_proof(old - k, records[k:], False), mth(records[:k])]


def flips(path: list[bytes]):
    """Every path that differs from this one in a single bit."""
    for at, digest in enumerate(path):
        for bit in range(256):
            changed = (int.from_bytes(digest, "big") ^ 1 << bit).to_bytes(32, "big")
            yield [*path[:at], changed, *path[at + 1 :]]


def reshapes(path: list[bytes]):
    """Paths with a hash too many, too few, too short, or in another place."""
    yield [*path, EMPTY_ROOT]
    yield [EMPTY_ROOT, *path]
    if path:
        yield path[:-1]
        yield path[1:]
        yield [path[0][:-1], *path[1:]]
        yield [*path, path[-1]]
    if len(path) > 1:
        yield [path[1], path[0], *path[2:]]


def test_inclusion_for_every_leaf_of_every_size_to_70():
    for size in range(1, 71):
        for index in range(size):
            path = proofs.inclusion(index, size, stored)
            assert path == rfc_path(index, RECORDS[:size])
            assert proofs.verify_inclusion(index, size, leaf_hash(RECORDS[index]), path, ROOTS[size])


def test_consistency_for_every_pair_of_sizes_to_70():
    for new in range(71):
        for old in range(new + 1):
            path = proofs.consistency(old, new, stored)
            assert path == (rfc_proof(old, RECORDS[:new]) if old else [])
            assert proofs.verify_consistency(old, new, ROOTS[old], ROOTS[new], path)


def test_root_at_every_earlier_size():
    assert [proofs.root_at(size, stored) for size in range(71)] == ROOTS


def test_certificate_transparency_vectors():
    nodes = {
        (level, number): digest
        for level, number, digest in Frontier().extend(leaf_hash(leaf) for leaf in CT_LEAVES)
    }

    def node(level: int, number: int) -> bytes:
        return nodes[level, number]

    def hexes(path: list[bytes]) -> list[str]:
        return [digest.hex() for digest in path]

    assert hexes(proofs.inclusion(5, 8, node)) == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        CT_ROOTS[3],
    ]
    assert hexes(proofs.inclusion(2, 3, node)) == [CT_ROOTS[1]]
    assert hexes(proofs.inclusion(1, 5, node)) == [
        CT_ROOTS[0],
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]
    assert hexes(proofs.consistency(1, 8, node)) == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]
    assert hexes(proofs.consistency(6, 8, node)) == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        CT_ROOTS[3],
    ]
    assert hexes(proofs.consistency(2, 5, node)) == [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]


def test_every_changed_bit_of_an_inclusion_proof_fails():
    for size in (1, 2, 3, 5, 7, 8, 11):
        for index in range(size):
            path, leaf, root = proofs.inclusion(index, size, stored), leaf_hash(RECORDS[index]), ROOTS[size]
            assert not any(proofs.verify_inclusion(index, size, leaf, bad, root) for bad in flips(path))
            assert not any(proofs.verify_inclusion(index, size, leaf, bad, root) for bad in reshapes(path))
            assert not any(proofs.verify_inclusion(index, size, bad, path, root) for [bad] in flips([leaf]))
            assert not any(proofs.verify_inclusion(index, size, leaf, path, bad) for [bad] in flips([root]))
            elsewhere = set(range(-1, size + 2)) - {index}
            assert not any(proofs.verify_inclusion(other, size, leaf, path, root) for other in elsewhere)


def test_every_changed_bit_of_a_consistency_proof_fails():
    def holds(old: int, new: int, path: list[bytes], old_root: bytes, new_root: bytes) -> bool:
        return proofs.verify_consistency(old, new, old_root, new_root, path)

    for new in (1, 2, 3, 5, 7, 8, 11):
        for old in range(new + 1):
            path, was, now = proofs.consistency(old, new, stored), ROOTS[old], ROOTS[new]
            assert not any(holds(old, new, bad, was, now) for bad in flips(path))
            assert not any(holds(old, new, bad, was, now) for bad in reshapes(path))
            assert not any(holds(old, new, path, bad, now) for [bad] in flips([was]))
            if old:  # nothing ties a tree to having grown from the empty one
                assert not any(holds(old, new, path, was, bad) for [bad] in flips([now]))
            elsewhere = set(range(-1, new + 1)) - {old}
            assert not any(holds(other, new, path, was, now) for other in elsewhere)


def test_bytes_moved_across_a_border_between_hashes_prove_nothing():
    # Both sides of the border are hashed in one go, so only the lengths tell these from the true ones.
    one, two = leaf_hash(RECORDS[0]), leaf_hash(RECORDS[1])
    assert proofs.verify_inclusion(0, 2, one, [two], ROOTS[2])
    assert not proofs.verify_inclusion(0, 2, one[:-1], [one[-1:] + two], ROOTS[2])
    assert not proofs.verify_inclusion(1, 2, two[1:], [one + two[:1]], ROOTS[2])
    assert proofs.verify_consistency(1, 2, ROOTS[1], ROOTS[2], [two])
    assert not proofs.verify_consistency(1, 2, ROOTS[1][:-1], ROOTS[2], [ROOTS[1][-1:] + two])


def test_a_tree_does_not_pass_for_a_smaller_one():
    one, two = leaf_hash(RECORDS[0]), leaf_hash(RECORDS[1])
    for index, leaf, other in ((0, one, two), (1, two, one), (0, two, one)):
        assert not proofs.verify_inclusion(index, 1, leaf, [other], ROOTS[2])
    # The last leaf of three stands on two levels only; a third hash must not lead it into a larger tree.
    three = leaf_hash(RECORDS[2])
    assert not proofs.verify_inclusion(2, 3, three, [ROOTS[2], one], node_hash(one, ROOTS[3]))
    grown = node_hash(one, node_hash(ROOTS[1], two))
    assert not proofs.verify_consistency(1, 2, ROOTS[1], grown, [two, one])


def test_the_empty_tree_has_one_root():
    assert proofs.verify_consistency(0, 0, EMPTY_ROOT, EMPTY_ROOT, [])
    assert not proofs.verify_consistency(0, 0, EMPTY_ROOT, ROOTS[1], [])
    assert not proofs.verify_consistency(0, 1, ROOTS[1], ROOTS[1], [])
    assert not proofs.verify_consistency(0, 1, EMPTY_ROOT, ROOTS[1], [ROOTS[1]])


def test_a_fork_has_no_consistency_proof():
    other = [*RECORDS[:5], b"forged", *RECORDS[6:]]
    nodes = {(level, n): digest for level, n, digest in Frontier().extend(leaf_hash(each) for each in other)}
    path = proofs.consistency(6, 20, lambda level, number: nodes[level, number])
    assert proofs.verify_consistency(6, 20, mth(other[:6]), mth(other[:20]), path)
    assert not proofs.verify_consistency(6, 20, ROOTS[6], mth(other[:20]), path)
    assert not proofs.verify_consistency(6, 20, mth(other[:6]), ROOTS[20], path)


@given(st.data())
def test_trees_of_any_size(data: st.DataObject):
    new = data.draw(st.integers(1, MAX))
    old = data.draw(st.integers(1, new))
    index = data.draw(st.integers(0, new - 1))
    reads = 0

    def node(level: int, number: int) -> bytes:
        nonlocal reads
        reads += 1
        assert number + 1 << level <= new, "an incomplete node was asked for"
        return endless(level, number)

    now, was = proofs.root_at(new, node), proofs.root_at(old, node)
    reads = 0
    path = proofs.inclusion(index, new, node)
    assert proofs.verify_inclusion(index, new, leaf_hash(b"same"), path, now)
    assert not proofs.verify_inclusion(index, new, leaf_hash(b"other"), path, now)
    assert reads <= 2 * new.bit_length()
    reads = 0
    path = proofs.consistency(old, new, node)
    assert proofs.verify_consistency(old, new, was, now, path)
    assert reads <= 2 * new.bit_length()


@given(
    st.integers(-3, MAX),
    st.integers(-3, MAX),
    st.binary(max_size=33),
    st.lists(st.binary(max_size=33) | st.binary(min_size=32, max_size=32), max_size=70),
    st.binary(max_size=33),
)
def test_anything_may_be_checked(one: int, two: int, first: bytes, path: list[bytes], second: bytes):
    assert proofs.verify_inclusion(one, two, first, path, second) is False
    if not (one == two and first == second) and not (one == 0 and first == EMPTY_ROOT):
        assert proofs.verify_consistency(one, two, first, second, path) is False


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0), (4, 3)])
def test_no_path_outside_the_tree(index: int, size: int):
    with pytest.raises(LedgerError) as caught:
        proofs.inclusion(index, size, stored)
    assert caught.value.code == "not_in_tree"


@pytest.mark.parametrize(("old", "new"), [(-1, 3), (4, 3), (0, -1)])
def test_no_growth_backwards(old: int, new: int):
    with pytest.raises(LedgerError) as caught:
        proofs.consistency(old, new, stored)
    assert caught.value.code == "not_in_tree"
    with pytest.raises(LedgerError):
        proofs.root_at(-1, stored)
