"""Things that have ids: which acts make them, which acts name them, and whether they are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ledger.acts.cases import case_fields
from ledger.rules.act import Act
from ledger.rules.procedure.state import Procedure

# Acts that bring a thing into being: (kind of thing, field with its id). The id must be new.
MAKES: Final[Mapping[str, tuple[str, str]]] = {
    "application_submitted": ("application", "application"),
    "award_conferred": ("award", "award"),
    "adverse_fact_recorded": ("fact", "fact"),
    "budget_appropriated": ("budget", "budget"),
    "determination_made": ("determination", "determination"),
    "draw_prepared": ("draw", "draw"),
    "interest_declared": ("interest", "interest"),
    "irregularity_reported": ("irregularity", "irregularity"),
    "interpretation_issued": ("reading", "reading"),
    "mandate_given": ("mandate", "mandate"),
    "matter_classified": ("matter", "matter"),
    "meeting_held": ("meeting", "meeting"),
    "objection_lodged": ("objection", "objection"),
    "panel_formed": ("panel", "panel"),
    "party_registered": ("party", "party"),
    "publicity_opened": ("publicity", "publicity"),
    "stage_report_issued": ("report", "report"),
    "standards_approved": ("standard", "standard"),
    "supplement_requested": ("request", "request"),
    "third_party_engaged": ("engagement", "engagement"),
}

# Acts that may name a cycle that does not exist yet: they make it.
MAKES_CYCLE: Final = frozenset({"cycle_planned", "cycle_opened"})

THINGS: Final[Mapping[str, str]] = {
    "application": "申报",
    "award": "获奖",
    "budget": "经费",
    "cycle": "评审周期",
    "determination": "认定",
    "draw": "抽取",
    "engagement": "委托",
    "fact": "不良情形",
    "interest": "利害关系",
    "irregularity": "问题反映",
    "mandate": "授权",
    "matter": "重大事项",
    "meeting": "会议",
    "objection": "异议",
    "panel": "专家组",
    "party": "单位或个人",
    "publicity": "公示",
    "question": "问题",
    "reading": "解释",
    "report": "报告",
    "request": "补正通知",
    "standard": "评审标准",
}
"""What people call the things that have ids."""

_NAMED: Final = (
    "budget", "determination", "draw", "engagement", "interest", "mandate", "matter", "meeting", "objection", "panel",
    "publicity", "report", "request", "standard",
)  # fmt: skip

# Lists of ids, by the thing they name.
_NAMED_MANY: Final[Mapping[str, str]] = {
    "determinations": "determination",
    "irregularities": "irregularity",
    "objections": "objection",
    "publicities": "publicity",
    "reports": "report",
    "standards": "standard",
}


def referred(act: Act) -> Iterator[tuple[str, str]]:
    """(kind, id) of everything the act names that must be known: cases in their own order, then other things."""
    seen: set[tuple[str, str]] = set()
    for way, kind in case_fields(type(act.data)):  # type: ignore[arg-type]  # a class is hashable
        if kind in ("person", "*"):
            continue  # persons are known by many signs, whole cases by the acts that name them
        for id_ in _values(act.data, way):
            if (kind, id_) not in seen:
                seen.add((kind, id_))
                yield kind, id_
    made = MAKES.get(act.type)
    for name in _NAMED:
        id_ = act.get(name)
        if isinstance(id_, str) and (made is None or made[1] != name):
            yield name, id_
    for name, kind in _NAMED_MANY.items():
        for id_ in act.get(name) or ():
            yield kind, id_


def _values(value: Any, way: tuple[str, ...]) -> Iterator[str]:
    if value is None:
        return
    if not way:
        yield from (value,) if isinstance(value, str) else value
    elif way[0] == "*":
        for item in value:
            yield from _values(item, way[1:])
    else:
        name = way[0] if hasattr(value, way[0]) else way[0] + "_"
        yield from _values(getattr(value, name), way[1:])


def exists(state: Procedure, kind: str, id_: str) -> bool:
    """Whether there is a thing of this kind with this id; an award also if it is from before the ledger."""
    tables: dict[str, Mapping[str, Any]] = {
        "application": state.opening.applications,
        "award": state.decision.honours,
        "budget": state.registers.budgets,
        "cycle": state.opening.cycles,
        "determination": state.after.determinations,
        "draw": state.review.draws,
        "engagement": state.registers.engagements,
        "fact": state.after.adverse,
        "interest": state.review.interests,
        "irregularity": state.after.irregularities,
        "mandate": state.registers.mandates,
        "matter": state.decision.matters,
        "meeting": state.decision.meetings,
        "objection": state.publicity.objections,
        "panel": state.review.panels,
        "party": state.registers.parties,
        "publicity": state.publicity.publicities,
        "reading": state.registers.readings_by_id,
        "report": state.review.reports,
        "request": state.opening.requests,
        "standard": state.registers.standards,
    }
    if kind == "award" and id_ not in tables["award"]:
        return any(act.data.award == id_ for acts in state.registers.legacy.values() for act in acts)
    return id_ in tables[kind]
