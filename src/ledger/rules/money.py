"""Amounts of yuan, reckoned exactly, and what has been paid for an award so far."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ledger.rules.act import Act
from ledger.rules.procedure.decision import Honour


def total(acts: Iterable[Act]) -> Decimal:
    """The sum of the amounts of acts; one without an amount adds nothing."""
    return sum((Decimal(act.data.amount or 0) for act in acts), Decimal(0))


def paid(honour: Honour) -> Decimal:
    """The prize money paid out for an award so far."""
    return total(honour.paid)


def shown(amount: Decimal) -> str:
    """The amount for people, without a mark of thousands."""
    return f"{amount:f}"
