"""Codes of the vault: what its file says instead of keeping or giving values."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    "vault_missing": Entry(
        "error",
        3,
        "此处没有保密库：{path}。",
        "There is no vault here: {path}.",
        "保密库应与账本放在一起；请用备份恢复。",
    ),
    "vault_foreign": Entry(
        "error",
        3,
        "这不是评审账本的保密库，可能属于其他程序，也可能开头已损坏：{path}。",
        "This is not a vault of the review ledger; it belongs to another program, or its beginning is damaged: {path}.",
    ),
    "vault_newer": Entry(
        "error",
        3,
        "保密库由更新版本的软件建立（第 {version} 版，本软件只认到第 {known} 版）：{path}。",
        "The vault was made by newer software (version {version}, known up to {known}): {path}.",
        "请升级软件后再打开。",
    ),
    "vault_damaged": Entry(
        "error",
        3,
        "保密库已损坏：{path}（{detail}）。",
        "The vault is damaged: {path} ({detail}).",
        "请勿继续写入；先另存一份，再用备份恢复。",
    ),
    "vault_readonly": Entry(
        "error",
        4,
        "保密库只能读、不能写：{path}。",
        "The vault can be read here but not written: {path}.",
        "请检查文件夹和文件的权限，或换到可写的位置。",
    ),
    "vault_locked": Entry(
        "error",
        4,
        "保密库正被其他程序占用，等待超时：{path}。",
        "The vault is held by another program and waiting has timed out: {path}.",
        "请稍后再试，或关闭占用它的程序。",
    ),
    "vault_full": Entry(
        "error",
        4,
        "磁盘空间已满，原文未能存入保密库：{path}。",
        "The disk is full; the values were not kept: {path}.",
        "请腾出空间后原样重新提交。",
    ),
    "vault_io": Entry(
        "error",
        4,
        "读写保密库出错：{path}（{detail}）。",
        "The vault could not be read or written: {path} ({detail}).",
        "请检查磁盘后原样重新提交。",
    ),
    "vault_failed": Entry(
        "error",
        4,
        "保密库未能完成操作：{path}（{detail}）。",
        "The vault could not do what was asked: {path} ({detail}).",
    ),
    "vault_conflict": Entry(
        "error",
        3,
        "保密库中同一行为的字段 {field} 已有另一份内容，未覆盖：{path}。",
        "The vault holds another value for field {field} of the same act, which stays: {path}.",
        "库中内容可能被改动过，请核验账本（verify）。",
    ),
}
