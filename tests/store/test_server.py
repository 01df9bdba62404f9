"""A database server that is not there, refuses, breaks off, or whose user may not: what the store says and does."""

import contextlib
import importlib.util
import secrets
import socket

import psycopg
import pytest

from ledger.errors import LedgerError
from ledger.store import create_store, migrate_store, open_store
from ledger.store.postgres import PostgresStore, sessions
from ledger.store.postgres.address import parse
from tests.store.acts import entry
from tests.store.conftest import drop
from tests.store.test_append import code_of

SECRET = "p%40ss w/?ü".replace(" ", "%20").replace("/", "%2F").replace("?", "%3F")


# ---- addresses ----


def test_an_address_is_shown_without_its_password():
    address = parse(f"postgresql://wang:{SECRET}@db.example:5433/award?schema=nt_2024&sslmode=require")
    assert address.schema == "nt_2024"
    assert address.parameters == {
        "user": "wang",
        "password": "p@ss w/?ü",
        "host": "db.example",
        "port": "5433",
        "dbname": "award",
        "sslmode": "require",
    }
    assert address.shown == "postgresql://wang@db.example:5433/award?schema=nt_2024"
    assert address.cleaned("no p@ss w/?ü\n here") == "no *** here"
    assert "p@ss" not in repr(address)
    assert parse("postgres:///award").schema == "review_ledger"
    hidden = parse("postgresql://db/award?password=geheim&schema=x")
    assert "geheim" not in hidden.shown + repr(hidden)


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://u:geheim@h/d?schema=Upper",
        "postgresql://u:geheim@h/d?schema=",
        "postgresql://u:geheim@h/d?schema=pg_mine",
        "postgresql://u:geheim@h/d?schema=" + "x" * 57,
        'postgresql://u:geheim@h/d?schema=a"b',
        "postgresql://u:geheim%@h/d",
        "postgresql://u:ge#heim@h/d",
        "postgresql://u:geheim@h:port/d?nonsense=1",
        "postgresql://u:geheim@[h/d",
        "postgresql://u:geheim@h/d?option",
    ],
)
def test_a_bad_address_repeats_nothing(text):
    with pytest.raises(LedgerError) as caught:
        open_store(text)
    assert caught.value.code == "store_bad_address"
    assert "geheim" not in caught.value.message + caught.value.english + repr(caught.value.facts)


def test_without_the_driver(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    for call in (open_store, create_store, migrate_store):
        assert code_of(call, "postgresql://h/d") == "store_no_driver"


# ---- opening ----


def test_no_server_there():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        location = f"postgresql://u:geheim@127.0.0.1:{unused.getsockname()[1]}/d"
        with pytest.raises(LedgerError) as caught:
            open_store(location)
    assert caught.value.code == "store_unreachable"
    assert "geheim" not in caught.value.message + caught.value.english
    assert "127.0.0.1" in caught.value.message


def test_the_server_refuses(postgres_server):
    wrong = postgres_server.url().replace(postgres_server.password, "geheim")
    for location in (wrong, postgres_server.url("no_such_database")):
        with pytest.raises(LedgerError) as caught:
            open_store(location)
        assert caught.value.code == "store_refused"
        assert postgres_server.password not in caught.value.message
        assert "geheim" not in caught.value.message


def test_schemas_that_are_no_ledger(pg, admin):
    name = parse(pg.location).schema
    assert code_of(pg.open) == "store_missing"
    assert code_of(migrate_store, pg.location) == "store_missing"
    admin.execute(f"CREATE SCHEMA {name}")
    for comment in ("NULL", "''", "'review-ledger'", "'review-ledger store x'", "'something else'"):
        admin.execute(f"COMMENT ON SCHEMA {name} IS {comment}")
        assert code_of(pg.open) == "store_foreign"
        assert code_of(migrate_store, pg.location) == "store_foreign"
        assert code_of(pg.create) == "store_exists"
    admin.execute(f"COMMENT ON SCHEMA {name} IS 'review-ledger store 2'")
    assert code_of(pg.open) == "store_newer"
    assert code_of(pg.open, readonly=True) == "store_newer"
    assert code_of(migrate_store, pg.location) == "store_newer"


def test_a_creation_that_fails_leaves_nothing(pg, admin, monkeypatch):
    from ledger.store.postgres import schema

    monkeypatch.setitem(schema.TABLES, "node", "CREATE TABLE {s}.node(nonsense)")
    assert code_of(pg.create) == "store_failed"
    address = parse(pg.location)
    assert (
        admin.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", (address.schema,)).fetchone() is None
    )
    assert (
        admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (address.role("desk"),)).fetchone() is None
    )
    monkeypatch.undo()
    pg.create().append_records([entry()], after=0)


# ---- users ----


@pytest.fixture
def user(pg, admin, postgres_server):
    """Makes login users with the roles they are given; gives the location under that user's name."""
    names = []

    def make(*roles, attributes=""):
        name = f"u{secrets.token_hex(4)}"
        admin.execute(f"CREATE ROLE {name} LOGIN {attributes}")
        names.append(name)
        for role in roles:
            admin.execute(f"GRANT {parse(pg.location).role(role)} TO {name}")
        base = postgres_server.socket_url(role=name)
        return f"{base}&schema={parse(pg.location).schema}"

    yield make
    pg.close()
    drop(pg.location)
    for name in names:
        admin.execute(f"REVOKE ALL ON DATABASE postgres FROM {name}")
        admin.execute(f"DROP ROLE {name}")


def test_a_desks_user_can_do_the_desks_work(pg, user):
    pg.create().close()
    location = user("desk")
    with open_store(location) as store:
        head = store.append_records([entry(), entry()], after=0)
        store.add_checkpoint(2, "note")
        assert code_of(store.reindex) == "store_privilege"
        assert store.append_records([entry()], after=head.size).size == 3
    with open_store(location, readonly=True) as store:
        assert len(list(store.read_records())) == 3
    assert code_of(migrate_store, location) == "store_privilege"


def test_a_readers_user_can_only_read(pg, user):
    pg.create().append_records([entry()], after=0)
    location = user("reader")
    with open_store(location, readonly=True) as store:
        assert len(list(store.read_records())) == 1
    assert code_of(open_store, location) == "store_privilege"


def test_a_stranger_can_do_nothing(pg, user):
    pg.create().close()
    location = user()
    for readonly in (False, True):
        with pytest.raises(LedgerError) as caught:
            open_store(location, readonly=readonly)
        assert caught.value.code == "store_privilege"
        assert parse(location).role("reader" if readonly else "desk") in (caught.value.hint or "")
    assert code_of(create_store, f"{location}2") == "store_privilege"


def test_an_administrator_who_is_no_superuser_can_make_a_ledger(pg, user, admin):
    location = user(attributes="CREATEROLE")
    assert code_of(create_store, location) == "store_privilege"
    name = parse(location).parameters["user"]
    admin.execute(f"GRANT CREATE ON DATABASE postgres TO {name}")
    with create_store(location) as store:
        store.append_records([entry()], after=0)
        store.reindex()
    migrate_store(location)
    with open_store(location) as store:
        store.append_records([entry()], after=1)


def test_migrate_puts_roles_guards_and_grants_right(pg, admin):
    store = pg.create()
    store.append_records([entry()], after=0)
    store.close()
    address = parse(pg.location)
    reader = address.role("reader")
    admin.execute("DROP TRIGGER record_never ON record")
    admin.execute(f"GRANT DELETE ON node TO {address.role('desk')}")
    admin.execute("GRANT SELECT ON record TO PUBLIC")
    admin.execute(f"DROP OWNED BY {reader}")
    admin.execute(f"DROP ROLE {reader}")
    assert code_of(pg.open) == "store_guards_missing"
    migrate_store(pg.location)
    migrate_store(pg.location)
    assert pg.open(readonly=True).head().size == 1
    pg.open().append_records([entry()], after=1)
    desk = address.role("desk")
    allowed = (
        "SELECT has_table_privilege(%s, 'node', 'DELETE'), has_table_privilege('public', 'record', 'SELECT')"
    )
    assert admin.execute(allowed, (desk,)).fetchone() == (False, False)


# ---- work ----


def backends(store):
    """The server's processes behind a store."""
    with store._sessions.writing() as connection:
        found = [connection.info.backend_pid]
    return found + [connection.info.backend_pid for connection in store._sessions._readers]


def test_a_server_that_restarts_between_two_appends_is_not_noticed(pg, admin):
    store = pg.create()
    store.append_records([entry()], after=0)
    for size in (1, 2):
        for pid in backends(store):
            admin.execute("SELECT pg_terminate_backend(%s, 1000)", (pid,))
        if size == 1:
            assert store.head().size == 1
        store.append_records([entry()], after=size)
    for pid in backends(store):
        admin.execute("SELECT pg_terminate_backend(%s, 1000)", (pid,))
    store.add_checkpoint(1, "note")
    assert [position for position, _ in store.read_records()] == [1, 2, 3]


class Breaking:
    """A connection that breaks at the append: before it is sent, or after the server has done it."""

    def __init__(self, connection, done):
        self.connection, self.done = connection, done

    def execute(self, statement, *arguments, **options):
        if self.done:
            self.connection.execute(statement, *arguments, **options)
        self.connection.close()
        raise psycopg.OperationalError("server closed the connection unexpectedly")


def breaking(monkeypatch, store, done, times=1):
    real, left = store._sessions.writing, [times]

    @contextlib.contextmanager
    def writing():
        with real() as connection:
            left[0] -= 1
            yield Breaking(connection, done) if left[0] >= 0 else connection

    monkeypatch.setattr(store._sessions, "writing", writing)


@pytest.mark.parametrize("done", [False, True])
def test_a_connection_that_breaks_in_an_append(pg, monkeypatch, done):
    store = pg.create()
    store.append_records([entry()], after=0)
    breaking(monkeypatch, store, done)
    records = [entry(), entry()]
    head = store.append_records(records, after=1)
    assert head == store.head()
    assert [data for _, data in store.read_records(after=1)] == records
    store.check_index()


def test_somebody_else_was_faster_while_the_connection_was_away(pg, monkeypatch):
    store, other = pg.create(), pg.open()
    breaking(monkeypatch, store, done=False)
    store._recent = store.head()
    other.append_records([entry()], after=0)
    assert code_of(store.append_records, [entry()], after=0) == "head_moved"
    assert store.head().size == 1


def test_an_outcome_that_cannot_be_known_is_called_so(pg, monkeypatch):
    store = pg.create()
    breaking(monkeypatch, store, done=True, times=2)
    data = entry()
    assert code_of(store.append_records, [data], after=0) == "store_outcome_unknown"
    # Sent again, as the sentence says, it is not stored twice.
    assert code_of(store.append_records, [data], after=0) == "head_moved"
    assert code_of(store.append_records, [data], after=1) == "store_decided_twice"


def test_the_server_is_gone_after_the_connection_broke(pg, monkeypatch):
    store = pg.create()
    store.append_records([entry()], after=0)
    breaking(monkeypatch, store, done=False)
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        monkeypatch.setitem(store.address.parameters, "port", unused.getsockname()[1])
        assert code_of(store.append_records, [entry()], after=1) == "store_outcome_unknown"
        for connection in store._sessions._readers:
            connection.close()
        store._sessions._readers.clear()
        assert code_of(store.head) == "store_unreachable"
        assert code_of(store.append_records, [entry()], after=1) == "store_unreachable"


def test_waiting_for_the_head_has_an_end(pg, admin, monkeypatch):
    pg.create().close()
    monkeypatch.setattr(sessions, "_LOCK_WAIT", "200ms")
    store = pg.open()
    with admin.transaction():
        admin.execute("SELECT * FROM head FOR UPDATE")
        assert code_of(store.append_records, [entry()], after=0) == "store_locked"
    store.append_records([entry()], after=0)


def test_a_standby_is_read_only(pg):
    pg.create().close()
    location = pg.location + "&options=-c%20default_transaction_read_only%3Don"
    with PostgresStore(location) as store:
        assert code_of(store.append_records, [entry()], after=0) == "store_readonly"
        assert code_of(store.add_checkpoint, 1, "note") == "store_readonly"


@pytest.mark.parametrize(
    ("given", "used"),
    [("off", "on"), ("local", "on"), ("remote_write", "on"), ("on", "on"), ("remote_apply", "remote_apply")],
)
def test_nobody_can_switch_durability_off(pg, given, used):
    pg.create().close()
    location = pg.location + f"&options=-c%20synchronous_commit%3D{given}"
    with PostgresStore(location) as store, store._sessions.writing() as connection:
        assert connection.execute("SHOW synchronous_commit").fetchone() == (used,)


def test_an_index_that_differs_is_no_conflict(disk, request):
    """The head says a place is free and it is not: trying again would never end."""
    store = disk.create()
    store.append_records([entry()], after=0)
    if disk.kind == "sqlite":
        with store._transaction() as connection:
            connection.execute("INSERT INTO node VALUES (0, 1, x'00')")
    else:
        with store._sessions.writing() as connection:
            connection.execute(f"INSERT INTO {store.address.schema}.node VALUES (0, 1, '')")
    assert code_of(store.append_records, [entry()], after=1) == "store_index_differs"
    store.close()
    with disk.open(mending=True) as mender:
        mender.reindex()
    disk.open().append_records([entry()], after=1)


def test_a_record_beyond_the_head_is_no_conflict(disk):
    store = disk.create()
    store.append_records([entry()], after=0)
    data = entry()
    if disk.kind == "sqlite":
        with store._transaction() as connection:
            connection.execute("INSERT INTO record VALUES (2, ?)", (data,))
    else:
        with store._sessions.writing() as connection:
            connection.execute(f"INSERT INTO {store.address.schema}.record VALUES (2, %s)", (data,))
    assert code_of(store.append_records, [entry()], after=1) == "store_index_differs"
    assert code_of(disk.open) == "store_index_differs"


def test_too_old_a_server(monkeypatch, postgres_url):
    from ledger.store.postgres import schema

    monkeypatch.setattr(schema, "OLDEST_SERVER", 99)
    assert code_of(open_store, postgres_url) == "store_server_old"
