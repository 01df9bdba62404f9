"""Codes of the tree, notes, receipts and anchors."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    "bad_frontier": Entry(
        "failure", 3,
        "默克尔树右缘数据与记录数不符：{size} 条记录，{peaks} 个峰值。",
        "The right edge of the tree does not fit its size: {size} records, {peaks} peaks.",
        "账本索引可能已损坏，请运行 reindex 重建后再核验。",
    ),
    "not_in_tree": Entry(
        "error", 3,
        "所问位置或规模超出账本范围：{index}（规模 {size}）。",
        "The index or size asked for lies outside the tree: {index} (size {size}).",
    ),
}
