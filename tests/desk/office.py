"""An office with its people, for tests of the desk: everybody's key at hand, a clock that is told the time.

Acts are put together here from the format, not by our client: what is told to be signed is signed.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from ledger.audit import verify
from ledger.client import keyfile
from ledger.client.enrol import keyobj
from ledger.client.paper import from_paper
from ledger.desk import Accepted, Desk, Outcome
from ledger.keeping.founding import Plan, found
from ledger.sealing import canon
from ledger.sealing.algorithms import PrivateKey, generate
from ledger.sealing.commitments import commitment
from ledger.sealing.envelope import act_message
from ledger.sealing.lockbox import Cost
from ledger.sealing.submission import Opening, Submission

SECOND = 1_000_000
MINUTE, HOUR, DAY = 60 * SECOND, 3600 * SECOND, 86_400 * SECOND
START = 1_767_578_400 * SECOND  # 2026-01-05T10:00+08:00, a Monday
CHEAP = Cost(2, 1, 1)
PASSWORD = "a password of tests"
ORIGIN = "ledger.example/desk"

REGISTRAR, HEAD, CLERK, KEEPER = "office/registrar", "oversight/head", "office/clerk", "archive/keeper"
DUTIES = {
    "confirming": [HEAD],
    "custodian": [KEEPER],
    "office": [CLERK],
    "oversight": [HEAD],
    "registrar": [REGISTRAR],
}


class Clock:
    """Microseconds since 1970, as told."""

    def __init__(self, now: int = START) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now

    def tick(self, microseconds: int = SECOND) -> int:
        self.now += microseconds
        return self.now


@dataclass(frozen=True)
class Person:
    """Somebody with a key, acting in a post unless a test says otherwise."""

    id: str
    key: PrivateKey
    post: str | None = None


def digest(submission: Submission) -> bytes:
    return sha256(submission.act).digest()


@dataclass
class Office:
    """One ledger in a folder, its people and its clock."""

    home: Path
    ledger: bytes | None
    clock: Clock
    people: dict[str, Person] = field(default_factory=dict)
    location: str = ""
    _desks: list[Desk] = field(default_factory=list)

    def copy(self, folder: Path) -> Office:
        """The same ledger elsewhere, with a clock of its own."""
        shutil.copytree(self.home, folder)
        return replace(
            self,
            home=folder,
            location=str(folder),
            clock=Clock(self.clock.now),
            people=dict(self.people),
            _desks=[],
        )

    @property
    def folder(self) -> Path:
        """The ledger's folder; of one on a server, the folder beside."""
        return self.home

    def __getattr__(self, name: str) -> Person:
        try:
            found: Person = self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None
        return found

    # ---- desks ----

    def open(self, **how: Any) -> Desk:
        """A desk that the test need not close."""
        desk = Desk.open(self.location, **{"clock": self.clock, "home": self.home, **how})
        self._desks.append(desk)
        return desk

    def close(self) -> None:
        for desk in self._desks:
            desk.close()
        self._desks.clear()

    def verified(self) -> dict[str, Any]:
        """Verify's report; nothing fails."""
        self.close()
        anchors = [self.home / "anchor.txt"]
        found = verify(self.location, home=self.home, anchors=anchors, as_of=self.clock.now, jobs=1)
        report: dict[str, Any] = found.json()
        failing = [f for f in report["failures"] if f["effect"] == "fails"]
        assert not failing, failing
        return report

    # ---- acts ----

    def act(self, who: Person, kind: str, data: dict[str, Any], **parts: Any) -> dict[str, Any]:
        """An act by somebody, now, in their post; `parts` override anything of the head (`as_` too)."""
        made = {
            "acknowledges": [],
            "as": who.post,
            "at": self.clock.now,
            "basis": [],
            "batch": None,
            "by": who.id,
            "cases": ["registry:ledger"],
            "data": data,
            "for": None,
            "id": secrets.token_bytes(16),
            "key": who.key.key_id,
            "late": None,
            "ledger": self.ledger,
            "mode": "own",
            "seen": None,
            "signed": self.clock.now,
            "type": kind,
            "v": 1,
        }
        return made | {name.rstrip("_"): value for name, value in parts.items()}

    def signed(self, who: Person, kind: str, data: dict[str, Any], **parts: Any) -> Submission:
        """The act with its signature by the person's key."""
        return sign(who.key, self.act(who, kind, data, **parts))

    def assign(self, post: str = CLERK, person: str | None = None, **parts: Any) -> Submission:
        """A registrar's everyday act: a post is given. A fresh person unless one is named."""
        person = person or secrets.token_hex(4)
        who = parts.pop("who", self.people["registrar"])
        data = parts.pop("data", {"person": person, "post": post})
        return self.signed(who, "post_assigned", data, **{"cases": [f"person:{person}"], **parts})

    def end(self, person: str, post: str, who: Person | None = None, **parts: Any) -> Submission:
        data = {"person": person, "post": post, "reason": "left"}
        cases = {"cases": [f"person:{person}"], **parts}
        return self.signed(who or self.people["registrar"], "post_ended", data, **cases)

    def forbidden(self, person: str | None = None, **parts: Any) -> Submission:
        """Something a clerk may not do: class not_allowed, and an attempt."""
        return self.assign(person=person, **{"who": self.people["clerk"], **parts})

    def early(self, **parts: Any) -> Submission:
        """Something that only comes too early: class not_yet."""
        data = {"acts": [secrets.token_bytes(32)]}
        parts = {"cases": ["person:nobody"], **parts}
        return self.signed(self.people["clerk"], "acts_confirmed", data, **parts)

    def enrol(self, person: Person, **parts: Any) -> Submission:
        proof = keyobj(person.key, person=person.id, origin=ORIGIN, ledger=self.ledger, use="act")
        data = {**proof, "person": person.id}
        parts = {"cases": [f"person:{person.id}"], **parts}
        return self.signed(parts.pop("who", self.people["registrar"]), "key_enrolled", data, **parts)

    def confirm(self, person: Person, **parts: Any) -> Submission:
        parts = {"cases": [f"person:{person.id}"], **parts}
        return self.signed(
            parts.pop("who", self.people["head"]), "key_confirmed", {"key": person.key.key_id}, **parts
        )

    def revoke(self, person: Person, doubtful_from: int | None = None, **parts: Any) -> Submission:
        data = {"doubtful_from": doubtful_from, "key": person.key.key_id, "reason": "stolen"}
        parts = {"cases": [f"person:{person.id}"], **parts}
        return self.signed(parts.pop("who", self.people["registrar"]), "key_revoked", data, **parts)

    def document(self, *, number: str | None = "穗市监〔2026〕7号", **parts: Any) -> Submission:
        """A paper comes in, with values behind commitments."""
        file = ["file", "application/pdf", 1234, secrets.token_bytes(32)]
        values = {"file": file} | ({} if number is None else {"number": number})
        who = parts.pop("who", self.people["clerk"])
        data = {
            "date": "2026-01-05",
            "how": "post",
            "issuer": "某区人民政府",
            "kind": "original",
            "number": None,
            "received": "2026-01-05T09:30",
        }
        data |= parts.pop("data", {})
        return self.committed(who, "document_registered", data, values, **parts)

    def committed(
        self, who: Person, kind: str, data: dict[str, Any], values: dict[str, Any], **parts: Any
    ) -> Submission:
        """An act with commitments, and the values behind them."""
        assert self.ledger is not None
        act = self.act(who, kind, dict(data), **parts)
        openings = []
        for name, value in values.items():
            salt = secrets.token_bytes(32)
            act["data"][name] = commitment(self.ledger, act["by"], act["id"], name, salt, value)
            openings.append(Opening(name, salt, value))
        return sign(who.key, act)._replace(openings=tuple(openings))

    def batch(self, makers: Sequence[Callable[..., Submission]], **parts: Any) -> list[Submission]:
        """Acts entered together, numbered 1 … n."""
        name = secrets.token_bytes(16)
        return [make(batch=[name, number, len(makers)], **parts) for number, make in enumerate(makers, 1)]

    # ---- people ----

    def hire(self, name: str, post: str | None, *, desk: Desk, alg: str = "p256-sha256") -> Person:
        """A new person with a confirmed key and, if one is named, a post."""
        person = Person(f"{name}{secrets.token_hex(2)}", generate(alg), post)
        accept(desk, self.enrol(person), self.confirm(person))
        if post is not None:
            guarded = post in (REGISTRAR, HEAD)
            accept(desk, self.assign(post, person.id, who=self.people["head" if guarded else "registrar"]))
        self.people[name] = person
        return person


def sign(key: PrivateKey, act: dict[str, Any]) -> Submission:
    body = canon.encode(act)
    return Submission(body, key.sign(act_message(body)))


def accept(desk: Desk, *submissions: Submission) -> list[Accepted]:
    """Hand in acts one by one; each must be accepted."""
    done = []
    for submission in submissions:
        (outcome,) = desk.submit([submission])
        assert isinstance(outcome, Accepted), outcome.json()
        done.append(outcome)
    return done


def codes(outcome: Outcome) -> list[str]:
    """The codes of an outcome's breaches."""
    return [breach["code"] for breach in outcome.json()["breaches"]]


def make_office(folder: Path, location: str | None = None) -> Office:
    """A founded ledger with a clerk, a keeper, and an applicant whose key is not confirmed."""
    plan = Plan("某市市场监督管理局", ORIGIN, [("alice1", REGISTRAR), ("bobby1", HEAD)], duties=DUTIES)
    clock = Clock()
    home = folder / ("ledger" if location is None else "home")
    location = location or str(home)
    made = found(location, plan, folder / "keys", PASSWORD, home=home, clock=clock, cost=CHEAP)
    office = Office(home, made.ledger, clock, location=location)
    for name, one in zip(("registrar", "head"), made.founders, strict=True):
        key = keyfile.read(Path(one["file"])).unlock(PASSWORD)
        office.people[name] = Person(one["person"], key, one["post"])
    paper = (folder / "keys" / f"recovery-{office.people['registrar'].id}.txt").read_text("utf-8")
    office.people["on_paper"] = Person(office.people["registrar"].id, from_paper(paper), REGISTRAR)
    clock.tick()
    with Desk.open(location, home=home, clock=clock) as desk:
        office.hire("clerk", CLERK, desk=desk)
        office.hire("keeper", KEEPER, desk=desk, alg="ed25519")
        applicant = Person("erin01", generate("p256-sha256"))
        accept(desk, office.enrol(applicant))
        office.people["applicant"] = applicant
    clock.tick()
    return office
