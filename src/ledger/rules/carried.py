"""What an act carries of all that a text may ask of it, by the codes that regulations use. The one place for that.

* Open fields: a type has lists of codes (papers, attestations, aspects, contents …) that may hold any code. Whatever a
  text asks of the step is then asked of acts of this type.
* Special codes: what a field says in its own way (a signature, a date, who was there). Such a code is asked only of the
  types that have the field, whatever else is open.
* A type that is named in neither carries nothing, and nothing is asked of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from ledger.rules.act import Act
from ledger.rules.matter import Matter

Carries = Callable[[Matter, Any], bool]

OPEN: Final[dict[str, Callable[[Any], Iterable[str]]]] = {
    "adverse_fact_reported": lambda data: (data.form,),
    "annual_report_filed": lambda data: data.contents,
    "application_submitted": lambda data: (*(paper.kind for paper in data.documents), *data.attested),
    "award_conferred": lambda data: (*data.items, *data.contents),
    "award_list_proposed": lambda data: data.annexes,
    "call_published": lambda data: data.contents,
    "cycle_planned": lambda data: data.contents,
    "eligibility_determined": lambda data: _examined(data.aspects),
    "evidence_verified": lambda data: data.items,
    "local_review_completed": lambda data: _examined(data.aspects),
    "objection_lodged": lambda data: (data.form, *(paper.kind for paper in data.documents)),
    "shortlist_proposed": lambda data: data.annexes,
    "stage_report_issued": lambda data: data.contents,
    "standards_approved": lambda data: data.contents,
    "supervisory_check_made": lambda data: data.contents,
}


def _examined(aspects: Iterable[Any]) -> Iterable[str]:
    return (each.aspect for each in aspects if each.outcome != "not_examined")


def _has(*names: str) -> Carries:
    """One of these fields is filled in; a flag is raised, a list not empty."""
    return lambda matter, data: any(bool(getattr(data, name)) for name in names)


def _limits_recommendation(matter: Matter, data: Any) -> bool:
    """The call fixes a last day for a step of recommending."""
    steps = matter.regulation.steps if matter.regulation is not None else {}
    return any(step in steps and steps[step].class_ == "recommend" for step, _ in data.limits)


_REASON: Final = _has("reason")
_SIGNED: Final = _has("signed")

SPECIAL: Final[dict[str, dict[str, Carries]]] = {
    "end_date": {"call_published": _has("window_to")},
    "evidence": {"objection_lodged": _has("evidence")},
    "fund_use": {"annual_report_filed": _has("fund_use")},
    "methods": {"site_review_held": _has("methods")},
    "reasons": {
        "award_list_proposed": _REASON,
        "awards_approved": _REASON,
        "eligibility_determined": _REASON,
        "local_review_completed": _REASON,
        "recommendation_issued": _REASON,
        "shortlist_approved": _REASON,
        "shortlist_proposed": _REASON,
    },
    "recommend_by": {"call_published": _limits_recommendation},
    "recommendation_signed": {"recommendation_issued": _SIGNED},
    "report": {
        "stage_report_issued": lambda matter, data: "report" in data.contents or data.file is not None
    },
    "start_date": {"call_published": _has("window_from")},
    "state_secret": {"application_submitted": _has("state_secret")},
    # Who was there must also have been appointed: `supervisor.present` asks both.
    "supervisor_present": {},
}

# Codes that a special field of one type says and that another type may hold openly.
_ALSO_OPEN: Final = frozenset({"evidence", "fund_use"})


def asked_of(act: Act, codes: Iterable[str]) -> list[str]:
    """Those of the codes that acts of this type can carry: only these can be missing."""
    return [code for code in codes if _can_carry(act.type, code)]


def _can_carry(type_: str, code: str) -> bool:
    special = SPECIAL.get(code)
    if special is not None and (type_ in special or code not in _ALSO_OPEN):
        return type_ in special
    return type_ in OPEN


def carries(matter: Matter, code: str) -> bool:
    """Whether the act carries what the code stands for."""
    act = matter.act
    special = SPECIAL.get(code, {}).get(act.type)
    if special is not None:
        return special(matter, act.data)
    return code in OPEN[act.type](act.data) if act.type in OPEN else False
