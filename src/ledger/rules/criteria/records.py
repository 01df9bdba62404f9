"""Leaves about what speaks against somebody: no such facts within the look-back, nor since then until today.

Where the text does not say how far back, or what some of several facts mean, people judge; their judgement speaks about
what was recorded before it and about nothing later.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from ledger.regulations.model import Adverse, Criterion
from ledger.regulations.value import Value
from ledger.rules.act import Act
from ledger.rules.adverse import Matching, day_of_fact, happenings, matching
from ledger.rules.criteria.asked import HOLDS, Answer, Asked, decisive, number
from ledger.rules.days import is_within, shifted


class _Found(NamedTuple):
    """What of one kind of facts is there within the time that counts; `over`: more of it than the text lets pass."""

    sure: tuple[Act, ...]
    doubtful: tuple[Act, ...]
    over: bool
    maybe: bool


def clean(criterion: Criterion, asked: Asked) -> Answer:
    """None of the facts that the criterion names; with `all_of` a breach only if every kind of them is there."""
    if asked.reference is None:
        told = {"who": asked.name, "name": criterion.name}
        return Answer("unclear", "criterion.clean.no_day", told)
    years = number(asked.matter, criterion.years) if criterion.years is not None else None
    demand = criterion.value if years is None else decisive(criterion.value, years)
    holds = HOLDS._replace(value=criterion.value if years is None or years.v is None else demand)
    if not asked.adverse:
        return holds
    found = [_find(pattern, asked, years, asked.reference) for pattern in criterion.clean]
    told = _told(criterion, asked, years)
    over = [each for each in found if each.over]
    if over and (len(over) == len(found) or not criterion.all_of):
        answer = Answer("fails", "criterion.clean", told | _first(over, asked), _positions(over), demand)
        return (
            answer
            if years is None or years.v is not None
            else _left_to_people(criterion, asked, answer, years)
        )
    maybe = [each for each in found if each.over or each.maybe]
    if maybe and (len(maybe) == len(found) or not criterion.all_of):
        doubts = [each for each in maybe if not each.over] or maybe
        return Answer(
            "unclear", "criterion.clean.unclear", told | _first(doubts, asked), _positions(maybe), demand
        )
    if maybe and criterion.partly is not None:
        answer = Answer("fails", "criterion.clean.partly", told | _first(maybe, asked), _positions(maybe))
        return _left_to_people(criterion, asked, answer, criterion.partly)
    return holds


def _find(pattern: Adverse, asked: Asked, years: Value[int] | None, reference: str) -> _Found:
    match: Matching = matching(pattern, asked.adverse, asked.regulation)
    back = years.v if years is not None else None
    sure = [act for act in match.sure if _counts(act, back, reference, asked.today)]
    doubtful = [act for act in match.doubtful if _counts(act, back, reference, asked.today) is not False]
    doubtful += [act for act in match.sure if _counts(act, back, reference, asked.today) is None]
    count = sum(map(happenings, sure))
    maybe = count + sum(map(happenings, doubtful))
    return _Found(tuple(sure), tuple(doubtful), count > pattern.more_than, maybe > pattern.more_than)


def _counts(act: Act, years: int | None, reference: str, today: str) -> bool | None:
    """Whether it lies in the look-back, or between the reference day and today; None if its day is not known."""
    day = day_of_fact(act)
    if day is None:
        return None
    return day <= today and (years is None or day > reference or is_within(day, years, reference))


def _left_to_people(criterion: Criterion, asked: Asked, answer: Answer, value: Value[Any]) -> Answer:
    """What people made of it: judged to be met, the question is answered; judged not to be, the demand fails."""
    judged = asked.judged.get(criterion.id)
    if judged is None or any(judged.position < position for position in answer.positions):
        said = answer.said if answer.said.endswith("partly") else "criterion.clean.human"
        return answer._replace(result="unclear", said=said, value=value)
    if not judged.met:
        return answer._replace(said="criterion.clean.judged", value=criterion.value)
    return answer._replace(result="unclear", value=value, reasoned=judged.reasoned)


# ---- words ----


def _told(criterion: Criterion, asked: Asked, years: Value[int] | None) -> dict[str, Any]:
    assert asked.reference is not None
    since = "不限" if years is None or years.v is None else shifted(asked.reference, -years.v)
    return {"who": asked.name, "name": criterion.name, "since": since, "day": asked.reference}


def _first(found: list[_Found], asked: Asked) -> dict[str, Any]:
    """The facts as people are told of them: kind, level and day of each."""
    acts = sorted({a.position: a for each in found for a in (*each.sure, *each.doubtful)}.items())
    return {"facts": "；".join(_worded(act, asked) for _, act in acts[:5])}


def _worded(act: Act, asked: Asked) -> str:
    data = act.data
    words = [day_of_fact(act) or "日期不详", asked.called("adverse", data.kind)]
    marks = [
        asked.called("level", level) for level in (data.level, data.authority_level) if level is not None
    ]
    times = [f"{data.count} 起"] if data.count is not None and data.count > 1 else []
    return " ".join(words) + (f"（{'，'.join([*marks, *times])}）" if marks or times else "")


def _positions(found: list[_Found]) -> tuple[int, ...]:
    return tuple(sorted({act.position for each in found for act in (*each.sure, *each.doubtful)}))
