"""Four processes write one ledger, one of them is killed at work: nothing lost, doubled, torn or out of order."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from ledger.sealing import record
from ledger.sealing.tree import Frontier, leaf_hash
from tests.store.acts import digest_of
from tests.store.conftest import drop, make_place

ROOT = Path(__file__).resolve().parents[2]
LEVELS = ("read committed", "repeatable read", "serializable")
APPENDS = 120


@pytest.fixture(params=["sqlite", *LEVELS])
def line(request):
    """A ledger that four processes will write, under each isolation level that the server has."""
    sqlite = request.param == "sqlite"
    place = make_place("sqlite" if sqlite else "postgres", request)
    if not sqlite:
        place.location += "&options=-c%20default_transaction_isolation%3D" + request.param.replace(
            " ", "%5C%20"
        )
    place.level = request.param
    yield place
    place.close()
    if not sqlite:
        drop(place.location)


class Writer:
    """A worker process and what it has said."""

    def __init__(self, location, name):
        command = [sys.executable, "-m", "tests.store.worker", str(location), name, str(APPENDS)]
        process: Any = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout.readline() == "ready\n", process.communicate()[1]
        self.process = process
        self.tried, self.got = [], []
        self.enough = threading.Event()
        self._listener = threading.Thread(target=self._listen)

    def start(self):
        self._listener.start()
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def _listen(self):
        for text in self.process.stdout:
            if not text.endswith("\n"):
                break  # cut off by the kill: not acknowledged
            word, *rest = text.split()
            if word == "try":
                self.tried.append(rest)
            else:
                self.got.append((int(rest[0]), rest[1:]))
            if len(self.got) == APPENDS // 3:
                self.enough.set()

    def end(self):
        self.process.wait(120)
        self._listener.join(30)
        words = self.process.stderr.read()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()
        return self.process.returncode, words


def test_four_writers_one_killed(line):
    store = line.create()
    if line.level != "sqlite":
        with store._sessions.writing() as connection:
            assert connection.execute("SHOW transaction_isolation").fetchone()[0] == line.level
    writers = [Writer(line.location, name) for name in ("ante", "beth", "caro", "dora")]
    for writer in writers:
        writer.start()
    victim = writers[0]
    assert victim.enough.wait(60), victim.end()
    os.kill(victim.process.pid, signal.SIGKILL)
    ends = [writer.end() for writer in writers]
    assert [code for code, _ in ends] == [-signal.SIGKILL, 0, 0, 0], ends
    assert len(victim.got) < APPENDS

    rows = list(store.read_records())
    assert [position for position, _ in rows] == list(range(1, len(rows) + 1))
    times = [record.unpack(data).recorded_at for _, data in rows]
    assert times == sorted(times)
    frontier = Frontier()
    for _, data in rows:
        frontier.push(leaf_hash(data))
    head = store.head()
    assert (head.size, head.root, head.recorded_at) == (len(rows), frontier.root(), times[-1])

    places = {}
    for position, data in rows:
        name = digest_of(data).hex()
        assert name not in places, "an act is stored twice"
        places[name] = position
        assert store.decided(bytes.fromhex(name)) == position
    for writer in writers:
        for first, names in writer.got:
            assert [places.get(name) for name in names] == list(range(first, first + len(names)))
        for names in writer.tried:
            stored = [places.pop(name) for name in names if name in places]
            assert stored in ([], list(range(stored[0], stored[0] + len(names))) if stored else [])
    assert not places, "a record that nobody wrote"
    store.check_index()
