"""Random harm done to a ledger's rows, for tests that compare two ways of finding it."""

from __future__ import annotations

import random

from ledger.sealing import canon, record
from tests.support.ledgers import Contents, LedgerMaker


def spoil(maker: LedgerMaker, seed: int) -> Contents:
    """The ledger's contents with one to three things wrong; its index is made of what is there afterwards."""
    chance = random.Random(seed)
    contents = maker.contents
    spoilt = Contents([*contents.records], [*contents.checkpoints], contents.newest, [*contents.vault])
    for _ in range(chance.randrange(1, 4)):
        chance.choice([_flip, _swap, _double, _drop, _forge, _restamp, _cut, _turn])(spoilt, chance)
    return spoilt


def _flip(contents: Contents, chance: random.Random) -> None:
    """One bit."""
    at = chance.randrange(len(contents.records))
    data = bytearray(contents.records[at])
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    contents.records[at] = bytes(data)


def _swap(contents: Contents, chance: random.Random) -> None:
    a, b = (chance.randrange(len(contents.records)) for _ in "ab")
    contents.records[a], contents.records[b] = contents.records[b], contents.records[a]


def _double(contents: Contents, chance: random.Random) -> None:
    contents.records.insert(chance.randrange(len(contents.records) + 1), chance.choice(contents.records))


def _drop(contents: Contents, chance: random.Random) -> None:
    """A record is taken out and the others close up."""
    del contents.records[chance.randrange(len(contents.records))]


def _forge(contents: Contents, chance: random.Random) -> None:
    """A field of an act is changed; nobody signs it again."""
    at = chance.randrange(len(contents.records))
    try:
        stored = record.unpack(contents.records[at])
        act = canon.decode(stored.act)
    except Exception:  # noqa: BLE001  # harmed already
        return
    name = chance.choice(sorted(act))
    act[name] = chance.choice([None, 0, "zzzz", [], b"x" * 32, {"a": 1}, [1, b"r" * 32], [b"b" * 16, 1, 2]])
    contents.records[at] = record.pack(stored.recorded_at, stored.desk, canon.encode(act), stored.sig)


def _restamp(contents: Contents, chance: random.Random) -> None:
    """Another moment of receipt."""
    at = chance.randrange(len(contents.records))
    try:
        stored = record.unpack(contents.records[at])
    except Exception:  # noqa: BLE001  # harmed already
        return
    shift = chance.choice([-(10**12), -1, 1, 10**12])
    contents.records[at] = record.pack(stored.recorded_at + shift, stored.desk, stored.act, stored.sig)


def _cut(contents: Contents, chance: random.Random) -> None:
    """The end is gone."""
    del contents.records[chance.randrange(len(contents.records)) :]
    if not contents.records:
        contents.records.append(b"")


def _turn(contents: Contents, chance: random.Random) -> None:
    """Two neighbours change places."""
    at = chance.randrange(len(contents.records))
    contents.records[at - 1], contents.records[at] = contents.records[at], contents.records[at - 1]
