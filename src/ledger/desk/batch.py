"""Whether what was handed in together is one batch: numbered 1 … n under one id, by one signer, whole."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.desk.door import Passed
from ledger.rules.breach import BreachFound
from ledger.rules.life.state import LedgerState


def batch_misfit(unit: Sequence[Passed | BreachFound], state: LedgerState) -> BreachFound | None:
    """What keeps the unit from being a batch, or a single act from standing alone. Acts that did not get through
    the door say nothing about the others."""
    acts = [each.act if isinstance(each, Passed) else None for each in unit]
    first = next((act for act in acts if act is not None), None)
    if first is None or (len(unit) == 1 and first["batch"] is None):
        return None
    batch_id = first["batch"][0] if first["batch"] else None
    if batch_id is not None and state.batches.get(batch_id) is not None:
        return _misfit("the batch id was used before")
    for number, act in enumerate(acts, 1):
        if act is not None and act["batch"] != [batch_id, number, len(unit)]:
            return _misfit(f"{number} / {len(unit)}")
        if act is not None and act["by"] != first["by"]:
            return _misfit("more than one signer")
    return None


def _misfit(detail: str) -> BreachFound:
    return BreachFound("batch_misfit", {"detail": detail})
