"""The whole state of the procedure, and how an act changes it."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field, replace
from typing import Final

from ledger.rules.act import Act
from ledger.rules.procedure import after, decision, entries, opening, publicity, registers, review, texts
from ledger.rules.procedure.corrected import corrected
from ledger.rules.procedure.progress import Progress, mark
from ledger.rules.procedure.review import Look
from ledger.rules.procedure.texts import Files
from ledger.rules.tables import Tables


@dataclass(slots=True)
class Procedure(Tables):
    """One part a phase, the marks that acts left at the steps, and the acts themselves.

    `trail` holds each act as it counts now, by position: corrected if it was corrected, None if it was voided or its
    decision withdrawn. `places`: digest → position. `refused`: what a person was refused, by (person, type).
    `looks`: who read closed sheets, or halves of seeds.
    """

    registers: registers.Registers = field(default_factory=registers.Registers)
    texts: texts.Texts = field(default_factory=texts.Texts)
    opening: opening.Opening = field(default_factory=opening.Opening)
    review: review.Review = field(default_factory=review.Review)
    publicity: publicity.Publicities = field(default_factory=publicity.Publicities)
    decision: decision.Decisions = field(default_factory=decision.Decisions)
    after: after.After = field(default_factory=after.After)
    entries: entries.Entries = field(default_factory=entries.Entries)
    progress: Progress = field(default_factory=Progress)
    trail: MutableMapping[int, Act | None] = field(default_factory=dict)
    places: MutableMapping[bytes, int] = field(default_factory=dict)
    refused: MutableMapping[tuple[str, str], tuple[Act, ...]] = field(default_factory=dict)
    looks: tuple[Look, ...] = ()

    def act(self, digest: bytes) -> Act | None:
        """An earlier act as it counts now; None if there is none, or it counts no more."""
        position = self.places.get(digest)
        return self.trail.get(position) if position is not None else None

    def looked(self, look: Look, case: str, fields: frozenset[str]) -> None:
        """Somebody read these fields of a case out of the vault: noted if something of it was still closed."""
        acts = review.closed_acts(self.review, case, fields)
        if acts:
            self.looks = (*self.looks, replace(look, acts=acts))


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
    state.places[act.digest] = act.position
    state.trail[act.position] = act
    _apply(state, act, files)
    rewritten = _rewrites(state, act)
    if rewritten is not None:
        position, instead = rewritten
        state.trail[position] = instead
        _fold_again(state, files)


def refuse(state: Procedure, act: Act) -> None:
    """Remember an act that was refused: the same with another date soon after is worth a look."""
    key = (act.by, act.type)
    state.refused[key] = (*state.refused.get(key, ()), act)


def _apply(state: Procedure, act: Act, files: Files) -> None:
    reads_files = texts.EFFECTS.get(act.type)
    if reads_files is not None:
        reads_files(state.texts, act, files)
    for name, effects in _PARTS:
        effect = effects.get(act.type)
        if effect is not None:
            effect(getattr(state, name), act)
    mark(state.progress, act)


def _rewrites(state: Procedure, act: Act) -> tuple[int, Act | None] | None:
    """(position, act as it counts from now on) of the earlier act that this one changes."""
    if act.type not in ("entry_corrected", "entry_voided", "decision_changed"):
        return None
    digest = act.data.decision if act.type == "decision_changed" else act.data.act
    target = state.act(digest)
    if target is None:
        return None
    if act.type != "entry_corrected":
        return target.position, None
    instead = corrected(target, act)
    return (target.position, instead) if instead is not None else None


def _fold_again(state: Procedure, files: Files) -> None:
    """All parts anew from the acts as they count now: what rested on the old value rests on the new one."""
    fresh = Procedure()
    for position in sorted(state.trail):
        act = state.trail[position]
        if act is not None:
            _apply(fresh, act, files)
    for name in ("texts", "progress", *(name for name, _ in _PARTS)):
        setattr(state, name, getattr(fresh, name))
