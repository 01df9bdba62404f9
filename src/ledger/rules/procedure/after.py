"""After the award: reports, spending, checks, facts that come to light, determinations, sanctions."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any, Final

from ledger.rules.act import Act
from ledger.rules.tables import Tables

Acts = tuple[Act, ...]


@dataclass(slots=True)
class After(Tables):
    reports: MutableMapping[tuple[str, int], Acts] = field(default_factory=dict)  # (award, year) → legs
    spending: MutableMapping[str, Acts] = field(default_factory=dict)  # award
    checks: MutableMapping[str, Acts] = field(default_factory=dict)  # award
    changes: MutableMapping[str, Acts] = field(default_factory=dict)  # award
    promotions: MutableMapping[str, Acts] = field(default_factory=dict)  # award, or "" for none
    uses: MutableMapping[str, Acts] = field(default_factory=dict)  # award, or "" for none
    adverse: MutableMapping[str, Act] = field(default_factory=dict)  # fact id
    adverse_of: MutableMapping[str, tuple[str, ...]] = field(default_factory=dict)  # party or person → facts
    reported: MutableMapping[str, Acts] = field(default_factory=dict)  # fact → reports of it
    determinations: MutableMapping[str, Act] = field(default_factory=dict)
    determined_of: MutableMapping[str, Acts] = field(default_factory=dict)  # party or person
    revocations: MutableMapping[str, Acts] = field(
        default_factory=dict
    )  # award → proposals to revoke or keep
    irregularities: MutableMapping[str, Act] = field(default_factory=dict)
    sanctions: MutableMapping[str, Acts] = field(default_factory=dict)  # person
    disposed: MutableMapping[str, Acts] = field(default_factory=dict)  # finding id
    issued: MutableMapping[str, Act] = field(default_factory=dict)  # report


Effect = Callable[[After, Act], None]


def _many(table: str, key: Callable[[Any], object]) -> Effect:
    def effect(part: After, act: Act) -> None:
        mapping = getattr(part, table)
        mapping[key(act.data)] = (*mapping.get(key(act.data), ()), act)

    return effect


def _one(table: str, key: Callable[[Any], object]) -> Effect:
    def effect(part: After, act: Act) -> None:
        getattr(part, table)[key(act.data)] = act

    return effect


def _adverse(part: After, act: Act) -> None:
    part.adverse[act.data.fact] = act
    for who in (act.data.party, getattr(act.data, "person", None)):
        if who is not None:
            part.adverse_of[who] = (*part.adverse_of.get(who, ()), act.data.fact)


def _determined(part: After, act: Act) -> None:
    part.determinations[act.data.determination] = act
    for who in (*act.data.parties, *([act.data.person] if act.data.person is not None else [])):
        part.determined_of[who] = (*part.determined_of.get(who, ()), act)


EFFECTS: Final[dict[str, Effect]] = {
    "annual_report_filed": _many("reports", lambda data: (data.award, data.year)),
    "prize_spending_recorded": _many("spending", lambda data: data.award),
    "supervisory_check_made": _many("checks", lambda data: data.award or ""),
    "holder_change_notified": _many("changes", lambda data: data.award),
    "promotion_recorded": _many("promotions", lambda data: data.award or ""),
    "honour_used": _many("uses", lambda data: data.award or ""),
    "adverse_fact_recorded": _adverse,
    "adverse_fact_reported": _many("reported", lambda data: data.fact or ""),
    "determination_made": _determined,
    "revocation_proposed": _many("revocations", lambda data: data.award),
    "irregularity_reported": _one("irregularities", lambda data: data.irregularity),
    "reviewer_sanctioned": _many("sanctions", lambda data: data.person),
    "finding_disposed": _many("disposed", lambda data: data.finding),
    "report_issued": _one("issued", lambda data: data.report),
}
