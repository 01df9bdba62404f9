"""The demonstration: a ledger is founded, used, witnessed and verified; then it is tampered with, five times."""

from ledger.demo.tour import run

__all__ = ["run"]
