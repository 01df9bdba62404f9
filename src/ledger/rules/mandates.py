"""Mandates: who may do what in another's place, and until when.

A mandate is given by whoever its act is for. It names a body, a person or a post that may act, and the types of acts
(`all` for every one); one for a cycle holds in that cycle only.
"""

from __future__ import annotations

from collections.abc import Iterator

from ledger.rules.act import Act
from ledger.rules.moment import day
from ledger.rules.procedure.state import Procedure


def mandate_for(state: Procedure, act: Act) -> Act | None:
    """The mandate under which the signer does this act for another, if one is recorded."""
    if act.for_ is None:
        return None
    return next((m for m in given_by(state, act.for_) if _covers(m, act) and _names_signer(m, act)), None)


def named_mandate(state: Procedure, act: Act, id_: str) -> Act | None:
    """The mandate that an act names, if it holds for such an act on its day."""
    found = state.registers.mandates.get(id_)
    return found if found is not None and _covers(found, act) else None


def given_by(state: Procedure, giver: str) -> Iterator[Act]:
    """The mandates that a body or party has given, the newest first."""
    for id_ in reversed(state.registers.mandates_of.get(giver, ())):
        yield state.registers.mandates[id_]


def _covers(mandate: Act, act: Act) -> bool:
    data, on = mandate.data, day(act.at)
    return bool(
        (act.type in data.scope or "all" in data.scope)
        and data.from_ <= on
        and (data.to is None or on <= data.to)
        and data.cycle in (None, act.get("cycle"))
    )


def _names_signer(mandate: Act, act: Act) -> bool:
    data = mandate.data
    body = act.as_.partition("/")[0] if act.as_ is not None else None
    named = [
        wanted == own
        for wanted, own in ((data.person, act.by), (data.body, body), (data.post, act.as_))
        if wanted is not None
    ]
    return bool(named) and all(named)
