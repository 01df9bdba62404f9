"""Lists, meetings, awards: what was proposed, decided, approved and conferred."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field, replace
from typing import Final

from ledger.rules.act import Act
from ledger.rules.tables import Tables

Acts = tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Honour:
    """One award conferred, and what became of it."""

    id: str
    conferred: Act
    revoked: Act | None = None
    reviewed: Acts = ()
    recovered: Acts = ()
    paid: Acts = ()

    @property
    def parties(self) -> tuple[str, ...]:
        return tuple(self.conferred.data.parties)


@dataclass(slots=True)
class Decisions(Tables):
    # (cycle, step) → list acts of that step in order; the newest is the list.
    lists: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)
    proposals: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)  # advice: binds nobody
    declined: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)
    meetings: MutableMapping[str, Act] = field(default_factory=dict)
    meetings_of: MutableMapping[str, Acts] = field(default_factory=dict)  # cycle → meetings
    matters: MutableMapping[str, Act] = field(default_factory=dict)
    ties: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)  # (cycle, step)
    honours: MutableMapping[str, Honour] = field(default_factory=dict)
    honours_of: MutableMapping[str, tuple[str, ...]] = field(default_factory=dict)  # party → awards
    paid_from: MutableMapping[str, Acts] = field(default_factory=dict)  # budget → payments
    honours_in: MutableMapping[str, tuple[str, ...]] = field(default_factory=dict)  # cycle → awards
    published: MutableMapping[str, Acts] = field(
        default_factory=dict
    )  # cycle, or `award:ID` → decisions published

    def newest(self, cycle: str, step: str) -> Act | None:
        """The list of a step as it last stood."""
        acts = self.lists.get((cycle, step), ())
        return acts[-1] if acts else None


Effect = Callable[[Decisions, Act], None]


def _list(part: Decisions, act: Act) -> None:
    key = (act.data.cycle, act.data.step)
    part.lists[key] = (*part.lists.get(key, ()), act)


def _proposal(part: Decisions, act: Act) -> None:
    key = (act.data.cycle, act.data.step)
    part.proposals[key] = (*part.proposals.get(key, ()), act)


def _declined(part: Decisions, act: Act) -> None:
    key = (act.data.cycle, act.data.step)
    part.declined[key] = (*part.declined.get(key, ()), act)


def _meeting(part: Decisions, act: Act) -> None:
    part.meetings[act.data.meeting] = act
    if act.data.cycle is not None:
        part.meetings_of[act.data.cycle] = (*part.meetings_of.get(act.data.cycle, ()), act)


def _matter(part: Decisions, act: Act) -> None:
    part.matters[act.data.matter] = act


def _tie(part: Decisions, act: Act) -> None:
    key = (act.data.cycle, act.data.step)
    part.ties[key] = (*part.ties.get(key, ()), act)


def _conferred(part: Decisions, act: Act) -> None:
    if act.data.award in part.honours:
        return
    part.honours[act.data.award] = Honour(act.data.award, act)
    part.honours_in[act.data.cycle] = (*part.honours_in.get(act.data.cycle, ()), act.data.award)
    for party in act.data.parties:
        part.honours_of[party] = (*part.honours_of.get(party, ()), act.data.award)


def _published(part: Decisions, act: Act) -> None:
    keys = [act.data.cycle] if act.data.cycle is not None else []
    for key in (*keys, *(f"award:{award}" for award in act.data.awards)):
        part.published[key] = (*part.published.get(key, ()), act)


def _paid(part: Decisions, act: Act) -> None:
    honour = part.honours.get(act.data.award)
    if honour is not None:
        part.honours[honour.id] = replace(honour, paid=(*honour.paid, act))
    if act.data.budget is not None:
        part.paid_from[act.data.budget] = (*part.paid_from.get(act.data.budget, ()), act)


def _revoked(part: Decisions, act: Act) -> None:
    honour = part.honours.get(act.data.award)
    if honour is not None:
        part.honours[honour.id] = replace(honour, revoked=honour.revoked or act)


def _recovered(part: Decisions, act: Act) -> None:
    honour = part.honours.get(act.data.award)
    if honour is not None:
        part.honours[honour.id] = replace(honour, recovered=(*honour.recovered, act))


def _reviewed(part: Decisions, act: Act) -> None:
    honour = part.honours.get(act.data.award)
    if honour is not None:
        part.honours[honour.id] = replace(honour, reviewed=(*honour.reviewed, act))


EFFECTS: Final[dict[str, Effect]] = {
    "shortlist_proposed": _proposal,
    "shortlist_approved": _list,
    "award_list_proposed": _list,
    "awards_approved": _list,
    "approval_declined": _declined,
    "meeting_held": _meeting,
    "matter_classified": _matter,
    "tie_decided": _tie,
    "award_conferred": _conferred,
    "decision_published": _published,
    "prize_paid": _paid,
    "award_revoked": _revoked,
    "award_items_recovered": _recovered,
    "honour_reviewed": _reviewed,
}
