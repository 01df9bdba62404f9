"""Ledgers on which everything happens: acts right and wrong, spoiled bytes, strange notes, by a seed.

Nothing here knows what a verifier ought to say. Two of them are asked, and must say the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from ledger.sealing import canon, record
from ledger.sealing.commitments import commitment
from ledger.sealing.envelope import ACT_TYPE, sign
from tests.strangers.chaos_founding import spoil_founding
from tests.strangers.chaos_notes import shown
from tests.support.ledgers import (
    CONFIRMING,
    CUSTODIAN,
    DAY,
    OFFICE,
    REGISTRAR,
    SECOND,
    Actor,
    Added,
    LedgerMaker,
)

POSTS = [REGISTRAR, CONFIRMING, OFFICE, CUSTODIAN, "office/second", "public"]
DUTY_NAMES = ["confirming", "custodian", "office", "oversight", "registrar"]
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
            stamp -= chance.choice([1, 5 * SECOND, 30 * SECOND, 5000 * SECOND])
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


Made = tuple[Actor, str, dict[str, Any], dict[str, Any]]


def holder(c: Chaos, *posts: str) -> Actor:
    """Mostly somebody who was given one of the posts."""
    fit = [actor for actor in c.people if actor.post in posts]
    return c.chance.choice(fit) if fit and c.some(0.85) else c.anyone()


def enrols(c: Chaos) -> Made:
    by = holder(c, REGISTRAR)
    person = c.person() if c.some(0.6) else c.maker.new_id()
    key = c.maker.new_key(c.chance.choice(["p256-sha256", "ed25519"])) if c.some(0.85) else c.anyone().key
    pop = c.maker.pop(key, person) if c.some(0.93) else c.maker.pop(key, person, "recovery")
    spki = key.spki
    if c.some(0.06):
        small = bytes.fromhex("302a300506032b6570032100") + bytes([1]) + bytes(31)
        spki = c.chance.choice([spki[:-1], small, c.flipped(spki), b""])
    elif c.some(0.8):
        c.people.append(Actor(person, key, c.chance.choice([None, None, OFFICE])))
    data = {"alg": key.alg, "person": person, "pop": pop, "spki": spki}
    return by, "key_enrolled", data, {"cases": [f"person:{person}"]}


def confirms(c: Chaos) -> Made:
    key = c.key_id()
    return holder(c, CONFIRMING), "key_confirmed", {"key": key}, {"cases": c.of_key(key)}


def revokes(c: Chaos) -> Made:
    by = holder(c, REGISTRAR, CONFIRMING)
    key = by.key.key_id if c.some(0.3) else c.key_id()
    from_ = c.chance.choice(
        [None, None, 1, c.maker.tree.size, c.chance.randrange(1, c.maker.tree.size + 3), -4]
    )
    data = {"doubtful_from": from_, "key": key, "reason": c.chance.choice(["lost", "stolen", "left"])}
    return by, "key_revoked", data, {"cases": c.of_key(key)}


def assigns(c: Chaos) -> Made:
    post = c.chance.choice(POSTS)
    by = holder(c, CONFIRMING if post in (CONFIRMING, REGISTRAR) else REGISTRAR)
    person = c.person()
    return by, "post_assigned", {"person": person, "post": post}, {"cases": [f"person:{person}"]}


def ends(c: Chaos) -> Made:
    post = c.chance.choice(POSTS)
    by = holder(c, CONFIRMING, REGISTRAR)
    person = by.person if c.some(0.3) else c.person()
    data = {"person": person, "post": post, "reason": "left"}
    parts: dict[str, Any] = {"as_": None} if c.some(0.3) else {}
    return by, "post_ended", data, {"cases": [f"person:{person}"], **parts}


def changes_duties(c: Chaos) -> Made:
    posts = sorted({c.chance.choice(POSTS) for _ in range(c.chance.randrange(1, 4))})
    data = {"duty": c.chance.choice(DUTY_NAMES), "posts": posts, "reason": c.maker.random.randbytes(32)}
    return holder(c, CONFIRMING), "duties_changed", data, {}


def answers(c: Chaos) -> Made:
    kind = c.chance.choice(["acts_confirmed", "signature_repudiated", "acts_set_aside"])
    by = c.anyone() if kind != "acts_set_aside" else holder(c, CONFIRMING)
    acts = c.digests()
    if c.some(0.6) and kind != "acts_set_aside":
        own = [a.digest for a in c.maker.added if a.act["by"] == by.person]
        acts = sorted(set(c.chance.sample(own, min(len(own), 2))))
    more: dict[str, Any] = {}
    if kind == "acts_set_aside":
        more["ground"] = "error"
    elif kind == "signature_repudiated":
        more["reason"] = bytes(32)
    return by, kind, {"acts": acts, **more}, {"cases": c.authors(acts) or [f"person:{by.person}"]}


def files(c: Chaos) -> Made:
    content = c.chance.choice([b"one", b"two", b"three"])
    parts = c.chance.choice([1, 2, 2, 3])
    part = c.chance.randrange(1, parts + 1) if c.some(0.9) else parts + 1
    size = -(-len(content) // parts)
    piece = content[(part - 1) * size : part * size] if c.some(0.85) else b"?"
    data = {"bytes": piece, "document": sha256(content).digest(), "part": part, "parts": parts}
    return holder(c, OFFICE, REGISTRAR), "document_filed", data, {}


def registers(c: Chaos) -> Made:
    by = holder(c, OFFICE)
    act_id, salt, value = (
        c.maker.random.randbytes(16),
        c.maker.random.randbytes(32),
        c.chance.choice(["v", 7, None]),
    )
    ledger = c.maker.ledger or bytes(32)
    data = {
        "date": c.chance.choice([None, "2026-01-05", "2024-02-29"]),
        "file": commitment(ledger, by.person, act_id, "file", salt, value),
        "how": "post",
        "issuer": "某区人民政府",
        "kind": "original",
        "number": None,
        "received": c.chance.choice(["2026-01-05T09:30", "2026-01-05", c.maker.now]),
    }
    OPENABLE.setdefault(c.seed, []).append((act_id, salt, value))
    return by, "document_registered", data, {"id": act_id}


OPENABLE: dict[int, list[tuple[bytes, bytes, Any]]] = {}


def opens(c: Chaos) -> Made:
    by = holder(c, OFFICE, CUSTODIAN)
    openings = []
    for act_id, salt, value in c.chance.sample(
        OPENABLE.get(c.seed, []), min(len(OPENABLE.get(c.seed, [])), 1)
    ):
        found = [a.digest for a in c.maker.added if a.act["id"] == act_id]
        shown_value = value if c.some(0.85) else "other"
        name = "file" if c.some(0.9) else c.chance.choice(["file.0", "", "number", "issuer"])
        digest = found[0] if found else c.digest()
        openings.append({"act": digest, "field": name, "salt": salt, "value": shown_value})
    basis = (
        [a.digest for a in c.maker.added if a.act["type"] == "document_registered"][:1] if c.some(0.5) else []
    )
    kind = "commitment_opened" if c.some(0.8) else "draw_opened"
    return by, kind, {"openings": openings}, {"basis": basis}


def refuses(c: Chaos) -> Made:
    inner_by = c.anyone()
    inner = c.maker.act(inner_by, "post_assigned", {"person": "nobody", "post": OFFICE})
    if c.some(0.25):
        c.chance.choice(HEADS)(c, inner)
    act = canon.encode(inner)
    sig = sign(inner_by.key, ACT_TYPE, act)
    person = inner_by.person
    if c.some(0.15):
        other = c.chance.choice(c.maker.added)
        act, sig, person = other.act_bytes, other.sig, other.act["by"]
    if c.some(0.1):
        sig = c.spoil_sig(sig)
    if c.some(0.05):
        act = c.chance.choice(
            [b"", b"\xc0", c.flipped(act), canon.encode({"by": "x"}), canon.encode({"by": 1})]
        )
    facts = [["post", OFFICE]] if c.some(0.95) else [["long", "x" * 12_000]]
    breach = {
        "article": None,
        "code": "no",
        "facts": facts,
        "positions": [1, 2],
        "rule": c.chance.choice([None, "r"]),
    }
    breaches = [breach] if c.some(0.95) else []
    data = {"act": act, "breaches": breaches, "more": 0, "sig": sig}
    by = c.maker.machine if c.some(0.93) else c.anyone()
    return by, "act_refused", data, {"cases": [f"person:{person}"] if len(str(person)) > 3 else []}


def machine_tells(c: Chaos) -> Made:
    by = c.maker.machine if c.some(0.9) else c.anyone()
    person = c.person()
    if c.some(0.5):
        data = {"count": 3, "day": "2026-01-05", "first": c.digest(), "person": person}
        return by, "refusals_throttled", data, {"cases": [f"person:{person}"]}
    data = {"case": "award:abcd", "fields": ["a", "b"], "purpose": "review", "reader": person}
    return by, "vault_read", data, {}


def strange(c: Chaos) -> Made:
    kinds = [
        "application_submitted",
        "key_recovered",
        "hold_placed",
        "clock_corrected",
        "record_x",
        "cases_counted",
    ]
    kinds += ["rules_adopted", "entry_corrected", "holdings_listed", "keys", "vault_x", "post_"]
    data: dict[str, Any] = {"text": "x"}
    if c.some(0.2):
        data["openings"] = c.chance.choice([[], None, {}, [None], [{"act": c.digest()}]])
    return c.anyone(), c.chance.choice(kinds), data, {}


def accepts(c: Chaos) -> Made:
    by = c.anyone()
    return by, "founding_accepted", {}, {"cases": [f"person:{by.person}", "registry:ledger"]}


def closes(c: Chaos) -> Made:
    if c.some(0.8):
        return assigns(c)
    return holder(c, CONFIRMING), "ledger_closed", {"reason": "finished", "successor": None}, {}


ACTS: list[Callable[[Chaos], Made]] = [
    enrols, enrols, confirms, confirms, revokes, assigns, assigns, ends, changes_duties, answers, answers, files, files,
    registers, registers, opens, opens, refuses, refuses, machine_tells, strange, accepts, closes,
]  # fmt: skip


# ---- heads ----

Head = Callable[[Chaos, dict[str, Any]], None]


def put(name: str, *values: Any) -> Head:
    return lambda c, head: head.update({name: c.chance.choice(values)})


def other_signer(c: Chaos, head: dict[str, Any]) -> None:
    head["by"] = c.person()


def other_key(c: Chaos, head: dict[str, Any]) -> None:
    head["key"] = c.key_id()


def other_time(c: Chaos, head: dict[str, Any]) -> None:
    head["signed"] += c.chance.choice([901, -901, 900, -900, 10**6, -(10**6)]) * SECOND
    head["late"] = c.chance.choice([None, None, "offline"])


def pinned(c: Chaos, head: dict[str, Any]) -> None:
    size = c.maker.tree.size
    root = c.maker.tree.root() if c.some(0.7) else bytes(32)
    head["seen"] = [size + c.chance.choice([0, 0, 0, 0, 1, 5]), root]


def based(c: Chaos, head: dict[str, Any]) -> None:
    documents = [a.digest for a in c.maker.added if a.act["type"] == "document_registered"]
    if documents and c.some(0.6):
        digest = c.chance.choice(documents)
        head["basis"] = [digest if c.some(0.7) else digest[:31] + b"\0"]
    else:
        head["basis"] = c.digests(2)


def used_id(c: Chaos, head: dict[str, Any]) -> None:
    other = c.chance.choice(c.maker.added)
    head["id"], head["by"] = other.act["id"], other.act["by"] if c.some(0.5) else head["by"]


HEADS: list[Head] = [
    put("as", None, *POSTS), put("as", None, *POSTS), other_signer, other_key, other_time, other_time, pinned, pinned,
    based, based, used_id, put("cases", [], ["registry:ledger"], ["award:abcd", "person:abcd"], ["x:abcd", "a:abcd"]),
    put("ledger", None, bytes(32)), put("v", 2, 0, 7), put("mode", "mandate", "transcribed", "other"),
    put("for", "abcd", "abc", "machine"), put("acknowledges", ["x"], ["b", "a"]), put("type", "", "ledger_opened", "X"),
    put("batch", [bytes(16), 1, 1], [bytes(16), 2, 2], [bytes(16), 3, 2], [bytes(16), 0, 2], [bytes(15), 1, 1], []),
    put("at", 0, -5, "2026-01-05", "2026-02-29", "2026-01-05T24:00", "2026-01-05T23:59", None, "0000-01-01"),
    put("late", "offline", "other", "never"), put("as", "", "a/", "A"), put("by", "abc", "machine", "nobody"),
    put("key", b"", bytes(32)), put("id", b"", bytes(16)), put("extra", None), put("seen", [0, bytes(32)], [1]),
    put("cases", ["a:b"], ["award:abcd"] * 2), put("signed", "now", 2**53 - 1, -(2**53 - 1)), put("basis", [b""], None),
    put("data", None, [], {}),
]  # fmt: skip


def build(seed: int, steps: int = 40) -> LedgerMaker:
    """The ledger of a seed."""
    OPENABLE.pop(seed, None)
    chaos = Chaos(seed, weird=[0.05, 0.2, 0.5][seed % 3])
    return chaos.build(steps)
