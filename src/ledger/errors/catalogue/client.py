"""Codes of the signer's side: key files, passwords, forms, signatures made elsewhere."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    # ---- passwords ----
    "password_missing": Entry(
        "error",
        4,
        "需要口令，但没有给出。",
        "A password is needed and none was given.",
        "请设置环境变量 REVIEW_LEDGER_PASSWORD，或用 --password-file 指定口令文件。",
    ),
    "password_wrong": Entry(
        "error",
        4,
        "口令不正确。",
        "The password is wrong.",
        "请检查大小写和输入法后重试；如多次确认口令无误，则密钥文件可能被人改动过。",
    ),
    "password_unreadable": Entry(
        "error",
        3,
        "口令无法使用：{detail}。",
        "The password cannot be used: {detail}.",
        "口令文件应为 UTF-8 文本，口令写在第一行。",
    ),
    # ---- key files ----
    "keyfile_foreign": Entry(
        "error",
        3,
        "这不是评审账本的密钥文件：{path}。",
        "This is not a key file of the review ledger: {path}.",
    ),
    "keyfile_newer": Entry(
        "error",
        3,
        "密钥文件由更新版本的软件生成（第 {version} 版）：{path}。",
        "The key file was made by newer software (version {version}): {path}.",
        "请升级软件后再使用。",
    ),
    "keyfile_damaged": Entry(
        "error",
        3,
        "密钥文件已损坏（{detail}）：{path}。",
        "The key file is damaged ({detail}): {path}.",
        "请改用备份的密钥文件；没有备份的，请向登记人员申请撤销旧密钥并登记新密钥。",
    ),
    "key_of_other_ledger": Entry(
        "error",
        2,
        "密钥文件属于另一账本（{found}），不是本账本（{wanted}）。",
        "The key file belongs to another ledger ({found}), not to this one ({wanted}).",
        "请核对选用的密钥文件和账本。",
    ),
    "key_not_of_act": Entry(
        "error",
        2,
        "签名密钥（{found}）与文件中写明的密钥（{wanted}）不一致。",
        "The signing key ({found}) is not the one named in the act ({wanted}).",
        "请改用对应的密钥签名。",
    ),
    # ---- recovery keys on paper ----
    "paper_unreadable": Entry(
        "error",
        3,
        "恢复密钥无法辨认：{detail}。",
        "The recovery key on paper cannot be read (line {line}): {detail}.",
        "请逐行对照纸面重新录入；每行末尾两位是校验码。",
    ),
    # ---- forms ----
    "form_unreadable": Entry(
        "error",
        3,
        "文件不是合格的 JSON：{detail}（{path}）。",
        "The file is no well-formed JSON: {detail} ({path}).",
        '请存为 UTF-8 编码的 JSON；小数写成带引号的文字，例如 "92.5"。',
    ),
    "form_invalid": Entry(
        "error",
        2,
        "填写有误：{field} {expected}。",
        "The form is wrong: {field} {expected_en}.",
    ),
    # ---- signatures made elsewhere ----
    "request_damaged": Entry(
        "error",
        3,
        "签名申请文件已损坏或被改动：{detail}。",
        "The signing request is damaged or was altered: {detail}.",
        "请重新生成签名申请（prepare）后再签名。",
    ),
    "signature_wrong": Entry(
        "error",
        2,
        "签名与签名申请不符。",
        "The signature does not fit the signing request.",
        "请确认签的是申请中的待签字节（不是其摘要），并且用的是申请中写明的密钥。",
    ),
    # ---- what the client remembers ----
    "seen_damaged": Entry(
        "error",
        3,
        "本机保存的检查点记录已损坏：{path}。",
        "What this client remembered of checkpoints is damaged: {path}.",
        "请保留该文件备查，另行核验账本后再删除它。",
    ),
    "seen_other_history": Entry(
        "error",
        1,
        "账本现在出示的检查点（规模 {size}）与本机此前核对过的（规模 {known}）互相矛盾。",
        "The checkpoint now shown (size {size}) contradicts the one this client verified before (size {known}).",
        "请立即停止提交，保留两份检查点并告知见证单位。",
    ),
    "seen_unpublished": Entry(
        "error",
        1,
        "检查点（规模 {size}）尚未得到足够的见证，不能作为已公开的检查点记住。",
        "The checkpoint of size {size} is not cosigned by the quorum and cannot be remembered as published.",
    ),
}
