"""Panels: how many, under whom, from where, drawn by which draw; asked again when somebody leaves or must stay away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from ledger.regulations.model import Panel as PanelRule
from ledger.rules.interests import files_near, recusal
from ledger.rules.kinds.draws import named
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.review import Draw, Panel, changed

SHEETS = ("score_sheet_sealed", "score_recorded", "consensus_score_recorded")


@rule("panel.form", "panel_formed", "panel_member_replaced", "reviewer_recused", *SHEETS, class_="not_yet")
def form(matter: Matter) -> Iterator[Outcome]:
    """A panel is of the right size, led, from the right sources and drawn as the text wants; after a recusal it is
    still large enough, and led, when the file's first sheet is given."""
    step = matter.step
    if step is None or step.panel is None:
        return
    if matter.act.type == "panel_formed":
        yield from _formed(matter, step.panel)
    elif matter.act.type in SHEETS:
        yield from _at_first_sheet(matter, step.panel)
    else:
        yield from _after_change(matter, step.panel)


def _formed(matter: Matter, wanted: PanelRule) -> Iterator[Outcome]:
    data = matter.act.data
    panel = Panel(data.panel, matter.act, tuple((seat.person, seat.role) for seat in data.members))
    if wanted.formed_by is not None:
        roles = matter.read(wanted.formed_by)
        if roles.v is not None:
            by = matter.party_name(matter.act.who)
            fits = bool(matter.roles & set(roles.v))
            yield matter.says(roles, fits, "panel.form.by", actor=by, wanted=matter.role_names(roles.v))
    yield from _size(matter, wanted, len(panel.members))
    yield from _led(matter, wanted, sum(role == "leader" for _, role in panel.seats))
    yield from _sources(matter, wanted, panel)
    yield from _drawn(matter, wanted, panel, data.draw)


def _after_change(matter: Matter, wanted: PanelRule) -> Iterator[Outcome]:
    """The panel as it would be after somebody was replaced. That one must stay away and nobody has come yet is no
    fault: it is asked when the next sheet is given."""
    before = matter.state.review.panels.get(matter.act.get("panel") or "")
    joins = matter.act.get("joins") or matter.act.get("replacement")
    if before is None or (joins is None and matter.act.type == "reviewer_recused"):
        return
    panel = changed(before, matter.act)
    if matter.act.type == "panel_member_replaced":
        yield from _led(matter, wanted, int(panel.leader is not None))
    if joins is not None:
        yield from _sources(matter, wanted, panel, only=joins)
        yield from _drawn(matter, wanted, panel, matter.act.get("draw") or before.formed.data.draw)


def _at_first_sheet(matter: Matter, wanted: PanelRule) -> Iterator[Outcome]:
    file, data = matter.application, matter.act.data
    panel = matter.state.review.panels.get(data.panel or "")
    if file is None or panel is None:
        return
    members = panel.members_for(file.id)
    away = {person: recusal(matter.state, person, data.step, file) for person in members}
    present = [person for person in members if away[person] is None]
    newest = max((act.position for act in (*panel.changes, *filter(None, away.values()))), default=0)
    sheets = matter.state.review.sheets_at(file.id, data.step)
    if newest == 0 or any(sheet.act.position > newest for sheet in sheets):
        return
    kept = [act.position for act in away.values() if act is not None]
    yield from _size(matter, wanted, len(present), said="panel.form.left", positions=tuple(kept))
    yield from _led(matter, wanted, int(panel.leader is not None), said="panel.form.leader_away")


def _size(
    matter: Matter, wanted: PanelRule, count: int, said: str = "panel.form", positions: tuple[int, ...] = ()
) -> Iterator[Outcome]:
    """Both bounds are included."""
    for value, name in ((wanted.min, "min"), (wanted.max, "max")):
        if value is None:
            continue
        bound = matter.read(value)
        fits: Any = "unclear" if bound.v is None else count >= bound.v if name == "min" else count <= bound.v
        word = f"{said}.{name}" if said == "panel.form" else said
        yield matter.says(bound, fits, word, count=count, bound=bound.v, positions=positions)


def _led(
    matter: Matter, wanted: PanelRule, leaders: int, said: str = "panel.form.leader"
) -> Iterator[Outcome]:
    if wanted.leader is not None and matter.read(wanted.leader).v:
        yield matter.says(matter.read(wanted.leader), leaders == 1, said, leaders=leaders)


def _sources(matter: Matter, wanted: PanelRule, panel: Panel, only: str | None = None) -> Iterator[Outcome]:
    """Every member is enrolled in one of the pools that the text names."""
    if wanted.sources is None:
        return
    sources, experts = matter.read(wanted.sources), matter.state.registers.experts
    asked = [only] if only is not None else sorted(person for person, _ in panel.seats)
    strangers = [
        p for p in asked if p not in experts or not set(experts[p].data.pools) & set(sources.v or ())
    ]
    yield matter.says(sources, not strangers, "panel.form.source", people=named(strangers))


# ---- the draw ----


def _drawn(matter: Matter, wanted: PanelRule, panel: Panel, draw_id: str | None) -> Iterator[Outcome]:
    method = matter.read(wanted.method) if wanted.method is not None else None
    if method is None or method.v is None:
        return
    if matter.act.type == "panel_formed":
        yield matter.says(method, matter.act.data.method == method.v, "panel.form.method")
    if method.v != "drawn" or panel.formed.data.method != "drawn":
        return
    draw = matter.state.review.draws.get(draw_id or "")
    there = draw is not None and draw.held is not None and draw.abandoned is None and _for(draw, panel)
    yield matter.says(method, there, "panel.form.no_draw")
    if draw is None or draw.held is None or not there:
        return
    drawn = {person for each in draw.held.data.drawn for person in each.order}
    # Of a panel that is changed only who joins is asked about: the others were when they came.
    joins = matter.act.get("joins") or matter.act.get("replacement")
    asked = panel.members if matter.act.type == "panel_formed" else {joins}
    strangers = sorted(asked - drawn)
    yield matter.says(method, not strangers, "panel.form.not_drawn", people=named(strangers))
    skipped = list(_skipped(matter, draw, panel))
    yield matter.says(method, not skipped, "panel.form.skipped", people=named(skipped))
    crowded = _crowded(matter, draw, panel)
    yield matter.says(replace(method, source="default"), not crowded, "panel.form.crowded", strata=crowded)


def _for(draw: Draw, panel: Panel) -> bool:
    data, prepared = panel.formed.data, draw.prepared.data
    return bool((data.cycle, data.step) == (prepared.cycle, prepared.step))


def _elsewhere(matter: Matter, draw: Draw, panel: Panel) -> set[str]:
    """Who sits in another panel of the step."""
    review, data = matter.state.review, panel.formed.data
    others = [id_ for id_ in review.panels_of.get((data.cycle, data.step), ()) if id_ != panel.id]
    return {person for id_ in others for person, _ in review.panels[id_].seats}


def _skipped(matter: Matter, draw: Draw, panel: Panel) -> Iterator[str]:
    """Who was drawn before somebody seated and has no seat, though nothing on record keeps them away."""
    assert draw.held is not None
    members, elsewhere = panel.members, _elsewhere(matter, draw, panel)
    for each in draw.held.data.drawn:
        seated = [n for n, person in enumerate(each.order) if person in members]
        for person in each.order[: seated[-1] if seated else 0]:
            free = person not in members and person not in elsewhere and person not in panel.left
            if free and not _kept_away(matter, panel, person):
                yield person


def _kept_away(matter: Matter, panel: Panel, person: str) -> bool:
    state, data = matter.state, panel.formed.data
    recused = any(act.data.cycle == data.cycle for act in state.review.recusals.get(person, ()))
    barred = state.after.sanctions.get(person, ())
    near = _covered(panel, (file.id for file, _ in files_near(state, person, data.cycle, matter.day)))
    return recused or near or bool(barred and barred[-1].data.level == "disqualified")


def _covered(panel: Panel, files: Iterable[str]) -> bool:
    return any(panel.covers(panel.formed.data.step, file) for file in files)


def _crowded(matter: Matter, draw: Draw, panel: Panel) -> str:
    """Strata from which more sit in the panel than the draw had seats for."""
    assert draw.held is not None
    seats = {stratum.stratum: stratum.seats for stratum in draw.prepared.data.strata}
    return "、".join(
        each.stratum
        for each in draw.held.data.drawn
        if len(set(each.order) & panel.members) > seats.get(each.stratum, 0)
    )
