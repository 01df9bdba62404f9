"""Recovery keys on paper: a page that a person can keep in an envelope for years and type in again.

The secret (PKCS #8 and the first five bytes of its SHA-256) is written in base32, which has no letters that
look alike, in numbered lines. Each line ends in two letters of its own check, so that whoever types it in
learns which line is wrong.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from base64 import b32decode, b32encode
from typing import Final

from ledger.errors import LedgerError
from ledger.sealing.algorithms import PrivateKey, load_private

_PER_LINE: Final = 24
_GROUP: Final = 4
_TAIL: Final = 5
# What people write for the letters when they do not know that the digits are not used.
_LOOKALIKES: Final = str.maketrans("018", "OIB")
_line = re.compile(r"\s*([0-9]{1,2})[\s.:,)]+([A-Z0-9\s-]+)\Z").match


def to_paper(private: PrivateKey, *, person: str, origin: str, ledger: bytes | None = None) -> str:
    """The page, to be printed and never stored."""
    pkcs8 = private.pkcs8()
    secret = b32encode(pkcs8 + _check(pkcs8)).decode().rstrip("=")
    pieces = [secret[i : i + _PER_LINE] for i in range(0, len(secret), _PER_LINE)]
    lines = [
        f"{number:02}  {_grouped(piece)}  {_mark(number, piece)}" for number, piece in enumerate(pieces, 1)
    ]
    head = [
        "评审账本 · 恢复密钥",
        "",
        f"持有人：{person}",
        f"账本来源：{origin}",
        f"账本编号：{ledger.hex() if ledger else '（账本建立后填写）'}",
        f"密钥算法：{private.alg}",
        f"密钥编号：{private.key_id.hex()}",
        "",
    ]
    foot = [
        "",
        f"共 {len(lines)} 行，每行末尾两位是该行的校验码。录入时不分大小写，空格可省。",
        "凭足够份数的恢复密钥可以补办遗失的密钥，因此得到本页即等于得到一份恢复权。",
        "请打印后装袋密封、分人分处保管；不要拍照、扫描或存入电脑。启封须有记录。",
    ]
    return "\n".join([*head, *lines, *foot]) + "\n"


def from_paper(text: str) -> PrivateKey:
    """The key on a page, or in its numbered lines alone, typed in any order.

    LedgerError `paper_unreadable`, saying which line is wrong or missing.
    """
    found: dict[int, str] = {}
    for raw in text.splitlines():
        match = _line(unicodedata.normalize("NFKC", raw).upper())
        if match is None:
            continue
        number = int(match[1])
        typed = re.sub(r"[\s-]", "", match[2]).translate(_LOOKALIKES)
        piece, mark = typed[:-2], typed[-2:]
        if not 1 <= len(piece) <= _PER_LINE or mark != _mark(number, piece):
            raise _unreadable(f"第 {number} 行与校验码不符", line=number)
        if found.setdefault(number, piece) != piece:
            raise _unreadable(f"第 {number} 行出现两次且内容不同", line=number)
    if not found:
        raise _unreadable("没有找到带行号的内容")
    for number in range(1, max(found) + 1):
        if number not in found:
            raise _unreadable(f"缺少第 {number} 行", line=number)
    secret = "".join(found[number] for number in sorted(found))
    try:
        data = b32decode(secret + "=" * (-len(secret) % 8))
    except ValueError:
        raise _unreadable("行数不对") from None
    pkcs8, check = data[:-_TAIL], data[-_TAIL:]
    if check != _check(pkcs8):
        raise _unreadable("总校验不符，可能缺少最后一行，或混入了另一页的内容")
    return load_private(pkcs8)


def _check(pkcs8: bytes) -> bytes:
    return hashlib.sha256(pkcs8).digest()[:_TAIL]


def _mark(number: int, piece: str) -> str:
    return b32encode(hashlib.sha256(f"{number} {piece}".encode()).digest())[:2].decode()


def _grouped(piece: str) -> str:
    return " ".join(piece[i : i + _GROUP] for i in range(0, len(piece), _GROUP))


def _unreadable(detail: str, **facts: int) -> LedgerError:
    return LedgerError("paper_unreadable", detail=detail, **facts)
