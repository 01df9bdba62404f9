"""What belongs to the text as a document: its questions, slips and silences, its conventions and transitions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ledger.regulations.marks import Article, Code, Item, Roles
from ledger.regulations.value import Value


@dataclass(frozen=True, slots=True)
class Question:
    """An ambiguity or silence: its options, and the reading stored until somebody entitled decides otherwise."""

    id: Code
    article: Article
    text: str
    item: Item | None = None
    options: dict[Code, str] = field(default_factory=dict)
    stored: Code | None = None


@dataclass(frozen=True, slots=True)
class Erratum:
    """A slip of the text that is kept as written and read as evidently meant."""

    article: Article
    text: str
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Declaration:
    """An article that has nothing to encode, and why."""

    article: Article
    text: str
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """Levels, grades or authorities in order, the lowest (or mildest) first."""

    id: Code
    name: str
    order: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Conventions:
    """What every rule counts by and hardly any text says."""

    article: Article
    item: Item | None = None
    reference_day: Value[Literal["submission", "call_published", "eligibility"]] | None = (
        None  # of look-backs
    )
    award_day: Value[Literal["approval", "announcement", "ceremony"]] | None = None  # when it is conferred
    interpreted_by: Value[Roles] | None = None


@dataclass(frozen=True, slots=True)
class Transition:
    """Which version rules what outlives a cycle."""

    article: Article
    item: Item | None = None
    stages: Value[Literal["cycle_opening"]] | None = None
    duties: Value[Literal["conferral", "due_day"]] | None = None
    honour_use: Value[Literal["use_date", "conferral"]] | None = None
    bars: Value[Literal["decision_date", "conduct_date"]] | None = None
    revocation: Value[Literal["decision_date", "conferral"]] | None = None
