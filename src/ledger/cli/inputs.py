"""What a command takes in: files, JSON, passwords; and new files that it hands out."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, Final

from ledger.errors import LedgerError

MOST: Final = 1024 * 1024
"""No file that is typed in by name is longer: acts, signatures, receipts, anchors, keys."""


def read_bytes(path: Path) -> bytes:
    """A small file's bytes; `-` is stdin. LedgerError file_unreadable, file_too_long."""
    from ledger import files

    if str(path) != "-":
        return files.read(path, MOST)
    data = sys.stdin.buffer.read(MOST + 1) if sys.stdin is not None else b""
    if len(data) > MOST:
        raise LedgerError("file_too_long", path="-", most=MOST)
    return data


def read_json(path: Path) -> Any:
    """The value in a JSON file; `-` is stdin. LedgerError form_unreadable, or those of reading a file."""
    from ledger.files import jsonfile

    return jsonfile.parse(read_bytes(path), str(path))


def new_file(path: Path, data: bytes, *, secret: bool = False) -> None:
    """Make a new file, for its owner's eyes only if `secret`. LedgerError file_exists, file_unwritable."""
    from ledger import files

    files.create(path, data, mode=0o600 if secret else 0o644)


def demand_room(path: Path | None) -> None:
    """LedgerError file_exists or file_unwritable now, rather than after something was done for ever."""
    if path is None:
        return
    if path.exists():
        raise LedgerError("file_exists", path=str(path))
    if not os.access(path.parent, os.W_OK):
        missing = "No such file or directory" if not path.parent.is_dir() else "Permission denied"
        raise LedgerError("file_unwritable", path=str(path), detail=missing)


def password(file: Path | None = None, *, whose: str, new: bool = False) -> str:
    """From a file or REVIEW_LEDGER_PASSWORD; a prompt, naming `whose`, only where somebody sits at a terminal.

    LedgerError password_missing, password_unreadable.
    """
    from ledger.client.password import needed, password_from

    found = password_from(os.environ, file)
    return needed(found if found is not None else _asked(whose, new=new))


def new_password(file: Path | None, *, whose: str) -> str:
    """The password of a key that is made now; asked for twice."""
    return password(file, whose=whose, new=True)


def changed_password(file: Path | None, *, whose: str) -> str:
    """The password that replaces another: from a file or a prompt, never from the variable that holds the old one."""
    from ledger.client.password import needed, password_from

    return needed(password_from({}, file) if file is not None else _asked(whose, new=True))


def _asked(whose: str, *, new: bool) -> str | None:
    if sys.stdin is None or not sys.stdin.isatty():
        return None
    import click

    label = f"{whose} 的{'新' if new else ''}口令"
    return str(
        click.prompt(label, hide_input=True, confirmation_prompt="再输一遍" if new else False, err=True)
    )
