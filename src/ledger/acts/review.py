"""Acts of the review: supervisors, interests, draws, panels, scores, reports, shortlists, visits, presentations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ledger.acts import kinds as k
from ledger.acts.kinds import (
    ApplicationId,
    At,
    Body,
    Bool,
    Code,
    Commitment,
    CycleId,
    Day,
    Decimal,
    Digest,
    Ident,
    PersonId,
)
from ledger.acts.life import Opening
from ledger.acts.registry import TYPES
from ledger.acts.shared import (
    Acts,
    Applications,
    Bodies,
    Codes,
    Components,
    Count,
    Judgements,
    ListItems,
    MaybeAmount,
    MaybeApplication,
    MaybeAt,
    MaybeBody,
    MaybeBool,
    MaybeCode,
    MaybeCount,
    MaybeCycle,
    MaybeDay,
    MaybeIdent,
    MaybeParty,
    MaybePerson,
    MaybeText,
    Parties,
    Persons,
    PointsList,
    Sealed,
    SomeActs,
    SomePersons,
    Weights,
)
from ledger.acts.struct import part

OPENINGS = k.many(part(Opening))


@TYPES.act()
@dataclass(frozen=True, slots=True)
class SupervisorAppointed:
    """Persons, or a body that is invited to send some. `scope`: the steps they watch."""

    body: MaybeBody
    cycle: CycleId
    kind: Annotated[str, k.one_of("appointed", "invited")]
    matter: MaybeIdent
    origin: Code
    persons: Persons
    scope: Codes
    step: MaybeCode


@TYPES.act()
@dataclass(frozen=True, slots=True)
class InterestDeclared:
    """That a person or a unit of a body stands near a party; declared by themself or told by somebody else."""

    application: MaybeApplication
    cycle: MaybeCycle
    detail: Sealed
    interest: Ident
    parties: Parties
    person: MaybePerson
    relation: Code
    since: MaybeDay
    source: Annotated[str, k.one_of("self", "other")]
    unit: MaybeBody
    until: MaybeDay


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ReviewerRecused:
    """Kept away from these applications; empty: from the whole step."""

    applications: Applications
    cycle: CycleId
    decided_by: MaybeBody
    interest: MaybeIdent
    panel: MaybeIdent
    parties: Parties
    person: MaybePerson
    replacement: MaybePerson
    step: MaybeCode
    unit: MaybeBody


@dataclass(frozen=True, slots=True)
class Stratum:
    """A group of the pool, and how many seats and reserves are drawn from it."""

    pool: SomePersons
    reserves: Count
    seats: Count
    stratum: Code


@dataclass(frozen=True, slots=True)
class Exclusion:
    ground: Code
    person: PersonId


@TYPES.act()
@dataclass(frozen=True, slots=True)
class DrawPrepared:
    """Pool and exclusions, fixed before anybody can know what will be drawn."""

    cycle: CycleId
    draw: Ident
    excluded: Annotated[tuple[Exclusion, ...], k.ascending_by(part(Exclusion), "person")]
    method: Annotated[str, k.one_of("computed", "physical")]
    panel: MaybeIdent
    step: Code
    strata: Annotated[tuple[Stratum, ...], k.ascending_by(part(Stratum), "stratum", least=1)]


@TYPES.act()
@dataclass(frozen=True, slots=True)
class DrawCommitted:
    """One officer's half of the seed; the supervisor can open it if the officer does not."""

    cycle: CycleId
    draw: Ident
    seed: Commitment
    step: Code


@dataclass(frozen=True, slots=True)
class Drawn:
    """Who was drawn, in the order of drawing: seats first, then reserves."""

    order: Annotated[tuple[str, ...], k.many(k.PERSON, most=1000)]
    stratum: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class DrawHeld:
    cycle: CycleId
    device: MaybeText
    draw: Ident
    drawn: Annotated[tuple[Drawn, ...], k.ascending_by(part(Drawn), "stratum", least=1)]
    method: Annotated[str, k.one_of("computed", "physical")]
    minutes: Sealed
    openings: Annotated[tuple[Opening, ...], OPENINGS]
    step: Code
    supervisor: MaybePerson


@TYPES.act()
@dataclass(frozen=True, slots=True)
class DrawAbandoned:
    cycle: CycleId
    draw: Ident
    ground: Code
    reason: Commitment
    step: Code


@dataclass(frozen=True, slots=True)
class Seat:
    """A member of a panel; `source` is the pool they come from, `origin` their walk of life."""

    origin: MaybeCode
    person: PersonId
    role: Annotated[str, k.one_of("leader", "member", "reserve")]
    source: MaybeCode


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PanelFormed:
    """`applications`: the files of this panel; empty: all of the step. `engagement`: the agency that formed it."""

    applications: Applications
    cycle: CycleId
    draw: MaybeIdent
    engagement: MaybeIdent
    members: Annotated[tuple[Seat, ...], k.ascending_by(part(Seat), "person", least=1, most=200)]
    method: Annotated[str, k.one_of("drawn", "appointed", "engaged")]
    panel: Ident
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PanelMemberReplaced:
    """One leaves, one joins, or another leads; what does not happen is nil."""

    cycle: CycleId
    draw: MaybeIdent
    ground: Code
    joins: MaybePerson
    leader: MaybePerson
    leaves: MaybePerson
    panel: Ident
    source: MaybeCode
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class StageWindowSet:
    """From when to when the sheets of a step are taken; set again, the new window holds."""

    closes: MaybeAt
    cycle: CycleId
    opens: At
    panel: MaybeIdent
    reason: Sealed
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ScoreSheetSealed:
    """A sheet that nobody reads before it is opened; a committed `SheetContent`."""

    application: ApplicationId
    cycle: CycleId
    panel: MaybeIdent
    reason: Sealed
    scorer: MaybePerson
    sheet: Commitment
    standard: MaybeIdent
    step: Code
    unit: MaybeBody


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ScoreSheetReplaced:
    """Before opening a sheet may give way to another of the same scorer; both are kept."""

    application: ApplicationId
    cycle: CycleId
    panel: MaybeIdent
    reason: Sealed
    replaces: Digest
    scorer: MaybePerson
    sheet: Commitment
    standard: MaybeIdent
    step: Code
    unit: MaybeBody


@dataclass(frozen=True, slots=True)
class SheetContent:
    """What a sealed sheet holds: the value that its opening discloses."""

    items: PointsList
    points: Decimal


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ScoreRecorded:
    """A sheet in the open, as a person gave it or as a paper says."""

    application: ApplicationId
    cycle: CycleId
    items: PointsList
    judged: Judgements
    panel: MaybeIdent
    points: Decimal
    reason: Sealed
    scorer: MaybePerson
    standard: MaybeIdent
    step: Code
    unit: MaybeBody


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ScoresOpened:
    """The sheets of one application and step; `missing`: sheets that could not be opened."""

    application: ApplicationId
    cycle: CycleId
    missing: Acts
    openings: Annotated[tuple[Opening, ...], OPENINGS]
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ScoreChanged:
    """After opening, with the panel's assent; `sheet` is the act that the change is about."""

    application: ApplicationId
    assent: Persons
    cycle: CycleId
    dissent: Persons
    items: PointsList
    points: Decimal
    reason: Commitment
    scorer: MaybePerson
    sheet: Digest
    step: Code
    unit: MaybeBody


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ScoresSetAside:
    applications: Applications
    cycle: CycleId
    ground: Code
    person: MaybePerson
    reason: Sealed
    sheets: SomeActs
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ConsensusScoreRecorded:
    application: ApplicationId
    assent: Persons
    cycle: CycleId
    dissent: Persons
    items: PointsList
    judged: Judgements
    panel: Ident
    points: Decimal
    reason: Sealed
    standard: MaybeIdent
    step: Code


@dataclass(frozen=True, slots=True)
class ReportRow:
    application: ApplicationId
    components: Components
    rank: MaybeCount
    sum: MaybeAmount


@TYPES.act()
@dataclass(frozen=True, slots=True)
class StageReportIssued:
    """`weights` as the report used them, `limit` the last day for its delivery."""

    contents: Codes
    cycle: CycleId
    delivered_on: MaybeDay
    delivered_to: MaybeBody
    file: Sealed
    leader: MaybePerson
    limit: MaybeDay
    organised_by: MaybeBody
    panel: MaybeIdent
    report: Ident
    rows: Annotated[tuple[ReportRow, ...], k.ascending_by(part(ReportRow), "application")]
    standard: MaybeIdent
    step: Code
    supersedes: MaybeIdent
    weights: Weights


@TYPES.act()
@dataclass(frozen=True, slots=True)
class StageReportConfirmed:
    """What the one who was visited says to the report."""

    application: ApplicationId
    cycle: CycleId
    outcome: Annotated[str, k.one_of("confirmed", "refused")]
    reason: Sealed
    report: Ident
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ShortlistProposed:
    """`to_step`: the step for which these are proposed."""

    annexes: Codes
    cycle: CycleId
    items: ListItems
    list_: Ident
    panel: MaybeIdent
    reason: Sealed
    report: MaybeIdent
    step: Code
    to_step: MaybeCode


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ShortlistApproved:
    """`base` and `ratio`: what the number of names was reckoned from."""

    base: MaybeAmount
    cycle: CycleId
    items: ListItems
    list_: Ident
    proposal: MaybeIdent
    proposed_by: MaybeBody
    ratio: MaybeAmount
    reason: Sealed
    step: Code
    to_step: MaybeCode


@TYPES.act()
@dataclass(frozen=True, slots=True)
class SiteReviewHeld:
    application: ApplicationId
    attending: Persons
    cycle: CycleId
    days: Annotated[int, k.span(1, 60)]
    from_: Day
    methods: Codes
    panel: Ident
    reason: Sealed
    step: Code
    supervisors: Persons


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PresentationHeld:
    """`jury` and `units`: the persons and member units that heard it; `duration` and `time_limit` in minutes."""

    announced: Bool
    application: ApplicationId
    cycle: CycleId
    duration: Count
    jury: Persons
    organised_by: Body
    panel: MaybeIdent
    public: Bool
    questions: Bool
    step: Code
    time_limit: MaybeCount
    topics: Codes
    units: Bodies


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PublicSatisfactionMeasured:
    application: ApplicationId
    cycle: CycleId
    file: Sealed
    from_: Day
    method: Code
    points: Decimal
    sample: Count
    step: Code
    to: Day


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ConductFeedbackFiled:
    """What one of those who met on a visit says of another; `role` is the role of who says it."""

    about: Annotated[str, k.one_of("panel", "applicant", "supervisor", "office", "agency")]
    application: MaybeApplication
    clean: MaybeBool
    content: Commitment
    cycle: CycleId
    feedback: Ident
    panel: MaybeIdent
    party: MaybeParty
    persons: Persons
    role: Annotated[str, k.one_of("panel", "applicant", "supervisor", "office", "agency")]
    step: MaybeCode


@TYPES.act()
@dataclass(frozen=True, slots=True)
class StageRedone:
    """A step is done once more for these applications; what it gave before no longer counts."""

    acts: Acts
    applications: Applications
    cycle: CycleId
    ground: Code
    reason: Commitment
    step: Code
