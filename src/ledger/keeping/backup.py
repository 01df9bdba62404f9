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
from ledger.desk.place import Place, is_postgres
from ledger.errors import LedgerError
from ledger.rules.life.fold import Fold
from ledger.sealing.notes import MAX_NOTE, Note
from ledger.sealing.opening import open_note
from ledger.sealing.vkeys import VerifierKey
from ledger.store.copying import copy_into
from ledger.store.open import open_store
from ledger.store.port import Store
from ledger.vault import Vault

MANIFEST: Final = "backup.json"
TITLE: Final = "review-ledger backup"
BESIDE: Final = ("anchor.txt", "checkpoint.newest", "desk.keys")


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

    Records first, vault after: a value reaches the vault before its act the line, so none can be missing.
    The folder holds the desk's keys and must be kept like them. LedgerError backup_exists, backup_fails.
    """
    place = Place.of(location, home)
    if target.exists() and any(target.iterdir()):
        raise LedgerError("backup_exists", path=str(target))
    target.mkdir(parents=True, exist_ok=True)
    try:
        with open_store(place.location, readonly=True) as store:
            copy_into(store, target)
        with Vault.open(place.vault, create=False) as vault:
            vault.copy_to(target / "vault.sqlite")
        for name in BESIDE:
            source = place.home / name
            if source.exists():
                files.replace(
                    target / name, source.read_bytes(), mode=0o600 if name == "desk.keys" else 0o644
                )
        saved = _verified(target)
        manifest = {TITLE: 1, **saved.json()}
        del manifest["path"]
        files.replace(target / MANIFEST, (json.dumps(manifest, indent=1) + "\n").encode())
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    return saved


def restore(
    source: Path, location: str, *, checkpoints: Sequence[Path] = (), home: Path | None = None
) -> tuple[Saved, Note | None]:
    """Put a verified backup where no ledger is. Gives what was restored and the newest checkpoint known.

    `checkpoints`: notes kept elsewhere, above all the witnesses'. One that reaches beyond the backup stays
    with the ledger, which then refuses to write and says what is missing (ledger_behind).
    """
    place = Place.of(location, home)
    manifest = _manifest(source)
    saved = _verified(source)
    if (manifest["ledger"], manifest["size"], manifest["root"]) != (saved.ledger, saved.size, saved.root):
        raise LedgerError("backup_unreadable", path=str(source), detail="内容与备份说明不符")
    if is_postgres(location):
        raise LedgerError("restore_needs_folder", place=place.shown)
    if (place.home / "ledger.sqlite").exists():
        raise LedgerError("restore_place_taken", place=place.shown)
    kept = [place.newest] if place.newest.exists() else []
    with open_store(str(source), readonly=True) as store:
        notes = [_ours(path, store, saved) for path in [*checkpoints, *kept]]
    place.home.mkdir(parents=True, exist_ok=True)
    for name in ("vault.sqlite", *BESIDE):
        if (source / name).exists():
            mode = 0o600 if name == "desk.keys" else 0o644
            files.replace(place.home / name, (source / name).read_bytes(), mode=mode)
    # The records last: a folder without them is no ledger yet, so a crash leaves nothing half restored.
    files.replace(place.home / "ledger.sqlite", (source / "ledger.sqlite").read_bytes())
    newest = max(notes, key=lambda note: note.size, default=None)
    if newest is not None and newest.size > saved.size:
        files.replace(place.newest, newest.text.encode())
    return Saved(place.home, saved.ledger, saved.size, saved.root), newest


def _verified(folder: Path) -> Saved:
    """The backup's own figures; LedgerError backup_fails unless nothing in it fails."""
    report = verify(str(folder)).json()
    codes = sorted({failure["code"] for failure in report["failures"] if failure["effect"] == "fails"})
    if codes:
        raise LedgerError("backup_fails", codes="、".join(codes))
    return Saved(folder, report["ledger"], report["size"], report["root"])


def _manifest(source: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((source / MANIFEST).read_bytes())
        if manifest[TITLE] != 1:
            raise ValueError
        return {name: manifest[name] for name in ("ledger", "size", "root")}
    except (OSError, ValueError, TypeError, KeyError):
        raise LedgerError("backup_unreadable", path=str(source), detail="没有备份说明") from None


def _ours(path: Path, store: Store, saved: Saved) -> Note:
    """A checkpoint of the same ledger that the backup agrees with as far as it reaches."""
    fold = Fold(store)
    fold.read_on()
    keys = [VerifierKey.parse(text) for text in fold.state.checkpoint_keys]
    note = open_note(files.read(path, MAX_NOTE), keys).note
    if note.size <= saved.size:
        demand_extension(note, saved.size, store)
    return note
