"""Backup while others write, and restore. A backup is a LEDGER folder (SQLite, whatever the original is) with a
file that says what it is; it is verified when it is made and before it is restored."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ledger import files
from ledger.audit import verify
from ledger.desk.checkpoint import demand_extension
from ledger.desk.place import Place, is_postgres, ledger_id
from ledger.errors import LedgerError
from ledger.rules.life.fold import Fold
from ledger.sealing import anchor
from ledger.sealing.notes import MAX_NOTE, Note
from ledger.sealing.opening import open_note
from ledger.sealing.vkeys import VerifierKey
from ledger.store.copying import copy_into
from ledger.store.open import open_store
from ledger.store.port import Store
from ledger.vault import Vault

TITLE: Final = "review-ledger backup"
DATABASES: Final = ("ledger.sqlite", "vault.sqlite")
MODES: Final = {"desk.keys": 0o600, "anchor.txt": 0o644, "checkpoint.newest": 0o644}
"""The small files of a LEDGER folder, and who may read them."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a backup holds."""

    path: Path
    ledger: str
    size: int
    root: str

    def json(self) -> dict[str, Any]:
        return {"path": str(self.path), "ledger": self.ledger, "size": self.size, "root": self.root}


def backup(location: str, target: Path, *, home: Path | None = None) -> Saved:
    """Copy a ledger into a new folder while others may write to it; the copy is verified before this returns.

    The folder holds the desk's keys and must be kept like them. LedgerError backup_exists, backup_fails.
    """
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise LedgerError("backup_exists", path=str(target))
    with open_store(location, readonly=True) as store:
        place = Place.of(location, home, lambda: ledger_id(store))
        files.folder(target, mode=0o700)
        try:
            _copy(place, store, target)
            saved = _verified(target)
            _tidy(target)
            manifest = {TITLE: 1, "ledger": saved.ledger, "size": saved.size, "root": saved.root}
            files.create(Place.of(target).manifest, (json.dumps(manifest, indent=1) + "\n").encode())
        except BaseException:  # whatever it was, half a backup must not pass for one
            shutil.rmtree(target, ignore_errors=True)
            raise
    return saved


def _copy(place: Place, store: Store, target: Path) -> None:
    """In this order, because others write meanwhile: the newest checkpoint, which the records copied after it must
    reach; the records; the vault, in which every value stood before its act stood on the line."""
    for name, mode in MODES.items():
        if (place.home / name).exists():
            files.copy(place.home / name, target / name, mode=mode)
    for name in DATABASES:
        files.create(target / name, b"")  # for the owner's eyes from the first byte on
    copy_into(store, target)
    with Vault.open(place.vault, create=False) as vault:
        vault.copy_to(target / "vault.sqlite")


def _tidy(target: Path) -> None:
    """What readers left beside the databases; their logs are empty."""
    for name in DATABASES:
        log = target / (name + "-wal")
        if not log.exists() or not log.stat().st_size:
            log.unlink(missing_ok=True)
            (target / (name + "-shm")).unlink(missing_ok=True)


def restore(source: Path, location: str, *, checkpoints: Sequence[Path] = ()) -> tuple[Saved, Note | None]:
    """Put a verified backup where no ledger is. Gives what was restored and the newest checkpoint known.

    `checkpoints`: notes kept elsewhere, above all the witnesses'. One that reaches beyond the backup stays
    with the ledger, which then refuses to write and says what is missing (ledger_behind). The same goes for a
    `checkpoint.newest` that was left in the place.
    """
    saved = _verified_as_told(source)
    if is_postgres(location):
        raise LedgerError("restore_needs_folder", place=Place(location, Path()).shown)
    place = Place.of(location)
    _demand_free(place, saved)
    known = [path for path in (place.newest, Place.of(source).newest) if path.exists()]
    with open_store(source, readonly=True) as store:
        notes = [_ours(path, store, saved) for path in (*checkpoints, *known)]
    newest = max(notes, key=lambda note: note.size, default=None)
    files.folder(place.home)
    for name in ("vault.sqlite", *MODES):
        if (source / name).exists() and name != place.newest.name:
            files.copy(source / name, place.home / name, mode=MODES.get(name, 0o600))
    if newest is not None:
        files.replace(place.newest, newest.text.encode(), mode=MODES[place.newest.name])
    # The records last: a folder without them is no ledger yet, and never one without its newest checkpoint.
    files.copy(source / "ledger.sqlite", place.home / "ledger.sqlite")
    return Saved(place.home, saved.ledger, saved.size, saved.root), newest


def _demand_free(place: Place, saved: Saved) -> None:
    """No ledger is there, nor parts of one: values and keys newer than the backup's would be lost, and SQLite would
    play a log that was left over into the restored file."""
    for name in (*DATABASES, "desk.keys"):
        if any((place.home / (name + end)).exists() for end in ("", "-wal", "-shm", "-journal")):
            raise LedgerError("restore_place_taken", place=place.shown)
    if place.anchor.exists():
        wanted = anchor.parse(files.read(place.anchor, anchor.MAX_ANCHOR)).ledger.hex()
        if wanted != saved.ledger:
            raise LedgerError("backup_of_other_ledger", found=saved.ledger, wanted=wanted)


def _verified_as_told(source: Path) -> Saved:
    """The backup, if it verifies and is what its manifest says."""
    try:
        manifest = json.loads(files.read(Place.of(source).manifest, 65_536))
        if manifest[TITLE] != 1:
            raise ValueError
        told = tuple(manifest[name] for name in ("ledger", "size", "root"))
    except (LedgerError, ValueError, TypeError, KeyError):
        raise LedgerError("backup_unreadable", path=str(source), detail="没有备份说明") from None
    saved = _verified(source)
    if told != (saved.ledger, saved.size, saved.root):
        raise LedgerError("backup_unreadable", path=str(source), detail="内容与备份说明不符")
    return saved


def _verified(folder: Path) -> Saved:
    """The backup's own figures; LedgerError backup_fails unless nothing in it fails."""
    report = verify(str(folder)).json()
    codes = sorted({failure["code"] for failure in report["failures"] if failure["effect"] == "fails"})
    if codes:
        raise LedgerError("backup_fails", codes="、".join(codes))
    return Saved(folder, report["ledger"], report["size"], report["root"])


def _ours(path: Path, store: Store, saved: Saved) -> Note:
    """A checkpoint of the same ledger that the backup agrees with as far as it reaches."""
    fold = Fold(store)
    fold.read_on()
    keys = [VerifierKey.parse(text) for text in fold.state.checkpoint_keys]
    note = open_note(files.read(path, MAX_NOTE), keys).note
    if note.size <= saved.size:
        demand_extension(note, saved.size, store)
    return note
