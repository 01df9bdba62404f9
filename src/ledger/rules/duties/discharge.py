"""What discharges a leg: acts of the right type about the same thing, on the right way, bringing what is asked.

Several acts may do it together: the report and what was forgotten in it, the plaque and later the money. Then the one
that makes it whole discharges.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Final, NamedTuple

from ledger.regulations.model import Channels, Duty, Ground, Leg, Regulation
from ledger.regulations.value import Value
from ledger.rules.act import Act
from ledger.rules.duties.openings import from_day
from ledger.rules.duties.owed import Concern
from ledger.rules.duties.patterns import carries, fits, type_of
from ledger.rules.governed import read
from ledger.rules.kin import same
from ledger.rules.moment import day
from ledger.rules.money import paid
from ledger.rules.procedure.decision import Honour
from ledger.rules.procedure.state import Procedure


class Asked(NamedTuple):
    """One leg, to be found discharged or not, as the text reads on a day."""

    state: Procedure
    regulation: Regulation
    duty: Duty
    leg: Leg
    opened: Act
    concern: Concern
    year: int | None
    today: str

    def read(self, value: Value[Any]) -> Value[Any]:
        return read(self.state.registers, self.regulation, value, self.today)

    @property
    def ground(self) -> Ground | None:
        """The ground of a revocation that opened the duty."""
        return self.regulation.grounds.get(self.opened.get("ground") or "")


# ---- which acts come into question, by type ----


def _of_award(table: str) -> Callable[[Asked], Iterable[Act]]:
    def found(asked: Asked) -> Iterable[Act]:
        honour = asked.concern.honour
        acts: tuple[Act, ...] = getattr(asked.state.after, table).get(honour.id, ()) if honour else ()
        return acts

    return found


def _reports(asked: Asked) -> Iterable[Act]:
    honour = asked.concern.honour
    if honour is None or asked.year is None:
        return ()
    return asked.state.after.reports.get((honour.id, asked.year), ())


def _awards(asked: Asked) -> list[str]:
    """All awards of those whom it is about."""
    registers, honours_of = asked.state.registers, asked.state.decision.honours_of
    return [
        a
        for party in asked.concern.parties
        for id_ in same(registers, party)
        for a in honours_of.get(id_, ())
    ]


def _told(asked: Asked) -> Iterable[Act]:
    """Reports that name the fact; and those that name none, if they came after its confirmation."""
    reported, awards, since = asked.state.after.reported, _awards(asked), from_day(asked.opened)
    yield from reported.get(asked.opened.data.fact, ())
    for act in reported.get("", ()):
        if act.data.award in awards and (since is None or day(act.at) >= since):
            yield act


def _investigated(asked: Asked) -> Iterable[Act]:
    for award in _awards(asked):
        for act in asked.state.after.revocations.get(award, ()):
            if asked.opened.data.fact in act.data.facts:
                yield act


def _feedback(asked: Asked) -> Iterable[Act]:
    """Of this bearer, about this visit or about everybody."""
    concern = asked.concern
    for act in asked.state.review.feedback.get(concern.cycle or "", ()):
        data = act.data
        if data.role != asked.leg.bearer:
            continue
        if data.application is not None:
            if data.application == concern.application:
                yield act
        elif data.party is not None:
            if data.party in concern.parties:
                yield act
        elif data.panel in (None, asked.opened.get("panel")):
            yield act


def _published(asked: Asked) -> Iterable[Act]:
    concern = asked.concern
    key = f"award:{concern.honour.id}" if concern.honour is not None else concern.cycle
    acts = asked.state.decision.published.get(key or "", ())
    channels = asked.ground.channels if asked.ground is not None else None
    return [act for act in acts if channels is None or reaches(asked, act, channels)]


def reaches(asked: Asked, act: Act, channels: Channels) -> bool:
    """Whether a publication used the media that the text wants."""
    used = {channel.class_ for channel in act.data.channels}
    every = asked.read(channels.all).v if channels.all is not None else None
    some = asked.read(channels.any).v if channels.any is not None else None
    return used >= set(every or ()) and (not some or bool(used & set(some)))


def _resolved(asked: Asked) -> Iterable[Act]:
    objection = asked.state.publicity.objections.get(asked.opened.get("objection") or "")
    for act in objection.ended if objection is not None else ():
        if not act.data.applications or asked.concern.application in act.data.applications:
            yield act


CANDIDATES: Final[dict[str, Callable[[Asked], Iterable[Act]]]] = {
    "adverse_fact_reported": _told,
    "annual_report_filed": _reports,
    "award_items_recovered": lambda asked: asked.concern.honour.recovered if asked.concern.honour else (),
    "conduct_feedback_filed": _feedback,
    "decision_published": _published,
    "holder_change_notified": _of_award("changes"),
    "objection_resolved": _resolved,
    "prize_paid": lambda asked: asked.concern.honour.paid if asked.concern.honour else (),
    "promotion_recorded": _of_award("promotions"),
    "revocation_proposed": _investigated,
    "supervisory_check_made": _of_award("checks"),
}

# Acts that may come before the day from which the duty is owed: they name what they are about.
_AT_ANY_TIME: Final = frozenset({"adverse_fact_reported"})


def discharged(asked: Asked) -> Act | None:
    """The act that discharges the leg, the earliest that does; None if nothing has."""
    pattern, since = asked.leg.act, from_day(asked.opened)
    found = [
        act
        for act in CANDIDATES[type_of(pattern)](asked)
        if fits(act, pattern)
        and arrives(asked.state, act, asked.leg)
        and (since is None or act.type in _AT_ANY_TIME or day(act.at) >= since)
    ]
    found.sort(key=lambda act: (day(act.at), act.position))
    return _whole(asked, found)


def arrives(state: Procedure, act: Act, leg: Leg) -> bool:
    """Whether the act goes to whom the leg's way leads; an act without an addressee has only one way to go."""
    if leg.route is None or not hasattr(act.data, "addressee"):
        return True
    to = act.data.addressee
    return to is not None and leg.route in state.registers.roles(to)


def is_owed(asked: Asked) -> bool:
    """Whether there is anything to do at all: nothing is taken back where nothing was handed out or paid."""
    if asked.leg.act != "award_items_recovered":
        return True
    items, money = to_recover(asked)
    return bool(items) or money > 0


def to_recover(asked: Asked) -> tuple[frozenset[str], Decimal]:
    """Items that were handed out, money that was paid, as far as the ground takes them back."""
    honour, ground = asked.concern.honour, asked.ground
    if honour is None:
        return frozenset(), Decimal(0)
    effects = asked.read(ground.effects).v if ground is not None and ground.effects is not None else None
    items = issued(honour) if effects is None or "return_items" in effects else frozenset()
    money = paid(honour) if effects is None or "recover_prize" in effects else Decimal(0)
    return items, money


def issued(honour: Honour) -> frozenset[str]:
    """What was handed out at the conferral."""
    return frozenset(honour.conferred.data.items)


def needs(asked: Asked) -> list[Value[Any]]:
    """What must be brought: asked of the first leg, some of it only of those who won for the first time."""
    if asked.leg != asked.duty.legs[0]:
        return []
    honour = asked.concern.honour
    first = honour is not None and honour.conferred.data.first_time
    return [asked.read(need.what) for need in asked.duty.need if first or not need.first_time]


def _whole(asked: Asked, acts: list[Act]) -> Act | None:
    """The first act with which all that is asked is there."""
    wanted = {code for value in needs(asked) for code in value.v or ()}
    items, money = (
        to_recover(asked) if asked.leg.act == "award_items_recovered" else (frozenset(), Decimal(0))
    )
    names = _names(asked)
    for act in acts:
        wanted = {code for code in wanted if not carries(act, code)}
        items -= frozenset(act.get("items") or ())
        money -= Decimal(act.get("amount") or 0) if act.type == "award_items_recovered" else 0
        names = names - set(act.data.applications) if names and act.data.applications else frozenset()
        if not wanted and not items and money <= 0 and not names:
            return act
    return None


def _names(asked: Asked) -> frozenset[str]:
    """The files that a list names, where the duty is to make that list public."""
    if asked.opened.type != "awards_approved" or type_of(asked.leg.act) != "decision_published":
        return frozenset()
    applications = asked.state.opening.applications
    listed = (item.application for item in asked.opened.data.items)
    return frozenset(a for a in listed if (found := applications.get(a)) is None or found.gone is None)
