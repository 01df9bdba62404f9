"""What comes after the last record: notes, witnesses, values, index, predecessor; then the report (format §8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ledger.audit import checkpoints, predecessor, values
from ledger.audit.checkpoints import Compared, Shown
from ledger.audit.chunk import SPAN
from ledger.audit.indexed import Difference, edges_differ, first_of, nodes_differ
from ledger.audit.inputs import read
from ledger.audit.reader import Place, Source
from ledger.audit.report import Good, Report
from ledger.audit.walk import Walk
from ledger.audit.witnessed import is_published, judge_times, published
from ledger.errors import LedgerError
from ledger.rules.life.fault import Fault, Verdict
from ledger.rules.life.state import LedgerState
from ledger.sealing.anchor import Anchor
from ledger.sealing.notes import MAX_NOTE
from ledger.sealing.tree import HASH_SIZE, leaf_hash
from ledger.sealing.vkeys import VerifierKey

# Levels of the tree that lie within one chunk; their stored nodes were compared by the workers.
CHUNK_LEVELS = SPAN.bit_length()


@dataclass(frozen=True, slots=True)
class Brought:
    """What whoever verifies brings along; `as_of` is the moment by which freshness is judged."""

    anchors: Sequence[Anchor]
    notes: Sequence[Shown]
    roots: Sequence[tuple[int, bytes]]
    predecessor: Place | None
    as_of: int


def conclude(walk: Walk, source: Source, place: Place, brought: Brought, begun: int) -> Report:
    """The report on a ledger that has been walked; `begun` is the size from which the walk went on, 0 for all."""
    state, anchors = walk.state, brought.anchors
    faults = [*walk.faults, *walk.finish(), *_identity(walk, anchors)]
    opened = state.opened_at is not None
    origin = state.origin if opened or not anchors else anchors[0].origin
    compared = checkpoints.compare(
        [*_stored(source, place, faults), *brought.notes],
        brought.roots,
        origin=origin,
        keys=_keys(state, anchors),
        end=walk.last,
        gap=walk.gap,
        root=walk.root,
    )
    faults += compared.faults
    if begun:
        faults += _since_faults(walk, source, begun)
    faults += _witnesses(walk, compared, brought)
    faults += _value_faults(walk)
    difference = _index(walk, source, begun)
    if difference is not None:
        facts = {"table": difference.table}
        faults.append(Fault("integrity", "fails", "index_differs", difference.position, facts))
    faults += predecessor.compare(state.predecessor, brought.predecessor)
    remarks = [*walk.remarks, *_remarks(walk, begun)]
    remarks += [fault for fault in faults if fault.effect == "remark"]
    good = [Good(point.size, point.root, is_published(point, anchors)) for point in compared.points[-1:]]
    answers = walk.values
    return Report(
        ledger=state.ledger,
        origin=origin,
        size=walk.last,
        root=walk.nodes.root(walk.nodes.size) or b"",
        anchored=bool(anchors),
        engine=walk.engine,
        as_of=brought.as_of,
        faults=tuple(fault for fault in faults if fault.effect != "remark"),
        remarks=tuple(remarks),
        last_good=good[0] if good else None,
        forks=tuple((size, tuple(found)) for size, found in compared.forks),
        commitments={
            "present": answers.present,
            "erased": 0,  # no type of this version erases a value
            "withheld": answers.withheld,
            "missing": values.count(answers.missing),
            "wrong": values.count(answers.wrong),
        },
        modes={mode: walk.modes[mode] for mode in ("own", "mandate", "transcribed")},
        refused=walk.refused,
        since=begun or None,
    )


def _identity(walk: Walk, anchors: Sequence[Anchor]) -> list[Fault]:
    """Whether this is the ledger that the anchors name."""
    state = walk.state
    if not anchors:
        open_: tuple[Verdict, ...] = ("authenticity", "completeness", "time")
        doubts = [Fault(verdict, "undecided", "no_anchor", None) for verdict in open_]
    else:
        doubts = []
    if any(fault.code == "other_ledger" for fault in walk.faults):
        return doubts
    zh = en = None
    if not walk.began:
        zh, en = "没有第 1 条记录", "there is no record 1"
    elif any(anchor.ledger != state.ledger for anchor in anchors):
        zh, en = "账本编号不同", "its id is another"
    elif any(anchor.origin != state.origin for anchor in anchors):
        zh, en = "账本来源名称不同", "its origin is another"
    if zh is not None:
        facts = {"detail": zh, "detail_en": en}
        doubts.append(Fault("authenticity", "fails", "other_ledger", 1, facts))
    return doubts


def _keys(state: LedgerState, anchors: Sequence[Anchor]) -> list[VerifierKey]:
    """The keys that may sign checkpoints: an anchor's, or without one those that record 1 names."""
    if anchors:
        return [key for anchor in anchors for key in anchor.keys]
    keys = []
    for text in state.checkpoint_keys:
        try:
            keys.append(VerifierKey.parse(text))
        except LedgerError:
            continue  # record 1 was reported for it
    return keys


def _stored(source: Source, place: Place, faults: list[Fault]) -> list[Shown]:
    """The notes that the ledger itself keeps."""
    try:
        rows = source.checkpoints()
    except LedgerError as error:
        if error.code != "store_damaged":
            raise
        facts = {"detail": "检查点表无法读取", "detail_en": "the table of checkpoints cannot be read"}
        faults.append(Fault("authenticity", "fails", "bad_checkpoint", None, facts))
        rows = []
    shown = [
        Shown(f"账本内规模 {size} 的检查点", f"stored checkpoint of size {size}", text, size, in_table=True)
        for size, text in rows
    ]
    if place.newest is not None and place.newest.exists():
        shown.append(Shown("checkpoint.newest 文件", "file checkpoint.newest", read(place.newest, MAX_NOTE)))
    return shown


def _witnesses(walk: Walk, compared: Compared, brought: Brought) -> list[Fault]:
    anchors = brought.anchors
    if not anchors:
        return []
    if all(anchor.quorum is None for anchor in anchors):
        return [
            Fault("completeness", "undecided", "no_witness", None),
            Fault("time", "undecided", "no_witness", None),
        ]
    return judge_times(
        walk.state,
        published(compared.points, anchors),
        walk.received,
        walk.position,
        lambda position: walk.rows_from(position + 1),
        brought.as_of,
        walk.last,
    )


def _value_faults(walk: Walk) -> list[Fault]:
    missing = [
        Fault("completeness", "fails", "value_missing", position, {"fields": "、".join(names)})
        for position, names in walk.values.missing
    ]
    return missing + [
        Fault("integrity", "fails", "value_wrong", position, {"fields": "、".join(names)})
        for position, names in walk.values.wrong
    ]


def _index(walk: Walk, source: Source, begun: int) -> Difference | None:
    """The whole index after a walk from the start; after one that went on, what is new, and the head."""
    levels = [
        (
            level,
            begin >> level,
            walk.nodes.levels[level][(begin >> level) * HASH_SIZE : (end >> level) * HASH_SIZE],
        )
        for begin, end in walk.nodes_unseen
        for level in range(min(len(walk.nodes.levels), CHUNK_LEVELS))
    ]
    known = walk.nodes.size if walk.gap is None else walk.gap - 1
    levels += [
        (level, begun >> level, hashes[(begun >> level) * HASH_SIZE : (known >> level) * HASH_SIZE])
        for level, hashes in enumerate(walk.nodes.levels)
        if level >= CHUNK_LEVELS
    ]
    decided = (
        walk.decided.differs(source, walk.decided_rows)
        if not begun
        else walk.decided.some_differ(source, walk.fresh or [])
    )
    return first_of(
        walk.differs,
        nodes_differ(source, levels),
        edges_differ(source, walk.nodes, walk.last, walk.state.recorded_at or 0, walk.gap is not None),
        decided,
    )


def _since_faults(walk: Walk, source: Source, begun: int) -> list[Fault]:
    """Whether the ledger still ends, or goes on, where the saved verification ended."""
    last = source.last()
    if last < begun:
        return [Fault("completeness", "fails", "tail_missing", last + 1, {"known": begun, "size": last})]
    data = source.record(begun)
    row = walk.rows_from(begun)
    if type(data) is not bytes or leaf_hash(data) != walk.nodes.node(0, row):
        return [Fault("integrity", "fails", "root_differs", begun, {"size": begun})]
    return []


def _remarks(walk: Walk, begun: int) -> list[Fault]:
    remarks = []
    if begun:
        remarks.append(Fault("integrity", "remark", "went_on", None, {"size": begun}))
    if walk.values.unreadable is not None:
        remarks.append(
            Fault("completeness", "remark", "vault_unreadable", None, {"detail": walk.values.unreadable})
        )
    return remarks
