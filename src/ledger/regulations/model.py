"""What a regulation can say: one version of one text as dated data.

Every entry names its article; a value inside takes that article unless it names its own. A missing entry is a rule
that the text does not have. Nothing here is an expression: leaves have structure, rules know what they mean, and no
name of a city, a body or a tier has a meaning in the code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ledger.regulations.value import Ask, Source, Strength, Term, Value

Status = Literal["draft", "in_force", "expired"]
Kind = Literal["organisation", "individual", "project"]
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

Codes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A generic role as this text names it: `office` is 市质委办 here and 秘书处 there."""

    id: str
    name: str
    article: str | None = None
    item: str | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True)
class BodyRule:
    """How a body must be made before it acts."""

    role: str
    article: str
    item: str | None = None
    posts: dict[str, int] = field(default_factory=dict)  # post code → how many of it
    mix: Value[Codes] | None = None  # groups that must be among the members
    constituted_by: Value[Codes] | None = None
    members_approved_by: Value[Codes] | None = None
    announced: Value[bool] | None = None
    incompatible: Value[Codes] | None = None  # roles whose members must not be members here


@dataclass(frozen=True, slots=True)
class CycleRule:
    """How often the award is held."""

    every: Value[int]  # years
    article: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """A tier for a kind of recipient, with its ceiling, what is handed over and what is paid."""

    id: str
    name: str
    kind: Kind
    tier: str
    article: str
    item: str | None = None
    max: Value[int] | None = None
    min: Value[int] | None = None
    items: Value[Codes] | None = None
    prize: Value[str] | None = None  # yuan, a decimal
    first_time_only: Value[bool] | None = None
    once: Value[bool] | None = None
    validity: Value[Term] | None = None
    chosen_by: Literal["list", "applicant"] = "list"
    joint: Value[int] | None = None  # how many persons may apply together


@dataclass(frozen=True, slots=True)
class Bound:
    """A ceiling or floor over a selection that is not a single category's."""

    id: str
    article: str
    item: str | None = None
    over: Codes = ()  # category ids; empty: all
    step: str | None = None  # the list it is counted on; None: lists that decide and approve
    attribute: str | None = None  # only applicants with this attribute count
    partition: str | None = None  # counted separately within each group of this relation or attribute
    max: Value[int] | None = None
    min: Value[int] | None = None
    ratio: Value[str] | None = None  # times the base, a decimal
    base: Value[Codes] | None = None  # categories whose ceilings make the base
    rounding: Value[Literal["floor", "ceil"]] | None = None
    applications: bool = False  # counted over applications of the cycle instead of a list


@dataclass(frozen=True, slots=True)
class Reaward:
    """What differs for those who won before."""

    article: str
    item: str | None = None
    quota_counted: Value[bool] | None = None
    prize: Value[str] | None = None
    prior: Value[Literal["same_tier", "any_tier"]] | None = None
    items: Value[Codes] | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A condition on an attribute of the applicant; `absent` turns it round."""

    attribute: str
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Adverse:
    """Kinds of adverse facts from a level up; `authority`: only those found by one at least so high; `more_than`:
    only where there are more of them than that."""

    kinds: Codes
    min_level: str | None = None
    authority: str | None = None
    handled: bool = False
    more_than: int = 0


@dataclass(frozen=True, slots=True)
class Criterion:
    """A leaf, or a list of leaves of which `any` must hold. Exactly one of span, holds, clean, judged, of is given."""

    id: str
    name: str
    article: str
    item: str | None = None
    strength: Strength = "must"
    source: Source = "text"
    ask: Ask | None = None
    question: str | None = None
    subject: Literal["applicant", "employer", "each_member", "expert", "agency"] = "applicant"
    span: str | None = None  # a fact that must have lasted …
    years: Value[int] | None = None  # … so long at the reference day
    holds: Value[Codes] | None = None  # facts that must hold
    min_grade: Value[str] | None = None
    times: Value[int] | None = None  # so often within the window
    window: Value[int] | None = None  # years back from the reference day; None: at any time
    clean: tuple[Adverse, ...] = ()
    all_of: bool = False  # of `clean`: a breach only if every kind is there (a reading decides and / or)
    judged: Value[str] | None = None  # what people judge, on evidence
    of: tuple[Criterion, ...] = ()
    any: int = 1
    when: When | None = None
    unless: When | None = None
    recheck: Codes = ()  # steps at which it is asked again

    @property
    def value(self) -> Value[bool]:
        """The demand itself, as the matrix wants it."""
        return Value(True, self.article, self.item, self.strength, self.source, self.ask, self.question)


@dataclass(frozen=True, slots=True)
class Bar:
    """Something earlier keeps a party from applying, from a list, or from serving."""

    id: str
    name: str
    article: str
    on: str  # honour:TIER | honour:TIER#2 | honour:any | ground:ID | determination:KIND | sanction
    item: str | None = None
    effect: Literal["apply", "be_listed", "serve"] = "apply"
    tier: str | None = None  # for be_listed
    length: Value[Term] | None = None  # None: for ever, unless until_validity_end
    until_validity_end: Value[bool] | None = None
    start: Value[Literal["conferral", "decision", "revocation", "determination", "next_edition"]] | None = (
        None
    )


@dataclass(frozen=True, slots=True)
class Need:
    """What an act must carry; `outcome`: only when that is its outcome."""

    what: Value[Codes]
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Channels:
    """Classes of media a publication must use."""

    all: Value[Codes] | None = None
    any: Value[Codes] | None = None
    min_level: Value[str] | None = None


@dataclass(frozen=True, slots=True)
class Publicity:
    """A period in which everybody may object."""

    term: Value[Term]
    roll: Value[bool] | None = None  # a last natural day on a rest day moves on
    clean: Value[Literal["no_open", "none_at_all"]] | None = None
    substitution: Value[bool] | None = None
    opened_by: Value[Codes] | None = None
    strike_proposed_by: Value[Codes] | None = None
    strike_decided_by: Value[Codes] | None = None
    investigated_by: Value[Codes] | None = None
    objection_form: Value[Codes] | None = None
    objection_need: Value[Codes] | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """Who scores: experts drawn or appointed."""

    min: Value[int] | None = None
    max: Value[int] | None = None
    leader: Value[bool] | None = None
    method: Value[Literal["drawn", "appointed", "engaged"]] | None = None
    sources: Value[Codes] | None = None
    formed_by: Value[Codes] | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """Component steps and their shares, one such entry a kind of applicant."""

    kind: Kind
    of: dict[str, str]  # step → decimal share
    article: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Scoring:
    """Scores of a step or their composite."""

    scale: Value[str] | None = None  # from 0 to this, a decimal
    stage_scale: Value[Literal["whole", "share"]] | None = None
    weights: tuple[Weights, ...] = ()
    weights_from: Value[Literal["standard"]] | None = None  # the text gives none: the approved standard must
    scorers: Value[Codes] | None = None  # roles whose members score: panel, jury …
    evidence: Value[Codes] | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """The form of a decision taken together."""

    plenary: Value[bool] | None = None
    quorum: Value[str] | None = None
    majority: Value[str] | None = None
    majority_of: Value[Literal["present", "members"]] | None = None
    vote: Value[bool] | None = None
    secret: Value[bool] | None = None
    basis: Value[Codes] | None = None
    inversion_needs_reason: Value[bool] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the procedure. `after` is inherited over steps that are not on a case's way; `requires` is not."""

    id: str
    name: str
    class_: StepClass
    article: str
    item: str | None = None
    per: Per = "application"
    kinds: tuple[Kind, ...] = ()  # empty: all
    by: Value[Codes] | None = None
    proposed_by: Value[Codes] | None = None
    mandate_of: Value[Codes] | None = None
    on_proposal_of: Value[Codes] | None = None
    with_: Value[Codes] | None = None
    asked: Value[Codes] | None = None
    to: Value[Codes] | None = None  # the way of the paper, in order
    after: Codes = ()
    requires: Codes = ()
    admits: str | None = None  # the list that admits: a step
    advice: bool = False
    side_list: str | None = None
    window: Value[Literal["call"]] | None = None
    limit: Value[Literal["call"]] | None = None  # a limit that the call sets for this step
    lead: Value[Term] | None = None
    need: tuple[Need, ...] = ()
    forbid: Value[Codes] | None = None
    sections: Value[Codes] | None = None
    seal: Value[bool] | None = None
    public: Value[bool] | None = None
    days: Value[int] | None = None
    confirm: Value[Codes] | None = None  # who must confirm the report
    size: Value[int] | None = None
    channels: Channels | None = None
    publicity: Publicity | None = None
    panel: Panel | None = None
    scoring: Scoring | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """Standards by which is scored, and who approves the rules made of them."""

    article: str
    item: str | None = None
    names: Value[Codes] | None = None
    edition: Value[Literal["any", "latest"]] | None = None
    rules_approved_by: Value[Codes] | None = None
    drafted_by: Value[Codes] | None = None
    by_kind: Value[bool] | None = None
    by_industry: Value[bool] | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """What prize money or the honour may be used for."""

    of: Literal["prize", "honour"]
    article: str
    item: str | None = None
    allowed: Value[Codes] | None = None
    forbidden: Value[Codes] | None = None
    share: Value[Literal["mainly", "only"]] | None = None
    year_shown: Value[bool] | None = None
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Payer:
    """Whose money it is."""

    of: Literal["prize", "work"]
    article: str
    item: str | None = None
    by: Value[Codes] | None = None
    earmarked: Value[bool] | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground on which an honour, or an application, is taken away."""

    id: str
    name: str
    article: str
    item: str | None = None
    kinds: tuple[Kind, ...] = ()
    facts: tuple[Adverse, ...] = ()
    any_criterion: Codes = ()  # criteria whose breach is this ground
    judged: Value[str] | None = None
    window: Value[Term] | None = None
    window_from: Value[Literal["conferral", "validity"]] | None = None
    proposed_by: Value[Codes] | None = None
    investigated_by: Value[Codes] | None = None
    decided_by: Value[Codes] | None = None
    discretion: Value[Literal["must", "may"]] | None = None
    before_award: Value[Literal["withdraw_application"]] | None = None
    effects: Value[Codes] | None = None  # return, recover, credit_record, publish
    channels: Channels | None = None


@dataclass(frozen=True, slots=True)
class Leg:
    """One bearer's part of a duty: whose, what act discharges it, and when it is due."""

    bearer: str
    act: str
    route: str | None = None
    due: Value[Term] | None = None
    due_day: Value[str] | None = None  # MM-DD of the year after the one reported on


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody owes because something happened."""

    id: str
    name: str
    article: str
    opened_by: str  # an act type; with `:` an outcome or kind
    item: str | None = None
    kinds: tuple[Kind, ...] = ()
    repeat: Value[int] | None = None
    legs: tuple[Leg, ...] = ()
    need: tuple[Need, ...] = ()
    before: str | None = None  # a step or act type before which it is due
    first_year: Value[Literal["award_year", "next_year"]] | None = None
    roll: Value[bool] | None = None


@dataclass(frozen=True, slots=True)
class Conduct:
    """What those who review must not do, and what follows."""

    article: str
    item: str | None = None
    recusal: Value[Codes] | None = None  # roles that withdraw
    self_declared: Value[bool] | None = None
    recusal_decided_by: Value[Codes] | None = None
    forbid: Value[Codes] | None = None
    sanction: Value[Codes] | None = None
    sanction_decided_by: Value[Codes] | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """An ambiguity or silence: its options, and the reading stored until somebody entitled decides otherwise."""

    id: str
    article: str
    text: str
    item: str | None = None
    options: dict[str, str] = field(default_factory=dict)
    stored: str | None = None


@dataclass(frozen=True, slots=True)
class Erratum:
    """A slip of the text that is kept as written and read as evidently meant."""

    article: str
    text: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Declaration:
    """An article that has nothing to encode, and why."""

    article: str
    text: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Transition:
    """Which version rules what outlives a cycle."""

    article: str
    item: str | None = None
    stages: Value[Literal["cycle_opening"]] | None = None
    duties: Value[Literal["conferral", "due_day"]] | None = None
    honour_use: Value[Literal["use_date", "conferral"]] | None = None
    bars: Value[Literal["decision_date", "conduct_date"]] | None = None
    revocation: Value[Literal["decision_date", "conferral"]] | None = None


@dataclass(frozen=True, slots=True)
class Regulation:
    """One version of one text, in one encoding."""

    id: str
    version: str
    revision: int
    title: str
    status: Status
    article: str
    effective: Value[str]
    expiry: Value[str] | None = None
    item: str | None = None
    repeals: str | None = None
    roles: dict[str, Role] = field(default_factory=dict)
    bodies: tuple[BodyRule, ...] = ()
    cycle: CycleRule | None = None
    categories: dict[str, Category] = field(default_factory=dict)
    bounds: tuple[Bound, ...] = ()
    reaward: Reaward | None = None
    criteria: tuple[Criterion, ...] = ()
    bars: tuple[Bar, ...] = ()
    steps: dict[str, Step] = field(default_factory=dict)
    standards: tuple[Standard, ...] = ()
    uses: tuple[Use, ...] = ()
    payers: tuple[Payer, ...] = ()
    grounds: dict[str, Ground] = field(default_factory=dict)
    duties: dict[str, Duty] = field(default_factory=dict)
    conduct: tuple[Conduct, ...] = ()
    questions: dict[str, Question] = field(default_factory=dict)
    errata: tuple[Erratum, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    transition: Transition | None = None

    @property
    def name(self) -> str:
        """`nantong@2023`."""
        return f"{self.id}@{self.version}"

    @property
    def edition(self) -> str:
        """`nantong@2023/1`: with the revision of the encoding."""
        return f"{self.name}/{self.revision}"
