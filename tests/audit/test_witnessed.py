"""Times of witnesses: what cannot have been received so late, what was covered too late, what nobody covers."""

import pytest

from ledger.audit import verify
from tests.support.ledgers import DAY, OFFICE, SECOND, LedgerMaker


def founded(**how):
    maker = LedgerMaker(**how)
    maker.found()
    maker.hire("clerk", OFFICE)
    return maker


def paper(maker, **how):
    return maker.document(maker.actors["clerk"], **how)


def faults(maker, folder, **how):
    report = verify(maker.write(folder), **{"anchors": [maker.anchor()], "as_of": maker.now, **how})
    return [(f.verdict, f.effect, f.code, f.position) for f in report.faults]


AFTER = ("time", "fails", "after_its_witness")
LATE = ("time", "undecided", "witnessed_late")
TAIL = ("completeness", "undecided", "tail_not_witnessed")
STALE = ("completeness", "undecided", "stale", None)


def test_received_after_it_was_witnessed(tmp_path):
    """Five records; the witnesses say that they saw them a day before the last two were received."""
    maker = founded()
    seen = maker.now // SECOND
    maker.tick(DAY)
    paper(maker)
    paper(maker)
    maker.publish(seconds=seen)
    assert faults(maker, tmp_path) == [(*AFTER, 6)]


def test_the_tolerance_is_allowed(tmp_path):
    maker = founded()
    maker.tick(-maker.now % SECOND)
    added = paper(maker)
    received = maker.now
    maker.publish(seconds=(received - maker.tolerance) // SECOND)
    assert faults(maker, tmp_path / "just") == []
    maker.contents.checkpoints.clear()
    maker.publish(seconds=(received - maker.tolerance) // SECOND - 1)
    assert faults(maker, tmp_path / "over") == [(*AFTER, added.position)]


def test_once_for_each_run(tmp_path):
    """Records 6 and 8 say they came later than they were seen; 7 does not."""
    maker = founded()
    for shift in (DAY, 0, DAY):
        maker.tick()
        act = maker.act(maker.actors["clerk"], "document_registered", fields())
        maker.add_act(act, maker.actors["clerk"].key, recorded_at=maker.now + shift)
    maker.publish()
    found = faults(maker, tmp_path)
    assert [f for f in found if f[:3] == AFTER] == [(*AFTER, 6), (*AFTER, 8)]


def test_covered_too_late(tmp_path):
    maker = founded()
    maker.publish()
    paper(maker)
    maker.tick(maker.witness_due + DAY)
    paper(maker)
    maker.publish()
    paper(maker)
    maker.publish()
    assert faults(maker, tmp_path) == [(*LATE, 6)]


def test_an_earlier_publication_of_more_counts(tmp_path):
    """What a larger checkpoint covered in time is not late because a smaller one came later."""
    maker = founded()
    paper(maker)
    small = maker.note
    size, root = maker.tree.size, maker.tree.root()
    paper(maker)
    maker.publish()
    maker.tick(3 * maker.witness_due)
    maker.contents.checkpoints.append((size, small(size=size, root=root)))
    assert faults(maker, tmp_path, as_of=maker.now - 3 * maker.witness_due) == []


def test_made_up_afterwards_and_cosigned_once(tmp_path):
    """A whole history with old dates, seen by the witnesses for the first time a month later."""
    maker = founded()
    paper(maker)
    maker.tick(30 * DAY)
    maker.publish()
    assert faults(maker, tmp_path) == [(*LATE, 1)]


def test_the_end_that_nobody_covers(tmp_path):
    maker = founded()
    maker.publish()
    paper(maker)
    assert faults(maker, tmp_path) == [(*TAIL, 6)]


def test_nothing_published_ever(tmp_path):
    maker = founded()
    assert faults(maker, tmp_path) == [(*TAIL, 1)]
    assert faults(maker, tmp_path, as_of=maker.now + maker.witness_due) == [(*TAIL, 1), STALE]


def test_stale(tmp_path):
    maker = founded()
    maker.publish()
    at = maker.now // SECOND * SECOND
    assert faults(maker, tmp_path, as_of=at + maker.witness_due) == []
    assert faults(maker, tmp_path, as_of=at + maker.witness_due + SECOND) == [STALE]


def test_a_closed_ledger_is_never_stale(tmp_path):
    maker = founded()
    maker.close()
    maker.publish()
    assert faults(maker, tmp_path, as_of=maker.now + 3650 * DAY) == []


def test_the_latest_time_at_which_a_quorum_stood_behind_it(tmp_path):
    """Both witnesses sign the same checkpoint again; fresh is what both still stood behind."""
    maker = founded()
    maker.publish()
    later = maker.now // SECOND + maker.witness_due // SECOND
    maker.contents.checkpoints.append((maker.tree.size, maker.note(["archive"], seconds=later)))
    as_of = maker.now + maker.witness_due + 10 * SECOND
    assert faults(maker, tmp_path / "one", as_of=as_of) == [STALE]
    maker.contents.checkpoints.append((maker.tree.size, maker.note(["oversight"], seconds=later)))
    assert faults(maker, tmp_path / "both", as_of=as_of) == []


@pytest.mark.parametrize("witnesses", [(), ("oversight",), ("archive",)])
def test_less_than_the_quorum_is_nothing(tmp_path, witnesses):
    maker = founded()
    maker.publish(witnesses=witnesses)
    assert faults(maker, tmp_path) == [(*TAIL, 1)]


def test_a_record_without_a_time_breaks_no_run(tmp_path):
    maker = founded()
    seen = maker.now // SECOND
    maker.tick(DAY)
    paper(maker)
    maker.append(b"no record")
    paper(maker)
    maker.publish(seconds=seen)
    assert [f for f in faults(maker, tmp_path) if f[:3] == AFTER] == [(*AFTER, 6)]


def test_an_unreadable_first_record_is_as_stale_as_can_be(tmp_path):
    maker = founded()
    maker.contents.records[0] = b"x"
    assert STALE in faults(maker, tmp_path)


def fields():
    return {
        "date": None, "file": b"f" * 32, "how": "post", "issuer": "某局", "kind": "copy", "number": None,
        "received": "2026-01-05",
    }  # fmt: skip
