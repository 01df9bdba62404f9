"""Where a ledger lives: a folder with everything in it, or a PostgreSQL address with a home folder beside."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ledger.sealing.record import unpack
from ledger.store.port import Store


@dataclass(frozen=True, slots=True)
class Place:
    """`location` as the user wrote it; `home` holds the desk's own files."""

    location: str
    home: Path

    @classmethod
    def of(
        cls,
        location: str | os.PathLike[str],
        home: str | os.PathLike[str] | None = None,
        ledger: Callable[[], bytes] | None = None,
    ) -> Place:
        """A folder is its own home. A ledger on a server has one beside: `home`, or under the user's data folder a
        folder by the ledger's id, which `ledger` tells."""
        text = os.fspath(location)
        if not is_postgres(text):
            return cls(text, Path(text))
        if home is None:
            assert ledger is not None
            home = _data_folder() / ledger().hex()
        return cls(text, Path(home))

    @property
    def shown(self) -> str:
        """The location fit for messages: of an address only what names the ledger, for it may hold a password."""
        if not is_postgres(self.location):
            return self.location
        schema = re.search(r"[?&](schema=[a-z0-9_]+)", self.location)
        return "postgresql://…" + (f"?{schema[1]}" if schema else "")

    @property
    def vault(self) -> Path:
        return self.home / "vault.sqlite"

    @property
    def desk_keys(self) -> Path:
        return self.home / "desk.keys"

    @property
    def newest(self) -> Path:
        return self.home / "checkpoint.newest"

    @property
    def anchor(self) -> Path:
        return self.home / "anchor.txt"

    @property
    def manifest(self) -> Path:
        """What makes a folder a backup: to be read and restored, never to be written in."""
        return self.home / "backup.json"

    @property
    def throttled(self) -> Path:
        return self.home / "desk.throttled"


def ledger_id(store: Store) -> bytes:
    """The digest of record 1's act. LedgerError store_no_record and the like if there is none."""
    return sha256(unpack(store.record(1)).act).digest()


def is_postgres(location: str) -> bool:
    """Whether the location is a database address rather than a folder."""
    return location.startswith(("postgresql://", "postgres://"))


def _data_folder() -> Path:
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "review-ledger"
