"""The ledger before this one: is it the one that record 1 names?"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from ledger.audit.reader import Place, open_source
from ledger.audit.recheck import tree_of
from ledger.errors import LedgerError
from ledger.rules.life.fault import Fault
from ledger.sealing.record import unpack


def compare(named: tuple[bytes, bytes, int] | None, place: Place | None) -> list[Fault]:
    """What there is to say about the `predecessor` of record 1 (its id, root and size), given its place or none."""
    if named is None:
        return [] if place is None else [Fault("authenticity", "remark", "predecessor_not_named", None)]
    if place is None:
        return [Fault("authenticity", "remark", "predecessor_not_compared", 1)]
    ledger, root, size = named
    with open_source(place) as source:
        last = source.last()
        if _ledger_id(source.record(1)) != ledger:
            return [_differs("编号不同", "its id is another")]
        if last < size:
            return [_differs(f"只有 {last} 条记录", f"it has only {last} records")]
        if tree_of(source, size).root(size) != root:
            return [_differs("内容不同", "its records give another root")]
    return []


def _ledger_id(data: Any) -> bytes | None:
    try:
        return sha256(unpack(data if type(data) is bytes else b"").act).digest()
    except LedgerError:
        return None


def _differs(zh: str, en: str) -> Fault:
    return Fault("authenticity", "fails", "predecessor_differs", 1, {"detail": zh, "detail_en": en})
