"""The statements of a store, written out once for its schema.

An append is one statement, hence one round trip and one transaction: it moves the head row if that is still
where the batch stands, and every other row comes from a join with that. A writer who comes second waits for the
row, sees it moved, and inserts nothing (READ COMMITTED) or is told so (stricter levels); both mean the same.
Rows travel as arrays, so the statement is the same for one record and for a thousand.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, LiteralString

from psycopg.sql import Composed
from psycopg.types.numeric import Int8

from ledger.store.batch import Batch
from ledger.store.matching import Dialect
from ledger.store.postgres.address import Address
from ledger.store.postgres.schema import named

DIALECT: Final = Dialect(value="%s", tag=r"strpos(E'\n' || tags || E'\n', %s) > 0")

# An absent digest travels as an empty one: an array of nothing but nulls would have no type.
_FRESH: Final[LiteralString] = """fresh AS MATERIALIZED (
    SELECT %(before)b::int8 + nth AS position, bytes, recorded_at, type, signer,
        nullif(digest, '') AS digest, nullif(refused, '') AS refused, tags
    FROM moved, unnest(%(bytes)b::bytea[], %(times)b::int8[], %(types)b::text[], %(signers)b::text[],
        %(digests)b::bytea[], %(refused)b::bytea[], %(tags)b::text[])
        WITH ORDINALITY AS t(bytes, recorded_at, type, signer, digest, refused, tags, nth)
)"""
_ROWS: Final[LiteralString] = """
index_rows AS (
    INSERT INTO {s}.record_index SELECT position, recorded_at, type, signer, digest, refused, tags FROM fresh
),
node_rows AS (
    INSERT INTO {s}.node SELECT t.* FROM moved,
        unnest(%(levels)b::int8[], %(numbers)b::int8[], %(hashes)b::bytea[]) AS t(level, number, hash)
),
decided_rows AS (
    INSERT INTO {s}.decided
    SELECT digest, position FROM fresh WHERE digest IS NOT NULL
    UNION ALL SELECT refused, position FROM fresh WHERE refused IS NOT NULL
"""
_APPEND: Final[LiteralString] = (
    """WITH moved AS (
    UPDATE {s}.head SET size = %(size)b::int8, recorded_at = %(recorded_at)b::int8, peaks = %(peaks)b
    WHERE one = 1 AND size = %(before)b::int8 AND peaks = %(before_peaks)b RETURNING 1
),
"""
    + _FRESH
    + """,
record_rows AS (INSERT INTO {s}.record SELECT position, bytes FROM fresh),"""
    + _ROWS
    + ") SELECT count(*) FROM moved"
)
_REBUILD: Final[LiteralString] = (
    "WITH moved AS (SELECT 1),\n"
    + _FRESH
    + ","
    + _ROWS
    + "ON CONFLICT DO NOTHING) SELECT count(*) FROM moved"
)


class Statements:
    """Every statement, for one ledger's schema."""

    def __init__(self, address: Address) -> None:
        def make(text: LiteralString) -> Composed:
            return named(text, address)

        self.append = make(_APPEND)
        self.rebuild = make(_REBUILD)
        self.head = make("SELECT size, recorded_at, peaks FROM {s}.head WHERE one = 1")
        self.page = make(
            "SELECT position, bytes FROM {s}.record WHERE position > %s ORDER BY position LIMIT %s"
        )
        self.decided = make("SELECT position FROM {s}.decided WHERE digest = %s")
        self.position_at = make(
            "SELECT position FROM {s}.record_index WHERE recorded_at <= %s ORDER BY position DESC LIMIT 1"
        )
        self.nodes = make(
            "SELECT level, number, hash FROM {s}.node"
            " JOIN unnest(%b::int8[], %b::int8[]) AS t(level, number) USING (level, number)"
        )
        self.checkpoints = make(
            'SELECT size, note FROM {s}.checkpoint WHERE size > %s ORDER BY size, note COLLATE "C"'
        )
        self.add_checkpoint = make(
            "INSERT INTO {s}.checkpoint(size, note) SELECT %(size)s::int8, %(note)s::text WHERE NOT EXISTS"
            " (SELECT 1 FROM {s}.checkpoint WHERE size = %(size)s::int8 AND note = %(note)s::text)"
        )
        self.count = make("SELECT count(*) FROM {s}.record")
        self.set_head = make("INSERT INTO {s}.head VALUES (1, %s, %s, %s)")


def int8s(numbers: Iterable[int]) -> list[Int8]:
    """Numbers that travel as bigint whatever their size, so that one prepared statement serves them all."""
    return [Int8(number) for number in numbers]


def row_parameters(batch: Batch) -> dict[str, object]:
    """The rows of a batch as arrays."""
    rows = [entry.row for entry in batch.entries]
    return {
        "before": Int8(batch.before.size),
        "bytes": [entry.data for entry in batch.entries],
        "times": int8s(row.recorded_at for row in rows),
        "types": [row.type for row in rows],
        "signers": [row.signer for row in rows],
        "digests": [row.digest or b"" for row in rows],
        "refused": [row.refused or b"" for row in rows],
        "tags": ["\n".join(row.tags) for row in rows],
        "levels": int8s(level for level, _, _ in batch.nodes),
        "numbers": int8s(number for _, number, _ in batch.nodes),
        "hashes": [digest for _, _, digest in batch.nodes],
    }


def append_parameters(batch: Batch) -> dict[str, object]:
    """The rows, and the head from which to which."""
    return {
        **row_parameters(batch),
        "size": Int8(batch.after.size),
        "recorded_at": Int8(batch.after.recorded_at),
        "peaks": batch.after.packed_peaks,
        "before_peaks": batch.before.packed_peaks,
    }
