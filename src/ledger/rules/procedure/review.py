"""Review: supervisors, interests, draws, panels, sheets and scores, visits, presentations, reports."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field, replace
from typing import Final

from ledger.rules.act import Act
from ledger.rules.moment import At
from ledger.rules.tables import Tables

Acts = tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel as formed, and its seats as they are now: person → role."""

    id: str
    formed: Act
    seats: tuple[tuple[str, str], ...]
    changes: Acts = ()

    @property
    def members(self) -> frozenset[str]:
        """Those who score: reserves wait until they are seated."""
        return frozenset(person for person, role in self.seats if role != "reserve")

    @property
    def leader(self) -> str | None:
        return next((person for person, role in self.seats if role == "leader"), None)

    def members_for(self, application: str | None) -> frozenset[str]:
        """Those who score this file: without those kept away from it, with those who came in their place."""
        members = set(self.members)
        for act in self.changes:
            if act.type == "reviewer_recused" and application in act.data.applications:
                members.discard(act.data.person)
                if act.data.replacement is not None:
                    members.add(act.data.replacement)
        return frozenset(members)

    @property
    def left(self) -> frozenset[str]:
        """Those who had a seat and gave it up."""
        gone = {
            getattr(act.data, "leaves", None) or getattr(act.data, "person", None) for act in self.changes
        }
        return frozenset(person for person in gone if person is not None and person not in self.members)

    def covers(self, step: str, application: str) -> bool:
        """Whether the panel is for this file at this step; no files named means all of the step."""
        data = self.formed.data
        return bool(data.step == step and (not data.applications or application in data.applications))


@dataclass(frozen=True, slots=True)
class Draw:
    """A draw of experts: prepared, committed to by officers, held or abandoned."""

    id: str
    prepared: Act
    committed: Acts = ()
    held: Act | None = None
    abandoned: Act | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One score sheet of one scorer for one file at one step. `act` is the newest act that gives it; `points` are
    None while it is sealed; `aside` says whether it was set aside."""

    act: Act
    scorer: str
    application: str
    step: str
    points: str | None
    sealed: bool
    aside: bool = False
    before: Acts = ()  # acts that this one replaced or changed


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody read, out of the vault, committed values of sheets or of halves of seeds that were still closed."""

    position: int
    at: At
    reader: str
    acts: Acts


@dataclass(slots=True)
class Review(Tables):
    supervisors: MutableMapping[str, Acts] = field(default_factory=dict)  # cycle → appointments
    interests: MutableMapping[str, Act] = field(default_factory=dict)
    interests_of: MutableMapping[str, Acts] = field(
        default_factory=dict
    )  # person or unit → declared interests
    recusals: MutableMapping[str, Acts] = field(default_factory=dict)  # person or unit → recusals
    draws: MutableMapping[str, Draw] = field(default_factory=dict)
    draws_of: MutableMapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)  # (cycle, step)
    panels: MutableMapping[str, Panel] = field(default_factory=dict)
    panels_of: MutableMapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)  # (cycle, step)
    windows: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)  # (cycle, step)
    sheets: MutableMapping[bytes, Sheet] = field(
        default_factory=dict
    )  # by the digest of the act that gave it first
    sheets_of: MutableMapping[tuple[str, str], tuple[bytes, ...]] = field(
        default_factory=dict
    )  # (application, step)
    known_as: MutableMapping[bytes, bytes] = field(
        default_factory=dict
    )  # digest of a later act → of the first
    opened: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)  # (application, step)
    consensus: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)  # (application, step)
    reports: MutableMapping[str, Act] = field(default_factory=dict)
    reports_of: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)  # (cycle, step)
    confirmed: MutableMapping[str, Acts] = field(default_factory=dict)  # report → what the visited said
    visits: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)  # (application, step)
    presentations: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)  # (application, step)
    satisfaction: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)  # (application, step)
    feedback: MutableMapping[str, Acts] = field(default_factory=dict)  # cycle → feedback
    redone: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)  # (cycle, step)

    def void_up_to(self, cycle: str, step: str, application: str) -> int:
        """The last position at which the step was ordered to be done again for the file; 0 if never."""
        acts = self.redone.get((cycle, step), ())
        found = (a.position for a in acts if not a.data.applications or application in a.data.applications)
        return max(found, default=0)

    def sheet(self, digest: bytes) -> Sheet | None:
        """The sheet that an act gave, replaced or changed."""
        return self.sheets.get(self.known_as.get(digest) or digest)

    def sheets_at(self, application: str, step: str) -> list[Sheet]:
        """The sheets of a file at a step, set aside ones too, in order."""
        return [self.sheets[digest] for digest in self.sheets_of.get((application, step), ())]

    def draws_at(self, cycle: str, step: str) -> list[Draw]:
        """The draws of a step, in the order of their preparation."""
        return [self.draws[id_] for id_ in self.draws_of.get((cycle, step), ())]

    def panels_for(self, cycle: str, step: str, application: str) -> list[Panel]:
        """The panels that are for this file at this step."""
        found = [self.panels[id_] for id_ in self.panels_of.get((cycle, step), ())]
        return [panel for panel in found if panel.covers(step, application)]


Effect = Callable[[Review, Act], None]


def _many(table: str, key: Callable[[Act], object]) -> Effect:
    """The effect of an act that is kept with the others of its key."""

    def effect(part: Review, act: Act) -> None:
        mapping = getattr(part, table)
        mapping[key(act)] = (*mapping.get(key(act), ()), act)

    return effect


def _cycle(act: Act) -> object:
    return act.data.cycle


def _cycle_step(act: Act) -> object:
    return act.data.cycle, act.data.step


def _file_step(act: Act) -> object:
    return act.data.application, act.data.step


def _interest(part: Review, act: Act) -> None:
    part.interests[act.data.interest] = act
    for who in (act.data.person, act.data.unit):
        if who is not None:
            part.interests_of[who] = (*part.interests_of.get(who, ()), act)


def _recused(part: Review, act: Act) -> None:
    for who in (act.data.person, act.data.unit):
        if who is not None:
            part.recusals[who] = (*part.recusals.get(who, ()), act)
    panel = part.panels.get(act.data.panel or "")
    if panel is not None:
        part.panels[panel.id] = changed(panel, act)


def _draw_prepared(part: Review, act: Act) -> None:
    if act.data.draw in part.draws:
        return
    part.draws[act.data.draw] = Draw(act.data.draw, act)
    key = (act.data.cycle, act.data.step)
    part.draws_of[key] = (*part.draws_of.get(key, ()), act.data.draw)


def _draw_went_on(part: Review, act: Act) -> None:
    draw = part.draws.get(act.data.draw)
    if draw is None:
        return
    if act.type == "draw_committed":
        draw = replace(draw, committed=(*draw.committed, act))
    elif act.type == "draw_held":
        draw = replace(draw, held=draw.held or act)
    else:
        draw = replace(draw, abandoned=draw.abandoned or act)
    part.draws[draw.id] = draw


def _panel(part: Review, act: Act) -> None:
    data = act.data
    seats = tuple((seat.person, seat.role) for seat in data.members)
    if data.panel not in part.panels:
        key = (data.cycle, data.step)
        part.panels_of[key] = (*part.panels_of.get(key, ()), data.panel)
    part.panels[data.panel] = Panel(data.panel, act, seats)


def _replaced(part: Review, act: Act) -> None:
    panel = part.panels.get(act.data.panel)
    if panel is not None:
        part.panels[panel.id] = changed(panel, act)


def changed(panel: Panel, act: Act) -> Panel:
    """The panel after a replacement or a recusal. Who is kept away from some files only keeps the seat."""
    data = act.data
    if act.type == "panel_member_replaced":
        seats = _seated(panel.seats, leaves=data.leaves, joins=data.joins, leader=data.leader)
    elif data.applications or data.replacement is None:
        seats = panel.seats
    else:
        seats = _seated(panel.seats, leaves=data.person, joins=data.replacement, leader=None)
    return replace(panel, seats=seats, changes=(*panel.changes, act))


def _seated(
    seats: tuple[tuple[str, str], ...], *, leaves: str | None, joins: str | None, leader: str | None
) -> tuple[tuple[str, str], ...]:
    after = {person: role for person, role in seats if person != leaves}
    if joins is not None:
        after[joins] = "member"
    if leader is not None:
        after = {person: "member" if role == "leader" else role for person, role in after.items()}
        after[leader] = "leader"
    return tuple(sorted(after.items()))


def _scorer(act: Act) -> str:
    return str(act.data.scorer or act.data.unit or act.by)


def _sheet(part: Review, act: Act) -> None:
    data = act.data
    sealed = act.type == "score_sheet_sealed"
    sheet = Sheet(
        act, _scorer(act), data.application, data.step, None if sealed else data.points, sealed=sealed
    )
    part.sheets[act.digest] = sheet
    key = (data.application, data.step)
    part.sheets_of[key] = (*part.sheets_of.get(key, ()), act.digest)


def _first(part: Review, digest: bytes) -> bytes:
    return part.known_as.get(digest) or digest


def _sheet_changed(part: Review, act: Act) -> None:
    target = act.data.replaces if act.type == "score_sheet_replaced" else act.data.sheet
    first = _first(part, target)
    sheet = part.sheets.get(first)
    if sheet is None:
        return
    part.known_as[act.digest] = first
    points = None if act.type == "score_sheet_replaced" else act.data.points
    part.sheets[first] = replace(sheet, act=act, points=points, before=(*sheet.before, sheet.act))


def _scores_opened(part: Review, act: Act) -> None:
    key = (act.data.application, act.data.step)
    part.opened[key] = (*part.opened.get(key, ()), act)
    for opening in act.data.openings:
        first = _first(part, opening.act)
        sheet = part.sheets.get(first)
        if sheet is not None and opening.field == "sheet" and isinstance(opening.value, dict):
            part.sheets[first] = replace(sheet, points=opening.value.get("points"), sealed=False)


def _aside(part: Review, act: Act) -> None:
    for digest in act.data.sheets:
        first = _first(part, digest)
        if first in part.sheets:
            part.sheets[first] = replace(part.sheets[first], aside=True)


def _report(part: Review, act: Act) -> None:
    part.reports[act.data.report] = act
    _many("reports_of", _cycle_step)(part, act)


def _confirmed(part: Review, act: Act) -> None:
    part.confirmed[act.data.report] = (*part.confirmed.get(act.data.report, ()), act)


def closed_acts(part: Review, case: str, fields: frozenset[str]) -> Acts:
    """The acts of a case with these committed fields that are still closed: sheets not opened, halves of seeds of
    draws that were not held."""
    acts: list[Act] = []
    if "sheet" in fields:
        acts += [sheet.act for sheet in part.sheets.values() if sheet.sealed and _concerns(sheet.act, case)]
    if "seed" in fields:
        waiting = (d for d in part.draws.values() if d.held is None and d.abandoned is None)
        acts += [act for draw in waiting for act in draw.committed if _concerns(act, case)]
    return tuple(acts)


def _concerns(act: Act, case: str) -> bool:
    kind, _, id_ = case.partition(":")
    data = act.data
    named = {
        "application": getattr(data, "application", None),
        "cycle": data.cycle,
        "person": getattr(data, "scorer", None),
    }
    return named.get(kind) == id_


EFFECTS: Final[dict[str, Effect]] = {
    "supervisor_appointed": _many("supervisors", _cycle),
    "interest_declared": _interest,
    "reviewer_recused": _recused,
    "draw_prepared": _draw_prepared,
    "draw_committed": _draw_went_on,
    "draw_held": _draw_went_on,
    "draw_abandoned": _draw_went_on,
    "panel_formed": _panel,
    "panel_member_replaced": _replaced,
    "stage_window_set": _many("windows", _cycle_step),
    "score_sheet_sealed": _sheet,
    "score_recorded": _sheet,
    "score_sheet_replaced": _sheet_changed,
    "score_changed": _sheet_changed,
    "scores_opened": _scores_opened,
    "scores_set_aside": _aside,
    "consensus_score_recorded": _many("consensus", _file_step),
    "stage_report_issued": _report,
    "stage_report_confirmed": _confirmed,
    "site_review_held": _many("visits", _file_step),
    "presentation_held": _many("presentations", _file_step),
    "public_satisfaction_measured": _many("satisfaction", _file_step),
    "conduct_feedback_filed": _many("feedback", _cycle),
    "stage_redone": _many("redone", _cycle_step),
}
