"""Checkpoints against the records: which are good, what is missing, where histories part."""

import pytest

from ledger.audit import verify
from ledger.errors import LedgerError
from ledger.sealing import notes
from ledger.sealing.anchor import make
from tests.support.ledgers import OFFICE, SECOND, LedgerMaker


@pytest.fixture
def maker():
    """Ten records, published at four, seven and ten."""
    maker = LedgerMaker()
    maker.found()
    clerk = maker.hire("clerk", OFFICE)
    for size in range(6, 11):
        maker.document(clerk)
        if size in (7, 10):
            maker.publish()
    assert maker.tree.size == 10
    return maker


def check(maker, folder, **how):
    return verify(maker.write(folder), **{"anchors": [maker.anchor()], "as_of": maker.now, **how})


def failing(report):
    return [(f.verdict, f.code, f.position) for f in report.faults if f.effect == "fails"]


def doubted(report):
    return [(f.verdict, f.code, f.position) for f in report.faults if f.effect == "undecided"]


def wrong_root(maker, size, **how):
    """A note of the ledger's about a history that it has not."""
    return maker.note(size=size, root=bytes([size]) * 32, **how)


def cut_to(maker, size):
    del maker.contents.records[size:]


def test_the_last_good_one(maker, tmp_path):
    report = check(maker, tmp_path)
    assert report.passes()
    assert (report.last_good.size, report.last_good.root, report.last_good.published) == (
        10,
        maker.tree.root(),
        True,
    )


def test_a_tail_that_a_checkpoint_remembers(maker, tmp_path):
    cut_to(maker, 8)
    report = check(maker, tmp_path)
    assert failing(report) == [("completeness", "tail_missing", 9)]
    assert report.last_good is not None
    assert report.last_good.size == 7


@pytest.mark.parametrize("kept", ["table", "newest", "file", "typed"])
def test_wherever_the_checkpoint_comes_from(maker, tmp_path, kept):
    contents, text, how = maker.contents, maker.contents.checkpoints[-1][1], {}
    root = maker.tree.root().hex()
    if kept != "table":
        del contents.checkpoints[-1]
    if kept != "newest":
        contents.newest = None
    if kept == "file":
        (tmp_path / "kept").write_text(text)
        how = {"checkpoints": [tmp_path / "kept"]}
    if kept == "typed":
        how = {"roots": [f"10:{root}"]}
    cut_to(maker, 9)
    assert failing(check(maker, tmp_path / "ledger", **how)) == [("completeness", "tail_missing", 10)]


def test_a_typed_root_that_agrees_is_no_checkpoint_of_its_own(maker, tmp_path):
    maker.contents.checkpoints, maker.contents.newest = [], None
    report = check(maker, tmp_path, roots=[f" 10：{maker.tree.root().hex().upper()} "])
    assert failing(report) == []
    assert report.last_good is None
    assert ("completeness", "tail_not_witnessed", 1) in doubted(report)


@pytest.mark.parametrize("text", ["", "10", "10:abc", "-1:" + "0" * 64, "1:" + "g" * 64, "01:" + "0" * 64])
def test_a_typed_root_that_is_none(maker, tmp_path, text):
    with pytest.raises(LedgerError) as caught:
        check(maker, tmp_path, roots=[text])
    assert (caught.value.code, caught.value.exit) == ("root_unreadable", 2)


def test_root_differs_right_after_the_last_good_one(maker, tmp_path):
    maker.contents.checkpoints += [(9, wrong_root(maker, 9)), (8, wrong_root(maker, 8))]
    maker.contents.checkpoints.remove(next(row for row in maker.contents.checkpoints if row[0] == 10))
    maker.contents.newest = None
    assert failing(check(maker, tmp_path)) == [("integrity", "root_differs", 8)], "only the first is told"


def test_root_differs_before_any_good_one(maker, tmp_path):
    maker.contents.checkpoints, maker.contents.newest = [(3, wrong_root(maker, 3))], None
    assert failing(check(maker, tmp_path)) == [("integrity", "root_differs", 1)]


def test_root_differs_at_a_size_that_a_later_good_one_covers(maker, tmp_path):
    maker.contents.checkpoints.append((8, wrong_root(maker, 8)))
    report = check(maker, tmp_path)
    assert failing(report) == [("integrity", "root_differs", 8)]
    assert report.last_good is not None
    assert report.last_good.size == 10


def test_a_fork_is_shown(maker, tmp_path):
    maker.contents.checkpoints.append((10, wrong_root(maker, 10)))
    report = check(maker, tmp_path)
    assert failing(report) == [("integrity", "root_differs", 10)]
    assert report.forks == ((10, tuple(sorted([maker.tree.root(), bytes([10]) * 32]))),)
    assert maker.tree.root().hex() in report.text()
    assert report.json()["forks"][0]["size"] == 10


@pytest.mark.parametrize("text", ["", "x", "a\n1\nx\n\n", 5])
def test_no_note_at_all(maker, tmp_path, text):
    maker.contents.checkpoints.append((3, text))
    folder = maker.write(tmp_path)
    report = verify(folder, anchors=[maker.anchor()], as_of=maker.now)
    assert failing(report) == [("authenticity", "bad_checkpoint", None)]


def test_a_spoilt_note_is_not_used(maker, tmp_path):
    """A wrong line of a known witness spoils it all; of an unknown one it is nothing."""
    good = maker.contents.checkpoints.pop()[1]
    maker.contents.newest = None
    stripped = good.rstrip("\n").rsplit("\n", 1)[0]
    line = good.rstrip("\n").rsplit("\n", 1)[1]
    name, blob = line.removeprefix("— ").split(" ")
    forged = blob[:-4] + ("AAA=" if blob.endswith("=") else "AAAA")
    maker.contents.checkpoints.append((10, f"{stripped}\n— {name} {forged}\n"))
    report = check(maker, tmp_path)
    assert failing(report) == [("authenticity", "bad_checkpoint", None)]
    assert report.last_good is not None
    assert report.last_good.size == 7


def test_of_another_origin(maker, tmp_path):
    other = LedgerMaker(origin="ledger.example/other")
    other.found()
    maker.contents.checkpoints.append((2, other.note()))
    assert failing(check(maker, tmp_path)) == [("authenticity", "bad_checkpoint", None)]


def test_under_a_key_that_is_not_the_ledgers(maker, tmp_path):
    impostor = LedgerMaker(keys_from=100)
    impostor.tree = maker.tree
    maker.contents.checkpoints.append((10, impostor.note(witnesses=())))
    assert failing(check(maker, tmp_path)) == [("authenticity", "bad_checkpoint", None)]


def test_not_signed_by_the_ledger_but_by_a_witness_is_compared(maker, tmp_path):
    maker.contents.checkpoints.append((9, wrong_root(maker, 9, signed=False)))
    report = check(maker, tmp_path)
    assert failing(report) == [("integrity", "root_differs", 9), ("authenticity", "bad_checkpoint", None)]


def test_not_signed_by_the_ledger_publishes_nothing(maker, tmp_path):
    del maker.contents.checkpoints[-1]
    maker.contents.newest = None
    maker.contents.checkpoints.append((10, maker.note(signed=False)))
    report = check(maker, tmp_path)
    assert report.last_good is not None
    assert report.last_good.size == 7
    assert ("completeness", "tail_not_witnessed", 8) in doubted(report)


def test_a_size_that_is_not_the_notes(maker, tmp_path):
    maker.contents.checkpoints[-1] = (9, maker.contents.checkpoints[-1][1])
    report = check(maker, tmp_path)
    assert failing(report) == [("authenticity", "bad_checkpoint", None)]
    assert report.last_good is not None
    assert report.last_good.size == 10


def test_cosignatures_add_up(maker, tmp_path):
    del maker.contents.checkpoints[-1]
    maker.contents.newest = maker.note(["oversight"])
    assert not check(maker, tmp_path / "one").last_good.published
    maker.contents.checkpoints.append((10, maker.note(["archive"])))
    report = check(maker, tmp_path / "both")
    assert report.passes()
    assert report.last_good is not None
    assert report.last_good.published


def test_roots_behind_a_gap_are_not_compared(maker, tmp_path):
    folder = maker.write(tmp_path)
    from tests.support import folders

    with folders.opened(folder) as db:
        db.execute("DELETE FROM record WHERE position = 9")
        db.execute("DELETE FROM record_index WHERE position = 9")
        db.execute("DELETE FROM decided WHERE position = 9")
    report = verify(folder, anchors=[maker.anchor()], as_of=maker.now)
    assert failing(report) == [("completeness", "gap_or_order", 9)]
    assert report.last_good is not None
    assert report.last_good.size == 7
    assert report.size == 10


def test_without_an_anchor_the_ledgers_own_key_will_do_for_comparing(maker, tmp_path):
    maker.contents.checkpoints.append((8, wrong_root(maker, 8)))
    report = check(maker, tmp_path, anchors=[])
    assert failing(report) == [("integrity", "root_differs", 8)]
    assert [f.code for f in report.faults if f.effect == "undecided"] == ["no_anchor"] * 3
    assert report.last_good is not None
    assert not report.last_good.published


def test_the_table_in_ruins(maker, tmp_path):
    folder = maker.write(tmp_path)
    from tests.support import folders

    with folders.opened(folder) as db:
        db.execute("ALTER TABLE checkpoint RENAME COLUMN note TO paper")
    report = verify(folder, anchors=[maker.anchor()], as_of=maker.now)
    assert ("authenticity", "bad_checkpoint", None) in failing(report)
    assert report.last_good is not None
    assert report.last_good.size == 10, "from the file outside"


def test_an_anchor_file_inside_the_folder_is_not_looked_at(maker, tmp_path):
    folder = maker.write(tmp_path)
    (folder / "anchor.txt").write_text(maker.anchor().format())
    assert verify(folder, as_of=maker.now).json()["anchor"] == "none"
    assert verify(folder, anchors=[folder / "anchor.txt"], as_of=maker.now).passes()


def test_anchors_of_another_ledger(maker, tmp_path):
    anchor = maker.anchor()
    elsewhere = make(b"x" * 32, anchor.logs, anchor.witnesses, anchor.groups, anchor.quorum)
    assert failing(check(maker, tmp_path / "a", anchors=[elsewhere])) == [("authenticity", "other_ledger", 1)]
    both = check(maker, tmp_path / "b", anchors=[anchor, elsewhere])
    assert failing(both) == [("authenticity", "other_ledger", 1)]


def test_an_anchor_of_another_origin(maker, tmp_path):
    other = LedgerMaker(origin="ledger.example/other")
    anchor = make(maker.ledger, [other.vkey], [], [], None)
    report = check(maker, tmp_path, anchors=[anchor])
    assert ("authenticity", "other_ledger", 1) in failing(report)


def test_one_satisfied_anchor_of_several_is_enough(maker, tmp_path):
    """The witnesses changed: an older anchor names some that never signed this ledger's newer checkpoints."""
    anchor, stranger = maker.anchor(), LedgerMaker(keys_from=300, witnesses=("audit",), needed=1)
    older = make(maker.ledger, anchor.logs, [], [], None)
    other = make(maker.ledger, anchor.logs, [*stranger_witnesses(stranger)], [], "audit")
    report = check(maker, tmp_path, anchors=[other, anchor])
    assert report.passes()
    assert not check(maker, tmp_path / "only", anchors=[other]).last_good.published
    assert check(maker, tmp_path / "none", anchors=[older]).last_good.published


def stranger_witnesses(stranger):
    from ledger.sealing.anchor import Witness

    return [Witness("audit", stranger.witness("audit"))]


def test_the_note_of_nothing(maker, tmp_path):
    """A checkpoint of size 0 agrees with every ledger."""
    maker.contents.checkpoints.append((0, notes.empty_tree_note(maker.checkpoint_key, maker.origin)))
    assert check(maker, tmp_path).passes()


def test_no_witness_wanted(tmp_path):
    maker = LedgerMaker(needed=None)
    maker.found()
    maker.publish(witnesses=())
    report = verify(maker.write(tmp_path), anchors=[maker.anchor()], as_of=maker.now + 10**9 * SECOND)
    assert [(f.verdict, f.code) for f in report.faults] == [
        ("completeness", "no_witness"),
        ("time", "no_witness"),
    ]
    assert report.last_good is not None
    assert report.last_good.published
    assert report.passes(accept_undecided=True)
    assert not report.passes()
