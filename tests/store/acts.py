"""Canonical records for the store's tests. Nobody checks their signatures here: that is the desk's work."""

import itertools
import secrets
from hashlib import sha256

from ledger.sealing import canon, record

_numbers = itertools.count(1)


def act(kind="note_made", by="wang", cases=("registry:ledger",), data=None, size=None, ident=None):
    """The bytes of a well-formed act; `size` pads its data so that the act has about that many bytes."""
    fields = dict(data or {})
    value = {
        "acknowledges": [],
        "as": None,
        "at": "2024-03-01",
        "basis": [],
        "batch": None,
        "by": by,
        "cases": sorted(cases),
        "data": fields,
        "for": None,
        "id": ident or secrets.token_bytes(16),
        "key": bytes(32),
        "late": None,
        "ledger": bytes(32),
        "mode": "own",
        "seen": None,
        "signed": 1_700_000_000_000_000 + next(_numbers),
        "type": kind,
        "v": 1,
    }
    if size is not None:
        value["data"] = {"filling": b""}
        missing = size - len(canon.encode(value))
        value["data"] = {"filling": secrets.token_bytes(max(0, missing))}
    return canon.encode(value)


def sealed(act_bytes, recorded_at=1_700_000_000_000_000, desk="test"):
    """The record around an act."""
    return record.pack(recorded_at, desk, act_bytes, bytes(64))


def entry(recorded_at=1_700_000_000_000_000, **act_fields):
    """A record of a fresh act."""
    return sealed(act(**act_fields), recorded_at)


def refusal(inner, recorded_at=1_700_000_000_000_000):
    """The record of a refusal of the act `inner`."""
    data = {"act": inner, "breaches": [], "more": 0, "sig": bytes(64)}
    return sealed(act(kind="act_refused", by="machine", cases=("person:wang",), data=data), recorded_at)


def digest_of(record_bytes):
    """The digest of the act inside a record."""
    return sha256(record.unpack(record_bytes).act).digest()
