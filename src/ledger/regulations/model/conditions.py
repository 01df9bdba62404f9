"""What an applicant, an employer, an expert or an agency must be like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ledger.regulations.marks import (
    AdverseKinds,
    Article,
    Attribute,
    Code,
    Criteria,
    Fact,
    Facts,
    Item,
    Judged,
    Kinds,
    Level,
    QuestionId,
    Steps,
)
from ledger.regulations.value import Ask, Source, Strength, Value


@dataclass(frozen=True, slots=True)
class When:
    """A condition on an attribute of the applicant; `absent` turns it round."""

    attribute: Attribute
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Adverse:
    """Kinds of adverse facts from a level up; `authority`: only those found by one at least so high; `more_than`:
    only where there are more of them than that."""

    kinds: AdverseKinds
    min_level: Level | None = None
    authority: Level | None = None
    handled: bool = False
    more_than: int = 0
    holders: Kinds = ()  # kinds of holders or applicants that it concerns; empty: all


@dataclass(frozen=True, slots=True)
class Criterion:
    """A leaf, or a list of leaves of which `any` must hold. Exactly one of span, holds, clean, judged, of and as_in
    is given. Its strength and source are those of the demand itself; values inside have their own.
    """

    id: Code
    name: str
    article: Article
    item: Item | None = None
    kinds: Kinds = ()  # kinds of applicants it is asked of; empty: all
    strength: Strength = "must"
    source: Source = "text"
    ask: Ask | None = None
    question: QuestionId | None = None
    subject: Literal["applicant", "employer", "each_member", "expert", "agency"] = "applicant"
    span: Fact | None = None  # a fact that must have lasted …
    years: Value[int] | None = None  # … so long; of `clean`: the look-back; of `judged`: years of figures
    holds: Value[Facts] | None = None  # facts that must all hold; with `times`: counted together
    min_grade: Value[Level] | None = None
    times: Value[int] | None = None  # so often within the window, over all of `holds`
    window: Value[int] | None = None  # years back from the reference day; None: at any time
    clean: tuple[Adverse, ...] = ()  # none of these; without `years`: whenever it was
    all_of: bool = False  # of `clean`: a breach only if every kind is there (a reading decides and / or)
    partly: Value[bool] | None = (
        None  # of `all_of`: whether some of the kinds alone pass; mostly for people to judge
    )
    judged: Value[Judged] | None = None  # what people judge, on evidence
    of: tuple[Criterion, ...] = ()
    any: int = 1
    as_in: Criteria = ()  # the same criteria, asked of this subject; `years` replaces their look-back
    when: When | None = None
    unless: When | None = None
    recheck: Steps = ()  # steps at which it is asked again
    option: Code | None = None  # only inside `instead`: the option of `question` under which this stands
    instead: tuple[Criterion, ...] = ()  # what stands in its place under other options of `question`

    @property
    def value(self) -> Value[bool]:
        """The demand itself, as the matrix wants it."""
        return Value(True, self.article, self.item, self.strength, self.source, self.ask, self.question)
