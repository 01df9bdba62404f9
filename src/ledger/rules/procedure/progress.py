"""Marks: which act performed which step, for which file, for which cycle; and which acts did it in a good way.

Whether a step is *done* for a file is asked in `ledger.rules.done`: it also needs the regulation, and what became of
publicities and lists.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any, Final

from ledger.acts.cases import case_fields
from ledger.rules.act import Act
from ledger.rules.tables import Tables

Acts = tuple[Act, ...]


@dataclass(slots=True)
class Progress(Tables):
    """(cycle, step) → acts of the cycle as a whole; (cycle, step, application) → acts on that file, in order."""

    of_cycle: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)
    of_file: MutableMapping[tuple[str, str, str], Acts] = field(default_factory=dict)


# Acts that say something about a step without performing it.
_BESIDE: Final = frozenset(
    {
        "application_struck", "approval_declined", "conduct_feedback_filed", "decision_notified",
        "decision_published", "draw_abandoned", "draw_committed", "draw_held", "draw_prepared",
        "material_replaced", "material_supplemented", "objection_admitted", "panel_formed",
        "panel_member_replaced", "publicity_amended", "publicity_evidence_filed", "publicity_opened",
        "reviewer_recused", "score_changed", "score_recorded", "score_sheet_replaced", "score_sheet_sealed",
        "scores_opened", "scores_set_aside", "stage_redone", "stage_window_set", "supplement_requested",
        "tie_decided",
    }
)  # fmt: skip

# Of acts with an outcome: which one lets the file go on.
_GOOD: Final[dict[str, frozenset[str]]] = {
    "eligibility_determined": frozenset({"accepted"}),
    "evidence_verified": frozenset({"verified"}),
    "local_review_completed": frozenset({"passed"}),
    "opinion_obtained": frozenset({"agreed", "agreed_with_remarks"}),
    "plan_cleared": frozenset({"cleared"}),
    "recommendation_issued": frozenset({"recommended"}),
    "stage_report_confirmed": frozenset({"confirmed"}),
}


def is_performing(act_type: str) -> bool:
    """Whether acts of this type perform the step that they name."""
    return act_type not in _BESIDE


def mark(part: Progress, act: Act) -> None:
    """Note what the act did, if it performs a step."""
    cycle, step = act.get("cycle"), act.get("step")
    if cycle is None or step is None or act.type in _BESIDE:
        return
    files = files_of(act)
    for file in files:
        key = (cycle, step, file)
        part.of_file[key] = (*part.of_file.get(key, ()), act)
    if not files:
        part.of_cycle[cycle, step] = (*part.of_cycle.get((cycle, step), ()), act)


def is_good(act: Act, file: str | None = None) -> bool:
    """Whether the act's outcome lets a file go on; acts without an outcome do."""
    wanted = _GOOD.get(act.type)
    if wanted is None:
        return True
    if act.type == "opinion_obtained" and act.data.kind == "opinion":
        return bool(act.data.outcome != "no_reply")  # it was asked for; nobody needs to agree
    if act.type == "opinion_obtained" and file is not None:
        own = next((each for each in act.data.exceptions if each.application == file), None)
        if own is not None:
            return own.outcome in wanted
    return act.data.outcome in wanted


def files_of(act: Act) -> tuple[str, ...]:
    """The applications an act names, wherever they stand in its data; each once, in order."""
    found: dict[str, None] = {}
    for way in _ways(type(act.data)):
        _gather(act.data, way, found)
    return tuple(found)


def _ways(cls: type) -> list[tuple[str, ...]]:
    return [way for way, case in case_fields(cls) if case == "application"]


def _gather(value: Any, way: tuple[str, ...], found: dict[str, None]) -> None:
    if value is None:
        return
    if not way:
        for id_ in (value,) if isinstance(value, str) else value:
            found[id_] = None
    elif way[0] == "*":
        for item in value:
            _gather(item, way[1:], found)
    else:
        _gather(_attribute(value, way[0]), way[1:], found)


def _attribute(value: Any, name: str) -> Any:
    """A struct's field by its name in the bytes (`list` is `list_` in Python)."""
    return getattr(value, name) if hasattr(value, name) else getattr(value, name + "_")
