"""What tests of the signer's side share."""

from ledger.sealing.lockbox import Cost

CHEAP = Cost(2, 1, 1)
"""scrypt for tests: the same code, at no cost."""

LEDGER = bytes(range(32))
ORIGIN = "example.gov/award"
