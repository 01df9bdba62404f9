"""Acts after the award: money, reports, checks, use of the honour, adverse facts, revocation, conduct, findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ledger.acts import kinds as k
from ledger.acts.kinds import (
    AwardId,
    Body,
    Bool,
    Code,
    Commitment,
    Day,
    Decimal,
    Digest,
    Ident,
    Name,
    PartyId,
    PersonId,
)
from ledger.acts.registry import TYPES
from ledger.acts.shared import (
    About,
    Acts,
    Bodies,
    Cites,
    Codes,
    Idents,
    MaybeAmount,
    MaybeApplication,
    MaybeAt,
    MaybeAward,
    MaybeBody,
    MaybeBool,
    MaybeCode,
    MaybeCount,
    MaybeCycle,
    MaybeDay,
    MaybeDigest,
    MaybeIdent,
    MaybeName,
    MaybeParty,
    MaybePerson,
    Parties,
    Persons,
    Sealed,
    Uses,
    Year,
)


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PrizePaid:
    amount: Decimal
    award: AwardId
    budget: MaybeIdent
    decision: MaybeDigest
    note: Sealed
    party: MaybeParty
    payer: Body
    payment: Ident


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PrizeSpendingRecorded:
    amount: Decimal
    award: AwardId
    detail: Sealed
    purpose: Code
    spent_on: Day


@TYPES.act()
@dataclass(frozen=True, slots=True)
class AnnualReportFiled:
    """One leg of a report's way: the holder files it, others examine it and forward it."""

    addressee: MaybeBody
    award: AwardId
    contents: Codes
    file: Sealed
    fund_use: Uses
    leg: Annotated[str, k.one_of("filed", "examined", "forwarded")]
    outcome: MaybeCode
    year: Year


@TYPES.act()
@dataclass(frozen=True, slots=True)
class SupervisoryCheckMade:
    """A visit to a holder, a check of the money or of the honour's use, or of a body's own work."""

    award: MaybeAward
    body: MaybeBody
    check: Ident
    contents: Codes
    cycle: MaybeCycle
    finding: Sealed
    kind: Code
    outcome: Annotated[str, k.one_of("in_order", "shortcomings", "breach")]
    party: MaybeParty
    with_: Bodies


@TYPES.act()
@dataclass(frozen=True, slots=True)
class HolderChangeNotified:
    addressee: Body
    award: AwardId
    change: Code
    changed_on: Day
    detail: Sealed
    form: Code
    party: MaybeParty
    received: MaybeAt


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PromotionRecorded:
    """Something done to spread good practice, or declined; `plan_item` and `planned_on` if a plan asked for it."""

    award: MaybeAward
    cycle: MaybeCycle
    detail: Sealed
    kind: Code
    outcome: Annotated[str, k.one_of("held", "attended", "declined")]
    participants: MaybeCount
    party: MaybeParty
    plan_item: MaybeCode
    planned_on: MaybeDay


@TYPES.act()
@dataclass(frozen=True, slots=True)
class HonourUsed:
    """The honour was shown; who shows it may hold no award at all."""

    award: MaybeAward
    detail: Sealed
    medium: Code
    party: MaybeParty
    product: Bool
    purpose: Code
    until: MaybeDay
    use: Ident
    used_on: Day
    year_shown: Bool


@TYPES.act()
@dataclass(frozen=True, slots=True)
class AdverseFactRecorded:
    """What speaks against a party: of which kind and level, found by an authority of which level; three days."""

    authority: MaybeName
    authority_level: MaybeCode
    confirmed_on: MaybeDay
    count: MaybeCount
    detail: Sealed
    fact: Ident
    handled: MaybeBool
    handled_on: MaybeDay
    kind: Code
    level: MaybeCode
    number: Sealed
    occurred_on: MaybeDay
    own_fault: MaybeBool
    party: PartyId


@TYPES.act()
@dataclass(frozen=True, slots=True)
class AdverseFactReported:
    """A holder tells of such a fact."""

    addressee: MaybeBody
    award: AwardId
    content: Commitment
    fact: MaybeIdent
    form: Code
    party: MaybeParty
    received: MaybeAt


@TYPES.act()
@dataclass(frozen=True, slots=True)
class DeterminationMade:
    """What people had to judge was judged: false papers, fraud, gravity, influence, an interest, the same fact."""

    application: MaybeApplication
    award: MaybeAward
    cites: Cites
    cycle: MaybeCycle
    determination: Ident
    facts: Idents
    grade: MaybeCode
    interest: MaybeIdent
    investigated_by: MaybeBody
    kind: Code
    measures: Codes
    outcome: Annotated[str, k.one_of("established", "not_established")]
    parties: Parties
    person: MaybePerson
    proposed_by: MaybeBody
    reason: Commitment


@TYPES.act()
@dataclass(frozen=True, slots=True)
class RevocationProposed:
    """Or, with reasons, not proposed."""

    addressee: MaybeBody
    award: AwardId
    determinations: Idents
    facts: Idents
    ground: Code
    investigated_by: MaybeBody
    outcome: Annotated[str, k.one_of("revoke", "keep")]
    reason: Commitment
    report: Sealed
    revocation: Ident


@TYPES.act()
@dataclass(frozen=True, slots=True)
class AwardRevoked:
    award: AwardId
    cites: Cites
    determinations: Idents
    facts: Idents
    ground: Code
    parties: Parties
    proposed_by: MaybeBody
    reason: Commitment
    revocation: MaybeIdent


@TYPES.act()
@dataclass(frozen=True, slots=True)
class AwardItemsRecovered:
    """What came back of things and money, and whether it was entered in the credit record."""

    amount: MaybeAmount
    award: AwardId
    credit_recorded: Bool
    items: Codes
    party: MaybeParty


@TYPES.act()
@dataclass(frozen=True, slots=True)
class HonourReviewed:
    award: AwardId
    cycle: MaybeCycle
    outcome: Annotated[str, k.one_of("kept", "rectification", "ended")]
    reason: Sealed
    rectify_by: MaybeDay
    valid_to: MaybeDay


@TYPES.act()
@dataclass(frozen=True, slots=True)
class IrregularityReported:
    """Conduct that no rule can see: a fee, a gift, paid advice, a leak, forgery, a step done wrongly."""

    amount: MaybeAmount
    anonymous: Bool
    application: MaybeApplication
    award: MaybeAward
    body: MaybeBody
    cycle: MaybeCycle
    form: Code
    identity: Sealed
    irregularity: Ident
    kind: Code
    occurred_on: MaybeDay
    parties: Parties
    persons: Persons
    receipt: MaybeIdent
    received: MaybeAt
    sent: MaybeAt
    text: Commitment


@TYPES.act()
@dataclass(frozen=True, slots=True)
class FindingDisposed:
    """What people make of a finding, which is derived and has a stable id."""

    about: About
    acts: Acts
    finding: Name
    outcome: Annotated[str, k.one_of("explained", "confirmed", "rectified", "unfounded", "referred")]
    reason: Commitment
    referred_to: MaybeName


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ReviewerSanctioned:
    cycle: MaybeCycle
    employer_asked: Bool
    irregularities: Idents
    level: Annotated[str, k.one_of("criticism", "warning", "disqualified", "reinstated")]
    person: PersonId
    reason: Commitment
    referred_to: MaybeName
    until: MaybeDay


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ReportIssued:
    """A document that the ledger was made to give, or a checkpoint that was printed, and to whom it went."""

    addressee: MaybeName
    checkpoint: Annotated[tuple[int, bytes] | None, k.optional(k.pair(k.span(1, 2**53 - 1), k.B32))]
    cycle: MaybeCycle
    document: Digest
    name: Code
    parameters: Annotated[tuple[tuple[str, str], ...], k.pairs(k.CODE, k.TEXT)]
    printed_in: MaybeName
    report: Ident
    sealed_addressee: Sealed
