"""The desk's fold: the ledger's state, and how many refusals a person has had on a day."""

from __future__ import annotations

from typing import Final, Self

from ledger.acts.moments import day_of
from ledger.rules.breach import BreachFound, class_of
from ledger.rules.life import fold
from ledger.rules.life.fact import Fact
from ledger.rules.life.fold import Reader

_UNCOUNTED: Final = ("not_yet", "acknowledge")


class Fold(fold.Fold):
    """State plus what only the desk counts, for the throttle."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.refusals: dict[tuple[str, str], int] = {}

    def fork(self) -> Self:
        other = super().fork()
        other.refusals = self.refusals.copy()
        return other

    def adopt(self, other: Self) -> None:
        super().adopt(other)
        self.refusals = other.refusals

    def _count(self, fact: Fact) -> None:
        if fact.act is None or fact.act["type"] != "act_refused" or not fact.known:
            return
        assert fact.recorded_at is not None
        breaches = [BreachFound(b["code"]) for b in fact.act["data"]["breaches"]]
        if class_of(breaches) in _UNCOUNTED:
            return
        # The refusal's own case is the person; the envelope inside may be anything on a ledger that was forged.
        day = ("".join(fact.act["cases"][:1]).removeprefix("person:"), day_of(fact.recorded_at))
        self.refusals[day] = self.refusals.get(day, 0) + 1
