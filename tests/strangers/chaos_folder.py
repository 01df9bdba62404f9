"""LEDGER folders spoiled after the fact, by somebody with the file in hand."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from ledger.acts.head import head_misfit
from ledger.errors import LedgerError
from ledger.sealing import canon, record

Hand = Callable[[random.Random, sqlite3.Connection, int], None]


def mend_index(folder: Path) -> None:
    """The index as a store keeps it: nothing about records that hold no act, the clock of every frame."""
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as db:
        for position, data in db.execute("SELECT position, bytes FROM record ORDER BY position").fetchall():
            try:
                stored = record.unpack(data)
                db.execute("UPDATE head SET recorded_at = ?", (stored.recorded_at,))
                good = head_misfit(canon.decode(stored.act)) is None
            except LedgerError:
                good = False
            if not good:
                db.execute("DELETE FROM record_index WHERE position = ?", (position,))
                db.execute("DELETE FROM decided WHERE position = ?", (position,))
        db.commit()


def spoil(chance: random.Random, folder: Path) -> None:
    """One thing, or one of each kind."""
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as db:
        size = db.execute("SELECT count(*) FROM record").fetchone()[0]
        chance.choice(HANDS)(chance, db, size)
        db.commit()
    if chance.random() < 0.1:
        (folder / "checkpoint.newest").unlink(missing_ok=True)
    if chance.random() < 0.1:
        (folder / "vault.sqlite").unlink()
    elif chance.random() < 0.3:
        with closing(sqlite3.connect(folder / "vault.sqlite")) as db:
            chance.choice(VAULT_HANDS)(chance, db, size)
            db.commit()


def say(*statements: str) -> Hand:
    """Statements in which :p is some position."""

    def hand(chance: random.Random, db: sqlite3.Connection, size: int) -> None:
        p = chance.randrange(1, size + 1)
        for statement in statements:
            db.execute(statement, {"p": p} if ":p" in statement else {})

    return hand


def flip(chance: random.Random, db: sqlite3.Connection, size: int) -> None:
    """A bit of a record."""
    p = chance.randrange(1, size + 1)
    row = db.execute("SELECT bytes FROM record WHERE position = ?", (p,)).fetchone()
    if row is None or type(row[0]) is not bytes or not row[0]:
        return
    spoiled = bytearray(row[0])
    spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    db.execute("UPDATE record SET bytes = ? WHERE position = ?", (bytes(spoiled), p))


UNGUARDED = (
    "CREATE TABLE other AS SELECT position, bytes FROM record",
    "DROP TABLE record",
    "ALTER TABLE other RENAME TO record",
)

HANDS: list[Hand] = [
    say("DELETE FROM record WHERE position = :p"),
    say("DELETE FROM record WHERE position IN (:p, :p + 1, :p + 5)"),
    say("DELETE FROM record WHERE position >= :p"),
    say("DELETE FROM record WHERE position = 1"),
    say("DELETE FROM record"),
    say("UPDATE record SET position = position + 1000 WHERE position >= :p"),
    say("INSERT INTO record SELECT 0, bytes FROM record WHERE position = :p"),
    say("INSERT INTO record SELECT -7, bytes FROM record WHERE position = :p"),
    say("INSERT INTO record SELECT max(position) + 1, bytes FROM record"),
    say("UPDATE record SET bytes = 'text' WHERE position = :p"),
    say(
        *UNGUARDED,
        "INSERT INTO record SELECT position, bytes FROM record WHERE position = :p AND position > 1",
    ),
    say(*UNGUARDED, "INSERT INTO record SELECT position + 0.5, bytes FROM record WHERE position = :p"),
    say(*UNGUARDED, "UPDATE record SET position = 'x' WHERE position = :p"),
    flip,
    flip,
    flip,
    say("DELETE FROM checkpoint"),
    say("UPDATE checkpoint SET size = size + 1 WHERE rowid = 1"),
    say("INSERT INTO checkpoint VALUES (3, 'nothing')"),
    say("DELETE FROM record_index WHERE position = :p"),
    say("INSERT OR IGNORE INTO record_index VALUES (5000, 1, 'x', 'y', NULL, NULL, '')"),
    say("UPDATE record_index SET type = 'key_enrolled' WHERE position = :p"),
    say("UPDATE record_index SET tags = tags || 'x' WHERE position = :p"),
    say("UPDATE record_index SET digest = NULL WHERE position = :p"),
    say("DELETE FROM decided WHERE position = :p"),
    say("UPDATE decided SET position = position + 1 WHERE position = :p"),
    say("INSERT OR IGNORE INTO decided SELECT zeroblob(32), position FROM record_index WHERE position = :p"),
    say("DELETE FROM node WHERE level = 0 AND number = :p"),
    say("DELETE FROM node WHERE level = 1 AND number = 0"),
    say("INSERT OR IGNORE INTO node VALUES (0, 9000, zeroblob(32))"),
    say("INSERT OR IGNORE INTO node VALUES (9, 0, zeroblob(32))"),
    say("UPDATE node SET hash = zeroblob(32) WHERE level = 0 AND number = :p"),
    say("UPDATE head SET size = size + 1"),
    say("UPDATE head SET recorded_at = recorded_at - 1"),
    say("UPDATE head SET peaks = x'90'"),
    say("DELETE FROM head"),
]

VAULT_HANDS: list[Hand] = [
    say("DELETE FROM item"),
    say("DELETE FROM item WHERE rowid = :p"),
    say("UPDATE item SET value = x'01' WHERE rowid = :p % 3 + 1"),
    say("UPDATE item SET value = x'c1' WHERE rowid = :p % 3 + 1"),
    say("UPDATE item SET salt = x'00' WHERE rowid = :p % 3 + 1"),
    say("UPDATE item SET field = 'other' WHERE rowid = :p % 3 + 1"),
]
