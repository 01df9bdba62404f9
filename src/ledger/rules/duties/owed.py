"""What is owed: one leg of one duty, of one year where it comes every year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from ledger.regulations.model import Duty, Leg, Regulation
from ledger.regulations.value import Value
from ledger.rules.act import Act
from ledger.rules.procedure.decision import Honour

Standing = Literal["open", "discharged", "late", "overdue", "unclear", "lapsed"]
"""`late`: discharged, but after its day. `unclear`: that cannot be told, see `why`. `lapsed`: the award was revoked
before the day came."""

Why = Literal["", "day", "calendar", "ground"]
"""A day is not recorded; the year's calendar is not published; whether the fact is of the kind meant is not clear."""


class Due(NamedTuple):
    """The last day. While its calendar is not published `day` is the likeliest one, between both others."""

    day: str
    earliest: str
    latest: str


@dataclass(frozen=True, slots=True)
class Concern:
    """What a duty is about."""

    cycle: str | None
    parties: tuple[str, ...] = ()
    kind: str | None = None
    application: str | None = None
    honour: Honour | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """`value`: what makes it due, as it reads on the day asked. `opened`: the act that the duty comes from.
    `event`: of a duty before a step or act, what it should have come before."""

    regulation: Regulation
    duty: Duty
    leg: Leg
    value: Value[Any]
    opened: Act
    concern: Concern
    bearers: tuple[str, ...]
    year: int | None
    due: Due | None
    event: Act | None
    discharged: Act | None
    standing: Standing
    why: Why = ""

    @property
    def is_first_leg(self) -> bool:
        """Whether it is for this bearer to bring what the duty asks to be brought."""
        return self.leg == self.duty.legs[0]

    @property
    def mark(self) -> str:
        """What tells it from others that come from the same act."""
        return ":".join([self.duty.id, self.leg.bearer, self.leg.act, str(self.year or "")])
