"""Several processes, several threads in each, one ledger: everything stands once, in one order, with its receipt."""

import random
import subprocess
import sys
import threading
from typing import Any

import pytest

from tests.crash.office import take_over
from tests.crash.test_kill import ROOT, Heard, check

PROCESSES, THREADS, UNITS = 3, 2, 12


@pytest.mark.untraced
def test_three_processes_at_once(office):
    seed = random.randrange(1000, 2**20)
    children: list[Any] = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.crash.worker",
                str(office.home),
                str(seed + n),
                str(THREADS),
                str(UNITS),
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for n in range(PROCESSES)
    ]
    heard = Heard()
    listeners = [threading.Thread(target=heard.listen, args=(child.stdout,)) for child in children]
    for listener in listeners:
        listener.start()
    for child, listener in zip(children, listeners, strict=True):
        listener.join(120)
        words = child.stderr.read()
        assert child.wait(60) == 0, (seed, words)
        child.stdout.close()
        child.stderr.close()
    assert len(heard.tried) == PROCESSES * THREADS * UNITS
    assert len({act for act, _, _ in heard.got}) == len(heard.got)
    assert len({position for _, position, _ in heard.got}) == len(heard.got)
    office = take_over(office.home)
    size = check(office, heard, 9)
    assert size == 9 + len(heard.got) + 1, "nothing stands that nobody was told of"
    office.verified()
