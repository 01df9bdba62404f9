"""The reader of regulation files: one TOML text to a `Regulation`, or all of its mistakes at once."""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from ledger.errors import LedgerError
from ledger.regulations.checking import check
from ledger.regulations.model import Regulation
from ledger.regulations.reader.mistakes import Mistake
from ledger.regulations.reader.structs import BAD, Reader, Where

__all__ = ["Mistake", "examine", "read"]

_AT: Final = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


def read(data: bytes) -> Regulation:
    """The regulation. LedgerError regulation_unreadable with every mistake of the file among its facts."""
    regulation, mistakes = examine(data)
    if regulation is None or mistakes:
        listed = "\n".join(mistake.sentence for mistake in mistakes)
        raise LedgerError(
            "regulation_unreadable",
            count=len(mistakes),
            detail=listed,
            mistakes=[mistake.facts() for mistake in mistakes],
        )
    return regulation


def examine(data: bytes) -> tuple[Regulation | None, tuple[Mistake, ...]]:
    """What can be read of a file, and its mistakes by line. Without mistakes there is a regulation."""
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (Mistake(line, "文件", "UTF-8 编码的文字", "其他编码的字节"),)
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return None, (_not_toml(text, str(error)),)
    return _from_tables(tables, text)


def _from_tables(tables: dict[str, Any], text: str) -> tuple[Regulation | None, tuple[Mistake, ...]]:
    reader = Reader(tables, text)
    found = reader.entry(Regulation, tables, (), Where())
    regulation = None if found is BAD else found
    check(reader, regulation)
    order = sorted(set(reader.mistakes), key=lambda mistake: (mistake.line, mistake.path, mistake.expected))
    return regulation, tuple(order)


def _not_toml(text: str, said: str) -> Mistake:
    at = _AT.search(said)
    line = int(at[1]) if at and at[1] else text.count("\n") + 1
    found = text.splitlines()[line - 1].strip() if line <= len(text.splitlines()) else ""
    reason = _AT.sub("", said).strip()
    for start, words in _TOML:
        if reason.startswith(start):
            return Mistake(line, "写法", words, f"“{found[:40]}”")
    return Mistake(line, "写法", "合乎 TOML 的写法", f"“{found[:40]}”")


_TOML: Final = (
    ("Cannot overwrite a value", "只写一次的键"),
    ("Cannot declare", "只写一次的表"),
    ("Cannot mutate immutable", "未以行内表写过的表"),
    ("Duplicate inline table key", "只写一次的键"),
    ("Unterminated string", "有结尾引号的文字"),
    ("Illegal character", "同一行内结束的文字（引号成对）"),
    ("Expected '='", "键 = 值"),
    ("Unclosed array", "有结尾方括号的列表"),
    ("Unclosed inline table", "同一行内有结尾花括号的行内表"),
    ("Expected newline or end of document", "一行只写一项"),
    ("Invalid value", "值：带引号的文字、整数、true、false、列表或表"),
    ("Invalid statement", "键 = 值、[表] 或 # 注释"),
)
