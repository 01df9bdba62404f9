"""Codes of plain files: reading and writing them fails in the same few ways everywhere."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    "file_unreadable": Entry(
        "error",
        3,
        "文件无法读取：{path}（{detail}）。",
        "The file cannot be read: {path} ({detail}).",
        "请检查路径是否正确、U 盘是否插好，以及本用户有无读取权限。",
    ),
    "file_too_long": Entry(
        "error",
        3,
        "文件过大：{path}，此处最多 {most} 字节。",
        "The file is too long: {path}, at most {most} bytes here.",
        "请确认没有选错文件。",
    ),
    "file_exists": Entry(
        "error",
        2,
        "文件已存在，不会覆盖：{path}。",
        "The file exists and will not be overwritten: {path}.",
        "请换一个文件名。",
    ),
    "file_unwritable": Entry(
        "error",
        4,
        "文件无法写入：{path}（{detail}）。",
        "The file cannot be written: {path} ({detail}).",
        "请检查文件夹是否存在、是否只读、空间是否已满。",
    ),
}
