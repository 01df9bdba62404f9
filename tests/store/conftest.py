"""Every kind of store, each test on a fresh one."""

import secrets

import pytest

from ledger.store import MemoryStore, Store, of_record, open_store
from ledger.store.sqlite import SQLiteStore

KINDS = ("memory", "sqlite", "postgres")


class Place:
    """Where a test's ledger is, and how to make and open stores on it."""

    def __init__(self, kind, location):
        self.kind, self.location = kind, location
        self._opened = []

    def create(self, index=of_record):
        """A new store; `index` as a scratch store has it."""
        if self.kind == "memory":
            store: Store = MemoryStore(index)
        elif self.kind == "sqlite":
            store = SQLiteStore.create(self.location, index)
        else:
            from ledger.store.postgres import PostgresStore

            store = PostgresStore.create(self.location, index)
        self._opened.append(store)
        return store

    def open(self, **options):
        """The ledger that was made before."""
        store = open_store(self.location, **options)
        self._opened.append(store)
        return store

    def close(self):
        """Close what the test opened."""
        for store in self._opened:
            store.close()


def make_place(kind, request):
    if kind == "postgres":
        url = request.getfixturevalue("postgres_url")
        schema = f"t{secrets.token_hex(6)}"
        return Place(kind, f"{url}?schema={schema}")
    return Place(kind, request.getfixturevalue("tmp_path") / "账本 #1?")


@pytest.fixture(params=KINDS)
def place(request):
    """A place for a ledger, on each kind of store in turn."""
    made = make_place(request.param, request)
    yield made
    made.close()
    if request.param == "postgres":
        drop(made.location)


@pytest.fixture(params=KINDS[1:])
def disk(request):
    """A place on each kind of store that outlives its process."""
    made = make_place(request.param, request)
    yield made
    made.close()
    if request.param == "postgres":
        drop(made.location)


@pytest.fixture
def pg(request):
    """A place on PostgreSQL."""
    made = make_place("postgres", request)
    yield made
    made.close()
    drop(made.location)


@pytest.fixture
def folder(tmp_path):
    """A place on SQLite."""
    made = Place("sqlite", tmp_path / "ledger")
    yield made
    made.close()


def drop(location):
    """Remove a ledger's schema and roles."""
    import psycopg
    from psycopg.sql import SQL, Identifier

    from ledger.store.postgres.address import parse

    address = parse(location)
    with psycopg.connect(**address.parameters, autocommit=True) as connection:
        connection.execute(SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(Identifier(address.schema)))
        for name in ("desk", "reader", "owner"):
            connection.execute(SQL("DROP ROLE IF EXISTS {}").format(Identifier(address.role(name))))


@pytest.fixture
def admin(pg):
    """The superuser's own connection to the ledger's database, its schema on the search path."""
    import psycopg

    from ledger.store.postgres.address import parse

    address = parse(pg.location)
    with psycopg.connect(**address.parameters, autocommit=True) as connection:
        connection.execute(f"SET search_path TO {address.schema}")
        yield connection
