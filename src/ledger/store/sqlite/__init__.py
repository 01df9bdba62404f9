"""A ledger in one SQLite file."""

from ledger.store.sqlite.files import DATABASE
from ledger.store.sqlite.store import SQLiteStore

__all__ = ["DATABASE", "SQLiteStore"]
