"""The throttle (format §4): at most 50 recorded refusals a person and day; the rest is counted and the count is
recorded once the day is over. The count survives the process in a small file beside the ledger."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from ledger import files
from ledger.errors import LedgerError
from ledger.files.turns import alone

MOST: Final = 50
_MOST_BYTES: Final = 1 << 20


class Counted(NamedTuple):
    """Refusals of one person on one day that were not recorded one by one."""

    person: str
    day: str
    times: int
    first: bytes


Counts = dict[tuple[str, str], Counted]


class Throttle:
    """Counts in a file that several desks may share. It is a tally and no evidence: one that cannot be read
    counts from zero, and one that cannot be written stops nobody."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._asked = ""

    def count(self, more: Sequence[Counted]) -> None:
        """So many more refusals that are only counted."""

        def add(counts: Counts) -> None:
            for one in more:
                known = counts.get((one.person, one.day), one._replace(times=0))
                counts[one.person, one.day] = known._replace(times=known.times + one.times)

        if more:
            self._change(add)

    def over(self, today: str) -> list[Counted]:
        """Counts of days before today; the file is looked at once a day."""
        if today == self._asked:
            return []
        return [counted for counted in self._read().values() if counted.day < today]

    def recorded(self, done: Sequence[Counted], today: str) -> None:
        """These counts, all there were of days before today, stand on the ledger now."""
        self._asked = today

        def drop(counts: Counts) -> None:
            for counted in done:
                counts.pop((counted.person, counted.day), None)

        if done:
            self._change(drop)

    def _read(self) -> Counts:
        try:
            rows = json.loads(files.read(self._path, _MOST_BYTES))
            counts = [Counted(str(p), str(d), int(t), bytes.fromhex(f)) for p, d, t, f in rows]
        except (LedgerError, ValueError, TypeError):
            return {}
        return {(counted.person, counted.day): counted for counted in counts}

    def _change(self, change: Callable[[Counts], None]) -> None:
        with contextlib.suppress(LedgerError), alone(self._path.parent):
            counts = self._read()
            change(counts)
            rows = [[c.person, c.day, c.times, c.first.hex()] for c in counts.values()]
            files.replace(self._path, json.dumps(rows).encode(), mode=0o644)
