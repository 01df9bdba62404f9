"""One line, one judge (format §4): whoever appends has judged on exactly the head that is appended to.

Other desks are let in at the worst moment: between the judgement and the append.
"""

import threading
from collections.abc import Callable
from contextlib import contextmanager

import pytest

from ledger.desk import Accepted, Desk, Refused
from ledger.errors import LedgerError
from ledger.sealing import receipts, record
from ledger.sealing.algorithms.p256 import P256Public
from ledger.store.sqlite.store import SQLiteStore
from ledger.vault import Vault
from tests.desk.office import CLERK, DAY, accept, codes, digest
from tests.desk.test_accept import BEFORE


@pytest.fixture
def before_append(monkeypatch):
    """`before_append(desk, act)`: the next append of this desk first lets `act` happen."""
    append = SQLiteStore.append_records
    planned: dict[int, list[Callable[[], object]]] = {}

    def watched(store, records, after):
        waiting = planned.get(id(store), [])
        if waiting:
            waiting.pop(0)()
        return append(store, records, after)

    monkeypatch.setattr(SQLiteStore, "append_records", watched)
    monkeypatch.setattr("time.sleep", lambda seconds: None)

    def plan(desk: Desk, *acts: Callable[[], object]) -> None:
        planned.setdefault(id(desk.store), []).extend(acts)

    return plan


class TestOthersWereFaster:
    def test_the_act_is_judged_again_and_stands_behind(self, office, before_append):
        here, there = office.open(), office.open(desk="there")
        before_append(here, lambda: accept(there, office.assign()))
        (outcome,) = accept(here, office.assign())
        assert outcome.position == BEFORE + 2
        assert outcome.size == BEFORE + 2
        office.verified()

    def test_a_post_that_was_just_ended(self, office, before_append):
        here, there = office.open(), office.open(desk="there")
        before_append(here, lambda: accept(there, office.end(office.clerk.id, CLERK)))
        document = office.document()
        (outcome,) = here.submit([document])
        assert isinstance(outcome, Refused)
        assert codes(outcome) == ["post_not_held", "post_not_entitled"]
        assert outcome.recorded_as == BEFORE + 2
        office.verified()

    def test_a_key_that_was_just_revoked(self, office, before_append):
        here, there = office.open(), office.open(desk="there")
        before_append(here, lambda: accept(there, office.revoke(office.clerk)))
        (outcome,) = here.submit([office.document()])
        assert codes(outcome) == ["key_revoked"]
        office.verified()

    def test_a_ledger_that_was_just_closed(self, office, before_append):
        here, there = office.open(), office.open(desk="there")
        closing = office.signed(office.head, "ledger_closed", {"reason": "done", "successor": None})
        before_append(here, lambda: accept(there, closing))
        (outcome,) = here.submit([office.assign()])
        assert "after_close" in codes(outcome)
        assert here.store.head().size == BEFORE + 1
        office.verified()

    def test_the_same_act_at_two_desks(self, office, before_append):
        here, there = office.open(), office.open(desk="there")
        document = office.document()
        before_append(here, lambda: accept(there, document))
        (outcome,) = accept(here, document)
        assert outcome.position == BEFORE + 1 == here.store.head().size
        assert record.unpack(here.store.record(outcome.position)).desk == "there"
        office.verified()

    def test_the_same_wrong_act_at_two_desks(self, office, before_append):
        here, there = office.open(), office.open(desk="there")
        wrong = office.forbidden()
        before_append(here, lambda: there.submit([wrong]))
        (outcome,) = here.submit([wrong])
        assert isinstance(outcome, Refused)
        assert outcome.recorded_as == BEFORE + 1 == here.store.head().size

    def test_what_was_wrong_may_be_right_on_the_new_head(self, office, before_append):
        """The refusal was about to be stored; behind the other's act there is nothing to refuse."""
        here, there = office.open(), office.open(desk="there")
        other = office.hire("other", "office/registrar", desk=there)
        accept(there, office.end(other.id, "office/registrar", office.head))
        early = office.assign(who=other)
        assert codes(here.submit([early], check=True)[0]) == ["post_not_held", "post_not_entitled"]
        giving = office.assign("office/registrar", other.id, who=office.head)
        before_append(here, lambda: accept(there, giving))
        accept(here, early)
        assert office.verified()["refused"] == 0

    def test_a_batch_is_judged_again_as_a_whole(self, office, before_append):
        here, there = office.open(), office.open(desk="there")
        batch = office.batch([office.document, office.document])
        before_append(here, lambda: accept(there, office.end(office.clerk.id, CLERK)))
        outcomes = here.submit(batch)
        assert [type(o) for o in outcomes] == [Refused, Refused]
        assert here.store.head().size == BEFORE + 3
        office.verified()

    def test_the_moment_is_stamped_anew(self, office, before_append):
        here, there = office.open(), office.open(desk="there")

        def later():
            office.clock.tick(DAY // 2)
            accept(there, office.assign())

        before_append(here, later)
        # Signed half a day ago by then: what was live on the old head no longer is.
        (outcome,) = here.submit([office.assign()])
        assert codes(outcome) == ["not_live"]
        office.verified()

    def test_again_and_again(self, office, before_append):
        here, there = office.open(), office.open(desk="there")
        before_append(here, *[lambda: accept(there, office.assign())] * 5)
        assert accept(here, office.assign())[0].position == BEFORE + 6

    def test_without_end(self, office, before_append):
        here, there = office.open(), office.open(desk="there")
        before_append(here, *[lambda: accept(there, office.assign())] * 64)
        with pytest.raises(LedgerError) as error:
            here.submit([office.assign()])
        assert (error.value.code, error.value.exit) == ("desk_busy", 4)
        assert here.store.head().size == BEFORE + 64
        accept(here, office.assign())

    def test_throttled_attempts_are_counted_once(self, office, before_append):
        here, there = office.open(), office.open(desk="there")
        for _ in range(50):
            here.submit([office.forbidden()])
        batch = office.batch([office.forbidden, lambda **p: office.document(basis=[bytes(32)], **p)])
        before_append(here, *[lambda: accept(there, office.assign())] * 4)
        outcomes = here.submit(batch)
        assert [o.recorded_as for o in outcomes if isinstance(o, Refused)] == [None, BEFORE + 55]
        assert '"2026-01-05", 1,' in here.place.throttled.read_text()

    def test_a_signature_is_checked_once_however_often_it_is_judged(self, office, before_append, monkeypatch):
        """Signatures before the loop, rules inside it."""
        here, there = office.open(), office.open(desk="there")
        others = [office.assign() for _ in range(3)]
        document = office.document()
        verify, checked = P256Public.verify, []

        def watched(key, signature, message):
            checked.append(signature)
            return verify(key, signature, message)

        monkeypatch.setattr(P256Public, "verify", watched)
        before_append(here, *[lambda other=other: accept(there, other) for other in others])
        accept(here, document)
        assert checked.count(document.sig) == 1

    def test_back_off_is_random_and_grows(self, office, before_append, monkeypatch):
        slept: list[float] = []
        monkeypatch.setattr("time.sleep", slept.append)
        monkeypatch.setattr("random.random", lambda: 1.0)
        here, there = office.open(), office.open(desk="there")
        before_append(here, *[lambda: accept(there, office.assign())] * 9)
        accept(here, office.assign())
        assert slept == sorted(slept)
        assert slept[0] < 0.01
        assert slept[-1] == 0.2

    def test_readings_of_the_vault_too(self, office, before_append):
        here, there = office.open(), office.open(desk="there")
        (paper,) = accept(here, office.document())
        rows = [{"act": paper.act.hex(), "cases": [], "commitments": {"number": "…"}}]
        before_append(here, lambda: accept(there, office.assign()))
        shown = here.reveal(office.clerk.id, rows)
        assert shown(paper.act, "number") == ("present", "穗市监〔2026〕7号")
        assert here.store.head().size == BEFORE + 3
        office.verified()


def test_nothing_to_store_is_still_judged_on_the_newest_head(office):
    """An act refused for its form alone is no append; whether it is that is asked on the newest head."""
    here, there = office.open(), office.open(desk="there")
    accept(here, office.assign())
    closing = office.signed(office.head, "ledger_closed", {"reason": "done", "successor": None})
    accept(there, closing)
    assert "after_close" in codes(here.submit([office.assign()])[0])
    stands = accept(there, closing)[0]
    assert accept(here, closing)[0].position == stands.position


class Watch:
    """Counts and orders what durable means: appends, values put away, notes signed."""

    def __init__(self, monkeypatch, desk):
        self.seen: list[str] = []
        self.records: list[int] = []
        append, put = SQLiteStore.append_records, Vault.put_many
        sign = type(desk._keyring.checkpoint).sign

        def watched_append(store, records, after):
            self.seen.append("append")
            self.records.append(len(records))
            head = append(store, records, after)
            self.seen.append("durable")
            return head

        def watched_put(vault, values):
            put(vault, values)
            self.seen.append("values")

        def watched_sign(key, message):
            if key is desk._keyring.checkpoint:
                self.seen.append("note")
            return sign(key, message)

        monkeypatch.setattr(SQLiteStore, "append_records", watched_append)
        monkeypatch.setattr(Vault, "put_many", watched_put)
        monkeypatch.setattr(type(desk._keyring.checkpoint), "sign", watched_sign)


class TestTogether:
    """What waits together is committed together, under one note."""

    THREADS = 8

    @contextmanager
    def held(self, desk):
        """Somebody holds the line while others come."""
        desk._queue.turn.acquire()
        try:
            yield
        finally:
            desk._queue.turn.release()

    def all_at_once(self, desk, units):
        outcomes: dict[int, object] = {}

        def hand_in(number, unit):
            try:
                outcomes[number] = desk.submit(unit)
            except LedgerError as error:
                outcomes[number] = error

        threads = [threading.Thread(target=hand_in, args=each) for each in enumerate(units)]
        with self.held(desk):
            for thread in threads:
                thread.start()
            while len(desk._queue._waiting) < len(units):
                threading.Event().wait(0.001)
        for thread in threads:
            thread.join(30)
        return [outcomes[number] for number in range(len(units))]

    def test_one_append_one_note(self, office, monkeypatch):
        desk = office.open()
        watch = Watch(monkeypatch, desk)
        units = [[office.assign()] for _ in range(self.THREADS)]
        found = self.all_at_once(desk, units)
        assert watch.seen == ["append", "durable", "note"]
        outcomes = [outcome for (outcome,) in found]
        assert sorted(o.position for o in outcomes) == list(range(BEFORE + 1, BEFORE + 1 + self.THREADS))
        assert {(o.size, o.root) for o in outcomes} == {(BEFORE + self.THREADS, desk.store.head().root)}
        for outcome, (submission,) in zip(outcomes, units, strict=True):
            assert outcome.act == digest(submission)
            assert receipts.verify(outcome.receipt, desk.ledger_keys).position == outcome.position
        office.verified()

    def test_values_first_then_records_then_the_note(self, office, monkeypatch):
        desk = office.open()
        watch = Watch(monkeypatch, desk)
        self.all_at_once(desk, [[office.document()], [office.assign()], [office.document()]])
        assert watch.seen == ["values", "append", "durable", "note"]
        assert office.verified()["commitments"]["present"] == 4

    def test_of_every_kind_together(self, office, monkeypatch):
        desk = office.open()
        watch = Watch(monkeypatch, desk)
        repeated = office.assign()
        units = [
            [office.assign()],
            [office.forbidden()],
            office.batch([office.document, office.document]),
            office.batch([office.assign, office.forbidden]),
            [office.assign()._replace(sig=b"")],
            [repeated],
            [repeated],
            [office.early()],
        ]
        found = self.all_at_once(desk, units)
        assert watch.seen == ["values", "append", "durable", "note"]
        assert found[5][0].position == found[6][0].position
        kinds = [[o.json()["outcome"] for o in outcomes] for outcomes in found]
        assert kinds == [
            ["accepted"], ["refused"], ["accepted"] * 2, ["refused"] * 2, ["refused"], ["accepted"], ["accepted"],
            ["refused"],
        ]  # fmt: skip
        office.verified()

    def test_each_is_judged_behind_those_it_waited_with(self, office):
        """Two clerks cannot both use up what is there once: only one of two ends the same post's last act."""
        desk = office.open()
        name = b"i" * 16
        found = self.all_at_once(desk, [[office.assign(id=name)], [office.assign(id=name)]])
        outcomes = [outcome for (outcome,) in found]
        assert sorted(type(o).__name__ for o in outcomes) == ["Accepted", "Refused"]
        assert [codes(o) for o in outcomes if isinstance(o, Refused)] == [["replayed_id"]]
        office.verified()

    def test_an_error_goes_to_everybody_and_each_may_try_again(self, office, monkeypatch):
        desk = office.open()
        units = [[office.assign()] for _ in range(4)]

        def broken(store, records, after):
            raise LedgerError("store_full", location="x")

        with monkeypatch.context() as patch:
            patch.setattr(SQLiteStore, "append_records", broken)
            found = self.all_at_once(desk, units)
        assert [error.code for error in found] == ["store_full"] * 4
        assert len({id(error) for error in found}) == 4, "each thread raises its own"
        assert all(isinstance(desk.submit(unit)[0], Accepted) for unit in units)
        office.verified()

    def test_one_that_cannot_be_decided_does_not_hinder_the_others(self, office):
        desk = office.open()
        machine = desk.state.machine
        data = {"doubtful_from": None, "key": machine, "reason": "stolen"}
        accept(desk, office.signed(office.registrar, "key_revoked", data, cases=["person:machine"]))
        found = self.all_at_once(desk, [[office.assign()], [office.forbidden()], [office.assign()]])
        assert isinstance(found[1], LedgerError)
        assert found[1].code == "machine_key_ended"
        assert found[0][0].accepted
        assert found[2][0].accepted

    def test_a_worker_that_breaks_leaves_nobody_waiting(self, office, monkeypatch):
        """Whatever stops the thread that works for all (an interruption, a fault of ours): the others hear of it."""
        desk = office.open()
        stop = RuntimeError("interrupted")

        def broken(units, vault):
            raise stop

        caught: list[object] = []
        monkeypatch.setattr(threading, "excepthook", lambda args: caught.append(args.exc_value))
        with monkeypatch.context() as patch:
            patch.setattr(desk._line, "run", broken)
            outcomes: list[object] = []

            def hand_in():
                try:
                    desk.submit([office.assign()])
                except LedgerError as error:
                    outcomes.append(error.code)

            threads = [threading.Thread(target=hand_in) for _ in range(3)]
            with self.held(desk):
                for thread in threads:
                    thread.start()
                while len(desk._queue._waiting) < 3:
                    threading.Event().wait(0.001)
            for thread in threads:
                thread.join(30)
        assert outcomes == ["desk_failed"] * 2
        assert caught == [stop]
        accept(desk, office.assign())

    def test_more_than_fit_into_one_append(self, office, monkeypatch):
        monkeypatch.setattr("ledger.desk.queue.MOST_TOGETHER", 3)
        desk = office.open()
        watch = Watch(monkeypatch, desk)
        found = self.all_at_once(desk, [[office.assign()] for _ in range(8)])
        assert watch.records == [3, 3, 2]
        assert sorted(o.position for (o,) in found) == list(range(BEFORE + 1, BEFORE + 9))
        office.verified()


def test_threads_on_two_desks(office):
    """No luck needed: eight threads on two desks of one ledger, everything stands once and in order."""
    desks = [office.open(), office.open(desk="there")]
    units = [[[office.assign()] for _ in range(6)] for _ in range(8)]
    found: list[Accepted] = []

    def work(number):
        for unit in units[number]:
            (outcome,) = desks[number % 2].submit(unit)
            assert isinstance(outcome, Accepted)
            found.append(outcome)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(o.position for o in found) == list(range(BEFORE + 1, BEFORE + 49))
    keys = desks[0].ledger_keys
    for outcome in found:
        proven = receipts.verify(outcome.receipt, keys)
        assert proven.position == outcome.position
    assert office.verified()["size"] == BEFORE + 48


def test_a_value_is_in_the_vault_before_its_act_is_on_the_line(office, monkeypatch):
    """A crash between the two leaves a value that nobody asks for, and never a commitment without its value."""
    desk = office.open()
    document = office.document()

    def crash(store, records, after):
        assert len(desk.vault.values([digest(document)])[digest(document)]) == 2
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(SQLiteStore, "append_records", crash)
        with pytest.raises(KeyboardInterrupt):
            desk.submit([document])
    office.close()
    desk = office.open()
    assert desk.store.head().size == BEFORE
    assert desk.vault.values([digest(document)])
    report = office.verified()
    assert report["commitments"]["present"] == 0
    accept(office.open(), document)
    assert office.verified()["commitments"]["present"] == 2


def test_values_that_cannot_be_kept_keep_the_act_out(office, monkeypatch):
    desk = office.open()

    def full(vault, values):
        raise LedgerError("vault_full", path="x", detail="y")

    with monkeypatch.context() as patch:
        patch.setattr(Vault, "put_many", full)
        with pytest.raises(LedgerError, match="vault_full"):
            desk.submit([office.document()])
        accept(desk, office.assign())
    assert desk.store.head().size == BEFORE + 1
    office.verified()
