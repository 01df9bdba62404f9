"""Draws: the pool is fixed first, two officers of two bodies give halves of a seed, the order follows from both.

That a draw is at random is what a text demands; how a draw shows it is docs/draws.md. Where a text asks for no draw,
what is wrong with one is a finding only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ledger.regulations.value import Value
from ledger.rules.draws import is_half, order_of, seed_of
from ledger.rules.kinds.gates import Told
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.review import Draw


def at_random(matter: Matter) -> Value[Any] | None:
    """That the panel of this step is drawn; where the text does not want that, the ledger's own measure."""
    step = matter.step
    if step is None:
        return None
    method = step.panel.method if step.panel is not None else None
    if method is not None and matter.read(method).v == "drawn":
        return matter.read(method)
    return Value("drawn", step.article, step.item, source="default")


def named(people: list[str]) -> str:
    """Some of them by name, the rest by their number."""
    return "、".join(people[:Told]) + (f"等 {len(people)} 人" if len(people) > Told else "")


@rule("draw.pool", "draw_prepared", class_="not_yet")
def pool(matter: Matter) -> Iterator[Outcome]:
    """Everybody in the pool is enrolled and stands in one stratum, there is something to draw, and nobody enrolled is
    left out without a ground. A draw that nobody used, held again, is told."""
    value = at_random(matter)
    if value is None or matter.step is None:
        return
    data, experts = matter.act.data, matter.state.registers.experts
    pooled = [person for stratum in data.strata for person in stratum.pool]
    panel = matter.step.panel
    sources = matter.read(panel.sources) if panel is not None and panel.sources is not None else None
    wanted = set(sources.v or ()) if sources is not None else set()
    strangers = [
        p for p in pooled if p not in experts or (wanted and not wanted & set(experts[p].data.pools))
    ]
    yield matter.says(sources or value, not strangers, "draw.pool.stranger", people=named(strangers))
    twice = sorted({p for p in pooled if pooled.count(p) > 1})
    yield matter.says(value, not twice, "draw.pool.twice", people=named(twice))
    excluded = {exclusion.person for exclusion in data.excluded}
    for stratum in data.strata:
        left = len(set(stratum.pool) - excluded)
        yield matter.says(value, left > stratum.seats, "draw.pool.few", left=left, seats=stratum.seats)
    default = replace(value, source="default")
    enrolled = {p for p, act in experts.items() if not wanted or wanted & set(act.data.pools)}
    left_out = sorted(enrolled - set(pooled) - excluded)
    yield matter.says(default, not left_out, "draw.pool.left_out", people=named(left_out))
    unused = _held_unused(matter)
    yield matter.says(default, unused is None, "draw.pool.again", positions=_at(unused))


def _held_unused(matter: Matter) -> Draw | None:
    data, review = matter.act.data, matter.state.review
    panels = [review.panels[id_] for id_ in review.panels_of.get((data.cycle, data.step), ())]
    used = {act.data.draw for panel in panels for act in (panel.formed, *panel.changes) if act.get("draw")}
    return next((d for d in review.draws_at(data.cycle, data.step) if d.held and d.id not in used), None)


def _at(draw: Draw | None) -> tuple[int, ...]:
    return (draw.held.position,) if draw is not None and draw.held is not None else ()


@rule("draw.officers", "draw_committed", class_="not_yet")
def officers(matter: Matter) -> Iterator[Outcome]:
    """Two officers, of two bodies, each give one half, while the draw waits for it."""
    value, draw = at_random(matter), matter.state.review.draws.get(matter.act.data.draw)
    if value is None or draw is None:
        return
    act = matter.act
    yield _same(matter, value, draw)
    yield matter.says(value, draw.prepared.data.method == "computed", "draw.officers.physical")
    yield matter.says(value, draw.held is None and draw.abandoned is None, "draw.ended")
    yield matter.says(value, len(draw.committed) < 2, "draw.officers.third")
    for other in draw.committed[:1]:
        apart = other.by != act.by and other.body != act.body and act.body is not None
        yield matter.says(value, apart, "draw.officers.one_body", body=matter.party_name(act.who))


@rule("draw.recomputed", "draw_held")
def recomputed(matter: Matter) -> Iterator[Outcome]:
    """A computed draw has the very order that its two halves give; a physical one has its machine, its supervisor and
    its minutes, and drew enough people out of the pool."""
    value, draw = at_random(matter), matter.state.review.draws.get(matter.act.data.draw)
    if value is None or draw is None:
        return
    data = matter.act.data
    yield _same(matter, value, draw)
    yield matter.says(value, draw.held is None and draw.abandoned is None, "draw.ended")
    yield matter.says(value, data.method == draw.prepared.data.method, "draw.recomputed.method")
    if data.method == "physical":
        appointed = supervisors(matter)
        seen = data.supervisor is not None and data.supervisor in appointed
        complete = data.device is not None and data.minutes is not None and seen
        yield matter.says(value, complete, "draw.recomputed.physical")
        yield matter.says(
            value, not _misdrawn(draw, data), "draw.recomputed.names", names=_misdrawn(draw, data)
        )
        return
    yield matter.says(value, len(draw.committed) == 2, "draw.recomputed.halves", given=len(draw.committed))
    if len(draw.committed) == 2:
        halves = _halves(draw, data.openings)
        yield matter.says(value, halves is not None, "draw.recomputed.opening")
        if halves is not None:
            wrong = _wrong(draw, data, seed_of(draw.id, *halves))
            yield matter.says(value, not wrong, "draw.recomputed.order", strata=wrong)


@rule("draw.abandoned", "draw_abandoned")
def abandoned(matter: Matter) -> Iterator[Outcome]:
    """A draw given up is always told: somebody may not have liked where it went."""
    value, draw = at_random(matter), matter.state.review.draws.get(matter.act.data.draw)
    if value is None or draw is None:
        return
    positions = (draw.prepared.position, *(act.position for act in draw.committed))
    yield matter.says(value, draw.held is None and draw.abandoned is None, "draw.ended")
    default = replace(value, source="default")
    yield matter.says(
        default, False, "draw.abandoned", positions=positions, world=True, given=len(draw.committed)
    )


def supervisors(matter: Matter) -> frozenset[str]:
    """The supervisors appointed for the step of this act, or for the whole review."""
    data = matter.act.data
    acts = matter.state.review.supervisors.get(data.cycle, ())
    return frozenset(
        person
        for act in acts
        if not act.data.scope or data.step in act.data.scope
        for person in act.data.persons
    )


# ---- what a draw must give ----


def _same(matter: Matter, value: Value[Any], draw: Draw) -> Outcome:
    data, prepared = matter.act.data, draw.prepared.data
    return matter.says(value, (data.cycle, data.step) == (prepared.cycle, prepared.step), "draw.other")


def _candidates(draw: Draw) -> dict[str, tuple[set[str], int, int]]:
    """Stratum → who can be drawn, how many there are to draw, how many of them have seats."""
    excluded = {exclusion.person for exclusion in draw.prepared.data.excluded}
    found = {}
    for stratum in draw.prepared.data.strata:
        left = set(stratum.pool) - excluded
        found[stratum.stratum] = (left, min(len(left), stratum.seats + stratum.reserves), stratum.seats)
    return found


def _halves(draw: Draw, openings: Any) -> tuple[str, str] | None:
    """The two opened halves in the order of committing; None if one is not there. (That each is what was committed to
    is judged with the ledger's own life.)"""
    opened = {opening.act: opening.value for opening in openings if opening.field == "seed"}
    first, second = (opened.get(act.digest) for act in draw.committed)
    if not is_half(first) or not is_half(second):
        return None
    return str(first), str(second)


def _wrong(draw: Draw, data: Any, seed: str) -> str:
    """Strata whose order is another than the seed gives."""
    held = {drawn.stratum: drawn.order for drawn in data.drawn}
    wanted = {name: order_of(seed, name, left)[:n] for name, (left, n, _) in _candidates(draw).items()}
    return "、".join(
        sorted(name for name in held.keys() | wanted.keys() if held.get(name) != wanted.get(name))
    )


def _misdrawn(draw: Draw, data: Any) -> str:
    """Strata in which somebody was drawn twice, or from outside the pool, or too few were drawn."""
    held = {drawn.stratum: drawn.order for drawn in data.drawn}
    candidates = _candidates(draw)
    wrong = held.keys() ^ candidates.keys()
    for name, order in held.items():
        left, _, seats = candidates.get(name, (set(), 0, 0))
        if len(set(order)) != len(order) or not set(order) <= left or len(order) < seats:
            wrong |= {name}
    return "、".join(sorted(wrong))
