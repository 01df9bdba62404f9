"""Making a ledger's schema and roles, and bringing an older one up to date: the administrator's two acts."""

from __future__ import annotations

import psycopg
from psycopg.sql import SQL, Identifier, Literal

from ledger.errors import LedgerError
from ledger.store.postgres import schema
from ledger.store.postgres.address import Address
from ledger.store.postgres.errors import translated
from ledger.store.postgres.sessions import Connection, connect, version

ROLES = ("owner", "desk", "reader")


def create(address: Address) -> None:
    """A new, empty ledger in a schema of its own, with its roles; everything or nothing.

    LedgerError store_exists if the schema is there; store_privilege if the user may not create roles (and they
    do not exist yet) or schemas.
    """
    with connect(address) as connection, translated(address, address.role("owner")), connection.transaction():
        _alone(connection, address)
        if _schema_exists(connection, address):
            raise LedgerError("store_exists", location=address.shown)
        _make_roles(connection, address)
        owner = Identifier(address.role("owner"))
        connection.execute(SQL("CREATE SCHEMA {} AUTHORIZATION {}").format(Identifier(address.schema), owner))
        connection.execute(SQL("SET LOCAL ROLE {}").format(owner))
        for statement in (*schema.tables(address), *schema.guards(address)):
            connection.execute(statement)
        _mark(connection, address)


def migrate(address: Address) -> None:
    """Bring an existing ledger to this version: roles, guards and grants are put right, records stay.

    Harmless on one that is up to date. LedgerError store_missing, store_foreign, store_newer, store_privilege.
    """
    with connect(address) as connection, translated(address, address.role("owner")), connection.transaction():
        _alone(connection, address)
        if version(connection, address) is None:
            raise LedgerError("store_missing", location=address.shown)
        _make_roles(connection, address)
        connection.execute(SQL("SET LOCAL ROLE {}").format(Identifier(address.role("owner"))))
        for statement in schema.guards(address):
            connection.execute(statement)
        _mark(connection, address)


def _alone(connection: Connection, address: Address) -> None:
    # Two at once would fail with "tuple concurrently updated"; the second waits for the first instead.
    connection.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (f"review-ledger {address.schema}",)
    )


def _schema_exists(connection: Connection, address: Address) -> bool:
    found = connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", (address.schema,))
    return found.fetchone() is not None


def _make_roles(connection: Connection, address: Address) -> None:
    # Roles belong to the whole server: an administrator may have made them before, then they are taken as they
    # are. A superuser needs no membership; anyone else must be a member to act as the owner and the desk.
    for name in ROLES:
        role = Identifier(address.role(name))
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (address.role(name),))
        if known.fetchone() is None:
            connection.execute(SQL("CREATE ROLE {} NOLOGIN").format(role))
            if not _is_superuser(connection):
                connection.execute(SQL("GRANT {} TO CURRENT_USER").format(role))
    # Whoever may act as the desk may act as the reader.
    reader, desk = Identifier(address.role("reader")), Identifier(address.role("desk"))
    member = connection.execute(
        "SELECT pg_has_role(%s, %s, 'MEMBER')", (address.role("desk"), address.role("reader"))
    ).fetchone()
    if member is None or not member[0]:
        connection.execute(SQL("GRANT {} TO {}").format(reader, desk))


def _is_superuser(connection: Connection) -> bool:
    row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    return row is not None and bool(row[0])


def _mark(connection: psycopg.Connection[tuple[object, ...]], address: Address) -> None:
    comment = Literal(f"{schema.COMMENT}{schema.VERSION}")
    connection.execute(SQL("COMMENT ON SCHEMA {} IS {}").format(Identifier(address.schema), comment))
