"""Leaf that people judge: on evidence, with reasons, over the years of figures that the text asks for.

Once they have judged, the demand is answered as by a reading; before, it stays as open as the text left it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ledger.regulations.model import Criterion
from ledger.rules.criteria.asked import HOLDS, Answer, Asked, number


def judged(criterion: Criterion, asked: Asked) -> Answer:
    """Judged to be met, with evidence, reasons and figures of every year asked for."""
    found = asked.judged.get(criterion.id)
    told: dict[str, Any] = {"who": asked.name, "name": criterion.name}
    if found is None:
        return Answer("unclear", "criterion.judged.missing", told)
    answered = replace(criterion.value, source="reading", ask=None)
    if not found.met:
        return Answer("fails", "criterion.judged", told, (), answered)
    if not found.reasoned:
        return Answer("unclear", "criterion.judged.bare", told)
    lacking = _years_lacking(criterion, asked)
    if lacking:
        told |= {"lacking": "、".join(map(str, lacking))}
        return Answer("unclear", "criterion.judged.figures", told)
    return HOLDS._replace(value=answered)


def _years_lacking(criterion: Criterion, asked: Asked) -> list[int]:
    """The full years before the reference day, as many as the text wants, of which no figures were given. Figures are
    facts under the name of what is judged, each of its year; it is enough that the application states them."""
    if criterion.years is None or criterion.judged is None or asked.reference is None:
        return []
    years, what = number(asked.matter, criterion.years).v, criterion.judged.v
    if years is None or what is None:
        return []
    given = {year for code, year in asked.known.said if code == what}
    given |= {word.fact.year for word in asked.known.verified(what)}
    last = int(asked.reference[:4])
    return [year for year in range(last - years, last) if year not in given]
