"""Counts: ceilings of categories and of other selections, floors, shares of a base, groups of related applicants."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ledger.regulations.model import Bound, Category, Regulation
from ledger.regulations.value import Value
from ledger.rules.earlier import counts_again, is_reaward
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.opening import Application
from ledger.rules.procedure.progress import is_good

COUNTED = (
    "shortlist_approved", "shortlist_proposed", "award_list_proposed", "awards_approved",
    "application_submitted", "recommendation_issued", "cycle_closed",
)  # fmt: skip
_LISTING = ("award_list_proposed", "awards_approved")
_STATED = ("area", "domain", "industry")
"""What an application states of itself, by which bounds may be counted apart."""


@rule("count.bound", *COUNTED)
def bound(matter: Matter) -> Iterator[Outcome]:
    """A count stays within its bound. Whoever wins again is outside the count where the text says so; what was
    conferred under an earlier list of the cycle counts too."""
    regulation = matter.regulation
    if regulation is None or matter.cycle is None:
        return
    type_ = matter.act.type
    if type_ == "cycle_closed":
        yield from _places(matter, regulation)
        return
    if type_ in _LISTING:
        yield from _ceilings(matter, regulation)
    for each in regulation.bounds:
        if _is_counted_here(each, matter):
            yield from _bounded(matter, regulation, each)


def _is_counted_here(each: Bound, matter: Matter) -> bool:
    """Groups that hang together by relations are not counted here: `bound.applications` knows who belongs to whom."""
    if each.partition is not None and each.partition not in _STATED:
        return False
    if each.applications:
        return matter.act.type == "application_submitted"
    if each.step is not None:
        return matter.step is not None and matter.step.id == each.step
    return matter.act.type in _LISTING


# ---- categories ----


def _ceilings(matter: Matter, regulation: Regulation) -> Iterator[Outcome]:
    counted = _counted(matter, regulation)
    for category in regulation.categories.values():
        names = counted.get(category.id, [])
        if category.max is not None:
            yield from _most(matter, matter.read(category.max), category.name, names)
        if category.min is not None:
            yield from _least(matter, matter.read(category.min), category.name, names)


def _counted(matter: Matter, regulation: Regulation) -> dict[str, list[str]]:
    """Category → files that take one of its places: on this list, or conferred earlier in the cycle."""
    assert matter.cycle is not None
    listed = {item.application: item.category for item in matter.act.data.items}
    decisions = matter.state.decision
    conferred = [decisions.honours[a].conferred.data for a in decisions.honours_in.get(matter.cycle.id, ())]
    found: dict[str, list[str]] = {}
    for name, category in listed.items():
        if takes_place(matter, regulation, name, category):
            found.setdefault(category, []).append(name)
    for data in conferred:
        if data.application not in listed and data.quota_counted:
            found.setdefault(data.category, []).append(data.application)
    return found


def takes_place(matter: Matter, regulation: Regulation, name: str, category: str) -> bool:
    """Whether a file on a list uses up one of the places of its category. Where it is not known whether it is a win
    again, it does."""
    known = regulation.categories.get(category)
    application = matter.state.opening.applications.get(name)
    if known is None or application is None or counts_again(matter, regulation).v is not False:
        return True
    return is_reaward(matter, regulation, application.parties, known.tier) is not True


def _most(matter: Matter, most: Value[Any], what: str, names: list[str]) -> Iterator[Outcome]:
    if most.v is None:
        yield matter.says(most, "unclear", "count.bound.silent", what=what, count=len(names))
        return
    yield matter.says(
        most, len(names) <= int(most.v), "count.bound.most", what=what, count=len(names), most=most.v
    )


def _least(matter: Matter, least: Value[Any], what: str, names: list[str]) -> Iterator[Outcome]:
    if least.v is None:
        yield matter.says(least, "unclear", "count.bound.silent", what=what, count=len(names))
        return
    yield matter.says(
        least,
        len(names) >= int(least.v),
        "count.bound.least",
        reasoned=_has_reason(matter),
        what=what,
        count=len(names),
        least=least.v,
    )


def _has_reason(matter: Matter) -> bool:
    return matter.act.get("reason") is not None


# ---- other selections ----


def _bounded(matter: Matter, regulation: Regulation, each: Bound) -> Iterator[Outcome]:
    names = _selected(matter, regulation, each)
    if each.partition is not None:
        for group, members in _groups(matter, each.partition, names).items():
            yield from _limits(matter, regulation, each, f"{each.name}（{group}）", members)
    elif each.attribute is None:
        yield from _limits(matter, regulation, each, each.name, names)
    elif names:  # places may stay empty; of no names nothing is demanded
        with_it = [name for name in names if each.attribute in _application(matter, name).attributes]
        yield from _limits(matter, regulation, each, each.name, with_it)


def _selected(matter: Matter, regulation: Regulation, each: Bound) -> list[str]:
    """The files that a bound counts: those on the list, in its categories, that take a place; where there is no list,
    those that have done the step, or applied, with the one in question."""
    items = matter.act.get("items")
    if items is None:
        return _so_far(matter, each)
    whole = each.ratio is not None or each.attribute is not None
    return [
        item.application
        for item in items
        if (not each.over or item.category in each.over)
        and (
            whole or item.category is None or takes_place(matter, regulation, item.application, item.category)
        )
    ]


def _so_far(matter: Matter, each: Bound) -> list[str]:
    assert matter.cycle is not None
    opening, cycle = matter.state.opening, matter.cycle.id
    mine = [file.id for file in matter.subjects]
    others = (name for name in opening.of_cycle.get(cycle, ()) if name not in mine)
    return mine + [
        name
        for name in others
        if opening.applications[name].gone is None
        and (each.applications or _has_done(matter, cycle, each.step or "", name))
    ]


def _has_done(matter: Matter, cycle: str, step: str, file: str) -> bool:
    acts = matter.state.progress.of_file.get((cycle, step, file), ())
    return bool(acts) and is_good(acts[-1], file)


def _application(matter: Matter, name: str) -> Application:
    return matter.state.opening.applications[name]


def _limits(
    matter: Matter, regulation: Regulation, each: Bound, what: str, names: list[str]
) -> Iterator[Outcome]:
    if each.max is not None:
        yield from _most(matter, matter.read(each.max), what, names)
    if each.min is not None:
        yield from _least(matter, matter.read(each.min), what, names)
    if each.ratio is not None:
        yield from _share(matter, regulation, each, what, names)


def _share(
    matter: Matter, regulation: Regulation, each: Bound, what: str, names: list[str]
) -> Iterator[Outcome]:
    """At most so many times the base, rounded as the text is read."""
    assert each.ratio is not None
    ratio = matter.read(each.ratio)
    base = _base(matter, regulation, each)
    if ratio.v is None or base is None:
        yield matter.says(ratio, "unclear", "count.bound.silent", what=what, count=len(names))
        return
    rounding = matter.read(each.rounding).v if each.rounding is not None else "floor"
    product = Decimal(ratio.v) * base
    most = math.ceil(product) if rounding == "ceil" else math.floor(product)
    yield matter.says(
        ratio,
        len(names) <= most,
        "count.bound.share",
        what=what,
        count=len(names),
        most=most,
        base=base,
        ratio=ratio.v,
        product=_plain(product),
    )


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _base(matter: Matter, regulation: Regulation, each: Bound) -> int | None:
    """The sum of the ceilings of the categories that make the base; None where one has no ceiling."""
    named = matter.read(each.base).v if each.base is not None else None
    if named is None:
        return None
    ceilings = [_ceiling(matter, regulation.categories[name]) for name in named]
    return None if None in ceilings else sum(c for c in ceilings if c is not None)


def _ceiling(matter: Matter, category: Category) -> int | None:
    most = matter.read(category.max).v if category.max is not None else None
    return int(most) if most is not None else None


def _groups(matter: Matter, partition: str, names: list[str]) -> dict[str, list[str]]:
    """Files by what they state under this attribute (area, industry); who states nothing is in no group."""
    found: dict[str, list[str]] = {}
    for name in names:
        group = _stated(matter, name, partition)
        if group is not None:
            found.setdefault(group, []).append(name)
    return found


def _stated(matter: Matter, name: str, partition: str) -> str | None:
    """What the application states; one that is only being handed in states it in the act."""
    known = matter.state.opening.applications.get(name)
    data = known.submitted.data if known is not None else matter.act.data
    stated: str | None = getattr(data, partition)
    return stated


# ---- places at the end ----


def _places(matter: Matter, regulation: Regulation) -> Iterator[Outcome]:
    """Where places may stay empty the closing says how many were awarded and how many stay empty, of each category; the
    two make up its ceiling. The text asks for no such statement: it is the ledger's default."""
    assert matter.cycle is not None
    if regulation.cycle is None or regulation.cycle.vacancy is None:
        return
    said = {place.category: place for place in matter.act.data.places}
    taken = _taken(matter, regulation)
    rule = regulation.cycle.vacancy
    value = Value(True, rule.article, rule.item, source="default")
    for category in regulation.categories.values():
        most = _ceiling(matter, category)
        if most is None:
            continue
        place = said.get(category.id)
        awarded, vacant = (place.awarded, place.vacant) if place is not None else (0, 0)
        right = (taken.get(category.id, 0), max(0, most - taken.get(category.id, 0)))
        yield matter.says(
            value,
            place is not None and (awarded, vacant) == right,
            "count.bound.places",
            what=category.name,
            awarded=awarded,
            vacant=vacant,
            most=most,
            taken=right[0],
            left=right[1],
        )


def _taken(matter: Matter, regulation: Regulation) -> dict[str, int]:
    """Places used in the cycle: by the honours conferred, or by the newest approved list where none is yet."""
    assert matter.cycle is not None
    decisions = matter.state.decision
    found: dict[str, int] = {}
    for award in decisions.honours_in.get(matter.cycle.id, ()):
        data = decisions.honours[award].conferred.data
        if data.quota_counted:
            found[data.category] = found.get(data.category, 0) + 1
    return found
