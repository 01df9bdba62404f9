"""The values behind commitments: present, wrong, missing, withheld."""

import contextlib
import sqlite3

import pytest

from ledger.audit import verify
from ledger.sealing import canon
from tests.support.ledgers import OFFICE, LedgerMaker, committed_fields


@pytest.fixture
def maker():
    maker = LedgerMaker()
    maker.found()
    clerk = maker.hire("clerk", OFFICE)
    for _ in range(3):
        maker.document(clerk)
    maker.publish()
    return maker


def vault(folder):
    return contextlib.closing(sqlite3.connect(folder / "vault.sqlite", isolation_level=None))


def check(maker, folder, **how):
    report = verify(folder, anchors=[maker.anchor()], as_of=maker.now, **how)
    return [(f.verdict, f.code, f.position) for f in report.faults], report.commitments


def counts(present, wrong=0, missing=0, withheld=0):
    return {"present": present, "erased": 0, "withheld": withheld, "missing": missing, "wrong": wrong}


ONE_GONE, ONE_WRONG = counts(5, missing=1), counts(5, wrong=1)


def test_all_there(maker, tmp_path):
    assert committed_fields(maker.added[-1]) == ["file", "number"]
    assert check(maker, maker.write(tmp_path)) == ([], counts(6))


def test_no_vault_is_no_claim(maker, tmp_path):
    folder = maker.write(tmp_path)
    (folder / "vault.sqlite").unlink()
    assert check(maker, folder) == ([], counts(0, withheld=6))


@pytest.mark.parametrize(
    ("statement", "failures", "expected"),
    [
        ("DELETE FROM item WHERE rowid = 1", [("completeness", "value_missing", 6)], ONE_GONE),
        ("DELETE FROM item", [("completeness", "value_missing", p) for p in (6, 7, 8)], counts(0, missing=6)),
        ("UPDATE item SET salt = zeroblob(32) WHERE rowid = 3", [("integrity", "value_wrong", 7)], ONE_WRONG),
        ("UPDATE item SET salt = x'00' WHERE rowid = 3", [("integrity", "value_wrong", 7)], ONE_WRONG),
        ("UPDATE item SET value = x'c0' WHERE rowid = 3", [("integrity", "value_wrong", 7)], ONE_WRONG),
        ("UPDATE item SET value = 'text' WHERE rowid = 3", [("integrity", "value_wrong", 7)], ONE_WRONG),
        ("UPDATE item SET value = x'ff' WHERE rowid = 3", [("integrity", "value_wrong", 7)], ONE_WRONG),
        ("UPDATE item SET field = 'fill' WHERE rowid = 3", [("completeness", "value_missing", 7)], ONE_GONE),
        ("UPDATE item SET field = NULL WHERE rowid = 3", [("completeness", "value_missing", 7)], ONE_GONE),
        ("UPDATE item SET act = zeroblob(32) WHERE rowid = 3", [("completeness", "value_missing", 7)], ONE_GONE),
        ("INSERT INTO item VALUES (zeroblob(32), 'file', x'00', x'00')", [], counts(6)),
    ],
)  # fmt: skip
def test_what_happened_to_the_vault(maker, tmp_path, statement, failures, expected):
    folder = maker.write(tmp_path)
    with vault(folder) as db:
        db.execute(statement)
    assert check(maker, folder) == (failures, expected)


def test_values_exchanged(maker, tmp_path):
    """Each is one that was committed to, but of another act."""
    folder = maker.write(tmp_path)
    with vault(folder) as db:
        rows = db.execute("SELECT rowid, salt, value FROM item WHERE field = 'number'").fetchall()
        (a, salt_a, value_a), (b, salt_b, value_b), _ = rows
        db.execute("UPDATE item SET salt = ?, value = ? WHERE rowid = ?", (salt_b, value_b, a))
        db.execute("UPDATE item SET salt = ?, value = ? WHERE rowid = ?", (salt_a, value_a, b))
    assert check(maker, folder) == (
        [("integrity", "value_wrong", 6), ("integrity", "value_wrong", 7)],
        counts(4, wrong=2),
    )


def test_a_vault_without_its_key_holds_several_of_one(maker, tmp_path):
    """One of them right is enough."""
    folder = maker.write(tmp_path)
    with vault(folder) as db:
        db.execute("CREATE TABLE loose AS SELECT * FROM item")
        db.execute("INSERT INTO loose SELECT act, field, zeroblob(32), x'c0' FROM item")
        db.execute("DROP TABLE item")
        db.execute("ALTER TABLE loose RENAME TO item")
    assert check(maker, folder) == ([], counts(6))


@pytest.mark.parametrize("content", [b"", b"no database", None])
def test_a_vault_that_cannot_be_read(maker, tmp_path, content):
    folder = maker.write(tmp_path)
    if content is None:
        with vault(folder) as db:
            db.execute("DROP TABLE item")
    else:
        (folder / "vault.sqlite").write_bytes(content)
    failures, answers = check(maker, folder)
    assert failures == [("completeness", "value_missing", p) for p in (6, 7, 8)]
    assert answers == counts(0, missing=6)
    report = verify(folder, anchors=[maker.anchor()], as_of=maker.now)
    assert [f.code for f in report.remarks] == ["vault_unreadable"]


def test_an_act_whose_values_were_never_kept(maker, tmp_path):
    maker.document(maker.actors["clerk"], keep=False)
    maker.publish()
    assert check(maker, maker.write(tmp_path))[0] == [("completeness", "value_missing", 9)]


def test_a_refused_acts_values_are_not_counted(maker, tmp_path):
    refused = dict(maker.added[-1].act["data"])
    maker.refuse(maker.actors["clerk"], "document_registered", refused)
    maker.publish()
    assert check(maker, maker.write(tmp_path)) == ([], counts(6))


def test_the_value_is_compared_in_its_canonical_form(maker, tmp_path):
    folder = maker.write(tmp_path)
    with vault(folder) as db:
        (value,) = db.execute("SELECT value FROM item WHERE rowid = 2").fetchone()
        text = canon.decode(value)
        longer = b"\xda" + len(text.encode()).to_bytes(2, "big") + text.encode()
        db.execute("UPDATE item SET value = ? WHERE rowid = 2", (longer,))
    assert check(maker, folder)[0] == [("integrity", "value_wrong", 6)]
