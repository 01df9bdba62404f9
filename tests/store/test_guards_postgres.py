"""The desk's role, the owner and the superuser against the guards of a schema."""

import psycopg
import pytest

from ledger.store.postgres.address import parse
from tests.store.acts import entry
from tests.store.test_append import code_of

# What not even the tables' owner or a superuser may do by accident.
GUARDED = [
    "UPDATE record SET bytes = '' WHERE position = 2",
    "UPDATE record SET bytes = bytes WHERE false",
    "DELETE FROM record",
    "TRUNCATE record",
    "TRUNCATE record, checkpoint",
    "INSERT INTO record VALUES (5, '')",
    "INSERT INTO record VALUES (4, ''), (6, '')",
    "INSERT INTO record VALUES (0, '')",
    "INSERT INTO record VALUES (4, '') ON CONFLICT (position) DO UPDATE SET bytes = ''",
    "INSERT INTO record VALUES (2, '') ON CONFLICT (position) DO UPDATE SET bytes = ''",
    "UPDATE checkpoint SET note = ''",
    "DELETE FROM checkpoint",
    "TRUNCATE checkpoint",
]
# What the desk's role may not do besides.
FORBIDDEN = [
    "DELETE FROM node",
    "UPDATE node SET hash = ''",
    "UPDATE decided SET position = 1",
    "DELETE FROM decided",
    "UPDATE record_index SET signer = 'x'",
    "TRUNCATE record_index",
    "DELETE FROM head",
    "INSERT INTO head VALUES (1, 0, 0, '')",
    "DROP TABLE record",
    "ALTER TABLE record DISABLE TRIGGER ALL",
    "ALTER TABLE record ADD COLUMN comment text",
    "DROP TRIGGER record_never ON record",
    "CREATE TABLE mine()",
    "CREATE OR REPLACE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    "CREATE TRIGGER mine AFTER INSERT ON record EXECUTE FUNCTION never()",
    "SET session_replication_role = replica",
]


def content(connection):
    return [
        connection.execute("SELECT * FROM record ORDER BY 1").fetchall(),
        connection.execute("SELECT * FROM checkpoint ORDER BY 1").fetchall(),
    ]


@pytest.fixture
def ledger(pg, admin):
    store = pg.create()
    store.append_records([entry() for _ in range(3)], after=0)
    store.add_checkpoint(1, "one")
    return pg, store


@pytest.mark.parametrize("attack", GUARDED)
@pytest.mark.parametrize("who", ["superuser", "superuser as replica", "owner", "desk"])
def test_nothing_is_changed_deleted_or_truncated(ledger, admin, who, attack):
    pg, store = ledger
    before = content(admin)
    if who == "superuser as replica":
        admin.execute("SET session_replication_role = replica")
    elif who != "superuser":
        admin.execute(f"SET ROLE {parse(pg.location).role(who)}")
    with pytest.raises(psycopg.Error) as caught:
        admin.execute(attack)
    assert caught.value.sqlstate in (("RL001", "42501") if who == "desk" else ("RL001",))
    assert content(admin) == before
    store.append_records([entry()], after=3)


@pytest.mark.parametrize("attack", FORBIDDEN)
def test_the_desk_may_do_nothing_more(ledger, admin, attack):
    pg, store = ledger
    admin.execute(f"SET ROLE {parse(pg.location).role('desk')}")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        admin.execute(attack)
    store.append_records([entry()], after=3)


@pytest.mark.parametrize("table", ["record", "checkpoint", "record_index", "decided", "head", "node"])
def test_the_reader_only_reads(ledger, admin, table):
    pg, _store = ledger
    admin.execute(f"SET ROLE {parse(pg.location).role('reader')}")
    assert admin.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    for attack in (f"DELETE FROM {table}", f"INSERT INTO {table} DEFAULT VALUES", f"TRUNCATE {table}"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            admin.execute(attack)


def test_a_sound_insert_passes_the_guards(ledger, admin):
    admin.execute("INSERT INTO record VALUES (4, ''), (5, '')")
    admin.execute("INSERT INTO record SELECT 1, '' WHERE false")
    assert len(content(admin)[0]) == 5


def test_a_store_acts_as_the_desk_whoever_opened_it(ledger):
    pg, store = ledger
    with store._sessions.writing() as connection:
        assert connection.execute("SELECT current_user").fetchone()[0] == store.address.role("desk")
    reader = pg.open(readonly=True)
    role = reader._sessions.reading(lambda c: c.execute("SELECT current_user").fetchone()[0])
    assert role == store.address.role("reader")


@pytest.mark.parametrize(
    "change",
    [
        "DROP TRIGGER record_never ON record",
        "ALTER TABLE record DISABLE TRIGGER record_continues",
        "ALTER TABLE checkpoint ENABLE TRIGGER checkpoint_never",
        "CREATE OR REPLACE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "CREATE TRIGGER extra AFTER INSERT ON record EXECUTE FUNCTION never()",
    ],
)
def test_a_writer_refuses_a_ledger_whose_guards_were_touched(ledger, admin, change):
    pg, _store = ledger
    admin.execute(change)
    assert code_of(pg.open) == "store_guards_missing"
    assert pg.open(readonly=True).head().size == 3
    pg.open(mending=True).reindex()
    pg.open().append_records([entry()], after=3)
