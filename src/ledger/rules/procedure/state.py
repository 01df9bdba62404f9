"""The whole state of the procedure, and how an act changes it."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Final

from ledger.rules.act import Act
from ledger.rules.procedure import after, decision, entries, opening, publicity, registers, review, texts
from ledger.rules.procedure.progress import Progress, mark
from ledger.rules.procedure.texts import Files
from ledger.rules.tables import Tables


@dataclass(slots=True)
class Procedure(Tables):
    """One part a phase, the marks that acts left at the steps, and where each act stands."""

    registers: registers.Registers = field(default_factory=registers.Registers)
    texts: texts.Texts = field(default_factory=texts.Texts)
    opening: opening.Opening = field(default_factory=opening.Opening)
    review: review.Review = field(default_factory=review.Review)
    publicity: publicity.Publicities = field(default_factory=publicity.Publicities)
    decision: decision.Decisions = field(default_factory=decision.Decisions)
    after: after.After = field(default_factory=after.After)
    entries: entries.Entries = field(default_factory=entries.Entries)
    progress: Progress = field(default_factory=Progress)
    acts: MutableMapping[bytes, int] = field(default_factory=dict)  # digest of a procedural act → position


# Some acts concern two phases: a file that is struck leaves the opening's table and the lists.
_PARTS: Final = (
    ("registers", registers.EFFECTS),
    ("opening", opening.EFFECTS),
    ("review", review.EFFECTS),
    ("publicity", publicity.EFFECTS),
    ("decision", decision.EFFECTS),
    ("after", after.EFFECTS),
    ("entries", entries.EFFECTS),
)


def evolve(state: Procedure, act: Act, files: Files) -> None:
    """Carry the state over an act that stands."""
    state.acts[act.digest] = act.position
    reads_files = texts.EFFECTS.get(act.type)
    if reads_files is not None:
        reads_files(state.texts, act, files)
    for name, effects in _PARTS:
        effect = effects.get(act.type)
        if effect is not None:
            effect(getattr(state, name), act)
    mark(state.progress, act)
