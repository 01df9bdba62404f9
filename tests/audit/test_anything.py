"""Whatever stands in a row, a column or a file: verify gives a report or a LedgerError, nothing else."""

import contextlib
import shutil
import sqlite3
import tempfile
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.audit import Report, recheck, verify
from ledger.audit.reader.postgres import split_address
from ledger.errors import LedgerError
from ledger.sealing import canon, record
from ledger.sealing.envelope import ACT_TYPE, sign
from tests.support import folders
from tests.support.ledgers import Contents
from tests.support.lives import random_life

MAKER = random_life(3, steps=12, papers=0.5)
COLUMNS = {
    "record": ("position", "bytes"),
    "checkpoint": ("size", "note"),
    "record_index": ("position", "recorded_at", "type", "signer", "digest", "refused", "tags"),
    "decided": ("digest", "position"),
    "head": ("one", "size", "recorded_at", "peaks"),
    "node": ("level", "number", "hash"),
}
ITEM = ("act", "field", "salt", "value")

numbers = st.integers(-(2**63), 2**63 - 1) | st.integers(-2, 60)
cells = st.none() | numbers | st.floats(allow_nan=False) | st.text(max_size=40) | st.binary(max_size=80)
canonical = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    | st.binary(max_size=40)
    | st.sampled_from([a.digest for a in MAKER.added]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return MAKER.write(tmp_path_factory.mktemp("sound"))


@contextlib.contextmanager
def copied(sound):
    with tempfile.TemporaryDirectory() as name:
        yield Path(shutil.copytree(sound, Path(name) / "ledger"))


def outcome(folder, **how):
    """A report whose every form can be made, or an error of the family."""
    try:
        report = verify(folder, anchors=[MAKER.anchor()], as_of=MAKER.now, jobs=1, **how)
    except LedgerError as error:
        assert error.message
        return error
    assert isinstance(report, Report)
    assert report.text()
    assert set(report.json()["verdicts"].values()) <= {"holds", "fails", "undecided"}
    return report


@contextlib.contextmanager
def opened(file):
    """The file without any of SQLite's help in keeping it sound."""
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA ignore_check_constraints = ON")
        yield db


def loosened(db, table):
    """The table again, without keys, types or constraints."""
    names = ", ".join(COLUMNS.get(table, ITEM))
    db.execute(f"CREATE TABLE loose AS SELECT {names} FROM {table}")
    db.execute(f"DROP TABLE {table}")
    db.execute(f"CREATE TABLE {table}({names})")
    db.execute(f"INSERT INTO {table} SELECT * FROM loose")
    db.execute("DROP TABLE loose")


@given(st.data())
def test_any_value_in_any_column(sound, data):
    with copied(sound) as folder:
        with opened(folder / "ledger.sqlite") as db:
            for _ in range(data.draw(st.integers(1, 3))):
                table = data.draw(st.sampled_from(sorted(COLUMNS)))
                column = data.draw(st.sampled_from(COLUMNS[table]))
                if data.draw(st.booleans()):
                    loosened(db, table)
                value, which = data.draw(cells), data.draw(st.integers(0, 40))
                with contextlib.suppress(sqlite3.Error):  # what the schema still refuses is tried loosened
                    first = COLUMNS[table][0]
                    db.execute(
                        f"UPDATE {table} SET {column} = ? WHERE {first} IN"
                        f" (SELECT {first} FROM {table} ORDER BY {first} LIMIT 1 OFFSET ?)",
                        (value, which),
                    )
        outcome(folder)


@given(st.data())
def test_any_schema(sound, data):
    with copied(sound) as folder:
        with opened(folder / "ledger.sqlite") as db:
            table = data.draw(st.sampled_from(sorted(COLUMNS)))
            change = data.draw(
                st.sampled_from(["drop", "rename", "view", "column", "empty", "without rowid"])
            )
            if change == "drop":
                db.execute(f"DROP TABLE {table}")
            elif change == "rename":
                db.execute(f"ALTER TABLE {table} RENAME TO other")
            elif change == "view":
                db.execute(f"ALTER TABLE {table} RENAME TO other")
                db.execute(f"CREATE VIEW {table} AS SELECT * FROM other")
            elif change == "column":
                db.execute(
                    f"ALTER TABLE {table} RENAME COLUMN {data.draw(st.sampled_from(COLUMNS[table]))} TO x"
                )
            elif change == "empty":
                db.execute(f"DELETE FROM {table}")
            else:
                names = ", ".join(COLUMNS[table])
                db.execute(f"ALTER TABLE {table} RENAME TO other")
                db.execute(f"CREATE TABLE {table}({names}, PRIMARY KEY({COLUMNS[table][0]})) WITHOUT ROWID")
                with contextlib.suppress(sqlite3.Error):
                    db.execute(f"INSERT INTO {table} SELECT * FROM other")
        outcome(folder)


@given(st.sampled_from(["ledger.sqlite", "vault.sqlite", "checkpoint.newest"]), st.data())
def test_any_bytes_in_any_file(sound, name, data):
    with copied(sound) as folder:
        content = bytearray((folder / name).read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            at = data.draw(st.integers(0, len(content)) | st.integers(0, min(200, len(content))))
            piece = data.draw(st.binary(max_size=60))
            content[at : at + len(piece)] = piece
        if data.draw(st.booleans()):
            del content[data.draw(st.integers(0, len(content))) :]
        (folder / name).write_bytes(content)
        outcome(folder)
        with contextlib.suppress(LedgerError):
            recheck(folder)


@given(st.binary(max_size=300), st.integers(0, 20))
def test_any_bytes_as_a_record(sound, content, where):
    with copied(sound) as folder:
        records = [*MAKER.contents.records]
        records.insert(where, content)
        folders.write(
            Contents(records, MAKER.contents.checkpoints, MAKER.contents.newest, MAKER.contents.vault), folder
        )
        report = outcome(folder)
        assert isinstance(report, Report)
        assert not report.passes()


@given(st.data())
def test_any_well_signed_act(sound, data):
    """Acts that are wrong in what they say, not in who signs them, and so reach every rule."""
    with copied(sound) as folder:
        records, now = [*MAKER.contents.records], MAKER.now
        for _ in range(data.draw(st.integers(1, 4))):
            actor = data.draw(st.sampled_from([*MAKER.actors.values(), MAKER.machine]))
            old = data.draw(st.sampled_from(MAKER.added)).act
            act = {**old, "by": actor.person, "key": actor.key.key_id, "as": actor.post, "signed": now}
            act["id"] = data.draw(st.binary(min_size=16, max_size=16))
            content = dict(old["data"])
            for name in data.draw(st.lists(st.sampled_from([*sorted(content), "openings", "x"]), max_size=3)):
                content[name] = data.draw(canonical)
            act["data"] = content
            for name in data.draw(st.lists(st.sampled_from(sorted(act)), max_size=1)):
                act[name] = data.draw(canonical)
            act["type"] = data.draw(st.sampled_from([old["type"], old["type"], "weather_noted", "key_lent"]))
            act_bytes = canon.encode(act)
            records.append(record.pack(now, "desk", act_bytes, sign(actor.key, ACT_TYPE, act_bytes)))
        folders.write(
            Contents(records, MAKER.contents.checkpoints, MAKER.contents.newest, MAKER.contents.vault), folder
        )
        assert isinstance(outcome(folder), Report)


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_as_what_is_brought(sound, tmp_path_factory, content):
    file = tmp_path_factory.mktemp("brought") / "file"
    file.write_bytes(content)
    assert isinstance(outcome(sound, checkpoints=[file]), Report)
    for how in ({"anchors": [file]}, {"since": file}):
        with pytest.raises(LedgerError):
            verify(sound, **how)


@given(st.text(max_size=90))
def test_any_text_as_a_root(sound, text):
    with contextlib.suppress(LedgerError):
        verify(sound, roots=[text])


@given(st.text(max_size=60))
def test_any_text_as_a_place(tmp_path_factory, text):
    for place in (
        str(tmp_path_factory.getbasetemp() / "none" / text),
        f"postgresql://127.0.0.1:1/{quote(text)}",
    ):
        with pytest.raises(LedgerError):  # nobody listens at port 1
            verify(place)


@given(st.text(max_size=60))
def test_any_text_as_an_address(text):
    with contextlib.suppress(LedgerError):
        split_address(f"postgresql://{text}")
