"""Patterns of acts as regulation files write them: `annual_report_filed:forwarded`, a type and a word said in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from ledger.rules.act import Act

_SAID_IN: Final = ("concerning", "ground", "importance", "kind", "leg", "outcome")
_MEANT: Final[dict[str, Callable[[Any], bool]]] = {
    "credit_record": lambda data: bool(getattr(data, "credit_recorded", False)),
    "planned": lambda data: (
        (getattr(data, "plan_item", None) or getattr(data, "planned_on", None)) is not None
    ),
}
"""Words that no field says but some mean."""


def type_of(pattern: str) -> str:
    """The act type of a pattern."""
    return pattern.partition(":")[0]


def fits(act: Act, pattern: str) -> bool:
    """Whether the act is of the pattern's type and says, or means, its word."""
    type_, _, word = pattern.partition(":")
    if act.type != type_ or not word:
        return act.type == type_
    if any(act.get(name) == word for name in _SAID_IN):
        return True
    meant = _MEANT.get(word)
    return meant is not None and meant(act.data)


def carries(act: Act, code: str) -> bool:
    """Whether the act brings what the text asks for: named among its contents, as its form, or in a field of that
    name."""
    if code in (act.get("contents") or ()) or act.get("form") == code:
        return True
    return bool(act.get(code))
