"""The vault: plain values behind commitments, kept beside the line and never in it."""

from ledger.vault.vault import WEEK, Vault

__all__ = ["WEEK", "Vault"]
