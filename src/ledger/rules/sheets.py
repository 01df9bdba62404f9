"""Sheets: what one can hold, and the one figure that a step's sheets give by the standard they were given under."""

from __future__ import annotations

from collections.abc import Callable, Collection
from fractions import Fraction
from typing import Any, Final, NamedTuple

from ledger.acts import struct
from ledger.acts.scores import SheetContent
from ledger.regulations.model import Regulation
from ledger.rules import exact as x
from ledger.rules.act import Act
from ledger.rules.procedure.review import Sheet
from ledger.rules.procedure.state import Procedure


def content(value: Any) -> SheetContent | None:
    """What an opened sheet says; None if the value is no sheet."""
    if type(value) is not dict or struct.misfit(SheetContent, value) is not None:
        return None
    return struct.load(SheetContent, value)


def stage_sheet(standard: Act | None, step: str) -> Any:
    """How the standard wants the step to be scored; None if it does not say."""
    if standard is None:
        return None
    return next((sheet for sheet in standard.data.sheets if sheet.step == step), None)


def highest(regulation: Regulation, step: str, kind: str, *, share: bool) -> Fraction | None:
    """The most points that a step can give; `share`: each step's part of the whole instead of the whole."""
    rule = regulation.steps.get(step)
    scale = rule.scoring.scale if rule is not None and rule.scoring is not None else None
    if scale is None or scale.v is None:
        return None
    most = x.exact(scale.v)
    if not share:
        return most
    for other in regulation.steps.values():
        for weights in other.scoring.weights if other.scoring is not None else ():
            if weights.kind == kind and step in weights.of:
                return most * x.exact(weights.of[step])
    return most


def expected(state: Procedure, cycle: str, step: str, application: str) -> frozenset[str]:
    """Whose sheets there should be: of the panels that cover the file; without a panel, of the units that heard it."""
    panels = state.review.panels_for(cycle, step, application)
    if panels:
        return frozenset().union(*(panel.members_for(application) for panel in panels))
    held = state.review.presentations.get((application, step), ())
    return frozenset((*held[-1].data.units, *held[-1].data.jury)) if held else frozenset()


# ---- from sheets to one figure ----


class Figure(NamedTuple):
    """`points` is None if there is no figure, and then `why` is: none, sealed, missing, few
    or consensus. `standard`: the figure
    is reckoned as an approved standard says, not by the ledger's default, the plain mean."""

    points: Fraction | None
    standard: bool
    why: str = ""
    missing: int = 0


def given(state: Procedure, cycle: str, step: str, application: str) -> list[Sheet]:
    """The sheets that count: not set aside, not made void by a repetition of the step."""
    since = state.review.void_up_to(cycle, step, application)
    found = state.review.sheets_at(application, step)
    return [sheet for sheet in found if not sheet.aside and sheet.act.position > since]


def figure(
    state: Procedure, cycle: str, step: str, application: str, wanted: Collection[str], standard: Act | None
) -> Figure:
    """The figure of a file at a step. `wanted`: whose sheets there should be."""
    rule = stage_sheet(standard, step)
    agreed = _agreed(state, cycle, step, application)
    if agreed is not None and (rule is None or rule.aggregation == "consensus"):
        return Figure(agreed, rule is not None)
    sheets = given(state, cycle, step, application)
    if any(sheet.points is None for sheet in sheets):
        return Figure(None, rule is not None, "sealed")
    if rule is not None and rule.aggregation == "consensus":
        return Figure(None, True, "consensus")
    points = [x.exact(sheet.points) for sheet in sheets if sheet.points is not None]
    missing = len(set(wanted) - {sheet.scorer for sheet in sheets})
    if not points:
        return Figure(None, rule is not None, "none", missing)
    if rule is None:
        return Figure(x.mean(points), False, "", missing)
    if missing and rule.missing == "blocks":
        return Figure(None, True, "missing", missing)
    if missing and rule.missing == "counts_zero":
        points += [Fraction(0)] * missing
    if len(points) < rule.least_sheets:
        return Figure(None, True, "few", missing)
    return Figure(_put_together(points, rule), True, "", missing)


def _sum(points: list[Fraction]) -> Fraction:
    return sum(points, Fraction(0))


_WAYS: Final[dict[str, Callable[[list[Fraction]], Fraction]]] = {
    "mean": x.mean,
    "median": x.median,
    "sum": _sum,
    "trimmed_mean": x.trimmed_mean,
}


def _put_together(points: list[Fraction], rule: Any) -> Fraction:
    return x.rounded(_WAYS[rule.aggregation](points), rule.places, rule.rounding)


def _agreed(state: Procedure, cycle: str, step: str, application: str) -> Fraction | None:
    since = state.review.void_up_to(cycle, step, application)
    acts = [a for a in state.review.consensus.get((application, step), ()) if a.position > since]
    return x.exact(acts[-1].data.points) if acts else None
