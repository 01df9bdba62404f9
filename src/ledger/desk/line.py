"""The line: judge on the head, append on the head, or read on and judge again (format §4).

One run takes all units that wait and commits them together. A unit is one act, or a batch that goes in whole or
not at all. So record p is judged on exactly the records 1 … p−1, at exactly its own `recorded_at`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple, Protocol

from ledger.acts.moments import day_of, instant_text
from ledger.desk.door import Passed
from ledger.desk.fold import Fold
from ledger.desk.machine import Machine, Made
from ledger.desk.throttle import MOST, Counted, Throttle
from ledger.errors import LedgerError
from ledger.rules.breach import BreachFound, class_of
from ledger.rules.life.fold import Reader
from ledger.sealing.record import pack
from ledger.sealing.submission import Opening

TRIES: Final = 64
FORWARD: Final = 24 * 3600 * 1_000_000
BACKWARD: Final = 5 * 1_000_000
RECORDED_OF_A_BATCH: Final = 20

Unit = Sequence[Passed | BreachFound]


class Stored(NamedTuple):
    """The act stands, or stood already, at this position (as itself or inside a refusal)."""

    position: int


class Declined(NamedTuple):
    """The act has breaches; `recorded_as` is where the refusal stands, None if it was only logged."""

    breaches: tuple[BreachFound, ...]
    recorded_as: int | None


class Spared(NamedTuple):
    """The act is innocent, its batch is not."""


Judged = Stored | Declined | Spared


class Log(Reader, Protocol):
    """What the line needs of a store."""

    def append_records(self, records: Sequence[bytes], after: int) -> Any: ...


class Vault(Protocol):
    """What the line needs of a vault: values that are durable when `put_many` returns."""

    def put_many(self, values: Iterable[tuple[bytes, Iterable[Opening]]]) -> None: ...


class Line:
    """One desk's way into one ledger. Not thread-safe: `Desk` lets one run in at a time."""

    def __init__(
        self,
        store: Log,
        fold: Fold,
        machine: Machine | None,
        throttle: Throttle,
        *,
        desk: str,
        clock: Callable[[], int],
        confirmed: bool,
    ) -> None:
        self.fold = fold
        self.machine = machine
        self._store, self._throttle, self._desk = store, throttle, desk
        self._clock, self._confirmed = clock, confirmed

    def check(self, unit: Unit) -> list[tuple[BreachFound, ...]]:
        """The breaches that each act of the unit would have now; nothing is stored."""
        self.fold.read_on()
        trial = self.fold.fork()
        return [found for found, _ in self._judge_unit(trial, unit, self._stamp())]

    def run(self, units: Sequence[Unit], vault: Vault) -> list[list[Judged]]:
        """Decide all units in one append. LedgerError if nothing could be decided; then nothing is stored."""
        for attempt in range(TRIES):
            self.fold.read_on()
            stamp = self._stamp()
            trial = self.fold.fork()
            reported = self._report_throttled(trial, stamp)
            judged = [self._unit(trial, unit, stamp) for unit in units]
            if not trial.pending:
                return judged
            _keep_values(vault, units, judged, self.fold.state.size)
            if self._append(trial, attempt):
                self._throttle.recorded(reported)
                return judged
        raise LedgerError("desk_busy", tries=TRIES)

    def note(self, make: Callable[[Machine, int], list[Made]]) -> None:
        """Put acts of the machine itself on the line."""
        assert self.machine is not None
        for attempt in range(TRIES):
            self.fold.read_on()
            trial = self.fold.fork()
            for made in make(self.machine, self._stamp()):
                faults = trial.judge(made.fact)
                if any(fault.effect != "remark" for fault in faults):
                    raise LedgerError("desk_failed", code=faults[0].code)
                trial.push(made.fact, faults, made.record)
            if not trial.pending or self._append(trial, attempt):
                return
        raise LedgerError("desk_busy", tries=TRIES)

    def _append(self, trial: Fold, attempt: int) -> bool:
        """Store what is pending if the head is still the one it was judged on; else wait a little."""
        try:
            self._store.append_records(trial.pending, after=self.fold.state.size)
        except LedgerError as error:
            if error.code != "head_moved":
                raise
            time.sleep(random.random() * min(0.002 * 2**attempt, 0.2))
            return False
        trial.settle()
        self.fold = trial
        return True

    def _stamp(self) -> int:
        """The moment of this append: own clock, never before the head; a clock that disagrees is an error."""
        own, head = self._clock(), self.fold.state.recorded_at
        if head is None:
            return own
        facts = {"own": instant_text(own), "head": instant_text(head)}
        if own > head + FORWARD and not self._confirmed:
            raise LedgerError("clock_ahead", **facts)
        if head > own + BACKWARD:
            raise LedgerError("clock_behind", **facts)
        return max(own, head)

    def _unit(self, trial: Fold, unit: Unit, stamp: int) -> list[Judged]:
        decided = [
            trial.state.digests.get(each.digest) if isinstance(each, Passed) else None for each in unit
        ]
        if all(position is not None for position in decided):
            return [Stored(position) for position in decided if position is not None]
        work = trial if len(unit) == 1 else trial.fork()
        found = self._judge_unit(work, unit, stamp)
        if not any(breaches for breaches, _ in found):
            trial.adopt(work)
            return [Stored(position) for _, position in found]
        judged: list[Judged] = []
        recorded = 0
        for each, position, (breaches, _) in zip(unit, decided, found, strict=True):
            if position is not None:
                judged.append(Stored(position))
            elif not breaches:
                judged.append(Spared())
            else:
                place = None
                if isinstance(each, Passed) and recorded < RECORDED_OF_A_BATCH:
                    place = self._record_refusal(trial, each, list(breaches), stamp)
                    recorded += place is not None
                judged.append(Declined(breaches, place))
        return judged

    def _judge_unit(self, work: Fold, unit: Unit, stamp: int) -> list[tuple[tuple[BreachFound, ...], int]]:
        """For each act its breaches, or the position it takes on `work`."""
        misfit = _batch_misfit(unit)
        found: list[tuple[tuple[BreachFound, ...], int]] = []
        for each in unit:
            if isinstance(each, BreachFound):
                found.append(((each,), 0))
                continue
            fact = each.fact._replace(recorded_at=stamp)
            faults = [fault for fault in work.judge(fact) if fault.effect != "remark"]
            breaches = [BreachFound.of(fault) for fault in faults] + ([misfit] if misfit else [])
            if breaches:
                found.append((tuple(breaches), 0))
            else:
                work.push(fact, [], pack(stamp, self._desk, each.submission.act, each.submission.sig))
                found.append(((), work.state.size))
        return found

    def _record_refusal(
        self, trial: Fold, each: Passed, breaches: list[BreachFound], stamp: int
    ) -> int | None:
        """Put the refusal on the line too, unless it is of form only, too much, or the line cannot take it."""
        if class_of(breaches) == "invalid" or self.machine is None:
            return None
        if not trial.state.founded or trial.state.closed is not None:
            return None
        person, day = each.act["by"], day_of(stamp)
        counted = class_of(breaches) not in ("not_yet", "acknowledge")
        if counted and trial.refusals.get((person, day), 0) >= MOST:
            self._throttle.count(person, day, each.digest)
            return None
        made = self.machine.refusal(stamp, each.submission.act, each.submission.sig, person, breaches)
        faults = [fault for fault in trial.judge(made.fact) if fault.effect != "remark"]
        if faults:
            raise LedgerError("desk_failed", code=faults[0].code)
        trial.push(made.fact, [], made.record)
        return trial.state.size

    def _report_throttled(self, trial: Fold, stamp: int) -> list[Counted]:
        if self.machine is None or not trial.state.founded or trial.state.closed is not None:
            return []
        reported = self._throttle.over(day_of(stamp))
        for counted in reported:
            made = self.machine.throttled(stamp, counted.person, counted.day, counted.times, counted.first)
            trial.push(made.fact, trial.judge(made.fact), made.record)
        return reported


def _keep_values(vault: Vault, units: Sequence[Unit], judged: list[list[Judged]], size: int) -> None:
    """Vault first, then append: values of the acts that are about to stand behind the first `size` records."""
    values = [
        (each.digest, each.submission.openings)
        for unit, results in zip(units, judged, strict=True)
        for each, result in zip(unit, results, strict=True)
        if isinstance(each, Passed) and each.submission.openings
        if isinstance(result, Stored) and result.position > size
    ]
    if values:
        vault.put_many(values)


def _batch_misfit(unit: Unit) -> BreachFound | None:
    """A unit of several acts is one batch, numbered 1 … n; a single act is no part of a larger one."""
    members = [each.act["batch"] for each in unit if isinstance(each, Passed)]
    if len(unit) == 1 and members in ([None], []):
        return None
    for number, member in enumerate(members, 1):
        if len(members) == len(unit) and (member is None or member != [members[0][0], number, len(unit)]):
            return BreachFound("batch_misfit", {"detail": f"{number} / {len(unit)}"})
    return None
