"""Others who must be asked before a step: their opinion is there, or they have agreed."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.rules.kinds.gates import ANSWERS, lacking, needed, of_step
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.progress import is_performing


@rule("gate.consent", class_="not_yet")
def consent(matter: Matter) -> Iterator[Outcome]:
    """Before a step an opinion was obtained, whatever it says; a consent or clearance was given. What is obtained is
    what the step asks for."""
    step = matter.step
    if step is None or not is_performing(matter.act.type):
        return
    for before, files, _ in needed(matter, step):
        if before.class_ in ANSWERS:
            yield lacking(matter, of_step(before), step, before, files, f"gate.consent.{before.class_}")
    if matter.act.type == "opinion_obtained" and step.class_ in ANSWERS:
        yield matter.says(
            of_step(step), matter.act.data.kind == step.class_, "gate.consent.kind", step=step.name
        )
