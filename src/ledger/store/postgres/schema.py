"""One schema a ledger: its tables, its guards and its three roles.

| role     | may |
|----------|-----|
| _owner   | own the tables; used by `create`, `migrate` and `reindex` only |
| _desk    | read all, insert everywhere, update the one head row; delete, truncate or alter nothing |
| _reader  | read all |

None of them can log in. The administrator grants `_desk` or `_reader` to login users; a store takes that role on
(SET ROLE) even when its user could do more, so a mistake in the store has the desk's rights and no others.

`record` and `checkpoint` are guarded by privileges and by triggers, for the owner too: no update, delete or
truncate, and an insert must continue the line. The triggers are ENABLE ALWAYS, so that
`session_replication_role` does not pass them by. Only a superuser or the owner can take them away again.
"""

from __future__ import annotations

from typing import Any, Final, LiteralString

import psycopg
from psycopg.sql import SQL, Composed, Identifier

from ledger.store.postgres.address import Address

VERSION: Final = 1
COMMENT: Final = "review-ledger store "
OLDEST_SERVER: Final = 14
DOUBLED: Final = "23505"  # SQLSTATE of a unique violation
GUARDED: Final = "RL001"  # one of our own, raised by the guards

TABLES: Final[dict[str, LiteralString]] = {
    "record": "CREATE TABLE {s}.record(position bigint PRIMARY KEY, bytes bytea NOT NULL)",
    "checkpoint": "CREATE TABLE {s}.checkpoint(size bigint NOT NULL, note text NOT NULL)",
    "record_index": (
        "CREATE TABLE {s}.record_index(position bigint PRIMARY KEY, recorded_at bigint NOT NULL,"
        " type text NOT NULL, signer text NOT NULL, digest bytea, refused bytea, tags text NOT NULL)"
    ),
    "decided": "CREATE TABLE {s}.decided(digest bytea PRIMARY KEY, position bigint NOT NULL)",
    # Room in the page, so that the one row, updated at every append, never needs an index entry anew.
    "head": (
        "CREATE TABLE {s}.head(one integer PRIMARY KEY CHECK (one = 1), size bigint NOT NULL,"
        " recorded_at bigint NOT NULL, peaks bytea NOT NULL) WITH (fillfactor = 20)"
    ),
    "node": (
        "CREATE TABLE {s}.node(level integer, number bigint, hash bytea NOT NULL, PRIMARY KEY (level, number))"
    ),
}
INDEX: Final = ("record_index", "decided", "head", "node")

_BODIES: Final[dict[str, LiteralString]] = {
    "never": """
BEGIN
    RAISE EXCEPTION '% is never changed, deleted or truncated', TG_TABLE_NAME USING ERRCODE = 'RL001';
END """,
    # Positions are unique, so new rows without a hole that begin right behind an old one (or at 1) continue the
    # line; an old one with a hole before it cannot be there, because it came in this way too.
    "continues": """
DECLARE
    low bigint; high bigint; many bigint;
BEGIN
    SELECT min(position), max(position), count(*) INTO low, high, many FROM fresh;
    IF many > 0 AND (high - low + 1 <> many OR low < 1 OR
            (low > 1 AND NOT EXISTS (SELECT 1 FROM {s}.record WHERE position = low - 1))) THEN
        RAISE EXCEPTION 'a record takes the next position' USING ERRCODE = 'RL001';
    END IF;
    RETURN NULL;
END """,
}
# (table, trigger): when it fires, the function it calls
_TRIGGERS: Final[dict[tuple[str, str], tuple[LiteralString, str]]] = {
    ("record", "record_never"): ("BEFORE UPDATE OR DELETE OR TRUNCATE ON {s}.record", "never"),
    ("record", "record_continues"): (
        "AFTER INSERT ON {s}.record REFERENCING NEW TABLE AS fresh",
        "continues",
    ),
    ("checkpoint", "checkpoint_never"): ("BEFORE UPDATE OR DELETE OR TRUNCATE ON {s}.checkpoint", "never"),
}
EMPTY_HEAD: Final[LiteralString] = r"INSERT INTO {s}.head VALUES (1, 0, 0, '\x90')"  # canon([])

_GRANTS: Final[tuple[LiteralString, ...]] = (
    "REVOKE ALL ON SCHEMA {s} FROM PUBLIC",
    "REVOKE ALL ON ALL TABLES IN SCHEMA {s} FROM PUBLIC, {desk}, {reader}",
    "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {s} FROM PUBLIC",
    "GRANT USAGE ON SCHEMA {s} TO {desk}, {reader}",
    "GRANT SELECT ON ALL TABLES IN SCHEMA {s} TO {desk}, {reader}",
    "GRANT INSERT ON {s}.record, {s}.checkpoint, {s}.record_index, {s}.decided, {s}.node TO {desk}",
    "GRANT UPDATE ON {s}.head TO {desk}",
)


def named(text: LiteralString, address: Address) -> Composed:
    """A statement with the ledger's schema and roles put in."""
    return SQL(text).format(
        s=Identifier(address.schema),
        owner=Identifier(address.role("owner")),
        desk=Identifier(address.role("desk")),
        reader=Identifier(address.role("reader")),
    )


def tables(address: Address) -> list[Composed]:
    """Empty tables."""
    return [named(text, address) for text in (*TABLES.values(), EMPTY_HEAD)]


def emptied(address: Address) -> list[Composed]:
    """Drop and make anew every table that can be made again."""
    drops = [
        SQL("DROP TABLE IF EXISTS {}.{}").format(Identifier(address.schema), Identifier(t)) for t in INDEX
    ]
    return drops + [named(TABLES[table], address) for table in INDEX]


def guards(address: Address) -> list[Composed]:
    """Guards and grants; may be run again at any time, and leave exactly these."""
    own = Identifier(address.schema)
    statements = [
        SQL("CREATE OR REPLACE FUNCTION {}.{}() RETURNS trigger LANGUAGE plpgsql AS $${}$$").format(
            own, Identifier(name), named(body, address)
        )
        for name, body in _BODIES.items()
    ]
    for (table, name), (event, function) in _TRIGGERS.items():
        trigger = Identifier(name)
        statements += [
            SQL("CREATE OR REPLACE TRIGGER {} {} FOR EACH STATEMENT EXECUTE FUNCTION {}.{}()").format(
                trigger, named(event, address), own, Identifier(function)
            ),
            SQL("ALTER TABLE {}.{} ENABLE ALWAYS TRIGGER {}").format(own, Identifier(table), trigger),
        ]
    return statements + [named(text, address) for text in _GRANTS]


Cursorlike = psycopg.Connection[Any]
Trigger = tuple[str, str, str, str]


def wrong_guards(connection: Cursorlike, address: Address) -> list[str]:
    """The names of triggers that are missing, altered, switched off, or not ours."""
    wanted: set[Trigger] = {
        (table, name, "A", named(_BODIES[function], address).as_string(None))
        for (table, name), (_, function) in _TRIGGERS.items()
    }
    return sorted({name for _, name, _, _ in wanted ^ set(_triggers(connection, address))})


def strange_triggers(connection: Cursorlike, address: Address) -> list[tuple[str, str]]:
    """The triggers that are not ours, as (table, name)."""
    found = [(table, name) for table, name, _, _ in _triggers(connection, address)]
    return [trigger for trigger in found if trigger not in _TRIGGERS]


def _triggers(connection: Cursorlike, address: Address) -> list[Trigger]:
    return connection.execute(
        "SELECT relname, tgname, tgenabled::text, prosrc FROM pg_trigger"
        " JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid"
        " WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = %s) AND NOT tgisinternal",
        (address.schema,),
    ).fetchall()
