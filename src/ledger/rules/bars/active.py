"""Which bars stand in the way of somebody: every bar of a text with this effect, in turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ledger.regulations.model import Bar
from ledger.regulations.value import Value
from ledger.rules.bars.extent import CLEAR, Extent, When, extent
from ledger.rules.bars.origins import Origin, Source, origins
from ledger.rules.bars.roster import is_complete
from ledger.rules.kin import Forebear, forebears


class Standing(NamedTuple):
    """How one bar stands to somebody. `origin`: what opened it, if anything did, and through whom it reached them;
    `why`: `roster` where nothing did but something may be hidden before the ledger."""

    bar: Bar
    extent: Extent
    origin: Origin | None = None
    through: Forebear | None = None
    why: str = "origin"

    @property
    def value(self) -> Value[Any]:
        """That the text has this bar."""
        return Value(True, self.bar.article, self.bar.item)


def standings(
    source: Source, who: str, when: When, effect: str, tier: str | None = None
) -> Iterator[Standing]:
    """Each bar of this effect (on this tier), with what it means for a party or person at that time."""
    lines: list[Forebear] | None = None
    for bar in source.regulation.bars:
        if bar.effect != effect or (bar.effect == "be_listed" and bar.tier != tier):
            continue
        if lines is None:
            lines = list(forebears(source.state.registers, who, when.last))
        yield _standing(source, bar, lines, when)


def _standing(source: Source, bar: Bar, lines: list[Forebear], when: When) -> Standing:
    """The worst of all its origins: one that bars, else one of which it cannot be told. Whether somebody may apply or
    be listed cannot be told without a roster; who may review is asked of what is known."""
    unclear: Standing | None = None
    own = tuple(line.id for line in lines if line.follows)
    undecided = [line for line in lines if line.follows is None]
    for ids, through in ((own, None), *(((line.id,), line) for line in undecided)):
        for origin in origins(source, bar, ids):
            found = extent(source, bar, origin, when)
            if through is not None and found.result == "fails":
                found = found._replace(result="unclear")
                unclear = unclear or Standing(bar, found, origin, through, "successor")
            elif found.result == "fails":
                return Standing(bar, found, origin)
            elif found.result == "unclear":
                unclear = unclear or Standing(bar, found, origin)
    if unclear is not None:
        return unclear
    length = source.read(bar.length).v if bar.length is not None else None
    if bar.effect != "serve" and not is_complete(source.state, source.family, bar, length, when.first):
        return Standing(bar, Extent("unclear"), why="roster")
    return Standing(bar, CLEAR)
