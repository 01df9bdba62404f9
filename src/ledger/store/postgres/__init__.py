"""A ledger in one schema of a PostgreSQL database. Needs the driver, which comes with the extra `postgres`."""

from ledger.store.postgres.making import create, migrate
from ledger.store.postgres.store import PostgresStore

__all__ = ["PostgresStore", "create", "migrate"]
