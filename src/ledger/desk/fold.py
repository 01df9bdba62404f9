"""The desk's fold: the ledger's state, and how many refusals a person has had on a day."""

from __future__ import annotations

from typing import Final, Self

from ledger.acts.moments import day_of
from ledger.rules.breach import breaches_in, class_of
from ledger.rules.life.fact import Fact
from ledger.rules.life.fault import Fault
from ledger.rules.life.fold import Reader
from ledger.rules.trail import Trail

_UNCOUNTED: Final = ("not_yet", "acknowledge")


class Fold(Trail):
    """State plus what only the desk counts, for the throttle."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._day = ""
        self._refusals: dict[str, int] = {}

    def refusals_of(self, person: str, day: str) -> int:
        """How many attempts of the person were recorded as refused on the newest day of the ledger, if that is it."""
        return self._refusals.get(person, 0) if day == self._day else 0

    def fork(self) -> Self:
        other = super().fork()
        other._refusals = self._refusals.copy()
        return other

    def adopt(self, other: Self) -> None:
        super().adopt(other)
        self._day, self._refusals = other._day, other._refusals

    def _taken(self, position: int, fact: Fact, faults: list[Fault]) -> None:
        super()._taken(position, fact, faults)
        self._count(fact)

    def _count(self, fact: Fact) -> None:
        if fact.act is None or fact.act["type"] != "act_refused" or not fact.known:
            return
        assert fact.recorded_at is not None
        breaches = breaches_in(fact.act["data"])
        if not breaches or class_of(breaches) in _UNCOUNTED:
            return
        day = day_of(fact.recorded_at)
        if day != self._day:
            self._day, self._refusals = day, {}
        # The refusal's own case is the person; the envelope inside may be anything on a ledger that was forged.
        person = "".join(fact.act["cases"][:1]).removeprefix("person:")
        self._refusals[person] = self._refusals.get(person, 0) + 1
