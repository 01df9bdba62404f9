"""Values behind commitments, durable before the line knows of them (format §6).

Values come in first and their act is appended after; so a crash between leaves orphans here and never a
commitment without its value. Orphans are swept once they are a week old.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from ledger.errors import LedgerError
from ledger.sealing import canon
from ledger.sealing.submission import Opening
from ledger.vault.files import BUSY_SECONDS, connect, translated

WEEK: Final = 7 * 86_400 * 1_000_000


class Vault:
    """One vault file. Threads may share it; several processes may have it open."""

    def __init__(self, path: Path, connection: sqlite3.Connection, clock: Callable[[], int]) -> None:
        self.path = path
        self._connection = connection
        self._clock = clock
        self._lock = threading.Lock()

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = True,
        busy_seconds: float = BUSY_SECONDS,
        clock: Callable[[], int] = lambda: time.time_ns() // 1000,
    ) -> Self:
        """The vault in that file, made if it is not there and `create` says so.

        LedgerError `vault_missing`, `vault_foreign`, `vault_newer`, `vault_damaged`, `vault_locked` and the
        like. `clock` gives microseconds; orphans age by it.
        """
        return cls(path, connect(path, create=create, busy_seconds=busy_seconds), clock)

    def put(self, act: bytes, openings: Iterable[Opening]) -> None:
        """Keep the values of one act, by its digest; durable when this returns. Putting them again is fine."""
        self.put_many([(act, openings)])

    def put_many(self, values: Iterable[tuple[bytes, Iterable[Opening]]]) -> None:
        """Keep the values of several acts, all or none; durable when this returns.

        LedgerError `vault_conflict` if another value is kept under one of the names: nothing is overwritten.
        """
        now = self._clock()
        with self._writing() as connection:
            for act, openings in values:
                fresh = [self._put(connection, act, opening) for opening in openings]
                connection.execute(
                    # Settled values have no arrival any more and need none.
                    "INSERT INTO arrival(act, at) VALUES (?, ?) ON CONFLICT(act) DO UPDATE SET at = excluded.at"
                    if any(fresh)
                    else "UPDATE arrival SET at = ?2 WHERE act = ?1",
                    (act, now),
                )

    def values(self, acts: Iterable[bytes]) -> dict[bytes, dict[str, Opening | None]]:
        """What is kept for these acts, by field; None for an item whose bytes cannot be read any more.

        Says nothing about whether a value fits its commitment (`Opening.fits` does). Callers that show values
        to a person first have the reading put on the line.
        """
        found: dict[bytes, dict[str, Opening | None]] = {}
        with self._lock, translated(self.path):
            for act in acts:
                rows = self._connection.execute(
                    "SELECT field, salt, value FROM item WHERE act = ? ORDER BY field", (act,)
                ).fetchall()
                if rows:
                    found[act] = {str(field): _opening(field, salt, value) for field, salt, value in rows}
        return found

    def sweep(self, on_the_line: Callable[[bytes], bool]) -> int:
        """Delete values older than a week whose act never came to stand; returns of how many acts.

        `on_the_line` says of an act's digest whether a record holds it. Ask only with the whole line at hand:
        a ledger restored from an old backup does not know its youngest acts. Acts found there are settled and
        never asked about again. What is deleted leaves no trace in the file or its log.
        """
        with self._lock, translated(self.path):
            old = self._connection.execute(
                "SELECT act FROM arrival WHERE at < ?", (self._clock() - WEEK,)
            ).fetchall()
        standing = {act: on_the_line(act) for (act,) in old}
        orphans = [act for act, stands in standing.items() if not stands]
        with self._writing() as connection:
            # Asked again by age: whoever resubmitted an orphan meanwhile has made it young.
            gone = [act for act in orphans if self._forget(connection, act)]
            connection.executemany(
                "DELETE FROM arrival WHERE act = ?", [(act,) for act, stands in standing.items() if stands]
            )
        if gone:
            self._empty_log()
        return len(gone)

    def copy_to(self, target: Path) -> None:
        """Copy the vault, as it is now, into a new file."""
        with self._lock, translated(self.path), closing(sqlite3.connect(target)) as copy:
            self._connection.backup(copy, pages=-1)

    def close(self) -> None:
        """Close the file; closing twice is fine."""
        with self._lock:
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _put(self, connection: sqlite3.Connection, act: bytes, opening: Opening) -> bool:
        """Whether the item is new here."""
        field, salt, value = opening.field, opening.salt, canon.encode(opening.value)
        kept = connection.execute(
            "SELECT salt, value FROM item WHERE act = ? AND field = ?", (act, field)
        ).fetchone()
        if kept is None:
            connection.execute("INSERT INTO item VALUES (?, ?, ?, ?)", (act, field, salt, value))
            return True
        if kept != (salt, value):
            raise LedgerError("vault_conflict", path=str(self.path), field=field)
        return False

    def _forget(self, connection: sqlite3.Connection, act: bytes) -> bool:
        age = (act, self._clock() - WEEK)
        if not connection.execute("DELETE FROM arrival WHERE act = ? AND at < ?", age).rowcount:
            return False
        connection.execute("DELETE FROM item WHERE act = ?", (act,))
        return True

    def _empty_log(self) -> None:
        """Overwritten pages are not enough: old ones still stand in the write-ahead log until it is emptied."""
        with self._lock, translated(self.path):
            if self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise LedgerError("vault_locked", path=str(self.path))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:  # whatever it was, half of it must not stay
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def _opening(field: object, salt: object, value: object) -> Opening | None:
    if not isinstance(field, str) or not isinstance(salt, bytes) or not isinstance(value, bytes):
        return None
    try:
        return Opening(field, salt, canon.decode(value))
    except LedgerError:
        return None
