"""Who signs: a person, the post they usually act in, and the public side of their key. No secret is here."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
    load_pem_public_key,
)

from ledger.errors import LedgerError
from ledger.sealing.algorithms import ALGORITHMS, key_id, load_public


@dataclass(frozen=True, slots=True)
class Signer:
    """`post` and `ledger` are None where there is none: an applicant, a founder before the founding."""

    person: str
    post: str | None
    ledger: bytes | None
    origin: str
    alg: str
    spki: bytes

    @property
    def key(self) -> bytes:
        """The key's id, as acts name it."""
        return key_id(self.alg, self.spki)


def public_key(data: bytes) -> tuple[str, bytes]:
    """Algorithm and SPKI of a public key in PEM or DER, as openssl or a token's software writes it.

    LedgerError `bad_key` for anything else, other curves and weak points included.
    """
    try:
        load = load_pem_public_key if data.lstrip().startswith(b"-----") else load_der_public_key
        spki = load(data).public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise LedgerError("bad_key", detail=type(error).__name__) from None
    for alg in ALGORITHMS:
        try:
            load_public(alg, spki)
        except LedgerError:
            continue
        return alg, spki
    raise LedgerError("bad_key", detail="no algorithm of this software takes it")
