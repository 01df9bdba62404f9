"""The tables of `ledger.sqlite` and the guards around what must never change.

`record` and `checkpoint` are the ledger; the other four tables can be made again from `record`.

Guards: a BEFORE trigger aborts every update and delete. INSERT OR REPLACE fires no delete trigger (unless
`recursive_triggers` is on), so the insert itself is guarded too: a record must take the next position, and a
checkpoint may not take a row that exists. Whoever can write the file can also drop a trigger; guards stop
accidents and careless tools, the tree and its witnesses stop the rest. A writer refuses a file without them.
"""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x524C4731  # "RLG1"
VERSION: Final = 1

EVIDENCE: Final = {
    "record": "CREATE TABLE record(position INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
    "checkpoint": "CREATE TABLE checkpoint(size INTEGER NOT NULL, note TEXT NOT NULL)",
}
INDEX: Final = {
    "record_index": (
        "CREATE TABLE record_index(position INTEGER PRIMARY KEY, recorded_at INTEGER NOT NULL,"
        " type TEXT NOT NULL, signer TEXT NOT NULL, digest BLOB, refused BLOB, tags TEXT NOT NULL)"
    ),
    "decided": "CREATE TABLE decided(digest BLOB PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID",
    "head": (
        "CREATE TABLE head(one INTEGER PRIMARY KEY CHECK(one=1), size INTEGER NOT NULL,"
        " recorded_at INTEGER NOT NULL, peaks BLOB NOT NULL)"
    ),
    "node": (
        "CREATE TABLE node(level INTEGER, number INTEGER, hash BLOB NOT NULL, PRIMARY KEY(level, number))"
        " WITHOUT ROWID"
    ),
}


def _guard(name: str, event: str, message: str, when: str = "") -> tuple[str, str]:
    return name, f"CREATE TRIGGER {name} BEFORE {event} {when}BEGIN SELECT RAISE(ABORT, '{message}'); END"


GUARDS: Final = dict(
    [
        _guard("record_no_update", "UPDATE ON record", "a record is never changed"),
        _guard("record_no_delete", "DELETE ON record", "a record is never deleted"),
        _guard(
            "record_next_only",
            "INSERT ON record",
            "a record takes the next position",
            "WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM record) ",
        ),
        _guard("checkpoint_no_update", "UPDATE ON checkpoint", "a checkpoint is never changed"),
        _guard("checkpoint_no_delete", "DELETE ON checkpoint", "a checkpoint is never deleted"),
        _guard(
            "checkpoint_no_replace",
            "INSERT ON checkpoint",
            "a checkpoint is never replaced",
            "WHEN EXISTS (SELECT 1 FROM checkpoint WHERE rowid = NEW.rowid) ",
        ),
    ]
)

EMPTY_HEAD: Final = "INSERT INTO head(one, size, recorded_at, peaks) VALUES (1, 0, 0, x'90')"  # canon([])


def making() -> list[str]:
    """The statements that turn an empty database into an empty ledger, for one transaction."""
    return [
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"PRAGMA user_version = {VERSION}",
        *EVIDENCE.values(),
        *INDEX.values(),
        *GUARDS.values(),
        EMPTY_HEAD,
    ]


def expected() -> dict[str, str]:
    """What the schema table must hold, word by word: name to statement."""
    return {**EVIDENCE, **INDEX, **GUARDS}
