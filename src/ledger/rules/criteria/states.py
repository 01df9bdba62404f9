"""Leaves about what is verified of somebody: a span that is long enough, a status that holds, one of several."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from ledger.regulations.model import Criterion
from ledger.rules.criteria.asked import HOLDS, Answer, Asked, as_read, decisive, number
from ledger.rules.days import is_full, is_within, shifted, total
from ledger.rules.known import Word
from ledger.rules.matrix import Result


def span(criterion: Criterion, asked: Asked) -> Answer:
    """The fact has lasted for the years asked for by the reference day; interruptions do not count."""
    assert criterion.span is not None
    assert criterion.years is not None
    fact, years = criterion.span, number(asked.matter, criterion.years)
    value = decisive(criterion.value, years)
    known = asked.known
    words = known.verified(fact)
    spans = [(w.fact.since, w.fact.until) for w in words if w.fact.since is not None]
    if years.v is not None and asked.reference is not None and is_full(spans, years.v, asked.reference):
        return HOLDS._replace(value=value, positions=_positions(words))
    told = _told(criterion, asked, [fact]) | {"years": years.v}
    if known.is_refuted(fact):
        return Answer("fails", "criterion.refuted", told, _positions(known.of(fact)), value)
    if years.v is None or asked.reference is None or not words or len(spans) < len(words):
        return Answer("unclear", "criterion.span.unclear", told, _positions(words), value)
    if len(spans) == 1 and spans[0][1] is None:
        told["since"] = spans[0][0]
        return Answer("fails", "criterion.span", told, _positions(words), value)
    told["days"] = total(spans, asked.reference)
    return Answer("fails", "criterion.span.several", told, _positions(words), value)


def holds(criterion: Criterion, asked: Asked) -> Answer:
    """The facts hold on the reference day, through a window before it, or so many times within it."""
    assert criterion.holds is not None
    facts = asked.matter.read(criterion.holds)
    value = decisive(criterion.value, facts)
    if facts.v is None or asked.reference is None:
        told = _told(criterion, asked, [])
        return Answer("unclear", "criterion.unverified", told, (), value)
    if criterion.times is not None:
        return _counted(criterion, asked, facts.v, asked.reference)._replace(value=value)
    ask = _through if criterion.window is not None else _on_the_day
    answers = [ask(criterion, asked, fact, asked.reference) for fact in facts.v]
    return _worst(answers)._replace(value=value)


def any_of(criterion: Criterion, asked: Asked) -> Answer:
    """So many of the alternatives hold, each asked in its own way."""
    answers = [(each, leaf(each, asked)) for each in (as_read(asked.matter, c) for c in criterion.of)]
    positions = tuple(sorted({p for _, answer in answers for p in answer.positions}))
    good = sum(answer.result == "holds" for _, answer in answers)
    open_ = [each.name for each, answer in answers if answer.result == "unclear"]
    if good >= criterion.any:
        return HOLDS._replace(positions=positions)
    told = _told(criterion, asked, []) | {"any": criterion.any, "good": good}
    if good + len(open_) >= criterion.any:
        return Answer("unclear", "criterion.any_of.unclear", told | {"parts": "；".join(open_)}, positions)
    return Answer("fails", "criterion.any_of", told, positions)


def leaf(criterion: Criterion, asked: Asked) -> Answer:
    """What a leaf about verified states answers, or several of them."""
    if criterion.of:
        return any_of(criterion, asked)
    return span(criterion, asked) if criterion.span is not None else holds(criterion, asked)


# ---- one fact ----


def _on_the_day(criterion: Criterion, asked: Asked, fact: str, reference: str) -> Answer:
    words = asked.known.verified(fact)
    if not words:
        return _nothing(criterion, asked, fact)
    there = [word for word in words if word.holds_on(reference)]
    if not there:
        return Answer("fails", "criterion.holds", _told(criterion, asked, [fact]), _positions(words))
    newest = max(there, key=lambda word: (word.fact.since or str(word.fact.year or ""), word.position))
    return _graded(criterion, asked, fact, [newest], reference)


def _through(criterion: Criterion, asked: Asked, fact: str, reference: str) -> Answer:
    """Year by year, or by a span that covers all of the window."""
    window = number(asked.matter, criterion.window) if criterion.window is not None else None
    if window is None or window.v is None:
        return Answer("unclear", "criterion.unverified", _told(criterion, asked, [fact]), (), window)
    begin, years = shifted(reference, -window.v), range(int(reference[:4]) - window.v, int(reference[:4]))
    every = asked.known.of(fact)
    refuted = [w for w in every if w.standing == "refuted" and _touches(w, begin, reference)]
    if refuted:
        told = _told(criterion, asked, [fact])
        return Answer("fails", "criterion.refuted", told, _positions(refuted))
    words = [w for w in asked.known.verified(fact) if _touches(w, begin, reference)]
    if not words:
        return _nothing(criterion, asked, fact)
    graded = _graded(criterion, asked, fact, words, reference)
    if graded.result != "holds":
        return graded
    if any(_covers(word, begin, reference) for word in words):
        return graded
    lacking = [year for year in years if not any(_covers_year(word, year, reference) for word in words)]
    if not lacking:
        return graded
    told = _told(criterion, asked, [fact]) | {"lacking": "、".join(map(str, lacking))}
    return Answer("unclear", "criterion.holds.years", told, _positions(words))


def _graded(criterion: Criterion, asked: Asked, fact: str, words: Iterable[Word], reference: str) -> Answer:
    """Every word of the fact is of the grade asked for, if one is."""
    words = list(words)
    positions = _positions(words)
    if criterion.min_grade is None:
        return HOLDS._replace(positions=positions)
    wanted = asked.matter.read(criterion.min_grade)
    for word in sorted(words, key=lambda w: (w.fact.year or 0, w.position)):
        grade = word.fact.grade
        reaches = asked.regulation.at_least(grade, wanted.v) if grade and wanted.v else None
        if not reaches:
            told = _told(criterion, asked, [fact]) | {
                "when": f"{word.fact.year} 年" if word.fact.year is not None else reference,
                "grade": asked.called("level", grade) if grade else "未注明等级",
                "wanted": asked.called("level", wanted.v) if wanted.v else "未规定的等级",
            }
            result: Result = "unclear" if reaches is None else "fails"
            return Answer(result, "criterion.holds.grade", told, positions)
    return HOLDS._replace(positions=positions)


def _nothing(criterion: Criterion, asked: Asked, fact: str) -> Answer:
    told = _told(criterion, asked, [fact])
    if asked.known.is_refuted(fact):
        return Answer("fails", "criterion.refuted", told, _positions(asked.known.of(fact)))
    return Answer("unclear", "criterion.unverified", told, ())


# ---- how often ----


def _counted(criterion: Criterion, asked: Asked, facts: tuple[str, ...], reference: str) -> Answer:
    window = number(asked.matter, criterion.window) if criterion.window is not None else None
    times = number(asked.matter, criterion.times).v if criterion.times is not None else None
    words = [word for fact in facts for word in asked.known.verified(fact)]
    lies = [(word, _lies_within(word, window.v if window else None, reference)) for word in words]
    sure = sum(_often(word) for word, where in lies if where == "in")
    maybe = sum(_often(word) for word, where in lies if where == "partly")
    positions = _positions(words)
    if times is not None and sure >= times:
        return HOLDS._replace(positions=positions)
    told = _told(criterion, asked, facts) | {"count": sure, "times": times}
    if times is None or sure + maybe >= times or (not words and not any(map(asked.known.is_refuted, facts))):
        return Answer("unclear", "criterion.holds.times.unclear", told, positions)
    return Answer("fails", "criterion.holds.times", told, positions)


def _often(word: Word) -> int:
    return 1 if word.fact.count is None else int(word.fact.count)


def _lies_within(word: Word, years: int | None, reference: str) -> Literal["in", "out", "partly"]:
    """Where a happening lies that may be known by its year alone."""
    first, last = word.fact.since, word.fact.since
    if first is None:
        if word.fact.year is None:
            return "partly"
        first, last = f"{word.fact.year}-01-01", min(f"{word.fact.year}-12-31", reference)
    inside = [d <= reference if years is None else is_within(d, years, reference) for d in (first, last)]
    return "in" if all(inside) else "partly" if any(inside) else "out"


# ---- windows ----


def _touches(word: Word, begin: str, end: str) -> bool:
    fact = word.fact
    if fact.year is not None:
        # A grade of a year is given for the whole year: the year in which the window begins counts, and the last one.
        return bool(int(begin[:4]) <= fact.year <= int(end[:4]))
    return (fact.since is None or fact.since <= end) and (fact.until is None or begin <= fact.until)


def _covers(word: Word, begin: str, end: str) -> bool:
    fact = word.fact
    return (
        fact.year is None
        and (fact.since is None or fact.since <= begin)
        and (fact.until is None or end <= fact.until)
    )


def _covers_year(word: Word, year: int, reference: str) -> bool:
    """By what is said of that year, or by something that began before it and still goes on."""
    if word.fact.year is not None:
        return bool(word.fact.year == year)
    return _covers(word, f"{year}-01-01", reference)


# ---- words ----


def _worst(answers: list[Answer]) -> Answer:
    """All must hold: what fails comes first, then what is unclear."""
    for result in ("fails", "unclear"):
        found = next((answer for answer in answers if answer.result == result), None)
        if found is not None:
            return found
    return HOLDS._replace(positions=tuple(p for answer in answers for p in answer.positions))


def _told(criterion: Criterion, asked: Asked, facts: Iterable[str]) -> dict[str, Any]:
    names = "、".join(asked.called("fact", fact) for fact in facts)
    day = asked.reference or "基准日未定"
    return {"who": asked.name, "name": criterion.name, "fact": names, "day": day}


def _positions(words: Iterable[Word]) -> tuple[int, ...]:
    return tuple(sorted({word.position for word in words}))
