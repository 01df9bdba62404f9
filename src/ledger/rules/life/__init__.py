"""The ledger's own life, judged completely: founding, keys, posts, duties, documents, batches, references.

`judge` says what is wrong with a record on the state of the records before it; `evolve` applies its effect;
desk and verify both call them, on the same `Fact`s, so that what the desk accepts verifies.
"""
