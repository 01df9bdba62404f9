"""Showing committed values to a person: the reading stands on the ledger before a value is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from ledger.acts.kinds import is_code
from ledger.desk.machine import Machine, Made
from ledger.errors import LedgerError
from ledger.rules.life.fact import of_record
from ledger.rules.life.state import LedgerState
from ledger.sealing.submission import Opening
from ledger.store.port import Store

QUARTER_HOUR: Final = 15 * 60 * 1_000_000
READERS: Final = ("custodian", "office", "oversight")
NO_CASE: Final = "registry:ledger"

Wanted = dict[str, set[str]]
"""Case → names of the fields that are to be shown."""


def demand_reader(state: LedgerState, person: str) -> None:
    """LedgerError read_not_allowed unless the person holds a post of custody, office or oversight."""
    posts = {post for duty in READERS for post in state.duties.get(duty, frozenset())}
    if not any(state.holds(person, post) for post in posts):
        raise LedgerError("read_not_allowed", person=person)


def demand_purpose(purpose: str) -> None:
    """LedgerError form_invalid unless the purpose is a code, as the record of the reading wants it."""
    if not is_code(purpose):
        zh, en = "代码（小写字母开头，只含小写字母、数字、下划线）", "a code"
        raise LedgerError("form_invalid", field="purpose", expected=zh, expected_en=en, near="", near_en="")


def wanted(rows: Iterable[dict[str, Any]], case: str | None) -> Wanted:
    """What rows of the log would show; without a case asked for, each row counts for its own first one."""
    fields: Wanted = {}
    for row in rows:
        if row.get("commitments"):
            where = case or next(iter(row["cases"]), NO_CASE)
            fields.setdefault(where, set()).update(row["commitments"])
    return fields


def unrecorded(store: Store, fields: Wanted, *, reader: str, purpose: str, now: int) -> Wanted:
    """What of it no reading of this quarter-hour covers: one record per reader, purpose, case and quarter-hour."""
    left = {case: set(names) for case, names in fields.items()}
    start = now - now % QUARTER_HOUR
    for _, stored in store.read_records(after=store.position_at(start - 1)):
        act = of_record(stored)[0].act
        if act is None or act["type"] != "vault_read":
            continue
        data = act["data"]
        if (data["reader"], data["purpose"]) == (reader, purpose) and data["case"] in left:
            left[data["case"]] -= set(data["fields"])
    return {case: names for case, names in left.items() if names}


def readings(machine: Machine, at: int, fields: Wanted, *, reader: str, purpose: str) -> list[Made]:
    """The acts of the machine that record the reading."""
    return [
        machine.vault_read(at, reader, case, sorted(names), purpose) for case, names in sorted(fields.items())
    ]


def opened(
    kept: dict[bytes, dict[str, Opening | None]],
    ledger: bytes,
    act_of: Callable[[bytes], dict[str, Any] | None],
) -> Callable[[bytes, str], tuple[str, Any]]:
    """Gives (state, value) of an act's field. A value is shown only if it is the one that was committed to."""

    def value(digest: bytes, field: str) -> tuple[str, Any]:
        fields = kept.get(digest, {})
        if field not in fields:
            return "missing", None
        opening, act = fields[field], act_of(digest)
        if opening is None or act is None or not opening.fits(ledger, act):
            return "wrong", None
        return "present", opening.value

    return value
