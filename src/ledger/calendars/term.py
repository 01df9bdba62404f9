"""What counting a term answers: its last day, and everything needed to check it by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Reason = Literal["weekend", "holiday", "closure"]
Roll = Literal["none", "next_working_day"]


@dataclass(frozen=True, slots=True)
class Skip:
    """A day that did not count. `detail`: the holiday's name, or the closure's reason code."""

    day: str
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A counted term. Days are `YYYY-MM-DD`; the day of opening is in none of the lists.

    * `last_day`: the term runs to the end of this day.
    * `counted`: the days that count, in order; empty for terms of months and years, where no day is counted.
    * `skipped`: the days between that do not, each with its reason; for natural days those rolled over.
    * `provisional`: a day among them can still change, because no calendar for it has been published or is here.
      `last_day` is then only the likeliest, and **nothing may be closed on it**; the true one will lie between
      `earliest` and `latest`. Otherwise all three are the same.
    * `editions`: the calendars that decided, e.g. `("2024-1",)`. Whoever stores them with the period can count it
      again later to the same day, whatever has been published since.
    """

    last_day: str
    counted: tuple[str, ...]
    skipped: tuple[Skip, ...]
    provisional: bool
    earliest: str
    latest: str
    editions: tuple[str, ...]

    def is_over_on(self, day: str) -> bool:
        """Whether the term has certainly ended before this day begins; never for a provisional one."""
        return not self.provisional and self.last_day < day
