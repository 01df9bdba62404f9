"""The desk: the one way into a ledger. `submit` answers for each act: accepted with a receipt, or refused."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self

from ledger.desk import journal, reading
from ledger.desk.answers import Answering
from ledger.desk.checkpoint import Checkpoints, demand_extension
from ledger.desk.door import enter
from ledger.desk.fold import Fold
from ledger.desk.founding import establish, rehearse
from ledger.desk.keyring import Keyring
from ledger.desk.line import Added, Judged, Line, Stands, Unit
from ledger.desk.machine import Machine, Made
from ledger.desk.outcome import Outcome
from ledger.desk.place import Place, is_postgres, ledger_id
from ledger.desk.queue import Queue
from ledger.desk.throttle import Throttle
from ledger.errors import LedgerError
from ledger.rules.breach import BreachFound
from ledger.rules.life.lookback import earlier_act
from ledger.rules.life.state import LedgerState
from ledger.sealing.notes import Note
from ledger.sealing.opening import open_note
from ledger.sealing.submission import Submission
from ledger.sealing.vkeys import VerifierKey
from ledger.store.open import open_store
from ledger.store.port import Store
from ledger.vault import Vault

Clock = Callable[[], int]
Decided = tuple[list[Judged], Note | None]


def system_clock() -> int:
    """Microseconds since 1970."""
    return time.time_ns() // 1000


class Desk:
    """Takes acts into one ledger. Threads may share a desk: what waits together is committed together."""

    def __init__(
        self, place: Place, store: Store, keyring: Keyring, *, desk: str, clock: Clock, confirmed: bool
    ) -> None:
        self.place = place
        self.name = desk
        self.clock = clock
        self._store, self._keyring = store, keyring
        fold = Fold(store)
        fold.read_on()
        if not fold.state.size:
            raise LedgerError("founding_unfinished", place=place.shown)
        keyring.demand_for(fold.state, place.desk_keys)
        machine = Machine(keyring.machine, fold.state.ledger or b"", desk)
        self._line = Line(
            store, fold, machine, Throttle(place.throttled), desk=desk, clock=clock, confirmed=confirmed
        )
        self._vault = Vault.open(place.vault)
        self._checkpoints = Checkpoints(place.newest, keyring)
        self._answers = Answering(store)
        self._queue = Queue[Unit, Decided](self._decide)
        self._whole = False

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

        LedgerError if store, desk's keys and vault cannot be had or do not belong together.
        """
        if not is_postgres(os.fspath(location)) and Place.of(location).manifest.exists():
            raise LedgerError("backup_kept_apart", path=os.fspath(location))
        store = open_store(os.fspath(location))
        try:
            place = Place.of(location, home, lambda: ledger_id(store))
            keyring = Keyring.load(place.desk_keys)
            return cls(place, store, keyring, desk=desk, clock=clock, confirmed=confirm_clock)
        except BaseException:  # whatever it was, the store must not stay open
            store.close()
            raise

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
        before: Callable[[], None] = lambda: None,
    ) -> Desk:
        """Make a ledger of its founding acts, all in one append; nothing stays behind if one of them is refused.

        `before` is called once the acts have stood the test and before the ledger has its first record: what
        must not be missing from a ledger (the founders' keys) is brought to the disk there.
        LedgerError ledger_exists, or the code of the first refusal.
        """
        if not founding:
            raise LedgerError("founding_wrong", detail="nobody founds it")
        ledger = hashlib.sha256(founding[0].act).digest()
        place = Place.of(location, home, lambda: ledger)
        if place.desk_keys.exists():
            raise LedgerError("ledger_exists", place=place.shown)
        establish(place, keyring, rehearse(place, keyring, founding, desk=desk, clock=clock), before)
        return cls.open(location, home=home, desk=desk, clock=clock)

    # ---- what a desk knows ----

    @property
    def state(self) -> LedgerState:
        """The fold of the ledger's own life as far as this desk has read."""
        return self._line.fold.state

    @property
    def ledger(self) -> bytes:
        """The ledger's id."""
        assert self.state.ledger is not None
        return self.state.ledger

    @property
    def origin(self) -> str:
        """The name under which its checkpoints are signed."""
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
        """The values behind commitments."""
        return self._vault

    @property
    def ledger_keys(self) -> list[VerifierKey]:
        """The keys under which this ledger's checkpoints are good."""
        return [VerifierKey.parse(text) for text in self.state.checkpoint_keys]

    def read_on(self) -> None:
        """Bring the state to the store's head."""
        with self._queue.turn:
            self._line.fold.read_on()

    # ---- the way in ----

    def submit(self, submissions: Sequence[Submission], *, check: bool = False) -> list[Outcome]:
        """Decide one act, or one batch that goes in whole or not at all.

        What was decided before gets the same answer. LedgerError if nothing could be decided (clock, store,
        a ledger behind its own checkpoint); then the same may be sent again, and is never stored twice.
        """
        try:
            unit = self._enter(submissions)
            if check:
                with self._queue.turn:
                    judged = self._line.check(unit)
                outcomes = self._answers.checked(submissions, judged)
            else:
                judged, note = self._queue.through(unit)
                outcomes = self._answers.final(submissions, judged, note)
        except LedgerError as error:
            journal.failed(error.code, self.name, **error.facts)
            raise
        for each, outcome in zip(unit, outcomes, strict=True):
            journal.decided(each, outcome, self.name)
        return outcomes

    def _enter(self, submissions: Sequence[Submission]) -> Unit:
        unit = [enter(submission, self.state) for submission in submissions]
        if any(isinstance(each, BreachFound) and each.code == "key_not_enrolled" for each in unit):
            # Another desk may have enrolled the key a moment ago.
            self.read_on()
            unit = [enter(submission, self.state) for submission in submissions]
        return unit

    def _decide(self, units: Sequence[Unit]) -> list[Decided | LedgerError]:
        """Commit for everybody who waits, then sign the head; called by the queue, in turn."""
        self._demand_whole()
        self._checkpoints.settle()
        before = self.state.size
        answers = self._line.run(units, self._vault)
        judged = [answer for answer in answers if not isinstance(answer, LedgerError)]
        note = None
        # A group of nothing but refusals is sealed too, or the last of them could be taken back unnoticed.
        grown = self.state.size > before
        if grown or any(isinstance(each, Added | Stands) for answer in judged for each in answer):
            note = self._checkpoints.sign(*self._line.head)
            self._checkpoints.keep(note)
        return [answer if isinstance(answer, LedgerError) else (answer, note) for answer in answers]

    # ---- committed values ----

    def reveal(
        self, person: str, rows: Sequence[dict[str, Any]], *, case: str | None = None, purpose: str = "review"
    ) -> Callable[[bytes, str], tuple[str, Any]]:
        """A way to open the commitments of these rows of the log for a person who may read them.

        The reading is recorded (`vault_read`) before this returns. The function gives (state, value) of an
        act's field; state is present, missing or wrong (what is kept is not what was committed to).
        LedgerError read_not_allowed, form_invalid for a purpose that is no code.
        """
        reading.demand_purpose(purpose)
        fields = reading.wanted(rows, case)

        def make(machine: Machine, at: int) -> list[Made]:
            left = reading.unrecorded(self._store, fields, reader=person, purpose=purpose, now=at)
            return reading.readings(machine, at, left, reader=person, purpose=purpose)

        with self._queue.turn:
            self._demand_whole()
            self._checkpoints.settle()
            self._line.fold.read_on()
            reading.demand_reader(self.state, person)
            if self._line.note(make):
                self._checkpoints.keep(self._checkpoints.sign(*self._line.head))
        acts = [bytes.fromhex(row["act"]) for row in rows if row.get("commitments")]
        return reading.opened(self._vault.values(acts), self.ledger, self._act)

    def _act(self, digest: bytes) -> dict[str, Any] | None:
        return earlier_act(self.state, self.look, digest)

    # ---- proofs and checkpoints ----

    def checkpoint(self) -> Note:
        """The ledger's own note for its head now. LedgerError as for writing: a checkpoint is a promise."""
        with self._queue.turn:
            self._demand_whole()
            self._line.fold.read_on()
            return self._checkpoints.sign(*self._line.head)

    def receipt(self, position: int) -> str:
        """The receipt of a record under the head's checkpoint; LedgerError store_no_record."""
        record = self._store.record(position)
        return self._answers.receipt(position, record, self.checkpoint())

    def keep_published(self, note: Note) -> None:
        """Store a note that witnesses cosigned, in the database and outside, durably and for ever."""
        with self._queue.turn:
            demand_extension(note, self._store.head().size, self._store)
            self._store.add_checkpoint(note.size, note.text)
            self._checkpoints.keep(note, now=True)

    def keep_newest(self, note: Note) -> None:
        """Keep a checkpoint of the head outside the database now, whatever the last second saw."""
        with self._queue.turn:
            self._checkpoints.keep(note, now=True)

    def stop_at(self, note: Note) -> None:
        """Remember a checkpoint of ours that this ledger does not extend, so that it stops writing, for ever and for
        every desk: outside, if the head does not reach it; in the table, which nobody overwrites, if it contradicts.
        """
        with self._queue.turn:
            if note.size > self._store.head().size:
                self._checkpoints.keep(note, now=True)
            else:
                self._store.add_checkpoint(note.size, note.text)
            self._whole = False

    # ---- life ----

    def _demand_whole(self) -> None:
        """Before anything is written or signed: the store must extend the newest checkpoint that is known."""
        if self._whole:
            return
        size = self._store.head().size
        newest = self._checkpoints.newest(self.ledger_keys)
        if newest is not None:
            demand_extension(newest.note, size, self._store)
        # All of the table, since what contradicts need not be the longest.
        for _, text in self._store.checkpoints():
            demand_extension(open_note(text, self.ledger_keys).note, size, self._store)
        # With the whole line at hand it is known whose values nobody waits for any more; what cannot be swept
        # now is swept another time.
        with contextlib.suppress(LedgerError):
            self._vault.sweep(lambda digest: self._act(digest) is not None)
        self._whole = True

    def close(self) -> None:
        """Keep the newest checkpoint outside and give everything back."""
        try:
            with self._queue.turn:
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
