"""JSON as this house reads it: UTF-8, no member twice, no fractions, no surprise deeper than a screen."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Final, NoReturn

from ledger import files
from ledger.errors import LedgerError

MOST: Final = 1024 * 1024


class _Unwanted(ValueError):
    """JSON that is legal and would still be read differently by different readers."""


def load(path: Path, most: int = MOST) -> Any:
    """The value in a file. LedgerError `form_unreadable`, or the errors of reading a file."""
    return parse(files.read(path, most), str(path))


def parse(data: bytes, path: str = "-") -> Any:
    """The value in these bytes; `path` is only told. LedgerError `form_unreadable`."""
    try:
        # A byte order mark is what Windows' editor writes in front of UTF-8.
        text = data.decode("utf-8-sig")
        return json.loads(
            text, object_pairs_hook=_object, parse_float=_no_fraction, parse_constant=_no_fraction
        )
    except UnicodeDecodeError:
        detail = "不是 UTF-8 编码"
    except json.JSONDecodeError as error:
        detail = f"第 {error.lineno} 行第 {error.colno} 列附近有语法错误"
    except _Unwanted as error:
        detail = str(error)
    except (ValueError, RecursionError):
        detail = "数字过长或嵌套过深"
    raise LedgerError("form_unreadable", detail=detail, path=path)


def dump(value: Any) -> bytes:
    """The file's bytes: indented, Chinese as it is."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def with_sum(members: dict[str, Any]) -> dict[str, Any]:
    """The members and a `sum` over them, by which a damaged file is told from a whole one.

    Whoever means to change the file can make the sum anew; it protects against accidents only.
    """
    return {**members, "sum": _sum(members)}


def sum_holds(members: dict[str, Any]) -> bool:
    """Whether the members have the sum that `with_sum` gave them."""
    return members.get("sum") == _sum(members)


def _sum(members: dict[str, Any]) -> str:
    rest = {name: value for name, value in members.items() if name != "sum"}
    plain = json.dumps(rest, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, value in pairs:
        if name in made:
            raise _Unwanted(f"“{name[:40]}”出现两次")
        made[name] = value
    return made


def _no_fraction(text: str) -> NoReturn:
    raise _Unwanted(f"数字 {text[:20]} 应写成带引号的文字")
