"""Who counts as one: ids joined to one identity, and those from whom something passes to a party."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ledger.rules.procedure.registers import Registers


class Forebear(NamedTuple):
    """An id whose history counts for a party: its own ids, or a predecessor's. `follows`: whether bars pass from it,
    None where nobody has decided that."""

    id: str
    follows: bool | None = True


def same(registers: Registers, id_: str) -> tuple[str, ...]:
    """All ids of the party or person, this one first."""
    others = registers.joined_of.get(registers.one(id_), ())
    return (id_, *(other for other in others if other != id_))


def forebears(registers: Registers, id_: str, on: str) -> Iterator[Forebear]:
    """The party under all its ids, and everybody whom it had succeeded by a day, each once. What nobody has decided
    about a link stays undecided for all behind it; where bars do not pass the line ends."""
    seen: set[str] = set()
    waiting: list[Forebear] = [Forebear(id_)]
    while waiting:
        here = waiting.pop()
        for one in same(registers, here.id):
            if one in seen:
                continue
            seen.add(one)
            yield Forebear(one, here.follows)
            for act in registers.succeeded.get(one, ()):
                data = act.data
                if one in data.successors and data.from_ <= on and data.bars_follow is not False:
                    follows = here.follows if data.bars_follow else None
                    waiting += [Forebear(before, follows) for before in data.predecessors]
