"""Opening a source by its place."""

from __future__ import annotations

from ledger.audit.reader.place import Place
from ledger.audit.reader.postgres import PostgresSource
from ledger.audit.reader.source import Source
from ledger.audit.reader.sqlite import SQLiteSource


def open_source(place: Place) -> Source:
    """The rows of the ledger at a place; the caller closes it. LedgerError if there is none that can be read."""
    return PostgresSource(place.database) if place.postgres else SQLiteSource(place.database)
