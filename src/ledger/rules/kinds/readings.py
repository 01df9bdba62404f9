"""Readings: questions that a text leaves open, what decides them, and who must say that they followed a decision."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.regulations.model import Criterion, Regulation
from ledger.regulations.value import Value
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.registers import reading_on


@rule("question.open", "interpretation_issued", "eligibility_determined")
def question(matter: Matter) -> Iterator[Outcome]:
    """A reading answers the question that it names, with one of its options or with what the text lacks; a decision
    that was made under a reading cites it."""
    if matter.regulation is None:
        return
    if matter.act.type == "interpretation_issued":
        yield from _answers(matter, matter.regulation)
    else:
        yield from _cites(matter, matter.regulation)


def _answers(matter: Matter, regulation: Regulation) -> Iterator[Outcome]:
    data = matter.act.data
    asked = regulation.questions[data.question]
    value = Value(True, asked.article, asked.item)
    yield matter.says(
        value,
        data.article == asked.article,
        "question.open.article",
        article=asked.article,
        given=data.article,
    )
    if asked.options:
        options = "；".join(f"{text}（{name}）" for name, text in asked.options.items())
        yield matter.says(value, data.option in asked.options, "question.open.option", options=options)
    else:
        yield matter.says(value, data.value is not None, "question.open.value", article=asked.article)


def _cites(matter: Matter, regulation: Regulation) -> Iterator[Outcome]:
    """No text asks for it: the ledger does, so that whoever reads the decision sees on what it rests."""
    cited = {cite.reading for cite in matter.act.data.cites}
    kinds = {file.kind for file in matter.subjects}
    for name in dict.fromkeys(_questions(regulation, kinds)):
        issued = reading_on(matter.state.registers, regulation.name, name, matter.day)
        if issued is None:
            continue
        asked = regulation.questions[name]
        yield matter.says(
            Value(True, asked.article, asked.item, source="default", question=name),
            issued.data.reading in cited,
            "question.open.uncited",
            positions=(issued.position,),
            article=asked.article,
            reading=issued.data.reading,
        )


def _questions(regulation: Regulation, kinds: set[str]) -> Iterator[str]:
    """The questions on which the conditions for these kinds of applicants rest."""
    conventions = regulation.conventions
    if conventions is not None and conventions.reference_day is not None:
        yield from filter(None, (conventions.reference_day.question,))
    for criterion in regulation.criteria:
        if criterion.subject != "expert" and (not criterion.kinds or kinds & set(criterion.kinds)):
            yield from _asked_by(criterion)


def _asked_by(criterion: Criterion) -> Iterator[str]:
    if criterion.question is not None:
        yield criterion.question
    if criterion.years is not None and criterion.years.question is not None:
        yield criterion.years.question
    for part in criterion.of:
        yield from _asked_by(part)
