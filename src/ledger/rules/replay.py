"""The trail judged again, from its records alone: what an audit does, and what projections of findings rest on."""

from __future__ import annotations

from ledger.rules.act import procedural
from ledger.rules.findings import Finding, of_act
from ledger.rules.judging import judge
from ledger.rules.kinds import EVERY, Rulebook
from ledger.rules.life.fact import Fact
from ledger.rules.life.fault import Fault, cancels
from ledger.rules.life.fold import Reader
from ledger.rules.standing import standing
from ledger.rules.trail import Trail


class Replay(Trail):
    """A trail that judges each act on the records before it while it reads."""

    def __init__(self, reader: Reader, rules: Rulebook = EVERY) -> None:
        super().__init__(reader)
        self.rules = rules
        self.found: list[Finding] = []

    def findings(self, today: str) -> list[Finding]:
        """Everything found in the records read so far, and what stands on a day."""
        return [*self.found, *standing(self.procedure, self, today, self.rules)]

    def _taken(self, position: int, fact: Fact, faults: list[Fault]) -> None:
        act = procedural(fact, position)
        if act is not None and not cancels(faults):
            assert fact.act is not None
            judgement = judge(self.matter(act), self.rules)
            self.found += of_act(act, tuple(fact.act["cases"]), judgement)
        super()._taken(position, fact, faults)
