"""PostgreSQL: one read-only transaction on the ledger's schema. The driver is imported only here, when needed."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from ledger.audit.reader.source import Row, Source
from ledger.errors import LedgerError

if TYPE_CHECKING:
    import psycopg

DEFAULT_SCHEMA: Final = "review_ledger"
PORTION: Final = 8192
_SCHEMA: Final = re.compile(r"[a-z][a-z0-9_]{0,62}\Z")
_CODES: Final = {
    "42501": "store_privilege",
    "55P03": "store_locked",
    "57014": "store_locked",
    "58030": "store_io",
    "3F000": "store_missing",
}
_SECRET: Final = ("password", "sslpassword", "sslkey", "passfile")


class PostgresSource(Source):
    """LedgerError store_bad_address, store_no_driver, store_unreachable, store_refused, store_missing, …"""

    def __init__(self, address: str) -> None:
        url, schema = split_address(address)
        try:
            import psycopg
            from psycopg.conninfo import conninfo_to_dict
        except ImportError:
            raise LedgerError("store_no_driver") from None
        self._psycopg = psycopg
        try:
            self._parameters = conninfo_to_dict(url)
        except psycopg.ProgrammingError:
            raise LedgerError("store_bad_address", detail="PostgreSQL does not accept it") from None
        self.location = self._shown(schema)
        try:
            self._db = psycopg.connect(url, autocommit=False)
        except psycopg.OperationalError as error:
            code = "store_refused" if "FATAL:" in str(error) else "store_unreachable"
            raise LedgerError(code, address=self.location, detail=self._cleaned(str(error))) from None
        try:
            self._begin(schema)
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        self._db.close()

    def rows(self, first: int, last: int) -> list[Row]:
        found = self._query(
            "SELECT position, bytes FROM record WHERE position BETWEEN ? AND ? ORDER BY position",
            (first, last),
        )
        return [row for row in found if type(row[0]) is int]

    def holding(self, needle: bytes, after: int) -> Iterator[bytes]:
        for portion in self._stream(
            "SELECT bytes FROM record WHERE position > ? AND position(? IN bytes) > 0", (after, needle)
        ):
            yield from (data for (data,) in portion if type(data) is bytes)

    def odd_positions(self) -> list[Any]:
        condition = "position IS NULL OR position < 1 OR position <> floor(position)"
        return [p for (p,) in self._query(f"SELECT position FROM record WHERE {condition} LIMIT 1000")]

    def checkpoints(self) -> list[tuple[Any, Any]]:
        return self._query("SELECT size, note FROM checkpoint ORDER BY size")

    def _begin(self, schema: str) -> None:
        with self._translated():
            self._db.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            there = self._db.execute("SELECT to_regnamespace(%s)", (schema,)).fetchone()
            if there is None or there[0] is None:
                raise LedgerError("store_missing", location=self.location)
            kind = self._db.execute(
                "SELECT relkind::text FROM pg_class WHERE relname = 'record' AND relnamespace ="
                " to_regnamespace(%s)",
                (schema,),
            ).fetchone()
            if kind is None or kind[0] != "r":
                raise LedgerError("store_foreign", location=self.location)
            # Only this schema, and not the session's temporary one before it.
            self._db.execute(
                "SELECT set_config('search_path', quote_ident(%s) || ', pg_temp', false)", (schema,)
            )

    def _query(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._translated(), self._db.transaction(), self._db.cursor(binary=True) as cursor:
            # The savepoint keeps one unreadable index table from ending the whole transaction.
            return cursor.execute(_marked(sql), parameters).fetchall()

    def _stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[list[tuple[Any, ...]]]:
        with self._db.cursor("portions", binary=True) as cursor:
            with self._translated():
                cursor.execute(_marked(sql), parameters)
            while True:
                with self._translated():
                    portion = cursor.fetchmany(PORTION)
                if not portion:
                    return
                yield portion

    def _shown(self, schema: str) -> str:
        host, base = self._parameters.get("host", ""), self._parameters.get("dbname", "")
        user, port = self._parameters.get("user"), self._parameters.get("port")
        login, door = f"{user}@" if user else "", f":{port}" if port else ""
        return f"postgresql://{login}{host}{door}/{base}?schema={schema}"

    def _cleaned(self, text: str) -> str:
        for name in _SECRET:
            secret = str(self._parameters.get(name) or "")
            for form in (secret, quote(secret, safe="")):
                text = text.replace(form, "***") if form else text
        return " ".join(text.split())

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except self._psycopg.Error as error:
            raise self._ours(error) from None
        except (OverflowError, UnicodeError, ValueError) as error:
            raise LedgerError("store_damaged", location=self.location, detail=type(error).__name__) from error

    def _ours(self, error: psycopg.Error) -> LedgerError:
        state = error.sqlstate or ""
        lost = isinstance(error, self._psycopg.OperationalError) and not state
        code = "store_unreachable" if lost or state.startswith("08") else _CODES.get(state, "store_damaged")
        detail = self._cleaned(error.diag.message_primary or str(error) or type(error).__name__)
        return LedgerError(code, location=self.location, address=self.location, detail=detail, role="reader")


def split_address(address: str) -> tuple[str, str]:
    """The address as the driver takes it, and the schema; LedgerError store_bad_address without repeating it."""
    try:
        parts = urlsplit(address)
        options = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        raise LedgerError("store_bad_address", detail="not a URL") from None
    schema = next((value for name, value in reversed(options) if name == "schema"), DEFAULT_SCHEMA)
    if not _SCHEMA.match(schema):
        raise LedgerError("store_bad_address", detail="schema")
    rest = urlencode([(name, value) for name, value in options if name != "schema"], quote_via=quote)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, rest, "")), schema


def _marked(sql: str) -> Any:
    return sql.replace("?", "%s")
