"""Founding at the desk: the acts are judged in memory first; what stands the test goes in with one append."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Sequence

from ledger import files
from ledger.desk.door import enter
from ledger.desk.fold import Fold
from ledger.desk.keyring import Keyring
from ledger.desk.line import Declined, Line
from ledger.desk.place import Place
from ledger.errors import LedgerError
from ledger.rules.breach import BreachFound
from ledger.sealing.submission import Opening, Submission
from ledger.store.memory import MemoryStore
from ledger.store.open import create_store
from ledger.store.port import Store
from ledger.store.sqlite.files import DATABASE


class _NoVault:
    def put_many(self, values: Iterable[tuple[bytes, Iterable[Opening]]]) -> None:
        raise LedgerError("desk_failed")  # there is no ledger id yet to commit values under


def rehearse(
    place: Place, keyring: Keyring, founding: Sequence[Submission], *, desk: str, clock: Callable[[], int]
) -> list[bytes]:
    """The records that a new ledger begins with, by these keys; nothing is written.

    LedgerError with the code of the first breach, or desk_keys_damaged.
    """
    store = MemoryStore()
    line = Line(store, Fold(store), None, None, desk=desk, clock=clock, confirmed=True)
    for submission in founding:
        entered = enter(submission, line.fold.state)
        if isinstance(entered, BreachFound):
            raise LedgerError(entered.code, **entered.facts)
        (answer,) = line.run([[entered]], _NoVault())
        if isinstance(answer, LedgerError):
            raise answer
        if isinstance(answer[0], Declined):
            breach = answer[0].breaches[0]
            raise LedgerError(breach.code, **breach.facts)
    keyring.demand_for(line.fold.state, place.desk_keys)
    return [data for _, data in store.read_records()]


def establish(place: Place, keyring: Keyring, records: Sequence[bytes], before: Callable[[], None]) -> None:
    """Make the ledger of these records. Its keys, and what `before` writes, are on the disk before its first record.

    LedgerError ledger_exists, store_exists and the like; then no ledger is there, and no file of it.
    """
    fresh, taken = not place.home.exists(), (place.home / DATABASE).exists()
    files.folder(place.home)
    try:
        with create_store(place.location) as store:
            _fill(store, place, keyring, records, before)
    except BaseException:  # also when somebody loses patience: half a founding is of no use
        # Unless its records may be there: then its keys are, and all of it stays.
        if not taken and not place.desk_keys.exists():
            _take_away(place)
        if fresh:
            with contextlib.suppress(OSError):
                place.home.rmdir()
        raise


def _fill(
    store: Store, place: Place, keyring: Keyring, records: Sequence[bytes], before: Callable[[], None]
) -> None:
    keyring.save(place.desk_keys)
    try:
        before()
        store.append_records(records, after=0)
    except BaseException:  # see above
        with contextlib.suppress(LedgerError, OSError):
            if not store.head().size:
                place.desk_keys.unlink()
        raise


def _take_away(place: Place) -> None:
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            (place.home / f"{DATABASE}{suffix}").unlink(missing_ok=True)
