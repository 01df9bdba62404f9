"""What somebody owes: overdue and late legs by a day, and what is brought to discharge them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ledger.regulations.glossary import called
from ledger.regulations.model import Duty
from ledger.regulations.value import Value
from ledger.rules.duties import Owed, duties
from ledger.rules.duties.discharge import issued
from ledger.rules.duties.patterns import carries, fits, type_of
from ledger.rules.kinds.registry import rule
from ledger.rules.looks import Seen, look
from ledger.rules.matrix import Result
from ledger.rules.matter import Matter
from ledger.rules.moment import day
from ledger.rules.money import paid, shown, total
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.state import Procedure


def kind_of(duty: Duty) -> str:
    """The rule kind that speaks about a duty."""
    if duty.before is not None:
        return "duty.before"
    return "duty.series" if duty.repeat is not None else "duty.once"


# ---- what is brought ----


@rule("duty.series", "annual_report_filed")
def report_complete(matter: Matter) -> Iterator[Outcome]:
    """A report brings what the text asks for; what is missing does not send it back, but the duty stays open."""
    return _complete(matter, "duty.series")


@rule(
    "duty.once",
    "adverse_fact_reported",
    "holder_change_notified",
    "award_items_recovered",
    "promotion_recorded",
)
def once_complete(matter: Matter) -> Iterator[Outcome]:
    """A report is made in the form that the text asks for; only what was issued and paid is taken back; what is owed to
    others is not declined."""
    yield from _complete(matter, "duty.once")
    if matter.act.type == "promotion_recorded":
        yield from _declined(matter)
    if matter.act.type == "award_items_recovered":
        yield from _recovered(matter)


def _complete(matter: Matter, kind: str) -> Iterator[Outcome]:
    regulation = matter.regulation
    honour = matter.state.decision.honours.get(matter.act.get("award") or "")
    if regulation is None or honour is None:
        return
    application = matter.state.opening.applications.get(honour.conferred.data.application)
    for duty in regulation.duties.values():
        if kind_of(duty) != kind or not duty.legs or not fits(matter.act, duty.legs[0].act):
            continue
        if duty.kinds and (application is None or application.kind not in duty.kinds):
            continue
        for need in duty.need:
            if need.first_time and not honour.conferred.data.first_time:
                continue
            yield _brought(matter, duty, matter.read(need.what))


def _brought(matter: Matter, duty: Duty, wanted: Value[Any]) -> Outcome:
    lacking = [code for code in wanted.v or () if not carries(matter.act, code)]
    names = "、".join(called("need", code, matter.regulation) for code in lacking)
    return matter.says(wanted, not lacking, "duty.incomplete", duty=duty.name, lacking=names, world=True)


def _declined(matter: Matter) -> Iterator[Outcome]:
    for duty in matter.regulation.duties.values() if matter.regulation is not None else ():
        if any(type_of(leg.act) == matter.act.type for leg in duty.legs) and kind_of(duty) == "duty.once":
            met = matter.act.data.outcome != "declined"
            yield matter.says(matter.read(duty.value), met, "duty.declined", duty=duty.name, world=True)


def _recovered(matter: Matter) -> Iterator[Outcome]:
    """Nothing is demanded back that was never handed out, no more money than was paid."""
    honour = matter.state.decision.honours.get(matter.act.data.award)
    if honour is None or honour.revoked is None or matter.regulation is None:
        return
    ground = matter.regulation.grounds.get(honour.revoked.data.ground)
    if ground is None or ground.effects is None:
        return
    data = matter.act.data
    strange = [item for item in data.items if item not in issued(honour)]
    asked, given = total((*honour.recovered, matter.act)), paid(honour)
    holder = "、".join(matter.party_name(party) for party in honour.parties)
    value = matter.read(ground.effects)
    names = "、".join(called("item", item, matter.regulation) for item in strange)
    positions = (honour.conferred.position,)
    yield matter.says(
        value, not strange, "duty.not_issued", items=names, holder=holder, positions=positions, world=True
    )
    yield matter.says(
        value,
        asked <= given,
        "duty.not_paid",
        holder=holder,
        paid=shown(given),
        asked=shown(asked),
        positions=positions,
        world=True,
    )


# ---- by a day, although nobody acted ----


@look("duty.once")
def once(state: Procedure, today: str) -> Iterator[Seen]:
    """What an event once opened is done by its day."""
    return _missed(state, today, "duty.once")


@look("duty.series")
def series(state: Procedure, today: str) -> Iterator[Seen]:
    """What comes back every year is done every year, each bearer on the own leg."""
    return _missed(state, today, "duty.series")


@look("duty.before")
def before(state: Procedure, today: str) -> Iterator[Seen]:
    """What must come before a step, or before the end, did come before."""
    return _missed(state, today, "duty.before")


def _missed(state: Procedure, today: str, kind: str) -> Iterator[Seen]:
    for owed in duties(state, today):
        if kind_of(owed.duty) == kind and (result := _result(owed)) != "holds":
            facts = _facts(state, owed, today)
            outcome = Outcome(owed.value, result, _sentence(owed), facts, _positions(owed))
            yield Seen(owed.regulation.edition, _subjects(owed), outcome, owed.mark)


def _result(owed: Owed) -> Result:
    if owed.standing in ("late", "overdue"):
        return "fails"
    if owed.standing == "unclear":
        return "unclear"
    undated = owed.value.v is None and owed.standing == "open"
    return "unclear" if undated else "holds"


def _sentence(owed: Owed) -> str:
    if owed.standing == "open":
        return "duty.undated"
    if owed.standing == "unclear":
        return f"duty.unclear.{owed.why}"
    return f"duty.{owed.standing}" + (".before" if owed.event is not None else "")


def _facts(state: Procedure, owed: Owed, today: str) -> dict[str, str]:
    registers, concern = state.registers, owed.concern
    role = owed.regulation.roles.get(owed.leg.bearer)
    names = [registers.name(id_, today) for id_ in owed.bearers]
    about = [registers.name(party, today) for party in concern.parties if party not in owed.bearers]
    year = f"{owed.year} 年度" if owed.year is not None else ""
    return {
        "bearer": "、".join(names) or (role.name if role is not None else owed.leg.bearer),
        "duty": owed.duty.name,
        "what": year + _what(owed),
        "about": f"（涉及{'、'.join(about)}）" if about else "",
        "since": day(owed.opened.at),
        "due": owed.due.day if owed.due is not None else "",
        "done": day(owed.discharged.at) if owed.discharged is not None else "",
        "event": day(owed.event.at) if owed.event is not None else "",
        "before": _named(owed, owed.duty.before) if owed.duty.before is not None else "",
    }


def _what(owed: Owed) -> str:
    """The act that discharges, in words."""
    return _named(owed, owed.leg.act)


def _named(owed: Owed, pattern: str) -> str:
    regulation = owed.regulation
    if pattern in regulation.steps:
        return regulation.steps[pattern].name
    type_, _, word = pattern.partition(":")
    name = called("act", type_, regulation)
    return f"{name}（{called('variant', word, regulation)}）" if word else name


def _positions(owed: Owed) -> tuple[int, ...]:
    acts = (owed.opened, owed.event, owed.discharged)
    return tuple(dict.fromkeys(act.position for act in acts if act is not None))


def _subjects(owed: Owed) -> tuple[str, ...]:
    concern = owed.concern
    found = [f"award:{concern.honour.id}"] if concern.honour is not None else []
    found += [f"application:{concern.application}"] if concern.application is not None else []
    found += [f"cycle:{concern.cycle}"] if not found and concern.cycle is not None else []
    return (*found, *(f"party:{party}" for party in concern.parties))
