"""Cross checks."""

from __future__ import annotations

from ledger.regulations.model import Regulation
from ledger.regulations.reading.reader import Reader


def check(reader: Reader, regulation: Regulation | None) -> None:
    """To come."""
