"""A breach: one reason of a refusal, as the desk gives it and as a stored refusal lists it.

There are two families: faults of the ledger's own life, whose sentences stand in the catalogue of errors, and what a
rule kind found, which names its article and whose sentences stand in `ledger.rules.sentences`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args

from ledger.errors import CATALOGUE, LedgerError
from ledger.rules.life.fault import Fault
from ledger.rules.outcome import Judged
from ledger.rules.sentences import accepts_of, message_of

Class = Literal["not_yet", "not_allowed", "interest", "acknowledge", "invalid"]

# Refusals that only say that something else must come first; every other judged code is "not allowed".
_NOT_YET: Final = frozenset(
    {
        "key_not_confirmed",
        "dangling_reference",
        "thing_unknown",
        "earlier_act_unknown",
        "document_missing",
        "body_unknown",
    }
)
# Form: the client made a wrong act. Not recorded (format §4), only logged.
_INVALID: Final = frozenset(
    {
        "not_canonical", "not_an_act", "too_long", "unknown_record", "unknown_type", "type_waiting",
        "wrong_ledger", "key_not_enrolled", "key_of_another", "bad_signature", "cases_wrong", "batch_misfit",
        "batch_broken", "too_many_cases", "opening_misfit", "text_not_clean", "wrong_document",
        "half_misfit", "sheet_misfit", "sheet_off_scale",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cited:
    """Where in a regulation a breach stands, and which sentence says it."""

    rule: str
    said: str
    regulation: str | None
    article: str
    item: str | None
    source: str
    strength: str


@dataclass(frozen=True, slots=True)
class BreachFound:
    """One reason for a refusal. `class_` is given where a rule found it; otherwise the code tells."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)
    positions: tuple[int, ...] = ()
    cited: Cited | None = None
    given_class: Class | None = None
    source_only: bool = False  # told for the value's source; the rule holds

    @classmethod
    def of(cls, fault: Fault) -> BreachFound:
        """The breach that a fault of judgement is, at the desk."""
        facts = {name: _short(value) for name, value in sorted(fault.facts.items())}
        return cls(fault.code, facts)

    @classmethod
    def judged(
        cls, judged: Judged, regulation: str | None, class_: Class, *, source_only: bool = False
    ) -> BreachFound:
        """The breach that an outcome of a rule is."""
        outcome = judged.outcome
        value = outcome.value
        cited = Cited(
            judged.rule, outcome.said, regulation, value.article, value.item, value.source, value.strength
        )
        facts = {name: _short(fact) for name, fact in sorted(outcome.facts.items())}
        return cls(judged.code, facts, outcome.positions, cited, class_, source_only)

    @property
    def class_(self) -> Class:
        if self.given_class is not None:
            return self.given_class
        if self.code in _INVALID:
            return "invalid"
        return "not_yet" if self.code in _NOT_YET else "not_allowed"

    @property
    def message(self) -> str:
        """The reason in a sentence, in Chinese."""
        if self.cited is not None:
            return message_of(self.cited.said, self.facts)
        # A refusal that newer software recorded, or somebody forged, may name a code that is not known here.
        return LedgerError(self.code, **self.facts).message if self.code in CATALOGUE else self.code

    @property
    def accepts(self) -> str | None:
        """What would be accepted, in Chinese."""
        if self.cited is not None:
            return accepts_of(self.cited.said, self.facts)
        return LedgerError(self.code, **self.facts).hint if self.code in CATALOGUE else None

    def json(self) -> dict[str, Any]:
        """Contract's BREACH; what a life act's refusal has not is null."""
        cited = self.cited
        return {
            "code": self.code,
            "rule": cited and cited.rule,
            "regulation": cited and cited.regulation,
            "article": (cited and cited.article) or None,
            "item": cited and cited.item,
            "source": cited and cited.source,
            "strength": cited and cited.strength,
            "facts": self.facts,
            "positions": list(self.positions),
            "accepts": self.accepts,
            "message": self.message,
        }

    def entry(self) -> dict[str, Any]:
        """The breach as `act_refused` lists it. What the format has no field for goes among the facts, under names
        that no fact of a rule can have."""
        facts = dict(self.facts)
        if self.cited is not None:
            extra = {
                ":class": self.class_,
                ":item": self.cited.item,
                ":regulation": self.cited.regulation,
                ":said": self.cited.said,
                ":source": self.cited.source,
                ":strength": self.cited.strength,
            }
            facts.update({name: value for name, value in extra.items() if value is not None})
        return {
            "article": (self.cited and self.cited.article) or None,
            "code": self.code,
            "facts": [[name, value] for name, value in sorted(facts.items())],
            "positions": sorted(set(self.positions)),
            "rule": self.cited and self.cited.rule,
        }


def class_of(breaches: Sequence[BreachFound]) -> Class:
    """The class of a refusal: form first, then an interest, then what is not allowed, then what only comes too early;
    acknowledge only if nothing else stands in the way."""
    classes = {breach.class_ for breach in breaches}
    order: tuple[Class, ...] = ("invalid", "interest", "not_allowed", "not_yet", "acknowledge")
    return next((c for c in order if c in classes), "not_allowed")


def _short(value: object) -> str:
    text = value if isinstance(value, str) else repr(value) if isinstance(value, list) else str(value)
    return text if len(text) <= 200 else text[:199] + "…"


def breaches_in(data: dict[str, Any]) -> tuple[BreachFound, ...]:
    """The breaches that the data of a stored `act_refused` list."""
    return tuple(map(_stored, data["breaches"]))


def _stored(entry: dict[str, Any]) -> BreachFound:
    facts = dict(entry["facts"])
    hidden = {name: facts.pop(name) for name in [name for name in facts if name.startswith(":")]}
    cited = None
    if entry["rule"] is not None:
        cited = Cited(
            entry["rule"],
            hidden.get(":said", ""),
            hidden.get(":regulation"),
            entry["article"] or "",
            hidden.get(":item"),
            hidden.get(":source", "text"),
            hidden.get(":strength", "must"),
        )
    class_ = next((c for c in get_args(Class) if c == hidden.get(":class")), None) if cited else None
    return BreachFound(entry["code"], facts, tuple(entry["positions"]), cited, class_)
