"""Admission: what no signer can acknowledge away (design, the verdict matrix).

Who may enter papers for whom, the paper itself, ids that must exist or must be new, the step that the act names, texts
adopted by their digest. Everything that a regulation says is left to the rule kinds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ledger.acts.cases import case_fields
from ledger.errors import LedgerError
from ledger.errors.names import ACT_TYPES
from ledger.rules.act import Act
from ledger.rules.breach import BreachFound
from ledger.rules.mandates import mandate_for
from ledger.rules.matter import Matter
from ledger.rules.procedure.state import Procedure
from ledger.rules.procedure.texts import calendar_of, regulation_of

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
_MAKES_CYCLE: Final = frozenset({"cycle_planned", "cycle_opened"})

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

_ADOPTING: Final = frozenset(
    {"calendar_published", "encoding_corrected", "regulation_proposed", "regulation_version_adopted"}
)

# Acts that name the version under which they are done.
_UNDER: Final = frozenset({"cycle_opened", "cycle_planned", "interpretation_issued", "transition_decided"})

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


def admit(matter: Matter) -> list[BreachFound]:
    """What keeps the act from being judged at all; empty if nothing does."""
    return [*_entering(matter), *_things(matter), *_regulation(matter), *_step(matter), *_texts(matter)]


# ---- who enters for whom ----


def _entering(matter: Matter) -> Iterator[BreachFound]:
    act, registers = matter.act, matter.state.registers
    if act.for_ is None:
        return
    tables = (registers.bodies, registers.parties, registers.persons, registers.experts)
    known = any(act.for_ in table for table in tables)
    if not known:
        yield BreachFound("body_unknown", {"body": act.for_})
    if act.mode == "mandate":
        if mandate_for(matter.state, act) is None:
            yield BreachFound(
                "mandate_missing", {"body": registers.name(act.for_), "type": ACT_TYPES[act.type]}
            )
        return
    own = act.as_ is not None and act.as_.partition("/")[0] == act.for_
    if not own and not matter.office:
        yield BreachFound("entry_not_entitled", {"body": registers.name(act.for_), "by": act.by})
    if not act.basis:
        yield BreachFound("document_missing", {"body": registers.name(act.for_)})


# ---- things that must exist, or must not yet ----


def _things(matter: Matter) -> Iterator[BreachFound]:
    act, state = matter.act, matter.state
    made = MAKES.get(act.type)
    if made is not None:
        kind, name = made
        id_ = act.get(name)
        if _exists(state, kind, id_):
            yield BreachFound("thing_exists", {"kind": THINGS[kind], "id": id_})
    for kind, id_ in _referred(act):
        if made == (kind, kind) or (kind == "cycle" and act.type in _MAKES_CYCLE):
            continue
        if not _exists(state, kind, id_):
            yield BreachFound("thing_unknown", {"kind": THINGS[kind], "id": id_})


def _referred(act: Act) -> Iterator[tuple[str, str]]:
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


def _exists(state: Procedure, kind: str, id_: str) -> bool:
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


# ---- the regulation, the step, and texts adopted by digest ----


def _regulation(matter: Matter) -> Iterator[BreachFound]:
    """A cycle is opened once, under an encoding that was adopted; a reading answers a question of a text that is here."""
    act = matter.act
    if act.type == "cycle_opened":
        cycle = matter.state.opening.cycles.get(act.data.cycle)
        if cycle is not None and cycle.opened is not None:
            yield BreachFound("thing_exists", {"kind": THINGS["cycle"], "id": act.data.cycle})
    if act.type not in _UNDER:
        return
    if matter.state.texts.encoding(act.data.regulation, act.get("encoding")) is None:
        yield BreachFound("regulation_not_adopted", {"regulation": act.data.regulation})
    elif act.type == "interpretation_issued" and matter.regulation is not None:
        if act.data.question not in matter.regulation.questions:
            yield BreachFound("thing_unknown", {"kind": THINGS["question"], "id": act.data.question})


def _step(matter: Matter) -> Iterator[BreachFound]:
    name = matter.act.get("step")
    if name is None or matter.cycle is None:
        return
    if matter.regulation is None:
        yield BreachFound("regulation_not_adopted", {"regulation": matter.cycle.regulation})
    elif matter.step is None:
        yield BreachFound("step_unknown", {"step": name, "regulation": matter.regulation.name})


def _texts(matter: Matter) -> Iterator[BreachFound]:
    """What adopts a document by its digest needs that document, whole and readable."""
    act = matter.act
    if act.type not in _ADOPTING:
        return
    digest = act.get("document")
    if digest is None:
        if act.type != "calendar_published" or act.data.area is None:
            yield BreachFound("document_not_filed", {"document": "空"})
        return
    data = matter.files.document(digest)
    if data is None:
        yield BreachFound("document_not_filed", {"document": digest.hex()})
        return
    yield from _readable(matter, data)


def _readable(matter: Matter, data: bytes) -> Iterator[BreachFound]:
    act = matter.act
    try:
        if act.type == "calendar_published":
            edition = calendar_of(data)
            if (edition.year, edition.number) != (act.data.year, act.data.issue):
                found = f"{edition.year} 年第 {edition.number} 版"
                yield BreachFound("document_of_other_thing", {"found": found})
        else:
            regulation = regulation_of(data)
            if (regulation.name, regulation.revision) != (act.data.regulation, act.data.encoding):
                yield BreachFound("document_of_other_thing", {"found": regulation.edition})
    except LedgerError as error:
        yield BreachFound("document_unreadable", {"reason": error.message})
