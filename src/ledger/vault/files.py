"""The vault's file: what it must be, how it is opened, what SQLite's errors mean to a person."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ledger.errors import LedgerError

APPLICATION_ID: Final = 0x524C5654  # "RLVT"
VERSION: Final = 1
BUSY_SECONDS: Final = 10.0
_MAGIC: Final = b"SQLite format 3\0"
_TABLES: Final = (
    """CREATE TABLE item(act BLOB NOT NULL, field TEXT NOT NULL, salt BLOB NOT NULL, value BLOB NOT NULL,
       PRIMARY KEY(act, field))""",
    # When values came in whose act is not known to stand on the line yet; see `Vault.sweep`.
    "CREATE TABLE arrival(act BLOB PRIMARY KEY, at INTEGER NOT NULL)",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {VERSION}",
)
# Primary result codes; the extended ones carry these in their low byte.
_CODES: Final = {
    sqlite3.SQLITE_BUSY: "vault_locked",
    sqlite3.SQLITE_LOCKED: "vault_locked",
    sqlite3.SQLITE_READONLY: "vault_readonly",
    sqlite3.SQLITE_PERM: "vault_readonly",
    sqlite3.SQLITE_FULL: "vault_full",
    sqlite3.SQLITE_CORRUPT: "vault_damaged",
    sqlite3.SQLITE_NOTADB: "vault_foreign",
    sqlite3.SQLITE_IOERR: "vault_io",
    sqlite3.SQLITE_CANTOPEN: "vault_io",
}


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's and the system's errors as ours."""
    try:
        yield
    except sqlite3.Error as error:
        number = getattr(error, "sqlite_errorcode", None)
        code = "vault_failed" if number is None else _CODES.get(number & 0xFF, "vault_failed")
        name = getattr(error, "sqlite_errorname", None) or type(error).__name__
        raise LedgerError(code, path=str(path), detail=name) from error
    except OSError as error:
        code = "vault_readonly" if isinstance(error, PermissionError) else "vault_io"
        raise LedgerError(code, path=str(path), detail=error.strerror or type(error).__name__) from error


def connect(path: Path, *, create: bool, busy_seconds: float) -> sqlite3.Connection:
    """A connection to the vault, made first if it is not there and `create` says so.

    A vault that cannot be written is opened all the same, for reading.
    """
    with translated(path):
        if not path.exists() and not create:
            raise LedgerError("vault_missing", path=str(path))
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(FileExistsError):  # another desk may be making it too
                # Made here rather than by SQLite, so that it is never readable by others.
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) not in (b"", _MAGIC):
                raise LedgerError("vault_foreign", path=str(path))  # before SQLite touches it
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=busy_seconds,
            isolation_level=None,
            check_same_thread=False,  # the vault lets one thread in at a time
        )
        try:
            _prepare(connection, path, create=create)
        except BaseException:  # whatever it was, the file must not stay open
            connection.close()
            raise
        return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    if _is_empty(connection) and create:
        connection.execute("BEGIN IMMEDIATE")
        if _is_empty(connection):
            for statement in _TABLES:
                connection.execute(statement)
        connection.execute("COMMIT")
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if owner != APPLICATION_ID or version < 1:
        raise LedgerError("vault_foreign", path=str(path))
    if version > VERSION:
        raise LedgerError("vault_newer", path=str(path), version=version, known=VERSION)
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS: a plain fsync does not reach the disk there
    connection.execute("PRAGMA secure_delete = ON")


def _is_empty(connection: sqlite3.Connection) -> bool:
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return not tables and not connection.execute("PRAGMA application_id").fetchone()[0]
