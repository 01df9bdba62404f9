"""Entries: what was said later about acts entered earlier (confirmed, contested, countersigned, corrected, voided)."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Final

from ledger.rules.act import Act
from ledger.rules.tables import Tables

Acts = tuple[Act, ...]


@dataclass(slots=True)
class Entries(Tables):
    """By the digest of the act that is spoken about."""

    confirmed: MutableMapping[bytes, Acts] = field(default_factory=dict)
    contested: MutableMapping[bytes, Acts] = field(default_factory=dict)
    countersigned: MutableMapping[bytes, Acts] = field(default_factory=dict)
    corrected: MutableMapping[bytes, Acts] = field(default_factory=dict)
    voided: MutableMapping[bytes, Act] = field(default_factory=dict)
    changed: MutableMapping[bytes, Acts] = field(default_factory=dict)  # decisions withdrawn or replaced


Effect = Callable[[Entries, Act], None]


def _each(table: str) -> Effect:
    def effect(part: Entries, act: Act) -> None:
        mapping = getattr(part, table)
        for digest in act.data.acts:
            mapping[digest] = (*mapping.get(digest, ()), act)

    return effect


def _about(table: str, name: str = "act") -> Effect:
    def effect(part: Entries, act: Act) -> None:
        mapping, digest = getattr(part, table), getattr(act.data, name)
        mapping[digest] = (*mapping.get(digest, ()), act)

    return effect


def _voided(part: Entries, act: Act) -> None:
    if act.data.act not in part.voided:
        part.voided[act.data.act] = act


EFFECTS: Final[dict[str, Effect]] = {
    "entry_confirmed": _each("confirmed"),
    "countersigned": _each("countersigned"),
    "entry_contested": _about("contested"),
    "entry_corrected": _about("corrected"),
    "entry_voided": _voided,
    "decision_changed": _about("changed", "decision"),
}
