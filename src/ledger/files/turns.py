"""One process at a time in a ledger's small files: several desks may share one home."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ledger.errors import LedgerError

LOCK: Final = "desk.lock"


@contextlib.contextmanager
def alone(home: Path) -> Iterator[None]:
    """Wait until no other process is between reading and writing a small file here.

    The lock belongs to the open file, so it ends with the process, however that ends. LedgerError
    `file_unwritable` if there can be no lock.
    """
    path = home / LOCK
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise LedgerError("file_unwritable", path=str(path), detail=error.strerror or "?") from None
    try:
        try:
            _lock(handle)
        except OSError as error:
            raise LedgerError("file_unwritable", path=str(path), detail=error.strerror or "?") from None
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)
