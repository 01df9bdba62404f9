"""The trail: the ledger's own life and the state of the procedure, folded together; desk and audit both stand on it."""

from __future__ import annotations

from typing import Self

from ledger.acts.cases import named_cases
from ledger.acts.head import MAX_CASES
from ledger.acts.registry import TYPES
from ledger.rules.act import Act, procedural
from ledger.rules.breach import BreachFound
from ledger.rules.judging import NOTHING, Judgement, judge
from ledger.rules.kinds import EVERY, Rulebook
from ledger.rules.life import fold
from ledger.rules.life.fact import Fact, of_act
from ledger.rules.life.fault import Fault, cancels
from ledger.rules.life.fold import Reader
from ledger.rules.matter import Matter
from ledger.rules.procedure.review import Look
from ledger.rules.procedure.state import Procedure, evolve, refuse


class Trail(fold.Fold):
    """A fold that knows the procedure too. `rules`: what it judges by, all rule kinds."""

    rules: Rulebook = EVERY

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self.procedure = Procedure()

    def fork(self) -> Self:
        other = super().fork()
        other.procedure = self.procedure.fork()
        return other

    def adopt(self, other: Self) -> None:
        super().adopt(other)
        self.procedure = other.procedure

    def settle(self) -> None:
        super().settle()
        self.procedure.settle()

    def weigh(self, fact: Fact) -> Judgement:
        """What the procedure says of the fact as the next record; nothing, if it is none of its acts."""
        act = procedural(fact, self.state.size + 1)
        if act is None:
            return NOTHING
        misfit = self._cases_misfit(fact)
        return Judgement((misfit,), (), ()) if misfit is not None else judge(self.matter(act), self.rules)

    def matter(self, act: Act) -> Matter:
        """The act before the rules, on the state as it is now."""
        return Matter(act, self.procedure, self, self.state.entitled(act.by, act.as_, "office"))

    def _cases_misfit(self, fact: Fact) -> BreachFound | None:
        assert fact.act is not None
        kind = TYPES.get(fact.act["type"], fact.act["v"])
        assert kind is not None
        expected = named_cases(kind, fact.act["data"])
        if len(expected) > MAX_CASES:
            return BreachFound("too_many_cases", {"count": str(len(expected)), "most": str(MAX_CASES)})
        if expected != fact.act["cases"]:
            return BreachFound("cases_wrong", {"expected": "、".join(expected)})
        return None

    def _taken(self, position: int, fact: Fact, faults: list[Fault]) -> None:
        if fact.act is None or cancels(faults):
            return
        act = procedural(fact, position)
        if act is not None:
            evolve(self.procedure, act, self)
        elif fact.act["type"] == "act_refused" and fact.known:
            attempt = attempted(fact, position)
            # What was only asked to be acknowledged is no attempt, but a later entry with another date must be seen
            # beside it (format §4).
            if attempt is not None:
                refuse(self.procedure, attempt)
        elif fact.act["type"] == "vault_read" and fact.known:
            data = fact.act["data"]
            look = Look(position, fact.act["at"], data["reader"], ())
            self.procedure.looked(look, data["case"], frozenset(data["fields"]))


def attempted(refusal: Fact, position: int) -> Act | None:
    """The act of the procedure inside a refusal, at the position and moment of the refusal."""
    assert refusal.act is not None
    assert refusal.recorded_at is not None
    data = refusal.act["data"]
    return procedural(of_act(refusal.recorded_at, data["act"], data["sig"]), position)
