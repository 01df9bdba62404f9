"""An entry as corrected: what the paper says in place of what was typed. The stored act stays as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from ledger.acts.kinds import is_at, is_ident
from ledger.acts.registry import TYPES
from ledger.acts.struct import dump
from ledger.rules.act import Act

# What of the head a paper says: when it happened, and whose act it is.
HEAD: Final = ("at", "for")


def corrected(target: Act, correction: Act) -> Act | None:
    """The target with the corrections of an `entry_corrected`; None if they do not fit its type."""
    data = dump(target.data)
    head: dict[str, Any] = {"at": target.at, "for": target.for_}
    for each in correction.data.corrections:
        value = each.committed if each.committed is not None else each.value
        if each.in_head:
            if each.field not in HEAD:
                return None
            head[each.field] = value
        elif not _put(data, each.field.split("."), value):
            return None
    kind = TYPES.get(target.type, TYPES.newest(target.type) or 0)
    if kind is None or kind.misfit(data) is not None or not is_at(head["at"]):
        return None
    if (head["for"] is None) != (target.for_ is None) or not (head["for"] is None or is_ident(head["for"])):
        return None
    return replace(target, at=head["at"], for_=head["for"], data=kind.load(data))


def _put(data: Any, way: list[str], value: Any) -> bool:
    """Change one place that is there; whether there was one."""
    *above, last = way
    for step in above:
        data = _below(data, step)
    if isinstance(data, dict) and last in data:
        data[last] = value
        return True
    if isinstance(data, list) and last.isdigit() and int(last) < len(data):
        data[int(last)] = value
        return True
    return False


def _below(data: Any, step: str) -> Any:
    if isinstance(data, dict):
        return data.get(step)
    if isinstance(data, list) and step.isdigit() and int(step) < len(data):
        return data[int(step)]
    return None
