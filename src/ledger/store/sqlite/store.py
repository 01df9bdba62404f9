"""The store in one SQLite file: WAL, `synchronous=FULL`, one writing connection, a few that read.

A write is one BEGIN IMMEDIATE transaction (a deferred one fails at once when another process wrote in between)
that first moves the head row; if the head is not the one the batch stands on, nothing else is tried.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import Final

from eventsourcing.dcb.api import DCBQuery, DCBSequencedEvent

from ledger.errors import LedgerError
from ledger.store.batch import Batch, Head
from ledger.store.index import Indexer, IndexRow, of_record
from ledger.store.matching import Dialect, matching, sequenced
from ledger.store.port import Moved, Store
from ledger.store.rebuilding import Progress, rebuilt
from ledger.store.sqlite import files, schema

_DIALECT: Final = Dialect(value="?", tag="instr(char(10) || tags || char(10), ?) > 0")
_INSERT_INDEX: Final = "INSERT INTO record_index VALUES (?, ?, ?, ?, ?, ?, ?)"
_ROWS_AT_ONCE: Final = 32
_INSERT_NODE: Final = "INSERT INTO node VALUES (?, ?, ?)"


class SQLiteStore(Store):
    """A ledger in `folder`, in the file `ledger.sqlite`.

    `readonly` opens without ever writing, also on a read-only medium and without looking at the guards.
    `mending` admits a file whose guards or index are broken, so that `reindex` can mend it.
    """

    def __init__(
        self,
        folder: Path | str,
        index: Indexer = of_record,
        *,
        readonly: bool = False,
        mending: bool = False,
        busy_seconds: float = files.BUSY_SECONDS,
    ) -> None:
        self.path = Path(folder) / files.DATABASE
        super().__init__(str(folder), index)
        self._readonly = readonly
        self._busy_seconds = busy_seconds
        self._writing = Lock()
        self._writer: sqlite3.Connection | None = None
        self._readers: deque[sqlite3.Connection] = deque()
        self._closed = False
        files.identify(self.path)
        if readonly:
            with self._reader():
                pass  # a file that cannot be read is found now, not in the middle of something
        else:
            self._writer = files.open_writer(self.path, busy_seconds, mending=mending)
            if not mending:
                try:
                    self.check_index()
                except BaseException:  # whatever it was, the file must not stay open
                    self.close()
                    raise

    @classmethod
    def create(cls, folder: Path | str, index: Indexer = of_record) -> SQLiteStore:
        """A new, empty ledger; LedgerError store_exists if anything is there."""
        files.create(Path(folder) / files.DATABASE)
        return cls(folder, index)

    # ---- connections ----

    @contextlib.contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        # As many connections as threads read at one time; each goes back for the next to take.
        if self._closed:
            raise LedgerError("store_closed", location=self.location)
        try:
            connection = self._readers.pop()
        except IndexError:
            connection = files.open_reader(self.path, self._busy_seconds, alone=self._readonly)
        try:
            with files.translated(self.location):
                yield connection
        finally:
            self._readers.append(connection)
            self._let_go()

    def _let_go(self) -> None:
        # Called after every use and by close, in either order, so no connection outlives a closed store.
        while self._closed:
            try:
                self._readers.pop().close()
            except IndexError:
                return

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._writing, files.translated(self.location):
            if self._closed:
                raise LedgerError("store_closed", location=self.location)
            connection = self._writer
            if connection is None:
                raise LedgerError("store_readonly", location=self.location)
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    # Some errors roll back by themselves; one that also fails here leaves that to the next open.
                    with contextlib.suppress(sqlite3.Error):
                        connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close every connection; the last one of the last process folds the log into the file."""
        with self._writing:
            self._closed = True
            self._let_go()
            if self._writer is not None:
                self._writer.close()
                self._writer = None

    # ---- writing ----

    def commit(self, batch: Batch) -> None:
        """Write a batch; raise `Moved` unless the head is the one it stands on."""
        before, after = batch.before, batch.after
        records = [(position, entry.data) for position, entry in batch.numbered()]
        rows = [_row(position, entry.row) for position, entry in batch.numbered()]
        move = (after.size, after.recorded_at, after.packed_peaks, before.size, before.packed_peaks)
        with self._transaction() as connection:
            moved = connection.execute(
                "UPDATE head SET size = ?, recorded_at = ?, peaks = ? WHERE one = 1 AND size = ? AND peaks = ?",
                move,
            )
            if moved.rowcount != 1:
                raise Moved
            try:
                _insert(connection, "record", records)
                _insert(connection, "record_index", rows)
                _insert(connection, "node", batch.nodes)
            except sqlite3.IntegrityError as error:
                # The head says that these places are free, and they are not.
                raise LedgerError("store_index_differs", what=str(error), location=self.location) from error
            try:
                _insert(connection, "decided", batch.decided())
            except sqlite3.IntegrityError as error:
                raise self._decided_twice(connection, batch) from error

    def _decided_twice(self, connection: sqlite3.Connection, batch: Batch) -> LedgerError:
        earlier: dict[bytes, int] = {}
        for digest, position in batch.decided():
            row = connection.execute("SELECT position FROM decided WHERE digest = ?", (digest,)).fetchone()
            first = earlier.setdefault(digest, position) if row is None else row[0]
            if first != position:
                return LedgerError("store_decided_twice", position=first)
        return LedgerError("store_index_differs", what="decided", location=self.location)

    def add_checkpoint(self, size: int, note: str) -> None:
        """Keep a published note; the same note again changes nothing."""
        with self._transaction() as connection:
            connection.execute(
                "INSERT INTO checkpoint(size, note) SELECT ?1, ?2"
                " WHERE NOT EXISTS (SELECT 1 FROM checkpoint WHERE size = ?1 AND note = ?2)",
                (size, note),
            )

    def reindex(self, progress: Progress | None = None) -> Head:
        """Make the index and the guards again from the records; one transaction."""
        self._forget()
        with self._transaction() as connection:
            for name in (*schema.GUARDS, *self._strange_triggers(connection)):
                connection.execute(f'DROP TRIGGER IF EXISTS "{name}"')
            for name, statement in schema.INDEX.items():
                connection.execute(f"DROP TABLE IF EXISTS {name}")
                connection.execute(statement)
            for statement in schema.GUARDS.values():
                connection.execute(statement)

            def page(after: int, limit: int) -> list[tuple[int, bytes]]:
                return _page(connection, after, limit)

            head = Head()
            total = connection.execute("SELECT count(*) FROM record").fetchone()[0]
            for batch in rebuilt(page, total, self.location, progress):
                connection.executemany(_INSERT_INDEX, [_row(p, e.row) for p, e in batch.numbered()])
                connection.executemany(_INSERT_NODE, batch.nodes)
                connection.executemany("INSERT OR IGNORE INTO decided VALUES (?, ?)", batch.decided())
                head = batch.after
            connection.execute(
                "INSERT INTO head VALUES (1, ?, ?, ?)", (head.size, head.recorded_at, head.packed_peaks)
            )
        return head

    @staticmethod
    def _strange_triggers(connection: sqlite3.Connection) -> list[str]:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        return [name.replace('"', '""') for (name,) in names if name not in schema.GUARDS]

    # ---- reading ----

    def head(self) -> Head:
        """The end of the line as it is now."""
        with self._reader() as connection:
            row = connection.execute("SELECT size, recorded_at, peaks FROM head WHERE one = 1").fetchone()
        return self._head_of(row)

    def select(self, query: DCBQuery, after: int, upto: int, limit: int) -> list[DCBSequencedEvent]:
        """At most `limit` matching events with `after` < position <= `upto`, in order."""
        where, values = matching(query, _DIALECT)
        statement = (
            "SELECT position, type, tags, bytes FROM record_index JOIN record USING (position)"
            f" WHERE position > ? AND position <= ? AND {where} ORDER BY position LIMIT ?"
        )
        with self._reader() as connection:
            rows = connection.execute(statement, (after, upto, *values, limit)).fetchall()
        return [sequenced(row) for row in rows]

    def page(self, after: int, limit: int) -> list[tuple[int, bytes]]:
        """The first `limit` records behind position `after`."""
        with self._reader() as connection:
            return _page(connection, after, limit)

    def decided(self, digest: bytes) -> int | None:
        """The position that decided the act with this digest, or None."""
        return self._number("SELECT position FROM decided WHERE digest = ?", digest)

    def position_at(self, moment: int) -> int:
        """The last position taken in at or before `moment`; 0 if none was."""
        # From the end backwards: what is asked for is mostly recent.
        last = "SELECT position FROM record_index WHERE recorded_at <= ? ORDER BY position DESC LIMIT 1"
        return self._number(last, moment) or 0

    def checkpoints(self, after: int = 0) -> list[tuple[int, str]]:
        """The published notes of sizes beyond `after`, by size."""
        with self._reader() as connection:
            return connection.execute(
                "SELECT size, note FROM checkpoint WHERE size > ? ORDER BY size, note", (after,)
            ).fetchall()

    def _stored_nodes(self, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
        if not places:
            return {}
        # One statement for all: a quarter less than one for each, which would take SQLite's locks anew.
        wanted = ", ".join(["(?, ?)"] * len(places))
        statement = (
            f"WITH wanted(level, number) AS (VALUES {wanted})"
            " SELECT level, number, hash FROM wanted CROSS JOIN node USING (level, number)"
        )
        with self._reader() as connection:
            rows = connection.execute(statement, list(chain.from_iterable(places))).fetchall()
        return {(level, number): digest for level, number, digest in rows}

    def _number(self, statement: str, value: bytes | int) -> int | None:
        with self._reader() as connection:
            row = connection.execute(statement, (value,)).fetchone()
        return None if row is None else int(row[0])


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Rows into a table, many with one statement: each statement lets go of Python's lock, and threads that wait
    for their commit would take it in turns with this one for every single row."""
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        part = rows[start : start + _ROWS_AT_ONCE]
        places = f"({', '.join('?' * len(part[0]))})"
        statement = f"INSERT INTO {table} VALUES {', '.join([places] * len(part))}"
        connection.execute(statement, list(chain.from_iterable(part)))


def _page(connection: sqlite3.Connection, after: int, limit: int) -> list[tuple[int, bytes]]:
    return connection.execute(
        "SELECT position, bytes FROM record WHERE position > ? ORDER BY position LIMIT ?", (after, limit)
    ).fetchall()


def _row(position: int, row: IndexRow) -> tuple[int, int, str, str, bytes | None, bytes | None, str]:
    return (position, row.recorded_at, row.type, row.signer, row.digest, row.refused, "\n".join(row.tags))
