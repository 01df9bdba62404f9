"""The trail judged again: what was accepted live has no breach, a trail that was tampered with has; and a replay
depends on nothing but the records."""

from __future__ import annotations

import builtins
import datetime as dt
import locale
import os
import random
import secrets
import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.findings import Finding
from ledger.rules.life.fact import Fact, of_record
from ledger.rules.replay import Replay
from tests.support import trails


class Rows:
    """Records as a fold reads them."""

    def __init__(self, records: list[bytes]) -> None:
        self._records = records

    def read_records(self, after: int = 0, limit: int | None = None) -> Iterator[tuple[int, bytes]]:
        last = len(self._records) if limit is None else min(len(self._records), after + limit)
        yield from ((n + 1, self._records[n]) for n in range(after, last))

    def node(self, level: int, number: int) -> bytes:
        return bytes(32)


def records() -> list[bytes]:
    return [data for _, data in trails.course().store.read_records()]


def found(data: list[bytes]) -> list[Finding]:
    replay = Replay(Rows(data))
    replay.read_on()
    return replay.found


def grave(data: list[bytes]) -> list[Finding]:
    return [finding for finding in found(data) if finding.severity in ("breach", "undecided")]


def test_what_was_accepted_live_has_no_breach() -> None:
    assert grave(records()) == []


def gates(data: list[bytes]) -> list[int]:
    """Where acts stand that later ones rest on: those of a step, but for the last."""
    resting = ("call_published", "recommendation_issued", "eligibility_determined", "awards_approved")
    kinds: list[tuple[int, Fact]] = [(n, of_record(each)[0]) for n, each in enumerate(data)]
    return [n for n, fact in kinds if fact.act is not None and fact.act["type"] in resting]


@given(st.data())
def test_a_trail_that_lacks_an_act_shows_it(draw: st.DataObject) -> None:
    data = records()
    place = draw.draw(st.sampled_from(gates(data)))
    assert grave(data[:place] + data[place + 1 :])


@given(st.data())
def test_a_trail_in_another_order_shows_it(draw: st.DataObject) -> None:
    """An act that others rest on, moved behind the last of them."""
    data = records()
    place = draw.draw(st.sampled_from(gates(data)))
    assert grave([*data[:place], *data[place + 1 :], data[place]])


def test_replay_asks_nothing_but_the_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clock, chance, locale, zone, environment, files and network poisoned: the same findings and the same state."""
    data = records()
    first = Replay(Rows(data))
    first.read_on()

    def poison(*_: Any, **__: Any) -> Any:
        raise AssertionError("replay asked the world")

    class Poisoned(dt.datetime):
        now = poison
        utcnow = poison
        today = poison

    for module, names in (
        (time, ("time", "time_ns", "localtime", "monotonic")),
        (random, ("random", "randrange", "choice", "getrandbits")),
        (secrets, ("token_bytes", "choice", "randbelow")),
        (os, ("urandom", "getenv")),
        (socket, ("socket", "create_connection")),
        (builtins, ("open",)),
        (locale, ("getlocale", "setlocale", "strcoll")),
    ):
        for name in names:
            monkeypatch.setattr(module, name, poison)
    monkeypatch.setattr(dt, "datetime", Poisoned)
    second = Replay(Rows(data))
    second.read_on()
    monkeypatch.undo()
    assert [finding.id for finding in second.found] == [finding.id for finding in first.found]
    assert repr(second.procedure) == repr(first.procedure)


def test_findings_keep_their_id() -> None:
    data = records()
    place = gates(data)[0]
    once, again = (found(data[:place] + data[place + 1 :]) for _ in range(2))
    assert [finding.id for finding in once] == [finding.id for finding in again]
    assert len({finding.id for finding in once}) == len({(f.code, f.positions, f.subjects) for f in once})
