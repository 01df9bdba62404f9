"""The public way in: processes, progress, predecessors, what is brought along, and rooms that it does without."""

import json
import os
import subprocess
import sys

import pytest

from ledger.audit import Report, recheck, verify, workers
from ledger.errors import LedgerError
from tests.support import folders
from tests.support.ledgers import OFFICE, LedgerMaker
from tests.support.lives import random_life
from tests.support.spoiling import spoil


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A ledger of several chunks."""
    maker = LedgerMaker()
    maker.found()
    clerk = maker.hire("clerk", OFFICE)
    for _ in range(4200):
        maker.document(clerk)
    maker.publish()
    return maker, maker.write(tmp_path_factory.mktemp("large"))


def run(maker, folder, **how):
    return verify(folder, anchors=[maker.anchor()], as_of=maker.now, **how)


def test_the_same_in_one_process_and_in_several(large):
    maker, folder = large
    alone = run(maker, folder, jobs=1)
    assert alone.passes()
    assert run(maker, folder, jobs=2).json() == alone.json()
    assert run(maker, folder).json() == alone.json()


@pytest.mark.parametrize("seed", [3, 14, 15])
def test_the_same_failures_in_one_process_and_in_several(seed, tmp_path):
    maker = random_life(seed, steps=30, papers=0.6)
    folder = folders.write(spoil(maker, seed), tmp_path)
    alone = run(maker, folder, jobs=1)
    assert not alone.passes()
    assert run(maker, folder, jobs=2).json() == alone.json()


def test_progress(large):
    maker, folder = large
    told = []
    run(maker, folder, jobs=1, progress=lambda done, of: told.append((done, of)))
    assert told == [(2048, 4205), (4096, 4205), (4205, 4205)]


def test_small_ledgers_start_no_process(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "ProcessPoolExecutor", None)
    maker = random_life(1)
    assert run(maker, maker.write(tmp_path)).passes()


def test_a_process_that_dies_leaves_its_work_to_the_others(large, monkeypatch):
    maker, folder = large
    monkeypatch.setattr(workers, "_examine", die)
    assert run(maker, folder, jobs=2).passes()


def die(first, last):
    os._exit(9)


def test_a_fault_in_a_process_keeps_its_name(large, tmp_path, monkeypatch):
    maker, folder = large
    monkeypatch.setattr(workers, "_examine", fail)
    with pytest.raises(LedgerError) as caught:
        run(maker, folder, jobs=2)
    assert (caught.value.code, caught.value.facts["location"]) == ("store_locked", "there")
    assert "there" in caught.value.message


def fail(first, last):
    raise LedgerError("store_locked", location="there")


@pytest.mark.parametrize("jobs", [0, -1])
def test_jobs_that_are_none(tmp_path, jobs):
    with pytest.raises(LedgerError) as caught:
        verify(tmp_path, jobs=jobs)
    assert (caught.value.code, caught.value.exit) == ("jobs_wrong", 2)


def test_the_tree_alone(large):
    maker, folder = large
    assert recheck(folder) == (maker.tree.size, maker.tree.root())


def test_the_tree_alone_ends_at_a_gap(tmp_path):
    maker = random_life(1)
    folder = maker.write(tmp_path)
    with folders.opened(folder) as db:
        db.execute("DELETE FROM record WHERE position = 6")
    assert recheck(folder)[0] == 5


# ---- predecessors ----


def successor(earlier, **named):
    maker = LedgerMaker(seed=99, keys_from=500)
    claim = {"ledger": earlier.ledger, "lost": None, "root": earlier.tree.root(), "size": earlier.tree.size}
    maker.found(predecessor={**claim, **named})
    maker.publish()
    return maker


def test_a_predecessor_is_a_remark_unless_it_is_given(tmp_path):
    earlier = random_life(1)
    before, maker = earlier.write(tmp_path / "before"), successor(earlier)
    folder = maker.write(tmp_path / "after")
    report = run(maker, folder)
    assert report.passes()
    assert [f.code for f in report.remarks] == ["predecessor_not_compared"]
    compared = run(maker, folder, predecessor=before)
    assert compared.passes()
    assert compared.remarks == ()


@pytest.mark.parametrize("claim", [{"ledger": b"l" * 32}, {"root": b"r" * 32}, {"size": 4000}, {"size": 3}])
def test_a_predecessor_that_is_another(tmp_path, claim):
    earlier = random_life(1)
    before, maker = earlier.write(tmp_path / "before"), successor(earlier, **claim)
    report = run(maker, maker.write(tmp_path / "after"), predecessor=before)
    assert [(f.verdict, f.code, f.position) for f in report.faults] == [
        ("authenticity", "predecessor_differs", 1)
    ]


def test_a_predecessor_that_nobody_named(tmp_path):
    maker = LedgerMaker()
    maker.found()
    folder = maker.write(tmp_path)
    assert [f.code for f in run(maker, folder, predecessor=folder).remarks] == ["predecessor_not_named"]


def test_a_predecessor_that_is_not_there(tmp_path):
    earlier = random_life(1)
    maker = successor(earlier)
    with pytest.raises(LedgerError) as caught:
        run(maker, maker.write(tmp_path / "after"), predecessor=tmp_path / "none")
    assert caught.value.code == "store_missing"


# ---- rooms it does without ----


def test_it_works_without_store_desk_and_the_event_sourcing_library(tmp_path):
    """Their modules cannot even be imported, in this process and in its workers."""
    maker = random_life(2)
    folder = maker.write(tmp_path / "ledger")
    (tmp_path / "anchor").write_text(maker.anchor().format())
    program = """
import json, sys
class Closed:
    def find_spec(self, name, path=None, target=None):
        if name.startswith(("ledger.store", "ledger.desk", "ledger.vault", "ledger.client", "eventsourcing")):
            raise ImportError(name + " is closed")
sys.meta_path.insert(0, Closed())
from ledger.audit import verify
report = verify(sys.argv[1], anchors=[sys.argv[2]], as_of=int(sys.argv[3]), jobs=1)
print(json.dumps(report.json()["verdicts"]))
"""
    command = [sys.executable, "-c", program, folder, tmp_path / "anchor", str(maker.now)]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert set(json.loads(done.stdout).values()) == {"holds"}


def test_a_store_that_speaks_nonsense_cannot_hide_anything(tmp_path, monkeypatch):
    """Every SQL text of the store is swapped for nonsense: the store is dead, verification is as it was."""
    import importlib
    import pkgutil

    import ledger.store as store
    from ledger.store.open import open_store

    maker = random_life(2)
    folder = maker.write(tmp_path)
    before = run(maker, folder).json()
    swapped = 0
    for info in pkgutil.walk_packages(store.__path__, "ledger.store."):
        module = importlib.import_module(info.name)
        for name, value in list(vars(module).items()):
            words = ("SELECT", "INSERT", "CREATE", "UPDATE", "PRAGMA", "DROP")
            if isinstance(value, str) and any(word in value for word in words):
                monkeypatch.setattr(module, name, "NONSENSE")
                swapped += 1
            elif isinstance(value, dict) and value and all(isinstance(v, str) for v in value.values()):
                monkeypatch.setattr(module, name, dict.fromkeys(value, "NONSENSE"))
                swapped += 1
            elif callable(value) and getattr(value, "__module__", None) == info.name and name.islower():
                code = getattr(value, "__code__", None)
                if code is not None and any(
                    isinstance(c, str) and c.startswith(words) for c in code.co_consts
                ):
                    constants = tuple(
                        "NONSENSE" if isinstance(c, str) and c.startswith(words) else c
                        for c in code.co_consts
                    )
                    monkeypatch.setattr(value, "__code__", code.replace(co_consts=constants))
                    swapped += 1
    assert swapped > 3
    with pytest.raises(LedgerError), open_store(str(folder), readonly=True) as opened:
        opened.head()
    assert run(maker, folder).json() == before


# ---- the report ----


def test_the_object_of_the_contract(large):
    maker, folder = large
    told = json.loads(json.dumps(run(maker, folder, jobs=1).json()))
    assert told == {
        "ledger": maker.ledger.hex(),
        "origin": maker.origin,
        "size": maker.tree.size,
        "root": maker.tree.root().hex(),
        "anchor": "given",
        "engine": 0,
        "verdicts": dict.fromkeys(
            ["integrity", "authenticity", "completeness", "time", "authority"], "holds"
        ),
        "rules_judged": False,
        "first_bad": None,
        "last_good_checkpoint": {"size": maker.tree.size, "root": maker.tree.root().hex(), "published": True},
        "failures": [],
        "commitments": {"present": 8400, "erased": 0, "withheld": 0, "missing": 0, "wrong": 0},
        "modes": {"own": 4205, "mandate": 0, "transcribed": 0},
        "refused": 0,
        "remarks": [],
        "forks": [],
        "since": None,
    }
    assert list(told)[:14] == [
        "ledger", "origin", "size", "root", "anchor", "engine", "verdicts", "rules_judged", "first_bad",
        "last_good_checkpoint", "failures", "commitments", "modes", "refused",
    ]  # fmt: skip


def test_failures_stand_by_position_and_those_without_one_last(tmp_path):
    maker = random_life(8, steps=30)
    report = run(maker, folders.write(spoil(maker, 4), tmp_path), checkpoints=[])
    positions = [failure["position"] for failure in report.json()["failures"]]
    assert positions == sorted(positions, key=lambda p: (p is None, p or 0))
    assert report.first_bad == min(
        f.position for f in report.faults if f.effect == "fails" and f.position is not None
    )
    assert isinstance(report, Report)
