"""The index against the records: whatever is different in it is one failure, at its lowest place."""

import pytest

from ledger.audit import verify
from ledger.audit.decided import Rows
from tests.support import folders
from tests.support.ledgers import OFFICE, LedgerMaker
from tests.support.lives import random_life


@pytest.fixture(scope="module")
def maker():
    made = random_life(11, steps=25, papers=0.6)
    made.close()
    made.publish()
    return made


@pytest.fixture
def folder(maker, tmp_path):
    return maker.write(tmp_path)


def found(maker, folder, **how):
    report = verify(folder, anchors=[maker.anchor()], as_of=maker.now, **how)
    return [(f.verdict, f.code, f.position) for f in report.faults]


def differs(position):
    return [("integrity", "index_differs", position)]


@pytest.mark.parametrize(
    ("statement", "position"),
    [
        ("UPDATE record_index SET recorded_at = recorded_at + 1 WHERE position = 7", 7),
        ("UPDATE record_index SET type = 'post_lost' WHERE position IN (5, 9)", 5),
        ("UPDATE record_index SET signer = 'nobody' WHERE position = 3", 3),
        ("UPDATE record_index SET digest = zeroblob(32) WHERE position = 4", 4),
        ("UPDATE record_index SET digest = NULL WHERE position = 4", 4),
        ("UPDATE record_index SET refused = zeroblob(32) WHERE position = 4", 4),
        ("UPDATE record_index SET tags = tags || char(10) || 'cycle:2026' WHERE position = 6", 6),
        ("DELETE FROM record_index WHERE position = 8", 8),
        ("DELETE FROM record_index", 1),
        ("DROP TABLE record_index", 1),
        ("INSERT INTO record_index VALUES (0, 1, 'post_ended', 'abcd', NULL, NULL, '')", 0),
        ("INSERT INTO record_index VALUES (999, 1, 'post_ended', 'abcd', NULL, NULL, '')", 999),
        ("UPDATE record_index SET type = CAST(x'FF' AS TEXT) WHERE position = 12", 12),
        ("UPDATE decided SET position = 2 WHERE position = 9", 2),
        ("DELETE FROM decided WHERE position = 9", 9),
        ("DELETE FROM decided", 1),
        ("INSERT INTO decided VALUES (zeroblob(32), 5)", 5),
        ("INSERT INTO decided VALUES (zeroblob(31), 5)", 5),
        ("INSERT INTO decided VALUES ('text', 5)", 5),
        ("UPDATE decided SET digest = CAST(substr(digest, 1, 31) || x'00' AS BLOB) WHERE position = 6", 6),
        ("UPDATE decided SET digest = CAST(x'00' || substr(digest, 2) AS BLOB) WHERE position = 6", 6),
        ("UPDATE decided SET digest = CAST(digest AS TEXT) WHERE position = 6", 6),
        ("DROP TABLE decided", 1),
        ("UPDATE node SET hash = zeroblob(32) WHERE level = 0 AND number = 4", 5),
        ("UPDATE node SET hash = zeroblob(32) WHERE level = 2 AND number = 1", None),
        ("DELETE FROM node WHERE level = 0 AND number = 0", 1),
        ("DELETE FROM node WHERE level = 3", None),
        ("UPDATE node SET number = 900 WHERE level = 0 AND number = 4", 5),
        ("INSERT INTO node VALUES (0, 900, zeroblob(32))", 901),
        ("INSERT INTO node VALUES (-1, 0, zeroblob(32))", None),
        ("INSERT INTO node VALUES (40, 0, zeroblob(32))", None),
        ("DROP TABLE node", 1),
        ("UPDATE head SET size = size - 1", None),
        ("UPDATE head SET recorded_at = recorded_at - 1", None),
        ("UPDATE head SET peaks = x'90'", None),
        ("DELETE FROM head", None),
        ("DROP TABLE head", None),
    ],
)  # fmt: skip
def test_any_difference_is_one_failure(maker, folder, statement, position):
    with folders.opened(folder) as db:
        db.execute(statement)
    assert found(maker, folder) == differs(position)


def test_the_lowest_place_of_several_tables(maker, folder):
    with folders.opened(folder) as db:
        db.execute("DELETE FROM node WHERE level = 0 AND number = 11")
        db.execute("DELETE FROM decided WHERE position = 10")
        db.execute("DELETE FROM record_index WHERE position = 14")
        db.execute("DELETE FROM head")
    assert found(maker, folder) == differs(10)


def test_two_heads(maker, folder):
    with folders.opened(folder) as db:
        db.execute("CREATE TABLE heads AS SELECT * FROM head UNION ALL SELECT * FROM head")
        db.execute("DROP TABLE head")
        db.execute("ALTER TABLE heads RENAME TO head")
    assert found(maker, folder) == differs(None)


def test_levels_above_a_chunk(tmp_path, monkeypatch):
    """More records than a worker takes at once, so that nodes of every kind are compared by somebody."""
    from ledger.audit import chunk, conclude, examiner, workers

    for module in (chunk, examiner, workers):
        monkeypatch.setattr(module, "SPAN", 8)
    monkeypatch.setattr(conclude, "CHUNK_LEVELS", 4)
    maker = LedgerMaker()
    maker.found()
    clerk = maker.hire("clerk", OFFICE)
    for _ in range(60):
        maker.document(clerk)
    maker.publish()
    folder = maker.write(tmp_path)
    assert found(maker, folder) == []
    with folders.opened(folder) as db:
        nodes = db.execute("SELECT level, number FROM node WHERE level > 0").fetchall()
    assert {level for level, _ in nodes} == {1, 2, 3, 4, 5, 6}
    for level, number in nodes:
        maker.write(tmp_path)
        with folders.opened(folder) as db:
            db.execute("UPDATE node SET hash = zeroblob(32) WHERE level = ? AND number = ?", (level, number))
        assert found(maker, folder) == differs(None), (level, number)


def test_rows_about_what_is_no_act_may_be_anything(maker, tmp_path):
    made = LedgerMaker()
    made.found()
    made.append(b"not a record")
    made.publish()
    folder = made.write(tmp_path)
    with folders.opened(folder) as db:
        db.execute("INSERT INTO record_index VALUES (3, 1, 'x', 'y', NULL, NULL, '')")
    assert ("integrity", "index_differs", 3) not in found(made, folder)


def test_a_missing_record_leaves_its_rows_behind(maker, folder):
    with folders.opened(folder) as db:
        db.execute("DELETE FROM record WHERE position = 12")
    assert ("integrity", "index_differs", 12) in found(maker, folder)


def test_sums_of_rows():
    rows = [(bytes([n]) * 32, n) for n in range(1, 50)]
    sum_ = Rows(secret=5**200)
    sum_.add(rows[:20])
    other = Rows(secret=5**200)
    other.add(rows[20:])
    sum_.join(other.product, other.count)
    assert sum_.holds([rows[::-1][:30], rows[::-1][30:]])
    assert not sum_.holds([rows[1:]])
    assert not sum_.holds([[*rows, rows[0]]])
    assert not sum_.holds([[*rows[1:], (rows[0][0], 2)]])
    for odd in ((None, 1), (b"x" * 31, 1), (b"x" * 32, "1"), (b"x" * 32, 0), (b"x" * 32, None)):
        assert not sum_.holds([[*rows[1:], odd]])
