"""The throttle (format §4): at most 50 recorded refusals a person and day; the rest is counted and the count is
recorded once the day is over. The count survives the process in a small file beside the ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final, NamedTuple

from ledger.desk.files import write_whole

MOST: Final = 50


class Counted(NamedTuple):
    """Refusals of one person on one day that were not recorded one by one."""

    person: str
    day: str
    times: int
    first: bytes


class Throttle:
    """Counts in a file; a file that cannot be read counts from zero (it is no evidence, only a tally)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._counts: dict[tuple[str, str], Counted] = {}
        try:
            for entry in json.loads(path.read_bytes()):
                self._keep(Counted(str(entry[0]), str(entry[1]), int(entry[2]), bytes.fromhex(entry[3])))
        except (OSError, ValueError, TypeError, LookupError):
            self._counts = {}

    def count(self, person: str, day: str, digest: bytes) -> None:
        """One more refusal that is only counted."""
        known = self._counts.get((person, day), Counted(person, day, 0, digest))
        self._keep(known._replace(times=known.times + 1))
        self._save()

    def over(self, today: str) -> list[Counted]:
        """Counts of days before today."""
        return [counted for counted in self._counts.values() if counted.day < today]

    def recorded(self, done: list[Counted]) -> None:
        """These counts stand on the ledger now."""
        if done:
            for counted in done:
                self._counts.pop((counted.person, counted.day), None)
            self._save()

    def _keep(self, counted: Counted) -> None:
        self._counts[counted.person, counted.day] = counted

    def _save(self) -> None:
        rows: list[list[Any]] = [[c.person, c.day, c.times, c.first.hex()] for c in self._counts.values()]
        write_whole(self._path, json.dumps(rows).encode())
