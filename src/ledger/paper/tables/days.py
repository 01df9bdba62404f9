"""Days and moments as people and spreadsheets write them; what could be read in two ways is not read."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

from ledger.acts.kinds import is_day
from ledger.client.moments import parse_instant
from ledger.paper.tables.sheet import Cell, plain

# Days numbered by a spreadsheet, from 1949 to 2199.
_FIRST, _LAST = 17_899, 109_574
_BEGINS: Final = date(1899, 12, 30)
_BEGINS_1904: Final = date(1904, 1, 1)
_DAY: Final = re.compile(
    r"(?P<y>[0-9]{4})(?:"
    r"(?P<s>[-/.])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})"
    r"|年(?P<m2>[0-9]{1,2})月(?P<d2>[0-9]{1,2})日"
    r"|(?P<m3>[0-9]{2})(?P<d3>[0-9]{2}))"
)
_MIDNIGHT: Final = re.compile(r"[T ]+0{1,2}:00(:00)?\Z")
"""What spreadsheets put behind a day when they save it as text."""
_CLOCK: Final = re.compile(
    r"(?:[T ]*)(?P<h>[0-9]{1,2})(?::(?P<i>[0-9]{2})(?::(?P<s>[0-9]{2}))?|[时点](?:(?P<i2>[0-9]{1,2})分)?)"
)


def numbered(number: float, *, epoch_1904: bool = False) -> str | None:
    """The day that a spreadsheet means by a number, or None if it is none of our times or not a whole day."""
    whole = int(number)
    if whole != number or not _FIRST <= whole + (1462 if epoch_1904 else 0) <= _LAST:
        return None
    return ((_BEGINS_1904 if epoch_1904 else _BEGINS) + timedelta(days=whole)).isoformat()


def day_in(cell: Cell, *, epoch_1904: bool = False) -> str | None:
    """The day in a cell, `YYYY-MM-DD`; None if there is none, or more than a day."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == cell.time().min else None
    if isinstance(cell, int | float):
        return numbered(cell, epoch_1904=epoch_1904)
    if isinstance(cell, str):
        text = _MIDNIGHT.sub("", plain(cell)).replace(" ", "")
        if re.fullmatch(r"[0-9]{5,6}", text):
            return numbered(int(text), epoch_1904=epoch_1904)
        match = _DAY.fullmatch(text)
        return _day_of(match) if match else None
    return None


def moment_in(cell: Cell, *, epoch_1904: bool = False) -> str | None:
    """The moment in a cell as a form writes it: a day, a minute, or an instant where seconds were given."""
    if isinstance(cell, datetime):
        rounded = cell + timedelta(microseconds=500_000)
        rounded = rounded.replace(microsecond=0)  # spreadsheets keep moments as fractions of days
        if rounded.time() == rounded.time().min:
            return rounded.date().isoformat()
        return f"{rounded.isoformat()}+08:00" if rounded.second else rounded.isoformat()[:16]
    if isinstance(cell, str):
        text = plain(cell)
        if parse_instant(text) is not None:
            return text
        match = _DAY.match(text)
        if match is not None and match.end() < len(text):
            return _moment_of(match, text[match.end() :])
    return day_in(cell, epoch_1904=epoch_1904)


def was_numbered(cell: Cell) -> bool:
    """Whether a day was read from a bare number."""
    if isinstance(cell, str):
        return re.fullmatch(r"[0-9]{5,6}", plain(cell)) is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _day_of(match: re.Match[str]) -> str | None:
    month = match["m"] or match["m2"] or match["m3"]
    day = match["d"] or match["d2"] or match["d3"]
    text = f"{match['y']}-{month:0>2}-{day:0>2}"
    return text if is_day(text) else None


def _moment_of(match: re.Match[str], rest: str) -> str | None:
    day, clock = _day_of(match), _CLOCK.fullmatch(rest.strip())
    if day is None or clock is None:
        return None
    hour, minute, second = int(clock["h"]), int(clock["i"] or clock["i2"] or 0), clock["s"]
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return None
    text = f"{day}T{hour:02}:{minute:02}"
    return f"{text}:{second}+08:00" if second is not None else text
