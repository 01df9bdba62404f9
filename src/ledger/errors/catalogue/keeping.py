"""Codes of founding, keys of people, publishing, backup and restore."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    "confirmer_needed": Entry(
        "error",
        2,
        "岗位 {post} 须由确认岗位的人员授予。",
        "The post {post} is given by a holder of a confirming post.",
        "请用 --confirm 指定确认人员的密钥文件。",
    ),
    "demo_place_taken": Entry(
        "error",
        2,
        "文件夹 {path} 不是空的，演示未开始。",
        "The folder {path} is not empty; no demonstration.",
    ),
    "demo_wrong": Entry(
        "error",
        1,
        "演示在“{step}”一步的结果与预期不符：{detail}",
        "The demonstration went wrong at {step}: {detail}",
    ),
    "backup_exists": Entry(
        "error", 2, "{path} 已经存在。", "{path} exists already.", "请另选位置，不会覆盖已有内容。"
    ),
    "backup_unreadable": Entry(
        "error", 3, "{path} 不是可用的备份：{detail}。", "{path} is no usable backup: {detail}."
    ),
    "backup_of_other_ledger": Entry(
        "error",
        2,
        "备份属于另一账本（{found}），该位置的锚文件是 {wanted} 的。",
        "The backup is of another ledger ({found}); the anchor in that place is of {wanted}.",
        "请核对备份，或另选空文件夹。",
    ),
    "backup_fails": Entry(
        "error",
        1,
        "备份核验未通过：{codes}。",
        "The backup does not verify: {codes}.",
        "请保留现场，改用其他备份，并运行 verify 查看详情。",
    ),
    "restore_needs_folder": Entry(
        "error",
        2,
        "备份只能恢复到文件夹，不能直接恢复到数据库：{place}。",
        "A backup is restored into a folder, not into a database: {place}.",
        "请先恢复到文件夹；账本可在文件夹中继续使用。",
    ),
    "backup_kept_apart": Entry(
        "error",
        2,
        "{path} 是备份，不能在其中受理或签发。",
        "{path} is a backup; nothing is taken in or signed there.",
        "请先用 restore 把备份恢复到另一位置。",
    ),
    "restore_place_taken": Entry(
        "error",
        2,
        "{place} 已有账本或其残留文件，未作恢复。",
        "There is a ledger in {place}, or what is left of one; nothing was restored.",
        "请另选空文件夹；原有文件请先移走保存，不要删除。",
    ),
}
