"""Time, what a signer had seen, and batches (format §13.7, §13.8)."""

from __future__ import annotations

from tests.corpus.build.cases.keys import quiet
from tests.corpus.build.expect import Expected
from tests.corpus.build.maker import CorpusMaker, case
from tests.support.ledgers import SECOND, Actor, Added

TOLERANCE = 900 * SECOND


# ---- when it was signed ----


@case("13.7")
def signed_in_the_future(m):
    """Signed one microsecond more than the tolerance after it was recorded."""
    m.have_clerk()
    return [("signed_in_future", quiet(m, m.clerk, signed=m.now + 7 * SECOND + TOLERANCE + 1).position)]


@case("13.7")
def signed_too_long_ago(m):
    """Signed one microsecond more than the tolerance before it was recorded, and `late` says nothing."""
    m.have_clerk()
    return [("not_live", quiet(m, m.clerk, signed=m.now + 7 * SECOND - TOLERANCE - 1).position)]


@case("13.7")
def signed_in_the_future_and_late(m):
    """`late` excuses what is old, not what is to come."""
    m.have_clerk()
    bad = quiet(m, m.clerk, signed=m.now + 7 * SECOND + TOLERANCE + 1, late="clock_difference")
    return [("signed_in_future", bad.position)]


@case("13.7", tolerance=SECOND)
def signed_beyond_a_short_tolerance(m):
    """The ledger's own tolerance counts: here one second."""
    m.have_clerk()
    return [("not_live", quiet(m, m.clerk, signed=m.now + 5 * SECOND).position)]


@case("13.7")
def failures_of_time_cancel_nothing(m):
    """A key enrolled too late is enrolled."""
    key = m.new_key()
    bad = m.enrol("wang1", key, signed=m.now - 3600 * SECOND)
    quiet(m, Actor("wang1", key, None))
    return [("not_live", bad.position)]


# ---- what the signer had seen ----


def root(m: CorpusMaker) -> list[object]:
    """Size and root as they are now."""
    return [m.size, m.tree.root()]


@case("13.7")
def seen_another_root(m):
    """The signer's client had verified a checkpoint of another history of the same size."""
    m.have_clerk()
    return [("other_history", quiet(m, m.clerk, seen=[m.size, bytes(32)]).position)]


@case("13.7")
def seen_the_future(m):
    """The signer had seen a size that the ledger had not yet: this very record is not in it."""
    m.have_clerk()
    return [("other_history", quiet(m, m.clerk, seen=[m.size + 1, m.tree.root()]).position)]


@case("13.7")
def seen_another_history_twice(m):
    """Of several only the first is listed; it cancels nothing."""
    m.have_clerk()
    key = m.new_key()
    bad = m.enrol("wang1", key, seen=[1, bytes(32)])
    quiet(m, Actor("wang1", key, None), seen=[2, bytes(32)])
    return [("other_history", bad.position)]


@case("13.7")
def seen_after_a_missing_record(m):
    """After a missing position no root can be told, and nothing is said about what was seen."""
    gone = m.document(m.clerk, keep=False)
    quiet(m, m.clerk, seen=[1, bytes(32)])
    m.missing = {gone.position}
    return [("gap_or_order", gone.position), ("tail_not_witnessed", 1)]


# ---- batches ----

ONE, TWO = b"batch-number-one", b"batch-number-two"


def member(
    m: CorpusMaker,
    number: int,
    of: int,
    *,
    batch: bytes = ONE,
    stamp: int | None = None,
    by: Actor | None = None,
) -> Added:
    """A member of a batch, recorded at the stamp."""
    by = by or m.clerk
    data = {"person": by.person, "post": "guest/desk", "reason": "left"}
    act = m.act(by, "post_ended", data, cases=[f"person:{by.person}"], batch=[batch, number, of])
    return m.add_act(act, by.key, recorded_at=m.now if stamp is None else stamp)


def broken(first: Added) -> list[Expected]:
    """The batch is broken; it stands at its first member."""
    return [("batch_broken", first.position)]


@case("13.8")
def batch_cut_off_at_the_end(m):
    """The ledger ends before the batch does."""
    first = member(m, 1, 3)
    member(m, 2, 3)
    return broken(first)


@case("13.8")
def batch_without_its_first(m):
    """The first record that carries the id is number 2."""
    return broken(member(m, 2, 2))


@case("13.8")
def batch_with_a_hole(m):
    """Number 3 follows number 1; the rest of the id is not reported again."""
    first = member(m, 1, 3)
    member(m, 3, 3)
    member(m, 2, 3)
    return broken(first)


@case("13.8")
def batch_interrupted(m):
    """Another act stands between the members."""
    m.have_clerk()
    first = member(m, 1, 2)
    quiet(m, m.registrar)
    member(m, 2, 2, stamp=m.now)
    return broken(first)


@case("13.8")
def batch_interrupted_by_nothing_readable(m):
    """A record that cannot be read breaks an open batch."""
    first = member(m, 1, 2)
    p = m.append(b"\xc1")
    member(m, 2, 2)
    return [*broken(first), ("not_canonical", p)]


@case("13.8")
def batch_by_two_persons(m):
    """The second member is somebody else's."""
    m.have_clerk()
    first = member(m, 1, 2)
    member(m, 2, 2, by=m.registrar)
    return broken(first)


@case("13.8")
def batch_at_two_moments(m):
    """The members were not recorded at one moment."""
    first = member(m, 1, 2)
    member(m, 2, 2, stamp=m.now + 1)
    return broken(first)


@case("13.8")
def batch_that_grew(m):
    """The second member says that there are three."""
    first = member(m, 1, 2)
    member(m, 2, 3)
    return broken(first)


@case("13.8")
def batch_id_used_again(m):
    """A whole batch, and later another under the same id: it stands at the id's first record."""
    first = member(m, 1, 2)
    member(m, 2, 2)
    m.tick()
    member(m, 1, 2)
    member(m, 2, 2)
    return broken(first)


@case("13.8")
def batch_within_a_batch(m):
    """A second batch begins before the first is whole; only the first is broken."""
    first = member(m, 1, 2)
    member(m, 1, 2, batch=TWO)
    member(m, 2, 2, batch=TWO)
    return broken(first)


@case("13.8")
def batch_of_failing_acts(m):
    """A batch is judged by the heads alone: its members fail, the batch is whole."""
    m.have_clerk()
    stranger = Actor(m.clerk.person, m.new_key(), None)
    bad = [member(m, 1, 2, by=stranger), member(m, 2, 2, by=stranger)]
    return [("key_not_enrolled", each.position) for each in bad]
