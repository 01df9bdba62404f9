"""The ledger's own keys: one signs as `machine`, one signs checkpoints. They live with the desk, readable by
its user alone, because a desk must work unattended; persons' keys are never here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ledger import files
from ledger.errors import LedgerError
from ledger.rules.life.state import LedgerState
from ledger.sealing.algorithms import PrivateKey, load_private
from ledger.sealing.vkeys import LEDGER, VerifierKey


@dataclass(frozen=True, slots=True)
class Keyring:
    """Both private keys of a ledger and the name under which checkpoints are signed."""

    origin: str
    machine: PrivateKey
    checkpoint: PrivateKey

    @property
    def vkey(self) -> VerifierKey:
        """The public side of the checkpoint key."""
        return VerifierKey.of(self.checkpoint, self.origin, LEDGER)

    def demand_for(self, state: LedgerState, path: Path) -> None:
        """LedgerError desk_keys_damaged unless these are the keys that the ledger names."""
        if state.machine != self.machine.key_id or str(self.vkey) not in state.checkpoint_keys:
            raise LedgerError("desk_keys_damaged", path=str(path))

    def save(self, path: Path) -> None:
        """Write a new file, for the owner's eyes only; one that is there is never lost. LedgerError file_exists."""
        content = {
            "review-ledger desk keys": 1,
            "origin": self.origin,
            "machine": self.machine.pkcs8().hex(),
            "checkpoint": self.checkpoint.pkcs8().hex(),
        }
        files.create(path, (json.dumps(content, indent=1) + "\n").encode(), mode=0o600)

    @classmethod
    def load(cls, path: Path) -> Keyring:
        """LedgerError desk_keys_missing or desk_keys_damaged."""
        try:
            content = json.loads(path.read_bytes())
            if content["review-ledger desk keys"] != 1:
                raise ValueError
            return cls(
                content["origin"],
                load_private(bytes.fromhex(content["machine"])),
                load_private(bytes.fromhex(content["checkpoint"])),
            )
        except FileNotFoundError:
            raise LedgerError("desk_keys_missing", path=str(path)) from None
        except (OSError, ValueError, KeyError, TypeError, LedgerError):
            raise LedgerError("desk_keys_damaged", path=str(path)) from None
