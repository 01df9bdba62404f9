"""The reader: what it says of places that hold no ledger, and that it changes nothing."""

import contextlib
import sqlite3
import sys
from hashlib import sha256

import pytest

from ledger.audit import verify
from ledger.audit.reader import locate, open_source, sqlite
from ledger.errors import LedgerError
from tests.support.lives import random_life

MAKER = random_life(1, steps=6)


def code_of(place, **how):
    with pytest.raises(LedgerError) as caught:
        verify(place, **how)
    assert caught.value.exit in (2, 3, 4)
    assert str(place) in caught.value.message or "postgresql" in str(place)
    return caught.value.code


def database(folder):
    return contextlib.closing(sqlite3.connect(folder / "ledger.sqlite", isolation_level=None))


def test_no_ledger_there(tmp_path):
    assert code_of(tmp_path) == "store_missing"
    assert code_of(tmp_path / "none") == "store_missing"
    (tmp_path / "ledger.sqlite").write_bytes(b"")
    assert code_of(tmp_path) == "store_missing"
    sqlite3.connect(tmp_path / "ledger.sqlite").execute("PRAGMA user_version = 0").connection.close()
    assert code_of(tmp_path) == "store_missing"


def test_a_folder_where_the_file_should_be(tmp_path):
    (tmp_path / "ledger.sqlite").mkdir()
    assert code_of(tmp_path) == "store_missing"


def test_somebody_elses_file(tmp_path):
    (tmp_path / "ledger.sqlite").write_bytes(b"%PDF-1.7 and so on")
    assert code_of(tmp_path) == "store_foreign"
    (tmp_path / "ledger.sqlite").unlink()
    with database(tmp_path) as db:
        db.execute("CREATE TABLE photo(id INTEGER PRIMARY KEY, picture BLOB)")
    assert code_of(tmp_path) == "store_foreign"
    with database(tmp_path) as db:
        db.execute("CREATE VIEW record AS SELECT id AS position, picture AS bytes FROM photo")
    assert code_of(tmp_path) == "store_foreign", "a view can say anything"


def test_a_newer_version(tmp_path):
    folder = MAKER.write(tmp_path)
    with database(folder) as db:
        db.execute("PRAGMA user_version = 2")
    assert code_of(folder) == "store_newer"


def test_an_empty_ledger(tmp_path):
    folder = MAKER.write(tmp_path)
    with database(folder) as db:
        for table in ("record", "record_index", "decided", "node", "checkpoint"):
            db.execute(f"DELETE FROM {table}")
        db.execute("UPDATE head SET size = 0, recorded_at = 0, peaks = x'90'")
    (folder / "checkpoint.newest").unlink()
    report = verify(folder, anchors=[MAKER.anchor()], as_of=MAKER.now)
    assert [(f.code, f.position) for f in report.faults if f.effect == "fails"] == [("other_ledger", 1)]
    assert (report.size, report.root) == (0, sha256(b"").digest())


def test_damaged_in_the_middle(tmp_path):
    folder = MAKER.write(tmp_path)
    content = bytearray((folder / "ledger.sqlite").read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    (folder / "ledger.sqlite").write_bytes(content)
    assert code_of(folder) == "store_damaged"


def test_locked(tmp_path, monkeypatch):
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    folder = MAKER.write(tmp_path)
    with database(folder) as db:
        db.execute("BEGIN EXCLUSIVE")
        assert code_of(folder) == "store_locked"


def test_while_somebody_writes(tmp_path):
    folder = MAKER.write(tmp_path)
    with database(folder) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO record VALUES (999999, x'00')")
        report = verify(folder, anchors=[MAKER.anchor()], as_of=MAKER.now)
        db.execute("ROLLBACK")
    assert report.passes()


def test_nothing_is_changed(tmp_path):
    folder = MAKER.write(tmp_path)

    def contents():
        return {file.name: sha256(file.read_bytes()).digest() for file in folder.iterdir()}

    before = contents()
    assert verify(folder, anchors=[MAKER.anchor()], as_of=MAKER.now).passes()
    assert contents() == before


def test_a_medium_that_cannot_be_written(tmp_path, monkeypatch):
    """A ledger that was written in WAL mode, on a folder where SQLite can make no shared memory."""
    folder = MAKER.write(tmp_path)
    with database(folder) as db:
        db.execute("PRAGMA journal_mode = WAL")
    real = sqlite._try

    def denied(file, options):
        if "immutable" not in options:
            error = sqlite3.OperationalError("unable to open database file")
            error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
            raise error
        return real(file, options)

    monkeypatch.setattr(sqlite, "_try", denied)
    assert verify(folder, anchors=[MAKER.anchor()], as_of=MAKER.now).passes()
    (folder / "ledger.sqlite-wal").write_bytes(b"something is waiting here")
    assert code_of(folder) == "store_io", "what waits in the log would be left out"


def test_odd_positions(tmp_path):
    """A table of records without its key: text, numbers with a point and nothing at all as positions."""
    folder = MAKER.write(tmp_path)
    with database(folder) as db:
        db.execute("CREATE TABLE other AS SELECT * FROM record")
        db.execute("DROP TABLE record")
        db.execute("ALTER TABLE other RENAME TO record")
        db.execute("INSERT INTO record VALUES ('twelve', x'00'), (2.5, x'00'), (NULL, x'00'), (-7, x'00')")
        db.execute("INSERT INTO record SELECT * FROM record WHERE position = 3")
    report = verify(folder, anchors=[MAKER.anchor()], as_of=MAKER.now)
    wrong = [f.position for f in report.faults if f.code == "gap_or_order"]
    assert sorted(wrong, key=str) == sorted([-7, 3, None, None, None], key=str)


def test_text_that_is_no_text(tmp_path):
    folder = MAKER.write(tmp_path)
    with database(folder) as db:
        db.execute("UPDATE record_index SET type = CAST(x'FFFE' AS TEXT) WHERE position = 4")
        db.execute("UPDATE record SET bytes = CAST(bytes AS TEXT) WHERE position = 5")
        db.execute("UPDATE checkpoint SET note = CAST(x'FF' AS TEXT) WHERE rowid = 1")
    report = verify(folder, anchors=[MAKER.anchor()], as_of=MAKER.now)
    assert {(f.code, f.position) for f in report.faults} >= {
        ("index_differs", 4),
        ("not_canonical", 5),
        ("bad_checkpoint", None),
    }


def test_positions_at_the_end_of_the_numbers(tmp_path):
    folder = MAKER.write(tmp_path)
    with database(folder) as db:
        db.execute("INSERT INTO record VALUES (9223372036854775807, x'00')")
    report = verify(folder, anchors=[MAKER.anchor()], as_of=MAKER.now)
    end = len(MAKER.contents.records)
    assert ("gap_or_order", end + 1) in [(f.code, f.position) for f in report.faults]
    assert report.size == 2**63 - 1


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("postgresql://somebody:geheim@127.0.0.1:1/x", "store_unreachable"),
        ("postgresql://127.0.0.1:1/x?schema=Ledger", "store_bad_address"),
        ("postgresql://127.0.0.1:1/x?colour=red", "store_bad_address"),
        ("postgresql://[", "store_bad_address"),
    ],
)
def test_addresses(address, code):
    with pytest.raises(LedgerError) as caught:
        open_source(locate(address))
    assert caught.value.code == code
    assert "geheim" not in caught.value.message + str(caught.value.facts)


def test_no_driver(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert code_of("postgresql://127.0.0.1:1/x") == "store_no_driver"
