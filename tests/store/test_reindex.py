"""The index made again from the records is the index that grew."""

import contextlib
import sqlite3

import pytest

from ledger.errors import LedgerError
from ledger.store import migrate_store
from tests.store.acts import act, entry, refusal, sealed
from tests.store.conftest import make_place
from tests.store.test_append import code_of

TABLES = ("record", "checkpoint", "record_index", "decided", "head", "node")


@contextlib.contextmanager
def administrator(place):
    """The superuser's connection to the ledger's schema."""
    import psycopg

    from ledger.store.postgres.address import parse

    address = parse(place.location)
    with psycopg.connect(**address.parameters) as connection:
        connection.execute(f"SET search_path TO {address.schema}")
        yield connection


def dump(place):
    """Every row of every table, however the database is reached."""
    if place.kind == "sqlite":
        with sqlite3.connect(place.location / "ledger.sqlite") as connection:
            rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
        connection.close()
        return {table: sorted(rows[table], key=repr) for table in TABLES}
    with administrator(place) as server:
        rows = {table: server.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
    return {table: sorted(rows[table], key=repr) for table in TABLES}


def fill(store, many=700):
    size = 0
    while size < many:
        records = [
            entry(recorded_at=size, by="wang", cases=("award:a111", "person:wang")),
            refusal(act(), size),
        ]
        size = store.append_records(records, after=size).size
    store.append_records([sealed(act(kind="clock_corrected"), recorded_at=3)], after=size)
    store.add_checkpoint(5, "five")


def execute(place, *statements):
    """The administrator's own hand, past every guard."""
    if place.kind == "sqlite":
        with sqlite3.connect(place.location / "ledger.sqlite") as connection:
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            ).fetchall():
                connection.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                connection.execute(statement)
        connection.close()
        return
    with administrator(place) as server:
        for table in ("record", "checkpoint"):
            server.execute(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
        for statement in statements:
            server.execute(statement.replace("x'00'", r"'\x00'"))


def test_it_is_the_same_again(disk):
    store = disk.create()
    fill(store)
    before, told = dump(disk), []
    head = store.reindex(lambda done, total: told.append((done, total)))
    assert dump(disk) == before
    assert head == store.head()
    assert told[-1] == (head.size, head.size)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    store.append_records([entry()], after=head.size)


def test_an_empty_ledger_is_indexed_too(disk):
    store = disk.create()
    before = dump(disk)
    store.reindex()
    assert dump(disk) == before
    store.append_records([entry()], after=0)


def test_memory_keeps_up():
    from ledger.store import MemoryStore

    store = MemoryStore()
    fill(store, many=20)
    before = (store.head(), dict(store._stored), dict(store._decided), list(store._times))
    store.reindex()
    assert (store.head(), store._stored, store._decided, store._times) == before


@pytest.mark.parametrize(
    "damage",
    [
        ["DELETE FROM decided"],
        ["DELETE FROM node"],
        ["UPDATE node SET hash = x'00' WHERE level = 3"],
        ["DELETE FROM record_index WHERE position > 7"],
        ["UPDATE head SET size = 3"],
        ["UPDATE head SET peaks = x'00'"],
        ["DELETE FROM head"],
        ["DROP TABLE node", "DROP TABLE decided", "DROP TABLE head", "DROP TABLE record_index"],
    ],
    ids=lambda statements: statements[0],
)
def test_any_damage_of_the_index_is_mended(disk, damage):
    store = disk.create()
    fill(store, many=30)
    before = dump(disk)
    store.close()
    execute(disk, *damage)
    disk.open(mending=True).reindex()
    assert dump(disk) == before
    disk.open().append_records([entry()], after=before["head"][0][1])


@pytest.mark.parametrize(
    "damage",
    ["UPDATE head SET size = 3", "UPDATE head SET peaks = x'00'", "DELETE FROM head", "DELETE FROM node"],
)
def test_a_writer_refuses_an_index_that_differs(disk, damage):
    disk.create().append_records([entry() for _ in range(5)], after=0)
    execute(disk, damage)
    if disk.kind == "sqlite":  # there the guards went too, and are looked at first
        disk.open(mending=True)
        from ledger.store.sqlite import schema

        with sqlite3.connect(disk.location / "ledger.sqlite") as connection:
            for guard in schema.GUARDS.values():
                connection.execute(guard)
        connection.close()
    else:
        migrate_store(disk.location)
    assert code_of(disk.open) == "store_index_differs"


@pytest.mark.parametrize(
    ("damage", "code", "position"),
    [
        ("DELETE FROM record WHERE position = 4", "store_gap", 4),
        ("DELETE FROM record WHERE position = 1", "store_gap", 1),
        ("UPDATE record SET bytes = x'00' WHERE position = 5", "store_bad_record", 5),
    ],
)
def test_what_is_no_ledger_is_not_indexed(disk, damage, code, position):
    disk.create().append_records([entry() for _ in range(6)], after=0)
    execute(disk, damage)
    before = dump(disk)
    with pytest.raises(LedgerError) as caught:
        disk.open(mending=True).reindex()
    assert (caught.value.code, caught.value.facts["position"]) == (code, position)
    assert dump(disk) == before


def test_a_replayed_act_is_decided_by_its_first_record(folder):
    store = folder.create()
    data = entry()
    store.append_records([data, entry()], after=0)
    store.close()
    with sqlite3.connect(folder.location / "ledger.sqlite") as connection:
        connection.execute("INSERT INTO record VALUES (3, ?)", (data,))
    connection.close()
    assert code_of(folder.open) == "store_index_differs"
    with folder.open(mending=True) as mender:
        assert mender.reindex().size == 3
    assert folder.open().append_records([entry()], after=3).size == 4


def test_the_rest_of_the_records_is_not_held_in_memory(request):
    place = make_place("sqlite", request)
    store = place.create()
    store.append_records([entry(size=40_000) for _ in range(600)], after=0)
    import tracemalloc

    tracemalloc.start()
    try:
        store.reindex()
        assert tracemalloc.get_traced_memory()[1] < 45_000_000  # a step of 500 records of 40 kB, twice over
    finally:
        tracemalloc.stop()
        place.close()
