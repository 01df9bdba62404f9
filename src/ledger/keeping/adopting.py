"""Adopting texts: a regulation file or a calendar enters whole, in one batch with the act that adopts it."""

from __future__ import annotations

import hashlib
from typing import Any, Final

from ledger.acts.moments import instant_text
from ledger.calendars import published
from ledger.calendars.reading import read as read_calendar
from ledger.desk import Desk, Outcome
from ledger.keeping.hand import Hand
from ledger.regulations.packaged import parsed

PART: Final = 45_000
_REGISTRY: Final = ["registry:ledger"]


def regulation(
    hand: Hand, data: bytes, *, from_: str | None, to: str | None, issuer: str | None
) -> list[Outcome]:
    """Adopt the regulation in these bytes. LedgerError regulation_unreadable; the last outcome is the adoption's."""
    text = parsed(data)
    form = {
        "type": "regulation_version_adopted",
        "at": _now(hand),
        "data": {
            "document": hashlib.sha256(data).hexdigest(),
            "effective_from": from_,
            "effective_to": to,
            "encoding": text.revision,
            "issuer": issuer or hand.desk.state.authority,
            "regulation": text.name,
            "status": "in_force" if text.status == "in_force" else "draft",
        },
    }
    return _with_document(hand, data, form)


def calendar(hand: Hand, data: bytes) -> list[Outcome]:
    """Adopt the calendar edition in these bytes. LedgerError if it cannot be read."""
    edition = read_calendar(data)
    notice = edition.notices[-1] if edition.notices else None
    form = {
        "type": "calendar_published",
        "at": _now(hand),
        "data": {
            "document": hashlib.sha256(data).hexdigest(),
            "issue": edition.number,
            "number": (notice.number or None) if notice else None,
            "published_on": notice.issued.isoformat() if notice else f"{edition.year}-01-01",
            "year": edition.year,
        },
    }
    return _with_document(hand, data, form)


def lacking(desk: Desk, first: int, last: int) -> list[bytes]:
    """The packaged calendars of these years that the ledger does not have yet, in order."""
    known = {edition.id for edition in desk.look.procedure.texts.calendars.editions}
    found: list[bytes] = []
    for id_ in published.ids():
        data = published.data(id_)
        if id_ not in known and first <= read_calendar(data).year <= last:
            found.append(data)
    return found


def _with_document(hand: Hand, data: bytes, form: dict[str, Any]) -> list[Outcome]:
    """The act, behind the parts of its document where the ledger does not have that yet; all of it or nothing."""
    digest = hashlib.sha256(data).digest()
    if hand.desk.look.document(digest) is not None:
        return [hand.act(form)]
    pieces = [data[i : i + PART] for i in range(0, len(data), PART)] or [b""]
    parts = [
        {
            "type": "document_filed",
            "at": form["at"],
            "cases": _REGISTRY,
            "data": {"bytes": piece.hex(), "document": digest.hex(), "part": n, "parts": len(pieces)},
        }
        for n, piece in enumerate(pieces, 1)
    ]
    return hand.batch([*parts, form])


def _now(hand: Hand) -> str:
    return instant_text(hand.desk.clock())
