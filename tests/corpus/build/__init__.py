"""Makes the files of the corpus: ledgers written straight from the format, each with what a verifier must say."""
