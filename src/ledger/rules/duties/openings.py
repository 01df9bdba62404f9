"""What opens duties: acts by type, the day from which time runs, and whom or what the duty is then about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Final

from ledger.rules.act import Act
from ledger.rules.duties.owed import Concern
from ledger.rules.kin import same
from ledger.rules.moment import day
from ledger.rules.procedure.decision import Honour
from ledger.rules.procedure.state import Procedure


def _flat(acts: Iterable[tuple[Act, ...]]) -> Iterator[Act]:
    return chain.from_iterable(acts)


OPENERS: Final[dict[str, Callable[[Procedure], Iterable[Act]]]] = {
    "adverse_fact_recorded": lambda state: state.after.adverse.values(),
    "award_conferred": lambda state: (honour.conferred for honour in state.decision.honours.values()),
    "award_revoked": lambda state: (h.revoked for h in state.decision.honours.values() if h.revoked),
    "awards_approved": lambda state: (
        act for act in _flat(state.decision.lists.values()) if act.type == "awards_approved"
    ),
    "determination_made": lambda state: state.after.determinations.values(),
    "holder_change_notified": lambda state: _flat(state.after.changes.values()),
    "matter_classified": lambda state: state.decision.matters.values(),
    "objection_lodged": lambda state: (o.lodged for o in state.publicity.objections.values()),
    "prize_paid": lambda state: _flat(honour.paid for honour in state.decision.honours.values()),
    "promotion_recorded": lambda state: _flat(state.after.promotions.values()),
    "site_review_held": lambda state: _flat(state.review.visits.values()),
}

# Where time does not run from the day of the act itself.
_FROM: Final = {
    "adverse_fact_recorded": "confirmed_on",
    "award_conferred": "conferred_on",
    "holder_change_notified": "changed_on",
    "objection_lodged": "received",
    "promotion_recorded": "planned_on",
}


def from_day(act: Act) -> str | None:
    """The day from which the duty is owed and its term runs; None where it is not recorded."""
    name = _FROM.get(act.type)
    at = act.at if name is None else act.get(name)
    return day(at) if at is not None else None


def concerns(state: Procedure, act: Act) -> Iterator[Concern]:
    """What the duties of an act are about; nothing where it is about no award, file or cycle of this ledger."""
    if act.type == "adverse_fact_recorded":
        honour = held(state, act.data.party, from_day(act) or day(act.at))
        if honour is not None:
            yield of_honour(state, honour, (act.data.party,))
        return
    if (award := act.get("award")) is not None:
        honour = state.decision.honours.get(award)
        if honour is not None:
            yield of_honour(state, honour, honour.parties)
        return
    files = (act.get("application"),) if act.get("application") else act.get("applications") or ()
    for file in files if act.type != "awards_approved" else ():
        application = state.opening.applications.get(file)
        if application is not None:
            yield Concern(application.cycle, application.parties, application.kind, file)
    if not files and act.get("cycle") is not None:
        yield Concern(act.data.cycle)


def of_honour(state: Procedure, honour: Honour, parties: tuple[str, ...]) -> Concern:
    """An award as what a duty is about."""
    data = honour.conferred.data
    application = state.opening.applications.get(data.application)
    kind = application.kind if application is not None else None
    return Concern(data.cycle, parties, kind, data.application, honour)


def held(state: Procedure, party: str, on: str) -> Honour | None:
    """The award that the party held on a day; of several the one conferred last."""
    decision = state.decision
    awards = [a for id_ in same(state.registers, party) for a in decision.honours_of.get(id_, ())]
    held = [
        honour
        for honour in map(decision.honours.__getitem__, awards)
        if honour.conferred.data.conferred_on <= on
        and (honour.revoked is None or day(honour.revoked.at) >= on)
    ]
    return max(held, key=lambda honour: honour.conferred.data.conferred_on, default=None)
