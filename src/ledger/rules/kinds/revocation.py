"""Taking an honour, or an application, away: on a ground that the text lists, on recorded facts, by who may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ledger.regulations.glossary import called
from ledger.regulations.model import Ground
from ledger.regulations.value import Value
from ledger.rules.act import Act
from ledger.rules.grounds import falls_under
from ledger.rules.kin import same
from ledger.rules.kinds.registry import rule
from ledger.rules.matrix import Result
from ledger.rules.matter import Matter
from ledger.rules.moment import is_after
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.decision import Honour
from ledger.rules.terms import term_of


@rule("revoke.ground", "revocation_proposed", "award_revoked", "application_struck")
def ground(matter: Matter) -> Iterator[Outcome]:
    """The ground is one of the text and of this kind of holder; facts of it are recorded, in its time; gravity was
    judged where people must judge it; who investigates, proposes and decides did so, in this order."""
    if matter.regulation is None:
        return
    known = matter.regulation.grounds.get(matter.act.data.ground)
    if matter.act.type == "application_struck":
        if known is not None and known.before_award is not None:
            yield from _chain(matter, known, matter.act.data.proposed_by)
            yield from _judged(matter, known, _determinations(matter))
        return
    if known is None:
        yield _unknown(matter)
        return
    honour = matter.state.decision.honours.get(matter.act.data.award)
    if honour is None:
        return
    yield from _of_kind(matter, known, honour)
    if matter.act.type == "award_revoked":
        yield from _grave(matter, known, honour)
        yield from _chain(matter, known, matter.act.data.proposed_by)
    else:
        yield from _proposed(matter, known, honour)


def _unknown(matter: Matter) -> Outcome:
    """A ground that the text does not have; told with the first that it has."""
    assert matter.regulation is not None
    grounds = list(matter.regulation.grounds.values())
    article = grounds[0].article if grounds else matter.regulation.article
    names = "、".join(f"“{each.name}”" for each in grounds)
    return matter.says(Value(True, article), False, "revoke.ground.unknown", grounds=names)


def _proposed(matter: Matter, known: Ground, honour: Honour) -> Iterator[Outcome]:
    """A report, if it goes to those who propose; otherwise the proposal itself."""
    to = matter.act.data.addressee
    is_report = to is not None and bool(matter.state.registers.roles(to) & _roles(matter, known.proposed_by))
    by = known.investigated_by if is_report else known.proposed_by
    if by is not None:
        wanted = matter.role_names(_roles(matter, by))
        met = bool(matter.roles & _roles(matter, by))
        said = "revoke.ground.reporter" if is_report else "revoke.ground.proposer"
        yield matter.says(matter.read(by), met, said, wanted=wanted, actor=_actor(matter))
    if matter.act.data.outcome == "keep":
        return
    if is_report:
        yield _facts(matter, known, honour)
    else:
        yield from _grave(matter, known, honour)
        yield from _investigated(matter, known)


def _grave(matter: Matter, known: Ground, honour: Honour) -> Iterator[Outcome]:
    yield _facts(matter, known, honour)
    yield from _judged(matter, known, _determinations(matter))


# ---- on what ----


def _of_kind(matter: Matter, known: Ground, honour: Honour) -> Iterator[Outcome]:
    if known.kinds:
        met = _kind(matter, honour) in known.kinds
        yield matter.says(
            _itself(known), met, "revoke.ground.kind", ground=known.name, holder=_holder(matter, honour)
        )


def _kind(matter: Matter, honour: Honour) -> str | None:
    application = matter.state.opening.applications.get(honour.conferred.data.application)
    return application.kind if application is not None else None


def _facts(matter: Matter, known: Ground, honour: Honour) -> Outcome:
    """At least one of the facts named is recorded, about a holder, of the ground, within its time."""
    answers = [_counts(matter, known, honour, fact) for fact in _named(matter)]
    result: Result = "fails"
    if True in answers:
        result = "holds"
    elif None in answers:
        result = "unclear"
    said = "revoke.ground.unsure" if result == "unclear" else "revoke.ground.facts"
    return matter.says(
        _itself(known),
        result,
        said,
        positions=tuple(fact.position for fact in _named(matter)),
        ground=known.name,
        holder=_holder(matter, honour),
    )


def _named(matter: Matter) -> list[Act]:
    adverse = matter.state.after.adverse
    return [adverse[id_] for id_ in matter.act.data.facts if id_ in adverse]


def _counts(matter: Matter, known: Ground, honour: Honour, fact: Act) -> bool | None:
    assert matter.regulation is not None
    parties = {id_ for party in honour.parties for id_ in same(matter.state.registers, party)}
    if fact.data.party not in parties:
        return False
    kind = _kind(matter, honour)
    falls = falls_under(matter.state, matter.regulation, known, fact, kind, matter.day)
    in_time = _in_time(matter, known, honour, fact)
    if falls is False or in_time is False:
        return False
    return None if None in (falls, in_time) else True


def _in_time(matter: Matter, known: Ground, honour: Honour, fact: Act) -> bool | None:
    """Whether it happened after the award where the ground runs from there, and before its window closed."""
    anchor = matter.read(known.window_from).v if known.window_from is not None else None
    if anchor is None and known.window is None:
        return True
    on = fact.data.occurred_on
    if on is None:
        return None
    since = honour.conferred.data.conferred_on
    until = honour.conferred.data.valid_to if anchor == "validity" else None
    if known.window is not None and until is None:
        window = matter.read(known.window)
        if window.v is None:
            return None
        until = term_of(matter.calendars, since, window.v, roll=False).last_day
    return bool(since <= on and (until is None or on <= until))


def _determinations(matter: Matter) -> tuple[Act, ...]:
    """Those that the act names; of a file that is struck, those about the file."""
    after, data = matter.state.after, matter.act.data
    if matter.act.type == "application_struck":
        file = matter.application
        about = [
            act for party in (file.parties if file else ()) for act in after.determined_of.get(party, ())
        ]
        return tuple(act for act in about if act.data.application in (None, data.application))
    known = [after.determinations.get(id_) for id_ in data.determinations]
    parties = _about(matter)
    return tuple(act for act in known if act is not None and parties & set(act.data.parties))


def _about(matter: Matter) -> set[str]:
    honour = matter.state.decision.honours[matter.act.data.award]
    return {id_ for party in honour.parties for id_ in same(matter.state.registers, party)}


def _judged(matter: Matter, known: Ground, made: Iterable[Act]) -> Iterator[Outcome]:
    """What people must judge is established, under its own name or under the ground's."""
    if known.judged is None:
        return
    value = matter.read(known.judged)
    kinds = {value.v, known.id}
    met = any(act.data.kind in kinds and act.data.outcome == "established" for act in made)
    what = called("judged", value.v, matter.regulation) if value.v is not None else known.name
    yield matter.says(value, met, "revoke.ground.judged", ground=known.name, judged=what)


# ---- by whom ----


def _chain(matter: Matter, known: Ground, proposer: str | None) -> Iterator[Outcome]:
    """The decision is of who decides, after the proposal of who proposes."""
    if known.decided_by is not None:
        decides = matter.read(known.decided_by)
        wanted = matter.role_names(decides.v or ())
        met: Result = (
            "unclear" if decides.v is None else "holds" if matter.roles & set(decides.v) else "fails"
        )
        yield matter.says(decides, met, "revoke.ground.decider", wanted=wanted, actor=_actor(matter))
    if known.proposed_by is None:
        return
    proposes = matter.read(known.proposed_by)
    wanted = matter.role_names(proposes.v or ())
    met = "unclear" if proposes.v is None else "holds" if _was_proposed(matter, known, proposer) else "fails"
    yield matter.says(proposes, met, "revoke.ground.proposal", wanted=wanted, ground=known.name)


def _was_proposed(matter: Matter, known: Ground, proposer: str | None) -> bool:
    """Whether a proposal stands: of an award an act of its own; of a file the decision says who proposed."""
    roles = _roles(matter, known.proposed_by)
    if matter.act.type == "application_struck":
        return proposer is not None and bool(matter.state.registers.roles(proposer) & roles)
    return any(
        act.data.ground == known.id
        and act.data.outcome == "revoke"
        and matter.state.registers.roles(act.who) & roles
        and not is_after(act.at, matter.act.at)
        for act in matter.state.after.revocations.get(matter.act.data.award, ())
    )


def _investigated(matter: Matter, known: Ground) -> Iterator[Outcome]:
    """Before the decision is asked for, somebody whose task it is has looked into the matter."""
    if known.investigated_by is None:
        return
    value = matter.read(known.investigated_by)
    roles = _roles(matter, known.investigated_by)
    registers, data = matter.state.registers, matter.act.data
    reports = (
        act
        for act in matter.state.after.revocations.get(data.award, ())
        if not is_after(act.at, matter.act.at) and set(act.data.facts) & set(data.facts)
    )
    by = {data.investigated_by, *(act.who for act in reports)} - {None}
    met = any(registers.roles(body) & roles for body in by)
    yield matter.says(
        value, met, "revoke.ground.investigated", wanted=matter.role_names(roles), ground=known.name
    )


def _roles(matter: Matter, value: Value[Any] | None) -> frozenset[str]:
    return frozenset(matter.read(value).v or ()) if value is not None else frozenset()


def _itself(known: Ground) -> Value[bool]:
    """That the text has this ground."""
    return Value(True, known.article, known.item)


def _holder(matter: Matter, honour: Honour) -> str:
    return "、".join(map(matter.party_name, honour.parties))


def _actor(matter: Matter) -> str:
    return matter.party_name(matter.act.who)
