"""Proof of a fork: two checkpoints under one ledger's key that cannot both be true.

Either they have one size and two roots, or the longer one demonstrably begins with other records than the
shorter one covers. The file carries all that a third person needs beside the ledger's key: both checkpoints
and, in the second case, the consistency proof.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from ledger.errors import LedgerError
from ledger.sealing.notes import Note
from ledger.sealing.opening import open_note
from ledger.sealing.vkeys import VerifierKey
from ledger.witness import papers
from ledger.witness.papers import Proof

TITLE: Final = "review-ledger fork proof 1"


class Fork(NamedTuple):
    """`proof` shows which root the records covered by `first` have in `second`; None if the sizes are equal."""

    first: Note
    second: Note
    proof: Proof | None

    @property
    def text(self) -> str:
        """The file."""
        proofs = [] if self.proof is None else [self.proof]
        return f"{TITLE}\n\n{papers.write([self.first, self.second], proofs)}"


def check_fork(data: str | bytes, keys: Iterable[VerifierKey]) -> Fork:
    """The fork that a file proves against the holder of these keys, and nothing but these keys.

    LedgerError `fork_proof_wrong` if it proves none, with the reason.
    """
    keys = list(keys)
    head, _, rest = (data.encode() if isinstance(data, str) else data).partition(b"\n\n")
    if head != TITLE.encode():
        raise _wrong("不是分叉证据文件", "not a proof of a fork")
    try:
        found = papers.read(rest, "-")
        notes = [open_note(note, keys).note for note in found.notes]
    except LedgerError as error:
        raise _wrong(error.message.rstrip("。"), error.english.rstrip(".")) from None
    if len(notes) != 2 or len(found.proofs) > 1:
        raise _wrong("应有两份检查点", "there must be two checkpoints")
    fork = Fork(notes[0], notes[1], found.proofs[0] if found.proofs else None)
    if not contradicts(fork):
        raise _wrong("两份检查点并不矛盾", "the checkpoints do not contradict each other")
    return fork


def contradicts(fork: Fork) -> bool:
    """Whether the two checkpoints, if both are signed by one ledger, show that it told two histories."""
    first, second, proof = fork
    if first.origin != second.origin:
        return False
    if proof is None:
        return first.size == second.size and first.root != second.root
    return proof.old == first.size and proof.root != first.root and proof.holds(second, proof.root)


def _wrong(zh: str, en: str) -> LedgerError:
    return LedgerError("fork_proof_wrong", detail=zh, detail_en=en)
