"""Signature algorithms behind one small interface; each is one module of this package.

A module is found by being here (a new algorithm is one new file) and defines `ALGORITHM`. Which of them an
act of a given version may name is the vocabulary's business (`ledger.acts`), not this package's.
"""

from __future__ import annotations

import hashlib
import pkgutil
from importlib import import_module
from typing import Final, Protocol

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import load_der_private_key

from ledger.errors import LedgerError


class PublicKey(Protocol):
    """A key that was checked once, when it was loaded."""

    def verify(self, signature: bytes, message: bytes) -> bool:
        """Whether `signature` is the key's own over `message`, in the one form that the format accepts."""
        ...


class PrivateKey(Protocol):
    """A key that signs; it never leaves the process in clear unless `pkcs8` is called."""

    @property
    def alg(self) -> str: ...
    @property
    def spki(self) -> bytes: ...
    @property
    def key_id(self) -> bytes: ...

    def sign(self, message: bytes) -> bytes:
        """A signature in the form that `PublicKey.verify` accepts."""
        ...

    def pkcs8(self) -> bytes:
        """The secret itself, unencrypted PKCS #8 DER; the caller encrypts it before it touches a disk."""
        ...


class Algorithm(Protocol):
    """What a module of this package offers under `ALGORITHM`."""

    name: str

    def load_public(self, spki: bytes) -> PublicKey:
        """LedgerError bad_key unless `spki` is the exact encoding of a good key."""
        ...

    def generate(self) -> PrivateKey: ...

    def adopt(self, private: object) -> PrivateKey | None:
        """The key wrapped, if this object of the cryptography library is one of this algorithm."""
        ...

    def spelled_out(self, signature: bytes) -> bytes:
        """The signature as most other software spells it; the same bytes if that is no other spelling."""
        ...


def _discover() -> dict[str, Algorithm]:
    found: dict[str, Algorithm] = {}
    for info in pkgutil.iter_modules(__path__):
        algorithm: Algorithm = import_module(f"{__name__}.{info.name}").ALGORITHM
        found[algorithm.name] = algorithm
    return found


ALGORITHMS: Final[dict[str, Algorithm]] = _discover()


def key_id(alg: str, spki: bytes) -> bytes:
    """SHA-256(alg ‖ 0x00 ‖ SPKI): the name under which acts know a key."""
    return hashlib.sha256(alg.encode() + b"\x00" + spki).digest()


def load_public(alg: str, spki: bytes) -> PublicKey:
    """The public key, fully checked; LedgerError bad_key if it is none."""
    algorithm = ALGORITHMS.get(alg)
    if algorithm is None:
        raise LedgerError("bad_key", detail=f"unknown algorithm {alg[:40]}")
    return algorithm.load_public(spki)


def generate(alg: str) -> PrivateKey:
    """A fresh key of that algorithm."""
    algorithm = ALGORITHMS.get(alg)
    if algorithm is None:
        raise LedgerError("bad_key", detail=f"unknown algorithm {alg[:40]}")
    return algorithm.generate()


def load_private(pkcs8: bytes) -> PrivateKey:
    """The private key in unencrypted PKCS #8 DER; LedgerError bad_private_key."""
    try:
        loaded = load_der_private_key(pkcs8, None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise LedgerError("bad_private_key", detail=type(error).__name__) from None
    for algorithm in ALGORITHMS.values():
        key = algorithm.adopt(loaded)
        if key is not None:
            return key
    raise LedgerError("bad_private_key", detail="unknown algorithm")
