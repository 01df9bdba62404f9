"""Publicity: who is shown, and in which sections."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.regulations.model import Regulation, Step
from ledger.regulations.value import Value
from ledger.rules.done import LIST_CLASSES, applies, done, names_on, showings
from ledger.rules.kinds.gates import of_step
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome


@rule("publicity.scope", "publicity_opened", "award_list_proposed", "decision_published")
def scope(matter: Matter) -> Iterator[Outcome]:
    """What is shown is the list, every name and section of it and nothing else."""
    step, regulation = matter.step, matter.regulation
    if step is None or regulation is None or matter.cycle is None:
        return
    if matter.act.type == "publicity_opened":
        if step.per == "list":
            yield from _names(matter, regulation, step)
        yield from _sections(matter, regulation, step)
    elif matter.act.type == "award_list_proposed":
        yield from _sections(matter, regulation, step)
    elif step.admits is not None:
        yield from _announced(matter, step, regulation.steps[step.admits])


def _names(matter: Matter, regulation: Regulation, step: Step) -> Iterator[Outcome]:
    """Equal to the newest list before it, without those who have left; where no list comes before, to all who have
    done the steps before it. Who was shown already need not be shown again."""
    source = _source(regulation, step)
    expected = _listed(matter, source) if source is not None else _arrived(matter, regulation, step)
    if expected is None:
        assert source is not None
        yield matter.says(of_step(step), False, "publicity.scope.no_list", step=step.name, before=source.name)
        return
    shown = {item.application: item.category for item in matter.act.data.items}
    moved = [
        name
        for name, category in shown.items()
        if category is not None and expected.get(name) not in (None, category)
    ]
    missing = [
        name for name in sorted(expected.keys() - shown.keys()) if not _shown_already(matter, step, name)
    ]
    for said, names in (
        ("publicity.scope.missing", missing),
        ("publicity.scope.added", sorted(shown.keys() - expected.keys())),
        ("publicity.scope.moved", moved),
    ):
        told = "、".join(map(matter.file_name, names))
        yield matter.says(of_step(step), not names, said, step=step.name, files=told)


def _shown_already(matter: Matter, step: Step, name: str) -> bool:
    assert matter.cycle is not None
    return any(showings(matter.state, matter.cycle.id, step, matter.file(name), matter.act))


def _source(regulation: Regulation, step: Step) -> Step | None:
    """The list that a publicity shows."""
    before = (regulation.steps[name] for name in step.after)
    return next((each for each in before if each.class_ in LIST_CLASSES), None)


def _listed(matter: Matter, source: Step) -> dict[str, str | None] | None:
    assert matter.cycle is not None
    listed = names_on(matter.state, matter.cycle.id, source, matter.act)
    if listed is None:
        return None
    known = matter.state.opening.applications
    return {name: category for name, category in listed.items() if known[name].gone is None}


def _arrived(matter: Matter, regulation: Regulation, step: Step) -> dict[str, str | None]:
    assert matter.cycle is not None
    before = [regulation.steps[name] for name in step.after]
    files = (matter.file(id_) for id_ in matter.state.opening.of_cycle.get(matter.cycle.id, ()))
    return {
        file.id: None
        for file in files
        if applies(step, file.kind)
        and matter.state.opening.applications[file.id].gone is None
        and all(
            done(matter.state, matter.cycle.id, each, file, matter.act) is not None
            for each in before
            if applies(each, file.kind)
        )
    }


def _sections(matter: Matter, regulation: Regulation, step: Step) -> Iterator[Outcome]:
    source = step if step.sections is not None else _source(regulation, step)
    if source is None or source.sections is None:
        return
    wanted = matter.read(source.sections)
    if wanted.v is None:
        return
    missing = [name for name in wanted.v if name not in matter.act.data.sections]
    told = "、".join(regulation.categories[name].name for name in missing)
    yield matter.says(wanted, not missing, "publicity.scope.sections", step=step.name, sections=told)


def _announced(matter: Matter, step: Step, admitting: Step) -> Iterator[Outcome]:
    """Everybody on the list is announced. (Whether anybody else is, `list.member` asks.)"""
    listed = _listed(matter, admitting)
    if listed is None:
        return
    missing = sorted(listed.keys() - set(matter.act.data.applications))
    told = "、".join(map(matter.file_name, missing))
    value = Value(True, step.article, step.item)
    yield matter.says(value, not missing, "publicity.scope.missing", step=step.name, files=told)
