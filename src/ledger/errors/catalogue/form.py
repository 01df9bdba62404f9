"""Codes of bytes and forms: what a decoder, an act or a key says before anyone judges."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    "not_canonical": Entry(
        "failure",
        3,
        "字节不符合规范编码：{detail}。",
        "The bytes are not in canonical form: {detail}.",
    ),
    "not_an_act": Entry(
        "failure",
        3,
        "内容不是合格的行为记录：{detail}。",
        "This is not a well-formed act: {detail}.",
    ),
    "too_long": Entry(
        "failure",
        3,
        "内容过长：{length} 字节，最多 {most} 字节。",
        "Too long: {length} bytes, at most {most}.",
        "长文件请作为附件登记，账本内只存其摘要。",
    ),
    "unknown_record": Entry(
        "doubt",
        3,
        "记录采用了本软件不认识的版本（{version}）。",
        "The record has a version that this software does not know ({version}).",
        "请用较新的版本核验。",
    ),
    "unknown_type": Entry(
        "doubt",
        3,
        "本软件不认识行为类型 {type}（第 {v} 版）。",
        "This software does not know the act type {type}, version {v}.",
        "可用类型见 docs/acts.md；较新的账本请用较新的版本核验。",
    ),
    "type_waiting": Entry(
        "error",
        2,
        "行为类型 {type} 已在格式中预留，本版本尚不受理。",
        "The act type {type} is reserved by the format and not accepted by this version.",
    ),
    "bad_key": Entry(
        "failure",
        3,
        "公钥无效：{detail}。",
        "The public key is not valid: {detail}.",
    ),
    "bad_private_key": Entry(
        "error",
        3,
        "私钥无法读取：{detail}。",
        "The private key cannot be read: {detail}.",
    ),
    "text_not_clean": Entry(
        "breach",
        3,
        "文字含有不允许的字符：字段 {field}，{detail}。",
        "The text holds a character that is not allowed: field {field}, {detail}.",
        "请去掉控制字符、双向控制符等不可见字符后重新提交。",
    ),
}
