"""Sheets: who may give one, when, on which scale; how sheets are opened, changed and agreed on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from ledger.regulations.value import Value
from ledger.rules import exact as x
from ledger.rules.act import Act
from ledger.rules.kinds.draws import named
from ledger.rules.kinds.gates import of_step
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.moment import is_after, told
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.review import Sheet
from ledger.rules.sheets import content, expected, given, highest, stage_sheet

GIVEN: Final = ("score_sheet_sealed", "score_recorded")
CHANGED: Final = ("score_sheet_replaced", "score_changed")
OPEN: Final = ("score_recorded", "score_changed", "consensus_score_recorded")


def scorer_of(act: Act) -> str:
    """Whose sheet it is: the person, else the member unit, else whoever signs."""
    return str(act.data.scorer or act.data.unit or act.by)


def scored(matter: Matter) -> Value[Any] | None:
    """Who scores at this step, as the text says; that there is such a step where it does not say."""
    step = matter.step
    if step is None:
        return None
    scorers = step.scoring.scorers if step.scoring is not None else None
    return matter.read(scorers) if scorers is not None else of_step(step)


# ---- who ----


@rule("score.scorer", *GIVEN, *CHANGED)
def scorer(matter: Matter) -> Iterator[Outcome]:
    """Only a seated member of the file's panel gives a sheet, or a member unit where units score; each gives one, and
    what is given live, is given by its scorer."""
    value, act, file = scored(matter), matter.act, matter.application
    if value is None or file is None or matter.step is None:
        return
    who, name = scorer_of(act), matter.file_name(file.id)
    if matter.step.panel is not None:
        panels = matter.state.review.panels_for(file.cycle, act.data.step, file.id)
        asked = [panel for panel in panels if act.get("panel") in (None, panel.id)]
        seated = any(who in panel.members_for(file.id) for panel in asked)
        yield matter.says(value, seated, "score.scorer.panel", who=matter.party_name(who), file=name)
    elif value.v is not True:
        fits = act.data.scorer is None and bool(matter.state.registers.roles(who) & set(value.v or ()))
        roles = matter.role_names(value.v or ())
        yield matter.says(value, fits, "score.scorer.unit", who=matter.party_name(who), wanted=roles)
    if act.mode == "own":
        own = act.by == who or act.body == who
        yield matter.says(value, own, "score.scorer.another", who=matter.party_name(who))
    if act.type in GIVEN:
        before = [s for s in given(matter.state, file.cycle, act.data.step, file.id) if s.scorer == who]
        at = tuple(sheet.act.position for sheet in before)
        yield matter.says(value, not before, "score.scorer.twice", who=matter.party_name(who), positions=at)


# ---- when ----


@rule("score.window", *GIVEN, "score_sheet_replaced", "scores_opened", class_="not_yet")
def window(matter: Matter) -> Iterator[Outcome]:
    """Sheets come within the window that is set for the step; nothing is opened before it has closed."""
    act, step = matter.act, matter.step
    if step is None:
        return
    every = matter.state.review.windows.get((act.data.cycle, act.data.step), ())
    asked = [a for a in every if a.data.panel in (None, act.get("panel"))]
    if not asked:
        return
    value, data = of_step(step), asked[-1].data
    opens, closes = told(data.opens), told(data.closes) if data.closes is not None else "未定"
    at = (asked[-1].position,)
    if act.type == "scores_opened":
        if data.closes is not None:
            ended = is_after(act.at, data.closes)
            yield matter.says(value, ended, "score.window.still_open", closes=closes, positions=at)
        return
    early = is_after(data.opens, act.at)
    yield matter.says(value, not early, "score.window.early", opens=opens, positions=at)
    if data.closes is not None:
        late = is_after(act.at, data.closes)
        yield matter.says(value, not late, "score.window.late", closes=closes, positions=at)


# ---- how many points ----


@rule("score.sheet", *OPEN, "scores_opened")
def sheet(matter: Matter) -> Iterator[Outcome]:
    """Points lie on the scale of the text and fit the sheet of the standard under which they are given."""
    if matter.application is None or matter.step is None:
        return
    if matter.act.type != "scores_opened":
        yield from on_scale(matter, matter.act.data, _standard(matter))
        return
    for opening in matter.act.data.openings:
        said = content(opening.value)
        first = matter.state.review.sheet(opening.act)
        if said is not None and first is not None:
            yield from on_scale(matter, said, _named_standard(matter, first.act))


def _standard(matter: Matter) -> Act | None:
    """The standard of a sheet; of a changed one, that of the sheet it changes."""
    if matter.act.type != "score_changed":
        return _named_standard(matter, matter.act)
    changed = matter.state.review.sheet(matter.act.data.sheet)
    return _named_standard(matter, changed.act) if changed is not None else None


def _named_standard(matter: Matter, act: Act) -> Act | None:
    return matter.state.registers.standards.get(act.get("standard") or "")


def on_scale(matter: Matter, said: Any, standard: Act | None) -> Iterator[Outcome]:
    """What a sheet says, against the scale of the text and the sheet of the standard."""
    step, file = matter.step, matter.application
    assert step is not None
    assert file is not None
    points, who = x.exact(said.points), matter.file_name(file.id)
    scale = step.scoring.scale if step.scoring is not None else None
    if scale is not None and matter.regulation is not None:
        value = matter.read(scale)
        most = highest(matter.regulation, step.id, file.kind, share=by_share(matter))
        fits: Any = "unclear" if most is None else 0 <= points <= most
        top = x.shown(most) if most is not None else "未定"
        yield matter.says(value, fits, "score.sheet.scale", file=who, points=said.points, most=top)
        if fits is not True:
            return  # what lies off the scale of the text need not be measured by the standard
    rules = stage_sheet(standard, step.id)
    if rules is None:
        return
    demand = by_standard(matter)
    least, most = x.exact(rules.min), x.exact(rules.max)
    yield matter.says(
        demand,
        least <= points <= most,
        "score.sheet.standard",
        points=said.points,
        least=rules.min,
        most=rules.max,
    )
    short = x.places(said.points) <= rules.places
    yield matter.says(demand, short, "score.sheet.places", points=said.points, places=rules.places)
    if rules.criteria and said.items:
        yield matter.says(
            demand, _adds_up(said, dict(rules.criteria)), "score.sheet.items", points=said.points
        )


def by_share(matter: Matter) -> bool:
    """Whether the steps' own scales are their shares of the whole, by the reading that holds."""
    assert matter.regulation is not None
    for step in matter.regulation.steps.values():
        if step.scoring is not None and step.scoring.stage_scale is not None:
            return bool(matter.read(step.scoring.stage_scale).v == "share")
    return False


def by_standard(matter: Matter) -> Value[Any]:
    """That the review goes by approved standards; where the text has no word of them, the ledger's own measure."""
    standards = matter.regulation.standards if matter.regulation is not None else ()
    if standards:
        return Value(True, standards[0].article, standards[0].item)
    assert matter.step is not None
    return Value(True, matter.step.article, matter.step.item, source="default")


def _adds_up(said: Any, most: dict[str, str]) -> bool:
    """Whether the parts are those of the sheet, none above its own most, and make the whole."""
    parts = {item.criterion: x.exact(item.points) for item in said.items}
    fits = parts.keys() == most.keys() and all(0 <= n <= x.exact(most[name]) for name, n in parts.items())
    return fits and sum(parts.values(), Fraction(0)) == x.exact(said.points)


# ---- opened ----


@rule("score.opened", "scores_opened")
def opened(matter: Matter) -> Iterator[Outcome]:
    """An opening shows every closed sheet of the file at the step, once, and nothing else; each is a sheet. (That it
    is what was sealed is judged with the ledger's own life.) A sheet that is missing is told, and stops the opening
    where the standard says so."""
    value, file, act = scored(matter), matter.application, matter.act
    if value is None or file is None:
        return
    review = matter.state.review
    sheets = given(matter.state, file.cycle, act.data.step, file.id)
    closed = {sheet.act.digest: sheet for sheet in sheets if sheet.sealed}
    shown = [opening.act for opening in act.data.openings if opening.field == "sheet"]
    strangers = (
        len([digest for digest in shown if digest not in closed]) + len(act.data.openings) - len(shown)
    )
    yield matter.says(value, not strangers, "score.opened.stranger", count=strangers)
    left = closed.keys() - set(shown) - set(act.data.missing)
    yield matter.says(value, not left, "score.opened.left", count=len(left))
    wrong = sum(content(opening.value) is None for opening in act.data.openings if opening.act in closed)
    wrong += len(shown) - len(set(shown))
    yield matter.says(value, not wrong, "score.opened.misfit", count=wrong)
    default = replace(value, source="default")
    lost = [closed[digest] for digest in act.data.missing if digest in closed]
    if act.data.missing:
        yield matter.says(default, False, "score.opened.lost", count=len(act.data.missing), world=True)
    wanted = expected(matter.state, file.cycle, act.data.step, file.id)
    absent = sorted(wanted - ({s.scorer for s in sheets} - {s.scorer for s in lost}))
    if absent:
        rules = stage_sheet(_standard_of(matter, sheets), act.data.step)
        blocks = rules is not None and rules.missing == "blocks"
        demand = by_standard(matter) if blocks else default
        yield matter.says(
            demand, False, "score.opened.absent", people=named([*map(matter.party_name, absent)])
        )
    again = review.opened.get((file.id, act.data.step), ())
    yield matter.says(value, not again or bool(closed), "score.opened.again")


def _standard_of(matter: Matter, sheets: list[Sheet]) -> Act | None:
    return next((s for sheet in sheets if (s := _named_standard(matter, sheet.act)) is not None), None)


# ---- replaced, changed, agreed ----


@rule("score.changed", *CHANGED)
def changed(matter: Matter) -> Iterator[Outcome]:
    """A closed sheet gives way to another until it is opened; an open one is changed, by its scorer and with the
    assent of the panel."""
    value, act = scored(matter), matter.act
    if value is None:
        return
    replacing = act.type == "score_sheet_replaced"
    before = matter.state.review.sheet(act.data.replaces if replacing else act.data.sheet)
    yield matter.says(value, before is not None, "score.changed.unknown")
    if before is None:
        return
    at = (before.act.position,)
    same = (before.scorer, before.application, before.step) == (
        scorer_of(act),
        act.data.application,
        act.data.step,
    )
    yield matter.says(value, same, "score.changed.another", positions=at)
    yield matter.says(value, not before.aside, "score.changed.aside", positions=at)
    said = "score.changed.opened" if replacing else "score.changed.closed"
    yield matter.says(value, before.sealed == replacing, said, positions=at)
    if not replacing:
        yield from _assent(matter, value, besides=scorer_of(act))


@rule("score.consensus", "consensus_score_recorded")
def consensus(matter: Matter) -> Iterator[Outcome]:
    """What a panel agrees on, most of its members agree on."""
    value = scored(matter)
    if value is not None:
        yield from _assent(matter, value)


def _assent(matter: Matter, value: Value[Any], besides: str | None = None) -> Iterator[Outcome]:
    """Texts do not say how a panel agrees: more than half of its members is the ledger's measure."""
    file, data = matter.application, matter.act.data
    if file is None:
        return
    members = expected(matter.state, file.cycle, data.step, file.id) - {besides}
    strangers = sorted((set(data.assent) | set(data.dissent)) - members - {besides})
    yield matter.says(value, not strangers, "score.assent.stranger", people=named(strangers))
    agreed = len(set(data.assent) & members)
    enough = 2 * agreed > len(members) or not members
    default = replace(value, source="default")
    yield matter.says(default, enough, "score.assent", agreed=agreed, members=len(members))


@rule("score.tie", "tie_decided")
def tie(matter: Matter) -> Iterator[Outcome]:
    """Only those who stand equal in the newest report of the step are put in order by a decision."""
    step, data = matter.step, matter.act.data
    if step is None:
        return
    reports = matter.state.review.reports_of.get((data.cycle, data.step), ())
    sums = {row.application: row.sum for row in reports[-1].data.rows} if reports else {}
    found = [sums.get(application) for application in data.order]
    equal: Any = "unclear" if None in found else len({x.exact(n) for n in found if n is not None}) == 1
    names = "、".join(map(matter.file_name, data.order))
    default = Value(True, step.article, step.item, source="default")
    yield matter.says(default, equal, "score.tie", files=names)
