"""Lists: who stands on a later list was admitted by the list before; nobody is added once the names were shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ledger.regulations.model import Regulation, Step
from ledger.regulations.value import Value
from ledger.rules.done import applies, names_on
from ledger.rules.kinds.gates import Told, of_step
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.moment import is_after
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.progress import is_performing

LISTS = frozenset({"shortlist_proposed", "shortlist_approved", "award_list_proposed", "awards_approved"})
_AWARDING = LISTS | {"award_conferred"}


@rule("list.member")
def member(matter: Matter) -> Iterator[Outcome]:
    """Every name was admitted by the admitting list, in its category; a list drops those who have left; after the names
    were shown nobody is added and nobody takes a place that was lost."""
    step, regulation, type_ = matter.step, matter.regulation, matter.act.type
    if step is None or regulation is None or matter.cycle is None:
        return
    announcing = type_ == "decision_published" and step.class_ == "announce"
    if type_ in _AWARDING or announcing:
        yield from _gone(matter, step)
    if step.admits is not None and (type_ != "decision_published" or announcing):
        yield from _admitted(matter, step, regulation.steps[step.admits])
    yield from _substituted(matter, regulation, step)


def _told(matter: Matter, names: Iterable[str]) -> str:
    every = [matter.file_name(name) for name in names]
    return "、".join(every[:Told]) + (f"等 {len(every)} 件" if len(every) > Told else "")


def _gone(matter: Matter, step: Step) -> Iterator[Outcome]:
    """Nobody who was struck or has withdrawn."""
    known = matter.state.opening.applications
    left = [
        file.id
        for file in matter.subjects
        if (gone := known[file.id].gone) is not None and not is_after(gone.at, matter.act.at)
    ]
    files = _told(matter, left)
    yield matter.says(of_step(step), not left, "list.member.gone", step=step.name, files=files)


def _admitted(matter: Matter, step: Step, admitting: Step) -> Iterator[Outcome]:
    assert matter.cycle is not None
    listed = names_on(matter.state, matter.cycle.id, admitting, matter.act)
    if listed is None:
        if is_performing(matter.act.type):
            return  # that the list is not there at all is a matter of order
        listed = {}
    asked = [file.id for file in matter.subjects if applies(admitting, file.kind)]
    strangers = [name for name in asked if name not in listed]
    files = _told(matter, strangers)
    facts: dict[str, Any] = {"step": step.name, "list": admitting.name}
    yield matter.says(of_step(step), not strangers, "list.member.added", files=files, **facts)
    moved = [
        name
        for name, category in _categories(matter).items()
        if category is not None and listed.get(name) not in (None, category)
    ]
    yield matter.says(of_step(step), not moved, "list.member.moved", files=_told(matter, moved), **facts)


def _categories(matter: Matter) -> dict[str, str | None]:
    data = matter.act.data
    if matter.act.type in LISTS:
        return {item.application: item.category for item in data.items}
    return {data.application: data.category} if matter.act.type == "award_conferred" else {}


# ---- after the names were shown ----


def _substituted(matter: Matter, regulation: Regulation, step: Step) -> Iterator[Outcome]:
    if matter.act.type == "application_struck":
        if step.publicity is not None and matter.act.data.substitute is not None:
            files = matter.file_name(matter.act.data.substitute)
            yield _frozen(matter, step, [matter.act.data.substitute], "list.member.substitute", files)
        return
    if matter.act.type not in (*LISTS, "publicity_opened", "publicity_amended"):
        return
    for shown in _showing(regulation, step):
        yield from _only_shown(matter, shown)


def _showing(regulation: Regulation, step: Step) -> Iterator[Step]:
    """The publicities in which the names of a step are shown: itself, or those that come right after it."""
    if step.publicity is not None:
        if step.per == "list":
            yield step
        return
    for other in regulation.steps.values():
        if other.publicity is not None and other.per == "list" and step.id in other.after:
            yield other


def _only_shown(matter: Matter, shown: Step) -> Iterator[Outcome]:
    assert matter.cycle is not None
    if matter.act.type == "publicity_amended":
        frozen = dict.fromkeys(matter.publicity.applications) if matter.publicity is not None else {}
    else:
        names = names_on(matter.state, matter.cycle.id, shown, matter.act)
        if names is None:
            return
        frozen = dict.fromkeys(names)
    added = [item.application for item in matter.act.data.items if item.application not in frozen]
    yield _frozen(matter, shown, added, "list.member.late", _told(matter, added))


def _frozen(matter: Matter, shown: Step, added: list[str], said: str, files: str) -> Outcome:
    """The text's word on substitution; where it has none, the ledger points out whoever was never shown."""
    rule = shown.publicity
    assert rule is not None
    value = (
        matter.read(rule.substitution)
        if rule.substitution is not None
        else Value(False, shown.article, shown.item, source="default")
    )
    return matter.says(value, not added or value.v is True, said, step=shown.name, files=files)
