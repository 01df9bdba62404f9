"""Findings: what is odd about a trail, each with an id that stays the same however often it is looked for.

Two sources, one list:
* acts: what the rules say of each act that stands, judged on the records before it, in the order of record;
* standing: what is wrong by a day although nobody acted (duties overdue, publicities that nobody closed …), from the
  state and that day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ledger.rules.act import Act
from ledger.rules.breach import BreachFound
from ledger.rules.judging import Judgement
from ledger.rules.matrix import Severity
from ledger.rules.outcome import Judged
from ledger.rules.sentences import message_of

Order = Literal["record", "effective"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`positions`: the records that it rests on, the act itself first. `subjects`: cases that it is about. `part`: what
    tells it from others of the same rule that rest on the same records (the year, the bearer)."""

    code: str
    rule: str
    severity: Severity
    regulation: str | None
    article: str | None
    item: str | None
    positions: tuple[int, ...]
    subjects: tuple[str, ...]
    source: str
    message: str
    acknowledged: bool = False
    order: Order = "record"
    part: str = ""

    @property
    def id(self) -> str:
        """Of rule, subjects and basis: the same finding has the same id in every audit."""
        basis = [self.code, *map(str, self.positions), "|", *self.subjects]
        basis += ["|", self.part] if self.part else []
        return hashlib.sha256("\n".join(basis).encode()).hexdigest()[:16]


def found_in(act: Act, subjects: tuple[str, ...], judgement: Judgement) -> Iterator[Finding]:
    """What the rules say of an act that stands. A live breach that stands got past the desk, and is a finding too."""
    told: set[str] = set()
    for judged in judgement.findings:
        yield _judged(act, subjects, judged, judgement.edition)
        told.add(judged.code)
    for breach in judgement.breaches:
        if breach.code not in told:
            yield _breach(act, subjects, breach)


def _judged(act: Act, subjects: tuple[str, ...], judged: Judged, edition: str | None) -> Finding:
    outcome, value = judged.outcome, judged.outcome.value
    return Finding(
        judged.code,
        judged.rule,
        judged.verdict.severity or "remark",
        edition,
        value.article or None,
        value.item,
        (act.position, *outcome.positions),
        subjects,
        value.source,
        message_of(outcome.said, outcome.facts),
        judged.code in act.acknowledges,
    )


def _breach(act: Act, subjects: tuple[str, ...], breach: BreachFound) -> Finding:
    cited = breach.cited
    undecided = breach.class_ == "not_yet"
    return Finding(
        breach.code,
        cited.rule if cited else breach.code,
        "undecided" if undecided else "breach",
        cited.regulation if cited else None,
        (cited.article or None) if cited else None,
        cited.item if cited else None,
        (act.position, *breach.positions),
        subjects,
        cited.source if cited else "text",
        breach.message,
    )
