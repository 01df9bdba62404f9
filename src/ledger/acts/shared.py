"""Fields and maps that acts of several phases have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ledger.acts import kinds as k
from ledger.acts.kinds import ApplicationId, Bool, Code, Commitment, Day, Decimal, Ident, Name, PartyId
from ledger.acts.struct import part

MaybeAmount = Annotated[str | None, k.optional(k.DECIMAL)]
MaybeApplication = Annotated[str | None, k.optional(k.APPLICATION)]
MaybeAt = Annotated[int | str | None, k.optional(k.AT)]
MaybeAward = Annotated[str | None, k.optional(k.AWARD)]
MaybeBody = Annotated[str | None, k.optional(k.BODY)]
MaybeBool = Annotated[bool | None, k.optional(k.BOOL)]
MaybeCode = Annotated[str | None, k.optional(k.CODE)]
MaybeCycle = Annotated[str | None, k.optional(k.CYCLE)]
MaybeDay = Annotated[str | None, k.optional(k.DAY)]
MaybeDigest = Annotated[bytes | None, k.optional(k.B32)]
MaybeIdent = Annotated[str | None, k.optional(k.IDENT)]
MaybeParty = Annotated[str | None, k.optional(k.PARTY)]
MaybePerson = Annotated[str | None, k.optional(k.PERSON)]
MaybePost = Annotated[str | None, k.optional(k.POST)]
MaybeRegulation = Annotated[str | None, k.optional(k.REGULATION)]
MaybeName = Annotated[str | None, k.optional(k.NAME)]
Sealed = Annotated[bytes | None, k.optional(k.COMMITMENT)]

# A count of people, votes, days or times; a year; an edition counted from the first.
COUNT = k.span(0, 1_000_000)
YEAR = k.span(1949, 2199)
EDITION = k.span(1, 9999)
Count = Annotated[int, COUNT]
MaybeCount = Annotated[int | None, k.optional(COUNT)]
Year = Annotated[int, YEAR]
MaybeYear = Annotated[int | None, k.optional(YEAR)]
Edition = Annotated[int, EDITION]
MaybeEdition = Annotated[int | None, k.optional(EDITION)]

Applications = Annotated[tuple[str, ...], k.ascending(k.APPLICATION)]
SomeApplications = Annotated[tuple[str, ...], k.ascending(k.APPLICATION, least=1)]
Awards = Annotated[tuple[str, ...], k.ascending(k.AWARD)]
Bodies = Annotated[tuple[str, ...], k.ascending(k.BODY)]
Codes = Annotated[tuple[str, ...], k.ascending(k.CODE)]
SomeCodes = Annotated[tuple[str, ...], k.ascending(k.CODE, least=1)]
Idents = Annotated[tuple[str, ...], k.ascending(k.IDENT)]
Parties = Annotated[tuple[str, ...], k.ascending(k.PARTY)]
SomeParties = Annotated[tuple[str, ...], k.ascending(k.PARTY, least=1)]
Persons = Annotated[tuple[str, ...], k.ascending(k.PERSON)]
SomePersons = Annotated[tuple[str, ...], k.ascending(k.PERSON, least=1)]
Acts = Annotated[tuple[bytes, ...], k.ascending(k.B32, most=1000)]
SomeActs = Annotated[tuple[bytes, ...], k.ascending(k.B32, least=1, most=1000)]
# The cases of the act that this one answers: who reads one of them sees both.
About = Annotated[tuple[str, ...], k.ascending(k.ABOUT, least=1)]


@dataclass(frozen=True, slots=True)
class Channel:
    """One medium: what class of medium, of which level, where, and from when to when."""

    address: Name
    channel: Ident
    class_: Code
    from_: Day
    level: Code
    to: MaybeDay


Channels = Annotated[tuple[Channel, ...], k.ascending_by(part(Channel), "channel")]


@dataclass(frozen=True, slots=True)
class Paper:
    """One piece of filed material. `secret`: marked by its owner as not to be shown."""

    file: Commitment
    kind: Code
    pages: MaybeCount
    secret: Bool


Papers = Annotated[tuple[Paper, ...], k.many(part(Paper))]


@dataclass(frozen=True, slots=True)
class Fact:
    """A status or span of a party that criteria read: since and until when, of which grade, how often, how much."""

    amount: MaybeAmount
    count: MaybeCount
    fact: Code
    grade: MaybeCode
    level: MaybeCode
    other: MaybeParty
    since: MaybeDay
    until: MaybeDay
    year: MaybeYear


Facts = Annotated[tuple[Fact, ...], k.many(part(Fact))]


@dataclass(frozen=True, slots=True)
class Aspect:
    """What was examined and how it stood."""

    aspect: Code
    outcome: Annotated[str, k.one_of("met", "not_met", "not_examined")]
    remark: Sealed


Aspects = Annotated[tuple[Aspect, ...], k.ascending_by(part(Aspect), "aspect")]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A criterion that people judge: with evidence on file, and why."""

    criterion: Code
    evidence: Bool
    outcome: Annotated[str, k.one_of("met", "not_met")]
    reason: Sealed


Judgements = Annotated[tuple[Judgement, ...], k.ascending_by(part(Judgement), "criterion")]


@dataclass(frozen=True, slots=True)
class Cite:
    """An article, and the reading of it that was followed if there is one."""

    article: Name
    item: MaybeName
    reading: MaybeIdent


Cites = Annotated[tuple[Cite, ...], k.many(part(Cite))]


@dataclass(frozen=True, slots=True)
class Points:
    criterion: Code
    points: Decimal


PointsList = Annotated[tuple[Points, ...], k.ascending_by(part(Points), "criterion")]


@dataclass(frozen=True, slots=True)
class Component:
    points: Decimal
    step: Code


Components = Annotated[tuple[Component, ...], k.ascending_by(part(Component), "step")]


@dataclass(frozen=True, slots=True)
class ListItem:
    """A name on a list."""

    application: ApplicationId
    category: MaybeCode
    rank: MaybeCount
    reason: Sealed


ListItems = Annotated[tuple[ListItem, ...], k.ascending_by(part(ListItem), "application")]


@dataclass(frozen=True, slots=True)
class AwardItem:
    """A name on a list of awards, with its category and whether its party holds that award already."""

    application: ApplicationId
    category: Code
    rank: MaybeCount
    reason: Sealed
    reaward: Bool


AwardItems = Annotated[tuple[AwardItem, ...], k.ascending_by(part(AwardItem), "application")]


@dataclass(frozen=True, slots=True)
class Relation:
    """How one party stands to another."""

    party: PartyId
    relation: Code


Relations = Annotated[tuple[Relation, ...], k.ascending_by(part(Relation), "party", "relation")]


@dataclass(frozen=True, slots=True)
class Use:
    amount: Decimal
    purpose: Code


Uses = Annotated[tuple[Use, ...], k.ascending_by(part(Use), "purpose")]

# [step, last day], [step, weight]: what a call or a standard fixes for other steps.
Limits = Annotated[tuple[tuple[str, str], ...], k.pairs(k.CODE, k.DAY)]
Weights = Annotated[tuple[tuple[str, str], ...], k.pairs(k.CODE, k.DECIMAL)]
