"""Connections to the server: made and checked in one place, handed out, replaced when they break."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterator
from threading import RLock
from typing import Any, Final, TypeVar

import psycopg
from psycopg.sql import SQL, Identifier

from ledger.errors import LedgerError
from ledger.store.postgres import schema
from ledger.store.postgres.address import Address
from ledger.store.postgres.errors import as_ours, at_connecting, is_lost, translated

Connection = psycopg.Connection[Any]
T = TypeVar("T")

_CONNECT_SECONDS: Final = 10
_LOCK_WAIT: Final = "10s"
_TURN: Final = "5s"
_TAKE_TURN: Final = (
    "SELECT set_config('idle_session_timeout', %(limit)s, false)"
    " FROM pg_advisory_lock(hashtextextended(%(turn)s, 1))"
)
_GIVE_TURN: Final = (
    "SELECT set_config('idle_session_timeout', '0', false)"
    " FROM pg_advisory_unlock(hashtextextended(%(turn)s, 1))"
)


def connect(address: Address) -> Connection:
    """A plain connection; every statement is a transaction of its own."""
    try:
        parameters = {"connect_timeout": _CONNECT_SECONDS, **address.parameters}
        connection = psycopg.connect(**parameters, application_name="review-ledger", autocommit=True)
    except psycopg.OperationalError as error:
        raise at_connecting(error, address) from error
    except psycopg.Error as error:
        raise as_ours(error, address, "") from error
    if connection.info.server_version < schema.OLDEST_SERVER * 10_000:
        found = connection.info.parameter_status("server_version")
        connection.close()
        needed = schema.OLDEST_SERVER
        raise LedgerError("store_server_old", address=address.shown, found=found, needed=needed)
    return connection


def version(connection: Connection, address: Address) -> int | None:
    """The store version of the ledger in the schema, None if there is no schema.

    LedgerError store_foreign if the schema is somebody else's, store_newer if newer software made it.
    """
    row = connection.execute(
        "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s", (address.schema,)
    ).fetchone()
    if row is None:
        return None
    comment = row[0] or ""
    number = comment.removeprefix(schema.COMMENT)
    if number == comment or not (number.isascii() and number.isdigit()):
        raise LedgerError("store_foreign", location=address.shown)
    if int(number) > schema.VERSION:
        raise LedgerError("store_newer", location=address.shown, version=number, known=schema.VERSION)
    return int(number)


def open_session(address: Address, role: str, *, writes: bool) -> Connection:
    """A connection to an existing ledger, acting as one of its roles."""
    connection = connect(address)
    try:
        with translated(address, role):
            if version(connection, address) is None:
                raise LedgerError("store_missing", location=address.shown)
            _take_role(connection, address, role)
            if writes:
                # Settings of the server or the user that would give up durability are overruled; stronger
                # ones (remote_apply) stay.
                connection.execute(
                    "SELECT set_config('synchronous_commit', 'on', false)"
                    " WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write')"
                )
                connection.execute("SELECT set_config('lock_timeout', %s, false)", (_LOCK_WAIT,))
            else:
                # Each read is one statement over rows that never change: it needs no stricter isolation.
                connection.execute(
                    "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED, READ ONLY"
                )
    except BaseException:  # whatever it was, the connection must not stay open
        connection.close()
        raise
    return connection


def _take_role(connection: Connection, address: Address, role: str) -> None:
    try:
        connection.execute(SQL("SET ROLE {}").format(Identifier(role)))
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.InvalidParameterValue) as error:
        raise LedgerError(
            "store_privilege", address=address.shown, role=role, detail=f"SET ROLE {role}"
        ) from error


class Sessions:
    """The connections of one store: one that writes, behind a lock, and as many readers as read at once."""

    def __init__(self, address: Address, role: str, *, on_lost: Callable[[], None]) -> None:
        self.address = address
        self.role = role
        self._on_lost = on_lost
        self._writing = RLock()
        self._writer: Connection | None = None
        self._readers: deque[Connection] = deque()
        self._closed = False

    def reading(self, work: Callable[[Connection], T]) -> T:
        """What `work` gives on a connection that cannot write; tried once more if the connection broke."""
        return self._twice(lambda fresh: self._read(work, fresh))

    def writing_again(self, work: Callable[[Connection], T]) -> T:
        """What `work` gives on the connection that writes; for what may be done twice, as `reading`."""

        def write(fresh: bool) -> T:
            with self.writing() as connection:  # which replaces a broken one by itself
                return work(connection)

        return self._twice(write)

    def _twice(self, attempt: Callable[[bool], T]) -> T:
        with translated(self.address, self.role):
            try:
                return attempt(False)
            except psycopg.Error as error:
                if not is_lost(error):
                    raise
                self._on_lost()
            return attempt(True)

    def _read(self, work: Callable[[Connection], T], fresh: bool) -> T:
        self._check_open()
        connection = None if fresh else self._idle()
        if connection is None:
            connection = open_session(self.address, self.role, writes=False)
        try:
            return work(connection)
        finally:
            if not connection.closed:
                self._readers.append(connection)
            self._let_go()

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """The connection that writes, for one thread at a time. Errors of the driver are the caller's to read."""
        with self._writing:
            self._check_open()
            if self._writer is None or self._writer.closed:
                self._writer = open_session(self.address, self.role, writes=True)
            yield self._writer

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """Hold the ledger's advisory lock on the connection that writes, if it can be had within a while.

        The server takes it back from a writer who dies, or falls silent for longer than `_TURN`.
        """
        with self.writing() as connection:
            try:
                connection.execute(_TAKE_TURN, {"turn": self.address.schema, "limit": _TURN}, prepare=True)
            except psycopg.errors.LockNotAvailable:
                pass  # somebody is slow; going on without is only more work
            except psycopg.Error as error:
                raise as_ours(error, self.address, self.role) from error
            try:
                yield
            finally:
                # If the connection broke meanwhile, the lock went with it, and its successor holds none.
                with contextlib.suppress(psycopg.Error):
                    connection.execute(_GIVE_TURN, {"turn": self.address.schema}, prepare=True)

    def close(self) -> None:
        """Close every connection."""
        with self._writing:
            self._closed = True
            self._let_go()
            if self._writer is not None:
                self._writer.close()
                self._writer = None

    def _idle(self) -> Connection | None:
        try:
            return self._readers.pop()
        except IndexError:
            return None

    def _check_open(self) -> None:
        if self._closed:
            raise LedgerError("store_closed", location=self.address.shown)

    def _let_go(self) -> None:
        # Called after every use and by close, in either order, so no connection outlives a closed store.
        while self._closed:
            try:
                self._readers.pop().close()
            except IndexError:
                return
