"""Opening: cycles, calls, applications, and the marks that acts leave at the steps they perform."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from ledger.rules.act import Act
from ledger.rules.tables import Tables

Acts = tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Cycle:
    """One holding of the award. `opened` pins the version and gives the edition; `status` is open, suspended,
    abandoned or closed."""

    id: str
    regulation: str
    planned: Act | None = None
    opened: Act | None = None
    calls: Acts = ()  # the call and its amendments, in order
    status: str = "planned"
    closed: Act | None = None

    @property
    def window(self) -> tuple[str | None, str | None]:
        """First and last day for applications, as the call and its amendments set them."""
        first = next((c.data.window_from for c in self.calls if c.type == "call_published"), None)
        lasts = [c.data.window_to for c in self.calls if c.data.window_to is not None]
        return first, lasts[-1] if lasts else None

    def limit(self, step: str) -> str | None:
        """The last day that the call fixes for a step."""
        found = [day for call in self.calls for name, day in call.data.limits if name == step]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class Application:
    """One file. `gone`: the act that took it out of the procedure (withdrawn, struck), or None."""

    id: str
    cycle: str
    submitted: Act
    supplements: Acts = ()
    gone: Act | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        return tuple(applicant.party for applicant in self.submitted.data.applicants)

    @property
    def employers(self) -> tuple[str, ...]:
        return tuple(a.employer for a in self.submitted.data.applicants if a.employer is not None)

    @property
    def kind(self) -> str:
        """`organisation` or `individual`; persons who apply together are individuals."""
        kind = self.submitted.data.kind
        return "individual" if kind == "joint" else str(kind)

    @property
    def documents(self) -> frozenset[str]:
        """Kinds of papers filed, with those handed in later."""
        papers = [*self.submitted.data.documents]
        papers += [paper for act in self.supplements for paper in act.data.documents]
        return frozenset(paper.kind for paper in papers)

    @property
    def attributes(self) -> frozenset[str]:
        return frozenset(self.submitted.data.attributes)


class Tie(NamedTuple):
    """That a party stands in a relation to another, or, as `refuted` says, does not."""

    relation: str
    other: str
    refuted: bool


def ties_in(act: Act) -> list[tuple[str, Tie]]:
    """The relations that an application states or a verification finds: party → tie, from both sides."""
    data = act.data
    if act.type == "application_submitted":
        said = [(a.party, r.relation, r.party) for a in data.applicants for r in data.relations]
    else:
        said = [(data.party, fact.fact, fact.other) for fact in data.facts if fact.other is not None]
    refuted = act.get("outcome") == "refuted"
    sides = [(pair, code) for one, code, other in said for pair in ((one, other), (other, one))]
    return [(one, Tie(code, other, refuted)) for (one, other), code in sides]


@dataclass(slots=True)
class Opening(Tables):
    cycles: MutableMapping[str, Cycle] = field(default_factory=dict)
    editions: MutableMapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # regulation id → cycles, by opening
    applications: MutableMapping[str, Application] = field(default_factory=dict)
    of_cycle: MutableMapping[str, tuple[str, ...]] = field(default_factory=dict)  # cycle → applications
    of_party: MutableMapping[str, tuple[str, ...]] = field(default_factory=dict)  # party → applications
    # What was verified of a party: (act, fact), for one application or, under None, for all.
    verified: MutableMapping[str, Acts] = field(default_factory=dict)
    # Party → relations that somebody stated or verified, of it and of the other side, in order.
    related: MutableMapping[str, tuple[Tie, ...]] = field(default_factory=dict)
    notified: MutableMapping[bytes, Acts] = field(default_factory=dict)  # decision → its notifications
    eligibility: MutableMapping[str, Acts] = field(default_factory=dict)  # application → decisions
    requests: MutableMapping[str, Act] = field(default_factory=dict)


Effect = Callable[[Opening, Act], None]


def regulation_id(version: str) -> str:
    """`nantong` of `nantong@2023`: editions are counted over all versions of a text."""
    return version.partition("@")[0]


def _planned(part: Opening, act: Act) -> None:
    before = part.cycles.get(act.data.cycle) or Cycle(act.data.cycle, act.data.regulation)
    part.cycles[act.data.cycle] = replace(before, planned=before.planned or act)


def _opened(part: Opening, act: Act) -> None:
    before = part.cycles.get(act.data.cycle) or Cycle(act.data.cycle, act.data.regulation)
    part.cycles[act.data.cycle] = replace(
        before, regulation=act.data.regulation, opened=before.opened or act, status="open"
    )
    family = regulation_id(act.data.regulation)
    known = part.editions.get(family, ())
    if act.data.cycle not in known:
        part.editions[family] = (*known, act.data.cycle)


def _status(part: Opening, act: Act) -> None:
    cycle = part.cycles.get(act.data.cycle)
    if cycle is not None:
        to = "open" if act.data.status == "resumed" else act.data.status
        part.cycles[cycle.id] = replace(cycle, status=to)


def _closed(part: Opening, act: Act) -> None:
    cycle = part.cycles.get(act.data.cycle)
    if cycle is not None:
        part.cycles[cycle.id] = replace(cycle, status="closed", closed=act)


def _call(part: Opening, act: Act) -> None:
    cycle = part.cycles.get(act.data.cycle)
    if cycle is not None:
        part.cycles[cycle.id] = replace(cycle, calls=(*cycle.calls, act))


def _submitted(part: Opening, act: Act) -> None:
    data = act.data
    if data.application in part.applications:
        return
    part.applications[data.application] = Application(data.application, data.cycle, act)
    part.of_cycle[data.cycle] = (*part.of_cycle.get(data.cycle, ()), data.application)
    for applicant in data.applicants:
        part.of_party[applicant.party] = (*part.of_party.get(applicant.party, ()), data.application)
    _tied(part, act)


def _tied(part: Opening, act: Act) -> None:
    for party, tie in ties_in(act):
        part.related[party] = (*part.related.get(party, ()), tie)


def _gone(part: Opening, act: Act) -> None:
    application = part.applications.get(act.data.application)
    if application is None or application.gone is not None:
        return
    if act.type == "application_withdrawn" and act.data.party is not None and len(application.parties) > 1:
        return  # one of several applicants leaves; the file goes on
    part.applications[application.id] = replace(application, gone=act)


def _supplemented(part: Opening, act: Act) -> None:
    application = part.applications.get(act.data.application)
    if application is not None:
        part.applications[application.id] = replace(application, supplements=(*application.supplements, act))


def _requested(part: Opening, act: Act) -> None:
    part.requests[act.data.request] = act


def _verified(part: Opening, act: Act) -> None:
    part.verified[act.data.party] = (*part.verified.get(act.data.party, ()), act)
    if act.data.outcome != "undecided":
        _tied(part, act)


def _eligible(part: Opening, act: Act) -> None:
    part.eligibility[act.data.application] = (*part.eligibility.get(act.data.application, ()), act)


def _notified(part: Opening, act: Act) -> None:
    part.notified[act.data.decision] = (*part.notified.get(act.data.decision, ()), act)


EFFECTS: Final[dict[str, Effect]] = {
    "cycle_planned": _planned,
    "cycle_opened": _opened,
    "cycle_status_changed": _status,
    "cycle_closed": _closed,
    "call_published": _call,
    "call_amended": _call,
    "application_submitted": _submitted,
    "application_withdrawn": _gone,
    "application_struck": _gone,
    "material_supplemented": _supplemented,
    "material_replaced": _supplemented,
    "supplement_requested": _requested,
    "evidence_verified": _verified,
    "eligibility_determined": _eligible,
    "decision_notified": _notified,
}
