"""Which criteria an act is asked, and of whom.

* Accepting an application asks every criterion of its kind of applicant; a rejection asks none.
* A list at a step that a criterion names for asking again asks it of every file on the list, with what was judged at
  its acceptance.
* Enrolling an expert and engaging an agency ask theirs of what the act itself says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from ledger.regulations.model import Criterion, When
from ledger.rules.act import Act
from ledger.rules.adverse import recorded
from ledger.rules.criteria.asked import Answer, Asked, Judged, as_read
from ledger.rules.done import LIST_CLASSES
from ledger.rules.kin import same
from ledger.rules.known import known_from, known_of
from ledger.rules.matter import Matter
from ledger.rules.moment import day
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.opening import Application

ASKING: Final = (
    "eligibility_determined",
    "expert_enrolled",
    "third_party_engaged",
    "shortlist_approved",
    "award_list_proposed",
    "awards_approved",
)

Leaf = Callable[[Criterion, Asked], Answer]


@dataclass(frozen=True, slots=True)
class _Part:
    """A criterion as it is asked; `under`: the one that asks it of another subject, whose article is then cited."""

    criterion: Criterion
    under: Criterion | None = None

    @property
    def top(self) -> Criterion:
        return self.under or self.criterion


def ask(matter: Matter, mine: Callable[[Criterion], bool], leaf: Leaf) -> Iterator[Outcome]:
    """Answers of all criteria of one sort that this act is asked, of each of their subjects."""
    regulation = matter.regulation
    if regulation is None:
        return
    act = matter.act
    if act.type == "eligibility_determined":
        if matter.application is not None and act.data.outcome == "accepted":
            parts = [
                p for p in _parts(matter, mine) if p.top.subject in ("applicant", "employer", "each_member")
            ]
            yield from _of_file(matter, matter.application, parts, leaf)
    elif act.type in ("expert_enrolled", "third_party_engaged"):
        subject = "expert" if act.type == "expert_enrolled" else "agency"
        for part in _parts(matter, mine):
            if part.top.subject == subject:
                yield from _answered(matter, part, _newcomer(matter), leaf)
    elif matter.step is not None and matter.step.class_ in LIST_CLASSES:
        if not any(matter.step.id in criterion.recheck for criterion in regulation.criteria):
            return
        parts = [p for p in _parts(matter, mine) if matter.step.id in p.top.recheck]
        for item in act.data.items if parts else ():
            application = matter.state.opening.applications.get(item.application)
            if application is not None:
                yield from _of_file(matter, application, parts, leaf)


def _parts(matter: Matter, mine: Callable[[Criterion], bool]) -> list[_Part]:
    parts: list[_Part] | None = matter.kept.get(_Part)
    if parts is None:
        parts = matter.kept[_Part] = list(_all_parts(matter))
    return [part for part in parts if mine(part.criterion)]


def _all_parts(matter: Matter) -> Iterator[_Part]:
    """Every criterion as it is read. What is asked of another subject is that subject's demand: it cites its article,
    and what the reading makes of the criterion goes along."""
    assert matter.regulation is not None
    criteria = [as_read(matter, criterion) for criterion in matter.regulation.criteria]
    for criterion in criteria:
        if not criterion.as_in:
            yield _Part(criterion)
        for each in criteria:
            if each.id in criterion.as_in:
                asked = replace(
                    each,
                    id=criterion.id,
                    name=f"{criterion.name}（{each.name}）",
                    article=criterion.article,
                    item=criterion.item,
                    strength=criterion.strength,
                    years=criterion.years or each.years,
                )
                yield _Part(asked, criterion)


def _of_file(matter: Matter, application: Application, parts: list[_Part], leaf: Leaf) -> Iterator[Outcome]:
    for part in parts:
        top = part.top
        if top.kinds and application.kind not in top.kinds:
            continue
        if not (
            _there(top.when, application) and (top.unless is None or not _there(top.unless, application))
        ):
            continue
        whose = "employer" if top.subject == "employer" else "applicant"
        key = (Asked, application.id, whose)
        if key not in matter.kept:
            matter.kept[key] = list(_subjects(matter, application, whose))
        for asked in matter.kept[key]:
            yield from _answered(matter, part, asked, leaf)


def _there(when: When | None, application: Application) -> bool:
    return when is None or (when.attribute in application.attributes) is not when.absent


def _answered(matter: Matter, part: _Part, asked: Asked, leaf: Leaf) -> Iterator[Outcome]:
    top, criterion = part.top, part.criterion
    answer = leaf(criterion, asked)
    value = answer.value if answer.value is not None else criterion.value
    if part.under is not None:
        value = replace(value, article=top.article, item=top.item)
    yield matter.says(
        value,
        answer.result,
        answer.said,
        positions=answer.positions,
        reasoned=answer.reasoned,
        **answer.facts,
    )


# ---- who ----


def _subjects(matter: Matter, application: Application, whose: str) -> Iterator[Asked]:
    """Every applicant of the file, or every employer; an applicant who has not named one has an unknown one."""
    state = matter.state
    reference, judged = reference_day(matter, application), _judged(matter, application)
    for applicant in application.submitted.data.applicants:
        party = applicant.employer if whose == "employer" else applicant.party
        if party is None:
            name = f"{matter.party_name(applicant.party)}的所在单位（未填）"
            yield Asked(matter, name, None, matter.day, judged=judged)
            continue
        yield Asked(
            matter,
            matter.party_name(party),
            reference,
            matter.day,
            partial(known_of, state, party, application),
            tuple(recorded(state, same(state.registers, party))),
            judged,
        )


def _newcomer(matter: Matter) -> Asked:
    """An expert as the act enrols them, or an agency as it is known when it is engaged."""
    act, state = matter.act, matter.state
    if act.type == "third_party_engaged":
        agency = act.data.agency
        return Asked(
            matter,
            matter.party_name(agency),
            matter.day,
            matter.day,
            partial(known_of, state, agency),
            tuple(recorded(state, same(state.registers, agency))),
        )
    return Asked(
        matter,
        act.data.expert,
        matter.day,
        matter.day,
        partial(known_from, act),
        tuple(_sanctions(matter, act.data.expert)),
    )


def _sanctions(matter: Matter, person: str) -> Iterator[Act]:
    """Sanctions of a reviewer that still stand, as facts against them."""
    ids = same(matter.state.registers, person)
    acts = [act for id_ in ids for act in matter.state.after.sanctions.get(id_, ())]
    for act in sorted(acts, key=lambda act: act.position):
        if act.data.level != "reinstated":
            yield replace(act, data=_AsFact(day(act.at), act.data.level))


@dataclass(frozen=True, slots=True)
class _AsFact:
    """A sanction in the shape of an adverse fact."""

    occurred_on: str
    level: str
    kind: str = "reviewer_sanction"
    confirmed_on: str | None = None
    authority_level: str | None = None
    count: int | None = None
    handled: bool | None = None


# ---- when, and what was judged ----


def reference_day(matter: Matter, application: Application) -> str | None:
    """The day from which spans and look-backs of a file count back, as the conventions are read; None if what it
    hangs on has not happened."""
    regulation, act = matter.regulation, matter.act
    conventions = regulation.conventions if regulation is not None else None
    anchor = matter.read(conventions.reference_day).v if conventions and conventions.reference_day else None
    if anchor == "call_published":
        cycle = matter.state.opening.cycles.get(application.cycle)
        call = next((c for c in cycle.calls if c.type == "call_published"), None) if cycle else None
        return day(call.at) if call is not None else None
    if anchor == "eligibility":
        if act.type == "eligibility_determined":
            return matter.day
        decided = _accepted(matter, application)
        return day(decided.at) if decided is not None else None
    return day(application.submitted.at)


def _judged(matter: Matter, application: Application) -> dict[str, Judged]:
    """What was judged when the file was accepted: by this act, or by the newest one before it."""
    act: Act | None = matter.act
    if act is not None and act.type != "eligibility_determined":
        act = _accepted(matter, application)
    if act is None:
        return {}
    return {each.criterion: Judged(each, act.position) for each in act.data.judged}


def _accepted(matter: Matter, application: Application) -> Act | None:
    decided = matter.state.opening.eligibility.get(application.id, ())
    return next((act for act in reversed(decided) if act.data.outcome == "accepted"), None)
