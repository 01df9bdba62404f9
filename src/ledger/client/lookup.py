"""What a client must ask the ledger while it composes: which persons a key or an earlier act belongs to."""

from __future__ import annotations

from typing import Any, Protocol

from ledger.rules.life.cases import expected_cases
from ledger.rules.life.state import LedgerState, Look


class Lookup(Protocol):
    """Answers from a ledger."""

    def cases(self, act: dict[str, Any]) -> list[str] | None:
        """The cases that an act of the ledger's own life must name.

        None where they are free, or where a key or act that it names is not found.
        """
        ...


class OfLedger:
    """Answers from a folded state, as the desk of a local ledger has it."""

    def __init__(self, state: LedgerState, look: Look) -> None:
        self._state = state
        self._look = look

    def cases(self, act: dict[str, Any]) -> list[str] | None:
        """See `Lookup`."""
        return expected_cases(self._state, act, self._look)


class _Nowhere:
    def record(self, position: int) -> bytes | None:
        return None

    def root(self, size: int) -> bytes | None:
        return None


def without_ledger() -> Lookup:
    """Answers where no ledger is at hand: enough for every act that names its persons itself."""
    return OfLedger(LedgerState(), _Nowhere())
