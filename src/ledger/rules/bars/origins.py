"""Origins of bars: the things that open one, each with its day, or the days between which it must have been.

Facts from before the ledger count like acts of the ledger. A fact of whose day only the year is known lies somewhere in
that year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple

from ledger.regulations.model import Bar, Regulation
from ledger.regulations.value import Value
from ledger.rules.act import Act
from ledger.rules.days import beside
from ledger.rules.moment import day
from ledger.rules.procedure.decision import Honour
from ledger.rules.procedure.opening import regulation_id
from ledger.rules.procedure.state import Procedure

FOREVER: Final = "9999-12-31"


class Origin(NamedTuple):
    """`first` to `last`: the days between which it happened, one and the same if the day is known. `until`, or
    `until_edition`: an end that is written already, of an honour's validity or of what was decided."""

    first: str
    last: str
    words: str
    positions: tuple[int, ...]
    edition: int | None = None
    until: str | None = None
    until_edition: int | None = None
    revoked: bool = False


class Source(NamedTuple):
    """What origins are looked up in. `read`: a value under the readings of the day; `called`: a category's name."""

    state: Procedure
    regulation: Regulation
    read: Callable[[Value[Any]], Value[Any]]

    @property
    def family(self) -> str:
        return self.regulation.id


def origins(source: Source, bar: Bar, ids: Iterable[str]) -> list[Origin]:
    """Everything that opens this bar for somebody known under these ids, the earliest first. Of `honour:TIER#2` only
    the second counts."""
    ids = tuple(ids)
    sort, _, rest = bar.on.partition(":")
    tier, _, nth = rest.partition("#")
    found: list[Origin] = []
    for id_ in ids:
        if sort == "honour":
            found += _honours(source, id_, tier)
        elif sort == "ground":
            found += _revocations(source, bar, id_, rest)
        elif sort == "determination":
            found += _determinations(source, bar, id_, rest)
        else:
            found += _sanctions(source, bar, id_)
        if sort != "honour":
            found += _written(source, bar, id_)
    found.sort(key=lambda origin: (origin.first, origin.last))
    if sort == "honour" and bar.revoked_count is not None and source.read(bar.revoked_count).v is False:
        found = [origin for origin in found if not origin.revoked]
    return found[int(nth) - 1 : int(nth)] if nth else found


# ---- honours ----


def _honours(source: Source, id_: str, tier: str) -> Iterator[Origin]:
    state = source.state
    for award in state.decision.honours_of.get(id_, ()):
        honour = state.decision.honours[award]
        data = honour.conferred.data
        cycle = state.opening.cycles.get(data.cycle)
        if cycle is None or regulation_id(cycle.regulation) != source.family:
            continue
        if _is_of(source, data.category, tier):
            yield Origin(
                data.conferred_on,
                data.conferred_on,
                f"{data.conferred_on} 获{_category(source, data.category)}",
                (honour.conferred.position,),
                cycle.opened.data.edition if cycle.opened is not None else None,
                until=_valid_to(honour),
                revoked=honour.revoked is not None,
            )
    legacy = [act for act in state.registers.legacy.get(id_, ()) if _counts(source, act)]
    revoked = {
        act.data.award for act in legacy if act.data.kind == "revocation" and act.data.award is not None
    }
    for act in legacy:
        if act.data.kind == "award" and _is_of(source, act.data.category, tier):
            name = "获" + (_category(source, act.data.category) if act.data.category else "奖")
            yield _legacy(act, name)._replace(revoked=act.data.award in revoked)


def _is_of(source: Source, category: str | None, tier: str) -> bool:
    """A category of the tier; a fact from before the ledger may name the tier itself, or neither."""
    if tier == "any" or category is None or category == tier:
        return True
    known = source.regulation.categories.get(category)
    return known is not None and known.tier == tier


def _category(source: Source, category: str) -> str:
    known = source.regulation.categories.get(category)
    return known.name if known is not None else category


def _valid_to(honour: Honour) -> str | None:
    ends = [act.data.valid_to for act in honour.reviewed if act.data.valid_to is not None]
    found: str | None = ends[-1] if ends else honour.conferred.data.valid_to
    return found


# ---- what was decided against somebody ----


def _revocations(source: Source, bar: Bar, id_: str, ground: str) -> Iterator[Origin]:
    state = source.state
    start = source.read(bar.start).v if bar.start is not None else None
    for award in state.decision.honours_of.get(id_, ()):
        act = state.decision.honours[award].revoked
        if act is None or act.data.ground != ground:
            continue
        if act.data.parties and id_ not in act.data.parties:
            continue
        begins, determined = day(act.at), _determined(state, act)
        if start == "determination" and determined is not None:
            begins = determined
        yield Origin(
            begins, begins, f"{day(act.at)} 因“{_ground(source, ground)}”被撤销称号", (act.position,)
        )
    for act in state.registers.legacy.get(id_, ()):
        if act.data.kind == "revocation" and _counts(source, act) and _on_ground(source, bar, act, ground):
            yield _legacy(act, f"因“{_ground(source, ground)}”被撤销称号")


def _determined(state: Procedure, revocation: Act) -> str | None:
    """The day of the first determination on which it rests."""
    known = [state.after.determinations.get(id_) for id_ in revocation.data.determinations]
    return min((day(act.at) for act in known if act is not None), default=None)


def _determinations(source: Source, bar: Bar, id_: str, ground: str) -> Iterator[Origin]:
    """Of an application, not of an award: once there is an award its revocation is what bars."""
    state = source.state
    start = source.read(bar.start).v if bar.start is not None else None
    for act in state.after.determined_of.get(id_, ()):
        data = act.data
        if data.kind != ground or data.outcome != "established" or data.award is not None:
            continue
        begins = day(act.at)
        application = state.opening.applications.get(data.application or "")
        gone = application.gone if application is not None else None
        if start == "decision" and gone is not None and gone.type == "application_struck":
            begins = max(begins, day(gone.at))
        yield Origin(begins, begins, f"{begins} 因“{_ground(source, ground)}”受到处理", (act.position,))


def _sanctions(source: Source, bar: Bar, id_: str) -> Iterator[Origin]:
    """A reviewer's disqualification; being reinstated ends it, unless it is for ever."""
    state = source.state
    acts = state.after.sanctions.get(id_, ())
    ends = bar.until_decision is not None and source.read(bar.until_decision).v is not False
    for number, act in enumerate(acts):
        if act.data.level != "disqualified":
            continue
        back = next((a for a in acts[number + 1 :] if a.data.level == "reinstated"), None) if ends else None
        until = act.data.until
        if back is not None:
            until = min(until or FOREVER, beside(day(back.at), -1))
        yield Origin(day(act.at), day(act.at), f"{day(act.at)} 被取消评审资格", (act.position,), until=until)
    for act in state.registers.legacy.get(id_, ()):
        if act.data.kind == "sanction" and _counts(source, act) and "reinstated" not in act.data.items:
            yield _legacy(act, "被取消评审资格")


# ---- from before the ledger ----


def _written(source: Source, bar: Bar, id_: str) -> Iterator[Origin]:
    """Bars that were imposed before the ledger; what names neither bar nor ground counts under the first that fits."""
    for act in source.state.registers.legacy.get(id_, ()):
        if act.data.kind == "bar" and _counts(source, act):
            ground = bar.on.partition(":")[2]
            if bar.id in act.data.items or _on_ground(source, bar, act, ground):
                yield _legacy(act, "受到限制")


def _on_ground(source: Source, bar: Bar, act: Act, ground: str) -> bool:
    named = set(act.data.items) & {*source.regulation.grounds, *(b.id for b in source.regulation.bars)}
    if named:
        return ground in named
    kind = bar.on.partition(":")[0]
    first = next(
        b for b in source.regulation.bars if b.on.partition(":")[0] == kind and b.effect == bar.effect
    )
    return first.id == bar.id


def _counts(source: Source, act: Act) -> bool:
    """Whether a fact from before the ledger is about this award."""
    of = act.data.regulation
    return of is None or regulation_id(of) == source.family


def _legacy(act: Act, what: str) -> Origin:
    data = act.data
    if data.day is not None:
        first = last = data.day
        when = data.day
    elif data.year is not None:
        first, last, when = f"{data.year}-01-01", f"{data.year}-12-31", f"{data.year} 年"
    else:
        first, last, when = "1949-01-01", FOREVER, "日期不详"
    words = f"{when} {what}"
    return Origin(first, last, words, (act.position,), data.edition, data.until, data.until_edition)


def _ground(source: Source, ground: str) -> str:
    known = source.regulation.grounds.get(ground)
    return known.name if known is not None else ground
