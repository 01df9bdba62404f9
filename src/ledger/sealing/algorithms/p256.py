"""`p256-sha256`: ECDSA on P-256, signature r‖s in 64 bytes with s ≤ n/2, SPKI of exactly 91 bytes."""

from __future__ import annotations

import hashlib
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from ledger.errors import LedgerError

NAME: Final = "p256-sha256"
PREFIX: Final = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200") + b"\x04"
ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_ORDER_BYTES: Final = ORDER.to_bytes(32, "big")
_HALF: Final = (ORDER // 2).to_bytes(32, "big")
_ZERO: Final = bytes(32)
_SCHEME: Final = ec.ECDSA(SHA256())


def _der_int(number: bytes) -> bytes:
    number = number.lstrip(b"\x00") or b"\x00"
    if number[0] & 0x80:
        number = b"\x00" + number
    return b"\x02" + bytes([len(number)]) + number


def _der(signature: bytes) -> bytes:
    r, s = signature[:32], signature[32:]
    if r[0] and 0 < s[0] < 0x80:  # all but one in a hundred
        if r[0] < 0x80:
            return b"\x30\x44\x02\x20" + r + b"\x02\x20" + s
        return b"\x30\x45\x02\x21\0" + r + b"\x02\x20" + s
    body = _der_int(r) + _der_int(s)
    return b"\x30" + bytes([len(body)]) + body


class P256Public:
    """See `ledger.sealing.algorithms.PublicKey`."""

    __slots__ = ("_verify",)

    def __init__(self, key: ec.EllipticCurvePublicKey) -> None:
        self._verify = key.verify

    def verify(self, signature: bytes, message: bytes) -> bool:
        if len(signature) != 64:
            return False
        r, s = signature[:32], signature[32:]
        # Big-endian numbers of one length are ordered as their bytes are.
        if not _ZERO < s <= _HALF or not _ZERO < r < _ORDER_BYTES:
            return False
        try:
            self._verify(_der(signature), message, _SCHEME)
        except InvalidSignature:
            return False
        return True


class P256Private:
    """See `ledger.sealing.algorithms.PrivateKey`."""

    alg: Final = NAME

    def __init__(self, key: ec.EllipticCurvePrivateKey) -> None:
        self._key = key
        self.spki = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        self.key_id = hashlib.sha256(NAME.encode() + b"\x00" + self.spki).digest()

    def sign(self, message: bytes) -> bytes:
        r, s = decode_dss_signature(self._key.sign(message, _SCHEME))
        return r.to_bytes(32, "big") + min(s, ORDER - s).to_bytes(32, "big")

    def pkcs8(self) -> bytes:
        return self._key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


class P256:
    """See `ledger.sealing.algorithms.Algorithm`."""

    name = NAME

    def load_public(self, spki: bytes) -> P256Public:
        if len(spki) != 91 or not spki.startswith(PREFIX):
            raise LedgerError("bad_key", detail="not the 91-byte SPKI of a P-256 key")
        try:
            key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), spki[26:])
        except ValueError:
            raise LedgerError("bad_key", detail="the point is not on the curve") from None
        return P256Public(key)

    def generate(self) -> P256Private:
        return P256Private(ec.generate_private_key(ec.SECP256R1()))

    def adopt(self, private: object) -> P256Private | None:
        if isinstance(private, ec.EllipticCurvePrivateKey) and isinstance(private.curve, ec.SECP256R1):
            return P256Private(private)
        return None

    def spelled_out(self, signature: bytes) -> bytes:
        """DER; what is no r‖s of 64 bytes stays as it is."""
        return _der(signature) if len(signature) == 64 else signature


ALGORITHM: Final = P256()
