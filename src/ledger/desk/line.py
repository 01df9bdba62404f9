"""The line: judge on the head, append on the head, or read on and judge again (format §4).

One run takes all units that wait and commits them together. A unit is one act, or a batch that goes in whole or
not at all. So record p is judged on exactly the records 1 … p−1, at exactly its own `recorded_at`.
"""

from __future__ import annotations

import contextlib
import random
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple, Protocol

from ledger.acts.moments import day_of, instant_text
from ledger.desk.batch import batch_misfit
from ledger.desk.door import Passed
from ledger.desk.fold import Fold
from ledger.desk.machine import Machine, Made
from ledger.desk.sealed import CLOSED, sealed_misfit
from ledger.desk.throttle import MOST, Counted, Throttle
from ledger.errors import LedgerError
from ledger.rules.act import procedural
from ledger.rules.breach import BreachFound, class_of
from ledger.rules.judging import NOTHING
from ledger.rules.life.fact import Fact
from ledger.rules.life.fold import Reader
from ledger.sealing.record import pack
from ledger.sealing.submission import Opening

TRIES: Final = 64
FORWARD: Final = 24 * 3600 * 1_000_000
BACKWARD: Final = 5 * 1_000_000
RECORDED_OF_A_BATCH: Final = 20

Unit = Sequence[Passed | BreachFound]


class Added(NamedTuple):
    """The act stands at this position, put there by this very append."""

    position: int
    recorded_at: int
    record: bytes
    remarks: tuple[BreachFound, ...] = ()


class Stands(NamedTuple):
    """The act was decided before, by the record at this position (as itself or inside a refusal)."""

    position: int


class Declined(NamedTuple):
    """The act has breaches; `recorded_as` is where the refusal stands, None if it was only logged."""

    breaches: tuple[BreachFound, ...]
    recorded_as: int | None


class Spared(NamedTuple):
    """The act is innocent, its batch is not."""


Judged = Added | Stands | Declined | Spared


class HeadSeen(Protocol):
    """A head to be signed."""

    @property
    def size(self) -> int: ...
    @property
    def root(self) -> bytes: ...


class Log(Reader, Protocol):
    """What the line needs of a store."""

    def append_records(self, records: Sequence[bytes], after: int) -> HeadSeen: ...
    def turn(self) -> contextlib.AbstractContextManager[None]: ...


class Vault(Protocol):
    """What the line needs of a vault: values that are durable when `put_many` returns."""

    def put_many(self, values: Iterable[tuple[bytes, Iterable[Opening]]]) -> None: ...


class Line:
    """One desk's way into one ledger. Not thread-safe: `Desk` lets one run in at a time.

    `machine` is None only while a ledger is being founded; no refusal is recorded then. `confirmed`: an operator
    has looked at a clock that is far ahead of the head; it holds for one append, after which the head is near.
    """

    def __init__(
        self,
        store: Log,
        fold: Fold,
        machine: Machine | None,
        throttle: Throttle | None,
        *,
        desk: str,
        clock: Callable[[], int],
        confirmed: bool,
    ) -> None:
        self.fold = fold
        self.machine = machine
        self._store, self._throttle, self._desk = store, throttle, desk
        self._clock, self._confirmed = clock, confirmed
        self._head: HeadSeen | None = None
        self._undisturbed = False

    @property
    def head(self) -> tuple[int, bytes]:
        """Size and root of what has been judged here; other desks may have stored more since."""
        size = self.fold.state.size
        root = self._head.root if self._head is not None and self._head.size == size else self.fold.root(size)
        assert root is not None
        return size, root

    def check(self, unit: Unit) -> list[Judged]:
        """What `run` would decide now; nothing is stored, counted or recorded."""
        self.fold.read_on()
        return self._unit(self.fold.fork(), unit, self._stamp(), None)

    def run(self, units: Sequence[Unit], vault: Vault) -> list[list[Judged] | LedgerError]:
        """Decide all units in one append. LedgerError if nothing could be decided; then nothing is stored.

        The answer for a unit is a LedgerError if it alone could not be decided.
        """
        for attempt in range(TRIES):
            # Where nobody else wrote lately, the append itself shows whether the head is still the one known.
            unread = self._undisturbed and not attempt
            with contextlib.nullcontext() if unread else self._store.turn():
                if not unread:
                    self._undisturbed = not self.fold.read_on()
                answers = self._try(units, vault, unread=unread)
            if answers is not None:
                return answers
            if not unread:
                time.sleep(random.random() * min(0.002 * 2**attempt, 0.2))
        raise LedgerError("desk_busy", tries=TRIES)

    def _try(
        self, units: Sequence[Unit], vault: Vault, *, unread: bool
    ) -> list[list[Judged] | LedgerError] | None:
        """Judge all units on the head as far as it was read, and append; None if the head was another."""
        try:
            stamp = self._stamp()
        except LedgerError:
            if unread:
                return None
            raise
        trial = self.fold.fork()
        counted: list[Counted] = []
        today = day_of(stamp)
        reported = self._report_throttled(trial, stamp, today)
        answers = [self._answer(trial, unit, stamp, counted) for unit in units]
        if trial.pending:
            _keep_values(vault, units, answers)
            if not self._append(trial):
                return None
        elif unread:
            return None
        if self._throttle is not None:
            self._throttle.recorded(reported, today)
            self._throttle.count(counted)
        return answers

    def note(self, make: Callable[[Machine, int], list[Made]]) -> bool:
        """Put acts of the machine itself on the line; whether there were any."""
        assert self.machine is not None
        for attempt in range(TRIES):
            self.fold.read_on()
            trial = self.fold.fork()
            for made in make(self.machine, self._stamp()):
                self._demand_machine(trial)
                self._push_made(trial, made)
            if not trial.pending:
                return False
            if self._append(trial):
                return True
            time.sleep(random.random() * min(0.002 * 2**attempt, 0.2))
        raise LedgerError("desk_busy", tries=TRIES)

    def _append(self, trial: Fold) -> bool:
        """Store what is pending, if the head is still the one it was judged on."""
        try:
            head = self._store.append_records(trial.pending, after=self.fold.state.size)
        except LedgerError as error:
            if error.code != "head_moved":
                raise
            return False
        trial.settle()
        self.fold, self._head, self._confirmed = trial, head, False
        return True

    def _stamp(self) -> int:
        """The moment of this append: own clock, never before the head; a clock that disagrees is an error."""
        own, head = self._clock(), self.fold.state.recorded_at
        if head is None:
            return own
        if (own > head + FORWARD and not self._confirmed) or head > own + BACKWARD:
            code = "clock_ahead" if own > head else "clock_behind"
            raise LedgerError(code, own=instant_text(own), head=instant_text(head))
        return max(own, head)

    def _answer(
        self, trial: Fold, unit: Unit, stamp: int, counted: list[Counted]
    ) -> list[Judged] | LedgerError:
        try:
            return self._unit(trial, unit, stamp, counted)
        except LedgerError as error:
            if error.code != "machine_key_ended":
                raise
            return error  # others of the group need no machine

    def _unit(self, trial: Fold, unit: Unit, stamp: int, counted: list[Counted] | None) -> list[Judged]:
        """Judge a unit; on `trial` stands afterwards what is to be stored of it. `counted` None: only a check."""
        decided = [
            trial.state.digests.get(each.digest) if isinstance(each, Passed) else None for each in unit
        ]
        if all(position is not None for position in decided):
            return [Stands(position) for position in decided if position is not None]
        work = trial.fork() if len(unit) > 1 else trial
        found = self._judge_unit(work, unit, stamp)
        if all(isinstance(each, Added) for each in found):
            if work is not trial:
                trial.adopt(work)
            return [each for each in found if isinstance(each, Added)]
        judged: list[Judged] = []
        recorded = sum(position is not None for position in decided)
        for each, position, own in zip(unit, decided, found, strict=True):
            if position is not None:
                judged.append(Stands(position))
            elif isinstance(own, Added):
                judged.append(Spared())
            elif isinstance(each, Passed) and counted is not None and recorded < RECORDED_OF_A_BATCH:
                declined = self._declined(trial, each, own, stamp, counted)
                recorded += declined.recorded_as is not None
                judged.append(declined)
            else:
                judged.append(Declined(own, None))
        return judged

    def _judge_unit(self, work: Fold, unit: Unit, stamp: int) -> list[Added | tuple[BreachFound, ...]]:
        """For each act where it would stand on `work`, or its breaches.

        Of a batch, an act with breaches goes on `work` too (which is then thrown away), so that those behind it
        are judged on what they were entered behind.
        """
        misfit = batch_misfit(unit, work.state)
        found: list[Added | tuple[BreachFound, ...]] = []
        for each in unit:
            if isinstance(each, BreachFound):
                found.append((each,))
                continue
            fact = each.fact._replace(recorded_at=stamp)
            # Whether a batch is whole is known here from the unit itself, better than from its members in turn.
            faults = [
                fault
                for fault in work.judge(fact)
                if fault.effect != "remark" and fault.code != "batch_broken"
            ]
            breaches = tuple(BreachFound.of(fault) for fault in faults) + ((misfit,) if misfit else ())
            # An act that the ledger's own life does not take is not looked at any further.
            judgement = NOTHING if breaches else work.weigh(fact)
            breaches += judgement.breaches or _closed_misfit(work, each, fact)
            if breaches and len(unit) == 1:
                return [breaches]
            record = pack(stamp, self._desk, each.submission.act, each.submission.sig)
            work.push(fact, faults, record)
            found.append(breaches or Added(work.state.size, stamp, record, judgement.told))
        return found

    def _declined(
        self,
        trial: Fold,
        each: Passed,
        breaches: tuple[BreachFound, ...],
        stamp: int,
        counted: list[Counted],
    ) -> Declined:
        """Put the refusal on the line too, unless it is of form only, too much, or the line cannot take it."""
        if class_of(breaches) == "invalid" or self.machine is None or not _takes_refusals(trial):
            return Declined(breaches, None)
        person, day = each.act["by"], day_of(stamp)
        attempt = class_of(breaches) not in ("not_yet", "acknowledge")
        if attempt and trial.refusals_of(person, day) >= MOST:
            counted.append(Counted(person, day, 1, each.digest))
            return Declined((*breaches, BreachFound("throttled", {"person": person})), None)
        self._demand_machine(trial)
        act, sig = each.submission.act, each.submission.sig
        self._push_made(trial, self.machine.refusal(stamp, act, sig, person, breaches))
        return Declined(breaches, trial.state.size)

    def _report_throttled(self, trial: Fold, stamp: int, today: str) -> list[Counted]:
        if self.machine is None or self._throttle is None or not _takes_refusals(trial):
            return []
        reported = self._throttle.over(today)
        if reported and _machine_ended(trial):
            return []
        for counted in reported:
            made = self.machine.throttled(stamp, counted.person, counted.day, counted.times, counted.first)
            self._push_made(trial, made)
        return reported

    def _demand_machine(self, trial: Fold) -> None:
        if trial.state.closed is not None:
            raise LedgerError("ledger_closed_already", closed=trial.state.closed)
        if _machine_ended(trial):
            raise LedgerError("machine_key_ended")

    def _push_made(self, trial: Fold, made: Made) -> None:
        """The desk's own acts are judged like all others; what it made wrong it must not store."""
        faults = trial.judge(made.fact)
        wrong = [fault.code for fault in faults if fault.effect != "remark"]
        if wrong:
            raise LedgerError("desk_failed", codes=", ".join(wrong))
        trial.push(made.fact, faults, made.record)


def _closed_misfit(work: Fold, each: Passed, fact: Fact) -> tuple[BreachFound, ...]:
    """What is wrong with values handed in closed, which only the desk sees before they are opened."""
    if each.act["type"] not in CLOSED:
        return ()
    act = procedural(fact, work.state.size + 1)
    misfit = sealed_misfit(work.matter(act), each.submission.openings) if act is not None else None
    return (misfit,) if misfit is not None else ()


def _takes_refusals(trial: Fold) -> bool:
    return trial.state.founded and trial.state.closed is None


def _machine_ended(trial: Fold) -> bool:
    key = trial.state.keys.get(trial.state.machine or b"")
    return key is None or key.revoked is not None


def _keep_values(
    vault: Vault, units: Sequence[Unit], answers: Sequence[Sequence[Judged] | LedgerError]
) -> None:
    """Vault first, then append: values of the acts that are about to stand."""
    values = [
        (each.digest, each.submission.openings)
        for unit, judged in zip(units, answers, strict=True)
        if not isinstance(judged, LedgerError)
        for each, answer in zip(unit, judged, strict=True)
        if isinstance(answer, Added) and isinstance(each, Passed) and each.submission.openings
    ]
    if values:
        vault.put_many(values)
