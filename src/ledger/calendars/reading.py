"""The file of one edition: plain text that a clerk can lay beside the notice and compare line by line.

    # a comment; empty lines are free
    评审账本日历 1
    年份 2024
    版次 1
    通知 2023-10-25 国办发明电〔2023〕7号      one line a notice, the oldest first; the number may be missing
    放假 国庆节 2024-10-01 至 2024-10-07       as the notice says, weekends included; one day: no 至
    上班 2024-09-29                            a Saturday or Sunday that is worked

The first four kinds of lines come in this order, then 放假 and 上班 in any. UTF-8, words apart by spaces.
The form is read by its own few rules and by no general library, so that the same bytes mean the same in every
version of this software: a calendar on a ledger is read again for as long as the ledger is.

Refused, LedgerError `calendar_unreadable` with the line, or `calendar_incomplete`:
* a line of another form, a day that does not exist, a notice out of order or not of this year or the one before;
* a day outside the year and the last week of the year before; a day listed twice, or both ways; 上班 on a day that
  is worked anyway;
* a file without a holiday on one of the days that rest by law every year: some of it is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from ledger.calendars.edition import STATUTORY, Edition, Holiday, Notice
from ledger.calendars.tables import in_last_week
from ledger.errors import LedgerError

MOST: Final = 45_000  # one part of a filed document; a calendar has a fortieth of it
FIRST_YEAR: Final = 1950
LAST_YEAR: Final = 2999
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_NAME: Final = re.compile(r"[0-9A-Za-z\u4e00-\u9fff、]{1,30}")
_NUMBER: Final = re.compile(r"[0-9A-Za-z\u4e00-\u9fff〔〕（）()\[\]-]{1,60}")
_WORDS: Final = re.compile(r"[ \t\u3000]+")


class _Line(NamedTuple):
    """A line that says something: its number, its words, and the line as it is."""

    number: int
    words: list[str]
    text: str

    def wrong(self, detail: str) -> LedgerError:
        """The error to raise; `detail` is an English phrase of `ledger.errors.details`, which has the Chinese."""
        shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in self.text[:40])
        return LedgerError("calendar_unreadable", line=self.number, text=shown, detail=detail)


def read(data: bytes) -> Edition:
    """The edition in these bytes, packaged or from a ledger. The refusals are listed above."""
    lines = _lines(data)
    if _next(lines, "the line that names the form").words != ["评审账本日历", "1"]:
        raise LedgerError("calendar_other_form")
    year = _number(_next(lines, "the year"), "年份", FIRST_YEAR, LAST_YEAR)
    number = _number(_next(lines, "the edition's number"), "版次", 1, 999)
    rest = list(lines)
    until = next((at for at, line in enumerate(rest) if line.words[0] != "通知"), len(rest))
    notices = _notices(rest[:until], year)
    holidays: list[Holiday] = []
    works: set[date] = set()
    off: set[date] = set()
    for line in rest[until:]:
        match line.words[0]:
            case "放假":
                holidays.append(_holiday(line, year, off, works))
            case "上班":
                works.add(_work(line, year, off, works))
            case "通知" | "年份" | "版次" | "评审账本日历":
                raise line.wrong("this line stands in the wrong place")
            case _:
                raise line.wrong("a line begins with a word of the form")
    for month, day in STATUTORY:
        if date(year, month, day) not in off:
            zh, en = f" {month} 月 {day} 日的放假安排", f"a holiday on {year}-{month:02}-{day:02}"
            raise LedgerError("calendar_incomplete", detail=zh, detail_en=en)
    return Edition(year, number, notices, tuple(holidays), frozenset(works))


def _lines(data: bytes) -> Iterator[_Line]:
    if len(data) > MOST:
        raise LedgerError("calendar_other_form")
    try:
        text = data.decode("utf-8-sig")  # Windows' editor writes a mark in front
    except UnicodeDecodeError:
        raise LedgerError("calendar_other_form") from None
    for number, line in enumerate(text.split("\n"), start=1):
        words = _WORDS.split(line.strip(" \t\u3000\r"))
        if words[0] and not words[0].startswith("#"):
            yield _Line(number, words, line.strip())


def _next(lines: Iterator[_Line], what: str) -> _Line:
    line = next(lines, None)
    if line is None:
        raise LedgerError("calendar_incomplete", detail=what)
    return line


def _number(line: _Line, word: str, low: int, high: int) -> int:
    if line.words[0] != word:
        raise line.wrong(f"here the line {word} is expected")
    if len(line.words) != 2 or not re.fullmatch(r"[1-9][0-9]{0,3}", line.words[1], re.ASCII):
        raise line.wrong("one whole number is expected")
    number = int(line.words[1])
    if not low <= number <= high:
        raise line.wrong("the number is out of range")
    return number


def _notices(lines: list[_Line], year: int) -> tuple[Notice, ...]:
    if not lines:
        raise LedgerError("calendar_incomplete", detail="the line of the notice")
    notices: list[Notice] = []
    for line in lines:
        if len(line.words) not in (2, 3):
            raise line.wrong("a day and perhaps a number are expected")
        issued = _day(line, line.words[1])
        if issued.year not in (year - 1, year):
            raise line.wrong("a notice is of this year or the one before")
        if notices and issued < notices[-1].issued:
            raise line.wrong("the older notice comes first")
        if not all(map(_NUMBER.fullmatch, line.words[2:])):
            raise line.wrong("a number of a notice has other signs")
        notices.append(Notice(issued, *line.words[2:]))
    return tuple(notices)


def _holiday(line: _Line, year: int, off: set[date], works: set[date]) -> Holiday:
    words = line.words
    if len(words) not in (3, 5) or (len(words) == 5 and words[3] != "至"):
        raise line.wrong("a name, a day, perhaps 至 and another day are expected")
    if not _NAME.fullmatch(words[1]):
        raise line.wrong("a name has up to 30 letters of Chinese or Latin script")
    holiday = Holiday(words[1], _day(line, words[2]), _day(line, words[-1]))
    if not 0 <= (holiday.last - holiday.first).days < 31:
        raise line.wrong("the last day is before the first or more than a month later")
    for day in holiday.days():
        _within(line, day, year)
        if day in off:
            raise line.wrong("the day is listed twice")
        if day in works:
            raise line.wrong("the day is listed both ways")
        off.add(day)
    return holiday


def _work(line: _Line, year: int, off: set[date], works: set[date]) -> date:
    if len(line.words) != 2:
        raise line.wrong("one day is expected")
    day = _day(line, line.words[1])
    _within(line, day, year)
    if day.weekday() < 5:
        raise line.wrong("the day is no Saturday or Sunday")
    if day in works:
        raise line.wrong("the day is listed twice")
    if day in off:
        raise line.wrong("the day is listed both ways")
    return day


def _within(line: _Line, day: date, year: int) -> None:
    if day.year != year and not (day.year == year - 1 and in_last_week(day)):
        raise line.wrong("the day is outside the year")


def _day(line: _Line, text: str) -> date:
    if not _DAY.fullmatch(text):
        raise line.wrong("a day is written 2024-10-01")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise line.wrong("there is no such day") from None
