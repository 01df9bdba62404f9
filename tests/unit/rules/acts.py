"""Acts made by hand, for tests of what rules read from the state."""

from __future__ import annotations

import hashlib
from itertools import count
from typing import Any

from ledger.acts.registry import TYPES
from ledger.rules.act import Act
from ledger.rules.procedure.state import Procedure, evolve
from tests.unit.acts.examples.common import of

_positions = count(1)


def act(type_: str, /, at: str = "2023-01-01", by: str = "somebody", **given: Any) -> Act:
    """An act of the day, with what is given and nothing else in its data."""
    position = next(_positions)
    kind = TYPES.get(type_, 1)
    assert kind is not None
    digest = hashlib.sha256(str(position).encode()).digest()
    data = kind.load(of(type_, **given)[1])
    return Act(position, 0, digest, type_, by, None, None, "own", at, (), (), data)


def after(*acts: Act) -> Procedure:
    """The state that these acts make."""
    state = Procedure()
    for each in acts:
        evolve(state, each, None)  # type: ignore[arg-type]  # none of these acts reads a document
    return state
