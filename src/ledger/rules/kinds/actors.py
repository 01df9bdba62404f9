"""Competence: the act belongs to the body that does it, on the proposal or under the mandate that the text wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from ledger.regulations.glossary import called
from ledger.regulations.model import Regulation, Step
from ledger.regulations.value import Value
from ledger.rules.kinds.registry import rule
from ledger.rules.mandates import named_mandate
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.progress import is_performing

_NAMED: Final = {"meeting_held": "body", "presentation_held": "organised_by"}
"""The field of a type that names whose act it is, beside who does it: both must be competent."""

_MATTERS: Final = {"expert_enrolled": "expert_pool", "supervisory_check_made": "supervise_holders"}
"""Acts that are a matter of their own, whatever they say."""

_ORGANISED: Final = "run_review"


@rule("actor.role")
def role(matter: Matter) -> Iterator[Outcome]:
    """The act belongs to the body that does it, after whose proposal or under whose mandate the text wants it; where no
    step says so, to whom the text gives the matter."""
    if matter.regulation is None:
        return
    if matter.step is not None:
        yield from _step(matter, matter.step)
    yield from _register(matter, matter.regulation)
    yield from _matters(matter, matter.regulation)


# ---- acts of a step ----


def _step(matter: Matter, step: Step) -> Iterator[Outcome]:
    wanted = _doer(matter, step)
    if wanted is not None:
        who = [matter.act.who]
        named = matter.act.get(_NAMED.get(matter.act.type, ""))
        yield from _is(matter, wanted, matter.roles, step.name, who[0])
        if named is not None and named != who[0]:
            yield from _is(matter, wanted, matter.roles_of(named), step.name, named)
    if is_performing(matter.act.type):
        yield from _proposal(matter, step)
    if step.mandate_of is not None and (wanted is not None or matter.act.type == "publicity_opened"):
        yield from _mandate(matter, step)
    if matter.act.type == "opinion_obtained" and step.asked is not None:
        yield from _asked(matter, step)
    if step.with_ is not None and matter.act.get("with_") is not None:
        yield from _with(matter, step)


def _doer(matter: Matter, step: Step) -> Value[Any] | None:
    """Whose act of this type it is at the step."""
    type_ = matter.act.type
    if type_ == "publicity_opened":
        opener = step.publicity.opened_by if step.publicity is not None else None
        return opener or step.by
    if type_ == "stage_report_confirmed":
        return step.confirm
    if type_ == "shortlist_proposed" and step.proposed_by is not None:
        return step.proposed_by
    if type_ == "decision_published" and step.class_ == "announce":
        return step.by
    return step.by if is_performing(type_) else None


def _is(matter: Matter, value: Value[Any], roles: frozenset[str], what: str, actor: str) -> Iterator[Outcome]:
    """Whether somebody has one of the roles."""
    wanted = _read(matter, value)
    if wanted.v is None:
        yield matter.says(wanted, "unclear", "actor.role.silent", step=what)
        return
    yield matter.says(
        wanted,
        bool(roles & set(wanted.v)),
        "actor.role",
        step=what,
        wanted=matter.role_names(wanted.v),
        actor=matter.party_name(actor),
    )


def _read(matter: Matter, value: Value[Any]) -> Value[Any]:
    """The roles, with a reading applied; a decision that names one role is a list of one."""
    read = matter.read(value)
    return replace(read, v=(read.v,)) if isinstance(read.v, str) else read


def _proposal(matter: Matter, step: Step) -> Iterator[Outcome]:
    """What the text wants proposed by somebody names them, or the proposal itself."""
    if not hasattr(matter.act.data, "proposed_by"):
        return
    for value in (step.proposed_by, step.on_proposal_of):
        if value is None:
            continue
        proposer = matter.act.data.proposed_by or _author(matter)
        yield from _names(matter, value, proposer, step.name, "actor.role.proposal")


def _names(matter: Matter, value: Value[Any], given: str | None, what: str, said: str) -> Iterator[Outcome]:
    """Whether a body that the act names has one of the roles; nobody named is as wrong as somebody else."""
    wanted = _read(matter, value)
    if wanted.v is None:
        yield matter.says(wanted, "unclear", "actor.role.silent", step=what)
        return
    yield matter.says(
        wanted,
        bool(matter.roles_of(given) & set(wanted.v)),
        said if given is not None else f"{said}.nobody",
        step=what,
        wanted=matter.role_names(wanted.v),
        actor=matter.party_name(given) if given is not None else "",
    )


def _author(matter: Matter) -> str | None:
    """Whose list the act rests on, by the list's id."""
    id_ = matter.act.get("proposal")
    if id_ is None or matter.cycle is None or matter.regulation is None:
        return None
    for name in matter.regulation.steps:
        for table in (matter.state.decision.proposals, matter.state.decision.lists):
            for act in table.get((matter.cycle.id, name), ()):
                if act.data.list_ == id_:
                    return act.who
    return None


def _mandate(matter: Matter, step: Step) -> Iterator[Outcome]:
    """Done for those whose mandate the text wants, or under a recorded mandate of theirs."""
    assert step.mandate_of is not None
    act, id_ = matter.act, matter.act.get("mandate")
    mandate = (
        named_mandate(matter.state, act, id_) if id_ is not None and act.type != "mandate_given" else None
    )
    giver = mandate.who if mandate is not None else act.for_ if act.mode == "mandate" else None
    yield from _names(matter, step.mandate_of, giver, step.name, "actor.role.mandate")


def _asked(matter: Matter, step: Step) -> Iterator[Outcome]:
    """The one who was asked is the one whom the text wants asked; an employer is asked as a party."""
    assert step.asked is not None
    wanted, data = _read(matter, step.asked), matter.act.data
    if wanted.v is not None and "employer" in wanted.v and data.asked_party is not None:
        files = (matter.state.opening.applications.get(file.id) for file in matter.subjects)
        employers = {employer for file in files if file is not None for employer in file.employers}
        yield matter.says(
            wanted,
            data.asked_party in employers,
            "actor.role.asked",
            step=step.name,
            wanted=matter.role_names(wanted.v),
            actor=matter.party_name(data.asked_party),
        )
        return
    yield from _names(matter, step.asked, data.asked, step.name, "actor.role.asked")


def _with(matter: Matter, step: Step) -> Iterator[Outcome]:
    """Each of those who take part is there."""
    assert step.with_ is not None
    wanted = _read(matter, step.with_)
    there = frozenset(role for body in matter.act.data.with_ for role in matter.roles_of(body))
    missing = tuple(role for role in wanted.v or () if role not in there)
    yield matter.says(
        wanted,
        "unclear" if wanted.v is None else not missing,
        "actor.role.with",
        step=step.name,
        wanted=matter.role_names(missing),
    )


# ---- acts without a step ----


def _register(matter: Matter, regulation: Regulation) -> Iterator[Outcome]:
    act = matter.act
    if act.type == "standards_approved":
        for standard in regulation.standards:
            if standard.rules_approved_by is not None:
                yield from _is(matter, standard.rules_approved_by, matter.roles, "审定评审规则", act.who)
            if standard.drafted_by is not None:
                yield from _names(
                    matter, standard.drafted_by, act.data.drafted_by, "拟订评审规则", "actor.role.drafted"
                )
    elif act.type == "body_constituted":
        for body in regulation.bodies:
            if body.role not in act.data.roles:
                continue
            name = matter.role_names((body.role,))
            if body.constituted_by is not None:
                yield from _is(matter, body.constituted_by, matter.roles, f"组成{name}", act.who)
            if body.members_approved_by is not None:
                yield from _names(
                    matter,
                    body.members_approved_by,
                    act.data.approved_by,
                    f"组成{name}",
                    "actor.role.approved",
                )
    elif act.type in ("interpretation_issued", "transition_decided"):
        decider = regulation.conventions.interpreted_by if regulation.conventions is not None else None
        if decider is not None:
            yield from _is(matter, decider, matter.roles, "解释条文", act.who)


# ---- matters that the text gives to somebody ----


def _matters(matter: Matter, regulation: Regulation) -> Iterator[Outcome]:
    """Whoever decides a matter is among those to whom the text gives it; a matter of nobody is anybody's."""
    for code in _decided(matter):
        yield from _given_to(matter, regulation, code, matter.roles, matter.act.who)
    organiser = matter.act.data.organised_by if matter.act.type == "stage_report_issued" else None
    if organiser is not None:
        yield from _given_to(matter, regulation, _ORGANISED, matter.roles_of(organiser), organiser)


def _decided(matter: Matter) -> Iterable[str]:
    act = matter.act
    if act.type in _MATTERS:
        return (_MATTERS[act.type],)
    if act.type == "meeting_held":
        return dict.fromkeys(motion.subject for motion in act.data.motions)
    if act.type in ("cycle_planned", "standards_approved"):
        return tuple(act.data.contents)
    return ()


def _given_to(
    matter: Matter, regulation: Regulation, code: str, roles: frozenset[str], who: str
) -> Iterator[Outcome]:
    powers = [power for power in regulation.powers if code in (power.matters.v or ())]
    if not powers:
        return
    own = next((power for power in powers if power.role in roles), None)
    yield matter.says(
        (own or powers[0]).matters,
        own is not None,
        "actor.role",
        step=called("matter", code, regulation),
        wanted=matter.role_names(frozenset(power.role for power in powers)),
        actor=matter.party_name(who),
    )
