"""A secret under a password: scrypt (RFC 7914) gives the key, ChaCha20-Poly1305 (RFC 8439) the lock.

What stands beside the secret in clear is bound to it, so nobody can put one person's secret under another's
name. The cost written in a file is checked before it is paid: a file made by somebody else must not be able
to take all the memory of the machine.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from ledger.errors import LedgerError
from ledger.sealing.canon import encode

KDF: Final = "scrypt"
CIPHER: Final = "chacha20-poly1305"
MOST_MEMORY: Final = 128 * 1024 * 1024
MOST_WORK: Final = 2**23
"""n·r·p, 32 times the standard cost."""
MOST_PASSWORD: Final = 1024


class Cost(NamedTuple):
    """Parameters of scrypt: memory is 128·n·r bytes, work n·r·p."""

    n: int
    r: int
    p: int

    def bearable(self) -> bool:
        """Whether this machine may be asked to pay it."""
        n, r, p = self
        return (
            all(type(i) is int for i in self)
            and n >= 2
            and n & (n - 1) == 0
            and r >= 1
            and p >= 1
            and 128 * n * r <= MOST_MEMORY
            and n * r * p <= MOST_WORK
        )


STANDARD: Final = Cost(2**15, 8, 1)
"""32 MiB and about a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Lockbox:
    """A locked secret; `json` and `parse` write and read it as three members of a JSON object."""

    cost: Cost
    salt: bytes
    nonce: bytes
    locked: bytes

    def json(self) -> dict[str, Any]:
        """Members `kdf`, `cipher` and `secret`."""
        return {
            "kdf": {"name": KDF, **self.cost._asdict(), "salt": self.salt.hex()},
            "cipher": {"name": CIPHER, "nonce": self.nonce.hex()},
            "secret": self.locked.hex(),
        }

    @classmethod
    def parse(cls, members: Any) -> Lockbox | None:
        """The box in these members; None if they are none, or ask for a cost that is not bearable."""
        try:
            kdf, cipher = members["kdf"], members["cipher"]
            cost = Cost(kdf["n"], kdf["r"], kdf["p"])
            box = cls(
                cost,
                bytes.fromhex(kdf["salt"]),
                bytes.fromhex(cipher["nonce"]),
                bytes.fromhex(members["secret"]),
            )
            names = kdf["name"], cipher["name"]
        except (KeyError, TypeError, ValueError):
            return None
        good = (
            names == (KDF, CIPHER) and len(box.salt) >= 16 and len(box.nonce) == 12 and len(box.locked) > 16
        )
        return box if good and cost.bearable() else None

    def open(self, password: str, beside: Any) -> bytes:
        """The secret. LedgerError `password_wrong` for another password, or if anything was changed."""
        try:
            return _cipher(password, self.cost, self.salt).decrypt(
                self.nonce, self.locked, _bound(beside, self.cost, self.salt)
            )
        except InvalidTag:
            raise LedgerError("password_wrong") from None


def lock(secret: bytes, password: str, beside: Any, cost: Cost = STANDARD) -> Lockbox:
    """A box of this secret; `beside` (any canonical value) must be given again, the same, to open it.

    LedgerError `password_missing` for an empty password.
    """
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    locked = _cipher(password, cost, salt).encrypt(nonce, secret, _bound(beside, cost, salt))
    return Lockbox(cost, salt, nonce, locked)


def _cipher(password: str, cost: Cost, salt: bytes) -> ChaCha20Poly1305:
    # Two input methods may type one password as different code points.
    try:
        typed = unicodedata.normalize("NFC", password).encode()
    except UnicodeEncodeError:
        raise LedgerError("password_unreadable", detail="含有无法编码的字符") from None
    if not typed:
        raise LedgerError("password_missing")
    if len(typed) > MOST_PASSWORD:
        raise LedgerError("password_unreadable", detail=f"超过 {MOST_PASSWORD} 字节")
    return ChaCha20Poly1305(Scrypt(salt=salt, length=32, n=cost.n, r=cost.r, p=cost.p).derive(typed))


def _bound(beside: Any, cost: Cost, salt: bytes) -> bytes:
    return encode(["review-ledger/lockbox/1", beside, list(cost), salt])
