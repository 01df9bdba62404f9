"""All editions that are known, and the terms counted by them."""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from ledger.calendars.closure import Closure
from ledger.calendars.counting import Count, count
from ledger.calendars.edition import Edition
from ledger.calendars.tables import Day, Table, in_last_week, table
from ledger.calendars.term import Roll, Term
from ledger.errors import LedgerError

# Terms of these texts are of days, months or a few years; beyond a century something has been misread. Days are
# counted far enough from the end of what a date can hold that no counting has to look out for it.
MOST_DAYS: Final = 36_525
MOST_MONTHS: Final = 1_200
LAST_YEAR: Final = 8_999
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_HERE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True)
class Calendars:
    """Published calendars and local closures; adding one gives a new collection, this one stays as it is.

    Of several editions of a year the one with the highest number decides. `regions` in the questions names every
    region in which the term runs (the district, its city, its province …); closures of others do not concern it.
    Days in and out are `YYYY-MM-DD`, as `ledger.acts.kinds.is_day` has them; another text is a ValueError.

    The day of opening is never counted, and a term runs to the end of its last day. A term of less than one unit
    or of more than a century, or one from the year 9000 or later, is LedgerError `term_beyond_reach`.
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
        first = _opening(opening, n, "working days", most=MOST_DAYS) + timedelta(1)
        found = count(self._line(first, regions), n)
        return self._term(found.counted, found, first)

    def nth_natural_day(self, opening: str, n: int, *, roll: Roll, regions: Collection[str] = _HERE) -> Term:
        """The term of `n` natural days after the day of opening.

        Whether it goes on to the next working day when its last day is a day of rest is a reading of the text, so
        it must be said. Without rolling no calendar is asked and nothing is provisional.
        """
        start = _opening(opening, n, "natural days", most=MOST_DAYS)
        counted = tuple((start + timedelta(number)).isoformat() for number in range(1, n + 1))
        return self._rolled(start + timedelta(n), counted, roll, regions)

    def after_months(self, opening: str, n: int, *, roll: Roll, regions: Collection[str] = _HERE) -> Term:
        """The term of `n` months: its last day is the corresponding day of the last month, or that month's last
        day if it has none. Rolling as for natural days."""
        start = _opening(opening, n, "months", most=MOST_MONTHS)
        return self._rolled(_corresponding(start, n), (), roll, regions)

    def after_years(self, opening: str, n: int, *, roll: Roll, regions: Collection[str] = _HERE) -> Term:
        """The term of `n` years, to the corresponding day, which is included; 29 February corresponds to
        28 February where there is none. Rolling as for natural days."""
        start = _opening(opening, n, "years", most=MOST_MONTHS // 12)
        return self._rolled(_corresponding(start, 12 * n), (), roll, regions)

    def _rolled(self, last: date, counted: tuple[str, ...], roll: Roll, regions: Collection[str]) -> Term:
        if roll == "none":
            text = last.isoformat()
            return Term(text, counted, (), False, text, text, ())
        return self._term(counted, count(self._line(last, regions), 1), last)

    # ---- days in a line ---------------------------------------------------------------------------------

    def _day(self, day: date, regions: Collection[str]) -> Day:
        return self._table(day.year, frozenset(regions))[_index(day)]

    def _line(self, first: date, regions: Collection[str]) -> Callable[[], Iterator[Day]]:
        """All days from this one on, as often as asked."""
        where = frozenset(regions)

        def tables() -> Iterator[Table]:
            yield self._table(first.year, where)[_index(first) :]
            for year in itertools.count(first.year + 1):
                yield self._table(year, where)

        return lambda: itertools.chain.from_iterable(tables())

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


def _corresponding(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _opening(text: str, n: int, unit: str, *, most: int) -> date:
    """The day of opening, of a term that can be counted."""
    day = _date(text)
    if not 1 <= n <= most or day.year > LAST_YEAR:
        raise LedgerError("term_beyond_reach", day=text, n=n, detail=unit)
    return day
