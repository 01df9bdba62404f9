"""What the line-based texts of C2SP have in common: one spelling for one content.

Notes, receipts and anchors are read byte for byte: UTF-8, LF, no control characters, numbers without leading
zeros, base64 in its one canonical form.  A text that could be spelled differently is refused, so that nobody
can vary a signed text and have it still accepted.

`Malformed` stays within this room: every public reader turns it into the LedgerError of its own code.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from typing import Final

MOST_DECIMAL: Final = 2**63 - 1
_decimal = re.compile(r"(?:0|[1-9][0-9]{0,18})\Z").match
_note_control = re.compile(r"[\x00-\x09\x0b-\x1f]").search
_policy_control = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]").search


class Malformed(Exception):
    """A text is not as it must be; said once in Chinese and once in English."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.facts: dict[str, object] = {"detail": zh, "detail_en": en}


def text_of(data: str | bytes, most: int, policy: bool = False) -> str:
    """The text, if it is UTF-8 of at most `most` bytes, ends with LF and has no other control character.

    A policy file may hold tabs, but no DEL.
    """
    try:
        raw = data.encode() if isinstance(data, str) else data
        text = raw.decode()
    except UnicodeError:
        raise Malformed("不是 UTF-8 文本", "not UTF-8 text") from None
    if len(raw) > most:
        raise Malformed(f"文本过长（{len(raw)} 字节）", f"too long ({len(raw)} bytes)")
    if "\r" in text:
        raise Malformed("换行不是 LF（文件可能被编辑器改写过）", "line ends are not LF")
    if (_policy_control if policy else _note_control)(text):
        raise Malformed("含有控制字符", "holds a control character")
    if not text.endswith("\n"):
        raise Malformed("末行没有换行，文本可能不完整", "the last line has no line end")
    return text


def bytes_of(text: str, what_zh: str, what_en: str) -> bytes:
    """The bytes of canonical base64 with padding."""
    try:
        data = b64decode(text, validate=True)
    except (Base64Error, ValueError):
        data = None
    if data is None or b64encode(data).decode() != text:
        raise Malformed(f"{what_zh}不是规范的 base64", f"{what_en} is not canonical base64")
    return data


def base64_of(data: bytes) -> str:
    """Canonical base64 with padding, on one line."""
    return b64encode(data).decode()


def number_of(text: str, what_zh: str, what_en: str) -> int:
    """The number of ASCII digits without leading zeros, below 2**63."""
    number = int(text) if _decimal(text) else MOST_DECIMAL + 1
    if number > MOST_DECIMAL:
        raise Malformed(f"{what_zh}不是规范的十进制数", f"{what_en} is not a plain decimal number")
    return number
