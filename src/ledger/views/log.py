"""The log: records as they stand, in order (contract: log). Persons are ids, commitments stay closed unless the
caller brings a way to open them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ledger.acts.committed import commitments
from ledger.acts.moments import instant_text
from ledger.acts.registry import TYPES
from ledger.rules.breach import breaches_in
from ledger.rules.life.fact import Fact, of_act, of_record
from ledger.store.port import Store

Reveal = Callable[[bytes, str], Any]
"""Gives (state, value) of an act's field; state is present, erased, withheld or missing."""


def rows(
    store: Store,
    *,
    case: str | None = None,
    kind: str | None = None,
    upto: int | None = None,
    reveal: Reveal | None = None,
) -> Iterator[dict[str, Any]]:
    """The records up to a position, those of one case or type if asked."""
    for position, data in store.read_records():
        if upto is not None and position > upto:
            return
        fact, _ = of_record(data)
        if fact.act is None:
            if case is None and kind is None:
                yield {"position": position, "unreadable": [code for code, _ in fact.faults]}
            continue
        if (kind is None or fact.act["type"] == kind) and (case is None or case in _cases(fact)):
            yield _row(position, fact, reveal)


def _cases(fact: Fact) -> set[str]:
    """The act's own cases; of a refusal also those of the envelope inside."""
    assert fact.act is not None
    cases = set(fact.act["cases"])
    if fact.act["type"] == "act_refused" and fact.known:
        inner = of_act(0, fact.act["data"]["act"], b"").act
        cases |= set(inner["cases"]) if inner is not None else set()
    return cases


def _row(position: int, fact: Fact, reveal: Reveal | None) -> dict[str, Any]:
    act = fact.act
    assert act is not None
    assert fact.recorded_at is not None
    assert fact.digest is not None
    refused = None
    if act["type"] == "act_refused" and fact.known:
        refused = [breach.json() for breach in breaches_in(act["data"])]
    return {
        "position": position,
        "recorded_at": instant_text(fact.recorded_at),
        "type": act["type"],
        "by": act["by"],
        "as": act["as"],
        "for": act["for"],
        "mode": act["mode"],
        "at": instant_text(act["at"]) if isinstance(act["at"], int) else act["at"],
        "act": fact.digest.hex(),
        "cases": act["cases"],
        "data": plain(act["data"]),
        "commitments": _commitments(fact, reveal),
        "refused": refused,
    }


def _commitments(fact: Fact, reveal: Reveal | None) -> dict[str, Any]:
    act = fact.act
    assert act is not None
    assert fact.digest is not None
    kind = TYPES.get(act["type"], act["v"])
    if kind is None or not fact.known:
        return {}
    shown = {}
    for name, made in commitments(kind, act["data"]):
        state, value = reveal(fact.digest, name) if reveal is not None else ("closed", None)
        shown[name] = {"committed": made.hex(), "value": plain(value), "state": state}
    return shown


def plain(value: Any) -> Any:
    """A decoded value as JSON holds it: bytes as hex."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def text(row: dict[str, Any]) -> str:
    """A record in one line, for people."""
    if "unreadable" in row:
        return f"{row['position']:>6}  （无法解读：{'、'.join(row['unreadable'])}）"
    who = row["by"] + (f"（{row['as']}）" if row["as"] else "")
    refused = "".join(f"  拒绝：{breach['code']}" for breach in row["refused"] or ())
    return f"{row['position']:>6}  {row['recorded_at'][:19]}  {row['type']:<20}  {who}{refused}"
