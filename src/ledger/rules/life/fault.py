"""A fault: one thing that is wrong with one record, under one of the five verdicts."""

from __future__ import annotations

from typing import Any, Final, Literal, NamedTuple

Verdict = Literal["integrity", "authenticity", "completeness", "time", "authority"]
Effect = Literal["fails", "undecided", "remark"]


class Fault(NamedTuple):
    """`position` is None where no single record is to blame. `facts` fill the sentence of the catalogue."""

    verdict: Verdict
    effect: Effect
    code: str
    position: int | None
    facts: dict[str, Any] = {}  # noqa: RUF012  # never written to


# A record with one of these changes no keys, posts, documents or answered doubts (format §5).
_CANCELLING: Final = frozenset(
    {
        "not_canonical",
        "not_an_act",
        "unknown_record",
        "unknown_type",
        "wrong_ledger",
        "replayed_act",
        "replayed_id",
        "bad_signature",
        "founding_wrong",
        "bad_key",
        "bad_pop",
        "after_close",
        "refusal_not_theirs",
        "dangling_reference",
    }
)


def cancels(faults: list[Fault]) -> bool:
    """Whether these faults keep the record from having its effect."""
    return any(f.code in _CANCELLING or f.code.startswith(("key_", "post_")) for f in faults)
