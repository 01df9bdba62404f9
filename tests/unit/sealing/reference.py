"""Canonical bytes a second time: slow, straight from the description, sharing nothing with the house's own."""

import re
import struct
from itertools import pairwise
from typing import Any

MOST = 2**53 - 1


class NotAllowed(Exception):
    """A value or a byte string outside the canonical form."""


def encode(value: Any, depth: int = 1) -> bytes:
    """Each item in its shortest form, written out by hand."""
    if value is None:
        return b"\xc0"
    if value is False:
        return b"\xc2"
    if value is True:
        return b"\xc3"
    if type(value) is int:
        return _integer(value)
    if type(value) is str:
        data = value.encode("utf-8")
        return (
            _head(len(data), [(31, 0xA0, 0), (255, 0xD9, 1), (65535, 0xDA, 2), (2**32 - 1, 0xDB, 4)]) + data
        )
    if type(value) is bytes:
        return _head(len(value), [(255, 0xC4, 1), (65535, 0xC5, 2), (2**32 - 1, 0xC6, 4)]) + value
    if type(value) in (list, dict) and depth > 16:
        raise NotAllowed
    if type(value) is list:
        head = _head(len(value), [(15, 0x90, 0), (65535, 0xDC, 2), (2**32 - 1, 0xDD, 4)])
        return head + b"".join(encode(item, depth + 1) for item in value)
    if type(value) is dict:
        head = _head(len(value), [(15, 0x80, 0), (65535, 0xDE, 2), (2**32 - 1, 0xDF, 4)])
        keys = sorted(value, key=lambda key: key.encode())
        if not all(re.fullmatch("[a-z][a-z0-9_]*", key) for key in keys):
            raise NotAllowed
        return head + b"".join(encode(key) + encode(value[key], depth + 1) for key in keys)
    raise NotAllowed


def _head(number: int, forms: list[tuple[int, int, int]]) -> bytes:
    for most, first, width in forms:
        if number <= most:
            return bytes([first]) + number.to_bytes(width, "big") if width else bytes([first | number])
    raise NotAllowed


def _integer(value: int) -> bytes:
    if not -MOST <= value <= MOST:
        raise NotAllowed
    if value < -32:
        for most, first, form in ((7, 0xD0, ">b"), (15, 0xD1, ">h"), (31, 0xD2, ">i"), (63, 0xD3, ">q")):
            if value >= -(2**most):
                return bytes([first]) + struct.pack(form, value)
    if value < 0:
        return struct.pack(">b", value)
    if value < 128:
        return bytes([value])
    return _head(value, [(255, 0xCC, 1), (65535, 0xCD, 2), (2**32 - 1, 0xCE, 4), (2**64 - 1, 0xCF, 8)])


def decode(data: bytes) -> Any:
    """The value of canonical bytes, each rule asked where it applies; NotAllowed for all else."""
    value, end = _item(data, 0, 1)
    if end != len(data):
        raise NotAllowed
    return value


def _take(data: bytes, at: int, width: int) -> bytes:
    if at + width > len(data):
        raise NotAllowed
    return data[at : at + width]


def _item(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    first = _take(data, at, 1)[0]
    at += 1
    if first in (0xC0, 0xC2, 0xC3):
        return {0xC0: None, 0xC2: False, 0xC3: True}[first], at
    if first < 0x80:
        return first, at
    if first >= 0xE0:
        return first - 256, at
    if 0xCC <= first <= 0xD3:
        width = 1 << (first - 0xCC) % 4
        raw = _take(data, at, width)
        number = int.from_bytes(raw, "big", signed=first >= 0xD0)
        if _integer(number) != bytes([first]) + raw:
            raise NotAllowed
        return number, at + width
    for low, high, wide, make in _KINDS:
        if low <= first <= high or first in wide:
            width = wide.get(first, 0)
            count = int.from_bytes(_take(data, at, width), "big") if width else first - low
            at += width
            if width and _shortest(count, high - low, wide) != first:
                raise NotAllowed
            made: tuple[Any, int] = make(data, at, count, depth)
            return made
    raise NotAllowed


def _shortest(count: int, small: int, wide: dict[int, int]) -> int | None:
    """The first byte of the shortest long form; None where the short form would do."""
    if count <= small:
        return None
    return next(first for first, width in wide.items() if count < 256**width)


def _text(data: bytes, at: int, count: int, depth: int) -> tuple[Any, int]:
    try:
        return _take(data, at, count).decode("utf-8"), at + count
    except UnicodeDecodeError:
        raise NotAllowed from None


def _blob(data: bytes, at: int, count: int, depth: int) -> tuple[Any, int]:
    return _take(data, at, count), at + count


def _array(data: bytes, at: int, count: int, depth: int) -> tuple[Any, int]:
    if depth > 16:
        raise NotAllowed
    items = []
    for _ in range(count):
        item, at = _item(data, at, depth + 1)
        items.append(item)
    return items, at


def _map(data: bytes, at: int, count: int, depth: int) -> tuple[Any, int]:
    if depth > 16:
        raise NotAllowed
    keys: list[str] = []
    items: dict[str, Any] = {}
    for _ in range(count):
        key, at = _item(data, at, depth + 1)
        if type(key) is not str or not re.fullmatch("[a-z][a-z0-9_]*", key):
            raise NotAllowed
        keys.append(key)
        items[key], at = _item(data, at, depth + 1)
    if not all(a.encode() < b.encode() for a, b in pairwise(keys)):
        raise NotAllowed
    return items, at


_KINDS: list[tuple[int, int, dict[int, int], Any]] = [
    (0xA0, 0xBF, {0xD9: 1, 0xDA: 2, 0xDB: 4}, _text),
    (0, -1, {0xC4: 1, 0xC5: 2, 0xC6: 4}, _blob),
    (0x90, 0x9F, {0xDC: 2, 0xDD: 4}, _array),
    (0x80, 0x8F, {0xDE: 2, 0xDF: 4}, _map),
]
