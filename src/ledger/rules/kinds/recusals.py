"""Interests: nobody acts on a file in which he, or his unit, has an interest, or from which he is kept away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from ledger.regulations.model import Conduct, Regulation
from ledger.regulations.value import Value
from ledger.rules.act import Act
from ledger.rules.governed import governing, read
from ledger.rules.interests import files_near, interest, recusal
from ledger.rules.kinds.registry import rule
from ledger.rules.looks import Seen, look
from ledger.rules.matter import Matter
from ledger.rules.moment import day
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.opening import Application
from ledger.rules.procedure.progress import is_performing
from ledger.rules.procedure.state import Procedure

SCORES = (
    "score_sheet_sealed", "score_recorded", "score_sheet_replaced", "score_changed", "consensus_score_recorded",
)  # fmt: skip
# Acts by which somebody says something for himself, not on behalf of the review.
_FOR_ONESELF = frozenset(
    {"application_submitted", "application_withdrawn", "material_supplemented", "material_replaced",
     "objection_lodged", "objection_withdrawn", "interest_declared", "reviewer_recused", "entry_contested"}
)  # fmt: skip


class Taking(NamedTuple):
    """Somebody who takes part in the act, in one of these roles."""

    who: str
    roles: frozenset[str]


@rule("person.recusal", class_="interest")
def acts(matter: Matter) -> Iterator[Outcome]:
    """Of everybody who takes part in an act on files: no interest in one of them, and not kept away from it."""
    if matter.regulation is None or matter.cycle is None or matter.act.type in _FOR_ONESELF:
        return
    if matter.act.type == "panel_formed":
        yield from _panel(matter)
        return
    if matter.act.type == "meeting_held":
        yield from _meeting(matter)
        return
    if matter.act.type not in SCORES and not is_performing(matter.act.type):
        return
    concerned = [taking for taking in _taking_part(matter) if _has_ties(matter.state, taking.who)]
    if not concerned:
        return
    files = [f for s in matter.subjects if (f := matter.state.opening.applications.get(s.id)) is not None]
    for taking in concerned:
        for file in files:
            yield from _one(matter, taking, file)


def _has_ties(state: Procedure, who: str) -> bool:
    enrolled = state.registers.experts.get(who)
    employed = enrolled is not None and enrolled.data.employer is not None
    return employed or who in state.review.interests_of or who in state.review.recusals


def _one(matter: Matter, taking: Taking, file: Application) -> Iterator[Outcome]:
    value = _value(matter, taking.roles, file)
    if value is None:
        return
    told: dict[str, Any] = {"who": matter.party_name(taking.who), "file": matter.file_name(file.id)}
    away = recusal(matter.state, taking.who, matter.act.get("step"), file)
    near = interest(matter.state, taking.who, file, matter.day)
    found = away or near
    said = "person.recusal.away" if away is not None else "person.recusal"
    yield matter.says(value, found is None, said, positions=(found.position,) if found else (), **told)


def _taking_part(matter: Matter) -> Iterator[Taking]:
    """The signer and the signer's unit, unless they only type in a paper; whoever the act names."""
    act, data = matter.act, matter.act.data
    if act.live:
        yield Taking(act.by, matter.roles)
    if act.body is not None and act.body != act.by:
        yield Taking(act.body, matter.roles)
    seats = frozenset({"panel", "reviewer"})
    for name, roles in (("scorer", seats), ("attending", seats), ("assent", seats), ("dissent", seats)):
        for who in _people(getattr(data, name, None)):
            if who != act.by or not act.live:
                yield Taking(who, roles)
    scorers = _scorers(matter)
    for who in _people(getattr(data, "jury", None)):
        yield Taking(who, scorers)
    for who in _people(getattr(data, "supervisors", None)):
        yield Taking(who, frozenset({"supervisor"}))
    for unit in {*_people(getattr(data, "unit", None)), *_people(getattr(data, "units", None))} - {act.body}:
        yield Taking(unit, matter.state.registers.roles(unit) | scorers)


def _scorers(matter: Matter) -> frozenset[str]:
    step = matter.step
    scorers = step.scoring.scorers if step is not None and step.scoring is not None else None
    return frozenset(matter.read(scorers).v or ()) if scorers is not None else frozenset()


def _people(given: Any) -> Iterable[str]:
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else tuple(given)


# ---- panels and meetings ----


def _panel(matter: Matter) -> Iterator[Outcome]:
    """Nobody sits in a panel over a file in which he has an interest, unless he is kept away from that file."""
    data = matter.act.data
    for seat in data.members:
        for file, act in files_near(matter.state, seat.person, data.cycle, matter.day):
            value = _value(matter, frozenset({"panel", "reviewer"}), file)
            if value is None or (data.applications and file.id not in data.applications) or file.gone:
                continue
            kept = recusal(matter.state, seat.person, data.step, file) is not None
            told: dict[str, Any] = {"who": matter.party_name(seat.person), "file": matter.file_name(file.id)}
            yield matter.says(value, kept, "person.recusal.seat", positions=(act.position,), **told)


def _meeting(matter: Matter) -> Iterator[Outcome]:
    """Who votes on a file has no interest in it; for each motion those count who were there and did not withdraw."""
    data = matter.act.data
    there = {*data.persons, *data.units}
    for motion in data.motions:
        file = matter.state.opening.applications.get(motion.application or "")
        if file is None:
            continue
        for who in sorted(there - set(data.recused) - set(motion.recused)):
            if _has_ties(matter.state, who):
                yield from _one(matter, Taking(who, matter.roles), file)


# ---- which value it is ----


def _conduct(regulation: Regulation) -> Conduct | None:
    return next((entry for entry in regulation.conduct if entry.recusal is not None), None)


def _value(matter: Matter, roles: frozenset[str], file: Application) -> Value[Any] | None:
    assert matter.regulation is not None
    return duty_of(matter.state, matter.regulation, roles, file, matter.day)


def duty_of(
    state: Procedure, regulation: Regulation, roles: frozenset[str], file: Application, on: str
) -> Value[Any] | None:
    """The duty to withdraw, for somebody in these roles and a file of this kind; None where a reading says that there
    is none. What the text does not say of a role, or does not say at all, the ledger only tells."""
    entry = _conduct(regulation)
    if entry is None or entry.recusal is None:
        return Value(True, regulation.article, regulation.item, source="default")
    duty = read(state.registers, regulation, entry.recusal, on)
    if entry.recusal_for is not None:
        kinds = read(state.registers, regulation, entry.recusal_for, on)
        if file.kind not in (kinds.v or ()):
            return None
        if _only_by_reading(kinds, file.kind):
            duty = replace(duty, source="reading", question=kinds.question)
    if roles and not roles & set(duty.v or ()):
        duty = replace(duty, source="default")
    return duty


def _only_by_reading(kinds: Value[Any], kind: str) -> bool:
    """Whether another option of the question would leave this kind of applicant out."""
    return any(kind not in other for _, other in kinds.others)


# ---- what came to light later ----


@look("person.recusal")
def scored_before(state: Procedure, today: str) -> Iterator[Seen]:
    """A sheet that counts, of somebody who had an interest in its file on the day he gave it, known or not."""
    for sheet in state.review.sheets.values():
        if sheet.aside or not _has_ties(state, sheet.scorer):
            continue
        file = state.opening.applications.get(sheet.application)
        regulation = governing(state, file.cycle) if file is not None else None
        if file is None or regulation is None:
            continue
        first = sheet.before[0] if sheet.before else sheet.act
        near = interest(state, sheet.scorer, file, day(sheet.act.at))
        value = duty_of(state, regulation, frozenset({"panel", "reviewer"}), file, today)
        if near is None or value is None:
            continue
        yield _seen(state, regulation, value, sheet.act, near, first, sheet.scorer, file)


def _seen(
    state: Procedure,
    regulation: Regulation,
    value: Value[Any],
    act: Act,
    near: Act,
    first: Act,
    scorer: str,
    file: Application,
) -> Seen:
    names = "、".join(state.registers.name(party) for party in file.parties)
    told: dict[str, Any] = {
        "who": state.registers.name(scorer),
        "file": names,
        "scored": day(act.at),
        "known": day(near.at),
    }
    said = "person.recusal.scored"
    positions = (act.position, near.position)
    cases = (f"application:{file.id}",)
    return Seen(regulation.edition, cases, Outcome(value, "fails", said, told, positions, world=True))
