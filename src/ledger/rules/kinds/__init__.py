"""All rule kinds, one module a subject. Importing this room registers them."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import Final

from ledger.rules.kinds.registry import ALL_RULES, Rule, Rulebook

for _module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
    import_module(f"{__name__}.{_module}")

EVERY: Final = Rulebook(ALL_RULES)
"""What the house judges by."""

__all__ = ["ALL_RULES", "EVERY", "Rule", "Rulebook"]
