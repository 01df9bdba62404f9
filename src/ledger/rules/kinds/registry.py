"""The rule kinds by name: pure functions from a matter to outcomes, each for the act types it speaks about.

A kind knows no city: what it compares comes from the regulation's values. It never refuses; see `ledger.rules.matrix`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, NamedTuple

from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome

Class = Literal["not_yet", "not_allowed", "interest"]
Kind = Callable[[Matter], Iterable[Outcome]]


class Rule(NamedTuple):
    """A rule kind. `class_`: what its refusal is; not_yet where something is missing first."""

    name: str
    class_: Class
    kind: Kind


RULES: Final[dict[str, Rule]] = {}
_BY_TYPE: Final[dict[str, tuple[Rule, ...]]] = {}
_EVERY: Final[list[Rule]] = []
_off: set[str] = set()


def rule(name: str, *on: str, class_: Class = "not_allowed") -> Callable[[Kind], Kind]:
    """Decorator: a rule kind under its name, for these act types; for all procedural ones if none is named."""

    def admit(kind: Kind) -> Kind:
        if name in RULES:
            raise TypeError(f"rule {name} is registered twice")
        made = RULES[name] = Rule(name, class_, kind)
        if on:
            for type_ in on:
                _BY_TYPE[type_] = (*_BY_TYPE.get(type_, ()), made)
        else:
            _EVERY.append(made)
        return kind

    return admit


def rules_for(type_: str) -> Iterator[Rule]:
    """The rules that speak about acts of this type, in the order of their registration."""
    for each in (*_EVERY, *_BY_TYPE.get(type_, ())):
        if each.name not in _off:
            yield each


@contextlib.contextmanager
def switched_off(*names: str) -> Iterator[None]:
    """For tests: these rules say nothing meanwhile, so that a scenario that needs one is seen to fail."""
    unknown = set(names) - RULES.keys()
    if unknown:
        raise KeyError(f"no such rule: {', '.join(sorted(unknown))}")
    _off.update(names)
    try:
        yield
    finally:
        _off.difference_update(names)
