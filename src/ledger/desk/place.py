"""Where a ledger lives: a folder with everything in it, or a PostgreSQL address with a home folder beside."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True, slots=True)
class Place:
    """`location` as the user wrote it; `home` holds the desk's own files."""

    location: str
    home: Path

    @classmethod
    def of(cls, location: str | os.PathLike[str], home: str | os.PathLike[str] | None = None) -> Place:
        """A folder is its own home; a PostgreSQL ledger has one per schema under the user's data folder."""
        text = os.fspath(location)
        if not is_postgres(text):
            return cls(text, Path(text))
        return cls(text, Path(home) if home is not None else _data_folder() / _schema(text))

    @property
    def shown(self) -> str:
        """The location fit for messages: of an address only what names the ledger, for it may hold a password."""
        if not is_postgres(self.location):
            return self.location
        return f"postgresql://…?schema={_schema(self.location)}"

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
    def throttled(self) -> Path:
        return self.home / "desk.throttled"


def is_postgres(location: str) -> bool:
    """Whether the location is a database address rather than a folder."""
    return location.startswith(("postgresql://", "postgres://"))


def _schema(url: str) -> str:
    return parse_qs(urlsplit(url).query).get("schema", ["ledger"])[0]


def _data_folder() -> Path:
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "review-ledger"
