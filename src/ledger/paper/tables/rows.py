"""Rows of a table as forms of acts, and what is wrong with their cells."""

from __future__ import annotations

import secrets
from base64 import b32encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from ledger.acts.registry import ActType
from ledger.client.expected import missing
from ledger.client.words import FIELDS
from ledger.errors import LedgerError
from ledger.paper.tables.cells import Reader
from ledger.paper.tables.columns import HEAD, Column, Names, Way, is_required, simplified
from ledger.paper.tables.known import Known
from ledger.paper.tables.sheet import RESULTS, Cell, Row, Sheet, is_empty, letter
from ledger.rules.things import MAKES

NUMBERS: Final = ("序号",)
"""Columns that tables have for themselves."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a row, in words for the clerk. `advice`: what would be accepted."""

    code: str
    message: str
    column: str | None = None
    advice: str | None = None

    @classmethod
    def of(cls, error: LedgerError, column: str | None = None) -> Problem:
        return cls(error.code, error.message, column, error.hint)

    def json(self) -> dict[str, Any]:
        return {"column": self.column, "code": self.code, "message": self.message, "accepts": self.advice}


@dataclass(slots=True)
class Entry:
    """One row: its form, what is wrong with it, and the id that was drawn for it. `said_when`: the day is the row's
    own; otherwise the act is of the moment of its entry."""

    number: int
    form: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    drawn: str | None = None
    said_when: bool = True
    parts: dict[Way, list[int]] = field(default_factory=dict)

    def labelled(self, name: str) -> str:
        """A field of the form, `data.channels.0.class`, as the column that it came from is called."""
        pieces = name.split(".")
        if pieces[0] != "data":
            return next((leaf.label for leaf in HEAD if leaf.name == pieces[0]), name)
        way: Way = ("data",)
        label = ""
        for piece in pieces[1:]:
            numbers = self.parts.get(way, ())
            if piece.isdigit() and int(piece) < len(numbers):
                way = (*way, numbers[int(piece)])
                label += str(way[-1])
            else:
                way = (*way, piece)
                label += FIELDS.get(piece, piece)
        return label or name


def columns(sheet: Sheet, names: Names, given: Mapping[str, str]) -> list[Column | None]:
    """The columns of a sheet in order, None for those that are not entered; `given` are not in the table.

    LedgerError table_column_unknown, table_column_twice, table_column_missing, table_column_unnamed.
    """
    found: list[Column | None] = []
    unknown = []
    for number, header in enumerate(sheet.header, 1):
        column = None if left_out(header) else names.column(header)
        if not header and any(
            not is_empty(row.cells[number - 1]) for row in sheet.rows if len(row.cells) >= number
        ):
            raise LedgerError("table_column_unnamed", column=letter(number))
        if column is None and header and not left_out(header):
            unknown.append(header)
        found.append(column)
    if unknown:
        raise LedgerError(
            "table_column_unknown", columns="、".join(_with_near(each, names) for each in unknown)
        )
    ways = [column.way for column in found if column is not None]
    twice = next((c.header for c in found if c is not None and ways.count(c.way) > 1), None)
    if twice is not None:
        raise LedgerError("table_column_twice", column=twice)
    have = {*ways, *(column.way for column in constants(names, given))}
    lacking = [c.header for c in names.every() if is_required(c, names.kind) and c.way not in have]
    if lacking:
        raise LedgerError("table_column_missing", columns="、".join(lacking))
    return found


def left_out(header: str) -> bool:
    """Whether a column of that name is the table's own affair: its numbers, the results of a check, and what begins
    with a number sign."""
    return header in (*NUMBERS, *RESULTS) or header.startswith(("#", "＃"))


def constants(names: Names, given: Mapping[str, str]) -> list[Column]:
    """The columns for what was given for all rows. LedgerError table_column_unknown."""
    found = []
    for name in given:
        column = names.column(name)
        if column is None:
            raise LedgerError("table_column_unknown", columns=_with_near(name, names))
        found.append(column)
    return found


def _with_near(header: str, names: Names) -> str:
    import difflib

    every = {
        simplified(name): column.header
        for column in names.every()
        for name in (column.header, column.leaf.name)
    }
    near = difflib.get_close_matches(simplified(header), list(every), 1, 0.5)
    return f"“{header}”" + (f"（是否为“{every[near[0]]}”）" if near else "")


def entries(
    sheet: Sheet, found: Sequence[Column | None], names: Names, given: Mapping[str, str], known: Known
) -> tuple[list[Entry], list[str]]:
    """The rows as entries, and what the clerk should know of how they were read."""
    fixed = list(zip(constants(names, given), given.values(), strict=True))
    notes, days = [], 0
    made = []
    for row in sheet.rows:
        reader = Reader(known, sheet.epoch_1904)
        made.append(_entry(row, found, fixed, names.kind, reader))
        days += bool(reader.days)
    if days:
        base = "1904" if sheet.epoch_1904 else "1900"
        notes.append(f"有 {days} 行的日期是序列数（如 45054），已按 {base} 年起算的日期读出，请核对。")
    return made, notes


def _entry(
    row: Row, found: Sequence[Column | None], fixed: list[tuple[Column, str]], kind: ActType, reader: Reader
) -> Entry:
    entry = Entry(row.number)
    cells: dict[Way, tuple[Column, Cell]] = {column.way: (column, text) for column, text in fixed}
    for column, cell in zip(found, row.cells, strict=False):
        if column is not None and not (is_empty(cell) and column.way in cells):
            cells[column.way] = (column, cell)
    for extra in row.cells[len(found) :]:
        if not is_empty(extra):
            entry.problems.append(Problem.of(LedgerError("row_too_long", columns=len(found))))
            break
    tree: dict[Any, Any] = {"data": {}}
    # The cycle first: what a file's name means depends on it.
    for column, cell in sorted(cells.values(), key=lambda each: each[0].way != ("data", "cycle")):
        _take(entry, tree, column, cell, reader)
    entry.form = {"type": kind.name, **_lists(tree, (), entry.parts)}
    _fill_in(entry, kind)
    _demand(
        entry, [column for column in (*found, *(column for column, _ in fixed)) if column is not None], kind
    )
    return entry


def _take(entry: Entry, tree: dict[Any, Any], column: Column, cell: Cell, reader: Reader) -> None:
    reader.row = {name: value for name, value in tree["data"].items() if not isinstance(value, dict)}
    try:
        value = reader.value(column.leaf, cell, column.header)
    except LedgerError as error:
        entry.problems.append(Problem.of(error, column.header))
        return
    if value is None:
        return
    place = tree
    for step in column.way[:-1]:
        place = place.setdefault(step, {})
    place[column.way[-1]] = value


def _lists(tree: Any, way: Way, parts: dict[Way, list[int]]) -> Any:
    """The tree with its numbered parts as lists; `parts` keeps which numbers they had."""
    if not isinstance(tree, dict) or isinstance(tree.get("file"), str):
        return tree
    if tree and all(isinstance(key, int) for key in tree):
        parts[way] = sorted(tree)
        return [_lists(tree[number], (*way, number), parts) for number in parts[way]]
    return {key: _lists(value, (*way, key), parts) for key, value in tree.items()}


def _fill_in(entry: Entry, kind: ActType) -> None:
    """The mode, from whether the act is another's; the id of what the act makes, where the table gives none."""
    form = entry.form
    form.setdefault("mode", "transcribed" if form.get("for") is not None else "own")
    entry.said_when = "at" in form
    made = MAKES.get(kind.name)
    if made is None or made[1] in form["data"]:
        return
    if kind.name == "party_registered" and "person" in form["data"]:
        return  # somebody who acts and never applies is no party
    entry.drawn = b32encode(secrets.token_bytes(16)).decode().rstrip("=").lower()
    form["data"][made[1]] = entry.drawn


def _demand(entry: Entry, asked: Sequence[Column], kind: ActType) -> None:
    """Every row has what its type cannot do without; what could not be read has been said."""
    said = {problem.column for problem in entry.problems}
    lacking = {c.way: c.header for c in asked if is_required(c, kind) and c.way[1] not in entry.form["data"]}
    if entry.form["mode"] == "transcribed" and not entry.said_when:
        lacking[("at",)] = next((c.header for c in asked if c.way == ("at",)), HEAD[0].label)
    for header in lacking.values():
        if header not in said:
            entry.problems.append(Problem.of(missing(header), header))
