"""CSV as WPS and Excel write it in China: UTF-8 with or without a mark, GB18030, or UTF-16 with tabs."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Callable, Sequence
from typing import Final

from ledger.errors import LedgerError
from ledger.paper.tables.sheet import Cell, Sheet, made, trimmed

DELIMITERS: Final = (",", "\t", ";")
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read(data: bytes, known: Callable[[str], bool]) -> Sheet:
    """The table in a text file. `known` says whether a text names a column: it shows what separates the cells.

    LedgerError table_encoding, table_unreadable, and those of `made`.
    """
    text, encoding = decoded(data)
    delimiter = max(DELIMITERS, key=lambda each: _likely(text, each, known))
    return made(_lines(text, delimiter), encoding=encoding, delimiter=delimiter)


def decoded(data: bytes) -> tuple[str, str]:
    """(text, encoding). What is good UTF-8 is UTF-8, unless nothing in it is Chinese and GB18030 makes it so.

    A few Chinese characters in GB18030 happen to be two-byte UTF-8 (模 is ģ there); a Chinese text in UTF-8
    always has characters of three bytes.
    """
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        return _strict(data, marked), marked
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, "gb18030"), "gb18030"
    if not text.isascii() and not any(char >= "\u0800" for char in text):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode("gb18030"), "gb18030"
    return _strict(data, "utf-8"), "utf-8"


def _strict(data: bytes, encoding: str) -> str:
    """The text; LedgerError table_encoding with the first line that is none."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise LedgerError("table_encoding", line=data[: error.start].count(b"\n") + 1) from None
    # GB18030 reads nearly anything; what no text holds shows that it was something else.
    strange = next((at for at, char in enumerate(text) if char < " " and char not in "\t\r\n"), None)
    if strange is not None:
        raise LedgerError("table_encoding", line=text.count("\n", 0, strange) + 1)
    return text


def _likely(text: str, delimiter: str, known: Callable[[str], bool]) -> tuple[int, int]:
    try:
        first: Sequence[str] = next(_reader(text, delimiter), [])
    except csv.Error:
        return (0, 0)
    return sum(known(trimmed(cell)) for cell in first), len(first)


def _lines(text: str, delimiter: str) -> list[list[Cell]]:
    reader = _reader(text, delimiter)
    try:
        return [list(line) for line in reader]
    except csv.Error as error:
        detail = (
            "引号没有成对" if "end of data" in str(error) or "expected after" in str(error) else str(error)
        )
        raise LedgerError("table_unreadable", detail=f"第 {reader.line_num} 行附近{detail}") from None


def _reader(text: str, delimiter: str) -> csv._reader:  # type: ignore[name-defined]  # has no public name
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def written(lines: Sequence[Sequence[str]], encoding: str, delimiter: str) -> bytes:
    """The lines as a file of the same kind as the one that was read; marked, where it can be, for Excel's sake."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter or ",", lineterminator="\r\n").writerows(lines)
    text = out.getvalue()
    if encoding == "utf-8":
        encoding = "utf-8-sig"
    return text.encode(encoding)
