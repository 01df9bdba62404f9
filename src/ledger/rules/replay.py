"""The trail judged again, from its records alone: what an audit does, and what projections of findings rest on."""

from __future__ import annotations

from ledger.rules.act import procedural
from ledger.rules.findings import Finding, found_in
from ledger.rules.judging import judge
from ledger.rules.kinds import EVERY, Rulebook
from ledger.rules.life.fact import Fact
from ledger.rules.life.fault import Fault, cancels
from ledger.rules.life.fold import Reader
from ledger.rules.standing import standing
from ledger.rules.trail import Trail, attempted


class Replay(Trail):
    """A trail that judges each act on the records before it while it reads.

    A refusal is judged again too: what the rules would have taken was wrongly refused. (Of acts that came in a batch
    only the desk saw the others; they are left alone.)
    """

    def __init__(self, reader: Reader, rules: Rulebook = EVERY) -> None:
        super().__init__(reader)
        self.rules = rules
        self.found: list[Finding] = []
        self.wrongly_refused: list[int] = []

    def findings(self, today: str) -> list[Finding]:
        """Everything found in the records read so far, and what stands on a day."""
        return [*self.found, *standing(self.procedure, self, today, self.rules)]

    def _taken(self, position: int, fact: Fact, faults: list[Fault]) -> None:
        if fact.act is not None and not cancels(faults):
            act = procedural(fact, position)
            if act is not None:
                judgement = judge(self.matter(act), self.rules)
                self.found += found_in(act, tuple(fact.act["cases"]), judgement)
            elif fact.act["type"] == "act_refused" and fact.known and self._takes(fact, position):
                self.wrongly_refused.append(position)
        super()._taken(position, fact, faults)

    def _takes(self, refusal: Fact, position: int) -> bool:
        """Whether the refused act would have been taken, although a rule is given as the reason."""
        assert refusal.act is not None
        if not any(breach["rule"] is not None for breach in refusal.act["data"]["breaches"]):
            return False
        act = attempted(refusal, position)
        if act is None or act.batched:
            return False
        return not judge(self.matter(act), self.rules).breaches
