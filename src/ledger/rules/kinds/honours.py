"""Honours: what is listed, approved and conferred agrees with the text: category, items, first time, places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ledger.regulations.glossary import called
from ledger.regulations.model import Category, Regulation
from ledger.regulations.value import Value
from ledger.rules.earlier import counts_again, first_time, is_reaward
from ledger.rules.kinds.gates import of_step
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.moment import day
from ledger.rules.outcome import Outcome
from ledger.rules.terms import term_of

_YES: Final = {True: "是", False: "否"}


@rule("honour.terms", "award_list_proposed", "awards_approved", "award_conferred")
def terms(matter: Matter) -> Iterator[Outcome]:
    """A name is listed in a category of its kind, and as a win again exactly if it is one. An honour is conferred once,
    on all applicants, with the items, the day, the validity and the flags that the text gives it."""
    regulation = matter.regulation
    if regulation is None or matter.cycle is None or matter.step is None:
        return
    if matter.act.type == "award_conferred":
        yield from _conferred(matter, regulation)
        return
    strange: list[str] = []
    wrong: list[str] = []
    unknown: list[str] = []
    for item in matter.act.data.items:
        category = _category(matter, regulation, item.application, item.category)
        if category is None:
            strange.append(item.application)
            continue
        again = _again(matter, regulation, item.application, category)
        if again is None:
            unknown.append(item.application)
        elif again != item.reaward:
            wrong.append(item.application)
    yield _fits(matter, regulation, strange)
    yield from _flagged(matter, regulation, wrong, unknown)


def _flagged(
    matter: Matter, regulation: Regulation, wrong: list[str], unknown: list[str]
) -> Iterator[Outcome]:
    """Whether names are told to win again exactly if they do, as far as the records say in which tier they won."""
    if regulation.reaward is None:
        return
    about = Value(True, regulation.reaward.article, regulation.reaward.item)
    if unknown:
        yield matter.says(about, "unclear", "honour.terms.unknown", files=_told(matter, unknown))
    yield matter.says(about, not wrong, "honour.terms.flags", files=_told(matter, wrong))


def _told(matter: Matter, names: list[str]) -> str:
    return "、".join(map(matter.file_name, names))


def _category(matter: Matter, regulation: Regulation, file: str, name: str) -> Category | None:
    """The category, if the text knows it for this kind of applicant."""
    category, application = regulation.categories.get(name), matter.state.opening.applications.get(file)
    if category is None or application is None or category.kind != application.kind:
        return None
    return category


def _fits(matter: Matter, regulation: Regulation, strange: list[str]) -> Outcome:
    first = next(iter(regulation.categories.values()))
    value = Value(True, first.article, first.item)
    known = "、".join(category.name for category in regulation.categories.values())
    return matter.says(value, not strange, "honour.terms.category", files=_told(matter, strange), known=known)


def _again(matter: Matter, regulation: Regulation, file: str, category: Category) -> bool | None:
    parties = matter.state.opening.applications[file].parties
    return is_reaward(matter, regulation, parties, category.tier)


# ---- one honour ----


def _conferred(matter: Matter, regulation: Regulation) -> Iterator[Outcome]:
    assert matter.step is not None
    data = matter.act.data
    category = _category(matter, regulation, data.application, data.category)
    yield _fits(matter, regulation, [] if category is not None else [data.application])
    if category is None:
        return
    name = matter.file_name(data.application)
    application = matter.state.opening.applications[data.application]
    own = tuple(data.parties) == tuple(sorted(application.parties))
    yield matter.says(of_step(matter.step), own, "honour.terms.parties", files=name)
    yield matter.says(of_step(matter.step), not _had(matter), "honour.terms.twice", files=name)
    yield from _flags(matter, regulation, category, name)
    yield from _items(matter, regulation, category, name)
    yield from _day(matter, regulation, name)
    yield from _validity(matter, category, name)


def _had(matter: Matter) -> bool:
    """Whether the file was given an honour in this cycle already."""
    assert matter.cycle is not None
    decisions = matter.state.decision
    return any(
        decisions.honours[award].conferred.data.application == matter.act.data.application
        for award in decisions.honours_in.get(matter.cycle.id, ())
    )


def _flags(matter: Matter, regulation: Regulation, category: Category, name: str) -> Iterator[Outcome]:
    """First time or not, again or not, and whether it takes a place."""
    data, rule = matter.act.data, regulation.reaward
    again = _again(matter, regulation, data.application, category)
    first = first_time(matter, regulation, data.parties, category.tier)
    if rule is not None and rule.prior is not None and first is not None:
        prior = matter.read(rule.prior)
        yield matter.says(
            prior,
            data.first_time == first,
            "honour.terms.first",
            files=name,
            told=_YES[data.first_time],
            is_=_YES[first],
        )
    wrong = [data.application] if again not in (None, data.reaward) else []
    yield from _flagged(matter, regulation, wrong, [data.application] if again is None else [])
    counted = counts_again(matter, regulation)
    if again is not None and counted.v is not None:
        due = counted.v if again else True
        yield matter.says(
            counted, data.quota_counted == due, "honour.terms.counted", files=name, is_=_YES[due]
        )


def _items(matter: Matter, regulation: Regulation, category: Category, name: str) -> Iterator[Outcome]:
    rule, data = regulation.reaward, matter.act.data
    of = rule.items if data.reaward and rule is not None and rule.items is not None else category.items
    if of is None:
        return
    wanted = matter.read(of)
    if wanted.v is None:
        yield matter.says(wanted, "unclear", "honour.terms.items", files=name, wanted="条文未定", told="")
        return
    yield matter.says(
        wanted,
        set(data.items) == set(wanted.v),
        "honour.terms.items",
        files=name,
        wanted=_names(wanted.v, regulation),
        told=_names(data.items, regulation) or "无",
    )


def _names(items: Any, regulation: Regulation) -> str:
    return "、".join(called("item", item, regulation) for item in items)


def _day(matter: Matter, regulation: Regulation, name: str) -> Iterator[Outcome]:
    """The day from which everything later is counted."""
    if regulation.conventions is None or regulation.conventions.award_day is None:
        return
    value = matter.read(regulation.conventions.award_day)
    said: str = matter.act.data.conferred_on
    due = _award_day(matter, value.v)
    if due is None:
        yield matter.says(value, "unclear", "honour.terms.day", files=name, told=said, due="尚不能确定")
        return
    yield matter.says(value, said == due, "honour.terms.day", files=name, told=said, due=due)


def _award_day(matter: Matter, by: str | None) -> str | None:
    assert matter.cycle is not None
    assert matter.regulation is not None
    file, decisions = matter.act.data.application, matter.state.decision
    if by == "ceremony":
        return matter.day
    if by == "announcement":
        told = (a for a in decisions.published.get(matter.cycle.id, ()) if file in a.data.applications)
        return next((day(act.at) for act in told if act.data.kind == "award"), None)
    for step in matter.regulation.steps.values():
        if step.class_ == "approve":
            lists = decisions.lists.get((matter.cycle.id, step.id), ())
            return next((day(a.at) for a in lists if any(i.application == file for i in a.data.items)), None)
    return None


def _validity(matter: Matter, category: Category, name: str) -> Iterator[Outcome]:
    said: str | None = matter.act.data.valid_to
    if category.validity is None:
        value = Value(True, category.article, category.item, source="default")
        yield matter.says(value, said is None, "honour.terms.no_validity", files=name, told=said)
        return
    wanted = matter.read(category.validity)
    if wanted.v is None:
        yield matter.says(wanted, "unclear", "honour.terms.validity", files=name, told=said, due="条文未定")
        return
    due = term_of(matter.calendars, matter.act.data.conferred_on, wanted.v, roll=False).last_day
    yield matter.says(
        wanted, said == due, "honour.terms.validity", files=name, told=said or "未写明", due=due
    )
