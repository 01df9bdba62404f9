"""The rule kinds by name: pure functions from a matter to outcomes, each for the act types it speaks about.

A kind knows no city: what it compares comes from the regulation's values. It never refuses; see `ledger.rules.matrix`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Literal, NamedTuple

from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome

Class = Literal["not_yet", "not_allowed", "interest"]
Kind = Callable[[Matter], Iterable[Outcome]]


class Rule(NamedTuple):
    """A rule kind. `on`: act types it speaks about, empty for all of the procedure. `class_`: what its refusal is;
    not_yet where something is missing first."""

    name: str
    on: tuple[str, ...]
    class_: Class
    kind: Kind


ALL_RULES: Final[dict[str, Rule]] = {}


def rule(name: str, *on: str, class_: Class = "not_allowed") -> Callable[[Kind], Kind]:
    """Decorator: a rule kind under its name, for these act types; for all procedural ones if none is named."""

    def admit(kind: Kind) -> Kind:
        if name in ALL_RULES:
            raise TypeError(f"rule {name} is registered twice")
        ALL_RULES[name] = Rule(name, on, class_, kind)
        return kind

    return admit


class Rulebook:
    """Some rule kinds, to judge by; the house judges by all of them."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self._rules = tuple(rules.values())
        self._names = frozenset(rules)
        self._by_type: dict[str, tuple[Rule, ...]] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def of(self, act_type: str) -> tuple[Rule, ...]:
        """The kinds that speak about acts of this type, in the order of their registration."""
        found = self._by_type.get(act_type)
        if found is None:
            found = tuple(rule for rule in self._rules if not rule.on or act_type in rule.on)
            self._by_type[act_type] = found
        return found
