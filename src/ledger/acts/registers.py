"""Acts of the registers: parties, bodies, experts, what was before the ledger, texts, standards, calendars, money.

Nothing here belongs to one application. Natural persons' names and numbers are commitments; organisations' names
and codes are public facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ledger.acts import kinds as k
from ledger.acts.kinds import (
    Body,
    Code,
    Commitment,
    Day,
    Decimal,
    Digest,
    Ident,
    Name,
    PartyId,
    PersonId,
    Regulation,
)
from ledger.acts.registry import TYPES
from ledger.acts.shared import (
    Codes,
    Count,
    Edition,
    Facts,
    MaybeAmount,
    MaybeAward,
    MaybeBody,
    MaybeBool,
    MaybeCode,
    MaybeCycle,
    MaybeDay,
    MaybeDigest,
    MaybeEdition,
    MaybeIdent,
    MaybeName,
    MaybeParty,
    MaybePerson,
    MaybePost,
    MaybeRegulation,
    MaybeYear,
    Parties,
    Persons,
    Relations,
    Sealed,
    SomeCodes,
    SomeParties,
    Weights,
    Year,
)
from ledger.acts.struct import part


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PartyRegistered:
    """An organisation or a natural person; who acts and never applies has a `person` and no `party`.

    `code` and `name` are an organisation's; of a natural person they are `id_number` and `sealed_name`.
    """

    area: MaybeCode
    code: MaybeName
    id_number: Sealed
    kind: Annotated[str, k.one_of("organisation", "individual")]
    name: MaybeName
    party: MaybeParty
    person: MaybePerson
    sealed_name: Sealed


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PartyRenamed:
    code: MaybeName
    from_: Day
    name: MaybeName
    party: MaybeParty
    person: MaybePerson
    sealed_name: Sealed


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PartySucceeded:
    """`bars_follow`: whether bars pass to the successors, if somebody has decided it."""

    bars_follow: MaybeBool
    from_: Day
    kind: Annotated[str, k.one_of("merger", "split", "conversion", "acquisition")]
    predecessors: SomeParties
    successors: SomeParties


@TYPES.act()
@dataclass(frozen=True, slots=True)
class IdentitiesJoined:
    """All these ids mean one and the same."""

    ground: Code
    parties: Parties
    persons: Persons
    reason: Sealed


@dataclass(frozen=True, slots=True)
class Member:
    """A seat in a body: a person, or a unit that sends somebody."""

    employer: MaybeParty
    group: MaybeCode
    person: MaybePerson
    post: MaybeCode
    unit: MaybeBody


@TYPES.act()
@dataclass(frozen=True, slots=True)
class BodyConstituted:
    """A body as it stands from that day; constituted again, the new composition holds."""

    announced_on: MaybeDay
    approved_by: MaybeBody
    area: MaybeCode
    body: Body
    cycle: MaybeCycle
    from_: Day
    level: MaybeCode
    members: Annotated[tuple[Member, ...], k.many(part(Member), most=500)]
    name: Name
    party: MaybeParty
    proposed_by: MaybeBody
    roles: Codes
    until: MaybeDay


@TYPES.act()
@dataclass(frozen=True, slots=True)
class MandateGiven:
    """Who gives it lets a body or a person do these acts (or exercise a post) in their place."""

    body: MaybeBody
    cycle: MaybeCycle
    from_: Day
    mandate: Ident
    person: MaybePerson
    post: MaybePost
    scope: SomeCodes
    to: MaybeDay


@TYPES.act()
@dataclass(frozen=True, slots=True)
class LegacyFactRecorded:
    """What happened before the ledger: an award, a nomination, a bar, a revocation."""

    amount: MaybeAmount
    award: MaybeAward
    category: MaybeCode
    day: MaybeDay
    edition: MaybeEdition
    fact: Ident
    items: Codes
    kind: Annotated[str, k.one_of("award", "bar", "revocation", "sanction")]
    party: MaybeParty
    person: MaybePerson
    regulation: MaybeRegulation
    until: MaybeDay
    until_edition: MaybeEdition
    year: MaybeYear


@TYPES.act()
@dataclass(frozen=True, slots=True)
class RosterDeclaredComplete:
    """All facts of these kinds between both days are on the ledger."""

    from_: Day
    kinds: SomeCodes
    to: Day


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ExpertEnrolled:
    """`facts` are what criteria for experts read: experience, training, title, age."""

    attested: Codes
    employer: MaybeParty
    expert: PersonId
    facts: Facts
    origin: Code
    pools: SomeCodes
    recommended_by: MaybeParty
    specialities: Codes


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ThirdPartyEngaged:
    """`ties`: to which applicants or other parties it stands in a relation."""

    agency: PartyId
    body: MaybeBody
    cycle: MaybeCycle
    engagement: Ident
    fee: MaybeAmount
    paid_by: MaybeCode
    qualification: MaybeName
    stages: SomeCodes
    step: MaybeCode
    ties: Relations


@TYPES.act()
@dataclass(frozen=True, slots=True)
class InterpretationIssued:
    """The answer to a question that a text leaves open: one of the options, or the number that it lacks."""

    article: Name
    authority_level: MaybeCode
    cycle: MaybeCycle
    item: MaybeName
    option: MaybeCode
    question: Name
    reading: Ident
    reason: Sealed
    regulation: Regulation
    valid_from: Day
    value: MaybeName


@TYPES.act()
@dataclass(frozen=True, slots=True)
class TransitionDecided:
    """Which version governs a family of rules (stages, duties, bars, honour use, revocation)."""

    cycle: MaybeCycle
    family: Code
    from_: Day
    reason: Sealed
    regulation: Regulation


@TYPES.act()
@dataclass(frozen=True, slots=True)
class CalendarPublished:
    """One issue of a year's working days, whose `document` was filed before; or, with `area`, days on which that
    area's offices were closed besides."""

    area: MaybeCode
    closed: Annotated[tuple[str, ...], k.ascending(k.DAY, most=100)]
    document: MaybeDigest
    ground: MaybeCode
    issue: Edition
    number: MaybeName
    published_on: Day
    year: Year


@TYPES.act()
@dataclass(frozen=True, slots=True)
class RegulationProposed:
    """A regulation file laid before those who adopt it; `text_hash` is the digest of the official text's own file."""

    document: Digest
    encoding: Edition
    proposal: Ident
    regulation: Regulation
    text_hash: MaybeDigest


@TYPES.act()
@dataclass(frozen=True, slots=True)
class RegulationVersionAdopted:
    document: Digest
    effective_from: MaybeDay
    effective_to: MaybeDay
    encoding: Edition
    issuer: Name
    number: MaybeName
    promulgated_on: MaybeDay
    proposal: MaybeIdent
    regulation: Regulation
    repeals: MaybeRegulation
    status: Annotated[str, k.one_of("draft", "in_force")]
    text_hash: MaybeDigest


@dataclass(frozen=True, slots=True)
class Place:
    """A value of a regulation file: whose it is and the way to it."""

    article: Name
    item: MaybeName
    value: Name


@TYPES.act()
@dataclass(frozen=True, slots=True)
class EncodingCorrected:
    """The file did not say what the text says; the text itself is the same."""

    document: Digest
    encoding: Edition
    places: Annotated[tuple[Place, ...], k.many(part(Place), least=1, most=500)]
    proposal: MaybeIdent
    reason: Commitment
    regulation: Regulation
    was: Edition


@dataclass(frozen=True, slots=True)
class Cited:
    issue: MaybeName
    name: Name


@dataclass(frozen=True, slots=True)
class StageSheet:
    """How a step is scored: scale, decimals, from many sheets to one figure, and what a missing sheet means."""

    aggregation: Annotated[str, k.one_of("mean", "trimmed_mean", "median", "sum", "consensus")]
    criteria: Weights
    least_sheets: Count
    max: Decimal
    min: Decimal
    missing: Annotated[str, k.one_of("left_out", "blocks", "counts_zero")]
    places: Annotated[int, k.span(0, 9)]
    rounding: Annotated[str, k.one_of("half_up", "half_even", "down")]
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class StandardsApproved:
    """Rules and standards of the review. In a sheet `criteria` gives the most points a criterion can have."""

    cites: Annotated[tuple[Cited, ...], k.many(part(Cited))]
    contents: Codes
    cycle: MaybeCycle
    drafted_by: MaybeBody
    file: Sealed
    ground: MaybeName
    industries: Codes
    issue: Name
    kind: Code
    kinds: Codes
    name: Name
    replaces: MaybeDigest
    sheets: Annotated[tuple[StageSheet, ...], k.ascending_by(part(StageSheet), "step")]
    standard: Ident
    ties: Annotated[tuple[str, ...], k.many(k.CODE, most=20)]
    valid_from: MaybeDay
    weights: Weights


@TYPES.act()
@dataclass(frozen=True, slots=True)
class StandardEditionListed:
    """An edition of a national or local standard, so that `latest` can be told."""

    from_: Day
    issue: Name
    name: Name
    until: MaybeDay


@TYPES.act()
@dataclass(frozen=True, slots=True)
class BudgetAppropriated:
    amount: Decimal
    budget: Ident
    cycle: MaybeCycle
    payer: Body
    purpose: Annotated[str, k.one_of("prize", "work")]
    year: Year
