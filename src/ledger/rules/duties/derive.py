"""The derivation itself: from acts that open duties to what is owed, by whom, until when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ledger.regulations.model import Duty, Leg, Regulation
from ledger.regulations.value import Value
from ledger.rules.act import Act
from ledger.rules.duties.bearers import bearers
from ledger.rules.duties.discharge import Asked, discharged, is_owed
from ledger.rules.duties.due import due_of
from ledger.rules.duties.events import before
from ledger.rules.duties.openings import OPENERS, concerns, from_day
from ledger.rules.duties.owed import Concern, Due, Owed, Standing, Why
from ledger.rules.duties.patterns import fits, type_of
from ledger.rules.governed import governing, read
from ledger.rules.grounds import falls_under
from ledger.rules.moment import day, is_after
from ledger.rules.procedure.state import Procedure
from ledger.rules.versions import in_force, rules_of


def duties(state: Procedure, today: str) -> Iterator[Owed]:
    """Everything owed on a day, discharged or not. Readings are those of that day."""
    for opener in OPENERS.values():
        for act in opener(state):
            for concern in concerns(state, act):
                yield from _opened(state, act, concern, today)


def _opened(state: Procedure, act: Act, concern: Concern, today: str) -> Iterator[Owed]:
    own = governing(state, concern.cycle) if concern.cycle is not None else None
    if own is None:
        return
    of_due_day = concern.honour is not None and rules_of(state, own, "duties", today) == "due_day"
    versions = [own]
    if of_due_day:
        versions = [known[-1].regulation for known in state.texts.versions.values()]
    for regulation in versions:
        if regulation.id != own.id:
            continue
        for owed in _under(state, regulation, act, concern, today):
            if not of_due_day or _rules_then(state, owed):
                yield owed


def _rules_then(state: Procedure, owed: Owed) -> bool:
    """Whether the version is the one in force on the last day; without such a day, when the duty was opened."""
    on = owed.due.day if owed.due is not None else from_day(owed.opened) or day(owed.opened.at)
    then = in_force(state, owed.regulation.id, on)
    return then is not None and then.regulation.name == owed.regulation.name


def _under(
    state: Procedure, regulation: Regulation, act: Act, concern: Concern, today: str
) -> Iterator[Owed]:
    for duty in regulation.duties.values():
        if not fits(act, duty.opened_by) or (duty.kinds and concern.kind not in duty.kinds):
            continue
        falls: bool | None = True
        if duty.ground is not None:
            falls = falls_under(state, regulation, regulation.grounds[duty.ground], act, concern.kind, today)
        if falls is False:
            continue
        for number, year in _years(state, regulation, duty, act, today):
            for leg in duty.legs:
                asked = Asked(state, regulation, duty, leg, act, concern, year, today)
                if is_owed(asked):
                    yield _owed(asked, number, doubtful=falls is None)


def _years(
    state: Procedure, regulation: Regulation, duty: Duty, act: Act, today: str
) -> Iterator[tuple[int, int | None]]:
    """Which time of a series, and the year it is about; (1, None) where there is no series."""
    since = from_day(act)
    if duty.repeat is None or since is None:
        yield 1, None
        return
    times = read(state.registers, regulation, duty.repeat, today).v or 0
    first = (
        read(state.registers, regulation, duty.first_year, today).v if duty.first_year is not None else None
    )
    begin = int(since[:4]) + (1 if first == "next_year" else 0)
    for number in range(1, int(times) + 1):
        yield number, begin + number - 1


def _owed(asked: Asked, number: int, *, doubtful: bool) -> Owed:
    duty, leg = asked.duty, asked.leg
    by = discharged(asked)
    value = asked.read(_dated(duty, leg))
    due = event = None
    if duty.before is not None:
        event = before(asked.state, asked.regulation, duty.before, asked.concern, asked.opened)
        found = _Found("open" if by is None else "discharged")
        if event is not None:
            found = _against(event, by)
    else:
        roll = duty.roll is not None and bool(asked.read(duty.roll).v)
        due = due_of(
            asked.state.texts.calendars, leg, value, from_day(asked.opened), number, asked.year, roll=roll
        )
        missing = value.v is not None and due is None
        found = _Found("unclear", "day") if missing else _by(due, by, asked.today)
    if by is None and found.standing != "discharged" and _lapsed(asked, due):
        found = _Found("lapsed")
    if found.standing in ("late", "overdue") and due is not None and _came_too_late(asked, due):
        found = _Found("open" if by is None else "discharged")
    if doubtful and found.standing in ("late", "overdue"):
        found = _Found("unclear", "ground")
    who = bearers(asked.state, leg.bearer, asked.concern)
    return Owed(
        asked.regulation,
        duty,
        leg,
        value,
        asked.opened,
        asked.concern,
        who,
        asked.year,
        due,
        event,
        by,
        *found,
    )


def _dated(duty: Duty, leg: Leg) -> Value[Any]:
    """The value that makes it due; the duty itself where nothing does."""
    if duty.before is not None:
        return duty.before_from if duty.before_from is not None else duty.value
    dated: Value[Any] | None = leg.due if leg.due is not None else leg.due_day
    return dated if dated is not None else duty.value


def _came_too_late(asked: Asked, due: Due) -> bool:
    """Whether the paper that the bearer passes on did not reach them by the last day: that is the fault of whose leg
    comes before."""
    legs = asked.duty.legs
    passed = [leg for leg in legs[: legs.index(asked.leg)] if type_of(leg.act) == type_of(asked.leg.act)]
    if not passed or asked.duty.before is not None or asked.year is None:
        return False
    came = discharged(asked._replace(leg=passed[-1]))
    return came is None or day(came.at) > due.latest


class _Found(NamedTuple):
    standing: Standing
    why: Why = ""


def _against(event: Act, by: Act | None) -> _Found:
    """A duty before something that has happened: late only if it surely came after."""
    if by is None:
        return _Found("overdue")
    return _Found("late" if is_after(by.at, event.at) else "discharged")


def _by(due: Due | None, by: Act | None, today: str) -> _Found:
    """A duty with a last day. What is done on that day is in time; it is overdue when the day has ended."""
    if due is None:
        return _Found("open" if by is None else "discharged")
    on = today if by is None else day(by.at)
    if on <= due.earliest:
        return _Found("open" if by is None else "discharged")
    if on > due.latest:
        return _Found("overdue" if by is None else "late")
    return _Found("unclear", "calendar")


def _lapsed(asked: Asked, due: Due | None) -> bool:
    """Whether what a holder's award brings with it ended with the award, before it was due."""
    honour = asked.concern.honour
    if asked.opened.type != "award_conferred" or honour is None or honour.revoked is None:
        return False
    return due is None or day(honour.revoked.at) <= due.day
