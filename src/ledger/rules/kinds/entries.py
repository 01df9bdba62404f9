"""What the ledger itself asks about entries, whatever the regulation: corrections that matter, and second tries.

These have no article. They never refuse: they are the ledger's own defaults, and are labelled so.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    """Whether the acts differ in days alone, and in what is drawn anew each time."""
    a, b = dump(one.data), dump(other.data)
    if day(one.at) == day(other.at) and _plain(a, days=True) == _plain(b, days=True):
        return False
    return bool(_plain(a, days=False) == _plain(b, days=False))


def _plain(value: Any, *, days: bool) -> Any:
    """The data without commitments, which are new each time, and with or without its days."""
    if isinstance(value, dict):
        return {name: _plain(item, days=days) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, days=days) for item in value]
    is_day = isinstance(value, str) and len(value) >= 10 and value[4:5] == value[7:8] == "-"
    return None if isinstance(value, bytes) or (is_day and not days) else value
