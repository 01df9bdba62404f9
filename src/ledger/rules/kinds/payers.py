"""Money: out of whose budget it comes, and whether that budget is for it and suffices."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ledger.regulations.model import Payer
from ledger.regulations.value import Value
from ledger.rules.kinds.registry import rule
from ledger.rules.matrix import Result
from ledger.rules.matter import Matter
from ledger.rules.money import shown, total
from ledger.rules.outcome import Outcome


@rule("prize.payer", "prize_paid", "budget_appropriated")
def payer(matter: Matter) -> Iterator[Outcome]:
    """The money comes from whom the text names, out of means set aside for it and not beyond them."""
    if matter.regulation is None:
        return
    of = "prize" if matter.act.type == "prize_paid" else matter.act.data.purpose
    for known in matter.regulation.payers:
        if known.of == of:
            if known.by is not None:
                yield _by(matter, known, matter.read(known.by))
            if known.earmarked is not None and known.earmarked.v and matter.act.type == "prize_paid":
                yield from _out_of(matter, of, matter.read(known.earmarked))


def _by(matter: Matter, known: Payer, wanted: Value[Any]) -> Outcome:
    """Where the payer is none of those named and the text knows of others, it is for a decision to say who they are.
    That it was booked to somebody else has happened, so it is told and not refused."""
    data = matter.act.data
    roles, said = matter.roles_of(data.payer), f"prize.payer.{known.of}"
    payer, names = matter.party_name(data.payer), matter.role_names(wanted.v or ())
    met = bool(roles & set(wanted.v or ()))
    if met or known.elsewhere is None:
        result: Result | bool = "unclear" if wanted.v is None else met
        return matter.says(wanted, result, said, world=True, payer=payer, wanted=names)
    elsewhere = matter.read(known.elsewhere)
    if elsewhere.v is not None:
        named = {elsewhere.v} if isinstance(elsewhere.v, str) else set(elsewhere.v)
        names = matter.role_names(frozenset(named))
        return matter.says(elsewhere, bool(roles & named), said, world=True, payer=payer, wanted=names)
    decision = matter.act.get("decision")
    decided = decision is not None and matter.state.act(decision) is not None
    return matter.says(
        elsewhere, "unclear", "prize.payer.elsewhere", reasoned=decided, payer=payer, wanted=names
    )


def _out_of(matter: Matter, of: str, value: Value[bool]) -> Iterator[Outcome]:
    data, state = matter.act.data, matter.state
    budget = state.registers.budgets.get(data.budget or "")
    if budget is None:
        return
    yield matter.says(value, budget.data.purpose == of, "prize.payer.purpose", world=True)
    spent = total((*state.decision.paid_from.get(data.budget, ()), matter.act))
    yield matter.says(
        value,
        spent <= Decimal(budget.data.amount),
        "prize.payer.beyond",
        world=True,
        amount=shown(Decimal(budget.data.amount)),
        spent=shown(spent),
    )
