"""Registers: parties, bodies, mandates, what was before the ledger, experts, readings, texts, calendars, standards."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from ledger.regulations.value import Term, Value
from ledger.rules.act import Act
from ledger.rules.tables import Tables

Acts = tuple[Act, ...]


@dataclass(slots=True)
class Registers(Tables):
    """Tables by id; where a thing can be entered again, all its acts in order, the newest last."""

    parties: MutableMapping[str, Act] = field(default_factory=dict)
    persons: MutableMapping[str, Act] = field(default_factory=dict)
    renamed: MutableMapping[str, Acts] = field(default_factory=dict)
    succeeded: MutableMapping[str, Acts] = field(default_factory=dict)  # by predecessor and by successor
    joined: MutableMapping[str, str] = field(default_factory=dict)  # id → the one id that stands for all
    joined_of: MutableMapping[str, tuple[str, ...]] = field(default_factory=dict)  # that one id → all of them
    bodies: MutableMapping[str, Acts] = field(default_factory=dict)
    mandates: MutableMapping[str, Act] = field(default_factory=dict)
    mandates_of: MutableMapping[str, tuple[str, ...]] = field(default_factory=dict)  # giver → mandates
    legacy: MutableMapping[str, Acts] = field(default_factory=dict)  # by party or person
    rosters: Acts = ()
    experts: MutableMapping[str, Act] = field(default_factory=dict)
    engagements: MutableMapping[str, Act] = field(default_factory=dict)
    readings: MutableMapping[tuple[str, str], Acts] = field(default_factory=dict)  # (regulation, question)
    readings_by_id: MutableMapping[str, Act] = field(default_factory=dict)
    transitions: Acts = ()
    standards: MutableMapping[str, Act] = field(default_factory=dict)
    standard_editions: Acts = ()
    budgets: MutableMapping[str, Act] = field(default_factory=dict)

    def one(self, id_: str) -> str:
        """The id that stands for all ids of the same party or person."""
        while (joined := self.joined.get(id_)) is not None and joined != id_:
            id_ = joined
        return id_

    def body(self, id_: str, on: str | None = None) -> Act | None:
        """The body as it was last constituted; on a day, as it stood then."""
        made = self.bodies.get(id_, ())
        if on is not None:
            made = tuple(act for act in made if act.data.from_ <= on)
        return made[-1] if made else None

    def roles(self, id_: str, on: str | None = None) -> frozenset[str]:
        """The roles of a body, empty if there is none of that id; on a day as it stood then, or as it was first made if
        that came later."""
        made = self.bodies.get(id_, ())
        body = self.body(id_, on) or (made[0] if made else None)
        return frozenset(body.data.roles) if body is not None else frozenset()

    def with_role(self, role: str) -> list[str]:
        """The bodies that have a role, by id."""
        return sorted(id_ for id_ in self.bodies if role in self.roles(id_))

    def name(self, id_: str, on: str | None = None) -> str:
        """The public name of a body or an organisation on a day (now, if none is given); else the id itself."""
        body = self.body(id_)
        if body is not None:
            return str(body.data.name)
        party = self.parties.get(id_)
        if party is None or party.data.name is None:
            return id_
        name = party.data.name
        for act in self.renamed.get(id_, ()):
            if act.data.name is not None and (on is None or act.data.from_ <= on):
                name = act.data.name
        return str(name)


Effect = Callable[[Registers, Act], None]


def _party(part: Registers, act: Act) -> None:
    if act.data.party is not None:
        part.parties[act.data.party] = act
    if act.data.person is not None:
        part.persons[act.data.person] = act


def _renamed(part: Registers, act: Act) -> None:
    for id_ in (act.data.party, act.data.person):
        if id_ is not None:
            part.renamed[id_] = (*part.renamed.get(id_, ()), act)


def _succeeded(part: Registers, act: Act) -> None:
    for party in (*act.data.predecessors, *act.data.successors):
        part.succeeded[party] = (*part.succeeded.get(party, ()), act)


def _joined(part: Registers, act: Act) -> None:
    for ids in (act.data.parties, act.data.persons):
        ones = sorted({part.one(id_) for id_ in ids})
        for other in ones[1:]:
            part.joined[other] = ones[0]
        if ones:
            every = {id_ for one in ones for id_ in (one, *part.joined_of.get(one, ()))}
            part.joined_of[ones[0]] = tuple(sorted(every))


def _body(part: Registers, act: Act) -> None:
    made = (*part.bodies.get(act.data.body, ()), act)
    part.bodies[act.data.body] = tuple(sorted(made, key=lambda a: (a.data.from_, a.position)))


def _mandate(part: Registers, act: Act) -> None:
    if act.data.mandate not in part.mandates:
        part.mandates_of[act.who] = (*part.mandates_of.get(act.who, ()), act.data.mandate)
    part.mandates[act.data.mandate] = act


def _legacy(part: Registers, act: Act) -> None:
    for id_ in (act.data.party, act.data.person):
        if id_ is not None:
            part.legacy[id_] = (*part.legacy.get(id_, ()), act)


def _roster(part: Registers, act: Act) -> None:
    part.rosters = (*part.rosters, act)


def _expert(part: Registers, act: Act) -> None:
    part.experts[act.data.expert] = act


def _engaged(part: Registers, act: Act) -> None:
    part.engagements[act.data.engagement] = act


def _reading(part: Registers, act: Act) -> None:
    key = (act.data.regulation, act.data.question)
    part.readings[key] = (*part.readings.get(key, ()), act)
    part.readings_by_id.setdefault(act.data.reading, act)


def _transition(part: Registers, act: Act) -> None:
    part.transitions = (*part.transitions, act)


def _standard(part: Registers, act: Act) -> None:
    part.standards[act.data.standard] = act


def _edition(part: Registers, act: Act) -> None:
    part.standard_editions = (*part.standard_editions, act)


def _budget(part: Registers, act: Act) -> None:
    part.budgets[act.data.budget] = act


def reading_on(part: Registers, regulation: str, question: str, on: str) -> Act | None:
    """The reading of a question that holds on a day, if one was issued."""
    found = [act for act in part.readings.get((regulation, question), ()) if act.data.valid_from <= on]
    return max(found, key=lambda act: (act.data.valid_from, act.position), default=None)


def decided(value: Value[Any], issued: Act) -> Value[Any]:
    """The value as a reading decides it: one of the options, or what the text lacks. A number is read as a number, a
    term as a term, codes with commas between them as several."""
    if issued.data.option is not None:
        return replace(value.under(issued.data.option), source="reading", ask=None)
    return replace(value, v=_given(issued.data.value), source="reading", ask=None)


def _given(text: str | None) -> Any:
    if text is None:
        return None
    if text.isascii() and text.isdigit():
        return int(text)
    if "," in text:
        return tuple(part.strip() for part in text.split(","))
    try:
        return Term.parse(text)
    except ValueError:
        return text


EFFECTS: Final[dict[str, Effect]] = {
    "party_registered": _party,
    "party_renamed": _renamed,
    "party_succeeded": _succeeded,
    "identities_joined": _joined,
    "body_constituted": _body,
    "mandate_given": _mandate,
    "legacy_fact_recorded": _legacy,
    "roster_declared_complete": _roster,
    "expert_enrolled": _expert,
    "third_party_engaged": _engaged,
    "interpretation_issued": _reading,
    "transition_decided": _transition,
    "standards_approved": _standard,
    "standard_edition_listed": _edition,
    "budget_appropriated": _budget,
}
