"""Publishing by file: a checkpoint goes out on a stick, cosignatures come back (format §7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ledger import files
from ledger.desk import Desk
from ledger.errors import LedgerError
from ledger.sealing import anchor as anchors
from ledger.sealing import receipts
from ledger.sealing.anchor import Anchor
from ledger.sealing.notes import Note, merge
from ledger.sealing.opening import open_note
from ledger.sealing.vkeys import VerifierKey
from ledger.witness import prove, stick

PROVEN_BACK: Final = 20


@dataclass(frozen=True, slots=True)
class Publication:
    """A checkpoint with the witnesses that stand behind it so far."""

    note: Note
    cosigned_by: list[str]
    published: bool

    def json(self) -> dict[str, Any]:
        """Size and root are what is printed in notices; `published` says whether the quorum stands behind it."""
        return {
            "size": self.note.size,
            "root": self.note.root.hex(),
            "note": self.note.text,
            "cosigned_by": self.cosigned_by,
            "published": self.published,
        }


def export(desk: Desk, folder: Path, *, sizes: Iterable[int] = ()) -> Note:
    """Put the head's checkpoint onto a stick, with proofs that it continues the ones witnesses may have seen.

    These are the checkpoints kept with the ledger, and `sizes` besides. With `quorum none` in the ledger's
    anchor the ledger's own signature publishes the checkpoint at once.
    """
    note = desk.checkpoint()
    known = [size for size, _ in desk.store.checkpoints()][-PROVEN_BACK:]
    beyond = max(sizes, default=0)
    if beyond > note.size:
        raise LedgerError("ledger_behind", size=note.size, known=beyond, first=note.size + 1)
    proofs = [
        prove(old, note.size, desk.store.node) for old in sorted({*known, *sizes}) if 0 < old < note.size
    ]
    stick.write(folder, note, proofs, desk.ledger_keys)
    desk.keep_newest(note)
    anchor = own_anchor(desk)
    if anchor is not None and anchor.quorum is None:
        desk.keep_published(note)
    return note


def take_back(desk: Desk, folder: Path, anchor: Anchor | None = None) -> Publication:
    """Take cosignatures from a stick into the ledger.

    A checkpoint of ours that the ledger does not reach stops it (ledger_behind); one it contradicts too.
    """
    anchor = own_anchor(desk) if anchor is None else _ours(desk, anchor)
    keys: list[VerifierKey] = [*desk.ledger_keys, *(anchor.keys if anchor else ())]
    note = stick.read_cosigned(folder)
    opened = open_note(note, keys)
    known = [
        open_note(text, keys).note
        for size, text in desk.store.checkpoints(note.size - 1)
        if size == note.size
    ]
    together = merge([opened.note, *(each for each in known if each.root == note.root)])
    try:
        desk.keep_published(together)
    except LedgerError as error:
        if error.code in ("ledger_behind", "ledger_forked"):
            desk.stop_at(opened.note)
        raise
    return _publication(together, keys, anchor)


def publications(desk: Desk) -> list[Publication]:
    """Every checkpoint kept with the ledger, notes of one size and root as one, by size."""
    anchor = own_anchor(desk)
    keys: list[VerifierKey] = [*desk.ledger_keys, *(anchor.keys if anchor else ())]
    found: dict[tuple[int, bytes], list[Note]] = {}
    for size, text in desk.store.checkpoints():
        note = open_note(text, keys).note
        found.setdefault((size, note.root), []).append(note)
    return [_publication(merge(notes), keys, anchor) for _, notes in sorted(found.items())]


def receipt(desk: Desk, position: int) -> str:
    """The receipt of a record, under the first published checkpoint that covers it, cosignatures and all.

    Only so it proves something against the ledger's keepers themselves; while there is none, it is under the
    head's own. LedgerError store_no_record.
    """
    if not 1 <= position <= desk.store.head().size:
        raise LedgerError("store_no_record", position=position)
    for each in publications(desk):
        if each.published and each.note.size >= position:
            path = desk.store.inclusion(position - 1, each.note.size)
            return receipts.make(desk.store.record(position), position - 1, path, each.note)
    return desk.receipt(position)


def _publication(note: Note, keys: list[VerifierKey], anchor: Anchor | None) -> Publication:
    cosignatures = open_note(note, keys).cosignatures
    published = anchor is not None and anchor.publishes(cosignatures)
    return Publication(note, sorted(key.name for key in cosignatures), published)


def own_anchor(desk: Desk) -> Anchor | None:
    """The anchor kept with the ledger: good to know whom to ask, never to verify against."""
    path = desk.place.anchor
    return _ours(desk, anchors.parse(files.read(path, anchors.MAX_ANCHOR))) if path.exists() else None


def _ours(desk: Desk, anchor: Anchor) -> Anchor:
    if anchor.ledger != desk.ledger:
        raise LedgerError("anchor_of_other_ledger")
    return anchor
