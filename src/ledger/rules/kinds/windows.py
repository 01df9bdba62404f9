"""Windows and limits: what must lie between the days, or before the day, that the call has fixed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ledger.regulations.model import Step
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.moment import day
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.opening import Cycle
from ledger.rules.procedure.progress import is_performing
from ledger.rules.terms import term_of

_ARRIVED: Final = {
    "application_submitted": "received",
    "recommendation_issued": "forwarded_on",
    "stage_report_issued": "delivered_on",
}
"""The field of a type that says when the paper reached, or was sent on to, the body that the text names."""


@rule("gate.window")
def window(matter: Matter) -> Iterator[Outcome]:
    """The act lies within the window, or within the limit, that the call and its amendments set; the window opens no
    sooner after the call than the text wants."""
    step, cycle = matter.step, matter.cycle
    if step is None or cycle is None:
        return
    if matter.act.type == "call_published" and step.lead is not None:
        yield from _lead(matter, step)
    if not is_performing(matter.act.type) or not cycle.calls:
        return  # that there must be a call first is a matter of order
    if step.window is not None and step.window.v == "call":
        yield from _within(matter, step, cycle)
    if step.limit is not None and step.limit.v == "call":
        yield _limit(matter, step, cycle)


def arrived(matter: Matter) -> str:
    """The day that counts: of what was done here, this day, or a later one that the act itself names; of a paper the
    day on which it arrived, or its own where nobody wrote that down."""
    field = _ARRIVED.get(matter.act.type)
    at = matter.act.get(field) if field is not None else None
    if at is None:
        return matter.day
    return max(matter.day, day(at)) if matter.act.live else day(at)


def _within(matter: Matter, step: Step, cycle: Cycle) -> Iterator[Outcome]:
    assert step.window is not None
    first, last = cycle.window
    today = arrived(matter)
    if first is None or last is None:
        yield matter.says(step.window, "unclear", "gate.window.unset", step=step.name)
    if first is not None:
        yield matter.says(
            step.window, first <= today, "gate.window.early", step=step.name, first=first, day=today
        )
    if last is not None:
        yield matter.says(
            step.window, today <= last, "gate.window.late", step=step.name, last=last, day=today
        )


def _limit(matter: Matter, step: Step, cycle: Cycle) -> Outcome:
    assert step.limit is not None
    last, today = cycle.limit(step.id), arrived(matter)
    if last is None:
        return matter.says(step.limit, "unclear", "gate.window.unset", step=step.name)
    return matter.says(step.limit, today <= last, "gate.window.late", step=step.name, last=last, day=today)


def _lead(matter: Matter, step: Step) -> Iterator[Outcome]:
    """Between the day on which the last medium brought the call and the first day for applications."""
    assert step.lead is not None
    lead, data = matter.read(step.lead), matter.act.data
    begins = max((channel.from_ for channel in data.channels), default=matter.day)
    if lead.v is None or data.window_from is None:
        yield matter.says(lead, "unclear", "gate.window.lead.unset", step=step.name)
        return
    term = term_of(matter.calendars, begins, lead.v, roll=False)
    enough = term.latest <= data.window_from
    result = "holds" if enough else "unclear" if term.earliest <= data.window_from else "fails"
    yield matter.says(
        lead,
        result,  # type: ignore[arg-type]  # mypy widens the three words
        "gate.window.lead",
        step=step.name,
        lead=lead.v,
        begins=begins,
        first=data.window_from,
    )
