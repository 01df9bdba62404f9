"""The world that is attacked: one real ledger, made by the desk, witnessed twice over, with its history kept.

Time is told by hand, so every attack sees the same moments. Copies of the folder are kept at each publication, as
a dishonest office could have kept them. Nothing here knows how verify works.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ledger.desk import Desk, Keyring, Outcome
from ledger.keeping.founding import Plan, found
from ledger.keeping.hand import Hand
from ledger.keeping.people import new_key
from ledger.keeping.publishing import export, take_back
from ledger.sealing import canon
from ledger.sealing.algorithms import PrivateKey
from ledger.sealing.lockbox import Cost
from ledger.sealing.record import Record, unpack
from ledger.sealing.vkeys import VerifierKey
from ledger.witness import cosign, init

SECOND = 1_000_000
DAY = 86_400 * SECOND
START = 1_767_600_000 * SECOND
CHEAP = Cost(2**10, 8, 1)
PASSWORD = "attack"  # of keys that live for a minute
WITNESSES = ("oversight", "archive")


@dataclass
class Clock:
    """Microseconds, moved by hand."""

    now: int = START

    def __call__(self) -> int:
        self.now += 3 * SECOND
        return self.now

    def seconds(self) -> int:
        return self() // SECOND


@dataclass
class World:
    """A ledger with people, witnesses and copies of its past."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    hands: dict[str, Path] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)
    acts: dict[str, bytes] = field(default_factory=dict)
    vkeys: dict[str, VerifierKey] = field(default_factory=dict)

    @property
    def ledger(self) -> Path:
        return self.folder / "ledger"

    @property
    def anchor(self) -> Path:
        return self.folder / "anchor.txt"

    @property
    def as_of(self) -> int:
        """The moment of verification: a minute after everything."""
        return self.clock.now + 60 * SECOND

    def past(self, name: str) -> Path:
        """The ledger's folder as it was at a publication."""
        return self.folder / "past" / name

    def private(self, person: str) -> PrivateKey:
        """A person's key, as a thief would have it."""
        from ledger.client import keyfile

        return keyfile.read(self.hands[person]).unlock(PASSWORD)

    def keyring(self) -> Keyring:
        """The ledger's own keys, as its owner has them."""
        return Keyring.load(self.ledger / "desk.keys")

    def hand(self, desk: Desk, person: str) -> Hand:
        return Hand.of(desk, self.hands[person], PASSWORD)

    def open(self, folder: Path | None = None) -> Desk:
        return Desk.open(str(folder or self.ledger), clock=self.clock, confirm_clock=True, desk="hall")

    def publish(self, desk: Desk, name: str) -> None:
        """One round over the witnesses; the folder is copied as it is afterwards."""
        stick = self.folder / "sticks" / name
        export(desk, stick)
        for witness in WITNESSES:
            cosign(
                self.folder / "witness" / witness,
                stick,
                PASSWORD,
                accept=desk.ledger_keys,
                clock=self.clock.seconds,
            )
        take_back(desk, stick)
        self.marks[name] = desk.store.head().size
        desk.store.head()
        copy_folder(self.ledger, self.past(name))


def copy_folder(source: Path, target: Path) -> Path:
    """A copy of a LEDGER folder with everything folded into the files, so that plain copies are whole."""
    shutil.copytree(source, target)
    for name in ("ledger.sqlite", "vault.sqlite"):
        with closing(sqlite3.connect(target / name)) as db:
            db.execute("PRAGMA journal_mode = DELETE")
    return target


def records(folder: Path) -> list[bytes]:
    """The stored records, read with plain sqlite3."""
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as db:
        return [bytes(data) for (data,) in db.execute("SELECT bytes FROM record ORDER BY position")]


def read(data: bytes) -> tuple[Record, dict[str, Any]]:
    """A stored record and the act in it."""
    record = unpack(data)
    return record, canon.decode(record.act)


def accepted(outcome: Outcome) -> Any:
    assert outcome.accepted, outcome.json()
    return outcome


def document(number: int, issuer: str = "市财政局") -> dict[str, Any]:
    return {
        "type": "document_registered",
        "at": "2026-01-05",
        "data": {
            "date": "2026-01-04", "file": f"扫描件 {number}", "how": "handed_in", "issuer": issuer,
            "kind": "original", "number": f"〔2026〕{number}号", "received": "2026-01-05",
        },
    }  # fmt: skip


def build(folder: Path) -> World:
    """Found, work, publish, work, publish: about thirty records with one of everything that can be attacked."""
    world = World(folder)
    for name in WITNESSES:
        world.vkeys[name] = init(
            folder / "witness" / name, f"{name}.example.cn/w", PASSWORD, clock=world.clock.seconds, cost=CHEAP
        )
    founders = [("registrar1", "office/registrar"), ("overseer1", "oversight/head")]
    plan = Plan("某市", "ledger.example.cn/attacked", founders, witnesses=list(world.vkeys.items()))
    founded = found(str(world.ledger), plan, folder / "keys", PASSWORD, clock=world.clock, cost=CHEAP)
    world.anchor.write_bytes(founded.anchor.read_bytes())
    for founder in founded.founders:
        world.hands[founder["person"]] = Path(founder["file"])
    with world.open() as desk:
        registrar, overseer = world.hand(desk, "registrar1"), world.hand(desk, "overseer1")
        for person, post in (
            ("clerk1", "office/registrar"),
            ("clerk2", "office/clerk"),
            ("head2", "oversight/head"),
        ):
            path = folder / "keys" / f"{person}.key"
            made = new_key(
                registrar,
                overseer,
                person=person,
                post=post,
                path=path,
                password=PASSWORD,
                at="2026-01-05",
                cost=CHEAP,
            )
            assert made.complete, [o.json() for _, o in made.steps]
            world.hands[person] = path
        clerk = world.hand(desk, "clerk1")
        for number in range(3):
            accepted(clerk.act(document(number)))
        world.publish(desk, "first")
        refused = world.hand(desk, "clerk2").act(document(90))
        assert not refused.accepted
        world.marks["refusal"] = refused.json()["recorded_as"]
        batch = clerk.batch([document(number) for number in range(10, 13)])
        world.marks["batch"] = accepted(batch[0]).position
        # A key is lost: what it signed from here on is in doubt until its owner answers with a new one.
        doubtful = accepted(
            world.hand(desk, "clerk2").act(
                {
                    "type": "post_ended",
                    "at": "2026-01-05",
                    "data": {"person": "clerk2", "post": "office/clerk", "reason": "moved"},
                }
            )
        )
        world.marks["doubtful"] = doubtful.position
        lost = world.private("clerk2").key_id
        accepted(
            overseer.act(
                {
                    "type": "key_revoked",
                    "at": "2026-01-05",
                    "data": {"doubtful_from": doubtful.position, "key": lost.hex(), "reason": "stolen"},
                }
            )
        )
        world.marks["revoked"] = desk.store.head().size
        made = new_key(
            registrar,
            overseer,
            person="clerk2",
            post=None,
            path=folder / "keys" / "clerk2b.key",
            password=PASSWORD,
            at="2026-01-05",
            cost=CHEAP,
        )
        world.hands["clerk2b"] = folder / "keys" / "clerk2b.key"
        accepted(
            world.hand(desk, "clerk2b").act(
                {"type": "acts_confirmed", "at": "2026-01-05", "data": {"acts": [doubtful.act.hex()]}}
            )
        )
        world.marks["answer"] = desk.store.head().size
        world.publish(desk, "second")
        for number in range(20, 24):
            accepted(clerk.act(document(number, "市审计局")))
        world.publish(desk, "third")
        world.marks["size"] = desk.store.head().size
    copy_folder(world.ledger, world.past("clean"))
    return world
