"""From what a person types to a ledger's store: a folder, or a postgresql:// address.

A ledger is only ever opened so, hence always with `of_record`: nothing but canonical records gets in.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

from ledger.errors import LedgerError
from ledger.store.port import Store
from ledger.store.sqlite import SQLiteStore

_SCHEMES = ("postgresql://", "postgres://")


def is_address(location: str | Path) -> bool:
    """Whether a location names a database server rather than a folder."""
    return isinstance(location, str) and location.startswith(_SCHEMES)


def create_store(location: str | Path) -> Store:
    """A new, empty ledger, opened; LedgerError store_exists if there is one, store_… if it cannot be made."""
    if is_address(location):
        _need_driver()
        from ledger.store.postgres import PostgresStore

        return PostgresStore.create(str(location))
    return SQLiteStore.create(Path(location))


def open_store(location: str | Path, *, readonly: bool = False, mending: bool = False) -> Store:
    """The ledger at a location.

    `readonly` opens to read and promises to write nothing; damage that does not hinder reading is let pass.
    `mending` opens to `reindex` a ledger whose index or guards are broken.
    LedgerError store_missing, store_foreign, store_newer, store_guards_missing, store_index_differs and others.
    """
    if is_address(location):
        _need_driver()
        from ledger.store.postgres import PostgresStore

        return PostgresStore(str(location), readonly=readonly, mending=mending)
    return SQLiteStore(Path(location), readonly=readonly, mending=mending)


def migrate_store(location: str | Path) -> None:
    """Bring a ledger's tables, guards and roles to this version; harmless on one that is up to date.

    A file has no roles and only one version so far: there it is opened, which says if something is wrong.
    """
    if is_address(location):
        _need_driver()
        from ledger.store.postgres import address, migrate

        migrate(address.parse(str(location)))
    else:
        open_store(location).close()


def _need_driver() -> None:
    if importlib.util.find_spec("psycopg") is None:
        raise LedgerError("store_no_driver")
