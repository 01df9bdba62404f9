"""Bars that are active: nobody applies, is listed or serves who is kept from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from ledger.rules.bars.active import Standing, standings
from ledger.rules.bars.extent import When
from ledger.rules.bars.origins import Source
from ledger.rules.days import beside
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.moment import day
from ledger.rules.outcome import Outcome

_APPLY: Final = ("application_submitted", "eligibility_determined")
_LIST: Final = ("award_list_proposed", "awards_approved")
_SERVE: Final = (
    "draw_prepared",
    "panel_formed",
    "panel_member_replaced",
    "reviewer_recused",
    "score_recorded",
    "score_sheet_sealed",
)


@rule("bar.active", *_APPLY, *_LIST, *_SERVE)
def active(matter: Matter) -> Iterator[Outcome]:
    """No bar with this effect covers the day of the act; from submission to acceptance, none covers any day between."""
    if matter.regulation is None or not matter.regulation.bars:
        return
    act = matter.act
    today = _when(matter, matter.day)
    if act.type in _APPLY:
        yield from _applying(matter, today)
    elif act.type in _LIST:
        for item in act.data.items:
            category = matter.category(item.category)
            application = matter.state.opening.applications.get(item.application)
            if category is not None and application is not None:
                yield from _about(matter, application.parties, today, "be_listed", category.tier)
    else:
        yield from _about(matter, _serving(matter), today, "serve")


def _applying(matter: Matter, today: When) -> Iterator[Outcome]:
    if matter.act.type == "application_submitted":
        yield from _about(matter, matter.subjects[0].parties, today, "apply")
    elif matter.application is not None and matter.act.data.outcome == "accepted":
        submitted = day(matter.application.submitted.at)
        when = today._replace(first=min(submitted, today.last))
        yield from _about(matter, matter.application.parties, when, "apply")


def _serving(matter: Matter) -> Iterable[str]:
    """The persons whom the act lets review."""
    act = matter.act
    data = act.data
    if act.type == "draw_prepared":
        return (person for stratum in data.strata for person in stratum.pool)
    if act.type == "panel_formed":
        return (seat.person for seat in data.members)
    if act.type == "panel_member_replaced":
        named: tuple[str | None, ...] = (data.joins, data.leader)
    elif act.type == "reviewer_recused":
        named = (data.replacement,)
    else:
        named = (data.scorer or (None if data.unit is not None else act.by),)
    return (person for person in named if person is not None)


def _when(matter: Matter, on: str) -> When:
    opened = matter.cycle.opened if matter.cycle is not None else None
    return When(on, on, opened.data.edition if opened is not None else None)


def _about(
    matter: Matter, whom: Iterable[str], when: When, effect: str, tier: str | None = None
) -> Iterator[Outcome]:
    assert matter.regulation is not None
    source = Source(matter.state, matter.regulation, matter.read)
    for who in whom:
        for standing in standings(source, who, when, effect, tier):
            yield _said(matter, who, standing, when)


def _said(matter: Matter, who: str, standing: Standing, when: When) -> Outcome:
    bar, extent, origin = standing.bar, standing.extent, standing.origin
    if extent.result == "holds":
        return matter.says(standing.value, "holds", "bar.active")
    value = standing.value
    if extent.value is not None:
        value = extent.value
    elif bar.start is not None and origin is not None:
        start = matter.read(bar.start)
        value = replace(value, source=start.source, question=start.question)
    name = matter.party_name(who)
    day_ = when.first if when.first == when.last else f"{when.first} 至 {when.last}"
    told: dict[str, Any] = {"who": name, "bar": bar.name, "day": day_}
    if origin is None:
        return matter.says(value, "unclear", "bar.active.roster", **told)
    told["origin"] = origin.words
    if standing.through is not None:
        told["before"] = matter.party_name(standing.through.id)
        return matter.says(value, "unclear", "bar.active.successor", positions=origin.positions, **told)
    said = "bar.active.unclear"
    if extent.result == "fails":
        said = "bar.active" if extent.until_edition is None else "bar.active.editions"
        told |= {"until": extent.until or "另有决定", "edition": when.edition, "last": extent.until_edition}
        if extent.until is not None:
            told["next"] = beside(extent.until)
        elif extent.until_edition is None:
            said = "bar.active.open"
    return matter.says(value, extent.result, said, positions=origin.positions, **told)
