"""What the desk answers: accepted with a receipt, or refused with reasons (contract: submit)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, Literal

from ledger.acts.moments import instant_text
from ledger.errors import LedgerError
from ledger.rules.life.fault import Fault

Class = Literal["not_yet", "not_allowed", "interest", "acknowledge", "invalid"]

# Refusals that only say that something else must come first; every other judged code is "not allowed".
_NOT_YET: Final = frozenset({"key_not_confirmed", "founding_wrong", "dangling_reference"})
# Form: the client made a wrong act. Not recorded (format §4), only logged.
_INVALID: Final = frozenset(
    {
        "not_canonical", "not_an_act", "too_long", "unknown_record", "unknown_type", "type_waiting",
        "wrong_ledger", "key_not_enrolled", "key_of_another", "bad_signature", "cases_wrong", "batch_misfit",
        "batch_broken", "opening_misfit", "text_not_clean", "wrong_document",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BreachFound:
    """One reason for a refusal."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)
    positions: tuple[int, ...] = ()

    @classmethod
    def of(cls, fault: Fault) -> BreachFound:
        """The breach that a fault of judgement is, at the desk."""
        facts = {name: _short(value) for name, value in sorted(fault.facts.items())}
        return cls(fault.code, facts)

    @property
    def class_(self) -> Class:
        if self.code in _INVALID:
            return "invalid"
        return "not_yet" if self.code in _NOT_YET else "not_allowed"

    def json(self) -> dict[str, Any]:
        """Contract's BREACH; what a life act's refusal has not is null."""
        shown = LedgerError(self.code, **self.facts)
        return {
            "code": self.code,
            "rule": None,
            "regulation": None,
            "article": None,
            "item": None,
            "source": None,
            "strength": None,
            "facts": self.facts,
            "positions": list(self.positions),
            "accepts": shown.hint,
            "message": shown.message,
        }


def class_of(breaches: list[BreachFound]) -> Class:
    """The class of a refusal: form first, then what is not allowed, then what only comes too early."""
    classes = {breach.class_ for breach in breaches}
    return next(c for c in ("invalid", "not_allowed", "not_yet") if c in classes)


def _short(value: object) -> str:
    text = value if isinstance(value, str) else repr(value) if isinstance(value, list) else str(value)
    return text if len(text) <= 200 else text[:199] + "…"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The act stands at `position`; the receipt proves it."""

    act: bytes
    position: int
    recorded_at: int
    size: int
    root: bytes
    receipt: str
    remarks: tuple[dict[str, Any], ...] = ()

    accepted: ClassVar[bool] = True

    def json(self) -> dict[str, Any]:
        return {
            "outcome": "accepted",
            "act": self.act.hex(),
            "position": self.position,
            "recorded_at": instant_text(self.recorded_at),
            "root": self.root.hex(),
            "size": self.size,
            "receipt": self.receipt,
            "remarks": list(self.remarks),
        }


@dataclass(frozen=True, slots=True)
class Refused:
    """The act was refused; `recorded_as` is the position of the refusal, None if it was only logged."""

    act: bytes
    breaches: tuple[BreachFound, ...]
    recorded_as: int | None = None

    accepted: ClassVar[bool] = False

    def json(self) -> dict[str, Any]:
        return {
            "outcome": "refused",
            "class": class_of(list(self.breaches)),
            "act": self.act.hex(),
            "recorded_as": self.recorded_as,
            "breaches": [breach.json() for breach in self.breaches],
        }


@dataclass(frozen=True, slots=True)
class Undecided:
    """The act itself has no breach, but others of its batch were refused; it may be sent again."""

    act: bytes

    accepted: ClassVar[bool] = False

    def json(self) -> dict[str, Any]:
        return {"outcome": "undecided", "act": self.act.hex(), "recorded_as": None, "breaches": []}


@dataclass(frozen=True, slots=True)
class Checked:
    """What `--check` says: the same judgement, nothing stored."""

    act: bytes
    breaches: tuple[BreachFound, ...] = ()

    @property
    def accepted(self) -> bool:
        return not self.breaches

    def json(self) -> dict[str, Any]:
        if not self.breaches:
            return {"outcome": "would_accept", "act": self.act.hex(), "remarks": []}
        return {
            "outcome": "would_refuse",
            "class": class_of(list(self.breaches)),
            "act": self.act.hex(),
            "recorded_as": None,
            "breaches": [breach.json() for breach in self.breaches],
        }


Outcome = Accepted | Refused | Undecided | Checked
