"""From what is stored to its index columns. The index is for finding, never evidence: it can be made again.

The library's event carries a type, bytes and tags. A ledger takes all three from the bytes alone (`of_record`),
so that nothing but a canonical record gets in, and no label on the outside can differ from what was signed.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Final, NamedTuple

from eventsourcing.dcb.api import DCBEvent

from ledger.acts.head import head_misfit
from ledger.errors import LedgerError
from ledger.sealing import canon, record

REFUSAL: Final = "act_refused"


class IndexRow(NamedTuple):
    """The index columns of one record. `digest` and `refused` are what it decides; None decides nothing."""

    recorded_at: int
    type: str
    signer: str
    digest: bytes | None
    refused: bytes | None
    tags: list[str]


Indexer = Callable[[DCBEvent], IndexRow]


def of_bytes(data: bytes) -> IndexRow:
    """The index columns of a record's stored bytes.

    LedgerError too_long, not_canonical, not_an_act or unknown_record for anything but a canonical record around
    a canonical act with a well-formed head. What `data` of the act holds is not judged, but for the envelope
    inside a refusal, whose digest is decided too.
    """
    if len(data) > record.MAX_RECORD:
        raise LedgerError("too_long", length=len(data), most=record.MAX_RECORD)
    stored = record.unpack(data)
    act = canon.decode(stored.act)
    misfit = head_misfit(act)
    if misfit is not None:
        raise LedgerError("not_an_act", detail=misfit)
    refused = None
    if act["type"] == REFUSAL:
        inner = act["data"].get("act")
        if type(inner) is not bytes:
            raise LedgerError("not_an_act", detail="a refusal without the refused act")
        refused = sha256(inner).digest()
    return IndexRow(
        stored.recorded_at, act["type"], act["by"], sha256(stored.act).digest(), refused, act["cases"]
    )


def of_record(event: DCBEvent) -> IndexRow:
    """The index columns of an event that carries a record; for ledgers.

    LedgerError as `of_bytes`, and store_bad_event if type or tags are not those of the act inside.
    """
    row = of_bytes(event.data)
    if event.type != row.type or event.tags != row.tags:
        raise LedgerError("store_bad_event", detail="type or tags differ from the act inside")
    return row


def event_of(data: bytes) -> DCBEvent:
    """The library's event around a record's stored bytes; LedgerError as `of_bytes`."""
    row = of_bytes(data)
    return DCBEvent(type=row.type, data=data, tags=row.tags)


def of_event(event: DCBEvent) -> IndexRow:
    """The index columns of any event of the library; for scratch stores, in which nothing is ever decided.

    LedgerError store_bad_event for what the tables cannot hold and give back unchanged.
    """
    if type(event.data) is not bytes or type(event.tags) is not list:
        raise LedgerError("store_bad_event", detail="data is not bytes, or tags are not a list")
    for text in (event.type, *event.tags):
        if type(text) is not str or not text or "\n" in text or "\0" in text or not _is_unicode(text):
            raise LedgerError(
                "store_bad_event", detail="a type or tag is empty or has a character it must not"
            )
    return IndexRow(0, event.type, "", None, None, list(event.tags))


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
