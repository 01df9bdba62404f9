"""Ledgers made without the desk and the store, straight from the format: an oracle for tests of reading.

A `LedgerMaker` keeps a ledger in memory and adds records to it, good ones by its named methods, any others
through `add` (an act with parts overridden) and `append` (bytes as they come). `write` lays it down as a LEDGER
folder with plain sqlite3. Nothing here judges: what a method is told to sign, it signs.

    maker = LedgerMaker()
    maker.found()
    maker.publish()
    folder = maker.write(tmp_path / "ledger")
    verify(folder, anchors=[maker.anchor()], as_of=maker.now)
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from ledger.acts.committed import commitments
from ledger.acts.registry import TYPES
from ledger.sealing import canon, notes, record
from ledger.sealing.algorithms import PrivateKey, generate
from ledger.sealing.anchor import Anchor, Group, Witness, make
from ledger.sealing.commitments import commitment
from ledger.sealing.envelope import ACT_TYPE, POP_TYPE, pop_body, sign
from ledger.sealing.tree import Frontier, leaf_hash
from ledger.sealing.vkeys import LEDGER, WITNESS, VerifierKey
from tests.support import folders

SECOND = 1_000_000
DAY = 86_400 * SECOND
MACHINE = "machine"

REGISTRAR, CONFIRMING, OFFICE, CUSTODIAN = (
    "office/registrar",
    "oversight/head",
    "office/clerk",
    "archive/keeper",
)
DUTIES = {
    "confirming": [CONFIRMING],
    "custodian": [CUSTODIAN],
    "office": [OFFICE],
    "oversight": [CONFIRMING],
    "registrar": [REGISTRAR],
}


@cache
def pooled_key(alg: str, number: int) -> PrivateKey:
    """The same key for the same number throughout a run: making and first checking one costs a millisecond."""
    return generate(alg)


@dataclass(slots=True)
class Actor:
    """Somebody who signs: a person with a key, usually acting in a post."""

    person: str
    key: PrivateKey
    post: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """One record as it was added."""

    position: int
    digest: bytes
    act: dict[str, Any]
    act_bytes: bytes
    sig: bytes


@dataclass(slots=True)
class Contents:
    """Everything that a LEDGER folder holds."""

    records: list[bytes] = field(default_factory=list)
    checkpoints: list[tuple[int, str]] = field(default_factory=list)
    newest: str | None = None
    vault: list[tuple[bytes, str, bytes, bytes]] = field(default_factory=list)


class LedgerMaker:
    """See the module. `now` is the ledger's clock in microseconds; every record advances it."""

    def __init__(
        self,
        *,
        seed: int = 0,
        alg: str = "p256-sha256",
        origin: str = "ledger.example/test",
        witnesses: Sequence[str] = ("oversight", "archive"),
        needed: int | None = 2,
        tolerance: int = 900 * SECOND,
        witness_due: int = 2 * DAY,
        keys_from: int = 0,
    ) -> None:
        self.random = random.Random(seed)
        self.alg, self.origin, self.needed = alg, origin, needed
        self.tolerance, self.witness_due = tolerance, witness_due
        self.now = 1_767_600_000 * SECOND  # 2026-01-05, a Monday
        self.contents = Contents()
        self.tree = Frontier()
        self.ledger: bytes | None = None
        self.added: list[Added] = []
        self.actors: dict[str, Actor] = {}
        self._next_key = keys_from
        self._kept: dict[bytes, list[tuple[str, bytes, bytes]]] = {}
        self.machine = Actor(MACHINE, self.new_key("ed25519"))
        self.checkpoint_key = self.new_key("ed25519")
        self.witness_keys = {name: self.new_key("ed25519") for name in witnesses}

    # ---- keys and ids ----

    def new_key(self, alg: str | None = None) -> PrivateKey:
        """A key that this ledger has not used yet."""
        self._next_key += 1
        return pooled_key(alg or self.alg, self._next_key)

    def new_id(self) -> str:
        """A random id of a person or a case."""
        return "".join(self.random.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=8))

    def pop(self, key: PrivateKey, person: str, use: str = "act") -> bytes:
        """The proof that somebody holds a key."""
        body = pop_body(key=key.key_id, ledger=self.ledger, origin=self.origin, person=person, use=use)
        return sign(key, POP_TYPE, body)

    # ---- acts and records ----

    def act(self, by: Actor, kind: str, data: dict[str, Any], **parts: Any) -> dict[str, Any]:
        """An act by `by`, in their post, now; `parts` override anything of the head (`as_`, `for_` too)."""
        made: dict[str, Any] = {
            "acknowledges": [],
            "as": by.post,
            "at": self.now,
            "basis": [],
            "batch": None,
            "by": by.person,
            "cases": ["registry:ledger"],
            "data": data,
            "for": None,
            "id": self.random.randbytes(16),
            "key": by.key.key_id,
            "late": None,
            "ledger": self.ledger,
            "mode": "own",
            "seen": None,
            "signed": self.now,
            "type": kind,
            "v": 1,
        }
        made.update({name.rstrip("_"): value for name, value in parts.items()})
        made["cases"] = sorted(made["cases"])
        return made

    def add(
        self, by: Actor, kind: str, data: dict[str, Any], *, signed_with: Any = None, **parts: Any
    ) -> Added:
        """Sign an act and record it; `signed_with` is another key than the act names."""
        self.tick()
        return self.add_act(self.act(by, kind, data, **parts), signed_with or by.key)

    def add_act(self, act: dict[str, Any], key: PrivateKey, **parts: Any) -> Added:
        """Sign an act of whatever content and record it."""
        act_bytes = canon.encode(act)
        return self.add_signed(act_bytes, sign(key, ACT_TYPE, act_bytes), **parts)

    def add_signed(
        self, act_bytes: bytes, sig: bytes, *, recorded_at: int | None = None, desk: str = "desk"
    ) -> Added:
        """Record an envelope as it is."""
        stamp = self.now if recorded_at is None else recorded_at
        position = self.append(record.pack(stamp, desk, act_bytes, sig))
        act = canon.decode(act_bytes)
        added = Added(position, sha256(act_bytes).digest(), act, act_bytes, sig)
        self.added.append(added)
        self.contents.vault += [(added.digest, *kept) for kept in self._kept.pop(act["id"], [])]
        return added

    def append(self, data: bytes) -> int:
        """Store bytes as the next record; gives the position."""
        self.contents.records.append(data)
        self.tree.push(leaf_hash(data))
        return self.tree.size

    def tick(self, microseconds: int = 7 * SECOND) -> None:
        """Let time pass."""
        self.now += microseconds

    # ---- the ledger's life ----

    def found(self, **opened: Any) -> Added:
        """Records 1 and 2: two founders, a registrar and the head of oversight, who also confirms keys."""
        registrar = Actor("regis1", self.new_key(), REGISTRAR)
        oversight = Actor("overs1", self.new_key(), CONFIRMING)
        self.actors = {"registrar": registrar, "oversight": oversight}
        holders = [("hold01", self.new_key()), ("hold02", self.new_key())]
        founders = [
            {
                "alg": a.key.alg,
                "person": a.person,
                "pop": self.pop(a.key, a.person),
                "post": a.post,
                "spki": a.key.spki,
            }
            for a in (registrar, oversight)
        ]
        recovery = [
            {"alg": k.alg, "person": p, "pop": self.pop(k, p, "recovery"), "spki": k.spki} for p, k in holders
        ]
        machine = self.machine.key
        data = {
            "authority": "某市市场监督管理局",
            "checkpoint_keys": [str(self.vkey)],
            "checkpoint_proofs": [notes.empty_tree_note(self.checkpoint_key, self.origin)],
            "duties": DUTIES,
            "engine": 0,
            "founders": founders,
            "kind": "rehearsal",
            "machine": {
                "alg": machine.alg,
                "pop": self.pop(machine, MACHINE, "machine"),
                "spki": machine.spki,
            },
            "nonce": self.random.randbytes(16),
            "origin": self.origin,
            "predecessor": None,
            "recovery": {"k": 2, "keys": recovery},
            "tolerance": self.tolerance,
            "witness_due": self.witness_due,
        }
        persons = [registrar.person, oversight.person, *(p for p, _ in holders)]
        cases = ["registry:ledger", *(f"person:{p}" for p in persons)]
        first = self.add(registrar, "ledger_opened", {**data, **opened}, cases=cases)
        self.ledger = first.digest
        self.add(oversight, "founding_accepted", {}, cases=["registry:ledger", f"person:{oversight.person}"])
        return first

    def enrol(self, person: str, key: PrivateKey, **parts: Any) -> Added:
        """The registrar enters a key."""
        data = {"alg": key.alg, "person": person, "pop": self.pop(key, person), "spki": key.spki}
        return self.add(self.registrar, "key_enrolled", data, **{"cases": [f"person:{person}"], **parts})

    def confirm(self, actor: Actor, **parts: Any) -> Added:
        """The head of oversight confirms a key."""
        data = {"key": actor.key.key_id}
        return self.add(
            self.oversight, "key_confirmed", data, **{"cases": [f"person:{actor.person}"], **parts}
        )

    def assign(self, person: str, post: str, **parts: Any) -> Added:
        """A post is given: by the head of oversight if it is one of the guarded ones, else by the registrar."""
        by = self.oversight if post in (REGISTRAR, CONFIRMING) else self.registrar
        data = {"person": person, "post": post}
        return self.add(by, "post_assigned", data, **{"cases": [f"person:{person}"], **parts})

    def end(self, person: str, post: str, **parts: Any) -> Added:
        """A post is taken away."""
        by = self.oversight if post in (REGISTRAR, CONFIRMING) else self.registrar
        data = {"person": person, "post": post, "reason": "left"}
        return self.add(by, "post_ended", data, **{"cases": [f"person:{person}"], **parts})

    def revoke(self, actor: Actor, doubtful_from: int | None = None, **parts: Any) -> Added:
        """The registrar ends a key."""
        data = {"doubtful_from": doubtful_from, "key": actor.key.key_id, "reason": "lost"}
        return self.add(self.registrar, "key_revoked", data, **{"cases": [f"person:{actor.person}"], **parts})

    def hire(self, name: str, post: str | None, alg: str | None = None) -> Actor:
        """A new person with a confirmed key and, if one is named, a post; found again in `actors`."""
        actor = Actor(self.new_id(), self.new_key(alg), post)
        self.enrol(actor.person, actor.key)
        self.confirm(actor)
        if post is not None:
            self.assign(actor.person, post)
        self.actors[name] = actor
        return actor

    def document(self, by: Actor, *, keep: bool = True, **parts: Any) -> Added:
        """A paper is registered; its committed values go to the vault unless `keep` is false."""
        values = {
            "file": ["file", "application/pdf", 1234, self.random.randbytes(32)],
            "number": "穗市监〔2026〕7号",
        }
        data = {
            "date": "2026-01-05",
            "how": "post",
            "issuer": "某区人民政府",
            "kind": "original",
            "received": "2026-01-05T09:30",
        }
        return self.add_committed(by, "document_registered", data, values, keep=keep, **parts)

    def add_committed(
        self,
        by: Actor,
        kind: str,
        data: dict[str, Any],
        values: dict[str, Any],
        *,
        keep: bool = True,
        **parts: Any,
    ) -> Added:
        """An act with committed values, which go to the vault too."""
        self.tick()
        act = self.act(by, kind, data, **parts)
        self.commit(act, values, keep=keep)
        return self.add_act(act, by.key)

    def commit(self, act: dict[str, Any], values: dict[str, Any], *, keep: bool = True) -> None:
        """Put commitments to these values into an act's data; the vault gets the values once the act is added."""
        assert self.ledger is not None
        for name, value in values.items():
            salt = self.random.randbytes(32)
            act["data"][name] = commitment(self.ledger, act["by"], act["id"], name, salt, value)
            if keep:
                self._kept.setdefault(act["id"], []).append((name, salt, canon.encode(value)))

    def file_document(self, by: Actor, content: bytes, size: int = 40_000) -> bytes:
        """A public document enters in parts; gives its digest."""
        digest = sha256(content).digest()
        pieces = [content[i : i + size] for i in range(0, len(content), size)] or [b""]
        for number, piece in enumerate(pieces, 1):
            data = {"bytes": piece, "document": digest, "part": number, "parts": len(pieces)}
            self.add(by, "document_filed", data)
        return digest

    def refuse(
        self, by: Actor, kind: str, data: dict[str, Any], *, code: str = "post_not_entitled", **parts: Any
    ) -> Added:
        """The desk refuses an act and keeps the whole envelope."""
        self.tick()
        inner = canon.encode(self.act(by, kind, data, **parts))
        return self.refuse_signed(inner, sign(by.key, ACT_TYPE, inner), by.person, code=code)

    def refuse_signed(
        self, inner: bytes, sig: bytes, person: str, *, code: str = "post_not_entitled"
    ) -> Added:
        """A refusal of an envelope as it is."""
        breach = {
            "article": None,
            "code": code,
            "facts": [["post", "office/clerk"]],
            "positions": [1],
            "rule": None,
        }
        data = {"act": inner, "breaches": [breach], "more": 0, "sig": sig}
        return self.add(self.machine, "act_refused", data, cases=[f"person:{person}"])

    def open_values(self, by: Actor, of: Added, *names: str, **parts: Any) -> Added:
        """Committed values of an act become public on the ledger."""
        kept = {(act, name): (salt, value) for act, name, salt, value in self.contents.vault}
        openings = []
        for name in names:
            salt, value = kept[of.digest, name]
            openings.append({"act": of.digest, "field": name, "salt": salt, "value": canon.decode(value)})
        return self.add(by, "commitment_opened", {"openings": openings}, **parts)

    def close(self) -> Added:
        """The ledger is closed for ever."""
        return self.add(self.oversight, "ledger_closed", {"reason": "finished", "successor": None})

    @property
    def registrar(self) -> Actor:
        return self.actors["registrar"]

    @property
    def oversight(self) -> Actor:
        return self.actors["oversight"]

    # ---- checkpoints ----

    @property
    def vkey(self) -> VerifierKey:
        """The ledger's key for checkpoints."""
        return VerifierKey.of(self.checkpoint_key, self.origin, LEDGER)

    def witness(self, name: str) -> VerifierKey:
        """A witness's key."""
        return VerifierKey.of(self.witness_keys[name], f"{name}.example/witness", WITNESS)

    def note(
        self,
        witnesses: Iterable[str] | None = None,
        *,
        seconds: int | None = None,
        size: int | None = None,
        root: bytes | None = None,
        signed: bool = True,
    ) -> str:
        """A checkpoint of the ledger as it stands, cosigned at `seconds` (now) by the named witnesses (all)."""
        body = notes.checkpoint_body(
            self.origin, self.tree.size if size is None else size, self.tree.root() if root is None else root
        )
        when = self.now // SECOND if seconds is None else seconds
        lines = [notes.sign_note(self.checkpoint_key, self.origin, body)] if signed else []
        for name in self.witness_keys if witnesses is None else witnesses:
            lines.append(notes.cosign_line(self.witness_keys[name], self.witness(name).name, body, when))
        return notes.note_text(body, lines)

    def publish(self, **how: Any) -> str:
        """Make a note, store it and keep it as the newest."""
        self.tick(SECOND)
        text = self.note(**how)
        self.contents.checkpoints.append((notes.parse(text).size, text))
        self.contents.newest = text
        return text

    def anchor(self) -> Anchor:
        """The anchor that somebody outside would have been given."""
        assert self.ledger is not None
        witnesses = [Witness(name, self.witness(name)) for name in self.witness_keys]
        if self.needed is None:
            return make(self.ledger, [self.vkey], witnesses, [], None)
        group = Group("quorum_group", self.needed, tuple(self.witness_keys))
        return make(self.ledger, [self.vkey], witnesses, [group], group.name)

    def write(self, folder: Path) -> Path:
        """The LEDGER folder on disk, with an index that is right."""
        return folders.write(self.contents, folder)


def committed_fields(added: Added) -> list[str]:
    """The names of an act's committed fields."""
    kind = TYPES.get(added.act["type"], added.act["v"])
    return [] if kind is None else [name for name, _ in commitments(kind, added.act["data"])]
