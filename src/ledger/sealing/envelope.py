"""What a key signs: a payload of a named type, wrapped by DSSE's pre-authentication encoding (format §3, §5).

A person's key signs only the types listed here, so no signature can be moved from one use to another.
"""

from __future__ import annotations

from typing import Final

from ledger.sealing.algorithms import PrivateKey, PublicKey
from ledger.sealing.canon import encode

ACT_TYPE: Final = "application/vnd.review-ledger.act.v1"
POP_TYPE: Final = "application/vnd.review-ledger.pop.v1"
RECOVERY_TYPE: Final = "application/vnd.review-ledger.recovery.v1"


def pae(payload_type: str, body: bytes) -> bytes:
    """DSSE's encoding of type and body; lengths are in bytes."""
    kind = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(body), body)


_ACT_HEAD: Final = b"DSSEv1 %d %b " % (len(ACT_TYPE), ACT_TYPE.encode())


def act_message(act: bytes) -> bytes:
    """The bytes that the signature of an act covers: `pae(ACT_TYPE, act)`, with the constant part prepared."""
    return _ACT_HEAD + b"%d " % len(act) + act


def sign(private: PrivateKey, payload_type: str, body: bytes) -> bytes:
    """Signature over a payload of that type."""
    return private.sign(pae(payload_type, body))


def verify(public: PublicKey, payload_type: str, body: bytes, signature: bytes) -> bool:
    """Whether the signature is good for a payload of that type."""
    return public.verify(signature, pae(payload_type, body))


def pop_body(*, key: bytes, ledger: bytes | None, origin: str, person: str, use: str) -> bytes:
    """What the owner of a key signs to show that they hold it; `use` is act, machine or recovery."""
    return encode({"key": key, "ledger": ledger, "origin": origin, "person": person, "use": use})
