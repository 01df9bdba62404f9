"""Durable appends on SQLite: one submitter, eight submitters; beside the library's aggregates as JSON.

    python3 tools/dev.py run -- python -m tools.bench.append

Ours: signed (P-256), signature verified, judged, sealed into the tree, durable (WAL, synchronous=FULL), with a
receipt under a fresh checkpoint signature. Theirs: one event saved, unsigned, same SQLite settings.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

from ledger.desk import Accepted, Desk
from tools.bench.common import Office, Race, machine, office

ONE = 400
EACH_OF_EIGHT = 60


class Paper(Aggregate):
    """The library's way to record a fact."""

    @event("Registered")
    def __init__(self, issuer: str, number: str, digest: str, note: str) -> None:
        self.issuer, self.number, self.digest, self.note = issuer, number, digest, note


def library(folder: Path) -> Application[Any]:
    return Application(
        env={
            "PERSISTENCE_MODULE": "eventsourcing.sqlite",
            "SQLITE_DBNAME": str(folder / "peer.sqlite"),
            "SQLITE_LOCK_TIMEOUT": "30",
        }
    )


def save(app: Application[Any], times: int) -> int:
    for number in range(times):
        app.save(Paper("市财政局", f"财行〔2026〕{number}号", "ab" * 32, "x" * 100))
    return times


def submit(desk: Desk, who: Office, times: int) -> int:
    for _ in range(times):
        (outcome,) = desk.submit([who.submission()])
        assert isinstance(outcome, Accepted), outcome
    return times


def together(work: Callable[[int], int]) -> int:
    with ThreadPoolExecutor(8) as pool:
        return sum(pool.map(work, [EACH_OF_EIGHT] * 8))


def main() -> None:
    machine()
    with office() as who, tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_DIR", ".")) as folder:
        app = library(Path(folder))
        with who.desk() as desk:
            save(app, 50), submit(desk, who, 50)  # warm
            Race("one submitter, one act a commit").run(
                {
                    "ours: signed, verified, sealed, receipted": lambda: submit(desk, who, ONE),
                    "eventsourcing Aggregate, JSON, unsigned": lambda: save(app, ONE),
                }
            ).report(
                "ours: signed, verified, sealed, receipted", "eventsourcing Aggregate, JSON, unsigned", 0.6
            )
            Race("eight submitters at once").run(
                {
                    "ours: signed, verified, sealed, receipted": lambda: together(
                        lambda n: submit(desk, who, n)
                    ),
                    "eventsourcing, eight threads": lambda: together(lambda n: save(app, n)),
                }
            ).report("ours: signed, verified, sealed, receipted", "eventsourcing, eight threads", 1.0)
        app.close()


if __name__ == "__main__":
    main()
