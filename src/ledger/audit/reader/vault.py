"""The committed values beside a ledger: rows of `vault.sqlite`."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, Self

from ledger.audit.reader.sqlite import connect, translated
from ledger.errors import LedgerError

_AT_ONCE: Final = 400  # SQLite takes at least 999 parameters
_BY_ACT: Final = """
CREATE TEMP TABLE place AS SELECT act, rowid AS row FROM main.item;
CREATE INDEX temp.place_by_act ON place(act);
CREATE TEMP VIEW item AS SELECT i.act, i.field, i.salt, i.value
    FROM place JOIN main.item AS i ON i.rowid = place.row;
"""


class Vault:
    """Open while in use. LedgerError vault_unreadable if the file is none, or damaged."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._translated():
            self._db = connect(path)
        try:
            with self._translated():
                plan = self._db.execute("EXPLAIN QUERY PLAN SELECT salt FROM item WHERE act = x''").fetchall()
                if not any("SEARCH" in str(row[-1]) for row in plan):
                    self._db.executescript(_BY_ACT)
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def items(self, acts: Sequence[bytes]) -> list[tuple[Any, ...]]:
        """(act, field, salt, value) of everything kept for these acts."""
        found: list[tuple[Any, ...]] = []
        for at in range(0, len(acts), _AT_ONCE):
            some = acts[at : at + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            with self._translated():
                sql = f"SELECT act, CAST(field AS BLOB), salt, value FROM item WHERE act IN ({marks})"
                found += self._db.execute(sql, some).fetchall()
        return found

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            ours = translated(error, str(self._path))
            if ours.code == "store_locked":
                raise ours from error
            raise LedgerError("vault_unreadable", detail=ours.facts["detail"]) from error
