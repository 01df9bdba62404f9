"""A draft: an act complete but for its signature, with the plain values behind its commitments."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from ledger.errors import LedgerError
from ledger.sealing.algorithms import PrivateKey
from ledger.sealing.envelope import ACT_TYPE, sign
from ledger.sealing.submission import Opening, Submission


@dataclass(frozen=True, slots=True)
class Draft:
    """`body` is the canonical form of `act`: the bytes that will be signed."""

    act: dict[str, Any]
    body: bytes
    openings: tuple[Opening, ...]

    @property
    def digest(self) -> bytes:
        """The identity that the act will have."""
        return hashlib.sha256(self.body).digest()

    def sign(self, private: PrivateKey) -> Submission:
        """The act signed. LedgerError `key_not_of_act` for any key but the one that the act names."""
        if private.key_id != self.act["key"]:
            raise LedgerError("key_not_of_act", found=private.key_id.hex(), wanted=self.act["key"].hex())
        return Submission(self.body, sign(private, ACT_TYPE, self.body), self.openings)
