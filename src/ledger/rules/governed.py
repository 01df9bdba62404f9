"""What governs a cycle, and how its values read on a day: for rules that look at the state without an act."""

from __future__ import annotations

from typing import Any

from ledger.regulations.model import Regulation
from ledger.regulations.value import Value
from ledger.rules.procedure.registers import Registers, decided, reading_on
from ledger.rules.procedure.state import Procedure


def governing(state: Procedure, cycle: str) -> Regulation | None:
    """The encoding that the cycle was opened under; before that, the newest of its version."""
    found = state.opening.cycles.get(cycle)
    if found is None:
        return None
    revision = found.opened.data.encoding if found.opened is not None else None
    adopted = state.texts.encoding(found.regulation, revision)
    return adopted.regulation if adopted is not None else None


def read(registers: Registers, regulation: Regulation, value: Value[Any], on: str) -> Value[Any]:
    """The value with the reading of its question that holds on a day, if one was issued: it then comes from a
    reading, whatever it was before."""
    if value.question is None:
        return value
    issued = reading_on(registers, regulation.name, value.question, on)
    return value if issued is None else decided(value, issued)
