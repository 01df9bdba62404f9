"""Small files that must survive: whole or not at all, synced before anyone relies on them.

Every failure leaves as a LedgerError with the path in it. Works on sticks without hard links or folders that
can be synced (FAT, Windows) with what those can promise.
"""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path
from typing import BinaryIO

from ledger.errors import LedgerError


def read(path: Path, most: int) -> bytes:
    """The file's bytes. LedgerError `file_unreadable`, or `file_too_long` beyond `most` bytes."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise LedgerError("file_unreadable", path=str(path), detail=_reason(error)) from None
    if len(data) > most:
        raise LedgerError("file_too_long", path=str(path), most=most)
    return data


def create(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Make a new file, whole and synced, readable by its owner alone; never touches one that is there.

    LedgerError `file_exists` or `file_unwritable`.
    """
    try:
        beside = _written_beside(path, data, mode)
        try:
            try:
                os.link(beside, path)  # unlike a rename, refuses to replace
            except FileExistsError:
                raise
            except OSError:
                _write(path, data, mode)  # no hard links here (FAT)
        finally:
            beside.unlink(missing_ok=True)
        _sync_folder(path.parent)
    except FileExistsError:
        raise LedgerError("file_exists", path=str(path)) from None
    except (OSError, ValueError) as error:
        raise LedgerError("file_unwritable", path=str(path), detail=_reason(error)) from None


def replace(path: Path, data: bytes | BinaryIO, *, mode: int = 0o600) -> None:
    """Give the file this content; after a crash it has the old or the new one, never a part of either.

    LedgerError `file_unwritable`.
    """
    try:
        beside = _written_beside(path, data, mode)
        try:
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
    except (OSError, ValueError) as error:
        raise LedgerError("file_unwritable", path=str(path), detail=_reason(error)) from None


def copy(source: Path, path: Path, *, mode: int = 0o600) -> None:
    """As `replace`, with the content of another file, however long that is.

    LedgerError `file_unreadable` or `file_unwritable`.
    """
    try:
        original = source.open("rb")
    except (OSError, ValueError) as error:
        raise LedgerError("file_unreadable", path=str(source), detail=_reason(error)) from None
    with original:
        replace(path, original, mode=mode)


def folder(path: Path, *, mode: int = 0o777) -> None:
    """Make the folder, and those above it, unless it is there. LedgerError `file_unwritable`."""
    try:
        path.mkdir(mode, parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise LedgerError("file_unwritable", path=str(path), detail=_reason(error)) from None


def _written_beside(path: Path, data: bytes | BinaryIO, mode: int) -> Path:
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    _write(beside, data, mode)
    return beside


def _write(path: Path, data: bytes | BinaryIO, mode: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(handle, "wb") as file:
            if isinstance(data, bytes):
                file.write(data)
            else:
                shutil.copyfileobj(data, file)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folders and needs no sync of them
    try:
        os.fsync(handle)
    except OSError:
        return  # some file systems of sticks and shares cannot
    finally:
        os.close(handle)


def _reason(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or type(error).__name__
