"""What follows the award: uses, payers, grounds on which it is lost, and duties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ledger.regulations.marks import (
    ActType,
    Article,
    Code,
    Criteria,
    Effects,
    GroundId,
    Item,
    Judged,
    Kinds,
    MonthDay,
    QuestionId,
    RoleId,
    Roles,
    Uses,
)
from ledger.regulations.model.conditions import Adverse
from ledger.regulations.model.procedure import Channels, Need
from ledger.regulations.value import Ask, Source, Strength, Term, Value


@dataclass(frozen=True, slots=True)
class Use:
    """What prize money or the honour may be used for."""

    of: Literal["prize", "honour"]
    article: Article
    item: Item | None = None
    allowed: Value[Uses] | None = None
    forbidden: Value[Uses] | None = None
    share: Value[Literal["mainly", "only"]] | None = None
    year_shown: Value[bool] | None = None
    kinds: Kinds = ()


@dataclass(frozen=True, slots=True)
class Payer:
    """Whose money it is."""

    of: Literal["prize", "work"]
    article: Article
    item: Item | None = None
    by: Value[Roles] | None = None
    elsewhere: Value[Roles] | None = None  # who pays where the text names nobody
    earmarked: Value[bool] | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground on which an honour, or an application, is taken away."""

    id: Code
    name: str
    article: Article
    item: Item | None = None
    kinds: Kinds = ()
    facts: tuple[Adverse, ...] = ()
    any_criterion: Criteria = ()  # criteria whose breach is this ground
    judged: Value[Judged] | None = None
    window: Value[Term] | None = None
    window_from: Value[Literal["conferral", "validity"]] | None = None  # without `window`: from then on
    proposed_by: Value[Roles] | None = None
    investigated_by: Value[Roles] | None = None
    decided_by: Value[Roles] | None = None
    discretion: Value[Literal["must", "may"]] | None = None
    before_award: Value[Literal["withdraw_application"]] | None = None
    effects: Value[Effects] | None = None  # return, recover, credit_record, publish
    channels: Channels | None = None


@dataclass(frozen=True, slots=True)
class Leg:
    """One bearer's part of a duty: whose, what act discharges it, and when it is due."""

    bearer: RoleId
    act: ActType
    route: RoleId | None = None
    due: Value[Term] | None = None
    due_day: Value[MonthDay] | None = None  # of the year after the one reported on


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody owes because something happened. Its strength and source are those of the duty itself."""

    id: Code
    name: str
    article: Article
    opened_by: ActType  # an act type; with `:` an outcome or kind
    item: Item | None = None
    strength: Strength = "must"
    source: Source = "text"
    ask: Ask | None = None
    question: QuestionId | None = None
    kinds: Kinds = ()
    ground: GroundId | None = None  # of adverse facts: only of those that are this ground
    repeat: Value[int] | None = None
    legs: tuple[Leg, ...] = ()
    need: tuple[Need, ...] = ()
    before: Code | None = None  # a step or act type before which it is due
    before_from: Value[bool] | None = (
        None  # where `before` comes from; None: the duty's own article and source
    )
    first_year: Value[Literal["award_year", "next_year"]] | None = None
    roll: Value[bool] | None = None

    @property
    def value(self) -> Value[bool]:
        """The duty itself, as the matrix wants it."""
        return Value(True, self.article, self.item, self.strength, self.source, self.ask, self.question)
