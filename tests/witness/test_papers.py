"""The texts that travel: what is written is read, what is read is spelled in one way, nothing else escapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LedgerError
from ledger.sealing.tree import EMPTY_ROOT
from ledger.witness import Fork, check_fork, papers
from ledger.witness.papers import Papers
from tests.witness.office import Office, history

TREE = history(40)
OFFICE = Office()
SIZES = st.integers(0, 40)
NOTES = SIZES.map(lambda size: OFFICE.note(TREE, size))
PROOFS = st.tuples(SIZES, SIZES).map(sorted).map(lambda pair: TREE.prove(*pair))


@given(st.lists(NOTES, max_size=4), st.lists(PROOFS, max_size=4))
def test_round_trip(notes, proofs):
    text = papers.write(notes, proofs)
    assert papers.read(text.encode(), "-") == Papers(tuple(notes), tuple(proofs))


@given(SIZES, SIZES)
def test_a_proof_says_what_it_proves(one: int, other: int):
    old, size = sorted((one, other))
    proof, note = TREE.prove(old, size), OFFICE.note(TREE, size)
    assert proof.root == TREE.root(old)
    assert proof.holds(note, proof.root)
    assert not proof.holds(note, b"\x01" * 32)
    assert not proof.holds(note, b"")


@given(st.data())
def test_other_spellings_are_refused(data: st.DataObject):
    """One content, one text: whoever compares two sticks by eye or by byte sees every difference."""
    text = papers.write([OFFICE.note(TREE, 9)], [TREE.prove(3, 9)]).encode()
    at = data.draw(st.integers(0, len(text)))
    inserted = data.draw(st.sampled_from([b" ", b"\n", b"\r", b"0", b"+", b"=", b"\t", "　".encode()]))
    try:
        read = papers.read(text[:at] + inserted + text[at:], "-")
    except LedgerError:
        return
    assert papers.write(read.notes, read.proofs).encode() == text[:at] + inserted + text[at:]


@given(st.binary(max_size=300) | st.text(alphabet="old 15AB=\n—", max_size=200).map(str.encode))
def test_nothing_but_our_errors_escapes(data: bytes):
    for read in (lambda: papers.read(data, "-"), lambda: check_fork(data, [OFFICE.vkey])):
        try:
            read()
        except LedgerError as error:
            assert error.message
            assert error.english


def test_no_fork_where_there_is_none():
    five, nine, other = (
        OFFICE.note(TREE, 5),
        OFFICE.note(TREE, 9),
        Office("other.gov/x").note(history(9, 2), 5),
    )
    forked = OFFICE.note(history(9, 2), 9)
    for fork in (
        Fork(five, five, None),
        Fork(five, nine, None),
        Fork(five, nine, TREE.prove(5, 9)),
        Fork(five, forked, TREE.prove(5, 9)),
        Fork(five, forked, history(9, 2).prove(4, 9)),
        Fork(nine, forked, history(9, 2).prove(4, 9)),
        Fork(five, other, None),
    ):
        with pytest.raises(LedgerError) as caught:
            check_fork(fork.text, [OFFICE.vkey])
        assert caught.value.code == "fork_proof_wrong"
    good = Fork(five, forked, history(9, 2).prove(5, 9))
    assert check_fork(good.text, [OFFICE.vkey]) == good


def test_the_empty_tree_has_one_root():
    assert TREE.prove(0, 9).root == EMPTY_ROOT


def test_files_that_are_no_fork_proof():
    one = OFFICE.note(TREE, 5).text
    for text in ("", "x", "review-ledger fork proof 2\n\n" + one, f"review-ledger fork proof 1\n\n{one}"):
        with pytest.raises(LedgerError) as caught:
            check_fork(text, [OFFICE.vkey])
        assert caught.value.code == "fork_proof_wrong"
