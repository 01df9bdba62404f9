"""A good act and good data of every ledger-life type, for tests to spoil one part at a time."""

from typing import Any

D1, D2, D3 = (bytes([n]) * 32 for n in (1, 2, 3))
ID = b"i" * 16
NOTE = (
    "ledger.example/test\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— ledger.example/test AAAAAAE=\n"
)


def head(**parts: Any) -> dict[str, Any]:
    """A well-formed act of a type that only touches itself; `parts` (with `as_`, `for_`) override."""
    act = {
        "acknowledges": [],
        "as": "office/clerk",
        "at": 1_700_000_000_000_000,
        "basis": [],
        "batch": None,
        "by": "wang1",
        "cases": ["registry:ledger"],
        "data": {"key": D1},
        "for": None,
        "id": ID,
        "key": D2,
        "late": None,
        "ledger": D3,
        "mode": "own",
        "seen": None,
        "signed": 1_700_000_000_000_000,
        "type": "key_confirmed",
        "v": 1,
    }
    act.update({name.rstrip("_"): value for name, value in parts.items()})
    return act


KEYOBJ = {"alg": "ed25519", "pop": b"p", "spki": b"s"}
FOUNDER = {"alg": "p256-sha256", "person": "wang1", "pop": b"p", "post": "office/head", "spki": b"s"}
HOLDER = {"alg": "ed25519", "person": "li12", "pop": b"p", "spki": b"s"}
DUTIES = {name: ["office/head"] for name in ("confirming", "custodian", "office", "oversight", "registrar")}
BREACH = {
    "article": None,
    "code": "post_not_held",
    "facts": [["a", "x"], ["b", ""]],
    "positions": [1, 7],
    "rule": None,
}
OPENING = {"act": D1, "field": "reason", "salt": D2, "value": ["any", {"value": None}]}

DATA: dict[str, dict[str, Any]] = {
    "ledger_opened": {
        "authority": "某市市场监督管理局",
        "checkpoint_keys": ["ledger.example/test+00000000+AQ=="],
        "checkpoint_proofs": [NOTE],
        "duties": DUTIES,
        "engine": 0,
        "founders": [FOUNDER, {**FOUNDER, "person": "li12"}],
        "kind": "live",
        "machine": KEYOBJ,
        "nonce": ID,
        "origin": "ledger.example/test",
        "predecessor": None,
        "recovery": {"k": 1, "keys": [HOLDER]},
        "tolerance": 900_000_000,
        "witness_due": 172_800_000_000,
    },
    "founding_accepted": {},
    "key_enrolled": {"alg": "ed25519", "person": "wang1", "pop": b"p", "spki": b"s"},
    "key_confirmed": {"key": D1},
    "key_revoked": {"doubtful_from": None, "key": D1, "reason": "lost"},
    "post_assigned": {"person": "wang1", "post": "office/clerk"},
    "post_ended": {"person": "wang1", "post": "office/clerk", "reason": "left"},
    "duties_changed": {"duty": "office", "posts": ["a", "b/c"], "reason": D1},
    "acts_confirmed": {"acts": [D1, D2]},
    "signature_repudiated": {"acts": [D1, D2], "reason": D3},
    "acts_set_aside": {"acts": [D1, D2], "ground": "stolen_key"},
    "document_filed": {"bytes": b"content", "document": D1, "part": 1, "parts": 2},
    "document_registered": {
        "date": None,
        "file": D1,
        "how": "post",
        "issuer": "某区人民政府",
        "kind": "copy",
        "number": None,
        "received": "2026-01-05T09:30",
    },
    "act_refused": {"act": b"a", "breaches": [BREACH], "more": 0, "sig": b"s"},
    "refusals_throttled": {"count": 3, "day": "2026-01-05", "first": D1, "person": "wang1"},
    "vault_read": {
        "case": "person:wang1",
        "fields": ["a.0.b", "name"],
        "purpose": "review",
        "reader": "li12",
    },
    "commitment_opened": {"openings": [OPENING]},
    "ledger_closed": {"reason": "finished", "successor": None},
}


def act_of(kind: str, **parts: Any) -> dict[str, Any]:
    """A well-formed act of that type."""
    return head(type=kind, data=DATA[kind], **parts)
