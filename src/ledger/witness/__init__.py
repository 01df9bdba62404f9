"""Witnesses: cosigning a ledger's checkpoints by file, with a memory of their own."""

from ledger.witness.cosign import Cosigned, cosign, init, remembered
from ledger.witness.fork import Fork, check_fork
from ledger.witness.papers import Proof, prove

__all__ = ["Cosigned", "Fork", "Proof", "check_fork", "cosign", "init", "prove", "remembered"]
