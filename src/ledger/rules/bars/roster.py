"""Whether what was before the ledger is known as far back as a bar reaches.

A roster is declared complete for kinds of facts between two days. It must reach to the opening of the award's first
cycle on the ledger, from where the ledger knows for itself. It must reach back by the length of the bar; where a bar is
for ever, counts editions or asks for the second time, whoever declares the roster answers for where it begins.
"""

from __future__ import annotations

from typing import Final

from ledger.regulations.model import Bar
from ledger.regulations.value import Term
from ledger.rules.days import beside, shifted
from ledger.rules.moment import day
from ledger.rules.procedure.state import Procedure

NEEDED: Final[dict[str, tuple[str, ...]]] = {
    "honour": ("award",),
    "ground": ("bar", "revocation"),
    "determination": ("bar",),
    "sanction": ("sanction",),
}


def is_complete(state: Procedure, family: str, bar: Bar, length: Term | None, on: str) -> bool:
    """Whether no origin of this bar, barring on that day, can be hidden in the time before the ledger."""
    since = None if "#" in bar.on else _since(length, on)
    upto = _begun(state, family) or on
    if since is not None and since >= upto:
        return True
    return all(_covered(state, kind, since, upto) for kind in NEEDED[bar.on.partition(":")[0]])


def _begun(state: Procedure, family: str) -> str | None:
    """The opening of the first cycle on the ledger."""
    opened = [state.opening.cycles[id_].opened for id_ in state.opening.editions.get(family, ())]
    return min((day(act.at) for act in opened if act is not None), default=None)


def _since(length: Term | None, on: str) -> str | None:
    """The first day on which something could still bar on that day; None where there is none."""
    if length is None or length.unit == "editions":
        return None
    return shifted(on, -length.n if length.unit == "years" else -(length.n // 12 + 1))


def _covered(state: Procedure, kind: str, since: str | None, upto: str) -> bool:
    spans = sorted((act.data.from_, act.data.to) for act in state.registers.rosters if kind in act.data.kinds)
    reached = since
    for first, last in spans:
        if reached is None or first <= reached:
            reached = max(reached or "", beside(last))
    return reached is not None and reached >= upto and bool(spans)
