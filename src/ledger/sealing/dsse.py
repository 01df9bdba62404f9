"""A record's act as a DSSE envelope, the JSON form that in-toto's and sigstore's tools read.

The payload is the act's bytes, so the pre-authentication encoding is the very one that was signed, and a
stranger's library verifies it with nothing of ours. Only an ECDSA signature changes its spelling on the way:
those libraries expect DER where a record holds r‖s. `keyid` is the key id in hex.
"""

from __future__ import annotations

import json
from base64 import b64encode

from ledger.errors import LedgerError
from ledger.sealing import canon
from ledger.sealing.algorithms import ALGORITHMS
from ledger.sealing.envelope import ACT_TYPE
from ledger.sealing.record import unpack


def envelope(act: bytes, sig: bytes, *, alg: str, key: bytes) -> dict[str, object]:
    """The envelope around an act's bytes: payloadType, payload, one signature. Nothing is checked but `alg`.

    LedgerError `bad_key` for an algorithm that is not known.
    """
    algorithm = ALGORITHMS.get(alg)
    if algorithm is None:
        raise LedgerError("bad_key", detail=f"unknown algorithm {alg[:40]}")
    return {
        "payloadType": ACT_TYPE,
        "payload": b64encode(act).decode(),
        "signatures": [{"keyid": key.hex(), "sig": b64encode(algorithm.spelled_out(sig)).decode()}],
    }


def export(record: bytes, alg: str) -> str:
    """The JSON text for a stored record; `alg` is the algorithm under which its key was enrolled.

    LedgerError `bad_key`, or what the bytes are not: not_canonical, not_an_act, unknown_record.
    """
    stored = unpack(record)
    act = canon.decode(stored.act)
    key = act.get("key") if type(act) is dict else None
    if type(key) is not bytes:
        raise LedgerError("not_an_act", detail="no key is named")
    return json.dumps(envelope(stored.act, stored.sig, alg=alg, key=key), indent=1) + "\n"
