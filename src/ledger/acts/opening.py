"""Acts from the plan of a cycle to the decision who takes part: plan, call, application, local review, eligibility."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ledger.acts import kinds as k
from ledger.acts.kinds import (
    ApplicationId,
    Body,
    Bool,
    Code,
    Commitment,
    CycleId,
    Day,
    Digest,
    Ident,
    Name,
    PartyId,
    Regulation,
)
from ledger.acts.registry import TYPES
from ledger.acts.shared import (
    Applications,
    Aspects,
    Bodies,
    Channels,
    Cites,
    Codes,
    Count,
    Edition,
    Facts,
    Idents,
    Judgements,
    Limits,
    MaybeApplication,
    MaybeAt,
    MaybeBody,
    MaybeBool,
    MaybeCode,
    MaybeCycle,
    MaybeDay,
    MaybeIdent,
    MaybeName,
    MaybeParty,
    Papers,
    Relations,
    Sealed,
    SomeCodes,
    Year,
)
from ledger.acts.struct import part


@TYPES.act()
@dataclass(frozen=True, slots=True)
class CyclePlanned:
    """`live`: types of acts that must be done on the ledger and may not be transcribed."""

    contents: Codes
    cycle: CycleId
    live: Codes
    plan: Sealed
    reason: Sealed
    regulation: Regulation
    step: Code
    year: Year


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PlanCleared:
    cycle: CycleId
    outcome: Annotated[str, k.one_of("cleared", "refused", "returned")]
    remark: Sealed
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class CycleOpened:
    """Pins the version that governs the cycle's steps and gives the edition its number."""

    cycle: CycleId
    edition: Edition
    encoding: Edition
    regulation: Regulation
    trial: Bool
    year: Year


@TYPES.act()
@dataclass(frozen=True, slots=True)
class CycleStatusChanged:
    cycle: CycleId
    reason: Commitment
    status: Annotated[str, k.one_of("suspended", "resumed", "abandoned")]


@dataclass(frozen=True, slots=True)
class Places:
    """Of one category: how many were awarded and how many stay vacant."""

    awarded: Count
    category: Code
    vacant: Count


@TYPES.act()
@dataclass(frozen=True, slots=True)
class CycleClosed:
    cycle: CycleId
    places: Annotated[tuple[Places, ...], k.ascending_by(part(Places), "category")]
    reason: Sealed


@TYPES.act()
@dataclass(frozen=True, slots=True)
class CallPublished:
    """`limits`: last days that the call fixes for other steps."""

    channels: Channels
    contents: Codes
    cycle: CycleId
    limits: Limits
    notice: Sealed
    standards: Idents
    step: Code
    window_from: MaybeDay
    window_to: MaybeDay


@TYPES.act()
@dataclass(frozen=True, slots=True)
class CallAmended:
    """What holds from now on; fields that stay as they were are nil or empty."""

    channels: Channels
    contents: Codes
    cycle: CycleId
    kind: Annotated[str, k.one_of("extended", "corrected", "supplemented")]
    limits: Limits
    notice: Sealed
    reason: Commitment
    step: Code
    window_to: MaybeDay


@dataclass(frozen=True, slots=True)
class Applicant:
    employer: MaybeParty
    party: PartyId


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ApplicationSubmitted:
    """`file_number` is the file's human number, `previous` an earlier application of the same party to compare with."""

    applicants: Annotated[tuple[Applicant, ...], k.ascending_by(part(Applicant), "party", least=1, most=20)]
    application: ApplicationId
    area: MaybeCode
    attested: Codes
    attributes: Codes
    category: MaybeCode
    contact: Sealed
    cycle: CycleId
    documents: Papers
    domain: MaybeCode
    facts: Facts
    file_number: MaybeName
    industry: MaybeCode
    kind: Annotated[str, k.one_of("organisation", "individual", "joint")]
    national_security: Bool
    previous: MaybeApplication
    publicities: Idents
    received: MaybeAt
    recommender: MaybeBody
    relations: Relations
    sent: MaybeAt
    state_secret: Bool
    step: Code
    submitted_to: Body


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ApplicationWithdrawn:
    """By all applicants, or by one of several (`party`)."""

    application: ApplicationId
    cycle: CycleId
    form: Code
    party: MaybeParty
    reason: Sealed


@TYPES.act()
@dataclass(frozen=True, slots=True)
class SupplementRequested:
    application: ApplicationId
    cycle: CycleId
    due: Day
    items: SomeCodes
    reason: Sealed
    request: Ident
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class MaterialSupplemented:
    application: ApplicationId
    cycle: CycleId
    documents: Papers
    facts: Facts
    received: MaybeAt
    request: MaybeIdent


@TYPES.act()
@dataclass(frozen=True, slots=True)
class MaterialReplaced:
    """A paper handed in by mistake gives way: the field of the act that brought it, and what comes instead."""

    act: Digest
    application: ApplicationId
    cycle: CycleId
    documents: Papers
    field: Name
    ground: Annotated[str, k.one_of("wrong_file", "outdated", "unreadable", "published_edition")]
    reason: Sealed


@TYPES.act()
@dataclass(frozen=True, slots=True)
class LocalReviewCompleted:
    application: ApplicationId
    aspects: Aspects
    cycle: CycleId
    outcome: Annotated[str, k.one_of("passed", "failed", "returned")]
    reason: Sealed
    signed: Bool
    stamped: Bool
    step: Code


@dataclass(frozen=True, slots=True)
class Remark:
    """An answer about one application that differs from the answer about all."""

    application: ApplicationId
    outcome: Annotated[str, k.one_of("agreed", "agreed_with_remarks", "refused")]
    remark: Sealed


@TYPES.act()
@dataclass(frozen=True, slots=True)
class OpinionObtained:
    """What another body, or a person's employer, said of applications, of a list or, with neither, of the cycle."""

    applications: Applications
    asked: MaybeBody
    asked_on: MaybeDay
    asked_party: MaybeParty
    cycle: CycleId
    exceptions: Annotated[tuple[Remark, ...], k.ascending_by(part(Remark), "application")]
    kind: Annotated[str, k.one_of("opinion", "consent", "clearance")]
    list_: MaybeIdent
    outcome: Annotated[str, k.one_of("agreed", "agreed_with_remarks", "refused", "no_reply")]
    remark: Sealed
    replied_on: MaybeDay
    stamped: Bool
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class EvidenceVerified:
    """Statuses and spans of a party as somebody has verified them, for one application or for all."""

    application: MaybeApplication
    cycle: MaybeCycle
    facts: Facts
    items: Codes
    outcome: Annotated[str, k.one_of("verified", "refuted", "undecided")]
    party: PartyId
    remark: Sealed
    step: MaybeCode


@TYPES.act()
@dataclass(frozen=True, slots=True)
class RecommendationIssued:
    """`recommending_party` (an association, an employer) where no body recommends."""

    application: ApplicationId
    consent_of: MaybeBody
    cycle: CycleId
    forwarded_on: MaybeDay
    forwarded_to: MaybeBody
    outcome: Annotated[str, k.one_of("recommended", "declined")]
    reason: Sealed
    recommending_party: MaybeParty
    signed: Bool
    stamped: Bool
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class EligibilityDetermined:
    application: ApplicationId
    aspects: Aspects
    cites: Cites
    cycle: CycleId
    improved: MaybeBool
    judged: Judgements
    outcome: Annotated[str, k.one_of("accepted", "rejected")]
    reason: Sealed
    reference_date: MaybeDay
    step: Code
    with_: Bodies


@TYPES.act()
@dataclass(frozen=True, slots=True)
class DecisionNotified:
    """A decision about an application told to those it concerns; `object_by` is the last day to object."""

    application: ApplicationId
    cycle: CycleId
    decision: Digest
    form: Code
    object_by: MaybeDay
    party: MaybeParty
    received: MaybeAt
    step: MaybeCode
    text: Sealed
