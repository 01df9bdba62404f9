"""backup, restore, reindex: the ledger in other places and after mishaps."""

import contextlib
import shutil
import sqlite3

import pytest

from tests.cli.office import SIZE, Office
from tests.cli.shapes import is_accepted
from tests.cli.typing_in import run


def test_backup_and_restore(office: Office):
    place = office.root / "备份 一"
    said = office.run("backup", place)
    assert said.code == 0
    assert list(said.json) == ["path", "ledger", "size", "root"]
    assert (said.json["size"], said.json["ledger"]) == (SIZE, office.said["new"].json["ledger"])
    assert (place / "desk.keys").stat().st_mode & 0o077 == 0
    again = office.run("backup", place)
    assert (again.error["code"], again.code) == ("backup_exists", 2)
    shutil.rmtree(office.ledger)
    back = run("restore", place, office.ledger, "--json")
    assert back.code == 0
    assert list(back.json) == ["path", "ledger", "size", "root", "newest", "writes"]
    assert back.json["writes"] is True
    assert set(office.verify().json["verdicts"].values()) == {"holds"}
    is_accepted(office.submit("li4d", office.paper()))
    office.publish()
    assert office.verify().code == 0


def test_an_older_backup_and_a_newer_checkpoint(office: Office):
    """It may be read, and never writes again; it says which records are missing."""
    place = office.root / "backup"
    assert office.run("backup", place).code == 0
    for _ in range(3):
        is_accepted(office.submit("li4d", office.paper()))
    office.publish()
    kept = office.root / "witness-note.txt"
    note = run("witness", "show", office.witness("archive"), "--json").json["ledgers"][0]["note"]
    kept.write_text(note, "utf-8", newline="\n")
    shutil.rmtree(office.ledger)

    back = run("restore", place, office.ledger, "--checkpoint", kept, "--json")
    assert back.code == 0
    assert (back.json["size"], back.json["newest"], back.json["writes"]) == (SIZE, SIZE + 3, False)
    said = office.submit("li4d", office.paper())
    assert (said.error["code"], said.code) == ("ledger_behind", 4)
    assert f"第 {SIZE + 1} 至 {SIZE + 3} 条" in said.error["message"]
    assert office.export().error["code"] == "ledger_behind"
    assert office.size() == SIZE
    found = office.verify()
    assert found.code == 1
    assert "tail_missing" in {f["code"] for f in found.json["failures"]}


def test_restore_tells_people_what_is_missing(office: Office):
    place = office.root / "backup"
    office.run("backup", place)
    is_accepted(office.submit("li4d", office.paper()))
    office.publish()
    shutil.rmtree(office.ledger)
    said = run("restore", place, office.ledger, "--checkpoint", office.stick / "cosignature.txt")
    assert said.code == 0
    assert f"缺少第 {SIZE + 1} 至 {SIZE + 1} 条" in said.out


def test_restore_never_overwrites(office: Office):
    place = office.root / "backup"
    office.run("backup", place)
    before = office.state()
    said = run("restore", place, office.ledger, "--json")
    assert (said.error["code"], said.code) == ("restore_place_taken", 2)
    assert office.state() == before


def test_a_backup_of_another_ledger(shared: Office, other: Office, tmp_path):
    """A witness's checkpoint of this ledger does not fit the backup of another."""
    place = tmp_path / "backup"
    assert other.run("backup", place).code == 0
    target = tmp_path / "target"
    said = run("restore", place, target, "--checkpoint", shared.stick / "cosignature.txt", "--json")
    assert said.code in (1, 2, 3, 4)
    assert said.error["code"] in ("bad_checkpoint", "backup_of_other_ledger", "ledger_forked")
    assert not target.exists() or not list(target.iterdir())


def test_a_backup_that_was_changed(office: Office):
    place = office.root / "backup"
    office.run("backup", place)
    with contextlib.closing(sqlite3.connect(place / "ledger.sqlite")) as db:
        db.execute("DROP TRIGGER record_no_delete")
        db.execute("DELETE FROM record WHERE position = 5")
        db.commit()
    target = office.root / "target"
    said = run("restore", place, target, "--json")
    assert (said.error["code"], said.code) == ("backup_fails", 1)
    assert "gap_or_order" in said.error["message"]
    assert not target.exists()


@pytest.mark.parametrize("name", ["nosuch", "keys", "账本 一"])
def test_what_is_no_backup(office: Office, name):
    said = run("restore", office.root / name, office.root / "target", "--json")
    assert (said.error["code"], said.code) == ("backup_unreadable", 3)


def test_a_damaged_ledger_is_not_backed_up(office: Office):
    office.spoil(3)
    place = office.root / "backup"
    said = office.run("backup", place)
    assert (said.error["code"], said.code) == ("backup_fails", 1)
    assert not place.exists()


@pytest.mark.parametrize("checkpoint", ["nosuch.txt", "keys", "资金 安排.pdf"])
def test_restore_with_a_checkpoint_that_is_none(office: Office, checkpoint):
    place = office.root / "backup"
    office.run("backup", place)
    said = run("restore", place, office.root / "target", "--checkpoint", office.root / checkpoint, "--json")
    assert said.code == 3
    assert said.error["code"] in ("file_unreadable", "bad_checkpoint")
    assert not (office.root / "target").exists()


def test_a_backup_where_no_folder_can_be(office: Office):
    for place in (office.anchor, office.anchor / "below"):
        said = office.run("backup", place)
        assert said.code in (2, 4)
        assert said.error["code"] in ("backup_exists", "file_unwritable", "system_error")


# ---- reindex ----


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM record_index WHERE position = 4",
        "DELETE FROM node",
        "UPDATE head SET size = 3",
        "DELETE FROM decided",
        "DROP TRIGGER record_no_update",
        "UPDATE record_index SET tags = 'person:nobody'",
    ],
)
def test_reindex_mends_the_index(office: Office, statement):
    office.damage(statement)
    said = office.run("reindex")
    assert said.code == 0
    assert said.json == {"size": SIZE, "root": office.said["import"].json["root"]}
    assert set(office.verify().json["verdicts"].values()) == {"holds"}
    is_accepted(office.submit("li4d", office.paper()))


def test_a_ledger_without_guards_takes_nothing_in(office: Office):
    office.damage("DROP TRIGGER record_no_update")
    before = office.state()
    said = office.submit("li4d", office.paper())
    assert (said.error["code"], said.code) == ("store_guards_missing", 3)
    assert "reindex" in said.error["hint"]
    assert office.state() == before


def test_a_missing_record_is_not_mended_away(office: Office):
    office.damage("DROP TRIGGER record_no_delete", "DELETE FROM record WHERE position = 6")
    before = office.state()
    said = office.run("reindex")
    assert (said.error["code"], said.code) == ("store_gap", 3)
    assert said.error["facts"]["position"] == 6
    assert office.state() == before


def test_migrate_on_a_folder_only_looks(office: Office):
    before = office.state()
    said = office.run("migrate")
    assert (said.code, said.json) == (0, {"migrated": True})
    assert office.state() == before
