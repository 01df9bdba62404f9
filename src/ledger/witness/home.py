"""A witness's own folder: its key under a password, and what it remembers of each ledger.

    witness.key      the key, locked                 witness.state   per ledger: keys, size, root, last note
    witness.vkey     its public side, to hand out    witness.lock    held while it signs

The state is the witness: with an older one it could be led to cosign another history. So a missing or damaged
state is an error, never a fresh start.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from ledger import files
from ledger.errors import LedgerError
from ledger.files import jsonfile
from ledger.sealing.algorithms import PrivateKey, generate, load_private
from ledger.sealing.lockbox import STANDARD, Cost, Lockbox, lock
from ledger.sealing.notes import Note, parse
from ledger.sealing.vkeys import LEDGER, WITNESS, VerifierKey

KEY: Final = "witness.key"
VKEY: Final = "witness.vkey"
STATE: Final = "witness.state"
LOCK: Final = "witness.lock"
KEY_TITLE: Final = "review-ledger witness key"
STATE_TITLE: Final = "review-ledger witness state"
VERSION: Final = 1
MOST: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a witness knows of one ledger: its keys, and the last checkpoint cosigned, with this witness's line."""

    keys: tuple[VerifierKey, ...]
    note: Note


@dataclass(slots=True)
class State:
    """`seconds`: when the witness last signed (at first, when it was made); its time never goes back."""

    witness: VerifierKey
    seconds: int
    ledgers: dict[str, Remembered] = field(default_factory=dict)


def make(home: Path, name: str, password: str, seconds: int, cost: Cost = STANDARD) -> VerifierKey:
    """A new witness in that folder; returns its public key.

    LedgerError `witness_exists`, `bad_vkey` for a name that cannot be, `password_missing`, `file_unwritable`.
    """
    if (home / KEY).exists():
        raise LedgerError("witness_exists", path=str(home))
    private = generate("ed25519")
    vkey = VerifierKey.of(private, name, WITNESS)
    box = lock(private.pkcs8(), password, [VERSION, str(vkey)], cost)
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise LedgerError("file_unwritable", path=str(home), detail=error.strerror or "?") from None
    save_state(home, State(vkey, seconds))
    files.replace(home / VKEY, f"{vkey}\n".encode(), mode=0o644)
    # The key last: a making that was interrupted before is begun again.
    members = {KEY_TITLE: VERSION, "vkey": str(vkey), **box.json()}
    files.create(home / KEY, jsonfile.dump(jsonfile.with_sum(members)))
    return vkey


def load_key(home: Path, password: str) -> tuple[VerifierKey, PrivateKey]:
    """The witness's key. LedgerError `witness_missing`, `witness_damaged`, `witness_newer`, `password_wrong`."""
    path = home / KEY
    members = _members(path, KEY_TITLE)
    box = Lockbox.parse(members)
    try:
        vkey = VerifierKey.parse(members["vkey"])
    except (LedgerError, KeyError, TypeError, AttributeError):
        raise _damaged(path, "内容不合规范") from None
    if box is None:
        raise _damaged(path, "内容不合规范")
    private = load_private(box.open(password, [VERSION, str(vkey)]))
    if VerifierKey.of(private, vkey.name, WITNESS) != vkey:
        raise _damaged(path, "公钥与私钥不成对")
    return vkey, private


def load_state(home: Path) -> State:
    """What the witness remembers. LedgerError `witness_missing`, `witness_damaged`, `witness_newer`."""
    if not (home / KEY).exists():
        raise LedgerError("witness_missing", path=str(home))
    path = home / STATE
    if not path.exists():
        raise _damaged(path, "记忆文件不见了")
    members = _members(path, STATE_TITLE)
    try:
        state = State(VerifierKey.parse(members["witness"]), members["seconds"])
        for origin, entry in members["ledgers"].items():
            note = parse(entry["note"])
            keys = tuple(VerifierKey.parse(key) for key in entry["keys"])
            if note.origin != origin or any(key.name != origin or key.kind != LEDGER for key in keys):
                raise _damaged(path, "内容不合规范")
            state.ledgers[origin] = Remembered(keys, note)
    except (LedgerError, KeyError, TypeError, AttributeError):
        raise _damaged(path, "内容不合规范") from None
    if type(state.seconds) is not int:
        raise _damaged(path, "内容不合规范")
    return state


def save_state(home: Path, state: State) -> None:
    """Durable when this returns; only then may a cosignature leave the house."""
    members = {
        STATE_TITLE: VERSION,
        "witness": str(state.witness),
        "seconds": state.seconds,
        "ledgers": {
            origin: {"keys": [str(key) for key in each.keys], "note": each.note.text}
            for origin, each in state.ledgers.items()
        },
    }
    files.replace(home / STATE, jsonfile.dump(jsonfile.with_sum(members)))


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """One cosigning at a time: two at once could each cosign another history. LedgerError `witness_busy`."""
    if not (home / KEY).exists():
        raise LedgerError("witness_missing", path=str(home))
    try:
        handle = os.open(home / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise LedgerError("file_unwritable", path=str(home), detail=error.strerror or "?") from None
    try:
        try:
            _hold(handle)
        except OSError:
            raise LedgerError("witness_busy", path=str(home)) from None
        yield
    finally:
        os.close(handle)  # gives the lock back, as the end of a killed process does


def _hold(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _members(path: Path, title: str) -> dict[str, Any]:
    if not path.exists():
        raise LedgerError("witness_missing", path=str(path.parent))
    try:
        members = jsonfile.parse(files.read(path, MOST), str(path))
    except LedgerError as error:
        if error.code != "form_unreadable":
            raise
        raise _damaged(path, "内容不完整") from None
    if type(members) is not dict or type(members.get(title)) is not int:
        raise _damaged(path, "内容不合规范")
    if members[title] != VERSION:
        raise LedgerError("witness_newer", path=str(path), version=members[title])
    if not jsonfile.sum_holds(members):
        raise _damaged(path, "校验和不符")
    return members


def _damaged(path: Path, detail: str) -> LedgerError:
    return LedgerError("witness_damaged", path=str(path), detail=detail)
