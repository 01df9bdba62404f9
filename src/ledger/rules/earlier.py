"""What parties won before: honours of this ledger and those recorded from the time before it, under any version of the
same text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ledger.regulations.model import Reaward, Regulation
from ledger.regulations.value import Value
from ledger.rules.kin import same
from ledger.rules.matter import Matter
from ledger.rules.procedure.opening import regulation_id


def tiers_won(matter: Matter, regulation: Regulation, parties: Iterable[str]) -> frozenset[str | None]:
    """The tiers in which one of the parties, under any of its ids, holds or held an honour; None among them for one
    whose tier is not known.

    What is won in the act's own cycle is not earlier.
    """
    return frozenset(
        _tier(regulation, code)
        for party in parties
        for id_ in same(matter.state.registers, party)
        for code in _categories(matter, regulation, id_)
    )


def _tier(regulation: Regulation, code: str | None) -> str | None:
    """The tier of a category; a record from before the ledger may name the tier itself."""
    category = regulation.categories.get(code or "")
    if category is not None:
        return category.tier
    return code if any(known.tier == code for known in regulation.categories.values()) else None


def _categories(matter: Matter, regulation: Regulation, party: str) -> Iterator[str | None]:
    state, family = matter.state, regulation.id
    here = matter.cycle.id if matter.cycle is not None else None
    for award in state.decision.honours_of.get(party, ()):
        data = state.decision.honours[award].conferred.data
        cycle = state.opening.cycles.get(data.cycle)
        if data.cycle != here and cycle is not None and regulation_id(cycle.regulation) == family:
            yield data.category
    for act in state.registers.legacy.get(party, ()):
        data = act.data
        if data.kind == "award" and (data.regulation is None or regulation_id(data.regulation) == family):
            yield data.category


def first_time(matter: Matter, regulation: Regulation, parties: Iterable[str], tier: str) -> bool | None:
    """Whether nobody of the parties won before what makes a win in this tier another one; None if a record leaves open
    in which tier somebody won."""
    won = tiers_won(matter, regulation, parties)
    prior = matter.read(regulation.reaward.prior) if regulation.reaward and regulation.reaward.prior else None
    if prior is not None and prior.v == "any_tier":
        return not won
    if tier in won:
        return False
    return None if None in won else True


def is_reaward(matter: Matter, regulation: Regulation, parties: Iterable[str], tier: str) -> bool | None:
    """Whether a win in this tier is one to which the text's words about winning again apply."""
    rule = regulation.reaward
    if rule is None or not _covers(matter, rule, tier):
        return False
    first = first_time(matter, regulation, parties, tier)
    return None if first is None else not first


def _covers(matter: Matter, rule: Reaward, tier: str) -> bool:
    tiers = matter.read(rule.tiers).v if rule.tiers is not None else None
    return tiers is None or tier in tiers


def counts_again(matter: Matter, regulation: Regulation) -> Value[bool]:
    """Whether winning again takes a place; where the text says nothing it does, as every other win."""
    rule = regulation.reaward
    if rule is not None and rule.quota_counted is not None:
        value: Value[bool] = matter.read(rule.quota_counted)
        return value
    return Value(True, regulation.article, source="default")
