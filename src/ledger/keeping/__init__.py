"""Keeping: founding a ledger, publishing its checkpoints, backing it up and restoring it."""
