"""What can be won: rhythm, categories and their ceilings, what differs the second time, and what keeps one away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ledger.regulations.marks import (
    Article,
    Attribute,
    Categories,
    Code,
    Decimal,
    Item,
    Items,
    Kind,
    Relations,
    StepId,
    TierId,
    Tiers,
)
from ledger.regulations.value import Term, Value


@dataclass(frozen=True, slots=True)
class CycleRule:
    """How often the award is held, and whether places may stay empty."""

    every: Value[int]  # years
    article: Article
    item: Item | None = None
    vacancy: Value[bool] | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """A tier for a kind of recipient, with its ceiling, what is handed over and what is paid."""

    id: Code
    name: str
    kind: Kind
    tier: Code
    article: Article
    item: Item | None = None
    max: Value[int] | None = None
    min: Value[int] | None = None
    items: Value[Items] | None = None
    prize: Value[Decimal] | None = None  # yuan
    first_time_only: Value[bool] | None = None
    once: Value[bool] | None = None
    validity: Value[Term] | None = None
    chosen_by: Literal["list", "applicant"] = "list"
    joint: Value[int] | None = None  # how many persons may apply together


@dataclass(frozen=True, slots=True)
class Bound:
    """A ceiling or floor over a selection that is not a single category's."""

    id: Code
    name: str
    article: Article
    item: Item | None = None
    over: Categories = ()  # empty: all
    step: StepId | None = None  # the list it is counted on; None: lists that decide and approve
    attribute: Attribute | None = None  # only applicants with this attribute count
    partition: Attribute | None = None  # counted separately within each group of this relation or attribute
    relations: Relations = ()  # codes of the relation by which the groups of `partition` hang together
    siblings: Value[bool] | None = None  # whether two that are related only through a third are one group
    max: Value[int] | None = None
    min: Value[int] | None = None
    ratio: Value[Decimal] | None = None  # times the base
    base: Value[Categories] | None = None  # categories whose ceilings make the base
    rounding: Value[Literal["floor", "ceil"]] | None = None
    applications: bool = False  # counted over applications of the cycle instead of a list


@dataclass(frozen=True, slots=True)
class Reaward:
    """What differs for those who won before."""

    article: Article
    item: Item | None = None
    tiers: Value[Tiers] | None = None  # tiers in which winning again is a re-award; None: all
    prior: Value[Literal["same_tier", "any_tier"]] | None = None  # which earlier honour makes it one
    quota_counted: Value[bool] | None = None
    prize: Value[Decimal] | None = None
    first_higher: Value[Literal["full", "difference", "none"]] | None = (
        None  # first win above an earlier tier
    )
    items: Value[Items] | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """Something earlier keeps a party from applying, from a list, or from serving."""

    id: Code
    name: str
    article: Article
    on: str  # honour:TIER | honour:TIER#2 | honour:any | ground:ID | determination:GROUND | sanction
    item: Item | None = None
    effect: Literal["apply", "be_listed", "serve"] = "apply"
    tier: TierId | None = None  # for be_listed
    length: Value[Term] | None = None  # None: for ever, unless one of the two `until`
    until_validity_end: Value[bool] | None = None
    until_decision: Value[bool] | None = None  # until a recorded decision ends it
    start: Value[Literal["conferral", "decision", "revocation", "determination", "next_edition"]] | None = (
        None
    )
    revoked_count: Value[bool] | None = None  # whether a revoked honour still counts among honour:TIER#2
