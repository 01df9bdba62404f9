"""Checkpoints (format §7): signed once per commit group, after the commit is durable; the newest is kept outside
the database; a ledger that cannot extend it never writes again."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Protocol

from ledger.desk.files import write_whole
from ledger.desk.keyring import Keyring
from ledger.errors import LedgerError
from ledger.sealing import notes
from ledger.sealing.notes import Note
from ledger.sealing.opening import Opened, open_note
from ledger.sealing.proofs import root_at
from ledger.sealing.tree import EMPTY_ROOT
from ledger.sealing.vkeys import VerifierKey

OUTSIDE_EVERY: float = 1.0  # seconds between two writes of the newest checkpoint, at least


class HeadSeen(Protocol):
    """What is signed of a head."""

    @property
    def size(self) -> int: ...
    @property
    def root(self) -> bytes: ...


class Tree(Protocol):
    """What checking an earlier checkpoint needs of a store."""

    def node(self, level: int, number: int) -> bytes: ...


class Checkpoints:
    """Signs heads and keeps the newest note in a file beside the database."""

    def __init__(self, path: Path, keyring: Keyring) -> None:
        self._path, self._keyring = path, keyring
        self._note: Note | None = None
        self._kept = 0
        self._kept_at = 0.0

    def sign(self, head: HeadSeen) -> Note:
        """The ledger's note for a head that is durable; the same head gives the same note."""
        if self._note is None or self._note.size != head.size or self._note.root != head.root:
            body = notes.checkpoint_body(self._keyring.origin, head.size, head.root)
            line = notes.sign_note(self._keyring.checkpoint, self._keyring.origin, body)
            self._note = notes.parse(notes.note_text(body, [line]))
        return self._note

    def keep(self, note: Note, *, now: bool = False) -> None:
        """Write the note outside the database: at most once a second, or `now`; a smaller one never."""
        moment = time.monotonic()
        if note.size < self._kept or (not now and moment - self._kept_at < OUTSIDE_EVERY):
            return
        write_whole(self._path, note.text.encode())
        self._kept, self._kept_at = note.size, moment

    def flush(self) -> None:
        """Keep the last signed note before the desk closes."""
        if self._note is not None and self._note.size > self._kept:
            self.keep(self._note, now=True)

    def newest(self, keys: list[VerifierKey]) -> Opened | None:
        """The note in the file; None if there is no file. LedgerError bad_checkpoint if it is not the ledger's."""
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return None
        opened = open_note(data, keys)
        self._kept = max(self._kept, opened.note.size)
        return opened


def demand_extension(note: Note, size: int, tree: Tree) -> None:
    """LedgerError ledger_behind or ledger_forked unless a ledger of `size` records extends the checkpoint."""
    if note.size > size:
        raise LedgerError("ledger_behind", size=size, known=note.size, first=size + 1)
    root = root_at(note.size, tree.node) if note.size else EMPTY_ROOT
    if root != note.root:
        raise LedgerError("ledger_forked", size=note.size)
