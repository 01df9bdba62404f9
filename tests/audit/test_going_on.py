"""Going on from a saved walk: the same report as a whole walk, at the cost of what is new."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ledger.audit import verify
from ledger.errors import LedgerError
from ledger.sealing.tree import Frontier, leaf_hash
from tests.support.ledgers import OFFICE, LedgerMaker
from tests.support.lives import random_life


@pytest.fixture
def maker() -> LedgerMaker:
    return busy(5)


def busy(papers: int) -> LedgerMaker:
    """A ledger with a clerk, some papers, and a published checkpoint."""
    made = LedgerMaker()
    made.found()
    made.hire("clerk", OFFICE)
    for _ in range(papers):
        paper(made)
    made.publish()
    return made


def paper(maker: LedgerMaker) -> None:
    maker.tick()
    maker.document(maker.actors["clerk"])


def both(maker: LedgerMaker, folder: Path, state: Path) -> tuple[dict, dict]:
    anchors = [maker.anchor()]
    whole = verify(folder, anchors=anchors, as_of=maker.now, jobs=1).json()
    return whole, verify(folder, anchors=anchors, as_of=maker.now, jobs=1, since=state).json()


def same(whole: dict, going_on: dict) -> None:
    for key in ("ledger", "size", "root", "verdicts", "first_bad", "modes", "refused"):
        assert going_on[key] == whole[key], key
    assert going_on["failures"] == whole["failures"]


def test_a_walk_that_goes_on_says_what_a_whole_walk_says(maker: LedgerMaker, tmp_path: Path) -> None:
    folder, state = maker.write(tmp_path / "ledger"), tmp_path / "state"
    verify(folder, anchors=[maker.anchor()], as_of=maker.now, save=state)
    for _ in range(4):
        paper(maker)
    maker.publish()
    same(*both(maker, maker.write(tmp_path / "ledger"), state))


@pytest.mark.parametrize("seed", range(12))
def test_random_lives_go_on_too(seed: int, tmp_path: Path) -> None:
    maker = random_life(seed, steps=25, papers=0.4)
    records, checkpoints = list(maker.contents.records), list(maker.contents.checkpoints)
    cut = random.Random(seed).randrange(3, len(records))
    maker.contents.records[:] = records[:cut]
    maker.contents.checkpoints[:] = [(size, note) for size, note in checkpoints if size <= cut]
    state = tmp_path / "state"
    verify(maker.write(tmp_path / "early"), as_of=maker.now, save=state)
    maker.contents.records[:], maker.contents.checkpoints[:] = records, checkpoints
    same(*both(maker, maker.write(tmp_path / "late"), state))


def test_history_rewritten_behind_the_saved_walk_is_found(maker: LedgerMaker, tmp_path: Path) -> None:
    """The saved tree is the auditor's own: a checkpoint over another past does not continue it."""
    folder, state = maker.write(tmp_path / "ledger"), tmp_path / "state"
    verify(folder, anchors=[maker.anchor()], as_of=maker.now, save=state)
    other = busy(9)
    with pytest.raises(LedgerError, match="state_of_other_ledger"):
        verify(other.write(tmp_path / "other"), since=state)
    maker.contents.records[6] = maker.contents.records[5]
    maker.tree = Frontier()
    maker.tree.extend(map(leaf_hash, maker.contents.records))
    paper(maker)
    maker.publish()
    report = verify(
        maker.write(tmp_path / "again"), anchors=[maker.anchor()], as_of=maker.now, since=state
    ).json()
    assert "root_differs" in {failure["code"] for failure in report["failures"]}


def test_a_ledger_shorter_than_the_saved_walk_lacks_its_tail(maker: LedgerMaker, tmp_path: Path) -> None:
    folder, state = maker.write(tmp_path / "ledger"), tmp_path / "state"
    verify(folder, anchors=[maker.anchor()], as_of=maker.now, save=state)
    del maker.contents.records[-2:]
    maker.contents.checkpoints.clear()
    report = verify(maker.write(tmp_path / "short"), as_of=maker.now, since=state).json()
    assert "tail_missing" in {failure["code"] for failure in report["failures"]}


@pytest.mark.parametrize("spoil", [b"", b"nothing", bytes(2000)])
def test_a_file_that_is_no_saved_walk_is_refused(maker: LedgerMaker, tmp_path: Path, spoil: bytes) -> None:
    folder, state = maker.write(tmp_path / "ledger"), tmp_path / "state"
    state.write_bytes(spoil)
    with pytest.raises(LedgerError, match="state_"):
        verify(folder, since=state)


def test_any_byte_of_a_saved_walk_that_is_turned_over_is_found(maker: LedgerMaker, tmp_path: Path) -> None:
    folder, state = maker.write(tmp_path / "ledger"), tmp_path / "state"
    verify(folder, anchors=[maker.anchor()], as_of=maker.now, save=state)
    good = state.read_bytes()
    whole = verify(folder, anchors=[maker.anchor()], as_of=maker.now).json()
    chance = random.Random(7)
    for _ in range(40):
        place = chance.randrange(len(good))
        state.write_bytes(good[:place] + bytes([good[place] ^ 4]) + good[place + 1 :])
        try:
            same(whole, verify(folder, anchors=[maker.anchor()], as_of=maker.now, since=state).json())
        except LedgerError as error:
            assert error.code.startswith("state_")
