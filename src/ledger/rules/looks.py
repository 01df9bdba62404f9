"""Looks: what a rule kind sees by a day in the state alone, although nobody acted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from ledger.rules.outcome import Outcome
from ledger.rules.procedure.state import Procedure


class Seen(NamedTuple):
    """An outcome about the world, with the edition of the regulation and the cases it is about. `part`: as in a
    finding."""

    edition: str
    subjects: tuple[str, ...]
    outcome: Outcome
    part: str = ""


Look = Callable[[Procedure, str], Iterable[Seen]]
LOOKS: Final[dict[str, Look]] = {}


def look(name: str) -> Callable[[Look], Look]:
    """Decorator: what a rule kind sees by a day. It shares its name with the kind that judges acts, if there is one."""

    def admit(seen: Look) -> Look:
        if name in LOOKS:
            raise TypeError(f"{name} looks twice")
        LOOKS[name] = seen
        return seen

    return admit
