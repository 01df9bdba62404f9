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
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Final

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
_PIECE: Final = 1 << 20
_PARTS: Final = ("engine", "faults", "gap", "jumps", "last", "refused", "remarks", "values")


def save(walk: Walk, path: Path) -> None:
    """Write what the walk came to, whole or not at all; only an earlier one gives way, never another file.

    LedgerError file_exists, file_unwritable.
    """
    if path.is_file() and not _is_saved(path):
        raise LedgerError("file_exists", path=str(path))
    tables: list[Seen] = []
    plain = {name: _plain(getattr(walk, name), tables) for name in _PARTS}
    plain["extra"] = _plain(walk.decided.extra, tables)
    plain["keys"] = list(walk.key_numbers)
    plain["loose"] = sorted(walk.decided.loose)
    plain["modes"] = _plain(dict(walk.modes), tables)
    plain["state"] = _plain(walk.state, tables)
    pieces = [table.parts() for table in tables]
    head = canon.encode(
        {
            "ledger": walk.state.ledger,
            "levels": [len(level) for level in walk.nodes.levels],
            "plain": plain,
            "rows": len(walk.received),
            "tables": [sum(map(len, parts)) for parts in pieces],
        }
    )
    lists = (_little(walk.received), _little(walk.signed_by))
    parts = [len(head).to_bytes(8, "little"), head, *chain(*pieces), *walk.nodes.levels, *lists]
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(MAGIC + bytes(32))
            digest = sha256()
            for part in parts:
                digest.update(part)
                file.write(part)
            file.seek(len(MAGIC))
            file.write(digest.digest())
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
        with path.open("rb") as file:
            file.seek(len(MAGIC))
            wanted, digest = file.read(32), sha256()
            while piece := file.read(_PIECE):
                digest.update(piece)
            if digest.digest() != wanted:
                raise LedgerError("state_unreadable", path=str(path), detail="不是核验存档，或已损坏")
            file.seek(len(MAGIC) + 32)
            return _restore(file, source)
    except OSError as error:
        raise LedgerError("file_unreadable", path=str(path), detail=error.strerror or "?") from error
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, EOFError, OverflowError) as error:
        # Whole, yet of another shape: written by software that knows more, or by a stranger.
        raise LedgerError("state_unreadable", path=str(path), detail=type(error).__name__) from error


def _is_saved(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or type(error).__name__
        raise LedgerError("file_unreadable", path=str(path), detail=detail) from error


def _restore(file: BinaryIO, source: Source) -> Walk:
    try:
        head = canon.decode(file.read(int.from_bytes(file.read(8), "little")))
    except LedgerError as error:
        raise ValueError(error.code) from error
    tables = [Seen.load(file.read(length)) for length in head["tables"]]
    levels = [bytearray(file.read(length)) for length in head["levels"]]
    plain = head["plain"]
    walk = Walk(source, _value(plain["state"], tables), Nodes(levels))
    for name in _PARTS:
        setattr(walk, name, _value(plain[name], tables))
    walk.key_numbers = {key: number for number, key in enumerate(plain["keys"], 1)}
    walk.modes.update(_value(plain["modes"], tables))
    walk.decided = Decided(walk.state.digests)
    walk.decided.extra = _value(plain["extra"], tables)
    walk.decided.loose = set(plain["loose"])
    for numbers in (walk.received, walk.signed_by):
        numbers.fromfile(file, head["rows"])
        if sys.byteorder == "big":
            numbers.byteswap()
    if file.read(1) or any(len(level) % HASH_SIZE for level in levels):
        raise ValueError("lengths")
    walk.fresh = []
    return walk


def _little(numbers: array[int]) -> memoryview:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return memoryview(numbers).cast("B")


def _plain(value: Any, tables: list[Seen]) -> Any:
    """The value in canon's types: what canon has not is an array that begins with a mark."""
    if value is None or isinstance(value, bool | int | str | bytes):
        return value
    if isinstance(value, Seen):
        tables.append(value)
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


def _value(value: Any, tables: list[Seen]) -> Any:
    if type(value) is not list:
        return value
    mark, rest = value[0], value[1:]
    if mark == "seen":
        return tables[rest[0]]
    if mark == "of":
        return _CLASSES[rest[0]](**{name: _value(item, tables) for name, item in rest[1].items()})
    if mark == "map":
        return {_value(key, tables): _value(item, tables) for key, item in rest}
    return {"list": list, "tuple": tuple, "set": frozenset}[mark](_value(item, tables) for item in rest)
