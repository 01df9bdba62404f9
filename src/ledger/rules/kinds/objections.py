"""Objections: nobody passes a publicity with one that is open or was found true; who looks into it, who strikes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ledger.regulations.model import Step
from ledger.regulations.value import Value
from ledger.rules.done import File, predecessors, publicities
from ledger.rules.kinds.gates import of_step
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.moment import is_after
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.progress import is_performing
from ledger.rules.procedure.publicity import Objection, Publicity

FAILED = "publicity_failed"
"""The ground of striking somebody because the publicity was not passed."""


@rule("publicity.clean")
def clean(matter: Matter) -> Iterator[Outcome]:
    """Nobody goes on with an objection that is open or was found true; where the text is read so, with none at all. An
    objection is looked into, and a name struck, by whom the text says, and a name is struck for that reason only."""
    regulation, cycle, step = matter.regulation, matter.cycle, matter.step
    if regulation is None or cycle is None:
        return
    if matter.act.type == "objection_resolved":
        yield from _resolved(matter)
    elif step is not None and matter.act.type == "application_struck":
        yield from _struck(matter, step)
    elif step is not None and is_performing(matter.act.type):
        shown: dict[str, list[File]] = {}
        for file in matter.subjects:
            for before in predecessors(regulation, step, file.kind):
                if before.publicity is not None:
                    shown.setdefault(before.id, []).append(file)
        for name, files in shown.items():
            yield from _passing(matter, regulation.steps[name], files)


def _passing(matter: Matter, step: Step, files: list[File]) -> Iterator[Outcome]:
    assert step.publicity is not None
    if step.publicity.clean is None:
        return
    value = matter.read(step.publicity.clean)
    told: dict[str, dict[str, tuple[int, ...]]] = {}
    for file in files:
        for state, objection, in_time in _objections(matter, step, file):
            said = _said(state, in_time, none_at_all=value.v == "none_at_all")
            if said is not None:
                positions = told.setdefault(said, {})
                positions[file.id] = (*positions.get(file.id, ()), objection.lodged.position)
    if not told:
        yield matter.says(value, True, "publicity.clean.open", step=step.name)
    for said, positions in told.items():
        names = "、".join(map(matter.file_name, positions))
        rests = tuple(sorted(p for each in positions.values() for p in each))
        late = said == "publicity.clean.late"
        about = Value(True, step.article, step.item, source="default") if late else value
        yield matter.says(about, False, said, positions=rests, step=step.name, files=names)


def _said(state: str, in_time: bool, *, none_at_all: bool) -> str | None:
    """What keeps a name from passing; None if this objection does not."""
    if state == "not_admitted":
        return None
    if not in_time:
        return "publicity.clean.late" if state in ("open", "substantiated") else None
    if state in ("open", "substantiated"):
        return f"publicity.clean.{state}"
    return "publicity.clean.raised" if none_at_all else None


def _objections(matter: Matter, step: Step, file: File) -> Iterator[tuple[str, Objection, bool]]:
    """Each objection to a file in a publicity as it stood at the act: its state, and whether it came in time."""
    assert matter.cycle is not None
    act, seen = matter.act, set()
    for publicity, name in publicities(matter.state, matter.cycle.id, step, file, act):
        last_day = _last_day(publicity, name)
        for subject in (file.id, *file.parties):
            for objection in matter.state.publicity.objections_to(publicity, subject):
                if objection.id in seen or is_after(objection.lodged.data.received, act.at):
                    continue
                seen.add(objection.id)
                yield objection.state(file.id, act.at), objection, objection.in_time(last_day)


def _last_day(publicity: Publicity, name: str) -> str | None:
    closing = publicity.closing_for(name)
    return closing.data.last_day if closing is not None else None


# ---- who looks into it, who strikes ----


def _resolved(matter: Matter) -> Iterator[Outcome]:
    objection = matter.state.publicity.objections.get(matter.act.data.objection)
    named = objection.lodged.data.publicity if objection is not None else None
    publicity = matter.state.publicity.publicities.get(named or "")
    step = matter.regulation.steps.get(publicity.step) if matter.regulation and publicity else None
    if step is None or step.publicity is None or step.publicity.investigated_by is None:
        return
    by = matter.act.data.investigated_by or matter.act.body
    yield from _by(matter, step, step.publicity.investigated_by, by, "publicity.clean.investigated")


def _struck(matter: Matter, step: Step) -> Iterator[Outcome]:
    rule = step.publicity
    if rule is None:
        return
    if rule.strike_proposed_by is not None:
        yield from _by(
            matter, step, rule.strike_proposed_by, matter.act.data.proposed_by, "publicity.clean.proposed"
        )
    if rule.strike_decided_by is not None:
        yield from _by(matter, step, rule.strike_decided_by, matter.act.body, "publicity.clean.decided")
    if matter.act.data.ground == FAILED and matter.application is not None:
        file = matter.file(matter.application.id)
        value = matter.read(rule.clean) if rule.clean is not None else of_step(step)
        failed = any(
            _said(state, in_time, none_at_all=value.v == "none_at_all") not in (None, "publicity.clean.late")
            and state != "open"
            for state, _, in_time in _objections(matter, step, file)
        )
        name = matter.file_name(file.id)
        yield matter.says(value, failed, "publicity.clean.no_ground", step=step.name, files=name)


def _by(matter: Matter, step: Step, value: Value[Any], by: str | None, said: str) -> Iterator[Outcome]:
    wanted = matter.read(value)
    if wanted.v is None:
        yield matter.says(wanted, "unclear", said, step=step.name, wanted="有权机关", actor="")
        return
    roles = matter.state.registers.roles(by) if by is not None else frozenset()
    yield matter.says(
        wanted,
        bool(roles & set(wanted.v)),
        said,
        step=step.name,
        wanted=matter.role_names(wanted.v),
        actor=matter.party_name(by) if by is not None else "未写明的人",
    )
