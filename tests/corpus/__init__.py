"""The frozen corpus: small ledgers and byte strings, each with what every verifier must say of it, for ever."""
