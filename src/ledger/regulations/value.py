"""A value of a regulation is never bare: it knows its article, how strong the text is, and where it comes from.

The verdict on an act is computed from these (`ledger.rules.matrix`), never chosen by a rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Generic, Literal, TypeVar, get_args

T = TypeVar("T")

Strength = Literal["must", "principle", "may", "encourage"]
"""The text demands it; says "in principle" or "generally"; allows it; encourages it."""

Source = Literal["text", "note", "presumed", "reading", "default", "unknown", "silent"]
"""Written in the text; told by a note in it; presumed unchanged; a stored reading of an ambiguity; the ledger's own
default; once written and now lost; not said at all."""

Ask = Literal["ask", "human", "note"]
"""What a silent text leads to: a recorded decision must supply the value; people judge and give reasons; nothing."""

STRENGTHS: Final[tuple[Strength, ...]] = get_args(Strength)
SOURCES: Final[tuple[Source, ...]] = get_args(Source)
ASKS: Final[tuple[Ask, ...]] = get_args(Ask)


@dataclass(frozen=True, slots=True)
class Value(Generic[T]):
    """`v` is None exactly when the text does not give it (silent, unknown). `question`: the ambiguity that the value
    answers; `others`: what the value is under the question's other options, by option."""

    v: T | None
    article: str
    item: str | None = None
    strength: Strength = "must"
    source: Source = "text"
    ask: Ask | None = None
    question: str | None = None
    others: tuple[tuple[str, T], ...] = ()

    @property
    def given(self) -> T:
        """The value, where the caller has made sure that there is one."""
        assert self.v is not None
        return self.v

    def under(self, option: str) -> Value[T]:
        """The value once its question is decided for `option`; itself where the option changes nothing here."""
        for name, v in self.others:
            if name == option:
                return replace(self, v=v, source="reading", ask=None)
        return self


Unit = Literal["working_days", "natural_days", "months", "years", "editions"]
UNITS: Final[dict[str, Unit]] = {
    "wd": "working_days",
    "nd": "natural_days",
    "mo": "months",
    "y": "years",
    "ed": "editions",
}
_TERM: Final = re.compile(r"([1-9][0-9]{0,3})(wd|nd|mo|y|ed)\Z")


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time in its own unit. Units are never mixed and never turned into one another."""

    n: int
    unit: Unit

    @classmethod
    def parse(cls, text: str) -> Term:
        """`5wd`, `10nd`, `3mo`, `5y`, `2ed`; ValueError otherwise."""
        found = _TERM.match(text)
        if found is None:
            raise ValueError("not a term")
        return cls(int(found[1]), UNITS[found[2]])

    def __str__(self) -> str:
        return f"{self.n} {_UNIT_NAMES[self.unit]}"


_UNIT_NAMES: Final[dict[Unit, str]] = {
    "working_days": "个工作日",
    "natural_days": "日",
    "months": "个月",
    "years": "年",
    "editions": "届",
}
