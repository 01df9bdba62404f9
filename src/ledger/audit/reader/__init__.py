"""Verify's own reader: raw rows of a ledger, and nothing believed about them.

It shares no line with the store, so a fault there cannot hide itself here. Nothing is ever written: SQLite is
opened `mode=ro`, PostgreSQL in a read-only transaction. Rows come back as they are, odd ones too; what they
mean is for others.
"""

from ledger.audit.reader.opening import open_source
from ledger.audit.reader.place import Place, locate
from ledger.audit.reader.source import Row, Source

__all__ = ["Place", "Row", "Source", "locate", "open_source"]
