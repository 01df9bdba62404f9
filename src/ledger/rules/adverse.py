"""Adverse facts against a pattern of the text: of these kinds, from a level up, found by an authority high enough.

A fact whose level, authority or day is not recorded, where the pattern asks for it, is a doubt: it may match.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from ledger.regulations.model import Adverse, Regulation
from ledger.rules.act import Act
from ledger.rules.procedure.state import Procedure


class Matching(NamedTuple):
    """Those that match for sure, and those that may."""

    sure: tuple[Act, ...] = ()
    doubtful: tuple[Act, ...] = ()


def happenings(act: Act) -> int:
    """How often it happened; once unless it says more."""
    count = act.data.count
    return 1 if count is None else int(count)


def day_of_fact(act: Act) -> str | None:
    """When it happened; if that is not known, when it was established."""
    found: str | None = act.data.occurred_on or act.data.confirmed_on
    return found


def recorded(state: Procedure, ids: Iterable[str]) -> list[Act]:
    """The adverse facts of a party under all its ids, in the order of record."""
    facts = {id_ for party in ids for id_ in state.after.adverse_of.get(party, ())}
    acts = [state.after.adverse[id_] for id_ in facts]
    return sorted(acts, key=lambda act: act.position)


def matching(pattern: Adverse, acts: Iterable[Act], regulation: Regulation) -> Matching:
    """What of the facts matches the pattern, whenever it was."""
    sure: list[Act] = []
    doubtful: list[Act] = []
    for act in acts:
        matches = _matches(pattern, act.data, regulation)
        if matches is None:
            doubtful.append(act)
        elif matches:
            sure.append(act)
    return Matching(tuple(sure), tuple(doubtful))


def _matches(pattern: Adverse, fact: Any, regulation: Regulation) -> bool | None:
    """None where it cannot be told."""
    if fact.kind not in pattern.kinds:
        return False
    answers = (
        _reaches(fact.level, pattern.min_level, regulation),
        _reaches(fact.authority_level, pattern.authority, regulation),
        fact.handled if pattern.handled else True,
    )
    if False in answers:
        return False
    return None if None in answers else True


def _reaches(level: str | None, floor: str | None, regulation: Regulation) -> bool | None:
    if floor is None:
        return True
    return None if level is None else regulation.at_least(level, floor)
