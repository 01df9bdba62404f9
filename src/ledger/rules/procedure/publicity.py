"""Publicities, and the objections raised against those who were shown."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field, replace
from typing import Final

from ledger.rules.act import Act
from ledger.rules.tables import Tables

Acts = tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Publicity:
    """One period of being shown. Subjects are frozen at opening: applications, or parties before there is one."""

    id: str
    opened: Act
    amended: Acts = ()
    evidence: Acts = ()
    closed: Act | None = None

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

    def channels(self) -> list[object]:
        """The channels as opened and amended, the newest word about each."""
        by_id = {channel.channel: channel for channel in self.opened.data.channels}
        for act in self.amended:
            by_id.update({channel.channel: channel for channel in act.data.channels})
        return list(by_id.values())

    def begins(self, subject: str) -> str | None:
        """The day on which the last of the channels opened for this subject; a renewal begins anew."""
        renewed = [
            act
            for act in self.amended
            if act.data.kind in ("renewed", "corrected") and act.data.channels and _names(act, subject)
        ]
        source = renewed[-1] if renewed else self.opened
        return max((channel.from_ for channel in source.data.channels), default=None)


def _names(act: Act, subject: str) -> bool:
    return subject in act.data.parties or any(item.application == subject for item in act.data.items)


@dataclass(frozen=True, slots=True)
class Objection:
    """`admitted` may be missing: a text may know no admission. The newest answer about a subject counts."""

    id: str
    lodged: Act
    admitted: Act | None = None
    ended: Acts = ()  # not admitted, withdrawn, resolved
    answered: Acts = ()

    def state(self, subject: str) -> str:
        """`open`, `substantiated`, `unfounded`, `withdrawn` or `not_admitted`, about an application or party."""
        for act in reversed(self.ended):
            about = act.data.applications
            if about and subject not in about:
                continue
            if act.type == "objection_resolved":
                return "unfounded" if act.data.outcome == "unfounded" else "substantiated"
            return "withdrawn" if act.type == "objection_withdrawn" else "not_admitted"
        return "open"


@dataclass(slots=True)
class Publicities(Tables):
    publicities: MutableMapping[str, Publicity] = field(default_factory=dict)
    of_subject: MutableMapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # application or party → publicities
    objections: MutableMapping[str, Objection] = field(default_factory=dict)
    against: MutableMapping[str, tuple[str, ...]] = field(default_factory=dict)  # subject → objections

    def shown(self, step: str, subject: str) -> list[Publicity]:
        """The publicities of a step in which this application or party was shown, in order."""
        found = [self.publicities[id_] for id_ in self.of_subject.get(subject, ())]
        return [publicity for publicity in found if publicity.step == step]

    def objections_to(self, publicity: Publicity, subject: str) -> list[Objection]:
        """Objections against the subject raised in this publicity, or in none by name while it was on."""
        found = [self.objections[id_] for id_ in self.against.get(subject, ())]
        return [o for o in found if o.lodged.data.publicity in (None, publicity.id)]


Effect = Callable[[Publicities, Act], None]


def _opened(part: Publicities, act: Act) -> None:
    publicity = Publicity(act.data.publicity, act)
    if publicity.id in part.publicities:
        return
    part.publicities[publicity.id] = publicity
    for subject in (*publicity.applications, *publicity.parties):
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
        part.publicities[publicity.id] = replace(publicity, closed=act)


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
