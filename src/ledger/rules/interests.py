"""Interests: who stands near whom, as declared or as the registers show, and who is kept away from which file.

An interest counts for a file if it names the file, or one of its parties, and holds on the day. That somebody works for
the applicant (or for the same employer as the applicant) needs no declaration.
"""

from __future__ import annotations

from collections.abc import Iterator

from ledger.rules.act import Act
from ledger.rules.procedure.opening import Application
from ledger.rules.procedure.state import Procedure


def interest(state: Procedure, who: str, file: Application, on: str) -> Act | None:
    """The act that shows that the person or unit stands near the file's parties on that day; None if none does."""
    for act in state.review.interests_of.get(who, ()):
        data = act.data
        named = data.application == file.id if data.application is not None else _near(data.parties, file)
        if named and (data.since is None or data.since <= on) and (data.until is None or on <= data.until):
            return act
    enrolled = state.registers.experts.get(who)
    if enrolled is not None and enrolled.data.employer is not None and _near((enrolled.data.employer,), file):
        return enrolled
    return None


def _near(parties: tuple[str, ...], file: Application) -> bool:
    return bool(set(parties) & {*file.parties, *file.employers})


def recusal(state: Procedure, who: str, step: str | None, file: Application) -> Act | None:
    """The act by which somebody is kept away from the file at the step."""
    for act in state.review.recusals.get(who, ()):
        data = act.data
        if data.cycle != file.cycle or (data.step is not None and data.step != step):
            continue
        if data.applications:
            named = file.id in data.applications
        else:
            named = not data.parties or bool(set(data.parties) & set(file.parties))
        if named:
            return act
    return None


def files_near(state: Procedure, who: str, cycle: str, on: str) -> Iterator[tuple[Application, Act]]:
    """The files of a cycle in which the person or unit has an interest, each with the act that shows it."""
    parties: set[str] = set()
    files: set[str] = set()
    for act in state.review.interests_of.get(who, ()):
        parties |= set(act.data.parties)
        files |= {act.data.application} - {None}
    enrolled = state.registers.experts.get(who)
    if enrolled is not None and enrolled.data.employer is not None:
        parties.add(enrolled.data.employer)
    if not parties and not files:
        return
    for id_ in state.opening.of_cycle.get(cycle, ()):
        file = state.opening.applications[id_]
        if id_ in files or _near(tuple(parties), file):
            found = interest(state, who, file, on)
            if found is not None:
                yield file, found
