"""One record's bytes, examined without knowing any other record: the slow way, which has a name for everything."""

from __future__ import annotations

from typing import Any, Final

from ledger.audit.keyring import KeyRing
from ledger.errors import LedgerError
from ledger.rules.life.fact import Fact, of_record
from ledger.sealing import canon
from ledger.sealing.algorithms import PublicKey
from ledger.sealing.envelope import act_message

REFUSAL: Final = "act_refused"


def slowly(data: Any, keys: KeyRing) -> Fact:
    """The fact of whatever is stored, signature checked where the key is known."""
    if type(data) is not bytes:
        return Fact(
            None, None, None, b"", False, (("not_canonical", f"stored as {type(data).__name__}, not bytes"),)
        )
    fact, act_bytes = of_record(data)
    return fact if fact.act is None else signed(fact, act_bytes, keys[fact.act["key"]])


def signed(fact: Fact, act_bytes: bytes, public: PublicKey | None) -> Fact:
    """The fact with its signature judged under a key; not at all if there is none."""
    if public is None:
        return fact
    return fact._replace(sig_ok=public.verify(fact.sig, act_message(act_bytes)))


def inner_signed(act: dict[str, Any], keys: KeyRing) -> bool | None:
    """Whether the envelope inside a refusal is well signed; None if its key is not known, or it is no act."""
    try:
        inner = canon.decode(act["data"]["act"])
        public = keys[inner["key"]]
        return None if public is None else public.verify(act["data"]["sig"], act_message(act["data"]["act"]))
    except (LedgerError, KeyError, TypeError):
        return None
