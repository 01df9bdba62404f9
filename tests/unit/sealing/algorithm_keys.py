"""A fixed key of each algorithm, and the numbers both are about."""

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from ledger.sealing import algorithms
from ledger.sealing.algorithms import load_private

N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
L = 2**252 + 27742317777372353535851937790883648493
P25519 = 2**255 - 19
MESSAGE = b"DSSEv1 4 test 5 hello"


def h(text: str) -> bytes:
    return bytes.fromhex(text)


def p256_from(scalar: int) -> algorithms.PrivateKey:
    key = ec.derive_private_key(scalar, ec.SECP256R1())
    return load_private(
        key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )


def ed25519_from(seed: bytes) -> algorithms.PrivateKey:
    return load_private(h("302e020100300506032b657004220420") + seed)


KEYS = {"p256-sha256": p256_from(0xC0FFEE), "ed25519": ed25519_from(bytes(range(32)))}
