"""Texts on the ledger: regulation files and calendars, adopted by the digest of a document filed before."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple, Protocol

from ledger.calendars.calendars import Calendars
from ledger.calendars.closure import Closure
from ledger.calendars.edition import Edition
from ledger.calendars.reading import read as read_calendar
from ledger.errors import LedgerError
from ledger.regulations.model import Regulation
from ledger.regulations.reading import read as read_regulation
from ledger.rules.act import Act
from ledger.rules.tables import Tables


class Files(Protocol):
    """Documents that stand on the ledger in full."""

    def document(self, digest: bytes) -> bytes | None:
        """The bytes with this SHA-256, None if they are not there, or not whole."""
        ...


class Adopted(NamedTuple):
    """One adoption of one encoding of one version. `effective` is first and last day, as the adoption gives them."""

    regulation: Regulation
    act: Act

    @property
    def effective(self) -> tuple[str | None, str | None]:
        return self.act.data.effective_from, self.act.data.effective_to

    @property
    def in_force(self) -> bool:
        return bool(self.act.data.status == "in_force")


@dataclass(slots=True)
class Texts(Tables):
    """`versions`: by name (`nantong@2023`), encodings in the order they came. Which one governs a cycle is written at
    its opening. `proposed`: by proposal."""

    versions: MutableMapping[str, tuple[Adopted, ...]] = field(default_factory=dict)
    proposed: MutableMapping[str, Act] = field(default_factory=dict)
    calendars: Calendars = field(default_factory=Calendars)

    def encoding(self, name: str, revision: int | None = None) -> Adopted | None:
        """An encoding of a version; the newest if no revision is named."""
        known = self.versions.get(name, ())
        found = [each for each in known if revision is None or each.act.data.encoding == revision]
        return found[-1] if found else None

    def effective_on(self, day: str) -> list[Adopted]:
        """The newest encoding of every version whose adoption covers a day."""
        newest = [known[-1] for known in self.versions.values()]
        return [
            adopted
            for adopted in newest
            if (adopted.effective[0] or "9999") <= day <= (adopted.effective[1] or "9999")
        ]

    def span(self, adopted: Adopted) -> tuple[str | None, str | None]:
        """First and last day of a version: as its adoption says, else as the file does, cut short by what repeals it;
        None where nobody has said."""
        regulation = adopted.regulation
        first = adopted.effective[0] or regulation.effective.v
        last = adopted.effective[1] or (regulation.expiry.v if regulation.expiry is not None else None)
        for known in self.versions.values():
            other = known[-1]
            begins = other.effective[0] or other.regulation.effective.v
            if other.act.data.repeals == regulation.name and other.in_force and begins is not None:
                ends = (date.fromisoformat(begins) - timedelta(1)).isoformat()
                last = ends if last is None else min(last, ends)
        return first, last


Effect = Callable[[Texts, Act, Files], None]


def _adopted(part: Texts, act: Act, files: Files) -> None:
    data = files.document(act.data.document)
    if data is None:
        return
    try:
        regulation = regulation_of(data)
    except LedgerError:
        return  # the desk takes no act that adopts what cannot be read; whoever got past it adopted nothing
    known = part.versions.get(act.data.regulation, ())
    part.versions[act.data.regulation] = (*known, Adopted(regulation, act))


def _corrected(part: Texts, act: Act, files: Files) -> None:
    """Another encoding of the same text: effective as the version it mends."""
    before = part.encoding(act.data.regulation)
    data = files.document(act.data.document)
    if before is None or data is None:
        return
    try:
        regulation = regulation_of(data)
    except LedgerError:
        return
    part.versions[act.data.regulation] = (
        *part.versions[act.data.regulation],
        Adopted(regulation, _like(before.act, act)),
    )


def _like(adoption: Act, correction: Act) -> Act:
    """The adoption as it reads with the corrected encoding."""
    data = replace(
        adoption.data, document=correction.data.document, encoding=correction.data.encoding, proposal=None
    )
    return replace(correction, data=data)


def _proposed(part: Texts, act: Act, files: Files) -> None:
    part.proposed[act.data.proposal] = act


def _calendar(part: Texts, act: Act, files: Files) -> None:
    data = act.data
    if data.area is not None:
        closure = Closure(data.area, data.closed, data.ground or "closed")
        part.calendars = part.calendars.with_closure(closure)
        return
    document = files.document(data.document) if data.document is not None else None
    if document is None:
        return
    try:
        part.calendars = part.calendars.with_edition(calendar_of(document))
    except LedgerError:
        return  # as for regulations


@lru_cache(maxsize=64)
def regulation_of(data: bytes) -> Regulation:
    """The regulation in these bytes; LedgerError `regulation_unreadable`."""
    return read_regulation(data)


@lru_cache(maxsize=128)
def calendar_of(data: bytes) -> Edition:
    """The calendar edition in these bytes; LedgerError if it cannot be read."""
    return read_calendar(data)


EFFECTS: Final[dict[str, Effect]] = {
    "calendar_published": _calendar,
    "encoding_corrected": _corrected,
    "regulation_proposed": _proposed,
    "regulation_version_adopted": _adopted,
}
