"""Verifier keys of signed notes (C2SP signed-note, tlog-cosignature): a name, a kind, an Ed25519 key.

As text a key is `NAME+8hex+base64(kind ‖ key)`, where the eight digits are the first four bytes of
SHA-256(name ‖ LF ‖ kind ‖ key).  They find the key of a signature line and prove nothing; the signature does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Final

from ledger.errors import LedgerError
from ledger.sealing.algorithms import PrivateKey, PublicKey, load_public
from ledger.sealing.lines import MOST_DECIMAL, Malformed, base64_of, bytes_of

LEDGER: Final = 1
"""Kind of the keys with which a ledger signs its checkpoints."""
WITNESS: Final = 4
"""Kind of the keys with which witnesses cosign, each time with the second at which they did."""

MAX_SECONDS: Final = MOST_DECIMAL
_SPKI_PREFIX: Final = bytes.fromhex("302a300506032b6570032100")
_hex_id = re.compile(r"[0-9a-f]{8}\Z").match


def is_key_name(name: str) -> bool:
    """Whether C2SP allows the name for a key: not empty, no plus, no space of any script, no control."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return bool(name) and not any(char == "+" or char < " " or char.isspace() for char in name)


def cosigned_message(body: bytes, seconds: int) -> bytes:
    """The bytes a witness signs: what it saw, and when."""
    return b"cosignature/v1\ntime %d\n%b" % (seconds, body)


def cosigned_seconds(signature: bytes) -> int:
    """The time inside a cosignature (of any bytes; only `VerifierKey.verify` says whether it is one)."""
    return int.from_bytes(signature[:8], "big")


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """A public key that signs notes under a name.

    Made only of what is valid: LedgerError `bad_vkey` for a name or kind that cannot be, `bad_key` for a key
    that is not a canonical point of prime order.  Equal if name, kind and key are.
    """

    name: str
    kind: int
    public: bytes
    id: bytes = field(init=False, compare=False, repr=False)
    _key: PublicKey = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if not is_key_name(self.name):
            raise _bad_vkey(Malformed("密钥名称不合规", "the key name is not allowed"))
        if self.kind not in (LEDGER, WITNESS):
            raise _bad_vkey(Malformed("密钥类别不是账本或见证", "the kind is neither ledger nor witness"))
        object.__setattr__(self, "_key", _load(self.public))
        name_line = self.name.encode() + b"\n"
        object.__setattr__(self, "id", sha256(name_line + bytes([self.kind]) + self.public).digest()[:4])

    def __reduce__(self) -> tuple[type[VerifierKey], tuple[str, int, bytes]]:
        # The library's key object does not travel between processes; its bytes do, and are checked again.
        return VerifierKey, (self.name, self.kind, self.public)

    @classmethod
    def parse(cls, text: str) -> VerifierKey:
        """The key written as text.  LedgerError `bad_vkey` or `bad_key`."""
        parts = text.split("+", 2)
        try:
            if len(parts) != 3:
                raise Malformed("应为“名称+编号+密钥”三部分", "not of three parts joined by plus signs")
            name, digits, encoded = parts
            material = bytes_of(encoded, "密钥", "the key")
            if len(material) != 33:
                raise Malformed("密钥长度不对", "the key has the wrong length")
        except Malformed as bad:
            raise _bad_vkey(bad) from None
        key = cls(name, material[0], material[1:])
        if not _hex_id(digits) or bytes.fromhex(digits) != key.id:
            raise _bad_vkey(Malformed("编号与密钥不符", "the id does not belong to the key"))
        return key

    @classmethod
    def of(cls, private: PrivateKey, name: str, kind: int) -> VerifierKey:
        """The public side of a private key.  LedgerError `bad_key` unless it is Ed25519."""
        return cls(name, kind, raw_public(private))

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{base64_of(bytes([self.kind]) + self.public)}"

    def verify(self, body: bytes, signature: bytes) -> bool:
        """Whether `signature` (a line's bytes after the id) is this key's over the note's body."""
        if self.kind == LEDGER:
            return self._key.verify(signature, body)
        seconds = cosigned_seconds(signature)
        if len(signature) != 72 or seconds > MAX_SECONDS:
            return False
        return self._key.verify(signature[8:], cosigned_message(body, seconds))


def raw_public(private: PrivateKey) -> bytes:
    """The 32 bytes of an Ed25519 key's public side.  LedgerError `bad_key` for any other algorithm."""
    if private.alg != "ed25519":
        raise LedgerError("bad_key", detail="notes are signed with Ed25519 keys")
    return private.spki[len(_SPKI_PREFIX) :]


@lru_cache(maxsize=256)
def _load(public: bytes) -> PublicKey:
    """The checked key; the check costs as much as ten signatures, and the same few keys come again."""
    return load_public("ed25519", _SPKI_PREFIX + public)


def _bad_vkey(bad: Malformed) -> LedgerError:
    return LedgerError("bad_vkey", **bad.facts)
