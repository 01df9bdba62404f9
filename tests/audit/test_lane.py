"""The quick lane says nothing of its own: with it and without it a walk finds the same and ends the same."""

import dataclasses

import pytest

from ledger.audit.examiner import Task
from ledger.audit.keyring import harvest
from ledger.audit.lane import Lane
from ledger.audit.nodes import Nodes
from ledger.audit.reader import locate, open_source
from ledger.audit.walk import Walk
from ledger.audit.workers import chunks, spans
from ledger.rules.life.effects import _EFFECTS
from ledger.rules.life.fact import DATA_FREE
from ledger.rules.life.state import LedgerState
from tests.support import folders
from tests.support.lives import random_life
from tests.support.spoiling import spoil


def walked(folder):
    """Everything that a walk comes to, comparable."""
    place = locate(folder)
    with open_source(place) as source:
        walk = Walk(source, LedgerState(), Nodes())
        for chunk in chunks(Task(place, harvest(source, 0), walk.secret), spans(source, 1, source.last()), 1):
            walk.take(chunk)
        faults = [*walk.faults, *walk.finish()]
    state = {f.name: getattr(walk.state, f.name) for f in dataclasses.fields(walk.state)}
    for name in ("digests", "ids", "documents", "wholes", "batches"):
        state[name] = dict(state[name].items())
    keys = [number and list(walk.key_numbers)[number - 1] for number in walk.signed_by]
    return faults, walk.remarks, state, keys, list(walk.received), walk.modes, walk.nodes.levels


def quick_records(monkeypatch):
    """Count what the lane lets pass."""
    passed = []
    real = Lane.passes

    def counting(self, p, plain):
        number = real(self, p, plain)
        passed.append(number is not None)
        return number

    monkeypatch.setattr(Lane, "passes", counting)
    return passed


@pytest.mark.parametrize("seed", range(12))
def test_same_with_and_without_on_sound_ledgers(seed, tmp_path, monkeypatch):
    folder = random_life(seed, steps=40, papers=0.8).write(tmp_path)
    passed = quick_records(monkeypatch)
    quick = walked(folder)
    assert sum(passed) > 5, "the lane was hardly used"
    monkeypatch.setattr(Lane, "passes", lambda *_: None)
    assert walked(folder) == quick
    assert quick[0] == []


@pytest.mark.parametrize("seed", range(60))
def test_same_with_and_without_on_spoilt_ledgers(seed, tmp_path, monkeypatch):
    folder = folders.write(spoil(random_life(seed % 7, steps=25, papers=0.7), seed), tmp_path)
    quick = walked(folder)
    monkeypatch.setattr(Lane, "passes", lambda *_: None)
    assert walked(folder) == quick


def test_the_only_plain_type_of_the_ledgers_life_is_the_one_the_lane_knows():
    """Whoever adds one to DATA_FREE must teach the lane its effect."""
    assert {"document_registered"} == DATA_FREE
    assert "document_registered" in _EFFECTS
