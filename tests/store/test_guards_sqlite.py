"""Plain sqlite3, outside our code, against the guards of the file."""

import sqlite3

import pytest

from tests.store.acts import entry
from tests.store.test_append import code_of

# With recursive_triggers off (the default) REPLACE deletes rows without any delete trigger.
ATTACKS = [
    "UPDATE record SET bytes = x'00' WHERE position = 2",
    "UPDATE record SET position = 9 WHERE position = 3",
    "UPDATE OR REPLACE record SET position = 1 WHERE position = 2",
    "UPDATE OR IGNORE record SET bytes = x'00'",
    "UPDATE OR ROLLBACK record SET bytes = x'00'",
    "DELETE FROM record WHERE position = 3",
    "DELETE FROM record",
    "INSERT OR REPLACE INTO record VALUES (2, x'00')",
    "REPLACE INTO record VALUES (3, x'00')",
    "INSERT OR IGNORE INTO record VALUES (2, x'00')",
    "INSERT INTO record VALUES (2, x'00') ON CONFLICT(position) DO UPDATE SET bytes = x'00'",
    "INSERT INTO record(rowid, bytes) VALUES (3, x'00')",
    "INSERT INTO record VALUES (5, x'00')",
    "INSERT INTO record VALUES (0, x'00')",
    "INSERT INTO record VALUES (-1, x'00')",
    "INSERT INTO record VALUES (NULL, x'00')",
    "INSERT INTO record(bytes) VALUES (x'00')",
    "INSERT INTO record VALUES (4, NULL)",
    "INSERT INTO record VALUES (4, x'00'), (6, x'00')",
    "UPDATE checkpoint SET note = ''",
    "UPDATE OR REPLACE checkpoint SET rowid = 1 WHERE rowid = 2",
    "DELETE FROM checkpoint WHERE size = 1",
    "DELETE FROM checkpoint",
    "INSERT OR REPLACE INTO checkpoint(rowid, size, note) VALUES (1, 1, '')",
    "REPLACE INTO checkpoint(rowid, size, note) VALUES (2, 1, '')",
]


@pytest.fixture
def ledger(folder):
    store = folder.create()
    store.append_records([entry() for _ in range(3)], after=0)
    store.add_checkpoint(1, "one")
    store.add_checkpoint(3, "three")
    connection = sqlite3.connect(store.path, isolation_level=None)
    yield folder, store, connection
    connection.close()


def content(connection):
    return [
        connection.execute(query).fetchall()
        for query in ("SELECT * FROM record", "SELECT rowid, * FROM checkpoint")
    ]


@pytest.mark.parametrize("recursive", ["OFF", "ON"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_is_changed_deleted_or_replaced(ledger, attack, recursive):
    _folder, store, connection = ledger
    connection.execute(f"PRAGMA recursive_triggers = {recursive}")
    before = content(connection)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(attack)
    assert content(connection) == before
    store.append_records([entry()], after=3)  # and the line goes on


def test_a_sound_insert_passes_the_guards(ledger):
    # So the test above fails for the guards, not for another reason.
    _folder, _store, connection = ledger
    connection.execute("INSERT INTO record VALUES (4, x'00')")
    connection.execute("INSERT INTO checkpoint VALUES (4, 'four')")
    connection.execute("INSERT INTO checkpoint(rowid, size, note) VALUES (77, 4, 'again')")
    assert content(connection)[1][-1] == (77, 4, "again")


@pytest.mark.parametrize(
    "change",
    [
        "DROP TRIGGER record_no_update",
        "DROP TRIGGER checkpoint_no_replace",
        "CREATE TRIGGER extra AFTER INSERT ON record BEGIN DELETE FROM node; END",
        "ALTER TABLE record ADD COLUMN comment",
        "DROP TABLE node",
        "CREATE VIEW other AS SELECT 1",
    ],
)
def test_a_writer_refuses_a_file_whose_guards_were_touched(ledger, change):
    folder, _store, connection = ledger
    connection.execute(change)
    assert code_of(folder.open) == "store_guards_missing"
    assert folder.open(readonly=True).head().size == 3


def test_statistics_of_a_careful_administrator_are_no_harm(ledger):
    folder, _store, connection = ledger
    connection.execute("ANALYZE")
    connection.execute("VACUUM")
    folder.open().append_records([entry()], after=3)


def test_reindex_puts_the_guards_back(ledger):
    folder, _store, connection = ledger
    before = content(connection)
    connection.execute("DROP TRIGGER record_no_update")
    connection.execute('CREATE TRIGGER "odd ""name" AFTER INSERT ON record BEGIN DELETE FROM node; END')
    folder.open(mending=True).reindex()
    folder.open().append_records([entry()], after=3)
    assert content(connection)[0][:3] == before[0]
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE record SET bytes = x'00'")
