"""A process that hands in acts until it is killed, and says on stdout what it tries and what it was told.

try NAME DIGEST …        this unit is about to be handed in
got NAME DIGEST=POSITION=RECEIPT …   it was decided so (receipt in hex; of a refusal, none)
"""

from __future__ import annotations

import random
import sys
import threading
import time
from pathlib import Path

from ledger.desk import Accepted, Desk, Refused
from ledger.sealing.submission import Submission
from tests.crash.office import take_over
from tests.desk.office import HEAD, Clock, Office, digest

_out = threading.Lock()


def say(*words: object) -> None:
    """A whole line, out of this process before the next step."""
    with _out:
        sys.stdout.write(" ".join(map(str, words)) + "\n")
        sys.stdout.flush()


def units(office: Office, chance: random.Random) -> list[Submission]:
    """A unit of one kind or another."""
    kind = chance.randrange(6)
    if kind == 0:
        return [office.forbidden()]
    if kind == 1:
        return office.batch([office.document] * chance.randrange(2, 5))
    if kind == 2:
        return office.batch([office.assign, lambda **p: office.assign(HEAD, **p), office.assign])
    return [office.document() if kind == 3 else office.assign()]


def work(desk: Desk, office: Office, name: str, seed: int, most: int) -> None:
    """Hand in so many units, or for ever."""
    chance = random.Random(seed)
    done = 0
    while not most or done < most:
        done += 1
        unit = units(office, chance)
        say("try", name, *(digest(s).hex() for s in unit))
        told = []
        for outcome in desk.submit(unit):
            if isinstance(outcome, Accepted):
                told.append(f"{outcome.act.hex()}={outcome.position}={outcome.receipt.encode().hex()}")
            elif isinstance(outcome, Refused) and outcome.recorded_as is not None:
                told.append(f"{outcome.act.hex()}={outcome.recorded_as}=")
        say("got", name, *told)


class Running(Clock):
    """A clock that goes on from a moment, as fast as all clocks of one machine."""

    def __init__(self, start: int) -> None:
        self._offset = start - time.time_ns() // 1000
        super().__init__(start)

    def __call__(self) -> int:
        self.now = time.time_ns() // 1000 + self._offset
        return self.now


def main(home: str, seed: str, threads: str, most: str = "0") -> None:
    """Open the ledger and let so many threads work."""
    office = take_over(Path(home))
    office.clock = Running(office.clock.now)
    with Desk.open(home, clock=office.clock, desk=f"d{seed}") as desk:
        say("ready")
        crew = [
            threading.Thread(target=work, args=(desk, office, f"{seed}/{n}", int(seed) * 10 + n, int(most)))
            for n in range(int(threads))
        ]
        for thread in crew:
            thread.start()
        for thread in crew:
            thread.join()


if __name__ == "__main__":
    main(*sys.argv[1:])
