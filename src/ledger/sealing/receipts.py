"""Receipts: C2SP tlog-proof texts that carry the record itself.

    c2sp.org/tlog-proof@v1
    extra <base64 of the record>
    index <position - 1>
    <path, the leaf's sibling first, one base64 hash a line>
                                         (blank)
    <the checkpoint, verbatim>

Whoever holds a receipt and the ledger's key can check it alone.  It proves that the signer of the checkpoint
had this record at this position; against the office itself it proves something only if witnesses cosigned the
checkpoint, which `Proven.opened` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ledger.errors import LedgerError
from ledger.sealing import notes
from ledger.sealing.lines import Malformed, base64_of, bytes_of, number_of, text_of
from ledger.sealing.notes import Note
from ledger.sealing.opening import Opened, open_note
from ledger.sealing.proofs import verify_inclusion
from ledger.sealing.tree import HASH_SIZE, leaf_hash
from ledger.sealing.vkeys import VerifierKey

FIRST_LINE: Final = "c2sp.org/tlog-proof@v1"
MAX_RECEIPT: Final = 196_608
"""Room for the largest record and the largest note."""
_MAX_PATH: Final = 63


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as read; nothing in it is proven yet."""

    record: bytes
    index: int
    path: tuple[bytes, ...]
    note: Note

    @property
    def text(self) -> str:
        """The receipt as it is handed out."""
        head = f"{FIRST_LINE}\nextra {base64_of(self.record)}\nindex {self.index}\n"
        return head + "".join(f"{base64_of(each)}\n" for each in self.path) + "\n" + self.note.text


@dataclass(frozen=True, slots=True)
class Proven:
    """What a good receipt shows: this record stands at this position in the tree of this size and root."""

    record: bytes
    position: int
    size: int
    root: bytes
    opened: Opened


def make(record: bytes, index: int, path: Sequence[bytes], note: Note | str | bytes) -> str:
    """The receipt of the record at `index` (position - 1) under a checkpoint, checked as its reader will.

    LedgerError `receipt_wrong` if the path does not lead from the record to the note's root.
    """
    receipt = Receipt(record, index, tuple(path), note if isinstance(note, Note) else notes.parse(note))
    _check_path(receipt)
    return receipt.text


def parse(data: str | bytes) -> Receipt:
    """The receipt in a text, unproven.

    LedgerError `receipt_unreadable`, or `bad_checkpoint` for its note.
    """
    try:
        text = text_of(data, MAX_RECEIPT)
        head, blank, note = text.partition("\n\n")
        lines = head.split("\n")
        if not blank:
            raise Malformed("没有空行和检查点", "no blank line with a checkpoint after it")
        if lines[0] != FIRST_LINE:
            raise Malformed("首行不是收据标识", "the first line is not that of a proof")
        if len(lines) < 3 or not lines[1].startswith("extra ") or not lines[2].startswith("index "):
            raise Malformed("缺少记录或序号", "the record or its index is missing")
        record = bytes_of(lines[1].removeprefix("extra "), "记录", "the record")
        index = number_of(lines[2].removeprefix("index "), "序号", "the index")
        path = tuple(bytes_of(line, "路径摘要", "a hash of the path") for line in lines[3:])
        if not record or len(path) > _MAX_PATH or any(len(each) != HASH_SIZE for each in path):
            raise Malformed("记录或路径长度不对", "the record or the path has the wrong length")
    except Malformed as bad:
        raise LedgerError("receipt_unreadable", **bad.facts) from None
    return Receipt(record, index, path, notes.parse(note))


def verify(data: str | bytes, keys: Iterable[VerifierKey]) -> Proven:
    """Check a receipt against the keys one knows (the ledger's, and the witnesses' if one has them).

    The record's hash is computed here from the record itself.  LedgerError `receipt_unreadable`,
    `bad_checkpoint` (the note does not open under these keys) or `receipt_wrong` (the path does not fit).
    """
    receipt = parse(data)
    opened = open_note(receipt.note, keys)
    _check_path(receipt)
    return Proven(receipt.record, receipt.index + 1, receipt.note.size, receipt.note.root, opened)


def _check_path(receipt: Receipt) -> None:
    note = receipt.note
    if not verify_inclusion(receipt.index, note.size, leaf_hash(receipt.record), receipt.path, note.root):
        raise LedgerError("receipt_wrong", position=receipt.index + 1, size=note.size)
