"""The desk: the one way into a ledger. `submit` answers for each act: accepted with a receipt, or refused."""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from ledger.desk import journal, reading
from ledger.desk.checkpoint import Checkpoints, demand_extension
from ledger.desk.door import enter
from ledger.desk.fold import Fold
from ledger.desk.keyring import Keyring
from ledger.desk.line import Declined, Judged, Line, Spared, Unit
from ledger.desk.machine import Machine, Made
from ledger.desk.outcome import Accepted, Checked, Outcome, Refused, Undecided
from ledger.desk.place import Place, is_postgres
from ledger.desk.throttle import Throttle
from ledger.errors import LedgerError
from ledger.rules.breach import BreachFound, breaches_in
from ledger.rules.life.fact import of_record
from ledger.rules.life.state import LedgerState
from ledger.sealing import receipts
from ledger.sealing.notes import Note
from ledger.sealing.proofs import inclusion
from ledger.sealing.submission import Submission
from ledger.sealing.vkeys import VerifierKey
from ledger.store.open import create_store, open_store
from ledger.store.port import Store
from ledger.vault import Vault

Clock = Callable[[], int]
MOST_TOGETHER: Final = 256


def system_clock() -> int:
    """Microseconds since 1970."""
    return time.time_ns() // 1000


@dataclass(slots=True)
class _Ticket:
    """One unit that waits for the line, and its answer."""

    unit: Unit
    done: bool = False
    judged: list[Judged] | None = None
    error: LedgerError | None = None
    head_note: Note | None = None


class Desk:
    """Takes acts into one ledger. Threads may share a desk: what waits together is committed together."""

    def __init__(
        self, place: Place, store: Store, keyring: Keyring, *, desk: str, clock: Clock, confirmed: bool
    ) -> None:
        self.place = place
        self.name = desk
        self.clock = clock
        self._store, self._keyring = store, keyring
        self._vault = Vault.open(place.vault)
        self._checkpoints = Checkpoints(place.newest, keyring)
        fold = Fold(store)
        self._line = Line(
            store, fold, None, Throttle(place.throttled), desk=desk, clock=clock, confirmed=confirmed
        )
        self._waiting: list[_Ticket] = []
        self._queue, self._commit = threading.Lock(), threading.Lock()
        self._guarded = False

    @classmethod
    def open(
        cls,
        location: str | os.PathLike[str],
        *,
        home: str | os.PathLike[str] | None = None,
        desk: str = "desk",
        clock: Clock = system_clock,
        confirm_clock: bool = False,
    ) -> Desk:
        """The desk of an existing ledger, folded to its head.

        LedgerError if the store, the desk's keys or the newest checkpoint do not belong together.
        """
        place = Place.of(location, home)
        store = open_store(place.location)
        try:
            made = cls(
                place, store, Keyring.load(place.desk_keys), desk=desk, clock=clock, confirmed=confirm_clock
            )
            made._take_up()
        except BaseException:
            store.close()
            raise
        return made

    @classmethod
    def found(
        cls,
        location: str | os.PathLike[str],
        keyring: Keyring,
        founding: Sequence[Submission],
        *,
        home: str | os.PathLike[str] | None = None,
        desk: str = "desk",
        clock: Clock = system_clock,
    ) -> Desk:
        """Make a ledger from its founding acts; nothing stays behind if one of them is refused.

        LedgerError ledger_exists, or the code of the first refusal.
        """
        place = Place.of(location, home)
        if place.desk_keys.exists():
            raise LedgerError("ledger_exists", place=str(location))
        fresh = not place.home.exists()
        place.home.mkdir(parents=True, exist_ok=True)
        try:
            store = create_store(place.location)
        except LedgerError:
            if fresh:
                place.home.rmdir()
            raise
        made = cls(place, store, keyring, desk=desk, clock=clock, confirmed=True)
        for submission in founding:
            (outcome,) = made.submit([submission])
            if isinstance(outcome, Refused):
                made.close()
                if not is_postgres(place.location):
                    _remove_new(place)
                breach = outcome.breaches[0]
                raise LedgerError(breach.code, **breach.facts)
        keyring.save(place.desk_keys)
        made._take_up()
        return made

    # ---- what a desk knows ----

    @property
    def state(self) -> LedgerState:
        """The fold of the ledger's own life as far as this desk has read."""
        return self._line.fold.state

    @property
    def ledger(self) -> bytes:
        assert self.state.ledger is not None
        return self.state.ledger

    @property
    def origin(self) -> str:
        return self._keyring.origin

    @property
    def store(self) -> Store:
        """The records, for reading."""
        return self._store

    @property
    def look(self) -> Fold:
        """For rules that look back at earlier records."""
        return self._line.fold

    @property
    def vault(self) -> Vault:
        return self._vault

    @property
    def ledger_keys(self) -> list[VerifierKey]:
        """The keys under which this ledger's checkpoints are good."""
        return [VerifierKey.parse(text) for text in self.state.checkpoint_keys]

    def read_on(self) -> None:
        """Bring the state to the store's head."""
        with self._commit:
            self._line.fold.read_on()

    # ---- the way in ----

    def submit(self, submissions: Sequence[Submission], *, check: bool = False) -> list[Outcome]:
        """Decide one act, or one batch that goes in whole or not at all.

        What was decided before gets the same answer. LedgerError if nothing could be decided (clock, store,
        a ledger behind its own checkpoint); then nothing was stored and the same may be sent again.
        """
        if not check:
            self._demand_whole()
        unit = [enter(submission, self.state) for submission in submissions]
        if any(isinstance(each, BreachFound) for each in unit):
            # The key may have been enrolled by another desk a moment ago.
            self.read_on()
            unit = [enter(submission, self.state) for submission in submissions]
        try:
            outcomes = self._check(unit, submissions) if check else self._decide(unit, submissions)
        except LedgerError as error:
            journal.failed(error.code, self.name, **error.facts)
            raise
        for each, outcome in zip(unit, outcomes, strict=True):
            journal.decided(each, outcome, self.name)
        return outcomes

    def _check(self, unit: Unit, submissions: Sequence[Submission]) -> list[Outcome]:
        with self._commit:
            found = self._line.check(unit)
        return [
            Checked(hashlib.sha256(each.act).digest(), breaches)
            for each, breaches in zip(submissions, found, strict=True)
        ]

    def _decide(self, unit: Unit, submissions: Sequence[Submission]) -> list[Outcome]:
        ticket = _Ticket(unit)
        with self._queue:
            self._waiting.append(ticket)
        with self._commit:
            if not ticket.done:
                self._run_waiting()
        if ticket.error is not None:
            raise ticket.error
        assert ticket.judged is not None
        assert ticket.head_note is not None
        note = ticket.head_note
        return [
            self._outcome(hashlib.sha256(each.act).digest(), judged, note)
            for each, judged in zip(submissions, ticket.judged, strict=True)
        ]

    def _run_waiting(self) -> None:
        """The thread that holds the line commits for everybody who waits."""
        with self._queue:
            tickets, self._waiting = self._waiting[:MOST_TOGETHER], self._waiting[MOST_TOGETHER:]
        error = LedgerError("desk_failed")
        try:
            judged = self._line.run([ticket.unit for ticket in tickets], self._vault)
            note = self._checkpoints.sign(self._head())
            self._checkpoints.keep(note)
            for ticket, results in zip(tickets, judged, strict=True):
                ticket.judged, ticket.head_note = results, note
        except LedgerError as failure:
            error = failure
            raise
        finally:
            for ticket in tickets:
                ticket.done = True
                if ticket.judged is None:
                    ticket.error = error

    def _outcome(self, digest: bytes, judged: Judged, note: Note) -> Outcome:
        if isinstance(judged, Spared):
            return Undecided(digest)
        if isinstance(judged, Declined):
            return Refused(digest, judged.breaches, judged.recorded_as)
        stored = self._store.record(judged.position)
        fact, _ = of_record(stored)
        assert fact.act is not None
        assert fact.recorded_at is not None
        if fact.digest != digest:
            return Refused(digest, breaches_in(fact.act["data"]), judged.position)
        receipt = self.receipt(judged.position, note=note, record=stored)
        return Accepted(digest, judged.position, fact.recorded_at, note.size, note.root, receipt)

    # ---- committed values ----

    def reveal(
        self, person: str, rows: Sequence[dict[str, Any]], *, case: str | None = None, purpose: str = "review"
    ) -> Callable[[bytes, str], tuple[str, Any]]:
        """A way to open the commitments of these rows of the log for a person who may read them.

        The reading is recorded (`vault_read`) before this returns. The function gives (state, value) of an
        act's field; state is present or missing. LedgerError read_not_allowed.
        """
        fields = reading.wanted(rows, case)
        with self._commit:
            self._line.fold.read_on()
            reading.demand_reader(self.state, person)

            def make(machine: Machine, at: int) -> list[Made]:
                left = reading.unrecorded(self._store, fields, reader=person, purpose=purpose, now=at)
                return reading.readings(machine, at, left, reader=person, purpose=purpose)

            self._line.note(make)
            self._checkpoints.keep(self._checkpoints.sign(self._head()))
        acts = [bytes.fromhex(row["act"]) for row in rows if row.get("commitments")]
        values = self._vault.values(acts)

        def value(act: bytes, field: str) -> tuple[str, Any]:
            found = values.get(act, {}).get(field)
            return ("missing", None) if found is None else ("present", found.value)

        return value

    # ---- proofs and checkpoints ----

    def checkpoint(self) -> Note:
        """The ledger's own note for its head now."""
        with self._commit:
            self._line.fold.read_on()
            return self._checkpoints.sign(self._head())

    def receipt(self, position: int, *, note: Note | None = None, record: bytes | None = None) -> str:
        """The receipt of a record under `note` (default: the head's)."""
        note = note or self.checkpoint()
        record = record if record is not None else self._store.record(position)
        return receipts.make(record, position - 1, inclusion(position - 1, note.size, self._store.node), note)

    def keep_published(self, note: Note) -> None:
        """Store a note that witnesses cosigned, in the database and outside, durably and for ever."""
        demand_extension(note, self._store.head().size, self._store)
        self._store.add_checkpoint(note.size, note.text)
        self._checkpoints.keep(note, now=True)

    def keep_newest(self, note: Note) -> None:
        """Keep a checkpoint of the head outside the database now, whatever the last second saw."""
        self._checkpoints.keep(note, now=True)

    def stop_behind(self, note: Note) -> None:
        """Remember a checkpoint of ours that reaches beyond the head, so that this ledger stops writing."""
        self._checkpoints.keep(note, now=True)
        self._guarded = False

    def _head(self) -> _Head:
        head = self._store.head()
        if head.size != self.state.size:
            # Another desk was faster; sign what this one has judged, never more.
            root = self._line.fold.root(self.state.size)
            assert root is not None
            return _Head(self.state.size, root)
        return _Head(head.size, head.root)

    # ---- life ----

    def _take_up(self) -> None:
        """Fold to the head and see that store, keys and newest checkpoint belong together."""
        self._line.fold.read_on()
        state, keyring = self.state, self._keyring
        if state.machine != keyring.machine.key_id or str(keyring.vkey) not in state.checkpoint_keys:
            raise LedgerError("desk_keys_damaged", path=str(self.place.desk_keys))
        self._line.machine = Machine(keyring.machine, self.ledger, self.name)

    def _demand_whole(self) -> None:
        """Before the first write: the store must extend every checkpoint that this ledger knows it signed."""
        if self._guarded or not self.state.size:
            return
        size = self._store.head().size
        newest = self._checkpoints.newest(self.ledger_keys)
        if newest is not None:
            demand_extension(newest.note, size, self._store)
        for known, text in self._store.checkpoints():
            if known > size:
                raise LedgerError("ledger_behind", size=size, known=known, first=size + 1)
            del text
        self._guarded = True

    def close(self) -> None:
        """Keep the newest checkpoint outside and give everything back."""
        try:
            self._checkpoints.flush()
        finally:
            self._vault.close()
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class _Head:
    size: int
    root: bytes


def _remove_new(place: Place) -> None:
    """Take away the files of a founding that failed; only names that a desk makes."""
    for name in ("ledger.sqlite", "vault.sqlite"):
        for suffix in ("", "-wal", "-shm"):
            (Path(place.home) / (name + suffix)).unlink(missing_ok=True)
    for path in (place.newest, place.throttled):
        path.unlink(missing_ok=True)
    if not any(place.home.iterdir()):
        place.home.rmdir()
