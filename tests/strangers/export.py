"""A LEDGER folder as one JSON case for the second verifier. Standard library only, nothing of the ledger's code.

    python3 export.py LEDGER [--anchor FILE]… [--as-of MICROSECONDS] > case.json

`records` is a list of hex strings, null where a position is missing; `rows` stands instead of it where the table
holds what the guarded one never could. Vault and index tables come along if they are there, and are checked too.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

INDEX = {
    "record_index": "SELECT position, recorded_at, type, signer, digest, refused, tags FROM record_index ORDER BY 1",
    "decided": "SELECT digest, position FROM decided ORDER BY 2, 1",
    "head": "SELECT one, size, recorded_at, peaks FROM head",
    "node": "SELECT level, number, hash FROM node ORDER BY 1, 2",
}


def case_of(folder: Path, anchors: list[str] | None = None, as_of: int | None = None) -> dict[str, Any]:
    """The case for a folder; `anchors` are texts."""
    case: dict[str, Any] = {"name": folder.name, "anchor": anchors or None, "as_of": as_of}
    with closing(_open(folder / "ledger.sqlite")) as db:
        case |= _records(db.execute("SELECT position, bytes FROM record ORDER BY position").fetchall())
        notes = db.execute("SELECT size, note FROM checkpoint ORDER BY rowid").fetchall()
        case["checkpoints"] = [[_size(size), _text(note)] for size, note in notes]
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        case["index"] = {name: _rows(db, query) if name in tables else None for name, query in INDEX.items()}
    newest = folder / "checkpoint.newest"
    case["newest"] = _text(newest.read_bytes()) if newest.exists() else None
    if (folder / "vault.sqlite").exists():
        try:
            with closing(_open(folder / "vault.sqlite")) as db:
                items = db.execute("SELECT act, field, salt, value FROM item").fetchall()
        except sqlite3.DatabaseError:  # it is there, and nothing can be had from it
            items = []
        case["vault"] = [[act.hex(), field, salt.hex(), value.hex()] for act, field, salt, value in items]
    return case


def _open(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    db.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    return db


def _records(rows: list[tuple[Any, Any]]) -> dict[str, Any]:
    positions = [position for position, _ in rows]
    dense = {position: data.hex() for position, data in rows if type(position) is int and type(data) is bytes}
    if len(dense) < len(rows) or min(positions, default=1) < 1:
        return {"rows": [[position, data.hex() if type(data) is bytes else None] for position, data in rows]}
    return {"records": [dense.get(p) for p in range(1, max(positions, default=0) + 1)]}


def _rows(db: sqlite3.Connection, query: str) -> list[list[Any]]:
    return [["0x" + v.hex() if type(v) is bytes else v for v in row] for row in db.execute(query)]


def _size(value: Any) -> Any:
    # Numbers in JSON are exact only so far.
    return value if type(value) is int and abs(value) < 2**53 else str(value)


def _text(value: Any) -> str:
    # What is no UTF-8 becomes lone surrogates, which no text of the format may hold.
    return value.decode("utf-8", "surrogateescape") if type(value) is bytes else str(value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--anchor", type=Path, action="append", default=[])
    parser.add_argument("--as-of", type=int)
    given = parser.parse_args()
    anchors = [_text(file.read_bytes()) for file in given.anchor]
    json.dump(case_of(given.ledger, anchors, given.as_of), sys.stdout, indent=1)


if __name__ == "__main__":
    main()
