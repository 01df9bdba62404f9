"""Every write, sync and rename of one append fails in turn, with an error of the disk or the death of the process.

The calls are counted first; then the append is made once for each of them, on a copy of the same ledger, with
strace letting exactly that call fail. A newcomer's machine tries a few of them.
"""

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ledger.desk import Desk
from ledger.errors import CATALOGUE
from ledger.sealing import receipts
from tests import peers
from tests.crash.office import hand_over, take_over
from tests.crash.once import BEGIN, END
from tests.desk.office import accept

pytestmark = [pytest.mark.strace, pytest.mark.untraced]
ROOT = Path(__file__).resolve().parents[2]
CALLS = (
    "write",
    "pwrite64",
    "pwritev",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "ftruncate",
    "link",
)
FAILURES = {"": ("error=EIO", "error=ENOSPC", "signal=KILL"), "checkpoint": ("error=EIO", "signal=KILL")}
BATCH = 3
BEFORE = 10  # records when the batch is handed in


def trace(home: Path, how: str, *options: str) -> tuple[subprocess.CompletedProcess[str], str]:
    """Run the append under strace; gives what it said and the log of its calls."""
    log = home.parent / "strace.log"
    calls = ",".join(("stat", "newfstatat", *CALLS))
    done = subprocess.run(
        [
            "strace", "-f", "-qq", "-o", str(log), "-e", f"trace={calls}", "-e", "signal=none", *options,
            sys.executable, "-m", "tests.crash.once", str(home), how,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"},
    )  # fmt: skip
    return done, log.read_text("utf-8", "replace")


def window(log: str) -> dict[str, range]:
    """For each call, which of its occurrences lie between the marks (counted from 1)."""
    seen: Counter[str] = Counter()
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    inside = False
    for line in log.splitlines():
        found = re.match(r"\d+\s+(\w+)\(", line)
        if found is None:
            continue
        if BEGIN in line or END in line:
            inside = BEGIN in line
        elif found[1] in CALLS:
            seen[found[1]] += 1
            if inside:
                first.setdefault(found[1], seen[found[1]])
                last[found[1]] = seen[found[1]]
    return {name: range(first[name], last[name] + 1) for name in first}


def copy(office, folder: Path) -> Path:
    folder.mkdir()
    hand_over(office, folder)
    shutil.copytree(office.home, folder / "ledger")
    return folder / "ledger"


def attempt(home: Path, how: str, call: str, number: int, failure: str) -> str:
    """Let one call fail, then see that nothing is half done; gives what came of it."""
    done, log = trace(home, how, "-e", f"inject={call}:{failure}:when={number}")
    hit = "(INJECTED)" in log or done.returncode == -9
    assert hit, (call, number, failure, done.stderr[-500:])
    told = [line.split() for line in done.stdout.splitlines()]
    words = {word: rest for word, *rest in told}
    if failure == "signal=KILL":
        assert done.returncode in (-9, 137), done
    elif "error" in words:
        code, exit_code = words["error"]
        assert code in CATALOGUE
        assert int(exit_code) == done.returncode == 4, (code, exit_code, done.returncode, done.stderr)
    else:
        assert done.returncode == 0, done.stderr
        assert "got" in words, "neither done nor refused"
    if "again" in words:
        assert words["again"][1] == "4"
    assert "Traceback" not in done.stderr, done.stderr

    office = take_over(home)
    tried = [bytes.fromhex(act) for act in words["try"]]
    with Desk.open(home, clock=office.clock) as desk:
        desk.store.check_index()
        places = [desk.store.decided(act) for act in tried]
        assert places in ([None] * BATCH, [BEFORE + 1, BEFORE + 2, BEFORE + 3]), "half a batch"
        for word, *rest in told:
            if word == "got":
                position, receipt = int(rest[1]), bytes.fromhex(rest[2]).decode()
                assert places[position - BEFORE - 1] == position
                proven = receipts.verify(receipt, desk.ledger_keys)
                assert proven.record == desk.store.record(position)
        accept(desk, office.document())
    report = office.verified()
    assert report["commitments"]["missing"] == 0
    stands = "stands" if places[0] else "absent"
    return (
        f"{words['error'][0] if 'error' in words else 'fine' if done.returncode == 0 else 'killed'}, {stands}"
    )


@pytest.mark.parametrize("how", FAILURES)
def test_every_call_of_one_append_fails(office, tmp_path, how):
    home = copy(office, tmp_path / "counting")
    done, log = trace(home, how)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("got") == BATCH
    calls = window(log)
    # Values, records, the newest checkpoint: two databases and a file are synced, and a file is moved into place.
    assert calls.keys() >= {"pwrite64", "fdatasync", "fsync", "write", "rename"}, calls
    assert len(calls["fdatasync"]) >= 2
    plan = [(call, number, failure) for call in calls for number in calls[call] for failure in FAILURES[how]]
    if not peers.REQUIRED:
        plan = plan[:: len(plan) // 3]
    homes = [copy(office, tmp_path / f"{n:03}") for n in range(len(plan))]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        came = list(pool.map(lambda job: attempt(job[0], how, *job[1]), zip(homes, plan, strict=True)))
    assert len(came) == len(plan)
    tally = Counter(came)
    if peers.REQUIRED:
        # All the ways it can end were seen: before anything stood, and after everything did.
        assert any(what.endswith("absent") for what in tally), tally
        assert any(what.endswith("stands") for what in tally), tally
