"""The regulations that come with this software: exact bytes, and what they say."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final

from ledger.errors import LedgerError
from ledger.regulations.model import Regulation
from ledger.regulations.reading import read

NAMES: Final = ("nantong@2023", "zhongmu@draft")
"""Name → `texts/nantong-2023.toml`."""


def packaged_bytes(name: str) -> bytes:
    """The exact bytes of a packaged regulation's file. LedgerError regulation_unknown."""
    if name not in NAMES:
        raise LedgerError("regulation_unknown", name=name, known="、".join(NAMES))
    return (files("ledger.regulations") / "texts" / f"{name.replace('@', '-')}.toml").read_bytes()


def packaged(name: str) -> Regulation:
    """A packaged regulation. LedgerError regulation_unknown."""
    return parsed(packaged_bytes(name))


@lru_cache(maxsize=64)
def parsed(data: bytes) -> Regulation:
    """The regulation of these bytes, read once for the same content. LedgerError regulation_unreadable."""
    return read(data)
