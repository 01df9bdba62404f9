"""Commitments (format §6): a digest that binds a value to one act and one field and shows nothing of it."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any, Final

from ledger.sealing.canon import encode

DOMAIN: Final = "review-ledger/commitment/1"


def commitment(ledger: bytes, by: str, act_id: bytes, field: str, salt: bytes, value: Any) -> bytes:
    """SHA-256 over ledger, signer, act id, field, salt and value; `field` is the name in data, nested `a.0.b`."""
    return hashlib.sha256(encode([DOMAIN, ledger, by, act_id, field, salt, value])).digest()


def fresh_salt() -> bytes:
    """32 random bytes; a salt is never used twice."""
    return secrets.token_bytes(32)


def file_value(media_type: str, content: bytes) -> list[Any]:
    """The value that stands for a file in a commitment."""
    return ["file", media_type, len(content), hashlib.sha256(content).digest()]
