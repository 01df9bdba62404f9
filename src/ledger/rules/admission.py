"""Admission: what no signer can acknowledge away (design, the verdict matrix).

Who may enter papers for whom, the paper itself, ids that must exist or must be new, the step that the act names, texts
adopted by their digest. Everything that a regulation says is left to the rule kinds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ledger.errors import LedgerError
from ledger.errors.names import ACT_TYPES
from ledger.rules.breach import BreachFound
from ledger.rules.mandates import mandate_for
from ledger.rules.matter import Matter
from ledger.rules.procedure.corrected import corrected
from ledger.rules.procedure.texts import calendar_of, regulation_of
from ledger.rules.things import MAKES, MAKES_CYCLE, THINGS, exists, referred

_ADOPTING: Final = frozenset(
    {"calendar_published", "encoding_corrected", "regulation_proposed", "regulation_version_adopted"}
)

# Acts that name the version under which they are done.
_UNDER: Final = frozenset({"cycle_opened", "cycle_planned", "interpretation_issued", "transition_decided"})


def admit(matter: Matter) -> list[BreachFound]:
    """What keeps the act from being judged at all; empty if nothing does."""
    found = (_entering, _things, _earlier, _regulation, _step, _texts)
    return [breach for what in found for breach in what(matter)]


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
        if exists(state, kind, id_):
            yield BreachFound("thing_exists", {"kind": THINGS[kind], "id": id_})
    for kind, id_ in referred(act):
        if made == (kind, kind) or (kind == "cycle" and act.type in MAKES_CYCLE):
            continue
        if kind == "award" and act.type == "legacy_fact_recorded":
            continue  # an award from before the ledger: the fact itself makes it known
        if not exists(state, kind, id_):
            yield BreachFound("thing_unknown", {"kind": THINGS[kind], "id": id_})


# ---- the regulation, the step, and texts adopted by digest ----


def _regulation(matter: Matter) -> Iterator[BreachFound]:
    """A cycle is opened once, under an encoding that was adopted; a reading answers a question of a text here."""
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


# ---- earlier acts that are spoken about ----

_SPEAKS_OF: Final = {
    "countersigned": "acts",
    "decision_changed": "decision",
    "entry_confirmed": "acts",
    "entry_contested": "act",
    "entry_corrected": "act",
    "entry_voided": "act",
}


def _earlier(matter: Matter) -> Iterator[BreachFound]:
    """The acts exist and still count, a correction fits, and nobody confirms an entry of their own."""
    act, state = matter.act, matter.state
    name = _SPEAKS_OF.get(act.type)
    if name is None:
        return
    named = getattr(act.data, name)
    for digest in named if isinstance(named, tuple) else (named,):
        target = state.act(digest)
        if target is None:
            yield BreachFound("earlier_act_unknown", {"act": digest.hex()})
        elif act.type == "entry_confirmed" and target.by == act.by:
            yield BreachFound("confirmed_by_oneself", {"by": act.by}, (target.position,))
        elif act.type == "entry_corrected" and corrected(target, act) is None:
            yield BreachFound("correction_misfit", {"type": target.type}, (target.position,))


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
