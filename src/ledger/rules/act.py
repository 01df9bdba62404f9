"""An act as rules see it: its head and the struct of its data. Entries of the state are such acts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ledger.acts.registry import TYPES
from ledger.rules.life.fact import Fact
from ledger.rules.moment import At


@dataclass(frozen=True, slots=True)
class Act:
    """`position` is where it stands, or would stand. `data` is the struct of its type's newest version."""

    position: int
    recorded_at: int
    digest: bytes
    type: str
    by: str
    as_: str | None
    for_: str | None
    mode: str
    at: At
    basis: tuple[bytes, ...]
    acknowledges: tuple[str, ...]
    data: Any
    batched: bool = False

    @property
    def live(self) -> bool:
        """Whether it is done here and now, by oneself or under a mandate."""
        return self.mode != "transcribed"

    @property
    def body(self) -> str | None:
        """Whose act it is, as an id of a body, party or person: the one it was done for, else the body whose post the
        signer acts in (`body/…`), else nobody but the signer."""
        if self.for_ is not None:
            return self.for_
        return self.as_.partition("/")[0] if self.as_ is not None else None

    @property
    def who(self) -> str:
        """Whose act it is: body, party or person."""
        return self.body or self.by

    def get(self, name: str) -> Any:
        """A field of the data, or None if its type has no such field."""
        return getattr(self.data, name, None)


def procedural(fact: Fact, position: int) -> Act | None:
    """The act of a fact, if it is a well-formed one of the procedure."""
    act = fact.act
    if act is None or not fact.known or fact.digest is None or fact.recorded_at is None:
        return None
    kind = TYPES.get(act["type"], act["v"])
    if kind is None or kind.life:
        return None
    v, data = TYPES.current(act["type"], act["v"], act["data"])
    newest = TYPES.get(act["type"], v)
    assert newest is not None
    return Act(
        position,
        fact.recorded_at,
        fact.digest,
        act["type"],
        act["by"],
        act["as"],
        act["for"],
        act["mode"],
        act["at"],
        tuple(act["basis"]),
        tuple(act["acknowledges"]),
        newest.load(data),
        act["batch"] is not None,
    )
