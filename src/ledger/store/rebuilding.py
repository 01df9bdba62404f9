"""Making the index again from the records alone: the part that is the same on every database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ledger.errors import LedgerError
from ledger.store.batch import EMPTY, Batch, Entry, follow
from ledger.store.index import of_bytes

Progress = Callable[[int, int], None]
"""Told how many records of how many are done."""

Pager = Callable[[int, int], list[tuple[int, bytes]]]
STEP: Final = 500


def rebuilt(page: Pager, total: int, location: str, progress: Progress | None = None) -> Iterator[Batch]:
    """The whole ledger as batches, from the first record on; nothing but one batch is held in memory.

    LedgerError store_gap if a position is missing, store_bad_record if one holds no record. Times and digests
    that stand twice are not judged here: verify names them, and an index has to be had to look at them.
    """
    head = EMPTY
    while records := page(head.size, STEP):
        entries = []
        for expected, (position, data) in enumerate(records, head.size + 1):
            if position != expected:
                raise LedgerError("store_gap", position=expected, location=location)
            entries.append(_entry(position, data, location))
        batch = follow(head, entries)
        yield batch
        head = batch.after
        if progress is not None:
            progress(head.size, total)


def _entry(position: int, data: object, location: str) -> Entry:
    try:
        if type(data) is not bytes:
            raise LedgerError("not_canonical", detail="not a byte string")
        return Entry.of(data, of_bytes(data))
    except LedgerError as error:
        raise LedgerError(
            "store_bad_record", position=position, reason=error.code, location=location
        ) from error
