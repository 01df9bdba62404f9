"""What is wrong by a day although nobody acted: rule kinds that look at the state alone.

Such a kind is registered with `ledger.rules.looks.look`; it is asked with the day.
"""

from __future__ import annotations

from collections.abc import Iterator

from ledger.rules.findings import Finding
from ledger.rules.kinds import Rulebook
from ledger.rules.looks import LOOKS
from ledger.rules.matrix import decide
from ledger.rules.outcome import breach_code
from ledger.rules.procedure.state import Procedure
from ledger.rules.procedure.texts import Files
from ledger.rules.sentences import message_of


def standing(state: Procedure, files: Files, today: str, rules: Rulebook) -> Iterator[Finding]:
    """Every finding that stands on a day."""
    for name, seen in LOOKS.items():
        if name not in rules:
            continue
        for edition, subjects, outcome, part in seen(state, today):
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
                    part=part,
                )
