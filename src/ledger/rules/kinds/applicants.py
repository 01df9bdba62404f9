"""Who applies: of a kind that the text knows, and only one of a group that may send one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from ledger.regulations.glossary import called
from ledger.regulations.model import Bound, Regulation
from ledger.regulations.value import Value
from ledger.rules.kin import same
from ledger.rules.kinds.registry import rule
from ledger.rules.matrix import Result
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.opening import Application, Tie, ties_in


@rule("applicant.kind", "application_submitted")
def kind(matter: Matter) -> Iterator[Outcome]:
    """The applicant is of a kind that the text admits, registered as such; the award applied for is for that kind; so
    many apply together as it allows."""
    regulation = matter.regulation
    if regulation is None or regulation.applicants is None:
        return
    data = matter.act.data
    admitted = matter.read(regulation.applicants.kinds)
    names = "、".join(called("kind", each, regulation) for each in admitted.v or ())
    told: dict[str, Any] = {"who": matter.file_name(data.application), "admitted": names}
    if admitted.v is None:
        yield matter.says(admitted, "unclear", "applicant.kind", **told)
        return
    (file,) = matter.subjects
    if data.category is not None:
        category = regulation.categories.get(data.category)
        fits = category is not None and category.kind == file.kind
        named = category.name if category is not None else data.category
        yield matter.says(admitted, fits, "applicant.kind.category", category=named, **told)
    known = [matter.state.registers.parties.get(a.party) for a in data.applicants]
    as_registered = file.kind == "project" or all(p is None or p.data.kind == file.kind for p in known)
    yield matter.says(admitted, file.kind in admitted.v and as_registered, "applicant.kind", **told)
    most = _together(regulation, file.kind) if data.kind == "joint" else None
    if most is None:
        alone = data.kind != "joint" and len(data.applicants) == 1
        yield matter.says(admitted, alone, "applicant.kind.alone", **told)
        return
    value = matter.read(most)
    fits = value.v is not None and 2 <= len(data.applicants) <= value.v
    yield matter.says(
        value,
        "unclear" if value.v is None else fits,
        "applicant.kind.joint",
        count=len(data.applicants),
        most=value.v,
        **told,
    )


def _together(regulation: Regulation, kind: str) -> Value[int] | None:
    """How many may apply together, if the text allows it for this kind."""
    allowed = [c.joint for c in regulation.categories.values() if c.joint is not None and c.kind == kind]
    return allowed[0] if allowed else None


# ---- one of a group ----


class _Kin(NamedTuple):
    """Another application of the group: related itself, or only through a third."""

    application: Application
    direct: bool


@rule("bound.applications", "application_submitted", "eligibility_determined", "evidence_verified")
def of_group(matter: Matter) -> Iterator[Outcome]:
    """Not more applications of a cycle than the text lets a group of related parties send.

    A relation counts that one of two applicants states or that was verified. One that comes to light when both have
    applied is found about the world. Whether two are one group that only a third relates is a reading; until somebody
    entitled has given it, it is left to people.
    """
    regulation, cycle = matter.regulation, matter.cycle
    if regulation is None or cycle is None:
        return
    for bound in regulation.bounds:
        if bound.applications and bound.partition is not None and bound.max is not None:
            for application in _asking(matter):
                yield from _one(matter, bound, application)


def _asking(matter: Matter) -> list[_Side]:
    """The application the act is about, as one of a group; of a verification each that its party has in the cycle."""
    act, opening = matter.act, matter.state.opening
    assert matter.cycle is not None
    if act.type == "application_submitted":
        return [_Side(act.data.application, tuple(a.party for a in act.data.applicants))]
    if act.type == "eligibility_determined":
        known = matter.application
        return (
            [_Side(known.id, known.parties)] if known is not None and act.data.outcome == "accepted" else []
        )
    if act.data.outcome != "verified":
        return []
    ids = opening.of_party.get(act.data.party, ())
    files = [opening.applications[id_] for id_ in ids]
    return [_Side(f.id, f.parties) for f in files if f.cycle == matter.cycle.id and _goes_on(matter, f)]


class _Side(NamedTuple):
    """An application before or after it is made: its id and who applies."""

    id: str
    parties: tuple[str, ...]


def _one(matter: Matter, bound: Bound, asking: _Side) -> Iterator[Outcome]:
    assert bound.max is not None
    most = matter.read(bound.max)
    kin = list(_group(matter, bound, asking))
    direct = [each.application for each in kin if each.direct]
    world = matter.act.type == "evidence_verified"
    told: dict[str, Any] = {
        "who": "、".join(map(matter.party_name, asking.parties)),
        "group": called("attribute", bound.partition or "", matter.regulation),
        "most": most.v,
    }
    result: Result = "unclear" if most.v is None else "holds" if len(direct) < most.v else "fails"
    if world and result == "holds":
        return
    told["others"] = "、".join(matter.file_name(each.id) for each in direct)
    positions = tuple(each.submitted.position for each in direct)
    yield matter.says(most, result, "bound.applications", positions=positions, world=world, **told)
    through = [each.application for each in kin if not each.direct]
    if result != "holds" or not through or bound.siblings is None or most.v is None:
        return
    together = matter.read(bound.siblings)
    decided = together is not bound.siblings
    told["others"] = "、".join(matter.file_name(each.id) for each in through)
    positions = tuple(each.submitted.position for each in through)
    if not decided:
        open_ = replace(together, source="silent", ask="human")
        yield matter.says(open_, "unclear", "bound.applications.siblings", positions=positions, **told)
        return
    fits = not together.v or len(direct) + len(through) < most.v
    yield matter.says(together, fits, "bound.applications", positions=positions, **told)


def _group(matter: Matter, bound: Bound, asking: _Side) -> Iterator[_Kin]:
    """The other applications of the cycle, still going on, whose parties are related to who asks."""
    fresh = ties_in(matter.act) if matter.act.type != "eligibility_determined" else []
    own = {one for party in asking.parties for one in same(matter.state.registers, party)}
    near = _related(matter, bound, own, fresh) - own
    far = _related(matter, bound, near, fresh) - own - near
    yield from _applying(matter, asking, near, direct=True)
    yield from _applying(matter, asking, far, direct=False)


def _applying(matter: Matter, asking: _Side, parties: set[str], *, direct: bool) -> Iterator[_Kin]:
    opening = matter.state.opening
    assert matter.cycle is not None
    for id_ in sorted({id_ for party in parties for id_ in opening.of_party.get(party, ())}):
        other = opening.applications[id_]
        if other.id != asking.id and other.cycle == matter.cycle.id and _goes_on(matter, other):
            yield _Kin(other, direct)


def _goes_on(matter: Matter, application: Application) -> bool:
    decided = matter.state.opening.eligibility.get(application.id, ())
    return application.gone is None and not (decided and decided[-1].data.outcome == "rejected")


def _related(matter: Matter, bound: Bound, parties: set[str], fresh: list[tuple[str, Tie]]) -> set[str]:
    """Who stands in the relation to one of these, by the newest word on it; `fresh`: what the act itself says."""
    state, found = matter.state, set[str]()
    for party in parties:
        said = [*state.opening.related.get(party, ()), *(tie for one, tie in fresh if one == party)]
        newest = {
            tie.other: tie.refuted
            for tie in said
            if tie.relation in bound.relations or tie.relation == bound.partition
        }
        found |= {other for other, refuted in newest.items() if not refuted}
    return {one for party in found for one in same(state.registers, party)}
