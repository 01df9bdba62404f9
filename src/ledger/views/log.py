"""The log: records as they stand, in order (contract: log). Persons are ids, commitments stay closed unless the
caller brings a way to open them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ledger.acts.committed import commitments
from ledger.acts.moments import instant_text
from ledger.acts.registry import TYPES
from ledger.errors.names import ACT_TYPES
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
                yield _unreadable(position, fact)
            continue
        if (kind is None or fact.act["type"] == kind) and (case is None or case in _cases(fact)):
            yield _row(position, fact, reveal)


def _cases(fact: Fact) -> set[str]:
    """The act's own cases; of a refusal also those of the envelope inside."""
    assert fact.act is not None
    attempt = _attempt(fact)
    inner = attempt.act["cases"] if attempt is not None and attempt.act is not None else ()
    return {*fact.act["cases"], *inner}


def _attempt(fact: Fact) -> Fact | None:
    """The envelope inside a refusal; None for every other act."""
    assert fact.act is not None
    if fact.act["type"] != "act_refused" or not fact.known:
        return None
    return of_act(0, fact.act["data"]["act"], b"")


def _unreadable(position: int, fact: Fact) -> dict[str, Any]:
    """A record whose bytes hold no act: where it stands, when it came in if that can be told, and why."""
    names = ("type", "by", "as", "for", "mode", "at", "act", "data", "refused", "attempt")
    at = None if fact.recorded_at is None else instant_text(fact.recorded_at)
    row: dict[str, Any] = {"position": position, "recorded_at": at, **dict.fromkeys(names)}
    return {**row, "cases": [], "commitments": {}, "unreadable": [code for code, _ in fact.faults]}


def _row(position: int, fact: Fact, reveal: Reveal | None) -> dict[str, Any]:
    act = fact.act
    assert act is not None
    assert fact.recorded_at is not None
    assert fact.digest is not None
    attempt = _attempt(fact)
    refused = None if attempt is None else [breach.json() for breach in breaches_in(act["data"])]
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
        "attempt": None if attempt is None else _attempted(attempt),
    }


def _attempted(attempt: Fact) -> dict[str, Any]:
    """What somebody tried and was refused; an envelope that cannot be read has only its digest."""
    act, digest = attempt.act or {}, attempt.digest
    return {"act": digest.hex() if digest else None, "by": act.get("by"), "type": act.get("type")}


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
    """A record in one line, for people; a refusal says its reasons below."""
    start = f"{row['position']:>6}  {(row['recorded_at'] or '（时间不明）')[:19]}"
    if "unreadable" in row:
        return f"{start}  （无法解读：{'、'.join(row['unreadable'])}）"
    who = row["by"] + (f"（{row['as']}）" if row["as"] else "")
    what = _named(row["type"])
    if row["attempt"] is not None and row["attempt"]["type"] is not None:
        what += f"：{row['attempt']['by']} 的“{_named(row['attempt']['type'])}”"
    why = "".join(f"\n{'':>8}{breach['message']}（{breach['code']}）" for breach in row["refused"] or ())
    return f"{start}  {what}  {who}{why}"


def _named(kind: str) -> str:
    return f"{ACT_TYPES[kind]} {kind}" if kind in ACT_TYPES else kind
