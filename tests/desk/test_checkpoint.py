"""Checkpoints (format §7): the newest stands outside the database, and a ledger that cannot extend it never writes."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from ledger import files
from ledger.desk import Keyring
from ledger.errors import LedgerError
from ledger.sealing import notes
from ledger.sealing.algorithms import generate
from ledger.sealing.opening import open_note
from ledger.sealing.vkeys import WITNESS, VerifierKey
from ledger.store.open import open_store
from tests.desk.office import DAY, ORIGIN, accept, codes, digest
from tests.desk.test_accept import BEFORE


@pytest.fixture
def moments(monkeypatch):
    """The clock by which the file is written; standing still unless moved."""

    class Moments:
        now = 1000.0

    monkeypatch.setattr("time.monotonic", lambda: Moments.now)
    return Moments


@pytest.fixture
def written(monkeypatch):
    """Sizes of the notes written outside, in order."""
    sizes: list[int] = []
    replace = files.replace

    def watched(path, data, *, mode=0o600):
        if path.name == "checkpoint.newest":
            sizes.append(notes.parse(data).size)
        replace(path, data, mode=mode)

    monkeypatch.setattr(files, "replace", watched)
    return sizes


def newest(office):
    return notes.parse((office.folder / "checkpoint.newest").read_bytes())


class TestNote:
    def test_three_lines_under_the_origin_and_one_signature(self, office):
        desk = office.open()
        accept(desk, office.assign())
        note = desk.checkpoint()
        origin, size, root, blank, line, end = note.text.split("\n")
        assert (origin, int(size), blank, end) == (ORIGIN, BEFORE + 1, "", "")
        assert notes.parse(note.text) == note
        opened = open_note(note.text, desk.ledger_keys)
        assert opened.signed
        assert opened.note.root == desk.store.head().root
        assert line.startswith(f"— {ORIGIN} ")
        assert len(root) == 44

    def test_one_head_one_note(self, office):
        desk = office.open()
        assert desk.checkpoint() is desk.checkpoint()
        accept(desk, office.assign())
        assert desk.checkpoint().size == BEFORE + 1
        assert office.open().checkpoint() == desk.checkpoint(), "Ed25519 signs the same twice"

    def test_a_note_never_covers_what_was_not_judged(self, office):
        """Another desk stored more meanwhile: what is signed is what this desk has folded."""
        here, there = office.open(), office.open(desk="there")
        accept(here, office.assign())
        accept(there, office.assign())
        size, root = here._line.head
        assert size == BEFORE + 1
        frontier = [data for _, data in here.store.read_records(limit=size)]
        assert len(frontier) == size
        assert root == here.look.root(size)
        assert here.checkpoint().size == BEFORE + 2


class TestOutside:
    def test_written_once_a_second_and_at_the_end(self, office, moments, written):
        desk = office.open()
        for _ in range(5):
            accept(desk, office.assign())
        assert written == [BEFORE + 1]
        moments.now += 0.99
        accept(desk, office.assign())
        assert written == [BEFORE + 1]
        moments.now += 0.01
        accept(desk, office.assign())
        accept(desk, office.assign())
        assert written == [BEFORE + 1, BEFORE + 7]
        office.close()
        assert written == [BEFORE + 1, BEFORE + 7, BEFORE + 8]
        assert newest(office).size == BEFORE + 8

    def test_an_answer_that_appends_nothing_writes_nothing(self, office, moments, written):
        desk = office.open()
        done = office.assign()
        accept(desk, done)
        for _ in range(3):
            moments.now += 2
            accept(desk, done)
            desk.submit([office.assign()._replace(sig=b"")])
        assert written == [BEFORE + 1]

    def test_reading_a_receipt_writes_it_once(self, office, written):
        desk = office.open()
        desk.receipt(2)
        office.close()
        office.open().receipt(2)
        office.close()
        assert written in ([], [BEFORE])

    def test_two_desks_never_make_it_smaller(self, office, moments):
        here, there = office.open(), office.open(desk="there")
        accept(here, office.assign())
        accept(there, office.assign())
        accept(there, office.assign())
        moments.now += 5
        there.close()
        assert newest(office).size == BEFORE + 3
        here.close()
        assert newest(office).size == BEFORE + 3

    def test_a_restored_older_ledger_does_not_overwrite_it(self, office, tmp_path):
        """The very thing the file is for: reading commands on a ledger that went back leave it alone."""
        desk = office.open()
        desk.close()
        shutil.copytree(office.folder, tmp_path / "older")
        desk = office.open()
        accept(desk, *(office.assign() for _ in range(3)))
        office.close()
        kept = newest(office)
        for name in ("ledger.sqlite", "vault.sqlite"):
            shutil.copy(tmp_path / "older" / name, office.folder / name)
        desk = office.open()
        for sign in (desk.checkpoint, lambda: desk.receipt(1)):
            with pytest.raises(LedgerError, match="ledger_behind"):
                sign()
        desk.submit([office.assign()], check=True)
        office.close()
        assert newest(office) == kept

    def test_cosignatures_are_not_lost_to_a_later_note_of_the_same_head(self, office, moments):
        desk = office.open()
        witness = generate("ed25519")
        key = VerifierKey.of(witness, "witness.example/w", WITNESS)
        note = desk.checkpoint()
        line = notes.cosign_line(witness, key.name, note.body, 1_767_578_400)
        desk.keep_published(notes.parse(note.text + line + "\n"))
        moments.now += 10
        done = office.assign()
        desk.keep_newest(desk.checkpoint())
        assert [line.name for line in newest(office).signatures] == [ORIGIN, "witness.example/w"]
        moments.now += 10
        accept(desk, done)
        assert newest(office).size == BEFORE + 1
        assert desk.store.checkpoints() == [(BEFORE, note.text + line + "\n")]

    def test_published_at_once(self, office, moments, written):
        desk = office.open()
        accept(desk, office.assign())
        accept(desk, office.assign())
        desk.keep_published(desk.checkpoint())
        assert written == [BEFORE + 1, BEFORE + 2]

    @pytest.mark.parametrize("content", [b"", b"nonsense", b"\xff" * 10])
    def test_damaged_while_a_desk_is_open_it_is_written_anew(self, office, moments, content):
        desk = office.open()
        accept(desk, office.assign())
        (office.folder / "checkpoint.newest").write_bytes(content)
        moments.now += 2
        accept(desk, office.assign())
        assert newest(office).size == BEFORE + 2


class TestCannotBeKept:
    """The act is on the ledger; its receipt waits until the checkpoint is outside too."""

    def test_then_and_afterwards(self, office, moments, monkeypatch):
        desk = office.open()
        done = office.assign()

        def full(path, data, *, mode=0o600):
            raise LedgerError("file_unwritable", path=str(path), detail="No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(files, "replace", full)
            with pytest.raises(LedgerError) as error:
                desk.submit([done])
            assert (error.value.code, error.value.exit) == ("checkpoint_not_kept", 4)
            assert error.value.facts["detail"] == "No space left on device"
            assert desk.store.decided(digest(done)) == BEFORE + 1
            # While it is owed, nothing more goes in.
            with pytest.raises(LedgerError, match="checkpoint_not_kept"):
                desk.submit([office.assign()])
            assert desk.store.head().size == BEFORE + 1
        assert accept(desk, done)[0].position == BEFORE + 1
        assert newest(office).size == BEFORE + 1
        office.verified()

    def test_when_the_desk_closes(self, office, moments, monkeypatch):
        desk = office.open()
        accept(desk, office.assign(), office.assign())

        def full(path, data, *, mode=0o600):
            raise LedgerError("file_unwritable", path=str(path), detail="x")

        with monkeypatch.context() as patch:
            patch.setattr(files, "replace", full)
            with pytest.raises(LedgerError, match="checkpoint_not_kept"):
                desk.close()
        with pytest.raises(LedgerError, match="store_closed"):
            desk.store.head()

    def test_where_there_is_no_lock_to_be_had(self, office):
        (office.folder / "desk.lock").unlink(missing_ok=True)
        (office.folder / "desk.lock").mkdir()
        desk = office.open()
        with pytest.raises(LedgerError, match="checkpoint_not_kept"):
            desk.submit([office.assign()])
        (office.folder / "desk.lock").rmdir()


def take_back(office, tmp_path, records):
    """The ledger as it was, while its newest checkpoint is of today."""
    shutil.copytree(office.folder, tmp_path / "older")
    desk = office.open()
    outcomes = accept(desk, *(office.assign() for _ in range(records)))
    note = desk.checkpoint()
    desk.keep_published(note)
    office.close()
    shutil.copytree(office.folder, tmp_path / "newer")
    for name in ("ledger.sqlite", "vault.sqlite"):
        shutil.copy(tmp_path / "older" / name, office.folder / name)
    return outcomes, note


class TestBehind:
    def refuses(self, office, code, **facts):
        desk = office.open()
        size = desk.store.head().size
        document = office.document()
        for _ in range(2):
            with pytest.raises(LedgerError) as error:
                desk.submit([document])
            assert (error.value.code, error.value.exit) == (code, 4)
            assert error.value.facts == facts
            with pytest.raises(LedgerError, match=code):
                desk.submit([office.forbidden()])
            with pytest.raises(LedgerError, match=code):
                desk.reveal(office.clerk.id, [])
            with pytest.raises(LedgerError, match=code):
                desk.checkpoint()
        assert desk.store.head().size == size
        assert desk.vault.values([digest(document)]) == {}, "not even its values are kept"
        # It still tells what it thinks of an act, and what it has.
        assert desk.submit([office.assign()], check=True)[0].accepted
        assert len(list(desk.store.read_records())) == size

    def test_the_missing_range_is_named(self, office, tmp_path):
        take_back(office, tmp_path, 4)
        self.refuses(office, "ledger_behind", size=BEFORE, known=BEFORE + 4, first=BEFORE + 1)
        desk = office.open()
        with pytest.raises(LedgerError) as error:
            desk.submit([office.assign()])
        assert "缺少第 10 至 13 条" in error.value.message

    def test_with_everything_back_in_place_it_goes_on(self, office, tmp_path):
        take_back(office, tmp_path, 2)
        with pytest.raises(LedgerError, match="ledger_behind"):
            office.open().submit([office.assign()])
        office.close()
        for name in ("ledger.sqlite", "vault.sqlite"):
            shutil.copy(tmp_path / "newer" / name, office.folder / name)
        assert accept(office.open(), office.assign())[0].position == BEFORE + 3
        office.verified()

    def test_as_told_by_a_note_from_outside(self, office, tmp_path):
        """A witness has seen more than the ledger has: from then on it is stopped."""
        ahead = office.copy(tmp_path / "further")
        desk = ahead.open()
        accept(desk, ahead.assign(), ahead.assign())
        note = desk.checkpoint()
        ahead.close()
        desk = office.open()
        desk.submit([office.assign()._replace(sig=b"")])
        with pytest.raises(LedgerError, match="ledger_behind"):
            desk.keep_published(note)
        desk.stop_at(note)
        with pytest.raises(LedgerError, match="ledger_behind"):
            desk.submit([office.assign()])
        office.close()
        self.refuses(office, "ledger_behind", size=BEFORE, known=BEFORE + 2, first=BEFORE + 1)

    def test_by_what_the_table_keeps(self, office, tmp_path):
        """The file outside is lost, the published note in the database is not."""
        desk = office.open()
        accept(desk, office.assign(), office.assign())
        desk.keep_published(desk.checkpoint())
        office.close()
        with closing(sqlite3.connect(office.folder / "ledger.sqlite")) as db:
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                db.execute(f"DROP TRIGGER {name}")
            db.execute("DELETE FROM record WHERE position > 10")
            db.commit()
        (office.folder / "checkpoint.newest").unlink()
        with open_store(office.folder, mending=True) as store:
            store.reindex()
        self.refuses(office, "ledger_behind", size=BEFORE + 1, known=BEFORE + 2, first=BEFORE + 2)


class TestForked:
    def test_another_history_of_the_same_length(self, office, tmp_path):
        """A restored ledger goes on with its newest checkpoint lost, and is then shown the old one."""
        _, note = take_back(office, tmp_path, 3)
        (office.folder / "checkpoint.newest").unlink()
        desk = office.open()
        accept(desk, *(office.assign() for _ in range(5)))
        office.close()
        (office.folder / "checkpoint.newest").write_text(note.text, "utf-8", newline="\n")
        desk = office.open()
        with pytest.raises(LedgerError) as error:
            desk.submit([office.assign()])
        assert (error.value.code, error.value.facts) == ("ledger_forked", {"size": BEFORE + 3})
        with pytest.raises(LedgerError, match="ledger_forked"):
            desk.keep_published(note)
        with pytest.raises(LedgerError, match="ledger_forked"):
            desk.checkpoint()
        assert desk.store.head().size == BEFORE + 5


FOREIGN = {
    "by another key": lambda note: (
        note.text.rsplit("— ", 1)[0] + notes.sign_note(generate("ed25519"), ORIGIN, note.body) + "\n"
    ),
    "nothing": lambda note: "",
    "without a signature": lambda note: note.body.decode() + "\n",
    "another size": lambda note: note.text.replace(f"\n{BEFORE}\n", "\n7\n"),
    "cut off": lambda note: note.text[:-20],
    "of another ledger": lambda note: notes.empty_tree_note(generate("ed25519"), "other.example/x"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_newest_checkpoint_that_is_not_the_ledgers(office, name):
    note = office.open().checkpoint()
    office.close()
    (office.folder / "checkpoint.newest").write_text(FOREIGN[name](note), "utf-8", newline="\n")
    desk = office.open()
    with pytest.raises(LedgerError, match="bad_checkpoint"):
        desk.submit([office.assign()])
    assert desk.store.head().size == BEFORE
    assert desk.submit([office.assign()], check=True)[0].accepted


class TestKeys:
    """The desk's own keys."""

    def test_missing(self, office):
        (office.folder / "desk.keys").unlink()
        with pytest.raises(LedgerError, match="desk_keys_missing"):
            office.open()

    @pytest.mark.parametrize(
        "content", [b"", b"{}", b"[]", b"\xff", b'{"review-ledger desk keys": 2}', b"null"]
    )
    def test_damaged(self, office, content):
        (office.folder / "desk.keys").write_bytes(content)
        with pytest.raises(LedgerError, match="desk_keys_damaged"):
            office.open()

    def test_of_another_ledger(self, office):
        path = office.folder / "desk.keys"
        mine = Keyring.load(path)
        for ring in (
            Keyring(ORIGIN, generate("p256-sha256"), mine.checkpoint),
            Keyring(ORIGIN, mine.machine, generate("ed25519")),
            Keyring("other.example/x", mine.machine, mine.checkpoint),
        ):
            path.unlink()
            ring.save(path)
            with pytest.raises(LedgerError, match="desk_keys_damaged"):
                office.open()
        path.unlink()
        mine.save(path)
        accept(office.open(), office.assign())

    def test_never_overwritten(self, office):
        ring = Keyring.load(office.folder / "desk.keys")
        with pytest.raises(LedgerError, match="file_exists"):
            ring.save(office.folder / "desk.keys")


class TestOrphans:
    """Values whose act never came to stand are swept after a week, with the whole line at hand."""

    def orphan(self, office):
        desk = office.open()
        document = office.document()
        desk.vault.put(digest(document), document.openings)
        office.close()
        return document

    def age(self, office):
        with closing(sqlite3.connect(office.folder / "vault.sqlite")) as db:
            db.execute("UPDATE arrival SET at = at - ?", (8 * DAY,))
            db.commit()

    def test_after_a_week(self, office):
        desk = office.open()
        (stands,) = accept(desk, office.document())
        document = self.orphan(office)
        desk = office.open()
        accept(desk, office.assign())
        assert desk.vault.values([digest(document)])
        office.close()
        self.age(office)
        desk = office.open()
        accept(desk, office.assign())
        assert desk.vault.values([digest(document)]) == {}
        assert len(desk.vault.values([stands.act])[stands.act]) == 2
        assert office.verified()["commitments"]["present"] == 2

    def test_of_an_act_that_was_refused_after_its_values_had_come(self, office):
        document = self.orphan(office)
        desk = office.open()
        accept(desk, office.revoke(office.clerk))
        assert codes(desk.submit([document])[0]) == ["key_revoked"]
        office.close()
        self.age(office)
        desk = office.open()
        accept(desk, office.assign())
        assert desk.vault.values([digest(document)]) == {}

    def test_not_on_a_ledger_that_is_behind(self, office, tmp_path):
        take_back(office, tmp_path, 1)
        document = self.orphan(office)
        self.age(office)
        desk = office.open()
        with pytest.raises(LedgerError, match="ledger_behind"):
            desk.submit([office.assign()])
        assert desk.vault.values([digest(document)])

    def test_a_vault_that_cannot_be_swept_now_hinders_nobody(self, office):
        self.orphan(office)
        self.age(office)
        desk = office.open()
        desk.vault._connection.execute("PRAGMA busy_timeout = 20")
        with closing(sqlite3.connect(office.folder / "vault.sqlite", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM item").fetchone()
            accept(desk, office.assign())
            reader.execute("ROLLBACK")
