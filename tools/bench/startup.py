"""CPU time of `review-ledger --help`.

python3 tools/dev.py run -- python -m tools.bench.startup
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

from tools.bench.common import machine

ROUNDS = 15


def cpu(command: list[str]) -> float:
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return (after.children_user + after.children_system) - (before.children_user + before.children_system)


def main() -> None:
    machine()
    command = [str(Path(sys.executable).parent / "review-ledger"), "--help"]
    cpu(command)
    ours = statistics.median(cpu(command) for _ in range(ROUNDS))
    bare = statistics.median(cpu([sys.executable, "-c", "import click"]) for _ in range(ROUNDS))
    verdict = "reached" if ours < 0.1 else "NOT reached"
    print(
        f"--help {ours * 1000:.0f} ms of CPU (python with click alone {bare * 1000:.0f} ms); goal 100 ms: {verdict}"
    )


if __name__ == "__main__":
    main()
