"""The desk's log: one JSON line a decision. Ids, types, positions and codes; never a value behind a commitment,
a key, a password or the text of an act."""

from __future__ import annotations

import structlog

from ledger.desk.door import Passed
from ledger.desk.outcome import Accepted, Checked, Outcome, Refused
from ledger.rules.breach import BreachFound, class_of

_log = structlog.get_logger("review_ledger.desk")


def decided(each: Passed | BreachFound, outcome: Outcome, desk: str) -> None:
    """Log one decision, if the program has set up logging; a library is silent by itself."""
    if not structlog.is_configured():
        return
    about: dict[str, object] = {"desk": desk, "act": outcome.act.hex()}
    if isinstance(each, Passed):
        about |= {"by": each.act["by"], "type": each.act["type"], "key": each.act["key"].hex()}
    if isinstance(outcome, Accepted):
        _log.info("accepted", position=outcome.position, size=outcome.size, **about)
    elif isinstance(outcome, Refused | Checked) and outcome.breaches:
        codes = [breach.code for breach in outcome.breaches]
        about |= {"codes": codes, "refusal": class_of(outcome.breaches)}
        recorded = outcome.recorded_as if isinstance(outcome, Refused) else None
        _log.info(
            "would_refuse" if isinstance(outcome, Checked) else "refused", recorded_as=recorded, **about
        )
    else:
        _log.info("would_accept" if isinstance(outcome, Checked) else "undecided", **about)


def failed(code: str, desk: str, **facts: object) -> None:
    """Log that nothing could be decided."""
    if not structlog.is_configured():
        return
    _log.warning("not_decided", desk=desk, code=code, **{k: str(v) for k, v in facts.items()})
