"""Verification: the public way in (format §8).

    rows → workers (form, digest, signature, tree, index rows, values) → walk (state, order, rights)
         → conclusion (checkpoints, witnesses' times, index, values) → five verdicts

Nothing here writes to the ledger or believes it. Every failure is listed; nothing but LedgerError is raised, and
that only where there is nothing to judge: no ledger, no readable anchor, wrong usage.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from ledger.audit import state as saved
from ledger.audit.conclude import Brought, conclude
from ledger.audit.examiner import Task
from ledger.audit.inputs import StrPath, anchor_of, note_of, root_of
from ledger.audit.keyring import harvest
from ledger.audit.nodes import Nodes
from ledger.audit.reader import Place, Source, locate, open_source
from ledger.audit.report import Report
from ledger.audit.walk import Walk
from ledger.audit.workers import WORTH_A_PROCESS, chunks, cores, spans
from ledger.errors import LedgerError
from ledger.rules.life.state import LedgerState
from ledger.rules.seen import Seen
from ledger.sealing.anchor import Anchor
from ledger.sealing.record import unpack

Progress = Callable[[int, int], None]
"""Called with records done and records to do."""

_MOST_EXPECTED = 20_000_000  # a position may be anything; room is not made for more records than this at once


def verify(
    location: StrPath,
    *,
    anchors: Sequence[Anchor | StrPath] = (),
    checkpoints: Sequence[StrPath] = (),
    roots: Sequence[str] = (),
    as_of: int | None = None,
    jobs: int | None = None,
    since: StrPath | None = None,
    save: StrPath | None = None,
    predecessor: StrPath | None = None,
    home: StrPath | None = None,
    progress: Progress | None = None,
) -> Report:
    """Verify a ledger from its stored bytes alone.

    `location`: a LEDGER folder or a `postgresql://` address, whose vault and newest checkpoint lie in `home`.
    `anchors`: anchor files (or what was read from them), obtained outside; an anchor.txt in the folder is not looked
    at. `checkpoints`: notes kept elsewhere; `roots`: SIZE:HEX from print. `as_of`: the moment to judge freshness by,
    in microseconds, now if None. `jobs`: processes, as many as cores if None. `save` keeps the state in a file,
    `since` goes on from one: older records are then not read again.
    """
    if jobs is not None and jobs < 1:
        raise LedgerError("jobs_wrong", jobs=jobs)
    brought = Brought(
        anchors=[anchor_of(each) for each in anchors],
        notes=[note_of(path) for path in checkpoints],
        roots=[root_of(text) for text in roots],
        predecessor=None if predecessor is None else locate(predecessor),
        as_of=time.time_ns() // 1000 if as_of is None else as_of,
    )
    place = locate(location, home)
    with open_source(place) as source:
        walk = _begin(source, since)
        begun = walk.last
        _walk(walk, source, place, jobs, progress)
        if save is not None:
            saved.save(walk, Path(save))
        return conclude(walk, source, place, brought, begun)


def _begin(source: Source, since: StrPath | None) -> Walk:
    """A new walk, or a saved one if it is of this ledger and the ledger still has what it saw."""
    if since is None:
        room = min(source.last(), _MOST_EXPECTED)
        walk = Walk(source, LedgerState(digests=Seen(room), ids=Seen(room)), Nodes())
        for position in source.odd_positions():
            walk.odd(position)
        return walk
    walk = saved.load(Path(since), source)
    data = source.record(1)
    if data is not None and _act_digest(data) != walk.state.ledger:
        raise LedgerError("state_of_other_ledger", path=str(since))
    return walk


def _walk(walk: Walk, source: Source, place: Place, jobs: int | None, progress: Progress | None) -> None:
    start, last = walk.last + 1, source.last()
    total = max(0, last - walk.last)
    if jobs is None:
        jobs = cores() if total >= WORTH_A_PROCESS else 1
    found = harvest(source, walk.last)
    found.update({key.key: (key.alg, key.spki) for key in walk.state.keys.values()})
    for chunk in chunks(Task(place, found, walk.secret), spans(source, start, last), jobs):
        walk.take(chunk)
        if progress is not None:
            progress(min(walk.last, last) - start + 1, total)


def _act_digest(data: object) -> bytes | None:
    try:
        return sha256(unpack(data).act).digest() if type(data) is bytes else None
    except LedgerError:
        return None
