"""What a person is about to sign, in lines they can read before they type their password.

Everything the act says is shown, committed fields with their plain values. Text is shown so that it cannot
pass for a line of ours: line breaks are marked, and everything under `data` is indented.
"""

from __future__ import annotations

import hashlib
from typing import Any

from ledger.client.draft import Draft
from ledger.client.moments import at_text
from ledger.client.words import FIELDS, LATE, MODES, MOMENTS
from ledger.errors.names import ACT_TYPES
from ledger.sealing.submission import Opening

_MOST_HEX = 48


def show(draft: Draft) -> list[str]:
    """The draft in Chinese, a line a fact."""
    act = draft.act
    lines = [
        f"行为：{ACT_TYPES.get(act['type'], act['type'])}（{act['type']} 第 {act['v']} 版）",
        f"签署人：{act['by']}，{'岗位 ' + act['as'] if act['as'] else '以本人身份'}",
        f"账本：{act['ledger'].hex() if act['ledger'] else '新建账本'}",
        f"办理方式：{MODES[act['mode']]}" + (f"（{act['for']}）" if act["for"] else ""),
        f"发生时间：{at_text(act['at'])}",
        f"签署时间：{at_text(act['signed'])}" + (f"（迟录：{LATE[act['late']]}）" if act["late"] else ""),
    ]
    if act["batch"]:
        lines.append(f"同批提交：第 {act['batch'][1]} 条，共 {act['batch'][2]} 条")
    lines += [f"依据：{digest.hex()}" for digest in act["basis"]]
    lines += [f"已知悉并照录：{_text(code)}" for code in act["acknowledges"]]
    lines.append(f"事项：{'、'.join(act['cases']) or '无'}")
    if act["seen"]:
        lines.append(f"已核对的检查点：规模 {act['seen'][0]}，根 {act['seen'][1].hex()}")
    lines.append("内容：" if act["data"] else "内容：无")
    openings = {opening.field: opening for opening in draft.openings}
    for name, value in act["data"].items():
        lines += _field(name, value, name, 1, openings)
    return [*lines, f"签名密钥：{act['key'].hex()}", f"行为摘要：{draft.digest.hex()}"]


def _field(label: str, value: Any, field: str, depth: int, openings: dict[str, Opening]) -> list[str]:
    start = "  " * depth + (FIELDS.get(label, label) if not label.isdigit() else f"{int(label) + 1}.")
    if field in openings:
        return [f"{start}（入账的只有摘要）：{_plain(openings[field].value)}"]
    if isinstance(value, dict | list) and any(isinstance(item, dict | list | bytes) for item in _each(value)):
        items = value.items() if isinstance(value, dict) else ((str(i), item) for i, item in enumerate(value))
        below = [_field(name, item, f"{field}.{name}", depth + 1, openings) for name, item in items]
        return [f"{start}：", *(line for lines in below for line in lines)]
    return [f"{start}：{at_text(value) if label in MOMENTS and value is not None else _plain(value)}"]


def _each(value: dict[str, Any] | list[Any]) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value


def _plain(value: Any) -> str:
    if value is None:
        return "无"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, bytes):
        if len(value) <= _MOST_HEX:
            return value.hex()
        return f"{len(value)} 字节，SHA-256 {hashlib.sha256(value).hexdigest()}"
    if isinstance(value, list) and len(value) == 4 and value[0] == "file" and isinstance(value[3], bytes):
        return f"文件，{_text(str(value[1]))}，{value[2]} 字节，SHA-256 {value[3].hex()}"
    if isinstance(value, list):
        return "、".join(map(_plain, value)) or "无"
    if isinstance(value, dict):
        return "；".join(f"{FIELDS.get(name, name)} {_plain(item)}" for name, item in value.items())
    return _text(str(value))


def _text(text: str) -> str:
    return text.replace("\n", " ⏎ ")
