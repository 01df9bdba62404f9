"""Attacks on what is not evidence: index, head, nodes, vault. Records stay proven; the difference is named."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from tests.attacks.attack import at, attack, database
from tests.attacks.world import World, read, records

COLUMNS = {
    "recorded_at": "recorded_at + 1",
    "type": "'key_enrolled'",
    "signer": "'nobody'",
    "digest": "x'00'",
    "refused": "x'00'",
    "tags": "'person:nobody'",
}


def _column(name: str, value: str) -> None:
    def deed(world: World, folder: Path) -> None:
        with database(folder) as db:
            db.execute(
                f"UPDATE record_index SET {name} = {value} WHERE position = ?", (world.marks["batch"],)
            )

    deed.__name__ = f"index_{name}_changed"
    deed.__doc__ = f"The index column {name} of one record is changed."
    attack("integrity", "index_differs", at("batch"))(deed)


for _name, _value in COLUMNS.items():
    _column(_name, _value)


@attack("integrity", "index_differs", at("batch"))
def index_row_deleted(world: World, folder: Path) -> None:
    """A record is hidden from lists by deleting its index row."""
    with database(folder) as db:
        db.execute("DELETE FROM record_index WHERE position = ?", (world.marks["batch"],))


@attack("integrity", "index_differs", at("batch"))
def decision_forgotten(world: World, folder: Path) -> None:
    """The digest of an act is taken out of what was decided, so that it could be sent again."""
    with database(folder) as db:
        db.execute("DELETE FROM decided WHERE position = ?", (world.marks["batch"],))


@attack("integrity", "index_differs", at("batch"))
def index_row_moved(world: World, folder: Path) -> None:
    """The index row of one record is moved to a position where nothing stands."""
    with database(folder) as db:
        db.execute("UPDATE record_index SET position = 9999 WHERE position = ?", (world.marks["batch"],))


@attack("integrity", "index_differs", at("batch"))
def decision_moved(world: World, folder: Path) -> None:
    """What was decided is said to have been decided by another record."""
    with database(folder) as db:
        db.execute("UPDATE decided SET position = position + 1 WHERE position = ?", (world.marks["batch"],))


@attack("integrity", "index_differs", at("batch"))
def decision_of_another(world: World, folder: Path) -> None:
    """Another digest stands in the place of one that was decided."""
    with database(folder) as db:
        db.execute("UPDATE decided SET digest = zeroblob(32) WHERE position = ?", (world.marks["batch"],))


@attack("integrity", "index_differs", None)
def head_put_back(world: World, folder: Path) -> None:
    """The clock of the head is put back, so that the next record could be dated earlier."""
    with database(folder) as db:
        db.execute("UPDATE head SET recorded_at = recorded_at - 1")


@attack("integrity", "index_differs", None)
def head_changed(world: World, folder: Path) -> None:
    """The head row says there are fewer records."""
    with database(folder) as db:
        db.execute("UPDATE head SET size = size - 1")


@attack("integrity", "index_differs", None)
def peaks_changed(world: World, folder: Path) -> None:
    """The peaks of the head are other hashes."""
    with database(folder) as db:
        db.execute("UPDATE head SET peaks = x'90'")


@attack("integrity", "index_differs", None)
def node_changed(world: World, folder: Path) -> None:
    """A stored node of the tree is changed, so that proofs would fail."""
    with database(folder) as db:
        db.execute("UPDATE node SET hash = zeroblob(32) WHERE level = 1 AND number = 3")


@attack("integrity", "index_differs", None)
def node_renumbered(world: World, folder: Path) -> None:
    """A stored node stands in another place of its level."""
    with database(folder) as db:
        db.execute("UPDATE node SET number = 9999 WHERE level = 1 AND number = 3")


@attack("integrity", "index_differs", at("batch"))
def node_raised(world: World, folder: Path) -> None:
    """A leaf's node is moved to a level that the tree does not have."""
    with database(folder) as db:
        db.execute("UPDATE node SET level = 99 WHERE level = 0 AND number = ?", (world.marks["batch"] - 1,))


@attack("integrity", "value_wrong", at("batch"))
def value_changed(world: World, folder: Path) -> None:
    """The committed number of a paper is changed in the vault."""
    with database(folder, "vault.sqlite") as db:
        db.execute(
            "UPDATE item SET value = ? WHERE act = ? AND field = 'number'", (b"\xa1x", _act(folder, world))
        )


@attack("integrity", "value_wrong", at("batch"))
def salt_changed(world: World, folder: Path) -> None:
    """The salt of a committed value is changed in the vault."""
    with database(folder, "vault.sqlite") as db:
        db.execute(
            "UPDATE item SET salt = zeroblob(32) WHERE act = ? AND field = 'number'", (_act(folder, world),)
        )


@attack("completeness", "value_missing", at("batch"))
def value_deleted(world: World, folder: Path) -> None:
    """A committed value is deleted from the vault without an order."""
    with database(folder, "vault.sqlite") as db:
        db.execute("DELETE FROM item WHERE act = ? AND field = 'file'", (_act(folder, world),))


@attack("completeness", "value_missing", at("batch"))
def value_renamed(world: World, folder: Path) -> None:
    """A committed value is filed under another field."""
    with database(folder, "vault.sqlite") as db:
        db.execute("UPDATE item SET field = 'note' WHERE act = ? AND field = 'file'", (_act(folder, world),))


@attack("completeness", "value_missing", at("batch"))
def value_given_to_another(world: World, folder: Path) -> None:
    """The committed values of one act are filed under another that has none."""
    with database(folder, "vault.sqlite") as db:
        db.execute("UPDATE item SET act = zeroblob(32) WHERE act = ?", (_act(folder, world),))


@attack("completeness", "value_missing", at("batch"), first_bad=lambda world: first_committed(world))
def vault_garbled(world: World, folder: Path) -> None:
    """The vault's file is overwritten with noise; it is there and no value can be had from it."""
    (folder / "vault.sqlite").write_bytes(bytes(range(256)) * 40)


def first_committed(world: World) -> int:
    """The position of the first record with a committed value."""
    with closing(sqlite3.connect(world.past("clean") / "vault.sqlite")) as vault:
        acts = {row[0] for row in vault.execute("SELECT act FROM item")}
    kept = enumerate(records(world.past("clean")), 1)
    return next(position for position, data in kept if sha256(read(data)[0].act).digest() in acts)


def _act(folder: Path, world: World) -> bytes:
    with database(folder) as db:
        row = db.execute(
            "SELECT digest FROM record_index WHERE position = ?", (world.marks["batch"],)
        ).fetchone()
    return bytes(row[0])
