"""References: basis, keys, acts, document parts, refused envelopes and openings must lead somewhere."""

from __future__ import annotations

import hashlib
import re
from typing import Any, Final

from ledger.acts.head import head_misfit
from ledger.errors import LedgerError
from ledger.rules.life.fault import Fault
from ledger.rules.life.keys import public_key
from ledger.rules.life.lookback import earlier_act
from ledger.rules.life.state import Filing, LedgerState, Look
from ledger.sealing import canon
from ledger.sealing.commitments import commitment
from ledger.sealing.envelope import ACT_TYPE, verify
from ledger.sealing.record import unpack
from ledger.sealing.submission import value_at

MAX_BREACHES: Final = 12_000
_INDEX: Final = re.compile(r"(0|[1-9][0-9]{0,8})\Z").match  # no array here has more items


def basis_faults(state: LedgerState, p: int, act: dict[str, Any]) -> list[Fault]:
    """Every act may rest on registered documents, and on nothing else."""
    missing = next((digest for digest in act["basis"] if not state.is_document(digest)), None)
    return [] if missing is None else [_dangling(p, missing)]


def reference_faults(state: LedgerState, p: int, act: dict[str, Any], look: Look) -> list[Fault]:
    """Keys and acts that are not there: at most one fault a record."""
    data, missing = act["data"], None
    if act["type"] in ("key_confirmed", "key_revoked") and data["key"] not in state.keys:
        missing = data["key"]
    elif act["type"] in ("acts_confirmed", "signature_repudiated", "acts_set_aside"):
        missing = next((d for d in data["acts"] if earlier_act(state, look, d) is None), None)
    return [] if missing is None else [_dangling(p, missing)]


def _dangling(p: int, missing: bytes) -> Fault:
    return Fault("integrity", "fails", "dangling_reference", p, {"reference": missing.hex()})


def is_whole(data: dict[str, Any]) -> bool:
    """Whether the data of a `document_filed` are a document in one part, and just the one that they name."""
    alone = data["part"] == data["parts"] == 1
    return alone and bool(hashlib.sha256(data["bytes"]).digest() == data["document"])


def document_faults(state: LedgerState, p: int, data: dict[str, Any], look: Look) -> list[Fault]:
    """Another count of parts, a part again with other bytes, or a whole that is not the document."""
    filing = filing_of(state, data["document"], look)
    detail = None
    if data["part"] > data["parts"] or (filing is not None and filing.parts != data["parts"]):
        detail = "the number of parts does not agree"
    elif filing is not None and data["part"] in filing.have:
        if filing.have[data["part"]][1] != hashlib.sha256(data["bytes"]).digest():
            detail = "a part comes again with other bytes"
    elif len(filing.have if filing else ()) + 1 == data["parts"]:
        whole = hashlib.sha256()
        for number in range(1, data["parts"] + 1):
            whole.update(
                data["bytes"]
                if number == data["part"]
                else part_bytes(look, filing.have[number][0] if filing else 0)
            )
        if whole.digest() != data["document"]:
            detail = "the parts together are not the document"
    if detail is None:
        return []
    facts = {"document": data["document"].hex(), "detail": detail}
    return [Fault("integrity", "fails", "wrong_document", p, facts)]


def filing_of(state: LedgerState, document: bytes, look: Look) -> Filing | None:
    """What there is of a document; None if nothing is. Half its digest found among the whole ones is not believed:
    whoever files a part may name any digest, so the record is asked."""
    position = state.wholes.get(document)
    if position is not None and hashlib.sha256(part_bytes(look, position)).digest() == document:
        return Filing(1, {1: (position, document)}, complete=True)
    return state.filings.get(document)


def document_bytes(state: LedgerState, document: bytes, look: Look) -> bytes | None:
    """The document with this SHA-256; None unless it stands on the ledger whole."""
    filing = filing_of(state, document, look)
    if filing is None or not filing.complete:
        return None
    return b"".join(part_bytes(look, filing.have[number][0]) for number in sorted(filing.have))


def part_bytes(look: Look, position: int) -> bytes:
    """The bytes of an earlier part of a document; empty if its record is gone."""
    stored = look.record(position)
    if stored is None:
        return b""
    try:
        found = canon.decode(unpack(stored).act)["data"]["bytes"]
    except (LedgerError, KeyError, TypeError):
        return b""
    return found if isinstance(found, bytes) else b""


def refusal_faults(
    state: LedgerState, p: int, data: dict[str, Any], look: Look, signed: bool | None = None
) -> list[Fault]:
    """The refused envelope must be a person's own: canonical, of this ledger, under their key, well signed.

    `signed`: whether it is signed under the key it names, if that is known already.
    """
    inner, facts = data["act"], {"detail": ""}
    digest = hashlib.sha256(inner).digest()
    faults: list[Fault] = []
    seen = state.digests.get(digest)
    if seen is not None:
        faults.append(Fault("integrity", "fails", "replayed_act", p, {"first": seen}))
    detail = None
    try:
        act = canon.decode(inner)
        detail = head_misfit(act)
    except LedgerError:
        return [*faults, _not_theirs(p, "not canonical")]
    if detail is not None:
        return [*faults, _not_theirs(p, detail)]
    key = state.keys.get(act["key"])
    if act["ledger"] != state.ledger:
        faults.append(_not_theirs(p, "of another ledger"))
    elif key is None or key.person != act["by"]:
        faults.append(_not_theirs(p, "under a key that is not theirs"))
    else:
        if signed is None:
            public = public_key(key.alg, key.spki)
            signed = public is not None and verify(public, ACT_TYPE, inner, data["sig"])
        if not signed:
            faults.append(_not_theirs(p, "not signed by them"))
    shown = act["seen"]
    if shown is not None and not state.other_history and (shown[0] >= p or look.root(shown[0]) != shown[1]):
        faults.append(Fault("integrity", "remark", "other_history_shown", p, facts))
    return faults


def _not_theirs(p: int, detail: str) -> Fault:
    return Fault("authenticity", "fails", "refusal_not_theirs", p, {"detail": detail})


def opening_faults(state: LedgerState, p: int, openings: Any, look: Look) -> list[Fault]:
    """Each opening must give the commitment that the named act holds in the named field."""
    if type(openings) is not list:
        return [_wrong_opening(p, "not a list")]
    for opening in openings:
        detail = _opening_misfit(state, opening, look)
        if detail is not None:
            return [_wrong_opening(p, detail)]
    return []


def _opening_misfit(state: LedgerState, opening: Any, look: Look) -> str | None:
    if type(opening) is not dict or opening.keys() != {"act", "field", "salt", "value"}:
        return "not of the four parts"
    digest, field, salt = opening["act"], opening["field"], opening["salt"]
    if type(digest) is not bytes or type(field) is not str or type(salt) is not bytes or len(salt) != 32:
        return "a part has the wrong type"
    act = earlier_act(state, look, digest)
    if act is None:
        return "the act is not there"
    held = value_at(act["data"], field)
    if state.ledger is None or type(held) is not bytes:
        return "the field holds no commitment"
    try:
        made = commitment(state.ledger, act["by"], act["id"], field, salt, opening["value"])
    except LedgerError:
        return "the value cannot be encoded"
    return None if made == held else "the value is another"


def _wrong_opening(p: int, detail: str) -> Fault:
    return Fault("integrity", "fails", "wrong_opening", p, {"detail": detail})
