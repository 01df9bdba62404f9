"""Canonical bytes (format §1): a restricted msgpack in which every value has exactly one encoding.

Rules: nil, booleans, integers within ±(2^53−1), UTF-8 text, byte strings, arrays, maps. No floats, no
extension types. Map keys match `[a-z][a-z0-9_]*` and ascend by bytes. Every item in its shortest form.
At most 16 containers deep. `decode` accepts a byte string only if encoding the result gives it back.

The C packer emits shortest forms and keeps insertion order, so after a walk that checks types, key order
and depth, packing again and comparing proves the rest (duplicate keys, long forms, trailing bytes).
"""

from __future__ import annotations

import re
from typing import Any, Final

import msgpack

from ledger.errors import LedgerError

MAX_INT: Final = 2**53 - 1
MAX_DEPTH: Final = 16

_KEY = re.compile(r"[a-z][a-z0-9_]*\Z").match
_known_keys: set[str] = set()


class _NotCanonical(Exception):
    """Raised inside this module only; leaves it as a LedgerError."""


def encode(value: Any) -> bytes:
    """The one encoding of a value; LedgerError not_canonical for anything the format does not allow."""
    try:
        return _pack(_sorted(value, 1))
    except _NotCanonical as error:
        raise LedgerError("not_canonical", detail=str(error)) from None


def decode(data: bytes) -> Any:
    """The value of canonical bytes; LedgerError not_canonical for every other byte string."""
    try:
        value = msgpack.unpackb(data, raw=False, strict_map_key=False, ext_hook=_no_ext)
    except _NotCanonical as error:
        raise LedgerError("not_canonical", detail=str(error)) from None
    except (ValueError, TypeError, RecursionError, msgpack.UnpackException) as error:
        # ValueError covers bad UTF-8, trailing and missing bytes; TypeError is an unhashable map key.
        raise LedgerError("not_canonical", detail=type(error).__name__) from None
    try:
        _walk(value, 0)
    except _NotCanonical as error:
        raise LedgerError("not_canonical", detail=str(error)) from None
    if msgpack.packb(value) != data:
        raise LedgerError(
            "not_canonical", detail="an item is not in its shortest form, or a key stands twice"
        )
    return value


def check_value(value: Any, *, depth: int = 0) -> None:
    """LedgerError not_canonical unless a decoded value is one that `decode` would return, `depth` containers deep.

    Shortest forms and keys that stand twice leave no trace in a value: for them, compare the bytes.
    """
    try:
        _walk(value, depth)
    except _NotCanonical as error:
        raise LedgerError("not_canonical", detail=str(error)) from None


def _no_ext(code: int, data: bytes) -> Any:
    raise _NotCanonical("extension types are not allowed")


def _pack(value: Any) -> bytes:
    packed = msgpack.packb(value)
    assert isinstance(packed, bytes)
    return packed


def _check_key(key: Any) -> None:
    # Keys repeat endlessly; remembering the good ones saves most of the time. The set stays small because
    # only a schema's names ever pass (bounded below against a hostile flood of names).
    if type(key) is not str or _KEY(key) is None:
        raise _NotCanonical("a map key is not a name")
    if len(_known_keys) < 4096:
        _known_keys.add(key)


def _walk(value: Any, depth: int) -> None:
    kind = type(value)
    if kind is str or kind is bytes or value is None or kind is bool:
        return
    if kind is int:
        if not -MAX_INT <= value <= MAX_INT:
            raise _NotCanonical("an integer is out of range")
    elif kind is dict:
        if depth >= MAX_DEPTH:
            raise _NotCanonical("nested too deep")
        last = ""
        for key, item in value.items():
            if key not in _known_keys:
                _check_key(key)
            if key <= last:
                raise _NotCanonical("map keys do not ascend")
            last = key
            kind = type(item)
            if kind is str or kind is bytes or item is None or kind is bool:
                continue
            _walk(item, depth + 1)
    elif kind is list:
        if depth >= MAX_DEPTH:
            raise _NotCanonical("nested too deep")
        for item in value:
            _walk(item, depth + 1)
    else:
        raise _NotCanonical(f"type {kind.__name__} is not allowed")


def _sorted(value: Any, depth: int) -> Any:
    kind = type(value)
    if value is None or kind is bool or kind is bytes:
        return value
    if kind is str:
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            raise _NotCanonical("text is not valid Unicode") from None
        return value
    if kind is int:
        if not -MAX_INT <= value <= MAX_INT:
            raise _NotCanonical("an integer is out of range")
        return value
    if kind is dict:
        if depth > MAX_DEPTH:
            raise _NotCanonical("nested too deep")
        for key in value:
            _check_key(key)
        return {key: _sorted(value[key], depth + 1) for key in sorted(value)}
    if kind is list or kind is tuple:
        if depth > MAX_DEPTH:
            raise _NotCanonical("nested too deep")
        return [_sorted(item, depth + 1) for item in value]
    raise _NotCanonical(f"type {kind.__name__} is not allowed")
