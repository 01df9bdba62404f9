"""What a field wants, said in Chinese to whoever fills in a form."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Final

from ledger.acts.kinds import Kind
from ledger.errors import LedgerError

COMMITTED: Final = '文字、整数，或文件（写作 {"file": "路径"}）'

_SIMPLE: Final = {
    "id": "4 至 26 位小写字母或数字的编号",
    "post": "岗位代码（小写字母、数字、下划线，可用斜线分级）",
    "code": "代码（小写字母开头，只含小写字母、数字、下划线）",
    "case": "“类别:编号”形式的事项",
    "day": "日期，如 2024-03-01",
    "moment": "日期（2024-03-01）、分钟（2024-03-01T09:00）或带时区的时刻（2024-03-01T09:00:00+08:00）",
    "text": "文字",
    "non-empty text": "非空的文字",
    "bytes": "十六进制字节",
    "commitment": COMMITTED,
    "integer": "整数",
    "integer from 0": "不小于 0 的整数",
    "integer from 1": "不小于 1 的整数",
    "any value": "任意值",
    "true or false": "true 或 false",
    "decimal": '写作文字的十进制数，如 "12.5"',
    "body": "机构编号（小写字母开头，4 至 26 位小写字母或数字）",
    "regulation version": "办法版本，如 nantong@2023",
    "cycle id": "届次编号（4 至 26 位小写字母或数字）",
    "application id": "申报编号（4 至 26 位小写字母或数字）",
    "award id": "奖项编号（4 至 26 位小写字母或数字）",
    "party id": "主体编号（4 至 26 位小写字母或数字）",
    "person id": "人员编号（4 至 26 位小写字母或数字）",
}


def expectation(name: str) -> str:
    """What a kind of that name wants, in Chinese."""
    if name in _SIMPLE:
        return _SIMPLE[name]
    if name.endswith(" or nil"):
        return expectation(name.removesuffix(" or nil")) + "，或 null"
    for start, zh in (("ascending list of ", "不重复的列表，每项为"), ("list of ", "列表，每项为")):
        if name.startswith(start):
            return zh + expectation(name.removeprefix(start))
    if name.startswith("one of "):
        return "以下之一：" + name.removeprefix("one of ").replace(", ", "、")
    if match := re.fullmatch(r"(\d+) bytes", name):
        return f"{2 * int(match[1])} 位小写十六进制"
    if match := re.fullmatch(r"integer (-?\d+) to (-?\d+)", name):
        return f"{match[1]} 至 {match[2]} 的整数"
    if match := re.fullmatch(r"at most ([\d,]+) bytes", name):
        return f"不超过 {match[1]} 字节的十六进制"
    if match := re.fullmatch(r"pairs of (.+), (.+)", name):
        return f"成对的列表，每对为〔{expectation(match[1])}；{expectation(match[2])}〕"
    if match := re.fullmatch(r"\[(.+), (.+)\]", name):
        return f"〔{expectation(match[1])}；{expectation(match[2])}〕"
    return f"{name} 形式的一组字段"


def invalid(field: str, zh: str, en: str) -> LedgerError:
    """`form_invalid`: the field should be otherwise."""
    return _wrong(field, f"应为{zh}", f"must be {en}")


def missing(field: str) -> LedgerError:
    """`form_invalid`: the field must be there."""
    return _wrong(field, "没有填写", "is missing")


def unknown(field: str, name: object, known: Iterable[str]) -> LedgerError:
    """`form_invalid`: there is no such field, or no such name; with the one most like it."""
    near = difflib.get_close_matches(str(name), list(known), 1, 0.6)
    if not near:
        return _wrong(field, "无法识别", "is not known")
    return _wrong(field, f"无法识别，是否想写 {near[0]}", f"is not known; did you mean {near[0]}?", near[0])


def _wrong(field: str, zh: str, en: str, near: str | None = None) -> LedgerError:
    return LedgerError("form_invalid", field=field, expected=zh, expected_en=en, near=near)


def misfit(field: str, kind: Kind) -> LedgerError:
    """`form_invalid`: the value does not fit the kind. The value itself is not repeated, it may be private."""
    return invalid(field, expectation(kind.name), kind.name)
