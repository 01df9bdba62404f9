"""Witnesses: cosigning a ledger's checkpoints by file, with a memory of their own."""
