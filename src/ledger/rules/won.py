"""What a party won before an award: on the ledger, or in facts from before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ledger.regulations.model import Category, Regulation
from ledger.rules.kin import same
from ledger.rules.money import shown, total
from ledger.rules.procedure.decision import Honour
from ledger.rules.procedure.opening import regulation_id
from ledger.rules.procedure.state import Procedure


class Won(NamedTuple):
    """An earlier award: when, of which category, what of money was paid as far as that is known."""

    day: str
    category: Category
    paid: str | None
    position: int


def won_before(state: Procedure, regulation: Regulation, honour: Honour) -> list[Won]:
    """What any of the holders won before, of the same text, the oldest first. Revoked awards were won too."""
    on = honour.conferred.data.conferred_on
    found = {each for party in honour.parties for each in _of(state, regulation, party, honour.id)}
    return sorted((each for each in found if each.day < on), key=lambda each: (each.day, each.position))


def _of(state: Procedure, regulation: Regulation, party: str, but: str) -> Iterator[Won]:
    for id_ in same(state.registers, party):
        for award in state.decision.honours_of.get(id_, ()):
            other = state.decision.honours[award]
            cycle = state.opening.cycles.get(other.conferred.data.cycle)
            if award == but or cycle is None or regulation_id(cycle.regulation) != regulation.id:
                continue
            category = regulation.categories.get(other.conferred.data.category)
            if category is not None:
                on, paid = other.conferred.data.conferred_on, shown(total(other.paid))
                yield Won(on, category, paid, other.conferred.position)
        for act in state.registers.legacy.get(id_, ()):
            category = regulation.categories.get(act.data.category or "")
            of = act.data.regulation
            if act.data.kind != "award" or category is None:
                continue
            if of is None or regulation_id(of) == regulation.id:
                day = act.data.day or f"{act.data.year or 1949}-01-01"
                yield Won(day, category, act.data.amount, act.position)
