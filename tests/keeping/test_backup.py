"""Backup while others write, restore, and a restored ledger that must not go on (format §7)."""

import json
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from ledger.audit import verify
from ledger.desk import Desk
from ledger.errors import LedgerError
from ledger.files import whole
from ledger.keeping import backup as module
from ledger.keeping.backup import backup, restore
from ledger.sealing import notes
from ledger.sealing.algorithms import generate
from ledger.store import copying
from tests.desk.office import accept, make_office

BEFORE = 9


@pytest.fixture
def filled(office):
    """The office with papers, something refused and a published checkpoint."""
    desk = office.open()
    accept(desk, office.document(), office.assign(), office.document())
    desk.submit([office.forbidden()])
    desk.keep_published(desk.checkpoint())
    office.close()
    return office


SIZE = BEFORE + 4


def content(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


class TestBackup:
    def test_it_is_the_ledger(self, filled, tmp_path):
        saved = backup(filled.location, tmp_path / "backup")
        desk = filled.open()
        head = desk.store.head()
        assert saved.json() == {
            "path": str(tmp_path / "backup"),
            "ledger": desk.ledger.hex(),
            "size": SIZE,
            "root": head.root.hex(),
        }
        assert sorted(content(tmp_path / "backup")) == [
            "anchor.txt", "backup.json", "checkpoint.newest", "desk.keys", "ledger.sqlite", "vault.sqlite",
        ]  # fmt: skip
        report = verify(tmp_path / "backup", as_of=filled.clock.now).json()
        assert report["commitments"]["present"] == 4
        assert (report["size"], report["root"]) == (SIZE, head.root.hex())

    def test_nobody_else_can_read_it(self, filled, tmp_path):
        backup(filled.location, tmp_path / "backup")
        assert (tmp_path / "backup").stat().st_mode & 0o777 == 0o700
        open_to_others = {p.name for p in (tmp_path / "backup").iterdir() if p.stat().st_mode & 0o077}
        assert open_to_others == {"anchor.txt", "checkpoint.newest"}

    def test_the_ledger_is_not_touched(self, filled, tmp_path):
        before = content(filled.home)
        backup(filled.location, tmp_path / "backup")
        after = content(filled.home)
        assert {n: d for n, d in after.items() if n in before} == before
        assert not any(d for n, d in after.items() if n not in before and not n.endswith("-shm"))

    def test_while_others_write(self, office, tmp_path):
        """Again and again in full work: every copy verifies, values and newest checkpoint included."""
        desk = office.open()
        stop = threading.Event()

        def work():
            while not stop.is_set():
                accept(desk, office.document())

        module_every = "ledger.desk.checkpoint.OUTSIDE_EVERY"
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module_every, 0.0)
            thread = threading.Thread(target=work)
            thread.start()
            try:
                sizes = [backup(office.location, tmp_path / str(n)).size for n in range(4)]
            finally:
                stop.set()
                thread.join(60)
        assert sizes == sorted(sizes)
        assert sizes[-1] > sizes[0]
        office.verified()

    def test_a_newest_checkpoint_written_in_the_middle(self, office, tmp_path, monkeypatch):
        """Whatever is appended while the records are copied, the copy has no checkpoint beyond them."""
        desk = office.open()
        accept(desk, office.assign())

        def slow(store, target):
            head = copying.copy_into(store, target)
            accept(desk, *(office.document() for _ in range(3)))
            desk.keep_newest(desk.checkpoint())
            return head

        monkeypatch.setattr(module, "copy_into", slow)
        assert backup(office.location, tmp_path / "backup").size == BEFORE + 1

    def test_into_a_folder_that_is_empty(self, filled, tmp_path):
        (tmp_path / "backup").mkdir()
        assert backup(filled.location, tmp_path / "backup").size == SIZE

    @pytest.mark.parametrize("how", ["full", "a file", "above a file"])
    def test_where_something_is(self, filled, tmp_path, how):
        target = tmp_path / "backup"
        if how == "full":
            target.mkdir()
            (target / "x").write_bytes(b"x")
        else:
            target.write_bytes(b"x")
        if how == "above a file":
            target = target / "deeper"
        before = content(tmp_path)
        with pytest.raises(LedgerError) as error:
            backup(filled.location, target)
        assert error.value.code == ("file_unwritable" if how == "above a file" else "backup_exists")
        assert content(tmp_path) == before

    def test_of_nothing(self, tmp_path):
        with pytest.raises(LedgerError, match="store_missing"):
            backup(str(tmp_path / "nowhere"), tmp_path / "backup")
        assert not (tmp_path / "backup").exists()

    def test_of_a_ledger_without_its_vault(self, filled, tmp_path):
        (filled.home / "vault.sqlite").unlink()
        with pytest.raises(LedgerError, match="vault_missing"):
            backup(filled.location, tmp_path / "backup")
        assert not (tmp_path / "backup").exists()

    def test_of_a_ledger_that_does_not_verify(self, filled, tmp_path):
        with closing(sqlite3.connect(filled.home / "vault.sqlite")) as db:
            db.execute("DELETE FROM item")
            db.commit()
        with pytest.raises(LedgerError) as error:
            backup(filled.location, tmp_path / "backup")
        assert (error.value.code, error.value.facts["codes"]) == ("backup_fails", "value_missing")

    def test_a_backup_is_not_worked_in(self, filled, tmp_path):
        """Two ledgers going on from one record would be a fork; a desk does not open a backup."""
        backup(filled.location, tmp_path / "backup")
        before = content(tmp_path / "backup")
        with pytest.raises(LedgerError, match="backup_kept_apart"):
            Desk.open(tmp_path / "backup", clock=filled.clock)
        assert content(tmp_path / "backup") == before

    def test_cut_off_it_is_none(self, filled, tmp_path, monkeypatch):
        def broken(folder):
            raise KeyboardInterrupt

        monkeypatch.setattr(module, "_verified", broken)
        with pytest.raises(KeyboardInterrupt):
            backup(filled.location, tmp_path / "backup")
        assert not (tmp_path / "backup").exists()


class TestRestore:
    def test_it_goes_on(self, filled, tmp_path):
        backup(filled.location, tmp_path / "backup")
        before = content(filled.home)
        place = tmp_path / "异地 1" / "ledger"
        saved, newest = restore(tmp_path / "backup", str(place))
        assert (saved.size, saved.path) == (SIZE, place)
        assert newest is not None
        assert newest.size == SIZE
        after = content(place)
        for name in ("anchor.txt", "checkpoint.newest", "desk.keys"):
            assert after[name] == before[name]
        assert "backup.json" not in after
        assert {p.name for p in place.iterdir() if p.stat().st_mode & 0o077} == {
            "anchor.txt",
            "checkpoint.newest",
        }
        shutil.rmtree(filled.home)
        shutil.move(place, filled.home)
        accept(filled.open(), filled.document())
        assert filled.verified()["size"] == SIZE + 1

    def test_where_a_ledger_is_or_was(self, filled, tmp_path):
        backup(filled.location, tmp_path / "backup")
        for name in (
            "ledger.sqlite",
            "ledger.sqlite-wal",
            "vault.sqlite",
            "vault.sqlite-journal",
            "desk.keys",
        ):
            place = tmp_path / name.replace(".", "_")
            place.mkdir()
            (place / name).write_bytes(b"left over")
            with pytest.raises(LedgerError, match="restore_place_taken"):
                restore(tmp_path / "backup", str(place))
            assert content(place) == {name: b"left over"}

    def test_into_a_database(self, filled, tmp_path):
        backup(filled.location, tmp_path / "backup")
        with pytest.raises(LedgerError) as error:
            restore(tmp_path / "backup", "postgresql://user:secret@nowhere/x?schema=award")
        assert error.value.code == "restore_needs_folder"
        assert "secret" not in str(error.value.facts)

    def test_where_no_folder_can_be(self, filled, tmp_path):
        backup(filled.location, tmp_path / "backup")
        (tmp_path / "file").write_bytes(b"")
        with pytest.raises(LedgerError, match="file_unwritable"):
            restore(tmp_path / "backup", str(tmp_path / "file" / "ledger"))

    MANIFESTS = (
        b"", b"{", b"[]", b"null", b'{"review-ledger backup": 2}', b'{"review-ledger backup": 1}', b"\xff",
        b'{"review-ledger backup": 1, "ledger": "x", "size": 1, "root": "y"}', b"9" * 70_000,
    )  # fmt: skip

    @pytest.mark.parametrize("manifest", MANIFESTS, ids=range(len(MANIFESTS)))
    def test_a_manifest_that_is_damaged(self, filled, tmp_path, manifest):
        backup(filled.location, tmp_path / "backup")
        (tmp_path / "backup" / "backup.json").write_bytes(manifest)
        self.unreadable(tmp_path)

    def unreadable(self, tmp_path, code="backup_unreadable", **how):
        with pytest.raises(LedgerError) as error:
            restore(tmp_path / "backup", str(tmp_path / "target"), **how)
        assert error.value.code == code
        assert error.value.message
        assert not (tmp_path / "target").exists()

    def test_without_a_manifest(self, filled, tmp_path):
        backup(filled.location, tmp_path / "backup")
        (tmp_path / "backup" / "backup.json").unlink()
        self.unreadable(tmp_path)
        shutil.rmtree(tmp_path / "backup")
        self.unreadable(tmp_path)

    def test_another_ledger_under_its_manifest(self, filled, tmp_path):
        backup(filled.location, tmp_path / "backup")
        other = make_office(tmp_path / "other")
        backup(other.location, tmp_path / "others")
        shutil.copy(tmp_path / "backup" / "backup.json", tmp_path / "others" / "backup.json")
        shutil.rmtree(tmp_path / "backup")
        (tmp_path / "others").rename(tmp_path / "backup")
        self.unreadable(tmp_path)

    def test_shorter_than_it_says(self, filled, tmp_path):
        backup(filled.location, tmp_path / "backup")
        told = json.loads((tmp_path / "backup" / "backup.json").read_bytes())
        (tmp_path / "backup" / "backup.json").write_text(json.dumps({**told, "size": SIZE + 1}), "utf-8")
        self.unreadable(tmp_path)

    def test_changed_on_its_shelf(self, filled, tmp_path):
        backup(filled.location, tmp_path / "backup")
        with closing(sqlite3.connect(tmp_path / "backup" / "vault.sqlite")) as db:
            db.execute("UPDATE item SET value = x'a178' WHERE field = 'number'")
            db.commit()
        self.unreadable(tmp_path, "backup_fails")

    def test_rotten_on_its_shelf(self, filled, tmp_path):
        backup(filled.location, tmp_path / "backup")
        path = tmp_path / "backup" / "ledger.sqlite"
        path.write_bytes(b"\0" * path.stat().st_size)
        with pytest.raises(LedgerError) as error:
            restore(tmp_path / "backup", str(tmp_path / "target"))
        assert error.value.code == "store_foreign"
        assert not (tmp_path / "target").exists()

    def test_where_another_ledgers_anchor_lies(self, filled, tmp_path):
        backup(filled.location, tmp_path / "backup")
        other = make_office(tmp_path / "other")
        place = tmp_path / "target"
        place.mkdir()
        shutil.copy(other.home / "anchor.txt", place)
        with pytest.raises(LedgerError) as error:
            restore(tmp_path / "backup", str(place))
        assert error.value.code == "backup_of_other_ledger"
        assert error.value.facts["wanted"] != error.value.facts["found"]
        assert [p.name for p in place.iterdir()] == ["anchor.txt"]

    def test_a_crash_in_between_leaves_no_ledger(self, filled, tmp_path, monkeypatch):
        """Keys, values and the newest checkpoint are there before the records are."""
        backup(filled.location, tmp_path / "backup")
        place, write = tmp_path / "target", whole._write
        written: list[str] = []

        def crash(path, data, mode):
            if "ledger.sqlite" in path.name:
                raise KeyboardInterrupt
            written.append(path.name.split(".", 2)[1])
            write(path, data, mode)

        with monkeypatch.context() as patch:
            patch.setattr(whole, "_write", crash)
            with pytest.raises(KeyboardInterrupt):
                restore(tmp_path / "backup", str(place))
        assert sorted(written) == ["anchor", "checkpoint", "desk", "vault"]
        with pytest.raises(LedgerError, match="store_missing"):
            Desk.open(place)


class TestBehind:
    """A restored older backup beside a newer checkpoint of a witness: it may be read and never writes again."""

    def older(self, office, tmp_path, more=3):
        """A backup, and the checkpoint of what came after."""
        backup(office.location, tmp_path / "backup")
        desk = office.open()
        accept(desk, *(office.assign() for _ in range(more)))
        note = desk.checkpoint()
        office.close()
        path = tmp_path / "witness.txt"
        path.write_text(note.text, "utf-8", newline="\n")
        shutil.rmtree(office.home)
        return path

    def test_it_names_what_is_missing(self, filled, tmp_path):
        path = self.older(filled, tmp_path)
        saved, newest = restore(tmp_path / "backup", filled.location, checkpoints=[path])
        assert newest is not None
        assert (saved.size, newest.size) == (SIZE, SIZE + 3)
        for _ in range(2):
            desk = filled.open()
            with pytest.raises(LedgerError) as error:
                desk.submit([filled.assign()])
            assert error.value.facts == {"size": SIZE, "known": SIZE + 3, "first": SIZE + 1}
            assert desk.store.head().size == SIZE
            filled.close()
        report = verify(filled.home, as_of=filled.clock.now).json()
        assert "tail_missing" in {f["code"] for f in report["failures"]}

    def test_by_what_was_left_in_the_place(self, filled, tmp_path):
        """The disk with the database is gone, the file with the newest checkpoint was saved."""
        path = self.older(filled, tmp_path)
        filled.home.mkdir()
        shutil.copy(path, filled.home / "checkpoint.newest")
        _, newest = restore(tmp_path / "backup", filled.location)
        assert newest is not None
        assert newest.size == SIZE + 3
        with pytest.raises(LedgerError, match="ledger_behind"):
            filled.open().submit([filled.assign()])

    def test_of_several_the_newest_counts(self, filled, tmp_path):
        desk = filled.open()
        old = tmp_path / "old.txt"
        old.write_text(desk.checkpoint().text, "utf-8", newline="\n")
        filled.close()
        path = self.older(filled, tmp_path)
        _, newest = restore(tmp_path / "backup", filled.location, checkpoints=[path, old])
        assert newest is not None
        assert newest.size == SIZE + 3

    def test_a_checkpoint_it_reaches_lets_it_go_on(self, filled, tmp_path):
        desk = filled.open()
        path = tmp_path / "witness.txt"
        path.write_text(desk.checkpoint().text, "utf-8", newline="\n")
        filled.close()
        backup(filled.location, tmp_path / "backup")
        shutil.rmtree(filled.home)
        restore(tmp_path / "backup", filled.location, checkpoints=[path])
        accept(filled.open(), filled.assign())
        filled.verified()

    def test_a_checkpoint_of_another_history(self, filled, tmp_path):
        """Signed by the ledger's key, of a size that it has, with another root: it forked."""
        desk = filled.open()
        key = desk._keyring.checkpoint
        filled.close()
        body = notes.checkpoint_body(desk.origin, SIZE - 2, bytes(32))
        path = tmp_path / "fork.txt"
        path.write_text(
            notes.note_text(body, [notes.sign_note(key, desk.origin, body)]), "utf-8", newline="\n"
        )
        backup(filled.location, tmp_path / "backup")
        TestRestore().unreadable(tmp_path, "ledger_forked", checkpoints=[path])

    @pytest.mark.parametrize("text", ["", "nonsense", "foreign"])
    def test_a_checkpoint_that_is_none_of_its_own(self, filled, tmp_path, text):
        if text == "foreign":
            text = notes.empty_tree_note(generate("ed25519"), "ledger.example/desk")
        path = tmp_path / "note.txt"
        path.write_text(text, "utf-8", newline="\n")
        backup(filled.location, tmp_path / "backup")
        TestRestore().unreadable(tmp_path, "bad_checkpoint", checkpoints=[path])

    def test_a_checkpoint_that_is_not_there(self, filled, tmp_path):
        backup(filled.location, tmp_path / "backup")
        TestRestore().unreadable(tmp_path, "file_unreadable", checkpoints=[tmp_path / "none"])
