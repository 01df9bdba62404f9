"""A ledger copied into a new folder while others write: what one moment's snapshot holds, whole."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Final

from ledger.store.batch import Head
from ledger.store.port import Store
from ledger.store.sqlite import SQLiteStore
from ledger.store.sqlite.files import DATABASE, translated

AT_ONCE: Final = 500


def copy_into(store: Store, folder: Path) -> Head:
    """Copy records and published checkpoints into a new SQLite ledger in `folder`; gives the copy's head.

    From SQLite the file is copied page by page in one read transaction; from elsewhere the records are appended
    anew, which gives the same tree because the tree is over the records alone.
    """
    if isinstance(store, SQLiteStore):
        _copy_file(store.path, folder / DATABASE)
        with SQLiteStore(folder, readonly=True) as copy:
            return copy.head()
    size = store.head().size
    with SQLiteStore.create(folder) as copy:
        while copy.head().size < size:
            after = copy.head().size
            chunk = [data for _, data in store.read_records(after, min(AT_ONCE, size - after))]
            copy.append_records(chunk, after=after)
        for known, note in store.checkpoints():
            if known <= size:
                copy.add_checkpoint(known, note)
        return copy.head()


def _copy_file(source: Path, target: Path) -> None:
    with (
        translated(str(source)),
        contextlib.closing(sqlite3.connect(source, timeout=30)) as reading,
        contextlib.closing(sqlite3.connect(target)) as writing,
    ):
        reading.backup(writing, pages=-1)
        writing.execute("PRAGMA wal_checkpoint(TRUNCATE)")
