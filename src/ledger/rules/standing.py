"""What is wrong by a day although nobody acted: rule kinds that look at the state alone.

Such a kind is registered with `standing(...)`; it is asked once for each thing it speaks about, with the day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from ledger.rules.findings import Finding
from ledger.rules.kinds.registry import ALL_RULES, Rulebook, rule
from ledger.rules.matrix import decide
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome, breach_code
from ledger.rules.procedure.state import Procedure
from ledger.rules.procedure.texts import Files
from ledger.rules.sentences import message_of


class Seen(NamedTuple):
    """An outcome about the world, with the edition of the regulation and the cases it is about."""

    edition: str
    subjects: tuple[str, ...]
    outcome: Outcome


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


def standing(state: Procedure, files: Files, today: str, rules: Rulebook) -> Iterator[Finding]:
    """Every finding that stands on a day."""
    for name, seen in LOOKS.items():
        if name not in rules:
            continue
        for edition, subjects, outcome in seen(state, today):
            value = outcome.value
            verdict = decide(
                value.strength,
                value.source,
                value.ask,
                outcome.result,
                transcribed=True,
                reasoned=outcome.reasoned,
                world=True,
            )
            if verdict.effect == "finding":
                yield Finding(
                    breach_code(name, value.article, value.item),
                    name,
                    verdict.severity or "remark",
                    edition,
                    value.article,
                    value.item,
                    outcome.positions,
                    subjects,
                    value.source,
                    message_of(outcome.said, outcome.facts),
                )
