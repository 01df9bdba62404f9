"""All rule kinds, one module a subject. Importing this room registers them."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Final

from ledger.rules.kinds.registry import ALL_RULES, Rule, Rulebook, rule
from ledger.rules.looks import LOOKS
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome

for _module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
    import_module(f"{__name__}.{_module}")


def _says_nothing(matter: Matter) -> Iterator[Outcome]:
    yield from ()


for _name in LOOKS:
    if _name not in ALL_RULES:  # a kind that only looks is a kind too, and says nothing of any act
        rule(_name, "no_act")(_says_nothing)

EVERY: Final = Rulebook(ALL_RULES)
"""What the house judges by."""

__all__ = ["ALL_RULES", "EVERY", "Rule", "Rulebook"]
