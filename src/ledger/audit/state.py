"""What an auditor keeps of a verification, to go on from it: `--save` and `--since`.

The file holds the state that the walk ended in, its findings and its tree; not the anchor, the checkpoints or the
verdicts, which are asked anew each time. What grows with the ledger stands in it raw and is taken as it is, about
160 bytes a record; only the rest, which grows with keys, posts and failures, is decoded.

    line       what this is, and its version
    32 bytes   SHA-256 of everything behind them
    8 bytes    length of the head, little-endian
    head       canon: plain parts, and the lengths of the tables
    tables     one after the other
"""

from __future__ import annotations

import os
import secrets
import sys
from array import array
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from ledger.audit.decided import Decided
from ledger.audit.nodes import Nodes
from ledger.audit.reader import Source
from ledger.audit.values import Values
from ledger.audit.walk import Walk
from ledger.errors import LedgerError
from ledger.rules.life.fault import Fault
from ledger.rules.life.state import Batch, Filing, Key, LedgerState
from ledger.rules.seen import Seen
from ledger.sealing import canon
from ledger.sealing.tree import HASH_SIZE

MAGIC: Final = b"review-ledger verification 1\n"
_CLASSES: Final[dict[str, Callable[..., Any]]] = {
    kind.__name__: kind for kind in (LedgerState, Key, Filing, Batch, Fault, Values)
}
_PARTS: Final = ("engine", "faults", "gap", "jumps", "last", "refused", "remarks", "values")


def save(walk: Walk, path: Path) -> None:
    """Write what the walk came to, whole or not at all; only an earlier one gives way, never another file.

    LedgerError file_exists, file_unwritable.
    """
    if path.is_file() and not _is_saved(path):
        raise LedgerError("file_exists", path=str(path))
    tables: list[bytes | bytearray | memoryview] = []
    plain = {name: _plain(getattr(walk, name), tables) for name in _PARTS}
    plain["extra"] = _plain(walk.decided.extra, tables)
    plain["keys"] = list(walk.key_numbers)
    plain["loose"] = sorted(walk.decided.loose)
    plain["modes"] = _plain(dict(walk.modes), tables)
    plain["state"] = _plain(walk.state, tables)
    counts = (_little(walk.received), _little(walk.signed_by))
    head = canon.encode(
        {
            "ledger": walk.state.ledger,
            "levels": [len(level) for level in walk.nodes.levels],
            "lists": [len(each) for each in counts],
            "plain": plain,
            "tables": [len(table) for table in tables],
        }
    )
    parts = [len(head).to_bytes(8, "little"), head, *tables, *walk.nodes.levels, *counts]
    digest = sha256()
    for part in parts:
        digest.update(part)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(MAGIC + digest.digest())
            for part in parts:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise LedgerError("file_unwritable", path=str(path), detail=error.strerror or "?") from error


def load(path: Path, source: Source) -> Walk:
    """A walk that goes on where the saved one ended.

    LedgerError file_unreadable, state_unreadable (no such file, or damaged), state_of_other_ledger.
    """
    if not _is_saved(path):  # asked first: what is something else may be of any length
        raise LedgerError("state_unreadable", path=str(path), detail="不是核验存档，或已损坏")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise LedgerError("file_unreadable", path=str(path), detail=error.strerror or "?") from error
    begin = len(MAGIC) + 32
    if not data.startswith(MAGIC) or sha256(memoryview(data)[begin:]).digest() != data[len(MAGIC) : begin]:
        raise LedgerError("state_unreadable", path=str(path), detail="不是核验存档，或已损坏")
    try:
        return _restore(memoryview(data)[begin:], source)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, LedgerError) as error:
        # Whole, yet of another shape: written by software that knows more, or by a stranger.
        raise LedgerError("state_unreadable", path=str(path), detail=type(error).__name__) from error


def _is_saved(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or type(error).__name__
        raise LedgerError("file_unreadable", path=str(path), detail=detail) from error


def _restore(data: memoryview, source: Source) -> Walk:
    length = int.from_bytes(data[:8], "little")
    head, at = canon.decode(bytes(data[8 : 8 + length])), 8 + length

    def cut(lengths: list[int]) -> list[memoryview]:
        nonlocal at
        cuts = []
        for size in lengths:
            cuts.append(data[at : at + size])
            at += size
        return cuts

    tables, levels, lists = cut(head["tables"]), cut(head["levels"]), cut(head["lists"])
    plain = head["plain"]
    walk = Walk(source, _value(plain["state"], tables), Nodes([bytearray(level) for level in levels]))
    for name in _PARTS:
        setattr(walk, name, _value(plain[name], tables))
    walk.key_numbers = {key: number for number, key in enumerate(plain["keys"], 1)}
    walk.modes.update(_value(plain["modes"], tables))
    walk.decided = Decided(walk.state.digests)
    walk.decided.extra = _value(plain["extra"], tables)
    walk.decided.loose = set(plain["loose"])
    for target, cut_out in zip((walk.received, walk.signed_by), lists, strict=True):
        target.frombytes(cut_out)
        if sys.byteorder == "big":
            target.byteswap()
    if at != len(data) or any(len(level) % HASH_SIZE for level in levels):
        raise ValueError("lengths")
    walk.fresh = []
    return walk


def _little(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def _plain(value: Any, tables: list[Any]) -> Any:
    """The value in canon's types: what canon has not is an array that begins with a mark."""
    if value is None or isinstance(value, bool | int | str | bytes):
        return value
    if isinstance(value, Seen):
        tables.append(value.dump())
        return ["seen", len(tables) - 1]
    if is_dataclass(value):
        pairs = {f.name: _plain(getattr(value, f.name), tables) for f in fields(value)}
        return ["of", type(value).__name__, pairs]
    if isinstance(value, Fault | Values):
        return ["of", type(value).__name__, {k: _plain(v, tables) for k, v in value._asdict().items()}]
    if isinstance(value, dict):
        return ["map", *([_plain(key, tables), _plain(item, tables)] for key, item in value.items())]
    if isinstance(value, frozenset):
        return ["set", *sorted((_plain(item, tables) for item in value), key=canon.encode)]
    return ["list" if isinstance(value, list) else "tuple", *(_plain(item, tables) for item in value)]


def _value(value: Any, tables: list[memoryview]) -> Any:
    if type(value) is not list:
        return value
    mark, rest = value[0], value[1:]
    if mark == "seen":
        return Seen.load(tables[rest[0]])
    if mark == "of":
        return _CLASSES[rest[0]](**{name: _value(item, tables) for name, item in rest[1].items()})
    if mark == "map":
        return {_value(key, tables): _value(item, tables) for key, item in rest}
    return {"list": list, "tuple": tuple, "set": frozenset}[mark](_value(item, tables) for item in rest)
