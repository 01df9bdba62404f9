"""Making and opening the file: what it must be, how it is opened, what SQLite's errors mean to a person."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ledger.errors import LedgerError
from ledger.store.sqlite import schema

DATABASE: Final = "ledger.sqlite"
BUSY_SECONDS: Final = 10.0
_MAGIC: Final = b"SQLite format 3\0"

# Primary result codes; the extended ones carry these in their low byte.
_CODES: Final = {
    sqlite3.SQLITE_BUSY: "store_locked",
    sqlite3.SQLITE_LOCKED: "store_locked",
    sqlite3.SQLITE_READONLY: "store_readonly",
    sqlite3.SQLITE_FULL: "store_full",
    sqlite3.SQLITE_CORRUPT: "store_damaged",
    sqlite3.SQLITE_NOTADB: "store_foreign",
    sqlite3.SQLITE_IOERR: "store_io",
    sqlite3.SQLITE_CANTOPEN: "store_io",
    sqlite3.SQLITE_PERM: "store_readonly",
}


@contextlib.contextmanager
def translated(location: str) -> Iterator[None]:
    """SQLite's errors as ours."""
    try:
        yield
    except sqlite3.Error as error:
        number = getattr(error, "sqlite_errorcode", None)
        code = "store_failed" if number is None else _CODES.get(number & 0xFF, "store_failed")
        name = getattr(error, "sqlite_errorname", None) or type(error).__name__
        raise LedgerError(code, location=location, detail=name) from error
    except (OverflowError, UnicodeError) as error:  # a number or a text that no table can hold
        raise LedgerError("store_failed", location=location, detail=type(error).__name__) from error


def create(path: Path) -> None:
    """An empty ledger in a new file, durable when this returns.

    LedgerError store_exists unless there is no file or a database without any content, as an interrupted
    creation leaves it.
    """
    location = str(path.parent)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Made here rather than by SQLite, so that it is never readable by others, not even for a moment.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        if not path.is_file() or not os.access(path, os.R_OK) or _magic(path) not in (b"", _MAGIC):
            raise LedgerError("store_exists", location=location) from None
    except OSError as error:
        raise _unwritable(error, location) from error
    with translated(location), contextlib.closing(_raw(path, "rw")) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        _fill(connection, location)
        connection.execute("PRAGMA journal_mode = WAL")
    _sync_folder(path.parent)


def _fill(connection: sqlite3.Connection, location: str) -> None:
    # In one transaction of the roll-back journal: the file is an empty database or an empty ledger, nothing
    # in between, and the header that tells whose file it is never sits in a log beside it.
    connection.execute("BEGIN IMMEDIATE")
    taken = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    if taken or owner:
        raise LedgerError("store_exists", location=location)
    for statement in schema.making():
        connection.execute(statement)
    connection.execute("COMMIT")


def identify(path: Path) -> None:
    """LedgerError store_missing, store_denied or store_foreign unless the file is a ledger that we know.

    The first bytes are read before SQLite touches the file: another program's database is left alone.
    """
    location = str(path.parent)
    try:
        magic = _magic(path) if path.is_file() else b""
    except PermissionError as error:
        raise LedgerError("store_denied", location=location) from error
    except OSError as error:
        raise LedgerError("store_io", location=location, detail=error.strerror or "?") from error
    if not magic:
        raise LedgerError("store_missing", location=location)
    if magic != _MAGIC:
        raise LedgerError("store_foreign", location=location)


def open_writer(path: Path, busy_seconds: float, *, mending: bool) -> sqlite3.Connection:
    """The connection that writes; LedgerError as `identify`, and store_readonly or store_guards_missing."""
    location = str(path.parent)
    # SQLite would open a read-only file without a word and fail at the first write.
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise LedgerError("store_readonly", location=location)
    with translated(location), _closed_on_error(_raw(path, "rw", busy_seconds)) as connection:
        _known(connection, location)
        if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
            raise LedgerError("store_failed", location=location, detail="no WAL on this file system")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")  # macOS: a plain fsync does not reach the disk there
        connection.execute("PRAGMA journal_size_limit = 16777216")
        if not mending:
            _guarded(connection, location)
        return connection


def open_reader(path: Path, busy_seconds: float, *, alone: bool) -> sqlite3.Connection:
    """A connection that cannot write. `alone`: nothing here writes at all, the folder may be read-only."""
    location = str(path.parent)
    with translated(location):
        try:
            return _reader(path, "ro" if alone else "rw", busy_seconds)
        except sqlite3.OperationalError as error:
            denied = getattr(error, "sqlite_errorcode", 0) & 0xFF in (
                sqlite3.SQLITE_CANTOPEN,
                sqlite3.SQLITE_READONLY,
            )
            log = path.with_name(path.name + "-wal")
            if not alone or not denied or (log.exists() and log.stat().st_size):
                raise
            # On a read-only medium SQLite cannot make the files it shares among processes; with nothing
            # waiting in the log the database file alone is the whole ledger.
            return _reader(path, "ro&immutable=1", busy_seconds)


def _reader(path: Path, mode: str, busy_seconds: float) -> sqlite3.Connection:
    with _closed_on_error(_raw(path, mode, busy_seconds)) as connection:
        _known(connection, str(path.parent))
        connection.execute("PRAGMA query_only = ON")
        return connection


def _raw(path: Path, mode: str, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,  # a store hands each connection to one thread at a time
    )
    connection.execute("PRAGMA trusted_schema = OFF")  # a stranger's view must not call anything
    return connection


def _known(connection: sqlite3.Connection, location: str) -> None:
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if owner == 0 and not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise LedgerError("store_missing", location=location)
    if owner != schema.APPLICATION_ID or version < 1:
        raise LedgerError("store_foreign", location=location)
    if version > schema.VERSION:
        raise LedgerError("store_newer", location=location, version=version, known=schema.VERSION)


def _guarded(connection: sqlite3.Connection, location: str) -> None:
    # Names beginning with sqlite_ are SQLite's own (indexes of keys, statistics) and can be made by no one else.
    found = dict(
        connection.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'")
    )
    wanted = schema.expected()
    wrong = sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))
    if wrong:
        raise LedgerError("store_guards_missing", location=location, what=", ".join(wrong))


def _magic(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_MAGIC))


def _unwritable(error: OSError, location: str) -> LedgerError:
    if isinstance(error, PermissionError) or error.errno == getattr(os, "EROFS", 30):
        return LedgerError("store_readonly", location=location)
    return LedgerError("store_io", location=location, detail=error.strerror or "?")


def _sync_folder(folder: Path) -> None:
    # A new file is durable once its name is. Windows has no such call and needs none.
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield connection
    except BaseException:  # whatever it was, the file must not stay open
        connection.close()
        raise
