"""SQLite: the LEDGER folder's `ledger.sqlite`, opened so that nothing can be written."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from ledger.audit.reader.source import Row, Source
from ledger.errors import LedgerError

KNOWN_VERSION: Final = 1
BUSY_SECONDS: Final = 10.0
PORTION: Final = 8192
_MAGIC: Final = b"SQLite format 3\0"
_APPLICATION: Final = 0x524C4731  # "RLG1"
_CODES: Final = {
    sqlite3.SQLITE_BUSY: "store_locked",
    sqlite3.SQLITE_LOCKED: "store_locked",
    sqlite3.SQLITE_NOTADB: "store_foreign",
    sqlite3.SQLITE_IOERR: "store_io",
    sqlite3.SQLITE_CANTOPEN: "store_io",
    sqlite3.SQLITE_PERM: "store_io",
}

# A table whose positions are no INTEGER PRIMARY KEY is not one of ours, yet may be what somebody left of one.
# What in it has a position is read through a view of the same name, as fast as by the key it should have had.
_STAND_IN: Final = """
CREATE TEMP TABLE place AS
    SELECT position, rowid AS row FROM main.record WHERE typeof(position) = 'integer';
CREATE INDEX temp.place_by_position ON place(position);
CREATE TEMP VIEW record AS
    SELECT place.position, main.record.bytes FROM place JOIN main.record ON main.record.rowid = place.row;
"""


class SQLiteSource(Source):
    """LedgerError store_missing, store_foreign, store_newer, store_damaged, store_locked or store_io."""

    def __init__(self, path: str | Path) -> None:
        file = Path(path)
        self.location = str(file.parent)
        _identify(file, self.location)
        with self._translated():
            self._db = connect(file)
        try:
            with self._translated():
                self._keyed = self._recognise()
                self._db.execute("BEGIN")  # one view of the whole for as long as this is open
                self._db.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        self._db.close()

    def last(self) -> int:
        return super().last() if self._keyed else self._extreme("max", 1) or 0

    def next_position(self, start: int) -> int | None:
        return super().next_position(start) if self._keyed else self._extreme("min", start)

    def _extreme(self, which: str, start: int) -> int | None:
        """Among the integers only: where anything may be a position, text is greater than any number."""
        whole = "typeof(position) = 'integer' AND position >= ?"
        found: int | None = self._query(f"SELECT {which}(position) FROM record WHERE {whole}", (start,))[0][0]
        return found

    def rows(self, first: int, last: int) -> list[Row]:
        return self._query(
            "SELECT position, bytes FROM record WHERE position BETWEEN ? AND ? ORDER BY position",
            (first, last),
        )

    def holding(self, needle: bytes, after: int) -> Iterator[bytes]:
        for portion in self._stream(
            "SELECT CAST(bytes AS BLOB) FROM record WHERE position > ? AND instr(bytes, ?) > 0",
            (after, needle),
        ):
            yield from (data for (data,) in portion if type(data) is bytes)

    def odd_positions(self) -> list[Any]:
        condition = "position < 1" if self._keyed else "typeof(position) <> 'integer' OR position < 1"
        found = self._query(
            "SELECT typeof(position), quote(position), CAST(position AS INTEGER)"
            f" FROM main.record WHERE {condition} LIMIT 1000"
        )
        return [position if kind == "integer" else str(text) for kind, text, position in found]

    def checkpoints(self) -> list[tuple[Any, Any]]:
        return self._query("SELECT size, CAST(note AS BLOB) FROM checkpoint ORDER BY size")

    def _query(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._translated():
            try:
                return self._db.execute(sql, parameters).fetchall()
            except sqlite3.OperationalError as error:
                if "decode" not in str(error):
                    raise
                self._db.text_factory = _leniently
                return self._db.execute(sql, parameters).fetchall()

    def _stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[list[tuple[Any, ...]]]:
        self._db.text_factory = _leniently  # texts are rare in what is streamed
        with self._translated():
            cursor = self._db.execute(sql, parameters)
        while True:
            with self._translated():
                portion = cursor.fetchmany(PORTION)
            if not portion:
                return
            yield portion

    def _recognise(self) -> bool:
        """Whether positions are the table's key; LedgerError unless the tables of a ledger are there."""
        owner = self._db.execute("PRAGMA application_id").fetchone()[0]
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if owner == _APPLICATION and version > KNOWN_VERSION:
            raise LedgerError("store_newer", location=self.location, version=version, known=KNOWN_VERSION)
        kinds = dict(self._db.execute("SELECT name, type FROM sqlite_master WHERE name IS NOT NULL"))
        if not kinds:
            raise LedgerError("store_missing", location=self.location)
        columns = {
            name: (kind.upper(), key)
            for _, name, kind, _, _, key in self._db.execute("PRAGMA main.table_info(record)")
        }
        if kinds.get("record") != "table" or not {"position", "bytes"} <= columns.keys():
            raise LedgerError("store_foreign", location=self.location)
        if columns["position"] == ("INTEGER", 1) and sum(key > 0 for _, key in columns.values()) == 1:
            with contextlib.suppress(sqlite3.OperationalError):
                self._db.execute("SELECT rowid FROM main.record LIMIT 1")
                return True
        try:
            self._db.executescript(_STAND_IN)
        except sqlite3.OperationalError as error:
            raise LedgerError("store_damaged", location=self.location, detail=str(error)) from error
        return False

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise translated(error, self.location) from error
        except (OverflowError, UnicodeError, MemoryError) as error:
            raise LedgerError("store_damaged", location=self.location, detail=type(error).__name__) from error


def connect(file: Path) -> sqlite3.Connection:
    """A connection that cannot write, also on a medium where SQLite can make none of its own files."""
    try:
        return _try(file, "mode=ro")
    except sqlite3.OperationalError as error:
        denied = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        log = file.with_name(file.name + "-wal")
        if not denied or (log.exists() and log.stat().st_size):
            raise
        return _try(file, "mode=ro&immutable=1")


def _try(file: Path, options: str) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"{file.absolute().as_uri()}?{options}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    try:
        db.execute("PRAGMA trusted_schema = OFF")  # a stranger's view or trigger must not call anything
        db.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except BaseException:
        db.close()
        raise
    return db


def translated(error: sqlite3.Error, location: str) -> LedgerError:
    """SQLite's error as ours."""
    number = getattr(error, "sqlite_errorcode", None)
    code = "store_damaged" if number is None else _CODES.get(number & 0xFF, "store_damaged")
    return LedgerError(code, location=location, detail=str(error) or type(error).__name__)


def _leniently(text: bytes) -> str:
    """Text that may be no UTF-8: it is not what anybody expects, but must not hide the rows beside it."""
    return text.decode("utf-8", "surrogateescape")


def _identify(file: Path, location: str) -> None:
    """Look at the first bytes before SQLite touches anything."""
    try:
        if not file.is_file():
            raise LedgerError("store_missing", location=location)
        with file.open("rb") as handle:
            magic = handle.read(len(_MAGIC))
    except (OSError, ValueError) as error:
        raise LedgerError("store_io", location=location, detail=str(error)) from error
    if not magic:
        raise LedgerError("store_missing", location=location)
    if magic != _MAGIC:
        raise LedgerError("store_foreign", location=location)
