"""Publicity: how long it lasts, and what shows that it lasted.

A period does not count the day it begins and runs to the end of its last day, so it is closed after that day. A paper
dated the last day itself may have been written in the evening: no breach; one dated earlier is. A period that was
closed stays closed, whatever calendars are published later: nobody counts it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ledger.acts.shared import Channel
from ledger.calendars.term import Term as Counted
from ledger.regulations.model import Publicity as Rule
from ledger.regulations.model import Step
from ledger.regulations.value import Term, Value
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.moment import day
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.publicity import Period, Publicity, is_renewal
from ledger.rules.terms import term_of

PERIODS = ("publicity_opened", "publicity_amended", "publicity_closed")


@rule("publicity.term", *PERIODS, class_="not_yet")
def term(matter: Matter) -> Iterator[Outcome]:
    """A publicity is announced for, and closed after, at least as long as the text wants; where the text gives no
    length, for as long as was announced."""
    step = _step(matter)
    if step is None or step.publicity is None:
        return
    wanted = _term(matter, step.publicity)
    if matter.act.type == "publicity_opened":
        data = matter.act.data
        begins = max((c.from_ for c in data.channels), default=matter.day)
        yield from _announced(matter, step, wanted, begins, data.deadline)
    elif matter.act.type == "publicity_amended":
        yield from _amended(matter, step, wanted)
    elif matter.publicity is not None:
        yield from _closed(matter, step, wanted, matter.publicity)


def _step(matter: Matter) -> Step | None:
    """The step of the publicity, which is the one named at its opening."""
    if matter.regulation is None:
        return None
    name = matter.publicity.step if matter.publicity is not None else matter.act.get("step")
    return matter.regulation.steps.get(name or "")


def _term(matter: Matter, rule: Rule) -> Value[Any]:
    """The length; a decision that supplies it writes it as regulation files do."""
    value: Value[Any] = matter.read(rule.term)
    if isinstance(value.v, str):
        try:
            return replace(value, v=Term.parse(value.v))
        except ValueError:
            return replace(value, v=None)
    return value


def _count(matter: Matter, rule: Rule, wanted: Term, begins: str) -> Counted:
    roll = matter.read(rule.roll).v if rule.roll is not None else False
    return term_of(matter.calendars, begins, wanted, roll=bool(roll))


# ---- what is announced ----


def _announced(
    matter: Matter, step: Step, wanted: Value[Any], begins: str, deadline: str | None
) -> Iterator[Outcome]:
    """Whoever announces a last day announces one that is late enough; where the text gives none, somebody must."""
    assert step.publicity is not None
    if wanted.v is None:
        yield _silent(matter, step, wanted, announced=deadline is not None)
    elif deadline is not None:
        counted = _count(matter, step.publicity, wanted.v, begins)
        yield matter.says(
            wanted,
            deadline >= counted.earliest,
            "publicity.term.announced",
            step=step.name,
            term=wanted.v,
            begins=begins,
            needed=counted.last_day,
            announced=deadline,
        )


def _silent(matter: Matter, step: Step, wanted: Value[Any], *, announced: bool) -> Outcome:
    """A text that gives no length is answered by the announcement; one whose length is lost is not."""
    reasoned = announced and wanted.source == "silent"
    return matter.says(wanted, "unclear", "publicity.term.silent", reasoned=reasoned, step=step.name)


def _amended(matter: Matter, step: Step, wanted: Value[Any]) -> Iterator[Outcome]:
    data = matter.act.data
    if is_renewal(matter.act):
        begins = max((c.from_ for c in data.channels), default=matter.day)
        yield from _announced(matter, step, wanted, begins, data.deadline)
    elif data.kind == "corrected":
        names = "、".join(matter.file_name(item.application) for item in data.items)
        yield matter.says(
            Value(True, step.article, step.item, source="default"),
            False,
            "publicity.term.corrected",
            step=step.name,
            names=names or "、".join(map(matter.party_name, data.parties)) or "所示内容",
        )


# ---- what is closed ----


def _closed(matter: Matter, step: Step, wanted: Value[Any], publicity: Publicity) -> Iterator[Outcome]:
    periods = _periods(publicity, matter)
    if not periods:
        yield matter.says(wanted, False, "publicity.term.nothing_open", step=step.name)
    for period in periods:
        if wanted.v is None:
            kept = period.until is not None and matter.act.data.last_day >= period.until
            yield _silent(matter, step, wanted, announced=kept and _ended(matter))
        elif period.begins is not None:
            yield from _long_enough(matter, step, wanted, publicity, period)


def _periods(publicity: Publicity, matter: Matter) -> list[Period]:
    """The periods that this closing ends: those that are open and were not announced to go on. If all were, it tries to
    end the one that would be over first."""
    waiting = {period.act.digest: period for s in publicity.waiting() for period in [publicity.period(s)]}
    last = matter.act.data.last_day
    due = [p for p in waiting.values() if not p.renewed or p.until is None or p.until <= last]
    return due or sorted(waiting.values(), key=lambda p: p.until or "")[:1]


def _ended(matter: Matter) -> bool:
    """Whether the last day had ended when it was closed; of a paper dated that day nobody can say that it had not."""
    last: str = matter.act.data.last_day
    return matter.day > last or (not matter.act.live and matter.day == last)


def _long_enough(
    matter: Matter, step: Step, wanted: Value[Any], publicity: Publicity, period: Period
) -> Iterator[Outcome]:
    assert step.publicity is not None
    assert period.begins is not None
    assert wanted.v is not None
    counted = _count(matter, step.publicity, wanted.v, period.begins)
    last: str = matter.act.data.last_day
    facts: dict[str, Any] = {
        "step": step.name,
        "term": wanted.v,
        "begins": period.begins,
        "needed": counted.last_day,
        "last": last,
        "day": matter.day,
    }
    at = (period.act.position,)
    early = _taken_down(matter, step, publicity, period, counted.earliest)
    if last < counted.earliest:
        yield matter.says(wanted, False, "publicity.term.short", positions=at, **facts)
    elif counted.provisional:
        yield matter.says(wanted, "unclear", "publicity.term.provisional", positions=at, **facts)
    elif not _ended(matter):
        yield matter.says(wanted, False, "publicity.term.running", positions=at, **facts)
    elif early:
        yield matter.says(wanted, False, "publicity.term.channel", positions=at, channels=early, **facts)
    else:
        yield matter.says(wanted, True, "publicity.term.short", positions=at, **facts)
    if period.until is not None and counted.last_day < period.until:
        announced = Value(True, step.article, step.item, source="default")
        kept = last >= period.until
        yield matter.says(announced, kept, "publicity.term.kept", announced=period.until, **facts)


def _taken_down(matter: Matter, step: Step, publicity: Publicity, period: Period, until: str) -> str:
    """The channels that the text wants and that did not show the publicity to its last day; empty if enough did."""
    ends = {end.channel: end.to for end in matter.act.data.ends}
    channels = publicity.channels_of(period)
    short = [c for c in channels if (ends.get(c.channel) or c.to or until) < until]
    wanted = matter.read(step.channels.all).v if step.channels is not None and step.channels.all else None
    groups = [[c for c in channels if c.class_ == one] for one in wanted] if wanted else [list(channels)]
    gone = [c for group in groups if group and all(c in short for c in group) for c in group]
    return "、".join(c.address for c in gone)


# ---- what shows it ----


@rule("publicity.evidence", "publicity_closed")
def evidence(matter: Matter) -> Iterator[Outcome]:
    """Of every channel there is at least one capture from its period, and none on which it did not show. No text says
    so: it is the ledger's default."""
    step, publicity = _step(matter), matter.publicity
    if step is None or publicity is None:
        return
    value = Value(True, step.article, step.item, source="default")
    last: str = matter.act.data.last_day
    lacking, hidden = [], []
    for channel in publicity.channels():
        captures = [
            e for e in publicity.evidence if e.data.channel == channel.channel and _within(e, channel, last)
        ]
        if not any(e.data.shown for e in captures):
            lacking.append(channel)
        if any(not e.data.shown for e in captures):
            hidden.append(channel)
    for said, channels in (("publicity.evidence.missing", lacking), ("publicity.evidence.gap", hidden)):
        names = "、".join(c.address for c in channels)
        yield matter.says(value, not channels, said, step=step.name, channels=names)


def _within(capture: Any, channel: Channel, last: str) -> bool:
    return bool(channel.from_ <= day(capture.data.captured) <= last)
