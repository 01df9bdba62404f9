"""Sealing: canonical bytes, envelopes, algorithms, the tree, notes, proofs, commitments. Pure, no I/O."""
