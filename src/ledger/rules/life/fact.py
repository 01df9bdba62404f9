"""A fact: what stored bytes say, before anybody judges it. Made by the desk and by verify's workers alike."""

from __future__ import annotations

import hashlib
from typing import Any, Final, NamedTuple

from ledger.acts.head import MACHINE, data_misfit, head_misfit
from ledger.acts.registry import TYPES
from ledger.errors import LedgerError
from ledger.sealing import canon
from ledger.sealing.record import MAX_ACT, MAX_MACHINE_ACT, MAX_RECORD, unpack

# Types whose data the walk never looks at; verify's workers leave it out of what they hand over.
DATA_FREE: Final = frozenset({"document_registered"})
# The type of which the same is true if a whole document comes in one part, its digest being that of its bytes.
FILING: Final = "document_filed"


class Fact(NamedTuple):
    """`act` is None if the bytes hold no well-formed envelope. `known`: (type, v) is in the registry and data
    fits. `faults`: codes found in the bytes alone. `sig_ok` is None where no key with that id is known.
    `inner_ok`: the same of the envelope inside a refusal, if somebody has checked that already."""

    recorded_at: int | None
    digest: bytes | None
    act: dict[str, Any] | None
    sig: bytes
    known: bool
    faults: tuple[tuple[str, str], ...]
    sig_ok: bool | None = None
    inner_ok: bool | None = None


def of_record(data: bytes) -> tuple[Fact, bytes]:
    """The fact of stored record bytes, signature not yet checked, and the act's bytes (empty if there are none)."""
    faults: tuple[tuple[str, str], ...] = ()
    if len(data) > MAX_RECORD:
        faults = (("too_long", f"{len(data)} > {MAX_RECORD}"),)
    try:
        record = unpack(data)
    except LedgerError as error:
        return Fact(None, None, None, b"", False, (*faults, (error.code, str(error.facts))[:2])), b""
    return of_act(record.recorded_at, record.act, record.sig, faults), record.act


def of_act(recorded_at: int, act_bytes: bytes, sig: bytes, faults: tuple[tuple[str, str], ...] = ()) -> Fact:
    """The fact of an act's bytes as they are, or would be, recorded."""
    digest = hashlib.sha256(act_bytes).digest()
    try:
        act = canon.decode(act_bytes)
    except LedgerError as error:
        return Fact(
            recorded_at, digest, None, sig, False, (*faults, (error.code, str(error.facts["detail"])))
        )
    detail = head_misfit(act)
    if detail is not None:
        return Fact(recorded_at, digest, None, sig, False, (*faults, ("not_an_act", detail)))
    if len(act_bytes) > MAX_ACT and (act["by"] != MACHINE or len(act_bytes) > MAX_MACHINE_ACT):
        faults = (*faults, ("too_long", f"{len(act_bytes)}"))
    kind = TYPES.get(act["type"], act["v"])
    if kind is None:
        return Fact(recorded_at, digest, act, sig, False, (*faults, ("unknown_type", act["type"])))
    detail = data_misfit(act, kind)
    if detail is not None:
        return Fact(recorded_at, digest, act, sig, False, (*faults, ("not_an_act", detail)))
    return Fact(recorded_at, digest, act, sig, True, faults)
