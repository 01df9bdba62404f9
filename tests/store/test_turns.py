"""Desks that wait for each other on one server: a courtesy that can fail in every way without harm."""

import threading
import time

import pytest

from ledger.errors import LedgerError
from ledger.store.postgres import sessions
from tests.store.acts import entry
from tests.store.test_append import code_of


def test_every_store_has_turns(place):
    store = place.create()
    for size in range(3):
        with store.turn():
            store.append_records([entry()], after=size)
    store.append_records([entry()], after=3)


def test_one_waits_for_the_other(pg):
    first, second = pg.create(), pg.open()
    entered = []

    def wait():
        with second.turn():
            entered.append(time.monotonic())
            second.append_records([entry()], after=second.head().size)

    thread = threading.Thread(target=wait)
    with first.turn():
        thread.start()
        time.sleep(0.2)
        assert not entered
        first.append_records([entry()], after=0)
    thread.join(10)
    assert entered
    assert first.head().size == 2


def test_whoever_does_not_ask_is_not_stopped(pg):
    first, second = pg.create(), pg.open()
    with first.turn():
        second.append_records([entry()], after=0)
        assert code_of(first.append_records, [entry()], after=0) == "head_moved"
        first.append_records([entry()], after=1)


def test_a_turn_that_never_comes_is_done_without(pg, monkeypatch):
    pg.create().close()
    monkeypatch.setattr(sessions, "_LOCK_WAIT", "100ms")
    first, second = pg.open(), pg.open()
    with first.turn(), second.turn():
        second.append_records([entry()], after=0)
    with second.turn(), first.turn():
        first.append_records([entry()], after=1)


def test_a_writer_who_falls_silent_loses_the_turn_and_nothing_else(pg, monkeypatch):
    monkeypatch.setattr(sessions, "_TURN", "100ms")
    first, second = pg.create(), pg.open()
    with first.turn():
        with second.turn():  # comes as soon as the server has hung up on the first
            second.append_records([entry()], after=0)
        assert code_of(first.append_records, [entry()], after=0) == "head_moved"
        first.append_records([entry()], after=1)
    with first.turn(), first.turn():
        first.append_records([entry()], after=2)
    assert len(list(second.read_records())) == 3


def test_an_error_gives_the_turn_back(pg):
    first, second = pg.create(), pg.open()
    with pytest.raises(LedgerError), first.turn():
        first.append_records([b""], after=0)
    begun = time.monotonic()
    with second.turn():
        second.append_records([entry()], after=0)
    assert time.monotonic() - begun < 2


def test_a_reader_has_no_turn(pg):
    pg.create().close()
    reader = pg.open(readonly=True)
    with pytest.raises(LedgerError), reader.turn():
        pass
