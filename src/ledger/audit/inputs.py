"""What somebody brings to a verification from outside: anchors, notes kept elsewhere, roots from print."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from ledger.audit.checkpoints import Shown
from ledger.errors import LedgerError
from ledger.sealing.anchor import MAX_ANCHOR, Anchor, parse
from ledger.sealing.notes import MAX_NOTE

StrPath = str | os.PathLike[str]

_TYPED: Final = re.compile(r"(0|[1-9][0-9]{0,15})\s*[:：]\s*([0-9a-fA-F]{64})\Z")


def anchor_of(given: Anchor | StrPath) -> Anchor:
    """An anchor, or the one in a file. LedgerError file_unreadable, anchor_unreadable."""
    return given if isinstance(given, Anchor) else parse(read(given, MAX_ANCHOR))


def note_of(path: StrPath) -> Shown:
    """A note kept in a file. LedgerError file_unreadable; what is in it is judged later."""
    return Shown(f"文件 {os.fspath(path)}", f"file {os.fspath(path)}", read(path, MAX_NOTE))


def root_of(text: str) -> tuple[int, bytes]:
    """Size and root as somebody typed them off a notice. LedgerError root_unreadable."""
    match = _TYPED.match(text.strip())
    if match is None:
        raise LedgerError("root_unreadable", text=text[:100])
    return int(match[1]), bytes.fromhex(match[2])


def read(path: StrPath, most: int) -> bytes:
    """A small file; a byte more than allowed is enough for its reader to refuse it."""
    try:
        with Path(path).open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or type(error).__name__
        raise LedgerError("file_unreadable", path=os.fspath(path), detail=detail) from error
