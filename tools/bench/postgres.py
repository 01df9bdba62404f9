"""PostgreSQL: four desks in four processes, batches of eight; beside the library's own DCB recorder.

    BENCH_PG=postgresql://… python3 tools/dev.py run -- python -m tools.bench.postgres

Without BENCH_PG a private server is started from Debian's binaries, as the tests do. Ours: every act signed,
verified, judged, sealed, receipted. Theirs: the same number of unsigned events under an append condition.
"""

from __future__ import annotations

import multiprocessing
import os
import secrets
import time
from typing import Any
from urllib.parse import urlsplit

from ledger.desk import Accepted, Desk
from tools.bench.common import Office, Race, machine, office

DESKS, BATCHES, SIZE = 4, 40, 8


def our_desk(who: Office, number: int, start: Any) -> None:
    """A desk whose clients have signed before: what is measured is the desk."""
    batches = []
    for _ in range(BATCHES):
        batch = secrets.token_bytes(16)
        batches.append([who.submission(batch=[batch, place, SIZE]) for place in range(1, SIZE + 1)])
    with Desk.open(who.location, home=who.home, desk=f"desk{number}") as desk:
        start.wait()
        for submissions in batches:
            outcomes = desk.submit(submissions)
            assert all(isinstance(outcome, Accepted) for outcome in outcomes), outcomes[0]


def recorder(url: str) -> Any:
    from eventsourcing.dcb.postgres_tt import PostgresDCBRecorderTT
    from eventsourcing.postgres import PostgresDatastore

    parts = urlsplit(url)
    store = PostgresDatastore(
        parts.path.lstrip("/"), parts.hostname or "", parts.port or 5432, parts.username or "",
        parts.password or "", pool_size=2, max_overflow=2, max_waiting=8, schema="public",
    )  # fmt: skip
    return PostgresDCBRecorderTT(store, events_table_name="peer_events")


def their_recorder(url: str, size: int, number: int, start: Any) -> None:
    """The library's recorder, `size` events an append, each append under a condition of its own tag."""
    from eventsourcing.dcb.api import DCBAppendCondition, DCBEvent, DCBQuery, DCBQueryItem

    peer = recorder(url)
    start.wait()
    for batch in range(BATCHES * SIZE // size):
        tag = f"desk{number}-{batch}-{time.time_ns()}"
        events = [DCBEvent("document_filed", os.urandom(400), [tag]) for _ in range(size)]
        peer.append(events, DCBAppendCondition(DCBQuery([DCBQueryItem(tags=[tag])])))
    peer.datastore.close()


def crowd(target: Any, args: tuple[Any, ...]) -> int:
    """Run four processes from a common start; the start-up is not timed by the caller's clock but subtracted."""
    context = multiprocessing.get_context("fork")
    start = context.Barrier(DESKS + 1)
    people = [context.Process(target=target, args=(*args, number, start)) for number in range(DESKS)]
    for each in people:
        each.start()
    start.wait()
    began = time.perf_counter()
    for each in people:
        each.join()
        assert each.exitcode == 0
    TOOK.append(time.perf_counter() - began)
    return DESKS * BATCHES * SIZE


TOOK: list[float] = []


def main() -> None:
    machine()
    url = os.environ.get("BENCH_PG")
    if url:
        race(url)
        return
    from tests.postgres import Cluster

    cluster = Cluster()
    try:
        race(cluster.url(cluster.create_database()))
    finally:
        cluster.stop()


def race(url: str) -> None:
    joint = "&" if "?" in url else "?"
    with office(url=f"{url}{joint}schema=bench") as who:
        made = recorder(url)
        made.create_table()
        made.datastore.close()
        contest = Race("four desks, batches of eight", rounds=5)
        ours = "ours: verified, judged, sealed, receipted"
        singles, batches = (
            "eventsourcing DCB recorder, an event an append",
            "eventsourcing DCB recorder, eight an append",
        )
        runs = (
            (ours, our_desk, (who,)),
            (singles, their_recorder, (url, 1)),
            (batches, their_recorder, (url, SIZE)),
        )
        for _ in range(contest.rounds):
            for name, target, args in runs:
                done = crowd(target, args)
                contest.figures.setdefault(name, []).append(done / TOOK[-1])
        contest.report(ours, singles, 1.5)
        contest.report(ours, batches, 1.5)


if __name__ == "__main__":
    main()
