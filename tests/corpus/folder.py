"""A case of the corpus as a LEDGER folder, index and all, with plain sqlite3."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

from ledger.errors import LedgerError
from ledger.sealing import canon, record
from ledger.sealing.tree import Frontier, leaf_hash
from tests.support.folders import APPLICATION_ID, TABLES, VAULT, index_row


def write(case: dict[str, Any], folder: Path) -> Path:
    """The folder of a case; positions that are null are left out."""
    folder.mkdir(parents=True)
    rows = [(p, bytes.fromhex(text)) for p, text in enumerate(case["records"], 1) if text is not None]
    with contextlib.closing(sqlite3.connect(folder / "ledger.sqlite")) as db:
        db.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;")
        db.executescript(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1; {TABLES}")
        db.executemany("INSERT INTO record VALUES (?, ?)", rows)
        db.executemany("INSERT INTO checkpoint VALUES (?, ?)", case["checkpoints"])
        _index(db, rows)
        db.commit()
    with contextlib.closing(sqlite3.connect(folder / "vault.sqlite")) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute(VAULT)
        items = [(bytes.fromhex(a), f, bytes.fromhex(s), bytes.fromhex(v)) for a, f, s, v in case["vault"]]
        db.executemany("INSERT INTO item VALUES (?, ?, ?, ?)", items)
        db.commit()
    if case["newest"] is not None:
        (folder / "checkpoint.newest").write_bytes(case["newest"].encode())
    for number, note in enumerate(case.get("notes", [])):
        (folder / f"note-{number}.txt").write_bytes(note.encode())
    return folder


def anchors(case: dict[str, Any]) -> list[str]:
    """The texts of the anchors given; a case may have none, one or several."""
    given = case["anchor"]
    return [] if given is None else [given] if isinstance(given, str) else given


def _index(db: sqlite3.Connection, rows: list[tuple[int, bytes]]) -> None:
    """The four rebuildable tables, right for these records. Behind a missing position nodes are not compared."""
    tree, stamp, dense = Frontier(), 0, True
    for expected, (position, data) in enumerate(rows, 1):
        dense = dense and expected == position
        completed = tree.push(leaf_hash(data))
        if dense:
            db.executemany("INSERT INTO node VALUES (?, ?, ?)", completed)
        with contextlib.suppress(LedgerError):
            stamp = record.unpack(data).recorded_at
        row = index_row(data)
        if row is not None:
            db.execute("INSERT INTO record_index VALUES (?, ?, ?, ?, ?, ?, ?)", (position, *row))
            for digest in row[3:5]:
                if digest is not None:
                    db.execute("INSERT OR IGNORE INTO decided VALUES (?, ?)", (digest, position))
    last = rows[-1][0] if rows else 0
    db.execute("INSERT INTO head VALUES (1, ?, ?, ?)", (last, stamp, canon.encode(tree.peaks)))
