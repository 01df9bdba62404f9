"""--save and --since: what is kept, what is read again, and files that are no such thing."""

import dataclasses
import os

import pytest

from ledger.audit import state, verify
from ledger.audit.nodes import Nodes
from ledger.audit.reader import locate, open_source
from ledger.audit.walk import Walk
from ledger.errors import LedgerError
from ledger.rules.life.state import LedgerState
from tests.support import folders
from tests.support.ledgers import OFFICE, Contents, LedgerMaker
from tests.support.lives import random_life


def anchored(maker, folder, **how):
    return verify(folder, anchors=[maker.anchor()], as_of=maker.now, **how)


def cut(maker, size):
    """The ledger as it stood at an earlier size."""
    contents = maker.contents
    notes = [row for row in contents.checkpoints if row[0] <= size]
    return Contents(contents.records[:size], notes, notes[-1][1] if notes else None, contents.vault)


def comparable(report):
    told = report.json()
    told.pop("since")
    told["remarks"] = [remark for remark in told["remarks"] if remark["code"] != "went_on"]
    return told


@pytest.mark.parametrize("seed", range(8))
def test_going_on_is_the_same_as_beginning_anew(seed, tmp_path):
    """In three portions, each with what the one before has kept."""
    maker = random_life(seed, steps=45, papers=0.6)
    size = maker.tree.size
    saved, before = tmp_path / "saved", None
    for portion in (size // 3, 2 * size // 3, size):
        folder = folders.write(cut(maker, portion), tmp_path / "ledger")
        report = anchored(maker, folder, since=saved if before else None, save=saved)
        assert report.since == before
        before = portion
    assert comparable(report) == comparable(anchored(maker, folder))
    assert report.passes()
    assert [f.code for f in report.remarks if f.code == "went_on"] == ["went_on"]


def test_what_was_found_is_not_forgotten(tmp_path):
    """A failure before the saved size is told again; so is what only the end shows."""
    maker = LedgerMaker()
    maker.found()
    clerk = maker.hire("clerk", OFFICE)
    maker.document(clerk, signed=5)
    maker.append(b"nonsense")
    first, batch = maker.tree.size, maker.random.randbytes(16)
    maker.add(clerk, "document_filed", filed(), batch=[batch, 1, 2])
    folder = maker.write(tmp_path / "ledger")
    early = anchored(maker, folder, save=tmp_path / "saved")
    assert [f.position for f in early.faults if f.code == "batch_broken"] == [first + 1]
    maker.add(clerk, "document_filed", filed(), batch=[batch, 2, 2], recorded_at=maker.now)
    maker.write(tmp_path / "ledger")
    later = anchored(maker, folder, since=tmp_path / "saved")
    assert comparable(later) == comparable(anchored(maker, folder))
    assert {f.code for f in later.faults if f.position is not None} >= {"not_live", "not_canonical"}


def filed():
    from hashlib import sha256

    return {"bytes": b"", "document": sha256(b"").digest(), "part": 1, "parts": 1}


def test_doubts_about_old_acts_are_found_in_what_was_kept(tmp_path):
    maker = LedgerMaker()
    maker.found()
    clerk = maker.hire("clerk", OFFICE)
    paper = maker.document(clerk)
    folder = maker.write(tmp_path / "ledger")
    anchored(maker, folder, save=tmp_path / "saved")
    maker.revoke(clerk, paper.position)
    maker.write(folder)
    report = anchored(maker, folder, since=tmp_path / "saved")
    assert [f.position for f in report.faults if f.code == "key_doubtful"] == [paper.position]


def test_old_records_are_not_read_again(tmp_path):
    maker = random_life(3)
    saved = tmp_path / "saved"
    folder = maker.write(tmp_path / "ledger")
    anchored(maker, folder, save=saved)
    with folders.opened(folder) as db:
        db.execute("UPDATE record SET bytes = zeroblob(9) WHERE position = 4")
    assert anchored(maker, folder, since=saved).passes()
    assert not anchored(maker, folder).passes()


def test_a_ledger_that_is_shorter_than_it_was(tmp_path):
    maker = random_life(3)
    size, saved = maker.tree.size, tmp_path / "saved"
    anchored(maker, maker.write(tmp_path / "whole"), save=saved)
    folder = folders.write(cut(maker, size - 2), tmp_path / "cut")
    found = {(f.code, f.position) for f in anchored(maker, folder, since=saved).faults}
    assert ("tail_missing", size - 1) in found


def test_a_ledger_that_ends_otherwise_than_it_did(tmp_path):
    maker = random_life(3)
    size, saved = maker.tree.size, tmp_path / "saved"
    anchored(maker, maker.write(tmp_path / "ledger"), save=saved)
    maker.contents.records[-1] = maker.contents.records[-2]
    found = {
        (f.code, f.position) for f in anchored(maker, maker.write(tmp_path / "ledger"), since=saved).faults
    }
    assert ("root_differs", size) in found


def test_new_checkpoints_must_extend_what_was_kept(tmp_path):
    """The office goes on with another history under the same head: its new checkpoint gives it away."""
    maker = random_life(3)
    saved = tmp_path / "saved"
    anchored(maker, maker.write(tmp_path / "ledger"), save=saved)
    size = maker.tree.size
    maker.document(maker.actors["clerk"])
    maker.publish(root=b"\0" * 32)
    found = {
        (f.code, f.position) for f in anchored(maker, maker.write(tmp_path / "ledger"), since=saved).faults
    }
    assert ("root_differs", size + 1) in found


def test_new_index_rows_are_compared(tmp_path):
    maker = random_life(3)
    saved = tmp_path / "saved"
    folder = maker.write(tmp_path / "ledger")
    anchored(maker, folder, save=saved)
    maker.document(maker.actors["clerk"])
    maker.publish()
    size = maker.tree.size
    for statement in (
        f"UPDATE decided SET digest = zeroblob(32) WHERE position = {size}",
        f"UPDATE record_index SET signer = 'nobody' WHERE position = {size}",
        f"UPDATE node SET hash = zeroblob(32) WHERE level = 0 AND number = {size - 1}",
    ):
        maker.write(folder)
        with folders.opened(folder) as db:
            db.execute(statement)
        report = anchored(maker, folder, since=saved)
        assert [(f.code, f.position) for f in report.faults] == [("index_differs", size)], statement


def test_of_another_ledger(tmp_path):
    maker, other = random_life(1), random_life(2)
    anchored(maker, maker.write(tmp_path / "a"), save=tmp_path / "saved")
    with pytest.raises(LedgerError) as caught:
        anchored(other, other.write(tmp_path / "b"), since=tmp_path / "saved")
    assert (caught.value.code, caught.value.exit) == ("state_of_other_ledger", 2)


def test_damaged(tmp_path):
    maker = random_life(1, steps=3)
    folder, saved = maker.write(tmp_path / "ledger"), tmp_path / "saved"
    anchored(maker, folder, save=saved)
    content = saved.read_bytes()
    for at in (0, 5, len(state.MAGIC) + 3, len(state.MAGIC) + 40, len(content) // 2, len(content) - 1):
        saved.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        with pytest.raises(LedgerError) as caught:
            anchored(maker, folder, since=saved)
        assert (caught.value.code, caught.value.exit) == ("state_unreadable", 3)
    for shorter in (content[:-1], content[:10], b"", content + b"x"):
        saved.write_bytes(shorter)
        with pytest.raises(LedgerError) as caught:
            anchored(maker, folder, since=saved)
        assert caught.value.code == "state_unreadable"


def test_whole_but_of_another_shape(tmp_path):
    from hashlib import sha256

    from ledger.sealing import canon

    folder, saved = random_life(1, steps=2).write(tmp_path / "ledger"), tmp_path / "saved"
    heads: list[object] = [
        {},
        {"tables": [-1], "levels": [], "lists": [], "plain": {}, "ledger": None},
        [1],
        "x",
    ]
    for head in heads:
        packed = canon.encode(head)
        rest = len(packed).to_bytes(8, "little") + packed
        saved.write_bytes(state.MAGIC + sha256(rest).digest() + rest)
        with pytest.raises(LedgerError) as caught:
            verify(folder, since=saved)
        assert caught.value.code == "state_unreadable"


def test_files_that_cannot_be_had(tmp_path):
    folder = random_life(1, steps=2).write(tmp_path / "ledger")
    with pytest.raises(LedgerError) as caught:
        verify(folder, since=tmp_path / "none")
    assert caught.value.code == "file_unreadable"
    with pytest.raises(LedgerError) as caught:
        verify(folder, save=tmp_path / "no" / "folder")
    assert caught.value.code == "file_unwritable"
    (tmp_path / "letter.docx").write_bytes(b"dear all")
    with pytest.raises(LedgerError) as caught:
        verify(folder, save=tmp_path / "letter.docx")
    assert caught.value.code == "file_exists"
    assert (tmp_path / "letter.docx").read_bytes() == b"dear all"
    assert {file.name for file in tmp_path.iterdir()} == {"ledger", "letter.docx"}


def test_everything_in_the_state_comes_back(tmp_path):
    """Whoever adds a part to the state finds it here, or cannot save it."""
    maker = random_life(5, steps=60)
    place = locate(maker.write(tmp_path / "ledger"))
    anchored(maker, tmp_path / "ledger", save=tmp_path / "saved")
    with open_source(place) as source:
        walk = state.load(tmp_path / "saved", source)
        state.save(walk, tmp_path / "again")
        again = state.load(tmp_path / "again", source)
        for field in dataclasses.fields(LedgerState):
            before, after = getattr(walk.state, field.name), getattr(again.state, field.name)
            if hasattr(before, "dump"):
                before, after = before.dump(), after.dump()
            assert before == after, field.name
        assert isinstance(Walk(source, LedgerState(), Nodes()), Walk)
    assert (tmp_path / "again").read_bytes() == (tmp_path / "saved").read_bytes()


def test_the_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    folder, saved = random_life(1, steps=2).write(tmp_path / "ledger"), tmp_path / "saved"
    verify(folder, save=saved)
    before = saved.read_bytes()

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LedgerError) as caught:
        verify(folder, save=saved)
    assert caught.value.code == "file_unwritable"
    assert saved.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {"ledger", "saved"}
