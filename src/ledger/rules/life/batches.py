"""Batches: entered together, all or nothing. Consecutive records 1…of, same signer, same moment (format §2).

One fault a batch id, at the first record that carries it.
"""

from __future__ import annotations

from ledger.rules.life.fact import Fact
from ledger.rules.life.fault import Fault
from ledger.rules.life.state import Batch, LedgerState


def step(state: LedgerState, p: int, fact: Fact) -> tuple[Batch | None, set[bytes], list[Fault]]:
    """The batch that is open after record p, ids found broken by it, and their faults."""
    open_, faults = state.batch, []
    broken: set[bytes] = set()

    def report(batch_id: bytes, first: int) -> None:
        if batch_id not in state.broken and batch_id not in broken:
            broken.add(batch_id)
            faults.append(_fault(batch_id, first))

    member = fact.act["batch"] if fact.act is not None else None
    if open_ is not None and member is not None and _continues(open_, member, fact):
        assert fact.act is not None
        return (_next(open_), broken, faults) if open_.next < open_.of else (None, broken, faults)
    if open_ is not None:
        report(open_.id, open_.first)
    if member is None:
        return None, broken, faults
    assert fact.act is not None
    batch_id, number, of = member
    first = state.batches.get(batch_id)
    if first is not None or number != 1:
        report(batch_id, first or p)
        return None, broken, faults
    if of == 1:
        return None, broken, faults
    return Batch(batch_id, of, 2, p, fact.act["by"], fact.recorded_at or 0), broken, faults


def unfinished(state: LedgerState) -> list[Fault]:
    """The batch that the end of the ledger cuts off."""
    if state.batch is None or state.batch.id in state.broken:
        return []
    return [_fault(state.batch.id, state.batch.first)]


def _continues(open_: Batch, member: list[object], fact: Fact) -> bool:
    assert fact.act is not None
    return (
        member == [open_.id, open_.next, open_.of]
        and fact.act["by"] == open_.by
        and fact.recorded_at == open_.recorded_at
    )


def _next(open_: Batch) -> Batch:
    return Batch(open_.id, open_.of, open_.next + 1, open_.first, open_.by, open_.recorded_at)


def _fault(batch_id: bytes, first: int) -> Fault:
    return Fault("completeness", "fails", "batch_broken", first, {"batch": batch_id.hex()})
