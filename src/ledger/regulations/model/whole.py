"""The whole of one version of one text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ledger.regulations.marks import Article, Code, Day, Item, Version
from ledger.regulations.model.after import Duty, Ground, Payer, Use
from ledger.regulations.model.award import Bar, Bound, Category, CycleRule, Reaward
from ledger.regulations.model.conditions import Criterion
from ledger.regulations.model.document import (
    Conventions,
    Declaration,
    Erratum,
    Question,
    Scale,
    Transition,
)
from ledger.regulations.model.people import Applicants, BodyRule, Conduct, Power, Role
from ledger.regulations.model.procedure import Standard, Step
from ledger.regulations.value import Value

Status = Literal["draft", "in_force", "expired"]


@dataclass(frozen=True, slots=True)
class Regulation:
    """One version of one text, in one encoding."""

    id: Code
    version: Version
    revision: int
    title: str
    status: Status
    article: Article
    effective: Value[Day]
    articles: int  # how many the text has
    expiry: Value[Day] | None = None
    item: Item | None = None
    repeals: str | None = None
    names: dict[str, dict[str, str]] = field(
        default_factory=dict
    )  # section → code → name, beside the glossary's
    scales: dict[str, Scale] = field(default_factory=dict)
    conventions: Conventions | None = None
    roles: dict[str, Role] = field(default_factory=dict)
    bodies: tuple[BodyRule, ...] = ()
    powers: tuple[Power, ...] = ()
    applicants: Applicants | None = None
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

    def at_least(self, level: str, floor: str) -> bool | None:
        """Whether a level is `floor` or higher (or worse); None where no scale of the text holds both."""
        for scale in self.scales.values():
            if level in scale.order and floor in scale.order:
                return scale.order.index(level) >= scale.order.index(floor)
        return None
