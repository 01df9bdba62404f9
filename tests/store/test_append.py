"""What every store promises of an append, on each kind."""

import threading
import time

import pytest
from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent, DCBQuery
from eventsourcing.persistence import IntegrityError

from ledger.errors import LedgerError
from ledger.sealing import proofs
from ledger.sealing.tree import Frontier, leaf_hash
from ledger.store import Head, event_of, of_bytes, of_event
from tests.store.acts import act, digest_of, entry, refusal, sealed


def code_of(call, *arguments, **named):
    with pytest.raises(LedgerError) as caught:
        call(*arguments, **named)
    assert caught.value.message
    assert caught.value.english
    return caught.value.code


def test_an_empty_ledger(place):
    store = place.create()
    assert store.head() == Head(0, 0, ())
    assert list(store.read_records()) == []
    assert store.checkpoints() == []
    assert store.position_at(10**18) == 0
    assert store.read().head is None
    store.check_index()


def test_records_are_numbered_and_found_again(place):
    store = place.create()
    records = [entry(recorded_at=moment, by="wang") for moment in (5, 5, 7)]
    first = store.append_records(records[:1], after=0)
    head = store.append_records(records[1:], after=1)
    assert (first.size, first.recorded_at) == (1, 5)
    assert head == store.head()
    assert (head.size, head.recorded_at) == (3, 7)
    assert list(store.read_records()) == list(enumerate(records, 1))
    assert list(store.read_records(after=1, limit=1)) == [(2, records[1])]
    assert store.record(3) == records[2]
    for position in (0, 4, -1):
        assert code_of(store.record, position) == "store_no_record"
    for position, data in enumerate(records, 1):
        assert store.decided(digest_of(data)) == position
    assert store.decided(bytes(32)) is None
    assert [store.position_at(moment) for moment in (4, 5, 6, 7, 8)] == [0, 2, 2, 3, 3]
    events = list(store.read())
    assert [(e.position, e.event) for e in events] == [(p, event_of(d)) for p, d in enumerate(records, 1)]


def test_the_tree_grows_with_the_line(place):
    store = place.create()
    frontier, leaves = Frontier(), []
    while frontier.size < 40:
        records = [entry() for _ in range(1 + frontier.size % 4)]
        head = store.append_records(records, after=frontier.size)
        for data in records:
            leaves.append(leaf_hash(data))
            frontier.push(leaves[-1])
        assert head.root == frontier.root()
    again = place.open() if place.kind != "memory" else store
    for size in range(1, frontier.size + 1):
        root = proofs.root_at(size, again.node)
        for index in range(0, size, 7):
            path = proofs.inclusion(index, size, again.node)
            assert proofs.verify_inclusion(index, size, leaves[index], path, root)
    assert code_of(again.node, 0, frontier.size) == "store_no_node"
    assert code_of(again.node, 20, 0) == "store_no_node"


def test_an_append_stands_on_the_head(place):
    store = place.create()
    store.append_records([entry(), entry()], after=0)
    for wrong in (0, 1, 3, -1):
        assert code_of(store.append_records, [entry()], after=wrong) == "head_moved"
    assert store.head().size == 2


def test_a_second_store_notices_that_the_head_moved(disk):
    store, other = disk.create(), disk.open()
    store.append_records([entry()], after=0)
    assert code_of(other.append_records, [entry()], after=0) == "head_moved"
    other.append_records([entry()], after=1)
    # `store` still remembers its own head of size 1.
    assert code_of(store.append_records, [entry()], after=1) == "head_moved"
    assert store.append_records([entry()], after=2) == other.head()


def test_a_digest_is_decided_once(place):
    store = place.create()
    first, inner = act(), act()
    store.append_records([sealed(first), refusal(inner)], after=0)
    assert store.decided(digest_of(sealed(inner))) == 2
    again = [sealed(first), sealed(inner), refusal(first), refusal(inner)]
    for data in again:
        assert code_of(store.append_records, [entry(), data], after=2) == "store_decided_twice"
    twin = act()
    assert code_of(store.append_records, [sealed(twin), sealed(twin)], after=2) == "store_decided_twice"
    assert store.head().size == 2
    store.check_index()
    store.append_records([sealed(twin)], after=2)


def test_time_never_runs_back_but_for_a_correction(place):
    store = place.create()
    store.append_records([entry(recorded_at=100)], after=0)
    assert code_of(store.append_records, [entry(recorded_at=99)], after=1) == "store_time_backwards"
    two = [entry(recorded_at=200), entry(recorded_at=150)]
    assert code_of(store.append_records, two, after=1) == "store_time_backwards"
    correction = sealed(act(kind="clock_corrected"), recorded_at=50)
    assert store.append_records([correction, entry(recorded_at=60)], after=1).recorded_at == 60
    assert [store.position_at(moment) for moment in (49, 50, 60, 100)] == [0, 2, 3, 3]


def test_nothing_but_canonical_records_gets_in(place):
    store = place.create()
    good = entry()
    refused_nothing = sealed(act(kind="act_refused", by="machine", data={"act": None}))
    bad = {
        b"": "not_canonical",
        good + b"\0": "not_canonical",
        sealed(b"\x80"): "not_an_act",
        sealed(b"\xc1"): "not_canonical",
        b"\x95\x02" + good[2:]: "unknown_record",
        good.ljust(65_536, b"\0"): "too_long",
        refused_nothing: "not_an_act",
    }
    for data, code in bad.items():
        assert code_of(store.append_records, [entry(), data], after=0) == code
        assert code_of(store.append, [DCBEvent(type="note_made", data=data, tags=[])]) == code
    right = event_of(good)
    assert right.type == "note_made"
    for wrong in (DCBEvent("other", good, right.tags), DCBEvent(right.type, good, ["person:wang"])):
        assert code_of(store.append, [wrong]) == "store_bad_event"
    assert code_of(store.append, []) == "store_bad_event"
    assert code_of(store.append_records, [], after=0) == "store_bad_event"
    assert store.head().size == 0
    assert store.append([right]) == 1


def test_scratch_events_come_back_unchanged_or_not_in(place):
    store = place.create(of_event)
    good = DCBEvent("名", b"", ["甲", "a b", "%"])
    store.append([good, DCBEvent("t", b"\0" * 70_000, [])])
    assert [each.event for each in store.read()] == [good, DCBEvent("t", b"\0" * 70_000, [])]
    for tag in ("", "a\nb", "a\0b", "\ud800"):
        assert code_of(store.append, [DCBEvent("t", b"", [tag])]) == "store_bad_event"
    assert code_of(store.append, [DCBEvent("t", "text", [])]) == "store_bad_event"  # type: ignore[arg-type]  # on purpose
    assert code_of(store.append, [DCBEvent("t", b"", None)]) == "store_bad_event"  # type: ignore[arg-type]  # on purpose


def test_the_library_may_append_records_too(place):
    store = place.create()
    assert store.append([event_of(entry()), event_of(entry())]) == 2
    whole = DCBAppendCondition(DCBQuery(), after=2)
    assert store.append([event_of(entry())], whole) == 3
    with pytest.raises(IntegrityError):
        store.append([event_of(entry())], whole)
    assert store.head().size == 3


def test_checkpoints_stay(place):
    store = place.create()
    store.append_records([entry(), entry()], after=0)
    store.add_checkpoint(2, "zwei 二\n")
    store.add_checkpoint(1, "one\n")
    store.add_checkpoint(2, "zwei 二\n")
    store.add_checkpoint(2, "another\n")
    notes = [(1, "one\n"), (2, "another\n"), (2, "zwei 二\n")]
    assert store.checkpoints() == notes
    assert store.checkpoints(after=1) == notes[1:]
    if place.kind != "memory":
        assert place.open(readonly=True).checkpoints() == notes


def test_a_reader_cannot_write(disk):
    store = disk.create()
    store.append_records([entry()], after=0)
    reader = disk.open(readonly=True)
    assert reader.head() == store.head()
    assert code_of(reader.append_records, [entry()], after=1) == "store_readonly"
    assert code_of(reader.add_checkpoint, 1, "note") == "store_readonly"
    store.append_records([entry()], after=1)
    assert reader.head().size == 2


def test_a_closed_store_says_so(place):
    store = place.create()
    store.append_records([entry()], after=0)
    store.close()
    for call in (
        store.head,
        lambda: list(store.read_records()),
        lambda: store.append_records([entry()], after=1),
        lambda: store.add_checkpoint(1, "note"),
    ):
        assert code_of(call) == "store_closed"
    store.close()


def test_many_threads_one_store(place):
    store = place.create()
    got, failed = [], []

    def write():
        try:
            for _ in range(25):
                data = entry()
                got.append((store.append([event_of(data)]), data))
        except Exception as error:  # noqa: BLE001 - whatever a thread meets is the finding
            failed.append(error)

    def read():
        try:
            while store.head().size < 100:
                rows = list(store.read_records())
                assert [position for position, _ in rows] == list(range(1, len(rows) + 1))
        except Exception as error:  # noqa: BLE001 - whatever a thread meets is the finding
            failed.append(error)

    threads = [threading.Thread(target=write) for _ in range(4)] + [threading.Thread(target=read)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not failed
    assert sorted(got) == list(store.read_records())
    assert len(got) == 100
    store.check_index()


def test_a_subscription_sees_what_is_new_soon_and_stops_at_once(place):
    store = place.create()
    store.append_records([entry() for _ in range(300)], after=0)
    seen, moments = [], []
    subscription = store.subscribe(after=10)

    def follow():
        for event in subscription:
            seen.append(event.position)
            moments.append(time.monotonic())

    with subscription:
        thread = threading.Thread(target=follow)
        thread.start()
        while len(seen) < 290:
            time.sleep(0.001)
        waits = []
        for size in range(300, 310):
            store.append_records([entry()], after=size)
            written = time.monotonic()
            while len(seen) < size - 9:
                time.sleep(0.001)
            waits.append(moments[-1] - written)
        assert sorted(waits)[len(waits) // 2] < 0.05
        stopped = time.monotonic()
        subscription.stop()
        thread.join(5)
        assert not thread.is_alive()
        assert time.monotonic() - stopped < 0.5
    assert seen == list(range(11, 311))


def test_index_columns_come_from_the_bytes():
    inner = act()
    row = of_bytes(refusal(inner, recorded_at=9))
    assert (row.recorded_at, row.type, row.signer, row.tags) == (9, "act_refused", "machine", ["person:wang"])
    assert row.refused == digest_of(sealed(inner))


def test_odd_questions_get_our_answers(place):
    from eventsourcing.dcb.api import DCBQueryItem

    store = place.create()
    store.append_records([entry()], after=0)
    huge = 10**30
    odd = DCBQuery([DCBQueryItem(types=["\ud800"], tags=["a\0b", "\ud800"])])
    for call in (
        lambda: store.record(huge),
        lambda: store.position_at(huge),
        lambda: store.position_at(-huge),
        lambda: store.node(huge, 0),
        lambda: store.node(-1, -huge),
        lambda: list(store.read_records(after=huge)),
        lambda: list(store.read_records(limit=-1)),
        lambda: list(store.read(after=huge)),
        lambda: list(store.read(after=-huge, limit=huge)),
        lambda: list(store.read(odd)),
        lambda: store.append_records([entry()], after=huge),
        lambda: store.append([event_of(entry())], DCBAppendCondition(odd, after=-5)),
        lambda: store.checkpoints(after=huge),
        lambda: store.add_checkpoint(huge, "note"),
        lambda: store.add_checkpoint(1, "\ud800"),
    ):
        try:
            call()
        except LedgerError as error:
            assert error.message
    store.check_index()
