"""A breach: one reason of a refusal, as the desk gives it and as a stored refusal lists it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from ledger.errors import CATALOGUE, LedgerError
from ledger.rules.life.fault import Fault

Class = Literal["not_yet", "not_allowed", "interest", "acknowledge", "invalid"]

# Refusals that only say that something else must come first; every other judged code is "not allowed".
_NOT_YET: Final = frozenset({"key_not_confirmed", "dangling_reference"})
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
        # A refusal that newer software recorded, or somebody forged, may name a code that is not known here.
        shown = LedgerError(self.code, **self.facts) if self.code in CATALOGUE else None
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
            "accepts": shown.hint if shown else None,
            "message": shown.message if shown else self.code,
        }


def class_of(breaches: Sequence[BreachFound]) -> Class:
    """The class of a refusal: form first, then what is not allowed, then what only comes too early."""
    classes = {breach.class_ for breach in breaches}
    order: tuple[Class, ...] = ("invalid", "not_allowed", "not_yet")
    return next((c for c in order if c in classes), "not_allowed")


def _short(value: object) -> str:
    text = value if isinstance(value, str) else repr(value) if isinstance(value, list) else str(value)
    return text if len(text) <= 200 else text[:199] + "…"


def breaches_in(data: dict[str, Any]) -> tuple[BreachFound, ...]:
    """The breaches that the data of a stored `act_refused` list."""
    return tuple(BreachFound(b["code"], dict(b["facts"]), tuple(b["positions"])) for b in data["breaches"])
