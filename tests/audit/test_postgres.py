"""A ledger in PostgreSQL, written with plain SQL, reads as the same ledger in SQLite does."""

import psycopg
import pytest
from psycopg import sql

from ledger.audit import verify
from ledger.errors import LedgerError
from tests.support import folders
from tests.support.lives import random_life

pytestmark = pytest.mark.postgres
TABLES = {
    "record": "position bigint PRIMARY KEY, bytes bytea",
    "checkpoint": "size bigint, note text",
    "record_index": (
        "position bigint PRIMARY KEY, recorded_at bigint, type text, signer text,"
        " digest bytea, refused bytea, tags text"
    ),
    "decided": "digest bytea PRIMARY KEY, position bigint",
    "head": "one integer PRIMARY KEY, size bigint, recorded_at bigint, peaks bytea",
    "node": "level integer, number bigint, hash bytea, PRIMARY KEY (level, number)",
}
MAKER = random_life(4, steps=15)


@pytest.fixture
def ledger(postgres_database, tmp_path):
    """Address and home of a copy of the ledger."""
    folder = MAKER.write(tmp_path / "folder")
    with psycopg.connect(postgres_database) as db, folders.opened(folder) as rows:
        db.execute("CREATE SCHEMA amt")
        for table, columns in TABLES.items():
            db.execute(f"CREATE TABLE amt.{table}({columns})")
            for row in rows.execute(f"SELECT * FROM {table}"):
                db.execute(f"INSERT INTO amt.{table} VALUES ({', '.join(['%s'] * len(row))})", row)
    home = tmp_path / "home"
    home.mkdir()
    (folder / "vault.sqlite").rename(home / "vault.sqlite")
    (folder / "checkpoint.newest").rename(home / "checkpoint.newest")
    return f"{postgres_database}?schema=amt", home


def run(ledger, **how):
    address, home = ledger
    return verify(address, home=home, anchors=[MAKER.anchor()], as_of=MAKER.now, **how)


def change(ledger, statement, *parameters):
    with psycopg.connect(ledger[0].partition("?")[0], autocommit=True) as db:
        db.execute("SET search_path TO amt")
        db.execute(statement, parameters)


def test_the_same_as_in_sqlite(ledger, tmp_path):
    folder = MAKER.write(tmp_path / "again")
    there = verify(folder, anchors=[MAKER.anchor()], as_of=MAKER.now)
    here = run(ledger)
    assert here.passes()
    assert here.json() == there.json()
    assert run(ledger, jobs=2).json() == there.json()


def test_without_a_home_values_are_withheld(ledger):
    report = verify(ledger[0], anchors=[MAKER.anchor()], as_of=MAKER.now)
    assert report.passes()
    assert report.commitments["present"] == 0 < report.commitments["withheld"]


def test_a_changed_record_is_found(ledger):
    change(
        ledger,
        "UPDATE record SET bytes = set_byte(bytes, 200, 1 + get_byte(bytes, 200) %% 254) WHERE position = 4",
    )
    found = {(f.code, f.position) for f in run(ledger).faults}
    assert any(position == 4 for _, position in found)
    assert ("root_differs", 1) in found


def test_a_deleted_record_is_found(ledger):
    change(ledger, "DELETE FROM record WHERE position = 5")
    assert ("gap_or_order", 5) in [(f.code, f.position) for f in run(ledger).faults]


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE node",
        "DROP TABLE decided",
        "ALTER TABLE head RENAME COLUMN peaks TO tips",
        "ALTER TABLE record_index ALTER COLUMN position TYPE text",
        "UPDATE decided SET position = position + 1 WHERE position = 3",
    ],
)
def test_an_index_in_ruins_is_one_failure(ledger, statement):
    change(ledger, statement)
    assert [f.code for f in run(ledger).faults] == ["index_differs"]


def test_nothing_can_be_written(ledger):
    from ledger.audit.reader.postgres import PostgresSource

    with PostgresSource(ledger[0]) as source, pytest.raises(LedgerError) as caught:
        source._query("DELETE FROM record")
    assert "read-only" in str(caught.value.facts["detail"])


@pytest.mark.parametrize(
    ("address", "code"), [("{}?schema=none", "store_missing"), ("{}?schema=public", "store_foreign")]
)
def test_no_ledger_there(postgres_database, address, code):
    with pytest.raises(LedgerError) as caught:
        verify(address.format(postgres_database))
    assert caught.value.code == code


def test_no_such_database(postgres_database):
    with pytest.raises(LedgerError) as caught:
        verify(postgres_database + "_none")
    assert caught.value.code == "store_refused"


def test_a_user_without_rights(ledger, postgres_server):
    address, _ = ledger
    base = address.partition("?")[0]
    role = f"guest_{base.rpartition('/')[2]}"
    with psycopg.connect(base, autocommit=True) as db:
        db.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
        db.execute(sql.SQL("GRANT USAGE ON SCHEMA amt TO {}").format(sql.Identifier(role)))
    with pytest.raises(LedgerError) as caught:
        verify(postgres_server.socket_url(base.rpartition("/")[2], role) + "&schema=amt")
    assert caught.value.code == "store_privilege"
