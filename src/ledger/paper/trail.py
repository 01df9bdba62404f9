"""A trail from elsewhere: JSON lines, one act a line, read and checked before anything is stored.

    {"type": "call_published", "actor": "office", "at": "2023-04-20", "data": {…}, "for": …}

Only the form is checked here, every line of it: the type is known and the data fit. What the rules make of the trail is
told by an audit, so a faulty trail imports whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from ledger.acts.kinds import is_ident
from ledger.acts.registry import TYPES
from ledger.client.compose import compose
from ledger.client.signer import Signer
from ledger.errors import LedgerError

MOST: Final = 512 * 1024 * 1024
KEYS: Final = frozenset({"type", "actor", "at", "for", "data"})


@dataclass(frozen=True, slots=True)
class Line:
    """One act of the trail. `whose`: body, party or person whose act it is."""

    number: int
    type: str
    whose: str
    at: str
    data: dict[str, Any]

    def form(self, **head: Any) -> dict[str, Any]:
        """The form of a transcribed act."""
        return {
            "type": self.type,
            "at": self.at,
            "for": self.whose,
            "mode": "transcribed",
            "data": self.data,
            **head,
        }


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a line."""

    line: int
    code: str
    message: str

    def json(self) -> dict[str, Any]:
        return {"line": self.line, "code": self.code, "message": self.message}


def read(data: bytes) -> tuple[list[Line], list[Wrong]]:
    """Every line that can be read, and every mistake of form, by line."""
    lines: list[Line] = []
    wrong: list[Wrong] = []
    for number, text in _lines(data):
        try:
            lines.append(_line(number, text))
        except LedgerError as error:
            wrong.append(Wrong(number, error.code, error.message))
    return lines, wrong


def misfits(lines: list[Line], signer: Signer, ledger: bytes) -> list[Wrong]:
    """Lines whose data do not fit their type, whoever acts."""
    wrong = []
    for line in lines:
        try:
            compose(line.form(**{"for": signer.person}), signer, ledger=ledger)
        except LedgerError as error:
            wrong.append(Wrong(line.number, error.code, error.message))
    return wrong


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    for number, text in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if text.strip():
            yield number, text


def _line(number: int, text: bytes) -> Line:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LedgerError("trail_line_unreadable", detail=str(error)[:80]) from None
    if not isinstance(found, dict) or not isinstance(found.get("data"), dict):
        raise LedgerError("trail_line_unreadable", detail="不是带有 data 的对象")
    unknown = sorted(found.keys() - KEYS)
    if unknown:
        raise LedgerError("trail_line_unreadable", detail=f"不认识的键 {unknown[0]}")
    type_, at, whose = found.get("type"), found.get("at"), found.get("for") or found.get("actor")
    kind = TYPES.get(type_, TYPES.newest(type_) or 0) if isinstance(type_, str) else None
    if kind is None or kind.life:
        raise LedgerError("trail_type_unknown", type=str(type_))
    if not isinstance(at, str) or not isinstance(whose, str) or not whose:
        raise LedgerError("trail_line_unreadable", detail="缺少 actor 或 at")
    return Line(number, kind.name, whose, at, found["data"])


def ident_of(name: str, taken: set[str]) -> str:
    """An id for a name of the trail: the name itself if it can be one."""
    plain = "".join(c for c in name.lower() if c.isascii() and c.isalnum())[:22]
    if is_ident(name) and not name[0].isdigit():
        return name
    plain = plain if plain[:1].isalpha() else "body" + plain
    made = plain.ljust(4, "0")
    number = 1
    while made in taken:
        number += 1
        made = f"{plain}{number}".ljust(4, "0")
    return made
