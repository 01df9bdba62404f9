"""Checkpoints against the tree that was walked (format §7, §8): the table's, the newest outside, those kept elsewhere.

A note is good for nothing unless it opens: readable, of this ledger's origin, signed by a known key of the ledger,
no line of a known signer wrong. One that only a witness of the anchor signed is compared all the same, and used
for nothing else. Of two roots for one size at least one is not of this history; both are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ledger.errors import LedgerError
from ledger.rules.life.fault import Fault
from ledger.sealing.notes import Note, parse
from ledger.sealing.opening import Opened, add_up, examine
from ledger.sealing.vkeys import VerifierKey


@dataclass(frozen=True, slots=True)
class Shown:
    """A note as it was found. `where` is for people; `size` what the table says beside it, None elsewhere."""

    zh: str
    en: str
    text: Any
    size: Any = None
    in_table: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A checkpoint that agrees with the tree and that the ledger signed, with every cosignature on its notes."""

    size: int
    root: bytes
    cosignatures: dict[VerifierKey, tuple[int, ...]]


@dataclass(slots=True)
class Compared:
    """`points`: the good checkpoints by size. `forks`: sizes for which several roots were shown."""

    faults: list[Fault] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    forks: list[tuple[int, list[bytes]]] = field(default_factory=list)


def compare(
    shown: Iterable[Shown],
    typed: Iterable[tuple[int, bytes]],
    *,
    origin: str,
    keys: Sequence[VerifierKey],
    end: int,
    gap: int | None,
    root: Callable[[int], bytes | None],
) -> Compared:
    """Everything that the checkpoints say about records 1 to `end`, of which `gap` is the first that is missing."""
    result = Compared()
    opened = _open(shown, origin, keys, result.faults)
    stated: dict[int, dict[bytes, list[Opened]]] = {}
    for each in opened:
        stated.setdefault(each.note.size, {}).setdefault(each.note.root, []).append(each)
    for size, digest in typed:
        stated.setdefault(size, {}).setdefault(digest, [])
    agreeing, differing = [], []
    for size, roots in sorted(stated.items()):
        if len(roots) > 1:
            result.forks.append((size, sorted(roots)))
        if size > end or (gap is not None and size >= gap):
            continue
        right = root(size)
        agreeing += [size] * (right in roots)
        differing += [size] * (roots.keys() != {right})
        signed = [each for each in roots.get(right or b"", []) if each.signed]
        if right is not None and signed:
            result.points.append(Point(size, right, add_up(signed)))
    if stated and max(stated) > end:
        facts = {"known": max(stated), "size": end}
        result.faults.append(Fault("completeness", "fails", "tail_missing", end + 1, facts))
    if differing:
        result.faults.append(_root_differs(differing[0], agreeing))
    return result


def _root_differs(size: int, agreeing: list[int]) -> Fault:
    """Where the histories part: right after the last good one, or, if a later one is good, at the bad one's size."""
    position = size if agreeing and agreeing[-1] >= size else (agreeing[-1] if agreeing else 0) + 1
    return Fault("integrity", "fails", "root_differs", position, {"size": size})


def _open(
    shown: Iterable[Shown], origin: str, keys: Sequence[VerifierKey], faults: list[Fault]
) -> list[Opened]:
    """The notes that may be compared; what is wrong with any goes to `faults`."""
    opened: list[Opened] = []
    done: set[Note] = set()
    for each in shown:
        try:
            note = parse(each.text if isinstance(each.text, str | bytes) else b"")
            if each.in_table and (type(each.size) is not int or each.size != note.size):
                faults.append(_bad(each, "登记的规模与原文不符", "its stored size is not its own", note.size))
            if note in done:
                continue
            found = examine(note, keys)
            if note.origin != origin:
                raise _Foreign(note)
            if not found.signed:
                faults.append(
                    _bad(each, "没有账本已知密钥的签名", "no known key of the ledger signed it", note.size)
                )
            if found.signed or found.witnessed_only:
                opened.append(found)
            done.add(note)
        except _Foreign as error:
            name = error.note.origin
            faults.append(
                _bad(each, f"属于另一账本（{name}）", f"it is of another origin ({name})", error.note.size)
            )
        except LedgerError as error:
            zh, en = str(error.facts.get("detail", "")), str(error.facts.get("detail_en", ""))
            faults.append(_bad(each, zh, en, error.facts.get("size")))
    return opened


class _Foreign(Exception):
    def __init__(self, note: Note) -> None:
        self.note = note


def _bad(shown: Shown, zh: str, en: str, size: object) -> Fault:
    facts = {"detail": f"{shown.zh}：{zh}", "detail_en": f"{shown.en}: {en}", "size": size}
    return Fault("authenticity", "fails", "bad_checkpoint", None, facts)
