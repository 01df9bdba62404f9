"""Acts of scoring: the window of a step, sheets sealed and open, what becomes of them, reports and shortlists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ledger.acts import kinds as k
from ledger.acts.kinds import (
    ApplicationId,
    At,
    Code,
    Commitment,
    CycleId,
    Decimal,
    Digest,
    Ident,
)
from ledger.acts.life import Opening
from ledger.acts.registry import TYPES
from ledger.acts.shared import (
    Acts,
    Applications,
    Codes,
    Components,
    Judgements,
    ListItems,
    MaybeAmount,
    MaybeAt,
    MaybeBody,
    MaybeCode,
    MaybeCount,
    MaybeDay,
    MaybeIdent,
    MaybePerson,
    Persons,
    PointsList,
    Sealed,
    SomeActs,
    Weights,
)
from ledger.acts.struct import part


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
    openings: Annotated[tuple[Opening, ...], k.many(part(Opening))]
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
