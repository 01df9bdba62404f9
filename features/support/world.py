"""The world of a scenario: a real line on a real store in memory, with real signatures, and people who act.

One world is founded a regulation and kept; each scenario gets a fork of it, so that none starts from a founding.
What the desk would do is done by the desk's own parts: compose, sign, door, line. Only folders, checkpoints and
receipts are missing. The clock says what the scenario says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final

from ledger.acts import moments
from ledger.acts.moments import instant_of
from ledger.calendars import published
from ledger.client.compose import compose
from ledger.client.draft import Draft
from ledger.client.signer import Signer
from ledger.desk.door import enter
from ledger.desk.fold import Fold
from ledger.desk.line import Added, Declined, Judged, Line
from ledger.desk.machine import Machine
from ledger.errors import LedgerError
from ledger.regulations.packaged import packaged_bytes
from ledger.rules.act import procedural
from ledger.rules.admission import admit
from ledger.rules.breach import BreachFound
from ledger.rules.findings import Finding
from ledger.rules.judging import evaluate
from ledger.rules.kinds import EVERY, Rulebook
from ledger.rules.life.fact import of_record
from ledger.rules.replay import Replay
from ledger.rules.seen import Seen
from ledger.rules.tables import Tables
from ledger.sealing.submission import Opening
from ledger.store.memory import MemoryStore
from tests.support.ledgers import OFFICE, Actor, LedgerMaker

Form = dict[str, Any]
PAPER: Final = "paper"
"""The document that transcribed acts rest on unless a scenario registers its own."""


class Vault:
    """Keeps the values behind commitments, so that sheets can be opened later."""

    def __init__(self, kept: dict[tuple[bytes, str], Opening] | None = None) -> None:
        self.kept = dict(kept or {})

    def put_many(self, values: Iterable[tuple[bytes, Iterable[Opening]]]) -> None:
        for digest, openings in values:
            self.kept.update({(digest, opening.field): opening for opening in openings})


@dataclass
class World:
    """`acts`: the last accepted act under a name that a scenario gave it, by its digest."""

    store: MemoryStore
    line: Line
    vault: Vault
    actors: dict[str, Actor]
    clerk: Actor
    machine: Actor
    now: int
    rules: Rulebook = EVERY
    acts: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    stages: set[str] = field(default_factory=set)
    last: Judged | None = None
    last_findings: tuple[BreachFound, ...] = ()
    touched: set[str] = field(default_factory=set)
    before: int = 0

    # ---- making ----

    def fork(self) -> World:
        """A world of one's own that begins where this one stands."""
        store = MemoryStore()
        store._recorder.events = list(self.store._recorder.events)
        store._recorder.position_sequence = iter(range(self.store.head().size + 1, 2**31))
        store._head, store._stored = self.store._head, dict(self.store._stored)
        store._decided, store._times = dict(self.store._decided), list(self.store._times)
        other = replace(
            self,
            store=store,
            vault=Vault(self.vault.kept),
            acts=dict(self.acts),
            names=dict(self.names),
            stages=set(self.stages),
            last=None,
            last_findings=(),
            touched=set(),
        )
        other.line = _line(store, _copied(self.line.fold, store), self.machine, other)
        return other

    # ---- time ----

    def today(self, day: str, clock: str = "09:00") -> None:
        """The clock says this day, unless it has said later."""
        self.now = max(self.now, instant_of(f"{day}T{clock}:00+08:00"))

    # ---- acting ----

    def do(self, form: Form, actor: Actor | None = None) -> Judged:
        """Somebody hands in an act at this moment; what the line decided."""
        actor = actor or self.clerk
        self.now += 1_000_000
        self.before = self.store.head().size
        submission = self.draft(form, actor).sign(actor.key)
        entered = enter(submission, self.line.fold.state)
        if isinstance(entered, BreachFound):
            self.last = Declined((entered,), None)
            return self.last
        self._note(entered.fact._replace(recorded_at=self.now))
        self.line._confirmed = True
        self.line.fold.rules = self.rules
        (answer,) = self.line.run([[entered]], self.vault)
        if isinstance(answer, LedgerError):
            raise answer
        self.last = answer[0]
        if isinstance(self.last, Added):
            self.acts["last"] = entered.digest
            self.last_findings = tuple(each for each in self.last.remarks if not each.source_only)
        else:
            self.last_findings = ()
        return self.last

    def must(self, form: Form, actor: Actor | None = None) -> bytes:
        """The same, where anything but acceptance is a mistake of the scenario's world; the act's digest."""
        done = self.do(form, actor)
        if not isinstance(done, Added):
            breaches = done.breaches if isinstance(done, Declined) else ()
            told = "；".join(f"{breach.code}：{breach.message}" for breach in breaches)
            raise AssertionError(f"{form['type']} 未被受理：{told}")
        return self.acts["last"]

    def read_vault(self, reader: str, case: str, fields: list[str]) -> None:
        """Somebody is shown committed values: the machine has written it down before."""
        self.now += 1_000_000
        noted = self.line.note(lambda made, at: [made.vault_read(at, reader, case, fields, "inquiry")])
        assert noted, "the machine wrote nothing"

    def draft(self, form: Form, actor: Actor) -> Draft:
        """The act of a form, ready to be signed; `at` is this moment unless the form says otherwise."""
        state = self.line.fold.state
        signer = Signer(actor.person, actor.post, state.ledger, state.origin, actor.key.alg, actor.key.spki)
        return compose({"at": moments.instant_text(self.now), **form}, signer, clock=lambda: self.now)

    def _note(self, fact: Any) -> None:
        """Which rule kinds look at this act, for the trace of articles."""
        fold = self.line.fold
        act = procedural(fact, fold.state.size + 1)
        matter = fold.matter(act) if act is not None else None
        judged = list(evaluate(matter, self.rules)) if matter is not None and not admit(matter) else []
        self.touched = {rule.name for rule, _ in judged}
        self.flagged = {each.code for _, each in judged if each.verdict.effect == "finding"}

    # ---- looking ----

    @property
    def breaches(self) -> tuple[BreachFound, ...]:
        """Why the last act was refused; nothing if it was not."""
        return self.last.breaches if isinstance(self.last, Declined) else ()

    def added(self) -> list[str]:
        """Types of the records since the last act was handed in."""
        facts = [of_record(data)[0] for _, data in self.store.read_records(after=self.before)]
        return [fact.act["type"] for fact in facts if fact.act is not None]

    def audit(self) -> list[Finding]:
        """The whole trail judged again, with what stands today."""
        replay = Replay(self.store, self.rules)
        replay.read_on()
        return replay.findings(day_of(self.now))


# ---- the base of all worlds ----


def found(origin: str = "ledger.example/features") -> World:
    """A founded ledger with an office clerk, all calendars, and the paper that transcriptions rest on."""
    maker = LedgerMaker(origin=origin)
    maker.now = instant_of("2017-01-02T09:00:00+08:00")
    maker.found()
    clerk = maker.hire("clerk", OFFICE)
    paper = maker.document(clerk, cases=[])
    store = MemoryStore()
    store.append_records(maker.contents.records, after=0)
    fold = Fold(store)
    fold.read_on()
    world = World(
        store,
        None,  # type: ignore[arg-type]  # a line needs the world's clock, so it comes next
        Vault(),
        {"registrar": maker.registrar, "oversight": maker.oversight, "clerk": clerk},
        clerk,
        maker.machine,
        maker.now,
    )
    world.line = _line(store, fold, maker.machine, world)
    world.acts[PAPER] = paper.digest
    world._maker = maker  # type: ignore[attr-defined]  # hires people while the base is being made
    return world


def hire(world: World, name: str, post: str | None) -> Actor:
    """Another person with a confirmed key and a post, while the base is being made."""
    maker: LedgerMaker = world._maker  # type: ignore[attr-defined]  # see found
    maker.now = world.now
    size = len(maker.contents.records)
    actor = maker.hire(name, post)
    for data in maker.contents.records[size:]:
        fact = of_record(data)[0]
        assert fact.act is not None
    world.store.append_records(maker.contents.records[size:], after=world.store.head().size)
    world.now = maker.now
    world.line.fold.read_on()
    world.actors[name] = actor
    return actor


def file(world: World, data: bytes) -> str:
    """A public document, filed in parts; its digest in hex."""
    digest = hashlib.sha256(data).hexdigest()
    pieces = [data[i : i + 40_000] for i in range(0, len(data), 40_000)]
    for number, piece in enumerate(pieces, 1):
        form = {"bytes": piece.hex(), "document": digest, "part": number, "parts": len(pieces)}
        world.must({"type": "document_filed", "data": form, "cases": ["registry:ledger"]})
    return digest


def adopt_calendars(world: World, first: int, last: int) -> None:
    """The published calendars of these years."""
    for edition in published.ids():
        year, _, issue = edition.partition("-")
        if first <= int(year) <= last:
            data = {
                "document": file(world, published.data(edition)),
                "issue": int(issue),
                "published_on": "2017-01-02",
                "year": int(year),
            }
            world.must({"type": "calendar_published", "data": data})


def adopt_regulation(world: World, name: str, *, status: str = "draft", **dates: Any) -> None:
    """A packaged regulation, as it comes with the software."""
    data: Mapping[str, Any] = {
        "document": file(world, packaged_bytes(name)),
        "encoding": 1,
        "issuer": "某市人民政府",
        "regulation": name,
        "status": status,
        **dates,
    }
    world.must({"type": "regulation_version_adopted", "data": dict(data)})


def _line(store: MemoryStore, fold: Fold, machine: Actor, world: World) -> Line:
    ledger = fold.state.ledger
    assert ledger is not None
    made = Machine(machine.key, ledger, "desk")
    return Line(store, fold, made, None, desk="desk", clock=lambda: world.now, confirmed=True)


def _copied(fold: Fold, store: MemoryStore) -> Fold:
    """The fold on tables of its own: a fork's layers would be settled into the tables of whom it was forked from."""
    other = fold.fork()
    other._reader, other.pending = store, []
    other.state, other.procedure = _own(fold.state), _own(fold.procedure)
    return other


def _own(part: Any) -> Any:
    made: Any = object.__new__(type(part))
    for name in [each.name for each in fields(part)]:
        value = getattr(part, name)
        if isinstance(value, MutableMapping):
            value = dict(value)
        elif isinstance(value, Seen):
            value = Seen.load(value.dump())
        elif isinstance(value, Tables):
            value = _own(value)
        setattr(made, name, value)
    return made


def day_of(at: int | str) -> str:
    """The day of a moment."""
    return moments.day_of(at) if isinstance(at, int) else at[:10]
