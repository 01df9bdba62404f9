"""Checkpoints (format §7): signed once per commit group, after the commit is durable; the newest is kept outside
the database; a ledger that cannot extend it never writes again."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final, Protocol

from ledger import files
from ledger.desk.keyring import Keyring
from ledger.errors import LedgerError
from ledger.files.turns import alone
from ledger.sealing import notes
from ledger.sealing.notes import Note, Signature
from ledger.sealing.opening import Opened, open_note
from ledger.sealing.proofs import root_at
from ledger.sealing.vkeys import VerifierKey

OUTSIDE_EVERY: Final = 1.0  # seconds between two writes of the newest checkpoint, at least


class Tree(Protocol):
    """What checking an earlier checkpoint needs of a store."""

    def node(self, level: int, number: int) -> bytes: ...


class Checkpoints:
    """Signs heads and keeps the newest note in a file beside the database. One thread at a time."""

    def __init__(self, path: Path, keyring: Keyring) -> None:
        self._path, self._key, self._vkey = path, keyring.checkpoint, keyring.vkey
        self._note: Note | None = None
        self._owed: Note | None = None
        self._kept = 0
        self._kept_at = -OUTSIDE_EVERY

    def sign(self, size: int, root: bytes) -> Note:
        """The ledger's note for a head that is durable; the same head gives the same note."""
        if self._note is None or self._note.size != size or self._note.root != root:
            unsigned = Note(self._vkey.name, size, root, ())
            line = Signature(self._vkey.name, self._vkey.id, self._key.sign(unsigned.body))
            self._note = Note(self._vkey.name, size, root, (line,))
        return self._note

    def keep(self, note: Note, *, now: bool = False) -> None:
        """Write the note outside the database: at most once a second, or `now`; never a smaller one, whichever
        desk wrote the one that is there. LedgerError checkpoint_not_kept; then it is owed, see `settle`."""
        moment = time.monotonic()
        if not now and (note.size <= self._kept or moment - self._kept_at < OUTSIDE_EVERY):
            return
        self._owed = note
        try:
            with alone(self._path.parent):
                kept = self._write(note)
        except LedgerError as error:
            raise LedgerError("checkpoint_not_kept", **error.facts) from error
        self._owed, self._kept, self._kept_at = None, kept, moment

    def _write(self, note: Note) -> int:
        there = self._there()
        if there is not None and there.size >= note.size:
            if there.body != note.body:
                return there.size
            # The same head again; cosignatures that either of them has are not lost.
            note = notes.merge([there, note])
        if note != there:
            files.replace(self._path, note.text.encode(), mode=0o644)
        return note.size

    def _there(self) -> Note | None:
        try:
            return notes.parse(files.read(self._path, notes.MAX_NOTE))
        except LedgerError:
            return None  # none yet; a damaged one was refused when the desk first wrote

    def settle(self) -> None:
        """Write what an earlier append still owes, before more is appended; LedgerError checkpoint_not_kept."""
        if self._owed is not None:
            self.keep(self._owed, now=True)

    def flush(self) -> None:
        """Keep the last signed note before the desk closes."""
        if self._note is not None and self._note.size > self._kept:
            self.keep(self._note, now=True)

    def newest(self, keys: list[VerifierKey]) -> Opened | None:
        """The note in the file; None if there is no file. LedgerError bad_checkpoint if it is not the ledger's."""
        if not self._path.exists():
            return None
        return open_note(files.read(self._path, notes.MAX_NOTE), keys)


def demand_extension(note: Note, size: int, tree: Tree) -> None:
    """LedgerError ledger_behind or ledger_forked unless a ledger of `size` records extends the checkpoint."""
    if note.size > size:
        raise LedgerError("ledger_behind", size=size, known=note.size, first=size + 1)
    if root_at(note.size, tree.node) != note.root:
        raise LedgerError("ledger_forked", size=note.size)
