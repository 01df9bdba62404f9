"""Acts of the review: supervisors, interests, draws, panels, visits, presentations, feedback; a step done again."""

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
    Decimal,
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
    Count,
    MaybeApplication,
    MaybeBody,
    MaybeBool,
    MaybeCode,
    MaybeCount,
    MaybeCycle,
    MaybeDay,
    MaybeIdent,
    MaybeName,
    MaybeParty,
    MaybePerson,
    Parties,
    Persons,
    Sealed,
    SomePersons,
)
from ledger.acts.struct import part


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
    device: MaybeName
    draw: Ident
    drawn: Annotated[tuple[Drawn, ...], k.ascending_by(part(Drawn), "stratum", least=1)]
    method: Annotated[str, k.one_of("computed", "physical")]
    minutes: Sealed
    openings: Annotated[tuple[Opening, ...], k.many(part(Opening))]
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

    application: MaybeApplication
    clean: MaybeBool
    concerning: Annotated[str, k.one_of("panel", "applicant", "supervisor", "office", "agency")]
    content: Commitment
    cycle: MaybeCycle
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
