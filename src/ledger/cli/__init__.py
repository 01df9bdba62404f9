"""The command line: thin. It reads what the user typed, calls the rooms, prints what they answer."""

from ledger.cli.main import main

__all__ = ["main"]
