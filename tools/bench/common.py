"""What the benchmarks share: ledgers to measure on, alternating rounds, figures with their spread.

Each benchmark runs ours and a peer in turn, in one process, on one disk, and prints medians and the ratio. A
busy machine is said to be busy; a ratio from it is worth little.
"""

from __future__ import annotations

import os
import secrets
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from ledger.client import keyfile
from ledger.desk import Desk
from ledger.keeping.founding import Plan, default_founders, found
from ledger.sealing import canon
from ledger.sealing.algorithms import PrivateKey
from ledger.sealing.envelope import act_message
from ledger.sealing.lockbox import Cost
from ledger.sealing.submission import Submission

CHEAP = Cost(n=2**10, r=8, p=1)
PASSWORD = "benchmark"  # of keys that live for a minute


@dataclass
class Office:
    """A fresh ledger and the clerk who writes to it."""

    location: str
    home: Path
    private: PrivateKey
    person: str
    post: str
    ledger: bytes

    def act(self, payload: int = 40, batch: list[Any] | None = None) -> bytes:
        """The bytes of an act of about 400 bytes that commits to nothing."""
        content = secrets.token_bytes(payload)
        now = time.time_ns() // 1000
        return canon.encode(
            {
                "acknowledges": [], "as": self.post, "at": now, "basis": [], "batch": batch, "by": self.person,
                "cases": ["registry:ledger"], "for": None, "id": secrets.token_bytes(16),
                "data": {"bytes": content, "document": sha256(content).digest(), "part": 1, "parts": 1},
                "key": self.private.key_id, "late": None, "ledger": self.ledger, "mode": "own", "seen": None,
                "signed": now, "type": "document_filed", "v": 1,
            }
        )  # fmt: skip

    def submission(self, payload: int = 40, batch: list[Any] | None = None) -> Submission:
        act = self.act(payload, batch)
        return Submission(act, self.private.sign(act_message(act)))

    def desk(self, name: str = "bench") -> Desk:
        return Desk.open(self.location, home=self.home if "://" in self.location else None, desk=name)


@contextmanager
def office(alg: str = "p256-sha256", url: str | None = None) -> Iterator[Office]:
    """A fresh ledger on the disk of the working directory (never in memory), taken away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=os.environ.get("BENCH_DIR", ".")))
    try:
        plan = Plan("基准测试机关", "bench.example.cn/ledger", default_founders(), alg=alg)
        location = url or str(folder / "ledger")
        founded = found(location, plan, folder / "keys", PASSWORD, home=folder / "home", cost=CHEAP)
        first = founded.founders[0]
        private = keyfile.read(Path(first["file"])).unlock(PASSWORD)
        yield Office(location, folder / "home", private, first["person"], first["post"], founded.ledger)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Race:
    """Two or more contestants that run in turn; figures are units per second."""

    title: str
    rounds: int = 5
    figures: dict[str, list[float]] = field(default_factory=dict)

    def run(self, contestants: dict[str, Callable[[], int]]) -> Race:
        for _ in range(self.rounds):
            for name, work in contestants.items():
                start = time.perf_counter()
                done = work()
                self.figures.setdefault(name, []).append(done / (time.perf_counter() - start))
        return self

    def median(self, name: str) -> float:
        return statistics.median(self.figures[name])

    def report(self, ours: str, peer: str, goal: float) -> float:
        """Print the race; the ratio is the median of the ratios inside the rounds."""
        ratios = [a / b for a, b in zip(self.figures[ours], self.figures[peer], strict=True)]
        ratio = statistics.median(ratios)
        print(f"\n{self.title}")
        for name, values in self.figures.items():
            print(f"  {name:<44} {self.median(name):>10,.0f}/s   ({min(values):,.0f} … {max(values):,.0f})")
        verdict = "reached" if ratio >= goal else "NOT reached"
        print(f"  ratio {ratio:.2f} ({min(ratios):.2f} … {max(ratios):.2f}), goal {goal}: {verdict}")
        return ratio


def machine() -> None:
    """What was measured on, and whether somebody else was at it."""
    load = os.getloadavg()[0]
    busy = "" if load < 1 else "   BUSY: figures below are worth little"
    print(f"cores {os.cpu_count()}, load {load:.2f}{busy}")
