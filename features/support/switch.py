"""Rule kinds switched off one at a time, to see that the scenarios they decide notice it.

The protocol is small: `ledger.rules.kinds.ALL_RULES` maps the name of every rule kind to the rule, and the world
judges with what the fixture `rules_in_force` hands out (and never with `ALL_RULES` itself). Production code has no
switch.

`--without-rule NAME` switches one off for the whole run. `--without-deciding N` switches off, in each scenario, the
N-th of the rule kinds that decided it in the recorded results, and runs no scenario that has no N-th one: as many
runs as the busiest scenario has rule kinds are enough for all (`tools/switch_off.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import pytest


class Switch:
    """Says which rule kind is off for a case: the one for all, or the one the plan names."""

    def __init__(self, everywhere: str | None, plan: Mapping[Any, str] | None) -> None:
        self.everywhere = everywhere
        self.plan = plan

    def off(self, key: Any) -> str | None:
        """The rule kind that this case has to do without, if any."""
        return self.plan.get(key) if self.plan is not None else self.everywhere

    def runs(self, key: Any) -> bool:
        """Whether this case has something to show in this run."""
        return self.plan is None or key in self.plan


def all_rules() -> dict[str, Any]:
    """The registry of rule kinds."""
    rules: Mapping[str, Any] = import_module("ledger.rules.kinds").ALL_RULES
    return dict(rules)


def in_force(off: str | None) -> dict[str, Any]:
    """All rule kinds but the one that is off; an unknown name is a mistake of whoever asked."""
    rules = all_rules()
    if off is not None and rules.pop(off, None) is None:
        raise pytest.UsageError(f"there is no rule kind called {off}")
    return rules
