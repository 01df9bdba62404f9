"""The examination spread over processes; its chunks come back in order.

Processes are started fresh (`spawn`): that is the same on every system and safe beside threads and open databases.
If they cannot be had, or one of them dies, this process does the rest of the work itself.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final

from ledger.audit.chunk import SPAN, Chunk
from ledger.audit.examiner import Examiner, Task
from ledger.audit.reader import Source

WORTH_A_PROCESS: Final = 2 * SPAN  # starting one costs as much as examining a few thousand records
_GARBAGE: Final = 50_000  # objects, from where it is looked for; a chunk lets go of all that it makes
_AHEAD: Final = 3  # chunks a process that may wait for the walk

_examiner: Examiner | None = None
_task: Task | None = None


def cores() -> int:
    """How many processes can really run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spans(source: Source, start: int, last: int) -> Iterator[tuple[int, int]]:
    """The runs of positions to examine, none of them empty, each within one span of the tree."""
    position: int | None = start
    while position is not None and position <= last:
        position = source.next_position(position)
        if position is None or position > last:
            return
        end = min(position + SPAN - 1 - (position - 1) % SPAN, last)
        yield position, end
        position = end + 1


def chunks(task: Task, runs: Iterator[tuple[int, int]], jobs: int) -> Iterator[Chunk]:
    """The chunks of these runs, in their order, examined by `jobs` processes."""
    waiting: deque[tuple[int, int]] = deque()
    if jobs > 1:
        yield from _by_processes(task, runs, jobs, waiting)
    examiner: Examiner | None = None
    try:
        # Everything, or what processes that died have left undone.
        while run := (waiting.popleft() if waiting else next(runs, None)):
            examiner = examiner or Examiner(task)
            yield examiner.examine(*run)
    finally:
        if examiner is not None:
            examiner.close()


def _by_processes(
    task: Task,
    runs: Iterator[tuple[int, int]],
    jobs: int,
    waiting: deque[tuple[int, int]],
) -> Iterator[Chunk]:
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_prepare, initargs=(task,))
    futures: deque[Future[bytes]] = deque()
    try:
        while True:
            while len(futures) < jobs * _AHEAD and (run := next(runs, None)) is not None:
                waiting.append(run)
                futures.append(pool.submit(_examine, *run))
            if not futures:
                return
            chunk = Chunk.loads(futures.popleft().result())
            waiting.popleft()
            yield chunk
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _prepare(task: Task) -> None:
    global _task  # one task a process
    _task = task
    # What has been imported stays; to look through it for garbage again and again would take 2 µs a record.
    gc.freeze()
    gc.set_threshold(_GARBAGE)


def _examine(first: int, last: int) -> bytes:
    # Opened here and not in `_prepare`: an error of opening then reaches the caller under its own name.
    global _examiner  # one examiner a process
    if _examiner is None:
        assert _task is not None
        _examiner = Examiner(_task)
    return _examiner.examine(first, last).dumps()
