"""Acts of decision: meetings and votes, lists of awards, what is struck, approved, conferred, published, changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ledger.acts import kinds as k
from ledger.acts.kinds import (
    ApplicationId,
    AwardId,
    Body,
    Bool,
    Code,
    Commitment,
    CycleId,
    Day,
    Decimal,
    Digest,
    Ident,
)
from ledger.acts.registry import TYPES
from ledger.acts.shared import (
    About,
    Applications,
    AwardItems,
    Awards,
    Bodies,
    Channels,
    Cites,
    Codes,
    Count,
    Idents,
    MaybeAmount,
    MaybeApplication,
    MaybeBody,
    MaybeCode,
    MaybeCycle,
    MaybeDay,
    MaybeDigest,
    MaybeIdent,
    MaybePerson,
    Persons,
    Sealed,
    SomeParties,
)
from ledger.acts.struct import part


@dataclass(frozen=True, slots=True)
class Motion:
    """One thing voted on. `basis`: what the body weighed; of a secret vote only the totals are known."""

    abstain: Count
    against: Count
    application: MaybeApplication
    basis: Codes
    category: MaybeCode
    for_: Count
    outcome: Annotated[str, k.one_of("carried", "rejected", "postponed")]
    reason: Sealed
    recused: Persons
    secret: Bool
    subject: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class MeetingHeld:
    """`present` of `total` members; `persons` are those known to have been there, `units` the member units."""

    body: Body
    chaired_by: MaybePerson
    cycle: MaybeCycle
    form: Annotated[str, k.one_of("meeting", "circulation")]
    kind: Annotated[str, k.one_of("plenary", "ordinary", "enlarged")]
    meeting: Ident
    minutes: Sealed
    motions: Annotated[tuple[Motion, ...], k.many(part(Motion), most=500)]
    persons: Persons
    present: Count
    recused: Persons
    reports: Idents
    step: MaybeCode
    total: Count
    units: Bodies


@TYPES.act()
@dataclass(frozen=True, slots=True)
class MatterClassified:
    """Whether a matter is a major one, which binds others to it."""

    cycle: MaybeCycle
    importance: Annotated[str, k.one_of("major", "ordinary")]
    matter: Ident
    reason: Sealed
    topic: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class AwardListProposed:
    """`reason` holds for the list as a whole, an item's own for that name (say, taken before a higher score)."""

    annexes: Codes
    cycle: CycleId
    items: AwardItems
    list_: Ident
    meeting: MaybeIdent
    reason: Sealed
    report: MaybeIdent
    sections: Codes
    step: Code
    submitted_to: MaybeBody


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ApplicationStruck:
    application: ApplicationId
    cycle: CycleId
    ground: Code
    list_: MaybeIdent
    objections: Idents
    proposed_by: MaybeBody
    reason: Commitment
    step: Code
    substitute: MaybeApplication


@dataclass(frozen=True, slots=True)
class Prize:
    amount: Decimal
    category: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class AwardsApproved:
    """`prizes`: amounts that the decision fixes because the text does not."""

    cycle: CycleId
    items: AwardItems
    list_: Ident
    prizes: Annotated[tuple[Prize, ...], k.ascending_by(part(Prize), "category")]
    proposal: MaybeIdent
    proposed_by: MaybeBody
    reason: Sealed
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ApprovalDeclined:
    """What was laid before somebody and not approved: some names, or (empty) all of it."""

    applications: Applications
    cycle: CycleId
    outcome: Annotated[str, k.one_of("declined", "returned")]
    proposal: MaybeIdent
    reason: Commitment
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class AwardConferred:
    """`items` are what was handed over and can come back; `contents` what else was done, such as a commendation."""

    amount: MaybeAmount
    application: ApplicationId
    award: AwardId
    category: Code
    conferred_on: Day
    contents: Codes
    cycle: CycleId
    first_time: Bool
    in_name_of: MaybeBody
    items: Codes
    list_: MaybeIdent
    parties: SomeParties
    quota_counted: Bool
    reaward: Bool
    step: Code
    valid_to: MaybeDay


@TYPES.act()
@dataclass(frozen=True, slots=True)
class DecisionPublished:
    """`decision` is the act that is made public."""

    applications: Applications
    awards: Awards
    channels: Channels
    contents: Codes
    cycle: MaybeCycle
    decision: MaybeDigest
    kind: Code
    notice: Sealed
    step: MaybeCode


@TYPES.act()
@dataclass(frozen=True, slots=True)
class TieDecided:
    """Applications that stood equal, in the order they now have."""

    cycle: CycleId
    method: Code
    order: Annotated[tuple[str, ...], k.many(k.APPLICATION, least=2, most=100)]
    reason: Sealed
    report: MaybeIdent
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class DecisionChanged:
    """The body changed its mind: an earlier decision is withdrawn, or another act stands in its place."""

    about: About
    cites: Cites
    decision: Digest
    instead: MaybeDigest
    kind: Annotated[str, k.one_of("withdrawn", "replaced")]
    reason: Commitment
    valid_from: MaybeDay
