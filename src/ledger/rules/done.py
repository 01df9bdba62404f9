"""Which steps are done for a file: the way of a case through the procedure.

* A step is on a file's way if it is for its kind of applicant. `after` is inherited over steps that are not on the way;
  `requires` is not.
* A step of a file is done by an act on that file with a good outcome; a list step by being on the newest list; a
  publicity by being closed (whether it was clean is another question); a step of the cycle by an act of the cycle.
* What happened later than the act that asks does not count, nor what a repetition of the step has made void.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from ledger.regulations.model import Regulation, Step
from ledger.rules.act import Act
from ledger.rules.moment import is_after
from ledger.rules.procedure.progress import is_good
from ledger.rules.procedure.publicity import Publicity
from ledger.rules.procedure.state import Procedure

LIST_CLASSES: Final = ("shortlist", "nominate", "decide", "approve")


class File(NamedTuple):
    """A file as the way sees it: its kind and its parties, also before it is submitted."""

    id: str
    kind: str
    parties: tuple[str, ...]


def applies(step: Step, kind: str) -> bool:
    """Whether the step is on the way of this kind of applicant."""
    return not step.kinds or kind in step.kinds


def predecessors(regulation: Regulation, step: Step, kind: str) -> Iterator[Step]:
    """The steps that must be done before, those off the way replaced by what they come after."""
    seen: set[str] = set()
    waiting = list(step.after)
    while waiting:
        before = regulation.steps[waiting.pop(0)]
        if before.id in seen:
            continue
        seen.add(before.id)
        if applies(before, kind):
            yield before
        else:
            waiting += before.after


def done(state: Procedure, cycle: str, step: Step, file: File | None, at: Act) -> Act | None:
    """The act by which the step is done, as the act `at` may see it; None if it is not."""
    if step.publicity is not None and file is not None:
        return _shown(state, cycle, step, file, at)
    if step.per == "cycle" or file is None:
        return _newest((a for a in state.progress.of_cycle.get((cycle, step.id), ()) if is_good(a)), at)
    if step.class_ in LIST_CLASSES:
        return _listed(state, cycle, step, file.id, at)
    acts = state.progress.of_file.get((cycle, step.id, file.id), ())
    voided = _redone(state, cycle, step.id, file.id)
    latest = _newest((act for act in acts if act.position > voided), at)
    if latest is None:
        # An act of the whole cycle at this step (a clearance, an opinion on all) is one on each file.
        latest = _newest(state.progress.of_cycle.get((cycle, step.id), ()), at)
    return latest if latest is not None and is_good(latest, file.id) else None


def publicities(state: Procedure, cycle: str, step: Step, file: File, at: Act) -> list[tuple[Publicity, str]]:
    """The publicities of a step in which the file, or each of its parties, was shown, with the name it was shown by.

    One that belongs to no cycle counts for the application that cites it.
    """
    names = (file.id,) if state.publicity.shown(step.id, file.id) else file.parties
    if not names:
        return []
    first, *others = names
    return [
        (publicity, first)
        for publicity in state.publicity.shown(step.id, first)
        if all(party in publicity.parties for party in others)
        and (
            publicity.cycle == cycle or (publicity.cycle is None and publicity.id in _cited(state, file, at))
        )
    ]


def _cited(state: Procedure, file: File, at: Act) -> tuple[str, ...]:
    """The publicities that an application names, also while it is being handed in."""
    if at.type == "application_submitted":
        return tuple(at.data.publicities)
    known = state.opening.applications.get(file.id)
    return tuple(known.submitted.data.publicities) if known is not None else ()


def showings(
    state: Procedure, cycle: str, step: Step, file: File, at: Act
) -> Iterator[tuple[Publicity, str]]:
    """The same, without those that a repetition of the step has made void."""
    voided = _redone(state, cycle, step.id, file.id)
    for publicity, name in publicities(state, cycle, step, file, at):
        if publicity.opened.position > voided:
            yield publicity, name


def _shown(state: Procedure, cycle: str, step: Step, file: File, at: Act) -> Act | None:
    return _newest((p.closing_for(name) for p, name in showings(state, cycle, step, file, at)), at)


def names_on(state: Procedure, cycle: str, step: Step, at: Act) -> dict[str, str | None] | None:
    """Application → category on the newest list of a step, or in all its publicities; None if there is none yet."""
    if step.publicity is not None:
        shown = [p for p in state.publicity.at_step(cycle, step.id) if _is_before(p.opened, at)]
        items = [item for publicity in shown for item in publicity.opened.data.items]
        return {item.application: item.category for item in items} if shown else None
    table = state.decision.proposals if step.advice else state.decision.lists
    newest = _newest(table.get((cycle, step.id), ()), at)
    return {i.application: i.category for i in newest.data.items} if newest is not None else None


def _listed(state: Procedure, cycle: str, step: Step, file: str, at: Act) -> Act | None:
    table = state.decision.proposals if step.advice else state.decision.lists
    newest = _newest(table.get((cycle, step.id), ()), at)
    if newest is None or newest.position <= _redone(state, cycle, step.id, file):
        return None
    return newest if any(item.application == file for item in newest.data.items) else None


def _redone(state: Procedure, cycle: str, step: str, file: str) -> int:
    """The last position at which the step was ordered to be done again for the file; 0 if never."""
    return state.review.void_up_to(cycle, step, file)


def _newest(acts: Iterable[Act | None], at: Act) -> Act | None:
    """The last of the acts that did not happen later than `at`."""
    found = [act for act in acts if act is not None and _is_before(act, at)]
    return found[-1] if found else None


def _is_before(act: Act, at: Act) -> bool:
    return act.position < at.position and not is_after(act.at, at.at)
