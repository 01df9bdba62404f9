"""Publicities, and the objections raised against those who were shown."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from ledger.acts.shared import Channel
from ledger.rules.act import Act
from ledger.rules.moment import At, day, is_after
from ledger.rules.tables import Tables

Acts = tuple[Act, ...]


class Period(NamedTuple):
    """One subject's time of being shown. `act` began it, on `begins`; `until` is its last day as it was announced."""

    act: Act
    begins: str | None
    until: str | None

    @property
    def renewed(self) -> bool:
        return self.act.type == "publicity_amended"


@dataclass(frozen=True, slots=True)
class Publicity:
    """A showing. Subjects are frozen at opening: applications, or parties before there is one.

    Each subject has its own period: renewed for a name, it begins anew for that name and for no other. A closing speaks
    for the subjects whose period had begun before it and who were not announced to be shown for longer.
    """

    id: str
    opened: Act
    amended: Acts = ()
    evidence: Acts = ()
    closings: Acts = ()

    @property
    def step(self) -> str:
        return str(self.opened.data.step)

    @property
    def cycle(self) -> str | None:
        return self.opened.data.cycle  # type: ignore[no-any-return]  # data is a struct of the type

    @property
    def applications(self) -> tuple[str, ...]:
        return tuple(item.application for item in self.opened.data.items)

    @property
    def parties(self) -> tuple[str, ...]:
        return tuple(self.opened.data.parties)

    @property
    def subjects(self) -> tuple[str, ...]:
        return (*self.applications, *self.parties)

    @property
    def closed(self) -> Act | None:
        """The act that closed it first."""
        return self.closings[0] if self.closings else None

    def channels(self) -> tuple[Channel, ...]:
        """The channels of the first showing, with those that joined later."""
        by_id = {channel.channel: channel for channel in self.opened.data.channels}
        for act in self.amended:
            if act.data.kind == "extended":
                by_id.update({channel.channel: channel for channel in act.data.channels})
        return tuple(by_id.values())

    def channels_of(self, period: Period) -> tuple[Channel, ...]:
        """Where a period was shown; a renewal that names no channel is shown where the first showing was."""
        renewed: tuple[Channel, ...] = tuple(period.act.data.channels) if period.renewed else ()
        return renewed or self.channels()

    def period(self, subject: str) -> Period:
        """The newest period of a subject: it counts from the last of its channels to open."""
        naming = [act for act in self.amended if _names(act, subject)]
        renewals = [act for act in naming if is_renewal(act)]
        act = renewals[-1] if renewals else self.opened
        deadlines = [a.data.deadline for a in naming if a.position >= act.position and a.data.deadline]
        until = deadlines[-1] if deadlines else act.data.deadline
        if renewals:
            return Period(act, max((c.from_ for c in act.data.channels), default=day(act.at)), until)
        return Period(act, max((c.from_ for c in self.channels()), default=None), until)

    def begins(self, subject: str) -> str | None:
        """The day on which the last of the channels opened for this subject; a renewal begins anew."""
        return self.period(subject).begins

    def closing_for(self, subject: str) -> Act | None:
        """The act that closed the subject's newest period, if one did."""
        period = self.period(subject)
        return next((closing for closing in self.closings if _speaks_for(closing, period)), None)

    def waiting(self) -> tuple[str, ...]:
        """The subjects whose newest period is not closed."""
        return tuple(subject for subject in self.subjects if self.closing_for(subject) is None)


def is_renewal(amendment: Act) -> bool:
    """Whether an amendment shows its names for a new term; a correction does where it says in which channels."""
    kind = amendment.data.kind
    return bool(kind == "renewed" or (kind == "corrected" and amendment.data.channels))


def _speaks_for(closing: Act, period: Period) -> bool:
    if closing.position <= period.act.position or is_after(period.act.at, closing.at):
        return False
    return not period.renewed or period.until is None or bool(closing.data.last_day >= period.until)


def _names(act: Act, subject: str) -> bool:
    """Whether an amendment concerns the subject; one that names nobody concerns all."""
    data = act.data
    if not data.items and not data.parties:
        return True
    return subject in data.parties or any(item.application == subject for item in data.items)


@dataclass(frozen=True, slots=True)
class Objection:
    """`admitted` may be missing: a text may know no admission. The newest answer about a subject counts."""

    id: str
    lodged: Act
    admitted: Act | None = None
    ended: Acts = ()  # not admitted, withdrawn, resolved
    answered: Acts = ()

    def state(self, subject: str, by: At | None = None) -> str:
        """`open`, `substantiated`, `unfounded`, `withdrawn` or `not_admitted`, about an application or party.

        `by`: what surely happened later does not count."""
        for act in reversed(self.ended):
            if by is not None and is_after(act.at, by):
                continue
            about = act.data.applications
            if about and subject not in about:
                continue
            if act.type == "objection_resolved":
                return "unfounded" if act.data.outcome == "unfounded" else "substantiated"
            return "withdrawn" if act.type == "objection_withdrawn" else "not_admitted"
        return "open"

    def in_time(self, last_day: str | None) -> bool:
        """Whether it was sent, or came, while the publicity was on; a letter posted on the last day is in time."""
        data = self.lodged.data
        came = day(data.sent if data.sent is not None else data.received)
        return last_day is None or came <= last_day


@dataclass(slots=True)
class Publicities(Tables):
    publicities: MutableMapping[str, Publicity] = field(default_factory=dict)
    of_subject: MutableMapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # application or party → publicities
    of_step: MutableMapping[tuple[str, str], tuple[str, ...]] = field(
        default_factory=dict
    )  # (cycle, step) → publicities
    objections: MutableMapping[str, Objection] = field(default_factory=dict)
    against: MutableMapping[str, tuple[str, ...]] = field(default_factory=dict)  # subject → objections

    def shown(self, step: str, subject: str) -> list[Publicity]:
        """The publicities of a step in which this application or party was shown, in order."""
        found = [self.publicities[id_] for id_ in self.of_subject.get(subject, ())]
        return [publicity for publicity in found if publicity.step == step]

    def at_step(self, cycle: str, step: str) -> list[Publicity]:
        """The publicities of a step in a cycle, in order."""
        return [self.publicities[id_] for id_ in self.of_step.get((cycle, step), ())]

    def objections_to(self, publicity: Publicity, subject: str) -> list[Objection]:
        """Objections against the subject raised in this publicity, or in none by name since it was opened."""
        found = [self.objections[id_] for id_ in self.against.get(subject, ())]
        return [o for o in found if self._concerns(o, publicity)]

    def _concerns(self, objection: Objection, publicity: Publicity) -> bool:
        named = objection.lodged.data.publicity
        if named is not None:
            return bool(named == publicity.id)
        begins = min((c.from_ for c in publicity.opened.data.channels), default=day(publicity.opened.at))
        return bool(day(objection.lodged.data.received) >= begins)


Effect = Callable[[Publicities, Act], None]


def _opened(part: Publicities, act: Act) -> None:
    publicity = Publicity(act.data.publicity, act)
    if publicity.id in part.publicities:
        return
    part.publicities[publicity.id] = publicity
    if publicity.cycle is not None:
        key = (publicity.cycle, publicity.step)
        part.of_step[key] = (*part.of_step.get(key, ()), publicity.id)
    for subject in publicity.subjects:
        part.of_subject[subject] = (*part.of_subject.get(subject, ()), publicity.id)


def _amended(part: Publicities, act: Act) -> None:
    publicity = part.publicities.get(act.data.publicity)
    if publicity is not None:
        part.publicities[publicity.id] = replace(publicity, amended=(*publicity.amended, act))


def _evidence(part: Publicities, act: Act) -> None:
    publicity = part.publicities.get(act.data.publicity)
    if publicity is not None:
        part.publicities[publicity.id] = replace(publicity, evidence=(*publicity.evidence, act))


def _closed(part: Publicities, act: Act) -> None:
    publicity = part.publicities.get(act.data.publicity)
    if publicity is not None:
        part.publicities[publicity.id] = replace(publicity, closings=(*publicity.closings, act))


def _lodged(part: Publicities, act: Act) -> None:
    objection = Objection(act.data.objection, act)
    if objection.id in part.objections:
        return
    part.objections[objection.id] = objection
    for subject in (*act.data.applications, *act.data.parties, *act.data.awards):
        part.against[subject] = (*part.against.get(subject, ()), objection.id)


def _admitted(part: Publicities, act: Act) -> None:
    objection = part.objections.get(act.data.objection)
    if objection is not None:
        part.objections[objection.id] = replace(objection, admitted=act)


def _ended(part: Publicities, act: Act) -> None:
    objection = part.objections.get(act.data.objection)
    if objection is not None:
        part.objections[objection.id] = replace(objection, ended=(*objection.ended, act))


def _answered(part: Publicities, act: Act) -> None:
    objection = part.objections.get(act.data.objection)
    if objection is not None:
        part.objections[objection.id] = replace(objection, answered=(*objection.answered, act))


EFFECTS: Final[dict[str, Effect]] = {
    "publicity_opened": _opened,
    "publicity_amended": _amended,
    "publicity_evidence_filed": _evidence,
    "publicity_closed": _closed,
    "objection_lodged": _lodged,
    "objection_admitted": _admitted,
    "objection_not_admitted": _ended,
    "objection_withdrawn": _ended,
    "objection_resolved": _ended,
    "objection_answered": _answered,
}
