"""What the ledger itself asks about entries, whatever the regulation: corrections that matter, and second tries.

These have no article. They never refuse: they are the ledger's own defaults, and are labelled so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from ledger.acts.struct import dump
from ledger.regulations.value import Value
from ledger.rules.act import Act
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.moment import day
from ledger.rules.outcome import Outcome

OWN: Final[Value[bool]] = Value(True, "", source="default")
WITHIN: Final = 24 * 3600 * 1_000_000
"""A second try counts as one of the first for so long after the refusal."""


@rule("entry.correction", "entry_corrected", "entry_voided")
def correction(matter: Matter) -> Iterator[Outcome]:
    """An entry that stood in breach is changed: whatever the reason, somebody should look at both."""
    target = matter.state.act(matter.act.data.act)
    if target is None or not target.acknowledges:
        return
    codes = "、".join(target.acknowledges)
    yield matter.says(
        OWN, "fails", "entry.correction", positions=(target.position,), codes=codes, entry=target.position
    )


@rule("entry.retried")
def retried(matter: Matter) -> Iterator[Outcome]:
    """Refused, then the same act with another date soon after."""
    act = matter.act
    for before in reversed(matter.state.refused.get((act.by, act.type), ())):
        if act.recorded_at - before.recorded_at > WITHIN:
            break
        if _same_but_days(before, act):
            yield matter.says(
                OWN,
                "fails",
                "entry.retried",
                positions=(before.position,),
                refused=before.position,
                was=day(before.at),
                now=day(act.at),
            )
            return


def _same_but_days(one: Act, other: Act) -> bool:
    """Whether the acts differ in days, and in nothing else but what is drawn anew each time (commitments)."""
    a, b = _without(dump(one.data), _is_drawn), _without(dump(other.data), _is_drawn)
    return (day(one.at) != day(other.at) or a != b) and bool(_without(a, _is_day) == _without(b, _is_day))


def _without(value: Any, left_out: Callable[[Any], bool]) -> Any:
    if isinstance(value, dict):
        return {name: _without(item, left_out) for name, item in value.items()}
    if isinstance(value, list):
        return [_without(item, left_out) for item in value]
    return None if left_out(value) else value


def _is_drawn(value: Any) -> bool:
    return isinstance(value, bytes)


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and len(value) >= 10 and value[4:5] == value[7:8] == "-"
