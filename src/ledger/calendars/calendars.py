"""All editions that are known, and the terms counted by them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from typing import Final

from ledger.calendars.closure import Closure
from ledger.calendars.counting import Count, count
from ledger.calendars.edition import Edition
from ledger.calendars.tables import Day, Table, in_last_week, table
from ledger.calendars.term import Roll, Term
from ledger.errors import LedgerError

# Terms of these texts are of days, months or a few years; beyond a century something has been misread.
MOST_DAYS: Final = 36_525
MOST_MONTHS: Final = 1_200
_LAST_YEAR: Final = 9_900
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_HERE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True)
class Calendars:
    """Published calendars and local closures; adding one gives a new collection, this one stays as it is.

    Of several editions of a year the one with the highest number decides. `regions` in the questions names every
    region in which the term runs (the district, its city, its province …); closures of others do not concern it.
    Days in and out are `YYYY-MM-DD`, as `ledger.acts.kinds.is_day` has them; another text is a ValueError.

    The day of opening is never counted, and a term runs to the end of its last day. A term of less than one unit
    or of more than a century, or one that leaves the years a date can have, is LedgerError `term_beyond_reach`.
    """

    editions: tuple[Edition, ...] = ()
    closures: tuple[Closure, ...] = ()
    _newest: dict[int, Edition] = field(init=False, repr=False, compare=False)
    _tables: dict[tuple[int, frozenset[str]], Table] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.editions, key=lambda edition: (edition.year, edition.number)))
        object.__setattr__(self, "editions", ordered)
        object.__setattr__(self, "_newest", {edition.year: edition for edition in ordered})

    # ---- what is known ----------------------------------------------------------------------------------

    def with_edition(self, edition: Edition) -> Calendars:
        """These and one more. The same again changes nothing; another under an id that is taken is LedgerError
        `calendar_edition_differs`."""
        for known in self.editions:
            if known.id == edition.id:
                if known != edition:
                    raise LedgerError("calendar_edition_differs", edition=edition.id)
                return self
        return Calendars((*self.editions, edition), self.closures)

    def with_closure(self, closure: Closure) -> Calendars:
        """These and one more closure. ValueError if one of its days is none."""
        for day in closure.days:
            _date(day)
        return self if closure in self.closures else Calendars(self.editions, (*self.closures, closure))

    def only(self, ids: Iterable[str]) -> Calendars:
        """The same closures with just these editions, to count a period again as it was counted when it was
        closed. LedgerError `calendar_edition_unknown` if one is not here."""
        known = {edition.id: edition for edition in self.editions}
        wanted = list(dict.fromkeys(ids))
        for each in wanted:
            if each not in known:
                raise LedgerError("calendar_edition_unknown", edition=each)
        return Calendars(tuple(known[each] for each in wanted), self.closures)

    def edition(self, year: int) -> Edition | None:
        """The edition that decides for a year, if there is one."""
        return self._newest.get(year)

    # ---- single days ------------------------------------------------------------------------------------

    def is_working_day(self, day: str, *, regions: Collection[str] = _HERE) -> bool | None:
        """Whether offices work on this day; None if its year has no edition. Compare with `is True`."""
        found = _date(day)
        if found.year not in self._newest:
            return None
        return self._day(found, regions).skip is None

    def is_settled(self, day: str) -> bool:
        """Whether no calendar that is not here yet can change this day: its year has an edition and, in the last
        week of December, the next year has one too."""
        found = _date(day)
        return self._day(found, _HERE).sure

    # ---- terms ------------------------------------------------------------------------------------------

    def nth_working_day(self, opening: str, n: int, *, regions: Collection[str] = _HERE) -> Term:
        """The term of `n` working days after the day of opening."""
        start = _date(opening)
        _later(start, n, "working days")
        first = start + timedelta(1)
        found = count(self._line(first, regions, lambda: _beyond(opening, n, "working days")), n)
        return self._term(found.counted, found, first)

    def nth_natural_day(self, opening: str, n: int, *, roll: Roll, regions: Collection[str] = _HERE) -> Term:
        """The term of `n` natural days after the day of opening.

        Whether it goes on to the next working day when its last day is a day of rest is a reading of the text, so
        it must be said. Without rolling no calendar is asked and nothing is provisional.
        """
        start = _date(opening)
        last = _later(start, n, "natural days")
        counted = tuple((start + timedelta(number)).isoformat() for number in range(1, n + 1))
        return self._rolled(last, counted, roll, regions, lambda: _beyond(opening, n, "natural days"))

    def after_months(self, opening: str, n: int, *, roll: Roll, regions: Collection[str] = _HERE) -> Term:
        """The term of `n` months: its last day is the corresponding day of the last month, or that month's last
        day if it has none. Rolling as for natural days."""
        return self._after(opening, n, n, "months", roll, regions)

    def after_years(self, opening: str, n: int, *, roll: Roll, regions: Collection[str] = _HERE) -> Term:
        """The term of `n` years, to the corresponding day, which is included; 29 February corresponds to
        28 February where there is none. Rolling as for natural days."""
        return self._after(opening, n, 12 * n, "years", roll, regions)

    def _after(
        self, opening: str, n: int, months: int, unit: str, roll: Roll, regions: Collection[str]
    ) -> Term:
        start = _date(opening)
        if not 1 <= months <= MOST_MONTHS:
            raise _beyond(opening, n, unit)
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        if year > _LAST_YEAR:
            raise _beyond(opening, n, unit)
        last = date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
        return self._rolled(last, (), roll, regions, lambda: _beyond(opening, n, unit))

    def _rolled(
        self,
        last: date,
        counted: tuple[str, ...],
        roll: Roll,
        regions: Collection[str],
        beyond: Callable[[], LedgerError],
    ) -> Term:
        text = last.isoformat()
        if roll == "none":
            return Term(text, counted, (), False, text, text, ())
        found = count(self._line(last, regions, beyond), 1)
        return self._term(counted, found, last)

    # ---- days in a line ---------------------------------------------------------------------------------

    def _day(self, day: date, regions: Collection[str]) -> Day:
        return self._table(day.year, frozenset(regions))[_index(day)]

    def _line(
        self, first: date, regions: Collection[str], beyond: Callable[[], LedgerError]
    ) -> Callable[[], Iterator[Day]]:
        """All days from this one on, as often as asked."""
        where = frozenset(regions)

        def later() -> Iterator[Table]:
            yield self._table(first.year, where)[_index(first) :]
            for year in range(first.year + 1, _LAST_YEAR + 1):
                yield self._table(year, where)
            raise beyond()

        return lambda: chain.from_iterable(later())

    def _table(self, year: int, regions: frozenset[str]) -> Table:
        # Made when first asked for; two threads may make it twice, to the same effect.
        found = self._tables.get((year, regions))
        if found is None:
            closed = {day: c.reason for c in self.closures if c.region in regions for day in c.days}
            found = table(year, self._newest.get(year), self._newest.get(year + 1), closed)
            self._tables[year, regions] = found
        return found

    def _term(self, counted: tuple[str, ...], found: Count, first: date) -> Term:
        """A term that ends where `found`, counted from `first` on, ends."""
        text = found.counted[-1]
        last = date.fromisoformat(text)
        # The years whose editions say what the days from first to last are.
        years = range(first.year, last.year + (2 if in_last_week(last) else 1))
        editions = tuple(self._newest[year].id for year in years if year in self._newest)
        return Term(text, counted, found.skipped, not found.sure, found.earliest, found.latest, editions)


def _date(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise ValueError(f"not a day: {text!r}")
    return date.fromisoformat(text)


def _index(day: date) -> int:
    """The day's place in its year's table. (`timetuple` costs ten times as much.)"""
    return day.toordinal() - date(day.year, 1, 1).toordinal()


def _later(day: date, n: int, unit: str) -> date:
    """The n-th day after a day, if that can be asked at all."""
    if not 1 <= n <= MOST_DAYS or day.year > _LAST_YEAR - 100:
        raise _beyond(day.isoformat(), n, unit)
    return day + timedelta(n)


def _beyond(opening: str, n: int, unit: str) -> LedgerError:
    return LedgerError("term_beyond_reach", day=opening, n=n, detail=unit)
