"""Signatures made by other people's tools, put into the one form that the format accepts."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from ledger.errors import LedgerError
from ledger.sealing.algorithms import load_public
from ledger.sealing.algorithms.p256 import NAME as P256
from ledger.sealing.algorithms.p256 import ORDER


def own_form(alg: str, spki: bytes, message: bytes, signature: bytes | str) -> bytes:
    """The signature over `message` as acts hold it, from raw 64 bytes or DER, or either in hex or base64.

    For P-256 that is r‖s with the lower s. LedgerError `signature_wrong` if no reading of it is the key's
    signature over this message.
    """
    public = load_public(alg, spki)
    data = signature.encode(errors="replace") if isinstance(signature, str) else signature
    for reading in _readings(data):
        raw = _lowered(reading) if alg == P256 else reading
        if raw is not None and public.verify(raw, message):
            return raw
    raise LedgerError("signature_wrong")


def _readings(data: bytes) -> Iterator[bytes]:
    """The bytes themselves, and what they are if they are text."""
    yield data
    text = b"".join(data.split())
    for decode in (binascii.unhexlify, lambda t: base64.b64decode(t, validate=True)):
        try:
            yield decode(text)
        except ValueError:
            continue


def _lowered(signature: bytes) -> bytes | None:
    """r‖s with the lower s, from r‖s or from DER; None for other bytes."""
    if len(signature) == 64:
        r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    else:
        try:
            r, s = decode_dss_signature(signature)
        except ValueError:
            return None
    if not (0 < r < ORDER and 0 < s < ORDER):
        return None
    return r.to_bytes(32, "big") + min(s, ORDER - s).to_bytes(32, "big")
