"""One cell, read as what its column wants: the value as a form writes it, or why not.

Spreadsheets lose digits of long numbers and turn texts into days. What was lost is never guessed: such a cell is
refused with a sentence that says how to mend the column.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

from ledger.acts.kinds import is_decimal
from ledger.client.expected import expectation, invalid
from ledger.errors import LedgerError
from ledger.paper.tables import choices
from ledger.paper.tables.columns import Leaf
from ledger.paper.tables.days import day_in, moment_in, was_numbered
from ledger.paper.tables.known import Known
from ledger.paper.tables.sheet import Cell, Unread, is_empty, plain, trimmed

EXACT: Final = 10**15
"""Beyond this a spreadsheet's numbers have lost digits."""
_SCIENTIFIC: Final = re.compile(r"[+-]?[0-9](\.[0-9]*)?E\+?[0-9]{2,3}\Z", re.IGNORECASE)
_ROUNDED: Final = re.compile(r"[1-9][0-9]{14}(0{1,})\Z")
_THOUSANDS: Final = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?\Z")
_APART: Final = re.compile(r"[、,，;；\s]+")
_TEXTS_APART: Final = re.compile(r"[;；\n]+")
_ENTRY: Final = re.compile(r"(.+?)[=＝:：](.+)\Z", re.DOTALL)
_FILE: Final = re.compile(r"(?:文件|file)[:：]\s*", re.IGNORECASE)
_NOTHING: Final = frozenset(("/", "-", "--", "—", "——", "无", "n/a"))
_YES_NO: Final = {"是": True, "否": False, "true": True, "false": False, "√": True, "×": False}
_FREE: Final = frozenset(("text", "non-empty text", "commitment"))


@dataclass
class Reader:
    """Reads the cells of one row. `row`: what the row has said so far; `days`: whether days came as bare numbers."""

    known: Known
    epoch_1904: bool = False
    row: Mapping[str, Any] = field(default_factory=dict)
    days: list[str] = field(default_factory=list)

    def value(self, leaf: Leaf, cell: Cell, column: str) -> Any:
        """The value for a form; None for an empty cell. LedgerError `form_invalid` and those that begin `cell_`,
        all with the column's name."""
        if is_empty(cell) or self._says_nothing(leaf, cell):
            return None
        if isinstance(cell, Unread):
            raise LedgerError(cell.code, column=column, shown=cell.shown)
        if leaf.kind.startswith("pairs of"):
            return self._pairs(leaf, text_in(cell, column), column)
        if not leaf.many:
            return self._one(leaf, cell, column)
        if not isinstance(cell, str):
            return [self._one(leaf, cell, column)]
        apart = _TEXTS_APART if leaf.kind in (*_FREE, "document") else _APART
        pieces = [piece for piece in apart.split(trimmed(cell)) if piece]
        return [self._one(leaf, piece, column) for piece in pieces]

    def _says_nothing(self, leaf: Leaf, cell: Cell) -> bool:
        """A stroke or 无 in a column of ids, days or numbers that may be empty."""
        return leaf.optional and leaf.kind not in _FREE and isinstance(cell, str) and plain(cell) in _NOTHING

    def _one(self, leaf: Leaf, cell: Cell, column: str) -> Any:
        kind = leaf.kind
        if kind in ("day", "moment"):
            return self._when(kind, cell, column)
        if kind == "true or false":
            return _yes_no(cell, column)
        if kind.startswith("integer"):
            return _integer(kind, cell, column)
        if kind == "decimal":
            return _decimal(cell, column)
        text = text_in(cell, column)
        if kind in _FREE:
            return _free(leaf, text, column)
        if leaf.words:
            return _choice(leaf, text, column)
        if kind == "breach":
            return plain(text)
        if kind == "document":
            return self.known.document(text, column)
        if kind == "code":
            return self.known.code(leaf.name, text, self.row, column)
        if kind.endswith(" bytes"):
            return plain(text).lower()
        return self.known.id("whose" if leaf.name == "for" else kind, text, self.row, column)

    def _when(self, kind: str, cell: Cell, column: str) -> str:
        read = day_in if kind == "day" else moment_in
        found = read(cell, epoch_1904=self.epoch_1904)
        if found is None:
            raise invalid(column, expectation(kind), kind)
        if was_numbered(cell):
            self.days.append(found)
        return found

    def _pairs(self, leaf: Leaf, text: str, column: str) -> list[list[Any]]:
        made = []
        second = leaf.kind.rpartition(", ")[2]
        for piece in filter(None, _TEXTS_APART.split(trimmed(text))):
            match = _ENTRY.match(piece)
            if match is None:
                raise invalid(column, "“名称=值”，几项之间用分号隔开", "name=value; …")
            first = self.known.code(leaf.name, match[1], self.row, column)
            made.append([first, self._one(Leaf(leaf.name, leaf.label, second), match[2], column)])
        return made


def text_in(cell: Cell, column: str) -> str:
    """The text of a cell; a number as it was typed. LedgerError where the spreadsheet lost what was typed."""
    if isinstance(cell, datetime):
        raise LedgerError("cell_became_day", column=column)
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, int | float):
        return _typed(cell, column)
    assert isinstance(cell, str)
    text = trimmed(cell)
    marked = text.startswith("'")
    text = text.removeprefix("'")
    if _SCIENTIFIC.match(plain(text)):
        raise LedgerError("cell_lost_digits", column=column)
    if not marked and _ROUNDED.match(plain(text)) and len(plain(text)) > 15:
        raise LedgerError("cell_maybe_lost_digits", column=column)
    return text


def _typed(number: float, column: str) -> str:
    """A number as a person typed it, where a spreadsheet still knows."""
    if abs(number) >= EXACT:
        raise LedgerError("cell_lost_digits", column=column)
    text = f"{Decimal(f'{number:.15g}'):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _free(leaf: Leaf, text: str, column: str) -> Any:
    if not leaf.committed:
        return text
    match = _FILE.match(text)
    if match is None and leaf.name != "file":
        return text
    path = text[match.end() :] if match else text
    if not path:
        raise invalid(column, "文件的路径", "the path of a file")
    return {"file": path}


def _yes_no(cell: Cell, column: str) -> bool:
    if isinstance(cell, bool):
        return cell
    found = _YES_NO.get(plain(cell).lower()) if isinstance(cell, str) else None
    if found is None:
        raise invalid(column, "“是”或“否”", "yes or no")
    return found


def _integer(kind: str, cell: Cell, column: str) -> int:
    number = _number(cell)
    if number is None or number != number.to_integral_value():
        raise invalid(column, expectation(kind), kind)
    return int(number)


def _decimal(cell: Cell, column: str) -> str:
    number = _number(cell)
    text = _plain_number(cell) if isinstance(cell, str) else f"{number:f}" if number is not None else ""
    if number is None or not is_decimal(text):
        raise invalid(column, "数字", "a number")
    return text


def _number(cell: Cell) -> Decimal | None:
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return Decimal(_typed(cell, "")) if abs(cell) < EXACT else None
    text = _plain_number(cell) if isinstance(cell, str) else ""
    return Decimal(text) if is_decimal(text) else None


def _plain_number(text: str) -> str:
    found = plain(text).removeprefix("'")
    return found.replace(",", "") if _THOUSANDS.match(found) else found


def _choice(leaf: Leaf, text: str, column: str) -> str:
    head = leaf.name if leaf.name in ("mode", "late") else ""
    found = choices.chosen(text, leaf.words, head)
    if found is None:
        raise invalid(column, "以下之一：" + choices.shown(leaf.words, head), leaf.kind)
    return found
