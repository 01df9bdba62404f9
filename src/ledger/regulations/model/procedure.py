"""The steps of the procedure and what each demands, and the standards by which is scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ledger.regulations.marks import (
    Article,
    Bases,
    Categories,
    Code,
    Decimal,
    Item,
    Kind,
    Kinds,
    Level,
    Media,
    Needs,
    Outcome,
    Roles,
    Sources,
    StepId,
    Steps,
)
from ledger.regulations.value import Term, Value

Per = Literal["application", "list", "cycle", "award"]
StepClass = Literal[
    "plan",
    "clearance",
    "call",
    "internal_publicity",
    "apply",
    "verify",
    "local_review",
    "opinion",
    "consent",
    "recommend",
    "eligibility",
    "publicity",
    "engage",
    "supervise",
    "material",
    "shortlist",
    "onsite",
    "presentation",
    "satisfaction",
    "composite",
    "nominate",
    "decide",
    "approve",
    "announce",
    "confer",
    "review",
]


@dataclass(frozen=True, slots=True)
class Need:
    """What an act must carry; `outcome`: only when that is its outcome."""

    what: Value[Needs]
    outcome: Outcome | None = None
    first_time: bool = False  # only of those who won for the first time


@dataclass(frozen=True, slots=True)
class Channels:
    """Classes of media a publication must use."""

    all: Value[Media] | None = None
    any: Value[Media] | None = None
    min_level: Value[Level] | None = None


@dataclass(frozen=True, slots=True)
class Publicity:
    """A period in which everybody may object."""

    term: Value[Term]
    roll: Value[bool] | None = None  # a last natural day on a rest day moves on
    clean: Value[Literal["no_open", "none_at_all"]] | None = None
    substitution: Value[bool] | None = None
    opened_by: Value[Roles] | None = None  # None: who does the step
    strike_proposed_by: Value[Roles] | None = None
    strike_decided_by: Value[Roles] | None = None
    investigated_by: Value[Roles] | None = None
    objection_form: Value[Needs] | None = None
    objection_need: Value[Needs] | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """Who scores: experts drawn or appointed."""

    min: Value[int] | None = None
    max: Value[int] | None = None
    leader: Value[bool] | None = None
    method: Value[Literal["drawn", "appointed", "engaged"]] | None = None
    sources: Value[Sources] | None = None
    formed_by: Value[Roles] | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """Component steps and their shares, one such entry a kind of applicant."""

    kind: Kind
    of: dict[StepId, Decimal]  # step → share
    article: Article | None = None
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Scoring:
    """Scores of a step or their composite."""

    scale: Value[Decimal] | None = None  # from 0 to this
    stage_scale: Value[Literal["whole", "share"]] | None = None
    weights: tuple[Weights, ...] = ()
    weights_from: Value[Literal["standard"]] | None = None  # the text gives none: the approved standard must
    scorers: Value[Roles] | None = None  # roles whose members score: panel, jury …
    evidence: Value[Needs] | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """The form of a decision taken together."""

    plenary: Value[bool] | None = None
    quorum: Value[Decimal] | None = None
    majority: Value[Decimal] | None = None
    majority_of: Value[Literal["present", "members"]] | None = None
    vote: Value[bool] | None = None
    secret: Value[bool] | None = None
    basis: Value[Bases] | None = None
    inversion_needs_reason: Value[bool] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the procedure. `after` is inherited over steps that are not on a case's way; `requires` is not."""

    id: Code
    name: str
    class_: StepClass
    article: Article
    item: Item | None = None
    per: Per = "application"
    kinds: Kinds = ()  # empty: all
    by: Value[Roles] | None = None
    proposed_by: Value[Roles] | None = None
    mandate_of: Value[Roles] | None = None
    on_proposal_of: Value[Roles] | None = None
    with_: Value[Roles] | None = None
    asked: Value[Roles] | None = None
    appoints: Value[Roles] | None = None  # the role whose bearers this step names
    to: Value[Roles] | None = None  # the way of the paper, in order
    after: Steps = ()
    requires: Steps = ()
    order: Value[bool] | None = (
        None  # the article that fixes the order; None: that of the step that is missing
    )
    expects: Value[Steps] | None = (
        None  # steps that should be there before; its own strength and source decide
    )
    satisfied_by: Value[Steps] | None = None  # other steps that count as this one
    admits: StepId | None = None  # the list that admits
    advice: bool = False
    side_list: Code | None = None
    window: Value[Literal["call"]] | None = None
    limit: Value[Literal["call"]] | None = None  # a limit that the call sets for this step
    lead: Value[Term] | None = None
    need: tuple[Need, ...] = ()
    forbid: Value[Needs] | None = None
    sections: Value[Categories] | None = None
    seal: Value[bool] | None = None
    public: Value[bool] | None = None
    days: Value[int] | None = None
    confirm: Value[Roles] | None = None  # who must confirm the report
    size: Value[int] | None = None
    channels: Channels | None = None
    publicity: Publicity | None = None
    panel: Panel | None = None
    scoring: Scoring | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """Standards by which is scored, and who approves the rules made of them."""

    article: Article
    item: Item | None = None
    names: Value[tuple[str, ...]] | None = None
    edition: Value[Literal["any", "latest"]] | None = None
    rules_approved_by: Value[Roles] | None = None
    drafted_by: Value[Roles] | None = None
    by_kind: Value[bool] | None = None
    by_industry: Value[bool] | None = None
