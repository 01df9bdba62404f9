"""Where records are kept: SQLite, PostgreSQL or memory, all behind one port (see `port`)."""

from ledger.store.batch import Head
from ledger.store.index import Indexer, IndexRow, event_of, of_bytes, of_event, of_record
from ledger.store.memory import MemoryStore
from ledger.store.open import create_store, migrate_store, open_store
from ledger.store.port import Store

__all__ = [
    "Head",
    "IndexRow",
    "Indexer",
    "MemoryStore",
    "Store",
    "create_store",
    "event_of",
    "migrate_store",
    "of_bytes",
    "of_event",
    "of_record",
    "open_store",
]
