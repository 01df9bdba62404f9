"""The calendars that come with the software, 2004 to 2026: to be filed on a ledger, never to be used beside it.

A year that changed after its notice has several editions. Each file's exact bytes are what is put on a ledger as a
document and adopted by hash; from then on the ledger's own copy decides.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import Final

from ledger.calendars.calendars import Calendars
from ledger.calendars.reading import read
from ledger.errors import LedgerError

_ENDING: Final = ".txt"


@lru_cache(maxsize=1)
def ids() -> tuple[str, ...]:
    """Ids of all editions in the package, `2004-1` first."""
    names = [each.name for each in _folder().iterdir() if each.name.endswith(_ENDING)]
    return tuple(sorted((name.removesuffix(_ENDING) for name in names), key=_order))


def data(edition: str) -> bytes:
    """The exact bytes of an edition's file. LedgerError `calendar_edition_unknown`."""
    if edition not in ids():
        raise LedgerError("calendar_edition_unknown", edition=edition)
    return _folder().joinpath(edition + _ENDING).read_bytes()


@lru_cache(maxsize=1)
def everything() -> Calendars:
    """All of them as one collection."""
    found = Calendars()
    for edition in ids():
        found = found.with_edition(read(data(edition)))
    return found


def _folder() -> resources.abc.Traversable:
    return resources.files(__package__).joinpath("editions")


def _order(edition: str) -> tuple[int, ...]:
    return tuple(map(int, edition.split("-")))
