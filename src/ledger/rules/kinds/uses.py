"""The honour in use: by its holder, while it is theirs, in places that the text allows, with its year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ledger.regulations.glossary import called
from ledger.regulations.model import Use
from ledger.regulations.value import Value
from ledger.rules.act import Act
from ledger.rules.kin import same
from ledger.rules.kinds.registry import rule
from ledger.rules.matrix import Result
from ledger.rules.matter import Matter
from ledger.rules.moment import day
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.decision import Honour

ON_PRODUCT = "product_mark"
"""The use that an honour shown on a product is, whatever else it was meant for."""


@rule("honour.use", "honour_used")
def use(matter: Matter) -> Iterator[Outcome]:
    """Nobody shows what they do not hold; holders show it as the text allows. It has been shown already, so nothing is
    refused."""
    regulation = matter.regulation
    if regulation is None:
        return
    uses = [known for known in regulation.uses if known.of == "honour"]
    holds = _holds(matter)
    for known in uses:
        yield _by_holder(matter, known, holds)
        if holds is True and _is_for(matter, known):
            yield from _still_held(matter, known)
            yield from _place(matter, known)


# ---- whose it is ----


def _holds(matter: Matter) -> bool | None:
    """Whether who shows it holds such an award, on the ledger or from before it; None where nobody is named."""
    data, state = matter.act.data, matter.state
    if data.party is None:
        return True if data.award is not None else None
    return any(data.award is None or award == data.award for award in _awards(matter, data.party)) or (
        data.award is None
        and any(
            act.data.kind == "award"
            for id_ in same(state.registers, data.party)
            for act in _legacy(matter, id_)
        )
    )


def _awards(matter: Matter, party: str) -> Iterator[str]:
    for id_ in same(matter.state.registers, party):
        yield from matter.state.decision.honours_of.get(id_, ())
        for act in _legacy(matter, id_):
            if act.data.kind == "award" and act.data.award is not None:
                yield act.data.award


def _legacy(matter: Matter, party: str) -> tuple[Act, ...]:
    return matter.state.registers.legacy.get(party, ())


def _by_holder(matter: Matter, known: Use, holds: bool | None) -> Outcome:
    assert matter.regulation is not None
    misuse = next(
        (
            c.forbid
            for c in matter.regulation.conduct
            if c.forbid is not None and "misuse" in (c.forbid.v or ())
        ),
        None,
    )
    value: Value[Any] = matter.read(misuse) if misuse is not None else Value(True, known.article, known.item)
    result: Result = "unclear" if holds is None else "holds" if holds else "fails"
    party = matter.act.data.party
    name = matter.party_name(party) if party is not None else ""
    said = "honour.use.holder" if party is not None else "honour.use.nobody"
    return matter.says(value, result, said, party=name, world=True)


def _honour(matter: Matter) -> Honour | None:
    """The award shown; where none is named, the newest of who shows it."""
    data, honours = matter.act.data, matter.state.decision.honours
    if data.award is not None:
        return honours.get(data.award)
    own = [honours[award] for award in _awards(matter, data.party) if award in honours]
    return max(own, key=lambda honour: honour.conferred.data.conferred_on, default=None)


def _is_for(matter: Matter, known: Use) -> bool:
    """Whether the text speaks of holders of this kind."""
    if not known.kinds:
        return True
    honour = _honour(matter)
    party = matter.act.data.party or (honour.parties[0] if honour is not None else None)
    registered = matter.state.registers.parties.get(party or "")
    return registered is not None and registered.data.kind in known.kinds


def _still_held(matter: Matter, known: Use) -> Iterator[Outcome]:
    honour, on = _honour(matter), matter.act.data.used_on
    if honour is None:
        return
    here: Value[Any] = Value(True, known.article, known.item)
    revoked = honour.revoked
    lost = revoked is not None and day(revoked.at) < on
    yield matter.says(
        here,
        not lost,
        "honour.use.revoked",
        positions=(revoked.position,) if revoked is not None else (),
        revoked=day(revoked.at) if revoked is not None else "",
        used=on,
        world=True,
    )
    until = _valid_to(honour)
    if until is not None:
        yield matter.says(here, on <= until, "honour.use.expired", until=until, used=on, world=True)


def _valid_to(honour: Honour) -> str | None:
    ends = [act.data.valid_to for act in honour.reviewed if act.data.valid_to is not None]
    found: str | None = ends[-1] if ends else honour.conferred.data.valid_to
    return found


# ---- where and how ----


def _place(matter: Matter, known: Use) -> Iterator[Outcome]:
    data = matter.act.data
    places = {data.purpose, data.medium} | ({ON_PRODUCT} if data.product else set())
    if known.forbidden is not None:
        forbidden = matter.read(known.forbidden)
        wrong = sorted(places & set(forbidden.v or ()))
        names = "、".join(called("use", code, matter.regulation) for code in wrong)
        yield matter.says(forbidden, not wrong, "honour.use.place", places=names, world=True)
    if known.allowed is not None:
        allowed = matter.read(known.allowed)
        names = "、".join(called("use", code, matter.regulation) for code in allowed.v or ())
        met = data.purpose in (allowed.v or ())
        yield matter.says(allowed, met, "honour.use.allowed", allowed=names, world=True)
    if known.year_shown is not None:
        year = matter.read(known.year_shown)
        yield matter.says(year, bool(data.year_shown) or not year.v, "honour.use.year", world=True)
