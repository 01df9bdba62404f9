"""The store in a PostgreSQL schema: for several desks on several machines.

Correct at every isolation level, because the only thing two writers meet at is the one row of `head`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any

import psycopg
from eventsourcing.dcb.api import DCBQuery, DCBSequencedEvent
from psycopg.sql import SQL, Composed, Identifier

from ledger.errors import LedgerError
from ledger.store.batch import EMPTY, Batch, Head
from ledger.store.index import Indexer, of_record
from ledger.store.matching import matching, sequenced
from ledger.store.port import Moved, Store
from ledger.store.postgres import schema
from ledger.store.postgres.address import Address, parse
from ledger.store.postgres.errors import as_ours, is_conflict, is_lost, reason, translated
from ledger.store.postgres.making import create
from ledger.store.postgres.sessions import Connection, Sessions, open_session
from ledger.store.postgres.statements import DIALECT, Statements, append_parameters, int8s, row_parameters
from ledger.store.rebuilding import Progress, rebuilt


class PostgresStore(Store):
    """The ledger at an address, used with the rights of its desk, or with `readonly` of its reader.

    `mending` admits a ledger whose guards or index are broken, so that `reindex` can mend it.
    """

    def __init__(
        self, location: str, index: Indexer = of_record, *, readonly: bool = False, mending: bool = False
    ) -> None:
        self.address: Address = parse(location)
        super().__init__(self.address.shown, index)
        self._readonly = readonly
        self._do = Statements(self.address)
        role = self.address.role("reader" if readonly else "desk")
        self._sessions = Sessions(self.address, role, on_lost=self._forget)
        try:
            if readonly or mending:
                self._sessions.reading(lambda connection: None)
            else:
                self._check_guards()
                self.check_index()
        except BaseException:  # whatever it was, no connection must stay open
            self.close()
            raise

    @classmethod
    def create(cls, location: str, index: Indexer = of_record) -> PostgresStore:
        """A new, empty ledger with its roles; LedgerError store_exists if the schema is there."""
        create(parse(location))
        return cls(location, index)

    def close(self) -> None:
        """Close every connection."""
        self._sessions.close()

    # ---- writing ----

    def commit(self, batch: Batch) -> None:
        """Write a batch; raise `Moved` unless the head is the one it stands on.

        If the connection breaks meanwhile, the same statement is sent once more on a new one: the head lets only
        one of the two through, and the records then tell whether that was ours.
        """
        if self._readonly:
            raise LedgerError("store_readonly", location=self.location)
        parameters = append_parameters(batch)
        try:
            self._write(batch, parameters)
        except psycopg.OperationalError:  # only a broken connection gets here
            self._forget()
            self._write_again(batch, parameters)

    def _write_again(self, batch: Batch, parameters: dict[str, object]) -> None:
        try:
            self._write(batch, parameters)
        except Moved:
            stored = self.page(batch.before.size, len(batch.entries))
            if stored != [(position, entry.data) for position, entry in batch.numbered()]:
                raise
        except psycopg.OperationalError as error:
            raise LedgerError("store_outcome_unknown", address=self.location) from error
        except LedgerError as error:
            if error.code in ("store_unreachable", "store_refused"):
                raise LedgerError("store_outcome_unknown", address=self.location) from error
            raise

    def _write(self, batch: Batch, parameters: dict[str, object]) -> None:
        with self._sessions.writing() as connection:
            try:
                row = connection.execute(self._do.append, parameters, prepare=True, binary=True).fetchone()
            except psycopg.Error as error:
                if is_lost(error):
                    raise
                if is_conflict(error) or error.sqlstate in (schema.DOUBLED, schema.GUARDED):
                    # If the head has moved too, somebody was faster, and that is all there is to it.
                    if is_conflict(error) or self._head_on(connection) != batch.before:
                        raise Moved from error
                    raise self._contradiction(connection, batch, error) from error
                raise as_ours(error, self.address, self._sessions.role) from error
            if row is None or row[0] != 1:
                raise Moved

    def _contradiction(self, connection: Connection, batch: Batch, error: psycopg.Error) -> LedgerError:
        # The head says that the next places are free, and a row was refused all the same.
        if error.diag.table_name != "decided":
            return LedgerError(
                "store_index_differs", what=reason(error, self.address), location=self.location
            )
        earlier = dict[bytes, int]()
        for digest, position in batch.decided():
            row = connection.execute(self._do.decided, (digest,)).fetchone()
            if row is not None or digest in earlier:
                return LedgerError("store_decided_twice", position=row[0] if row else earlier[digest])
            earlier[digest] = position
        return LedgerError("store_index_differs", what="decided", location=self.location)

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the ledger's other desks; see `Store.turn`."""
        if self._readonly:
            raise LedgerError("store_readonly", location=self.location)
        with self._sessions.turn():
            yield

    def add_checkpoint(self, size: int, note: str) -> None:
        """Keep a published note; the same note again changes nothing."""
        if self._readonly:
            raise LedgerError("store_readonly", location=self.location)
        values = {"size": size, "note": note}
        self._sessions.writing_again(lambda connection: connection.execute(self._do.add_checkpoint, values))

    def reindex(self, progress: Progress | None = None) -> Head:
        """Make the index and the guards again from the records; one transaction, as the ledger's owner."""
        self._forget()
        owner = self.address.role("owner")
        with (
            translated(self.address, owner),
            open_session(self.address, owner, writes=True) as connection,
            connection.transaction(),
        ):
            return self._rebuild(connection, progress)

    def _rebuild(self, connection: Connection, progress: Progress | None) -> Head:
        for statement in schema.emptied(self.address):
            connection.execute(statement)
        for table, name in schema.strange_triggers(connection, self.address):
            connection.execute(
                SQL("DROP TRIGGER {} ON {}.{}").format(
                    Identifier(name), Identifier(self.address.schema), Identifier(table)
                )
            )
        for statement in schema.guards(self.address):
            connection.execute(statement)

        def page(after: int, limit: int) -> list[tuple[int, bytes]]:
            return connection.execute(self._do.page, (after, limit), binary=True).fetchall()

        head = EMPTY
        row = connection.execute(self._do.count).fetchone()
        for batch in rebuilt(page, row[0] if row else 0, self.location, progress):
            connection.execute(self._do.rebuild, row_parameters(batch), binary=True)
            head = batch.after
        connection.execute(self._do.set_head, (head.size, head.recorded_at, head.packed_peaks))
        return head

    # ---- reading ----

    def head(self) -> Head:
        """The end of the line as it is now."""
        return self._sessions.reading(self._head_on)

    def select(self, query: DCBQuery, after: int, upto: int, limit: int) -> list[DCBSequencedEvent]:
        """At most `limit` matching events with `after` < position <= `upto`, in order."""
        where, values = matching(query, DIALECT)
        statement = SQL(
            "SELECT position, type, tags, bytes FROM {s}.record_index JOIN {s}.record USING (position)"
            " WHERE position > %s AND position <= %s AND {where} ORDER BY position LIMIT %s"
        ).format(s=Identifier(self.address.schema), where=SQL(where))
        return [sequenced(row) for row in self._rows(statement, (after, upto, *values, limit))]

    def page(self, after: int, limit: int) -> list[tuple[int, bytes]]:
        """The first `limit` records behind position `after`."""
        return self._rows(self._do.page, (after, limit))

    def decided(self, digest: bytes) -> int | None:
        """The position that decided the act with this digest, or None."""
        return self._number(self._do.decided, digest)

    def position_at(self, moment: int) -> int:
        """The last position taken in at or before `moment`; 0 if none was."""
        return self._number(self._do.position_at, moment) or 0

    def checkpoints(self, after: int = 0) -> list[tuple[int, str]]:
        """The published notes of sizes beyond `after`, by size."""
        return self._rows(self._do.checkpoints, (after,))

    def _stored_nodes(self, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
        levels, numbers = int8s(level for level, _ in places), int8s(number for _, number in places)
        rows = self._rows(self._do.nodes, (levels, numbers)) if places else []
        return {(level, number): digest for level, number, digest in rows}

    # ---- shared ----

    def _rows(self, statement: Composed, values: Sequence[object]) -> list[Any]:
        return self._sessions.reading(lambda c: c.execute(statement, values, binary=True).fetchall())

    def _number(self, statement: Composed, value: bytes | int) -> int | None:
        rows = self._rows(statement, (value,))
        return int(rows[0][0]) if rows else None

    def _head_on(self, connection: Connection) -> Head:
        return self._head_of(connection.execute(self._do.head, binary=True).fetchone())

    def _check_guards(self) -> None:
        wrong = self._sessions.reading(lambda connection: schema.wrong_guards(connection, self.address))
        if wrong:
            raise LedgerError("store_guards_missing", location=self.location, what=", ".join(wrong))
