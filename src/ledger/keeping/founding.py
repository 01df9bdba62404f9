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

from ledger import files
from ledger.acts.life import DUTIES
from ledger.client import keyfile
from ledger.client.enrol import keyobj
from ledger.client.paper import to_paper
from ledger.desk import Desk, Keyring, system_clock
from ledger.desk.place import Place
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

    LedgerError if something is there already or the plan breaks a rule of founding; then nothing of it stays.
    """
    if not plan.founders:
        raise LedgerError("founding_wrong", detail="nobody founds it")
    people = [(person, post, generate(plan.alg)) for person, post in plan.founders]
    papers = [(person, generate(plan.alg)) for person, _ in plan.founders]
    ring = Keyring(plan.origin, generate("p256-sha256"), generate("ed25519"))
    founding = _founding(people, _opened(plan, people, papers, ring), clock)
    ledger = sha256(founding[0].act).digest()
    place, anchor = Place.of(location, home, lambda: ledger), _anchor(plan, ledger, ring.vkey)
    written: list[Path] = []

    def hand_out() -> None:
        # Before the ledger is there: one whose founders' keys a crash had kept from the disk would be nobody's.
        files.folder(keys)
        for person, post, private in people:
            path = _key_path(keys, person)
            keyfile.create(
                path, private, person=person, post=post, ledger=ledger, origin=plan.origin, password=password,
                cost=cost,
            )  # fmt: skip
            written.append(path)
        for person, private in papers:
            path = keys / f"recovery-{person}.txt"
            text = to_paper(private, person=person, origin=plan.origin, ledger=ledger)
            files.create(path, text.encode())
            written.append(path)
        files.replace(place.anchor, anchor.format().encode(), mode=0o644)
        written.append(place.anchor)

    try:
        desk = Desk.found(location, ring, founding, home=home, clock=clock, before=hand_out)
    except BaseException:  # also an interruption: keys of a ledger that is not there help nobody
        if not place.desk_keys.exists():
            for path in written:
                path.unlink(missing_ok=True)
        raise
    with desk:
        made = [
            {"person": person, "post": post, "key": key.key_id.hex(), "file": str(_key_path(keys, person))}
            for person, post, key in people
        ]
        return Founded(ledger, plan.origin, desk.store.head().size, made, place.anchor)


def _key_path(folder: Path, person: str) -> Path:
    return folder / f"{person}.key"


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
            "k": len(papers) // 2 + 1 if plan.recovery is None else plan.recovery,
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
    words = {"all": len(witnesses), "any": 1}
    if plan.quorum not in words and not (plan.quorum.isascii() and plan.quorum.isdigit()):
        raise LedgerError("plan_unreadable", text=plan.quorum, detail="应写作 all、any 或数字")
    needed = words[plan.quorum] if plan.quorum in words else int(plan.quorum)
    group = Group("together", needed, tuple(witness.name for witness in witnesses))
    return anchors.make(ledger, [vkey], witnesses, [group], "together")
