"""SIGKILL at random moments. What was printed before the kill is the oracle: every receipt must still hold.

In CI 30 rounds, on a newcomer's machine a few. The rounds go on with one ledger, so each also begins where a kill
left off.
"""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from ledger.desk import Desk
from ledger.rules.life.fact import of_record
from ledger.sealing import receipts
from ledger.sealing.tree import Frontier, leaf_hash
from tests import peers
from tests.crash.office import take_over
from tests.desk.office import Office, accept

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 30 if peers.REQUIRED else 5


@dataclass
class Heard:
    """What a child has said, line by line; a line that the kill cut off says nothing."""

    tried: list[list[str]] = field(default_factory=list)
    got: list[tuple[str, int, str]] = field(default_factory=list)
    ready: threading.Event = field(default_factory=threading.Event)

    def listen(self, pipe: Any) -> None:
        for line in pipe:
            if not line.endswith("\n"):
                break
            word, *rest = line.split()
            if word == "ready":
                self.ready.set()
            elif word == "try":
                self.tried.append(rest[1:])
            else:
                for told in rest[1:]:
                    act, position, receipt = told.split("=")
                    self.got.append((act, int(position), bytes.fromhex(receipt).decode()))


def run_and_kill(home: Path, number: int, chance: random.Random) -> Heard:
    """A child works for a moment and is no more."""
    child: Any = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.worker", str(home), str(number), str(chance.randrange(1, 4))],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    heard = Heard()
    listener = threading.Thread(target=heard.listen, args=(child.stdout,))
    listener.start()
    try:
        if chance.random() < 0.2:
            time.sleep(chance.random() * 0.8)  # perhaps while it opens the ledger
        else:
            assert heard.ready.wait(60), child.stderr.read()
            time.sleep(chance.random() * 0.4)
    finally:
        os.kill(child.pid, signal.SIGKILL)
        code = child.wait(60)
        listener.join(60)
        words = child.stderr.read()
        child.stdout.close()
        child.stderr.close()
    assert code == -signal.SIGKILL, words
    return heard


def check(office: Office, told: Heard, before: int) -> int:
    """The ledger opens and has every receipt, no half unit, nothing that nobody handed in; gives its size."""
    with Desk.open(office.home, clock=office.clock) as desk:
        records = dict(desk.store.read_records())
        assert list(records) == list(range(1, len(records) + 1))
        frontier = Frontier()
        for data in records.values():
            frontier.push(leaf_hash(data))
        assert desk.store.head().root == frontier.root()
        desk.store.check_index()
        for act, position, receipt in told.got:
            assert desk.store.decided(bytes.fromhex(act)) == position
            if receipt:
                proven = receipts.verify(receipt, desk.ledger_keys)
                assert (proven.position, proven.record) == (position, records[position])
        found = {position: of_record(data)[0] for position, data in records.items() if position > before}
        handed_in = {act for unit in told.tried for act in unit}
        for fact in found.values():
            assert fact.act is not None
            assert fact.digest is not None
            if fact.act["by"] != "machine":
                assert fact.digest.hex() in handed_in
        accepted = {fact.digest.hex(): position for position, fact in found.items() if fact.digest}
        for unit in told.tried:
            there = [accepted[act] for act in unit if act in accepted]
            assert there in ([], list(range(there[0], there[0] + len(unit))) if there else [])
        accept(desk, office.assign())
        return len(records) + 1


@pytest.mark.untraced
def test_killed_again_and_again(office):
    seed = random.randrange(2**32)
    chance, size = random.Random(seed), 9
    receipts_seen = 0
    for number in range(1, ROUNDS + 1):
        told = run_and_kill(office.home, number, chance)
        office = take_over(office.home)
        size = check(office, told, size)
        receipts_seen += len(told.got)
    assert receipts_seen > ROUNDS, f"hardly anything was done; seed {seed}"
    report = office.verified()
    assert report["size"] == size
    assert report["commitments"]["missing"] == 0
