"""Whom a criterion is asked of, and what it is asked with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from ledger.regulations.glossary import called
from ledger.regulations.model import Criterion, Regulation
from ledger.regulations.value import Value
from ledger.rules.act import Act
from ledger.rules.known import Known
from ledger.rules.matrix import Result
from ledger.rules.matter import Matter
from ledger.rules.procedure.registers import reading_on


class Judged(NamedTuple):
    """What people judged of a criterion, and when: it speaks about nothing that was recorded later."""

    judgement: Any
    position: int

    @property
    def reasoned(self) -> bool:
        """Whether evidence and a reason stand with it."""
        return bool(self.judgement.evidence and self.judgement.reason is not None)

    @property
    def met(self) -> bool:
        return bool(self.judgement.outcome == "met")


@dataclass(frozen=True)
class Asked:
    """One subject: what is known of it (`look` is asked when first needed) and against it. Look-backs count from
    `reference`, which is None if the day that the text counts from is not known; what happened after `today` is not
    seen."""

    matter: Matter
    name: str
    reference: str | None
    today: str
    look: Callable[[], Known] = lambda: Known({})
    adverse: tuple[Act, ...] = ()
    judged: Mapping[str, Judged] = field(default_factory=dict)

    @cached_property
    def known(self) -> Known:
        return self.look()

    @property
    def regulation(self) -> Regulation:
        assert self.matter.regulation is not None
        return self.matter.regulation

    def called(self, section: str, code: str) -> str:
        """A code as people here call it."""
        return called(section, code, self.regulation)


class Answer(NamedTuple):
    """`value`: the value that decided where it is not the demand itself, such as a number that the text lacks."""

    result: Result
    said: str = "criterion"
    facts: Mapping[str, Any] = {}  # never written to
    positions: tuple[int, ...] = ()
    value: Value[Any] | None = None
    reasoned: bool = False


HOLDS = Answer("holds")


def as_read(matter: Matter, criterion: Criterion) -> Criterion:
    """The criterion under the reading of its question that was issued by the day of the act: what stands `instead`,
    or itself; either way it then comes from a reading, and is asked of whom and when it was."""
    if criterion.question is None or matter.regulation is None:
        return criterion
    issued = reading_on(matter.state.registers, matter.regulation.name, criterion.question, matter.day)
    if issued is None:
        return criterion
    other = next((each for each in criterion.instead if each.option == issued.data.option), criterion)
    return replace(
        other,
        id=criterion.id,
        kinds=criterion.kinds,
        subject=criterion.subject,
        when=criterion.when,
        unless=criterion.unless,
        recheck=criterion.recheck,
        question=criterion.question,
        source="reading",
        ask=None,
    )


def number(matter: Matter, value: Value[int]) -> Value[int]:
    """A number as it is read; a number that somebody decided comes as text, and as nothing if it is none."""
    read = matter.read(value)
    if not isinstance(read.v, str):
        return read
    return replace(read, v=int(read.v) if read.v.isdecimal() else None)


def decisive(demand: Value[Any], *parts: Value[Any] | None) -> Value[Any]:
    """Which of the values a demand rests on the matrix should look at: one that is not given, else the first that is
    not simply a plain must of the text."""
    given = [part for part in parts if part is not None]
    for part in given:
        if part.v is None:
            return part
    return next((v for v in (demand, *given) if (v.strength, v.source) != ("must", "text")), demand)
