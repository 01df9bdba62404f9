"""Files behind a commitment: what stands for one is its media type, length and SHA-256, never its content."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Final

from ledger.client.expected import invalid, unknown
from ledger.errors import LedgerError

# A short list of our own: the machine's tables differ from machine to machine.
_MEDIA_TYPES: Final = {
    ".csv": "text/csv",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".ofd": "application/ofd",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".txt": "text/plain",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}
_MEMBERS: Final = ("file", "media_type")
_PIECE: Final = 1024 * 1024


def file_value(folder: Path, field: str, given: dict[str, Any]) -> list[Any]:
    """`["file", media type, length, SHA-256]` of the file that a form names as `{"file": PATH, "media_type"?}`.

    A relative path counts from `folder`. LedgerError `form_invalid` or `file_unreadable`.
    """
    for member in given:
        if member not in _MEMBERS:
            raise unknown(f"{field}.{member}", member, _MEMBERS)
    name, media_type = given["file"], given.get("media_type")
    if type(name) is not str or not name:
        raise invalid(f"{field}.file", "文件路径", "the path of a file")
    path = folder / name
    if media_type is None:
        media_type = _MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
    if type(media_type) is not str or not media_type.isascii() or "/" not in media_type:
        raise invalid(f"{field}.media_type", "媒体类型，如 application/pdf", "a media type")
    if path.exists() and not path.is_file():
        # A device or a pipe may never end.
        raise LedgerError("file_unreadable", path=str(path), detail="not a regular file")
    length, digest = 0, hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                length += len(piece)
                digest.update(piece)
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or type(error).__name__
        raise LedgerError("file_unreadable", path=str(path), detail=detail) from None
    return ["file", media_type, length, digest.digest()]
