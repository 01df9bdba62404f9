"""Passwords from where a program may take them without asking; asking is the command line's business."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ledger import files
from ledger.errors import LedgerError
from ledger.sealing.lockbox import MOST_PASSWORD

VARIABLE: Final = "REVIEW_LEDGER_PASSWORD"


def password_from(env: Mapping[str, str], password_file: Path | None = None) -> str | None:
    """The first line of the file if one is named, else the variable; None if there is neither.

    LedgerError `password_unreadable`, or those of reading a file.
    """
    if password_file is None:
        return env.get(VARIABLE) or None
    data = files.read(password_file, 16 * MOST_PASSWORD)
    try:
        first = data.decode("utf-8-sig").split("\n")[0].removesuffix("\r")
    except UnicodeDecodeError:
        raise LedgerError("password_unreadable", detail="口令文件不是 UTF-8 编码") from None
    if not first:
        raise LedgerError("password_unreadable", detail="口令文件的第一行是空的")
    return first


def needed(password: str | None) -> str:
    """The password, or LedgerError `password_missing`."""
    if not password:
        raise LedgerError("password_missing")
    return password
