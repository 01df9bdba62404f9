"""Codes of the tree, notes, receipts and anchors."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    "bad_frontier": Entry(
        "failure",
        3,
        "默克尔树右缘数据与记录数不符：{size} 条记录，{peaks} 个峰值。",
        "The right edge of the tree does not fit its size: {size} records, {peaks} peaks.",
        "账本索引可能已损坏，请运行 reindex 重建后再核验。",
    ),
    "not_in_tree": Entry(
        "error",
        3,
        "所问位置或规模超出账本范围：{index}（规模 {size}）。",
        "The index or size asked for lies outside the tree: {index} (size {size}).",
    ),
    "bad_vkey": Entry(
        "failure",
        3,
        "检查点公钥无效：{detail}。",
        "The verifier key is not valid: {detail_en}.",
    ),
    "bad_checkpoint": Entry(
        "failure",
        3,
        "检查点不能采信：{detail}。",
        "The checkpoint cannot be relied on: {detail_en}.",
        "请向账本所在单位或见证单位重新索取检查点，并保留原件。",
    ),
    "receipt_unreadable": Entry(
        "error",
        3,
        "回执无法读取：{detail}。",
        "The receipt cannot be read: {detail_en}.",
    ),
    "receipt_wrong": Entry(
        "failure",
        1,
        "回执不成立：所附记录并不在检查点（规模 {size}）的第 {position} 位。",
        "The receipt does not hold: its record is not at position {position} of the checkpoint of size {size}.",
    ),
    "anchor_unreadable": Entry(
        "error",
        3,
        "锚文件第 {line} 行有误：{detail}。",
        "The anchor cannot be read, line {line}: {detail_en}.",
        "请使用账本所在单位公开发布的原文件，不要用文字处理软件改存。",
    ),
}
