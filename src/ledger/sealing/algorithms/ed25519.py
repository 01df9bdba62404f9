"""`ed25519`: RFC 8032 without cofactor, S < L, SPKI of exactly 44 bytes, keys canonical and of prime order.

OpenSSL accepts, under a key of small order, one fixed signature for every message. So a key is checked once,
when it is loaded: canonical encoding, on the curve, and L times the point is the neutral element while the
point itself is not. The few lines of curve arithmetic below decide only that; signatures are the library's.
"""

from __future__ import annotations

import hashlib
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from ledger.errors import LedgerError

NAME: Final = "ed25519"
PREFIX: Final = bytes.fromhex("302a300506032b6570032100")
ORDER: Final = 2**252 + 27742317777372353535851937790883648493
_P: Final = 2**255 - 19
_D: Final = -121665 * pow(121666, -1, _P) % _P
_SQRT_M1: Final = pow(2, (_P - 1) // 4, _P)

_Point = tuple[int, int, int, int]
_NEUTRAL: Final[_Point] = (0, 1, 1, 0)


def _add(p: _Point, q: _Point) -> _Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % _P, (p[1] + p[0]) * (q[1] + q[0]) % _P
    c, d = 2 * p[3] * q[3] * _D % _P, 2 * p[2] * q[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _is_neutral(p: _Point) -> bool:
    return p[0] % _P == 0 and (p[1] - p[2]) % _P == 0


def _point(encoded: bytes) -> _Point | None:
    number = int.from_bytes(encoded, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _SQRT_M1 % _P
    if (x * x - square) % _P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = _P - x
    return x, y, 1, x * y % _P


def _of_prime_order(encoded: bytes) -> bool:
    point = _point(encoded)
    if point is None or _is_neutral(point):
        return False
    total = _NEUTRAL
    for bit in bin(ORDER)[2:]:
        total = _add(total, total)
        if bit == "1":
            total = _add(total, point)
    return _is_neutral(total)


class Ed25519Public:
    """See `ledger.sealing.algorithms.PublicKey`."""

    __slots__ = ("_verify",)

    def __init__(self, key: Ed25519PublicKey) -> None:
        self._verify = key.verify

    def verify(self, signature: bytes, message: bytes) -> bool:
        if len(signature) != 64 or int.from_bytes(signature[32:], "little") >= ORDER:
            return False
        try:
            self._verify(signature, message)
        except InvalidSignature:
            return False
        return True


class Ed25519Private:
    """See `ledger.sealing.algorithms.PrivateKey`."""

    alg: Final = NAME

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key
        self.spki = PREFIX + key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.key_id = hashlib.sha256(NAME.encode() + b"\x00" + self.spki).digest()

    def sign(self, message: bytes) -> bytes:
        return self._key.sign(message)

    def pkcs8(self) -> bytes:
        return self._key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


class Ed25519:
    """See `ledger.sealing.algorithms.Algorithm`."""

    name = NAME

    def load_public(self, spki: bytes) -> Ed25519Public:
        if len(spki) != 44 or not spki.startswith(PREFIX):
            raise LedgerError("bad_key", detail="not the 44-byte SPKI of an Ed25519 key")
        if not _of_prime_order(spki[12:]):
            raise LedgerError("bad_key", detail="not a canonical point of prime order")
        return Ed25519Public(Ed25519PublicKey.from_public_bytes(spki[12:]))

    def generate(self) -> Ed25519Private:
        return Ed25519Private(Ed25519PrivateKey.generate())

    def adopt(self, private: object) -> Ed25519Private | None:
        return Ed25519Private(private) if isinstance(private, Ed25519PrivateKey) else None

    def spelled_out(self, signature: bytes) -> bytes:
        return signature


ALGORITHM: Final = Ed25519()
