"""What the witnesses' times say about completeness and time (format §8).

W(c) is the earliest time at which an anchor's quorum had cosigned checkpoint c. A record that c covers was there at
W(c): it cannot have been received later, and if no checkpoint covered it within `witness_due`, nobody can say that
it was not made up afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ledger.audit.checkpoints import Point
from ledger.audit.walk import UNKNOWN
from ledger.rules.life.fault import Fault
from ledger.rules.life.state import LedgerState
from ledger.sealing.anchor import Anchor

SECOND: Final = 1_000_000
Runs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Published:
    """A checkpoint behind which a quorum stood: first at `first`, still at `latest` (microseconds)."""

    size: int
    first: int
    latest: int


def published(points: Sequence[Point], anchors: Sequence[Anchor]) -> list[Published]:
    """Those of the good checkpoints that a quorum cosigned, by size; anchors without quorum say nothing of times."""
    found = []
    for point in points:
        times = [anchor.times(point.cosignatures) for anchor in anchors if anchor.quorum is not None]
        firsts = [time.first for time in times if time.first is not None]
        latests = [time.latest for time in times if time.latest is not None]
        if firsts and latests:
            found.append(Published(point.size, min(firsts) * SECOND, max(latests) * SECOND))
    return found


def is_published(point: Point, anchors: Sequence[Anchor]) -> bool:
    """Whether one of the anchors says that the checkpoint counts as made public."""
    return any(anchor.publishes(point.cosignatures) for anchor in anchors)


def judge_times(
    state: LedgerState,
    points: Sequence[Published],
    received: Sequence[int],
    position: Callable[[int], int],
    rows_to: Callable[[int], int],
    as_of: int,
    end: int,
) -> list[Fault]:
    """The failures and doubts about time and freshness under anchors with a quorum.

    `received` is `recorded_at` of each record walked, `position(row)` where it stands, `rows_to(p)` how many records
    stand up to position p.
    """
    early: Runs = []
    late: Runs = []
    for first, last, seen_at in _stretches(points, rows_to):
        early += _runs(received, first, last, above=seen_at + state.tolerance)
        late += _runs(received, first, last, below=seen_at - state.witness_due)
    faults = [
        Fault("time", "fails", "after_its_witness", position(a), {"last": position(b)})
        for a, b in _joined(early, received)
    ]
    faults += [
        Fault("time", "undecided", "witnessed_late", position(a), {"last": position(b)})
        for a, b in _joined(late, received)
    ]
    covered = points[-1].size if points else 0
    if covered < end:
        faults.append(Fault("completeness", "undecided", "tail_not_witnessed", covered + 1))
    # Without a published checkpoint: since the founding, or, where there is none, since ever.
    stood = points[-1].latest if points else state.opened_at
    if state.closed is None and (stood is None or as_of - stood > state.witness_due):
        faults.append(Fault("completeness", "undecided", "stale", None))
    return faults


def _stretches(points: Sequence[Published], rows_to: Callable[[int], int]) -> Iterator[tuple[int, int, int]]:
    """(first row, row after the last, earliest W over the checkpoints that cover them), by position."""
    earliest: list[int] = []
    for point in reversed(points):
        earliest.append(min(point.first, earliest[-1]) if earliest else point.first)
    begin = 0
    for point, seen_at in zip(points, reversed(earliest), strict=True):
        end = rows_to(point.size)
        if end > begin:
            yield begin, end, seen_at
        begin = max(begin, end)


def _runs(
    received: Sequence[int], first: int, last: int, *, above: int = 2**63, below: int = UNKNOWN
) -> Runs:
    """Runs of rows received after `above` or before `below`."""
    stretch = received[first:last]
    if max(stretch) <= above and min(stretch) >= below:
        return []
    runs: Runs = []
    for row, moment in enumerate(stretch, first):
        if moment != UNKNOWN and (moment > above or moment < below):
            if runs and runs[-1][1] == row - 1:
                runs[-1] = (runs[-1][0], row)
            else:
                runs.append((row, row))
    return runs


def _joined(runs: Runs, received: Sequence[int]) -> Runs:
    """Runs that touch, or have only unreadable records between them, made one."""
    joined: Runs = []
    for first, last in runs:
        if joined and all(received[row] == UNKNOWN for row in range(joined[-1][1] + 1, first)):
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined
