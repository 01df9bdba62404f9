"""A table as it was read, whatever file it came from: names of columns, rows, and cells that say what they were."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ledger.errors import LedgerError

MOST_BYTES: Final = 32 * 1024 * 1024
MOST_ROWS: Final = 5_000
MOST_COLUMNS: Final = 500
EXPLAINS: Final = "说明："
"""How the first cell of a second row begins that explains the columns and is no act."""
RESULTS: Final = ("问题", "问题代码")
"""Columns that a checked copy of a table has beside its own: whoever enters the copy need not remove them."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell whose value cannot be had: an error of a formula (`cell_error`) or one that was never calculated."""

    code: str
    shown: str


Cell = str | int | float | bool | datetime | Unread | None


@dataclass(frozen=True, slots=True)
class Row:
    """`number` as the spreadsheet numbers it; cells as many as there are columns, or more."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> bool:
        return all(is_empty(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """`header`: names of the columns, empty where nothing stands. `encoding`: of a text file; `xlsx` otherwise.
    `epoch_1904`: whether its days are numbered as on old Macintoshes."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str
    delimiter: str = ""
    title: str = ""
    epoch_1904: bool = False
    notes: tuple[str, ...] = ()


def is_empty(cell: Cell) -> bool:
    """Whether nothing stands in the cell, not even behind blanks."""
    return cell is None or (isinstance(cell, str) and not trimmed(cell))


def trimmed(text: str) -> str:
    """The text without blanks and marks that nobody sees at its ends, its lines ended in one way."""
    text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return text.strip(" \n\u00a0\u3000\ufeff\u200b")


def plain(text: str) -> str:
    """The text with full-width letters, digits and brackets in their plain form, and nothing that nobody sees."""
    normal = unicodedata.normalize("NFKC", trimmed(text))
    return "".join(c for c in normal if unicodedata.category(c) != "Cf").strip()


def made(cells: Iterable[Iterable[Cell]], **how: object) -> Sheet:
    """The sheet of these lines, the first of which names the columns.

    Empty rows and empty columns at the end are left out, and a second row that only explains.
    LedgerError table_empty, table_too_large.
    """
    lines = [tuple(line) for line in cells]
    header = tuple(trimmed(str(cell)) if cell is not None else "" for cell in (lines[0] if lines else ()))
    while header and not header[-1]:
        header = header[:-1]
    rows = [Row(number, line) for number, line in enumerate(lines[1:], 2)]
    rows = [row for row in rows if not row.empty and not _explains(row)]
    if not header or not rows:
        raise LedgerError("table_empty")
    if len(rows) > MOST_ROWS or len(header) > MOST_COLUMNS:
        raise LedgerError("table_too_large", rows=len(rows), most=MOST_ROWS)
    return Sheet(header, tuple(rows), **how)  # type: ignore[arg-type]  # the caller's own keywords


def _explains(row: Row) -> bool:
    first = next((cell for cell in row.cells if not is_empty(cell)), None)
    return row.number == 2 and isinstance(first, str) and plain(first).startswith(plain(EXPLAINS))


def letter(number: int) -> str:
    """The letters over a column, counted from 1."""
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found
