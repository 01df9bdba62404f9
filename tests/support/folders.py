"""LEDGER folders written with plain sqlite3, as contract.md lays them out: no triggers, no store."""

from __future__ import annotations

import contextlib
import sqlite3
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ledger.acts.head import head_misfit
from ledger.errors import LedgerError
from ledger.sealing import canon, record
from ledger.sealing.tree import Frontier, leaf_hash

if TYPE_CHECKING:
    from tests.support.ledgers import Contents

APPLICATION_ID = 0x524C4731
TABLES = """
CREATE TABLE record(position INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE checkpoint(size INTEGER NOT NULL, note TEXT NOT NULL);
CREATE TABLE record_index(position INTEGER PRIMARY KEY, recorded_at INTEGER NOT NULL, type TEXT NOT NULL,
    signer TEXT NOT NULL, digest BLOB, refused BLOB, tags TEXT NOT NULL);
CREATE TABLE decided(digest BLOB PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE head(one INTEGER PRIMARY KEY CHECK(one=1), size INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
    peaks BLOB NOT NULL);
CREATE TABLE node(level INTEGER, number INTEGER, hash BLOB NOT NULL, PRIMARY KEY(level, number)) WITHOUT ROWID;
"""
# Nothing here need survive a power failure, and a thousand ledgers are written in one test.
QUICK = "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; BEGIN;"
VAULT = "CREATE TABLE item(act BLOB, field TEXT, salt BLOB, value BLOB, PRIMARY KEY(act, field));"


def write(contents: Contents, folder: Path) -> Path:
    """Write everything into a folder; one that is there already gets new content."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("ledger.sqlite", "vault.sqlite"):
        (folder / name).unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(folder / "ledger.sqlite")) as db:
        db.executescript(
            f"{QUICK} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1; {TABLES}"
        )
        db.executemany("INSERT INTO record VALUES (?, ?)", enumerate(contents.records, 1))
        db.executemany("INSERT INTO checkpoint VALUES (?, ?)", contents.checkpoints)
        fill_index(db, contents.records)
        db.commit()
    with contextlib.closing(sqlite3.connect(folder / "vault.sqlite")) as db:
        db.executescript(f"{QUICK} {VAULT}")
        db.executemany("INSERT INTO item VALUES (?, ?, ?, ?)", contents.vault)
        db.commit()
    newest = folder / "checkpoint.newest"
    newest.unlink(missing_ok=True)
    if contents.newest is not None:
        newest.write_text(contents.newest, "utf-8", newline="\n")
    return folder


def fill_index(db: sqlite3.Connection, records: list[bytes]) -> None:
    """The four index tables made again from the records; what is no act gets no row."""
    tree, stamp = Frontier(), 0
    for position, data in enumerate(records, 1):
        db.executemany("INSERT INTO node VALUES (?, ?, ?)", tree.push(leaf_hash(data)))
        row = index_row(data)
        if row is None:
            continue
        stamp = row[0]
        db.execute("INSERT INTO record_index VALUES (?, ?, ?, ?, ?, ?, ?)", (position, *row))
        for digest in row[3:5]:
            if digest is not None:
                db.execute("INSERT OR IGNORE INTO decided VALUES (?, ?)", (digest, position))
    db.execute("INSERT INTO head VALUES (1, ?, ?, ?)", (tree.size, stamp, canon.encode(tree.peaks)))


def index_row(data: bytes) -> tuple[Any, ...] | None:
    """recorded_at, type, signer, digest, refused, tags; None for bytes that hold no act."""
    try:
        stored = record.unpack(data)
        act = canon.decode(stored.act)
        if head_misfit(act) is not None:
            return None
        refused = act["data"]["act"] if act["type"] == "act_refused" else None
        tags = "\n".join(act["cases"])
        inner = None if refused is None else sha256(refused).digest()
        return stored.recorded_at, act["type"], act["by"], sha256(stored.act).digest(), inner, tags
    except (LedgerError, KeyError, TypeError):
        return None


def opened(folder: Path) -> contextlib.closing[sqlite3.Connection]:
    """The ledger's database for a test to read or to harm; closed at the end of `with`."""
    return contextlib.closing(sqlite3.connect(folder / "ledger.sqlite", isolation_level=None))
