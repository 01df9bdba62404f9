"""Where a ledger's parts lie: a folder with everything in it, or a database address with a home beside it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

POSTGRES: Final = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True)
class Place:
    """`database` is a file or an address. A part that is None is not ours to look at (as opposed to: not there)."""

    database: str
    postgres: bool
    vault: Path | None
    newest: Path | None


def locate(location: str | os.PathLike[str], home: str | os.PathLike[str] | None = None) -> Place:
    """The parts of a LEDGER folder, or of a `postgresql://` ledger whose own files are in `home`."""
    text = os.fspath(location)
    if not text.startswith(POSTGRES):
        folder = Path(text)
        return Place(
            str(folder / "ledger.sqlite"), False, folder / "vault.sqlite", folder / "checkpoint.newest"
        )
    if home is None:
        return Place(text, True, None, None)
    return Place(text, True, Path(home) / "vault.sqlite", Path(home) / "checkpoint.newest")
