"""Looks: what a rule kind sees by a day in the state alone, although nobody acted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from ledger.rules.kinds.registry import ALL_RULES, rule
from ledger.rules.matter import Matter
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


NO_ACT: Final = "no_act"


def _nothing(matter: Matter) -> Iterator[Outcome]:
    yield from ()


def look(name: str) -> Callable[[Look], Look]:
    """Decorator: what a rule kind sees by a day. It shares its name with the kind that judges acts, which is there
    first, if there is one; a kind that only looks is in the rulebook too, and says nothing of any act."""

    def admit(seen: Look) -> Look:
        if name in LOOKS:
            raise TypeError(f"{name} looks twice")
        if name not in ALL_RULES:
            rule(name, NO_ACT)(_nothing)
        LOOKS[name] = seen
        return seen

    return admit
