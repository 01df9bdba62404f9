"""A mistake in a regulation file: where it is, what was expected, what stands there, and what was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from ledger.regulations.reader.places import Path

SECTIONS: Final = {
    "applicants": "申报者类别",
    "articles": "条数",
    "bars": "限制",
    "bodies": "机构",
    "bounds": "数量限制",
    "categories": "奖项",
    "conduct": "行为规范",
    "conventions": "计算约定",
    "criteria": "条件",
    "cycle": "周期",
    "declarations": "无须编码的条文",
    "duties": "义务",
    "errata": "文本疏漏",
    "grounds": "撤销情形",
    "names": "名称",
    "payers": "经费",
    "powers": "职权",
    "questions": "问题",
    "reaward": "再次获奖",
    "roles": "角色",
    "scales": "等级",
    "standards": "标准",
    "steps": "步骤",
    "transition": "版本衔接",
    "uses": "用途",
}
"""Parts of a file as people call them."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """`path` as people read it; `expected` and `found` in Chinese; `near`: the nearest that would have fitted."""

    line: int
    path: str
    expected: str
    found: str
    near: str | None = None

    @property
    def sentence(self) -> str:
        """The whole, in one line."""
        told = f"第 {self.line} 行 {self.path}：应为{self.expected}，现为{self.found}"
        return told + (f"；是否应写“{self.near}”？" if self.near else "")

    def facts(self) -> dict[str, object]:
        """For programs."""
        return {
            "line": self.line,
            "path": self.path,
            "expected": self.expected,
            "found": self.found,
            "near": self.near,
            "message": self.sentence,
        }


def nearest(word: object, words: Iterable[str]) -> str | None:
    """The word that was perhaps meant; None where none is near."""
    close = get_close_matches(word, sorted(words), n=1, cutoff=0.6) if isinstance(word, str) else []
    return close[0] if close else None


def told(raw: object) -> str:
    """What stands there, short, as it stands in the file."""
    if raw is None:
        return "空缺"
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, str):
        return f"“{raw if len(raw) <= 40 else raw[:39] + '…'}”"
    if isinstance(raw, dict):
        return "一个表"
    if isinstance(raw, list):
        return "一个列表"
    return str(raw)


def path_text(path: Path, data: object) -> str:
    """A path as people read it: 步骤 final_public 的 publicity.term. Entries are called by their id, else counted."""
    if not path:
        return "文件"
    first, rest = path[0], list(path[1:])
    text = SECTIONS.get(str(first), str(first))
    at = data.get(first) if isinstance(data, dict) else None
    if rest and isinstance(rest[0], int):
        entry = at[rest[0]] if isinstance(at, list) and rest[0] < len(at) else None
        named = entry.get("id") if isinstance(entry, dict) else None
        text += f" {named}" if isinstance(named, str) else f"第 {rest[0] + 1} 项"
        rest = rest[1:]
    if not rest:
        return text
    inner = ""
    for part in rest:
        inner += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return f"{text} 的 {inner.lstrip('.')}"
