"""What an attack is, and the tools of attackers: plain sqlite3 on a copy, a record repacked, an act signed."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from ledger.sealing import canon
from ledger.sealing.algorithms import PrivateKey
from ledger.sealing.envelope import act_message
from ledger.sealing.record import pack
from tests.attacks.world import World, read, records
from tests.support import folders

Deed = Callable[[World, Path], None]
Where = Callable[[World], int | None] | int | None


@dataclass(frozen=True)
class Attack:
    """One attack and what verification must say of it.

    `code` under `verdict` at `position`, with `first_bad` (by default the same). `brings`: what the auditor has
    besides the anchor (a note kept elsewhere). `later`: how long after everything the auditor comes.
    """

    name: str
    story: str
    deed: Deed
    verdict: str
    code: str
    position: Where
    first_bad: Where
    effect: str = "fails"
    brings: Callable[[World], dict[str, Any]] = field(default=lambda world: {})
    later: int = 0


ATTACKS: dict[str, Attack] = {}


def attack(
    verdict: str,
    code: str,
    position: Where,
    *,
    first_bad: Where | Literal["the same"] = "the same",
    **more: Any,
) -> Callable[[Deed], Deed]:
    """Register an attack; its name is the function's, its story the docstring."""

    def register(deed: Deed) -> Deed:
        name = deed.__name__
        assert name not in ATTACKS, name
        story = " ".join((deed.__doc__ or "").split())
        where = position if first_bad == "the same" else first_bad
        ATTACKS[name] = Attack(name, story, deed, verdict, code, position, where, **more)
        return deed

    return register


def at(name: str, plus: int = 0) -> Callable[[World], int]:
    """A position by the mark that the world gave it."""
    return lambda world: world.marks[name] + plus


def place(where: Where, world: World) -> int | None:
    return where(world) if callable(where) else where


# ---- plain sqlite3 ----


@contextmanager
def database(folder: Path, name: str = "ledger.sqlite") -> Iterator[sqlite3.Connection]:
    """The file, its guards dropped, committed at the end."""
    with closing(sqlite3.connect(folder / name)) as db:
        for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {trigger}")
        yield db
        db.commit()


def replace(folder: Path, new: list[bytes], *, index: bool = True) -> None:
    """Put other records into the ledger; a careful attacker makes the index fit them."""
    with database(folder) as db:
        db.execute("DELETE FROM record")
        db.executemany("INSERT INTO record VALUES (?, ?)", enumerate(new, 1))
        if index:
            for table in ("record_index", "decided", "head", "node"):
                db.execute(f"DELETE FROM {table}")
            folders.fill_index(db, new)


def edit(folder: Path, position: int, change: Callable[[bytes], bytes], *, index: bool = True) -> None:
    """Change the stored bytes of one record."""
    kept = records(folder)
    kept[position - 1] = change(kept[position - 1])
    replace(folder, kept, index=index)


def repacked(data: bytes, **parts: Any) -> bytes:
    """The record with other parts around its act: recorded_at, desk, act or sig."""
    return pack(*read(data)[0]._replace(**parts))


# ---- acts ----


def signed(
    world: World, folder: Path, key: PrivateKey, by: str, kind: str, data: dict[str, Any], **parts: Any
) -> bytes:
    """A record that the owner of the folder packs around an act signed with `key`, at the ledger's end."""
    recorded_at = parts.pop("recorded_at", None) or read(records(folder)[-1])[0].recorded_at + 1_000_000
    first = read(records(folder)[0])[0]
    act = canon.encode(
        {
            "acknowledges": [], "as": None, "at": recorded_at, "basis": [], "batch": None, "by": by,
            "cases": ["registry:ledger"], "data": data, "for": None, "id": secrets.token_bytes(16),
            "key": key.key_id, "late": None, "ledger": _digest(first.act), "mode": "own", "seen": None,
            "signed": recorded_at, "type": kind, "v": 1, **parts,
        }
    )  # fmt: skip
    return pack(recorded_at, "hall", act, key.sign(act_message(act)))


def append(folder: Path, *new: bytes) -> None:
    """Put records behind the last one, index and all."""
    replace(folder, records(folder) + list(new))


def _digest(data: bytes) -> bytes:
    from hashlib import sha256

    return sha256(data).digest()
