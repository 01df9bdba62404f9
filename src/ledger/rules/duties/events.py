"""What a duty should come before: a step, or an act of a type."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.regulations.model import Regulation
from ledger.rules.act import Act
from ledger.rules.duties.owed import Concern
from ledger.rules.moment import is_after
from ledger.rules.procedure.state import Procedure


def before(state: Procedure, regulation: Regulation, what: str, concern: Concern, opened: Act) -> Act | None:
    """The first such act about the same thing that was not surely before the duty was opened; None until there is
    one."""
    acts = _at_step(state, what, concern) if what in regulation.steps else _of_type(state, what, concern)
    later = [act for act in acts if not is_after(opened.at, act.at)]
    return min(later, key=lambda act: act.position, default=None)


def _at_step(state: Procedure, step: str, concern: Concern) -> Iterable[Act]:
    progress, cycle = state.progress, concern.cycle or ""
    yield from progress.of_cycle.get((cycle, step), ())
    if concern.application is not None:
        yield from progress.of_file.get((cycle, step, concern.application), ())


def _of_type(state: Procedure, type_: str, concern: Concern) -> Iterable[Act]:
    cycle = state.opening.cycles.get(concern.cycle or "")
    if type_ == "cycle_closed" and cycle is not None and cycle.closed is not None:
        yield cycle.closed
