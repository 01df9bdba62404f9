"""Reports with figures: what a step's sheets give, and the composite of all steps by their weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from ledger.regulations.model import Weights
from ledger.regulations.value import Value
from ledger.rules import exact as x
from ledger.rules.act import Act
from ledger.rules.kinds.registry import rule
from ledger.rules.kinds.scores import by_share, by_standard
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome
from ledger.rules.sheets import Figure, expected, figure, given, stage_sheet


@rule("score.composite", "stage_report_issued", class_="not_yet")
def composite(matter: Matter) -> Iterator[Outcome]:
    """Each row has exactly the components of its kind of applicant, each is what the step's sheets give, and the sum is
    the weighted one; the plain one where each step is scored by its share of the whole."""
    step = matter.step
    if step is None or step.scoring is None:
        return
    if step.scoring.weights or step.scoring.weights_from is not None:
        for row in matter.act.data.rows:
            yield from _row(matter, row)
    elif step.scoring.scorers is not None:
        for row in matter.act.data.rows:
            if row.sum is not None:
                yield from _figure(matter, row.application, step.id, row.sum, of_sheets(matter))


@rule("report.there", "stage_report_issued", class_="not_yet")
def report_there(matter: Matter) -> Iterator[Outcome]:
    """Behind each component stands the report that the text wants of its step."""
    step, regulation = matter.step, matter.regulation
    if step is None or regulation is None or step.scoring is None or not step.scoring.weights:
        return
    for row in matter.act.data.rows:
        for name in _weights(matter, row.application):
            part = regulation.steps[name]
            asked = next((need.what for need in part.need if "report" in (need.what.v or ())), None)
            if asked is not None:
                there = reported(matter, name, row.application)
                file = matter.file_name(row.application)
                yield matter.says(asked, there, "report.there", step=part.name, file=file)


def reported(matter: Matter, step: str, application: str) -> bool:
    """Whether a report of the step has a row on the file."""
    reports = matter.state.review.reports_of.get((matter.act.data.cycle, step), ())
    return any(row.application == application for report in reports for row in report.data.rows)


def of_sheets(matter: Matter) -> Value[Any]:
    """That a step's figure is the one of its sheets: whose sheets they are, the text says."""
    assert matter.step is not None
    scoring = matter.step.scoring
    assert scoring is not None
    assert scoring.scorers is not None
    return matter.read(scoring.scorers)


# ---- one row of a composite ----


def _row(matter: Matter, row: Any) -> Iterator[Outcome]:
    weights, demand = _weights(matter, row.application), _demand(matter, row.application)
    file, named = matter.state.opening.applications.get(row.application), matter.file_name(row.application)
    if file is None or demand is None:
        return
    if not weights:
        yield matter.says(demand, "unclear", "score.composite.no_weights", file=named)
        return
    points = {component.step: x.exact(component.points) for component in row.components}
    complete = points.keys() == weights.keys()
    told: dict[str, Any] = {
        "file": named,
        "wanted": _steps(matter, weights),
        "given": _steps(matter, points) or "无",
    }
    yield matter.says(demand, complete, "score.composite.components", **told)
    for component in row.components:
        if component.step in weights:
            yield from _figure(matter, row.application, component.step, component.points, demand)
    if complete and row.sum is not None:
        whole = _rounded(
            matter, sum(points.values(), Fraction(0)) if by_share(matter) else x.weighted(points, weights)
        )
        fits = x.exact(row.sum) == whole
        yield matter.says(
            demand, fits, "score.composite.sum", file=named, given=row.sum, reckoned=x.shown(whole)
        )
    elif complete:
        yield matter.says(demand, False, "score.composite.no_sum", file=named)


def _weights(matter: Matter, application: str) -> Mapping[str, str]:
    """Step → share: of the text, or of the approved standard where the text leaves them to it."""
    entry = _entry(matter, application)
    if entry is not None:
        return entry.of
    standard = _standard(matter)
    return dict(standard.data.weights) if standard is not None else {}


def _entry(matter: Matter, application: str) -> Weights | None:
    file = matter.state.opening.applications.get(application)
    assert matter.step is not None
    scoring = matter.step.scoring
    if file is None or scoring is None:
        return None
    return next((weights for weights in scoring.weights if weights.kind == file.kind), None)


def _demand(matter: Matter, application: str) -> Value[Any] | None:
    assert matter.step is not None
    step, scoring, entry = matter.step, matter.step.scoring, _entry(matter, application)
    if entry is not None:
        return Value(True, entry.article or step.article, entry.item or step.item)
    if scoring is not None and scoring.weights_from is not None:
        return matter.read(scoring.weights_from)
    return None


def _standard(matter: Matter) -> Act | None:
    return matter.state.registers.standards.get(matter.act.data.standard or "")


def _rounded(matter: Matter, whole: Fraction) -> Fraction:
    """As the standard's own sheet for the composite rounds; exact where it has none."""
    assert matter.step is not None
    rules = stage_sheet(_standard(matter), matter.step.id)
    return x.rounded(whole, rules.places, rules.rounding) if rules is not None else whole


def _steps(matter: Matter, names: Any) -> str:
    assert matter.regulation is not None
    steps = matter.regulation.steps
    return "、".join(steps[name].name if name in steps else name for name in sorted(names))


# ---- what the sheets of a step give ----


def _figure(
    matter: Matter, application: str, step: str, points: str, demand: Value[Any]
) -> Iterator[Outcome]:
    """Points that a report gives are those that follow from the step's sheets."""
    assert matter.regulation is not None
    cycle, name = matter.act.data.cycle, matter.regulation.steps[step].name
    found = _found(matter, cycle, application, step)
    if found.points is None:
        said = f"score.composite.{found.why}"
        file = matter.file_name(application)
        yield matter.says(
            by_standard(matter) if found.standard else demand, False, said, file=file, step=name
        )
        return
    value = demand if found.standard else replace(demand, source="default")
    yield matter.says(
        value,
        x.exact(points) == found.points,
        "score.composite.points",
        file=matter.file_name(application),
        step=name,
        given=points,
        reckoned=x.shown(found.points),
    )


def _found(matter: Matter, cycle: str, application: str, step: str) -> Figure:
    state = matter.state
    sheets = given(state, cycle, step, application)
    standards = state.registers.standards
    agreed = state.review.consensus.get((application, step), ())
    acts = [*(sheet.act for sheet in sheets), *agreed[-1:]]
    cited = next((standards[id_] for act in acts if (id_ := act.get("standard")) in standards), None)
    return figure(state, cycle, step, application, expected(state, cycle, step, application), cited)
