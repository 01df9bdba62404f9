"""Codes of regulation files."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    "regulation_unreadable": Entry(
        "error",
        3,
        "规定文件有 {count} 处错误：{detail}",
        "The regulation file has {count} mistakes: {detail}",
        "改正后可用 regulation check 再查一遍。",
    ),
    "regulation_unknown": Entry(
        "error",
        3,
        "没有名为“{name}”的随附规定，也没有这个文件；随附的有：{known}。",
        "There is no packaged regulation and no file '{name}'; packaged are: {known}.",
        "可用 regulation list 查看随附的规定。",
    ),
}
