"""The copy of a table that goes back to the clerk: its own columns, and what is wrong with each row beside them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Final

from ledger.paper.tables import csvfile, xlsxfile
from ledger.paper.tables.result import ACKNOWLEDGES, Line, Result
from ledger.paper.tables.sheet import RESULTS, Cell, Row, Unread, is_empty, letter

SAID, CODES = RESULTS
_WIDE: Final = 60


def name_for(path: Path, what: str) -> Path:
    """A file beside the table that is not there yet: `表-核对.xlsx`, `表-核对2.xlsx` …"""
    number = 1
    while True:
        found = path.with_name(f"{path.stem}-{what}{number if number > 1 else ''}{path.suffix}")
        if not found.exists():
            return found
        number += 1


def copy(data: bytes, result: Result, *, only_bad: bool) -> bytes:
    """The table with its results. `only_bad`: rows that are fine are left out."""
    kept = {line.number: line for line in result.lines if line.bad or not only_bad}
    if result.sheet.encoding == "xlsx":
        return _workbook(data, result, kept)
    return _text(result, kept)


def _added(result: Result) -> list[str]:
    """Columns that the table has not yet; where to acknowledge is among them if somebody must."""
    wanted = [SAID, CODES]
    acknowledging = any(column is not None and column.way == ("acknowledges",) for column in result.columns)
    if not acknowledging and any(line.codes for line in result.lines):
        wanted.append(ACKNOWLEDGES)
    return [name for name in wanted if name not in result.sheet.header]


def _told(line: Line) -> dict[str, str]:
    codes = line.codes or dict.fromkeys(problem.code for problem in line.problems)
    return {SAID: line.sentence, CODES: "、".join(codes)}


def _text(result: Result, kept: dict[int, Line]) -> bytes:
    sheet = result.sheet
    header = _widened(result)
    lines = [header]
    for row in sheet.rows:
        line = kept.get(row.number)
        if line is not None:
            lines.append(_beside(row, header, _told(line)))
    return csvfile.written(lines, sheet.encoding, sheet.delimiter)


def _widened(result: Result) -> list[str]:
    """The table's own columns, nameless ones behind them if rows are longer, then what is added."""
    sheet = result.sheet
    longest = max(
        n for row in sheet.rows for n, cell in enumerate(row.cells, 1) if n == 1 or not is_empty(cell)
    )
    return [*sheet.header, *[""] * (longest - len(sheet.header)), *_added(result)]


def _beside(row: Row, header: list[str], told: dict[str, str]) -> list[str]:
    cells = [_shown(cell) for cell in row.cells][: len(header)]
    cells += [""] * (len(header) - len(cells))
    for at, name in enumerate(header):
        if name in told:
            cells[at] = told[name]
    return cells


def _shown(cell: Cell) -> str:
    return cell.shown if isinstance(cell, Unread) else "" if cell is None else str(cell)


def _workbook(data: bytes, result: Result, kept: dict[int, Line]) -> bytes:
    """The workbook with the results behind its last column; formulas as the values they had."""
    book = xlsxfile.opened(data, values=True)
    sheet = book[result.sheet.title]
    places = {number: number for number in kept}
    if len(kept) < len(result.lines):
        places = {number: place for place, number in enumerate(sorted(kept), 2)}
        book, sheet = _only(sheet, {1: 1, **places})
    header = _widened(result)
    for at, name in enumerate(header, 1):
        if name in _added(result):
            sheet.cell(1, at, name)
    for number, line in kept.items():
        _tell(sheet, places[number], header, line)
    sheet.column_dimensions[letter(header.index(SAID) + 1)].width = _WIDE
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _tell(sheet: Any, place: int, header: list[str], line: Line) -> None:
    from openpyxl.styles import Alignment, PatternFill

    told = _told(line)
    for at, name in enumerate(header, 1):
        if name in told:
            cell = sheet.cell(place, at)
            cell.value = told[name] or None
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if line.bad:
                cell.fill = PatternFill("solid", start_color="FFF2CC")


def _only(sheet: Any, places: dict[int, int]) -> tuple[Any, Any]:
    """A new workbook with some rows of the sheet, by where they go."""
    import openpyxl

    book = openpyxl.Workbook()
    book.epoch = sheet.parent.epoch
    made = book.active
    made.title = sheet.title
    for number, place in places.items():
        for cell in sheet[number]:
            if cell.value is not None:
                copied = made.cell(place, cell.column, cell.value)
                copied.number_format = cell.number_format
    for name, column in sheet.column_dimensions.items():
        made.column_dimensions[name].width = column.width
    return book, made
