"""Ledgers on which everything happens: acts right and wrong, spoiled bytes, strange notes, by a seed.

Nothing here knows what a verifier ought to say. Two of them are asked, and must say the same.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from ledger.sealing import canon, record
from ledger.sealing.envelope import ACT_TYPE, sign
from tests.strangers.chaos_acts import ACTS
from tests.strangers.chaos_founding import spoil_founding
from tests.strangers.chaos_heads import HEADS
from tests.strangers.chaos_notes import shown
from tests.support.ledgers import (
    CONFIRMING,
    CUSTODIAN,
    DAY,
    OFFICE,
    SECOND,
    Actor,
    Added,
    LedgerMaker,
)

P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


@dataclass
class Chaos:
    """One ledger in the making. `weird` is the share of acts with something wrong about them."""

    seed: int
    weird: float = 0.35
    chance: random.Random = field(init=False)
    maker: LedgerMaker = field(init=False)
    people: list[Actor] = field(init=False, default_factory=list)
    batch: list[Any] | None = field(init=False, default=None)
    openable: list[tuple[bytes, bytes, Any]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        alg = self.chance.choice(["p256-sha256", "ed25519"])
        needed = self.chance.choice([1, 2, 2, None])
        self.maker = LedgerMaker(seed=self.seed, alg=alg, needed=needed)

    def build(self, steps: int = 40) -> LedgerMaker:
        """The ledger, with notes; `maker.contents` may be spoiled further."""
        maker = self.maker
        spoil_founding(self.chance, maker)
        self.people = list(maker.actors.values())
        if self.chance.random() < 0.9:
            for name, post in (("clerk", OFFICE), ("keeper", CUSTODIAN), ("boss", CONFIRMING), ("new", None)):
                self.people.append(maker.hire(name, post))
        if self.chance.random() < 0.5:
            # One without a confirmation.
            actor = Actor(maker.new_id(), maker.new_key())
            maker.enrol(actor.person, actor.key)
            self.people.append(actor)
        for _ in range(steps):
            self.step()
        return maker

    # ---- drawing ----

    def some(self, likely: float) -> bool:
        return self.chance.random() < likely

    def anyone(self) -> Actor:
        return self.chance.choice([*self.people, self.maker.machine] if self.some(0.1) else self.people)

    def person(self) -> str:
        """Somebody known, mostly; "hold01" keeps a recovery key."""
        others = [self.maker.new_id(), "hold01"]
        return self.anyone().person if self.some(0.85) else self.chance.choice(others)

    def digest(self) -> bytes:
        """That of an act, or nearly, or of nothing."""
        digest = self.chance.choice(self.maker.added).digest
        return self.chance.choices(
            [digest, digest[:31] + b"\0", self.maker.random.randbytes(32)], [90, 5, 5]
        )[0]

    def digests(self, most: int = 3) -> list[bytes]:
        return sorted({self.digest() for _ in range(self.chance.randrange(most + 1))})

    def key_id(self) -> bytes:
        if self.some(0.08):
            return self.maker.random.randbytes(32)
        return self.maker.machine.key.key_id if self.some(0.05) else self.anyone().key.key_id

    def of_key(self, key: bytes) -> list[str]:
        persons = [a.person for a in [*self.people, self.maker.machine] if a.key.key_id == key]
        return [f"person:{persons[0] if persons else 'nobody'}"]

    def authors(self, digests: list[bytes]) -> list[str]:
        found = {a.act["by"] for a in self.maker.added if a.digest in digests}
        return sorted(f"person:{by}" for by in found)

    # ---- acts ----

    def step(self) -> None:
        """One record, or a note, or time."""
        kind = self.chance.choices(
            ["act", "bytes", "replay", "publish", "wait"], weights=[30, 1.5, 1, 2.5, 1.5]
        )[0]
        if kind == "act":
            self.act()
        elif kind == "bytes":
            self.maker.append(self.garbage())
        elif kind == "replay":
            self.maker.append(self.chance.choice(self.maker.contents.records))
        elif kind == "publish":
            shown(self.chance, self.maker)
        else:
            self.maker.tick(self.chance.randrange(3 * DAY))

    def act(self) -> None:
        maker, chance = self.maker, self.chance
        by, kind, data, parts = chance.choice(ACTS)(self)
        maker.tick()
        head = maker.act(by, kind, data, **parts)
        self.batches(head)
        if self.some(self.weird):
            chance.choice(HEADS)(self, head)
        if isinstance(head["data"], dict) and self.some(self.weird / 4):
            self.spoil_data(head)
        act = canon.encode(head)
        key = by.key if self.some(0.98) else self.anyone().key
        sig = sign(key, ACT_TYPE, act)
        if self.some(self.weird / 8):
            sig = self.spoil_sig(sig)
        stamp = maker.now
        if self.some(0.03):
            stamp -= chance.choice([1, 5 * SECOND, 30 * SECOND, 5000 * SECOND, stamp, stamp + 2**53 - 1])
        if self.some(0.02):
            act = self.flipped(act)
        maker.append(record.pack(stamp, chance.choice(["desk", "d", "办" * 10]), act, sig))
        try:
            value = canon.decode(act)
        except Exception:  # noqa: BLE001  whatever it says, it is no act now
            return
        if isinstance(value, dict) and all(name in value for name in ("by", "id", "data", "type")):
            maker.added.append(Added(maker.tree.size, sha256(act).digest(), value, act, sig))

    def batches(self, head: dict[str, Any]) -> None:
        """Now and then a batch is begun; mostly it is gone on with."""
        if self.batch is None and self.some(0.06):
            self.batch = [self.maker.random.randbytes(16), 1, self.chance.randrange(1, 4)]
        if self.batch is None:
            return
        head["batch"] = list(self.batch)
        if self.some(0.85):
            # One moment for the whole batch.
            self.maker.now -= 7 * SECOND if self.batch[1] > 1 else 0
        self.batch[1] += 1
        if self.batch[1] > self.batch[2]:
            self.batch = None
        elif self.some(0.1):
            self.batch = self.chance.choice([None, [*self.batch[:2], self.batch[2] + 1]])

    def spoil_data(self, head: dict[str, Any]) -> None:
        data = dict(head["data"])
        name = self.chance.choice([*data, "zz"])
        values: list[Any] = [
            None,
            0,
            -1,
            "",
            "x",
            b"",
            bytes(32),
            [],
            {},
            [None],
            True,
            "2026-02-30",
            2**53 - 1,
        ]
        if self.some(0.3):
            data.pop(name, None)
        else:
            data[name] = self.chance.choice(values)
        head["data"] = data

    def spoil_sig(self, sig: bytes) -> bytes:
        r, s = sig[:32], int.from_bytes(sig[32:], "big")
        high = r + ((P256_ORDER - s) % 2**256).to_bytes(32, "big")
        return self.chance.choice(
            [high, sig[:-1], sig + b"\0", b"", bytes(64), self.flipped(sig), b"\xff" * 64]
        )

    def flipped(self, data: bytes) -> bytes:
        spoiled = bytearray(data or b"?")
        spoiled[self.chance.randrange(len(spoiled))] ^= 1 << self.chance.randrange(8)
        return bytes(spoiled)

    def garbage(self) -> bytes:
        """Bytes that hold no good record, mostly."""
        good = self.maker.contents.records[-1]
        stored = record.unpack(self.maker.contents.records[0])
        values: list[Any] = [
            [2, "anything"],
            [2],
            [0],
            [-1, 1],
            [],
            [1],
            {},
            1,
            None,
            "text",
            [True, 1, "desk", b"", b""],
            [1, stored.recorded_at, "desk", b"\xc0", b""],
            [1, stored.recorded_at, "desk", b"", b""],
            [1, stored.recorded_at, "", stored.act, stored.sig],
            [1, None, "desk", stored.act, stored.sig],
            [1, stored.recorded_at, "d" * 33, stored.act, stored.sig],
            [1, -5, "desk", b"\x80", b""],
            [1, stored.recorded_at, "desk", stored.act, stored.sig, None],
            [[1], 2],
            [1, self.maker.now, "desk", b"\x81\xa2by\xa4abcd", b"sig"],
        ]
        raw = [
            b"",
            b"\xc1",
            good + b"\0",
            good[:-1],
            b"\x95\x01\xcd\x00\x01\xa1d\xc4\x00\xc4\x00",
            self.flipped(good),
            canon.encode([1, self.maker.now, "desk", b"\xc4", self.maker.random.randbytes(70_000)]),
            b"\x91" * 17 + b"\x90",
            b"\x91" * 15 + b"\x90",
            b"\xcb" + bytes(8),
            b"\xdd\xff\xff\xff\xff",
        ]
        return self.chance.choice([*raw, *map(canon.encode, values)])


def build(seed: int, steps: int = 40) -> LedgerMaker:
    """The ledger of a seed."""
    chaos = Chaos(seed, weird=[0.05, 0.2, 0.5][seed % 3])
    return chaos.build(steps)
