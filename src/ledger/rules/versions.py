"""Which version of a text rules what outlives a cycle: that of the award, or the one in force on a day."""

from __future__ import annotations

from typing import Literal

from ledger.regulations.model import Regulation
from ledger.regulations.value import Value
from ledger.rules.governed import read
from ledger.rules.procedure.opening import regulation_id
from ledger.rules.procedure.state import Procedure
from ledger.rules.procedure.texts import Adopted

Family = Literal["duties", "honour_use", "bars", "revocation"]


def in_force(state: Procedure, text: str, day: str) -> Adopted | None:
    """The version of a text (`id` of its files) that covers the day; of several the one that began last."""
    covering = [each for each in state.texts.effective_on(day) if each.regulation.id == text]
    return max(covering, key=lambda each: (each.effective[0] or "", each.act.position), default=None)


def rules_of(state: Procedure, own: Regulation, family: Family, day: str) -> str | None:
    """What the text says about a family of rules: `conferral`, `use_date` and so on. The version in force on the day
    speaks, as it knows those before it; the own one where none is."""
    newest = in_force(state, own.id, day)
    speaks = newest.regulation if newest is not None else own
    value: Value[str] | None = getattr(speaks.transition, family) if speaks.transition is not None else None
    return read(state.registers, speaks, value, day).v if value is not None else None


def ruling(state: Procedure, own: Adopted, family: Family, day: str) -> Adopted:
    """The version that rules a family for an award under `own`, on the day that counts. A recorded decision about the
    transition goes before what the text says."""
    text = own.regulation.id
    decided = [
        act
        for act in state.registers.transitions
        if act.data.family == family and act.data.from_ <= day and regulation_id(act.data.regulation) == text
    ]
    if decided:
        newest = max(decided, key=lambda act: (act.data.from_, act.position))
        return state.texts.encoding(newest.data.regulation) or own
    if rules_of(state, own.regulation, family, day) in (None, "conferral"):
        return own
    return in_force(state, text, day) or own
