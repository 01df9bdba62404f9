"""Judging an act of the procedure: what keeps it from being looked at, then every rule that speaks about its type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ledger.rules.admission import admit
from ledger.rules.breach import BreachFound
from ledger.rules.kinds import EVERY, Rule, Rulebook
from ledger.rules.matrix import decide
from ledger.rules.matter import Matter
from ledger.rules.outcome import Judged


class Judgement(NamedTuple):
    """`breaches` keep the act out. `findings` stay with it if it stands; `remarks` are told and no more."""

    breaches: tuple[BreachFound, ...]
    findings: tuple[Judged, ...]
    remarks: tuple[Judged, ...]
    edition: str | None = None

    @property
    def told(self) -> tuple[BreachFound, ...]:
        """Findings and remarks as the submitter of an accepted act is told of them."""
        found = [BreachFound.judged(each, self.edition, "acknowledge") for each in self.findings]
        sources = [
            BreachFound.judged(each, self.edition, "acknowledge", source_only=True) for each in self.remarks
        ]
        return (*found, *sources)


NOTHING = Judgement((), (), ())


def evaluate(matter: Matter, rules: Rulebook = EVERY) -> Iterator[tuple[Rule, Judged]]:
    """Every answer of every rule with its verdict, those that pass too."""
    transcribed = not matter.act.live
    for rule in rules.of(matter.act.type):
        for outcome in rule.kind(matter):
            value = outcome.value
            verdict = decide(
                value.strength,
                value.source,
                value.ask,
                outcome.result,
                transcribed=transcribed,
                reasoned=outcome.reasoned,
                world=outcome.world,
            )
            yield rule, Judged(rule.name, outcome, verdict)


def judge(matter: Matter, rules: Rulebook = EVERY) -> Judgement:
    """What is wrong with the act, by the one matrix.

    A breach of something that happened outside is told once, so that the signer can acknowledge it knowingly; what was
    acknowledged stays with the act as a finding.
    """
    kept_out = admit(matter)
    if kept_out:
        return Judgement(tuple(kept_out), (), ())
    edition = matter.regulation.edition if matter.regulation is not None else None
    breaches: list[BreachFound] = []
    findings: list[Judged] = []
    remarks: list[Judged] = []
    for rule, judged in evaluate(matter, rules):
        verdict = judged.verdict
        if verdict.stops:
            class_ = "not_yet" if verdict.effect == "not_yet" else rule.class_
            breaches.append(BreachFound.judged(judged, edition, class_))
        elif verdict.effect == "finding":
            if verdict.acknowledge and judged.code not in matter.act.acknowledges:
                breaches.append(BreachFound.judged(judged, edition, "acknowledge"))
            findings.append(judged)
        elif verdict.remark:
            remarks.append(judged)
    return Judgement(tuple(breaches), tuple(findings), tuple(remarks), edition)
