"""XLSX as WPS, Excel and LibreOffice write it: the values that are stored, never a formula calculated here."""

from __future__ import annotations

import io
import warnings
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from ledger.errors import LedgerError
from ledger.paper.tables.sheet import Cell, Sheet, Unread, is_empty, letter, made

MOST_UNPACKED: Final = 200 * 1024 * 1024
_EPOCH_1904: Final = 1904


def read(data: bytes, title: str | None = None) -> Sheet:
    """The table on the only sheet that has anything on it, or on the sheet named.

    LedgerError table_unreadable, table_sheets, table_merged, and those of `made`.
    """
    book = opened(data)
    sheet = _chosen(book, title)
    _demand_unmerged(sheet)
    if any(cell.data_type == "f" for line in sheet.iter_rows() for cell in line):
        book = opened(data, values=True)
        formulas, sheet = sheet, book[sheet.title]
    else:
        formulas = None
    rows, columns = _extent(sheet if formulas is None else formulas)
    lines = [
        [_value(sheet, formulas, row, column) for column in range(1, columns + 1)]
        for row in range(1, rows + 1)
    ]
    return made(
        lines,
        encoding="xlsx",
        title=sheet.title,
        epoch_1904=book.epoch.year == _EPOCH_1904,
        notes=tuple(_hidden(sheet, rows, columns)),
    )


def opened(data: bytes, *, values: bool = False) -> Any:
    """The workbook. LedgerError table_unreadable for what is none, or would fill the memory."""
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(each.file_size for each in packed.infolist()) > MOST_UNPACKED:
                raise LedgerError("table_unreadable", detail="展开后过大")
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # what the library does not keep (pictures, checks) is not read here
            return openpyxl.load_workbook(io.BytesIO(data), data_only=values)
    except LedgerError:
        raise
    except zipfile.BadZipFile:
        detail = "不是 XLSX 文件；旧的 .xls、.et 请在 WPS 中另存为 .xlsx，加了打开密码的请先取消"
        raise LedgerError("table_unreadable", detail=detail) from None
    except Exception as error:  # noqa: BLE001 - a damaged file can fail anywhere in the library
        raise LedgerError("table_unreadable", detail=f"文件已损坏（{type(error).__name__}）") from None


def _chosen(book: Any, title: str | None) -> Any:
    sheets = [sheet for sheet in book.worksheets if _extent(sheet)[0]]
    if title is not None:
        if title not in book.sheetnames:
            raise LedgerError("table_sheets", sheets="、".join(book.sheetnames))
        return book[title]
    if not sheets:
        raise LedgerError("table_empty")
    if len(sheets) > 1:
        raise LedgerError("table_sheets", sheets="、".join(sheet.title for sheet in sheets))
    return sheets[0]


def _extent(sheet: Any) -> tuple[int, int]:
    """Rows and columns that hold anything; formats alone do not count."""
    rows = columns = 0
    for line in sheet.iter_rows():
        for cell in line:
            if not is_empty(cell.value):
                rows, columns = max(rows, cell.row), max(columns, cell.column)
    return rows, columns


def _demand_unmerged(sheet: Any) -> None:
    rows, _ = _extent(sheet)
    for merged in sorted(sheet.merged_cells.ranges, key=lambda each: (each.min_row, each.min_col)):
        if merged.min_row == 1:
            raise LedgerError("table_header_merged", range=str(merged))
        if merged.min_row <= rows:
            raise LedgerError("table_merged", range=str(merged))


def _value(sheet: Any, formulas: Any, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    value: Any = cell.value
    if formulas is not None and formulas.cell(row, column).data_type == "f" and value is None:
        return Unread("cell_not_calculated", str(formulas.cell(row, column).coordinate))
    if cell.data_type == "e":
        return Unread("cell_error", str(value))
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    if isinstance(value, time | timedelta):
        return Unread("cell_is_time", str(value))
    return value if value is None or isinstance(value, str | bool | int | float) else str(value)


def _hidden(sheet: Any, rows: int, columns: int) -> list[str]:
    """What the person at the screen may not know to be there."""
    notes = []
    lines = [n for n, each in sheet.row_dimensions.items() if each.hidden and 1 < n <= rows]
    if lines:
        notes.append(f"表中有隐藏的行（第 {'、'.join(map(str, sorted(lines)[:10]))} 行等），同样读入。")
    names = [
        letter(n)
        for n in range(1, columns + 1)
        if letter(n) in sheet.column_dimensions and sheet.column_dimensions[letter(n)].hidden
    ]
    if names:
        notes.append(f"表中有隐藏的列（{'、'.join(names[:10])}），同样读入。")
    return notes
