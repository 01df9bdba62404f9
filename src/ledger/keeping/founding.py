"""Founding a ledger: keys for founders, machine and checkpoints, recovery keys on paper, record 1 and its
acceptances, the anchor. Everything persons will hold lands in one folder, to be handed out."""

from __future__ import annotations

import secrets
import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from ledger.acts.life import DUTIES
from ledger.client import keyfile
from ledger.client.enrol import keyobj
from ledger.client.paper import to_paper
from ledger.desk import Desk, Keyring, system_clock
from ledger.desk.files import write_whole
from ledger.errors import LedgerError
from ledger.sealing import anchor as anchors
from ledger.sealing import canon
from ledger.sealing.algorithms import PrivateKey, generate
from ledger.sealing.anchor import Anchor, Group, Witness
from ledger.sealing.envelope import act_message
from ledger.sealing.lockbox import STANDARD, Cost
from ledger.sealing.notes import empty_tree_note
from ledger.sealing.submission import Submission
from ledger.sealing.vkeys import VerifierKey

REGISTRAR: Final = "office/registrar"
OVERSIGHT: Final = "oversight/head"
DEFAULT_POSTS: Final = (REGISTRAR, OVERSIGHT)
DAY: Final = 86_400 * 1_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """What the people who found a ledger decide. `founders` are (person, post); `duties` default to the first
    founder's post for registrar and office, the second's for confirming, oversight and custodian."""

    authority: str
    origin: str
    founders: Sequence[tuple[str, str]]
    kind: str = "live"
    duties: dict[str, list[str]] = field(default_factory=dict)
    recovery: int | None = None
    witnesses: Sequence[tuple[str, VerifierKey]] = ()
    quorum: str = "all"
    tolerance: int = 15 * 60 * 1_000_000
    witness_due: int = 2 * DAY
    alg: str = "p256-sha256"


@dataclass(frozen=True, slots=True)
class Founded:
    """A founded ledger: what was made and where it lies."""

    ledger: bytes
    origin: str
    size: int
    founders: list[dict[str, str]]
    anchor: Path

    def json(self) -> dict[str, Any]:
        """Contract: new."""
        return {
            "ledger": self.ledger.hex(),
            "origin": self.origin,
            "size": self.size,
            "founders": self.founders,
            "anchor": str(self.anchor),
        }


def fresh_id() -> str:
    """A random id, as every id is drawn."""
    return "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(12))


def default_founders() -> list[tuple[str, str]]:
    """Two founders, the least there can be."""
    return [(fresh_id(), post) for post in DEFAULT_POSTS]


def found(
    location: str,
    plan: Plan,
    keys: Path,
    password: str,
    *,
    home: Path | None = None,
    clock: Callable[[], int] = system_clock,
    cost: Cost = STANDARD,
) -> Founded:
    """Make the ledger, the key files of its founders and its anchor.

    LedgerError if something is there already or the plan breaks a rule of founding; then no ledger stays.
    """
    people = [(person, post, generate(plan.alg)) for person, post in plan.founders]
    papers = [(person, generate(plan.alg)) for person, _ in plan.founders]
    ring = Keyring(plan.origin, generate("p256-sha256"), generate("ed25519"))
    founding = _founding(people, _opened(plan, people, papers, ring), clock)
    ledger = sha256(founding[0].act).digest()
    anchor = _anchor(plan, ledger, ring.vkey)
    # Keys first: a ledger whose founders' keys a crash had kept from the disk would be a ledger of nobody.
    made = []
    written: list[Path] = []
    keys.mkdir(parents=True, exist_ok=True)
    try:
        for person, post, private in people:
            path = keys / f"{person}.key"
            keyfile.create(
                path, private, person=person, post=post, ledger=ledger, origin=plan.origin, password=password,
                cost=cost,
            )  # fmt: skip
            written.append(path)
            made.append({"person": person, "post": post, "key": private.key_id.hex(), "file": str(path)})
        for person, private in papers:
            path = keys / f"recovery-{person}.txt"
            text = to_paper(private, person=person, origin=plan.origin, ledger=ledger)
            write_whole(path, text.encode(), mode=0o600)
            written.append(path)
        with Desk.found(location, ring, founding, home=home, clock=clock) as desk:
            write_whole(desk.place.anchor, anchor.format().encode())
            return Founded(ledger, plan.origin, desk.store.head().size, made, desk.place.anchor)
    except LedgerError:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def _opened(
    plan: Plan,
    people: Sequence[tuple[str, str, PrivateKey]],
    papers: Sequence[tuple[str, PrivateKey]],
    ring: Keyring,
) -> dict[str, Any]:
    origin = plan.origin

    def proven(private: PrivateKey, person: str, use: Any) -> dict[str, Any]:
        return keyobj(private, person=person, origin=origin, ledger=None, use=use)

    duties = {**_default_duties(plan.founders), **plan.duties}
    return {
        "authority": plan.authority,
        "checkpoint_keys": [str(ring.vkey)],
        "checkpoint_proofs": [empty_tree_note(ring.checkpoint, origin)],
        "duties": {duty: sorted(set(duties[duty])) for duty in DUTIES},
        "engine": 0,
        "founders": [
            {**proven(private, person, "act"), "person": person, "post": post}
            for person, post, private in people
        ],
        "kind": plan.kind,
        "machine": proven(ring.machine, "machine", "machine"),
        "nonce": secrets.token_bytes(16),
        "origin": origin,
        "predecessor": None,
        "recovery": {
            "k": plan.recovery or len(papers) // 2 + 1,
            "keys": [{**proven(private, person, "recovery"), "person": person} for person, private in papers],
        },
        "tolerance": plan.tolerance,
        "witness_due": plan.witness_due,
    }


def _default_duties(founders: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    posts = [post for _, post in founders]
    office, oversight = posts[0], posts[min(1, len(posts) - 1)]
    return {
        "confirming": [oversight],
        "custodian": [posts[2] if len(posts) > 2 else oversight],
        "office": [office],
        "oversight": [oversight],
        "registrar": [office],
    }


def _founding(
    people: Sequence[tuple[str, str, PrivateKey]], opened: dict[str, Any], clock: Callable[[], int]
) -> list[Submission]:
    """Record 1 by the first founder, then the others' acceptances."""
    persons = {person for person, _, _ in people} | {r["person"] for r in opened["recovery"]["keys"]}
    cases = ["registry:ledger", *(f"person:{person}" for person in persons)]
    first = _signed(people[0], "ledger_opened", opened, cases, None, clock())
    ledger = sha256(first.act).digest()
    return [first] + [
        _signed(each, "founding_accepted", {}, ["registry:ledger", f"person:{each[0]}"], ledger, clock())
        for each in people[1:]
    ]


def _signed(
    who: tuple[str, str, PrivateKey],
    kind: str,
    data: dict[str, Any],
    cases: list[str],
    ledger: bytes | None,
    at: int,
) -> Submission:
    person, post, private = who
    act = canon.encode(
        {
            "acknowledges": [], "as": post, "at": at, "basis": [], "batch": None, "by": person,
            "cases": sorted(cases), "data": data, "for": None, "id": secrets.token_bytes(16),
            "key": private.key_id, "late": None, "ledger": ledger, "mode": "own", "seen": None, "signed": at,
            "type": kind, "v": 1,
        }
    )  # fmt: skip
    return Submission(act, private.sign(act_message(act)))


def _anchor(plan: Plan, ledger: bytes, vkey: VerifierKey) -> Anchor:
    """The file to be published outside; without witnesses its quorum is none."""
    witnesses = [Witness(name, key) for name, key in plan.witnesses]
    if not witnesses:
        return anchors.make(ledger, [vkey], [], [], None)
    needed = {"all": len(witnesses), "any": 1}.get(plan.quorum) or int(plan.quorum)
    group = Group("together", needed, tuple(witness.name for witness in witnesses))
    return anchors.make(ledger, [vkey], witnesses, [group], "together")
