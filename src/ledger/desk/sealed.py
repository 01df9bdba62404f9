"""What is handed in closed is looked at once, by the desk, before it is stored: so nobody can stop an opening with a
value that says nothing, or by not coming back.

* A sealed sheet is a `SheetContent` on the scale of its step and of its standard.
* An officer's half of a seed is one.

Nothing of the value is kept in the refusal, which is one of form and only logged: an audit could not judge it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ledger.rules.act import Act
from ledger.rules.breach import BreachFound
from ledger.rules.draws import is_half
from ledger.rules.kinds.scores import on_scale
from ledger.rules.matter import Matter
from ledger.rules.sheets import content
from ledger.sealing.submission import Opening

CLOSED: Final = {"score_sheet_sealed": "sheet", "score_sheet_replaced": "sheet", "draw_committed": "seed"}
"""Act type → its field that is opened later."""
TOLD_ONLY: Final = ("default", "silent", "unknown")
"""Where a value comes from that refuses nothing."""


def sealed_misfit(matter: Matter, openings: Sequence[Opening]) -> BreachFound | None:
    """What is wrong with the closed value of an act; None if nothing is, or the act has none."""
    field = CLOSED.get(matter.act.type)
    if field is None:
        return None
    value = next((opening.value for opening in openings if opening.field == field), None)
    if field == "seed":
        return None if is_half(value) else BreachFound("half_misfit")
    said = content(value)
    if said is None:
        return BreachFound("sheet_misfit")
    if matter.application is None or matter.step is None:
        return None
    standard: Act | None = matter.state.registers.standards.get(matter.act.data.standard or "")
    told = on_scale(matter, said, standard)
    wrong = any(outcome.result != "holds" and outcome.value.source not in TOLD_ONLY for outcome in told)
    return BreachFound("sheet_off_scale") if wrong else None
