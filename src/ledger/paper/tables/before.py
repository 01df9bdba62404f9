"""What stands on the ledger already: papers by number, and acts that a table would enter a second time.

Two acts are the same entry if they are of one type, of one moment, for the same body, and say the same, sealed values
too; who typed it and on which paper does not matter. Sealed values are compared with what the vault keeps, here at the
desk and for equality only: nothing of them is shown, so nothing is read. An act that was voided stands no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ledger.acts.committed import committed_fields
from ledger.acts.registry import TYPES
from ledger.client.draft import Draft
from ledger.desk import Desk
from ledger.paper.tables.known import folded
from ledger.rules.life.fact import Fact, of_record
from ledger.rules.things import MAKES
from ledger.sealing.canon import encode

REGISTERED = "document_registered"


@dataclass(frozen=True, slots=True)
class Found:
    """An act of the ledger that an entry would repeat."""

    position: int
    act: dict[str, Any]
    digest: bytes


def facts(desk: Desk, type_: str) -> Iterator[tuple[int, Fact]]:
    """The acts of a type that stand and were not voided, in order."""
    voided = desk.look.procedure.entries.voided
    name = type_.encode()
    for position, data in desk.store.read_records():
        if name not in data:
            continue
        fact, _ = of_record(data)
        if fact.act is not None and fact.act["type"] == type_ and fact.digest not in voided:
            yield position, fact


def documents(desk: Desk) -> dict[str, tuple[str, ...]]:
    """Number → digests of the documents that are registered under it."""
    digests = [fact.digest for _, fact in facts(desk, REGISTERED) if fact.digest is not None]
    found: dict[str, tuple[str, ...]] = {}
    for digest, values in desk.vault.values(digests).items():
        number = values.get("number")
        if number is not None and isinstance(number.value, str):
            key = folded(number.value)
            found[key] = (*found.get(key, ()), digest.hex())
    return found


class Standing:
    """The acts of one type, as far as a table could repeat them."""

    def __init__(self, desk: Desk, type_: str) -> None:
        self._vault, self._type = desk.vault, type_
        self._acts = [
            Found(position, fact.act, fact.digest)
            for position, fact in facts(desk, type_)
            if fact.act is not None and fact.digest is not None
        ]
        self._keys: dict[tuple[bool, bool], dict[bytes, list[Found]]] = {}

    def repeated(self, draft: Draft, *, drawn: bool, said_when: bool) -> Found | None:
        """The act that the draft says again. `drawn`: its id was drawn just now and tells nothing; not `said_when`:
        its moment is that of the entry and tells nothing."""
        table = self._table(drawn, said_when)
        sealed = {opening.field: encode(opening.value) for opening in draft.openings}
        for found in table.get(public(draft.act, drawn=drawn, said_when=said_when), ()):
            kept = self._vault.values([found.digest]).get(found.digest, {})
            # A value that is erased cannot tell the two apart.
            values = {name: opening.value for name, opening in kept.items() if opening is not None}
            if all(encode(value) == sealed.get(name) for name, value in values.items()):
                return found
        return None

    def _table(self, drawn: bool, said_when: bool) -> dict[bytes, list[Found]]:
        table = self._keys.get((drawn, said_when))
        if table is None:
            table = self._keys[drawn, said_when] = {}
            for found in self._acts:
                key = public(found.act, drawn=drawn, said_when=said_when)
                table.setdefault(key, []).append(found)
        return table


def public(act: dict[str, Any], *, drawn: bool, said_when: bool) -> bytes:
    """What an act says openly, sealed values by their presence alone."""
    kind = TYPES.get(act["type"], act["v"])
    assert kind is not None
    data = dict(act["data"])
    for way in committed_fields(kind.struct):
        data = _masked(data, way)
    made = MAKES.get(act["type"])
    if drawn and made is not None:
        data[made[1]] = None
    return encode({"at": act["at"] if said_when else None, "data": data, "for": act["for"], "v": act["v"]})


def _masked(value: Any, way: tuple[str, ...]) -> Any:
    """The value with what stands at the end of the way replaced by whether it is there."""
    if value is None:
        return None
    if not way:
        return True
    if isinstance(value, list):
        steps: Iterable[int] = range(len(value)) if way[0] == "*" else (int(way[0]),)
        return [_masked(item, way[1:]) if i in steps else item for i, item in enumerate(value)]
    return {**value, way[0]: _masked(value[way[0]], way[1:])}
