"""Tables of a state: forked so that a fork costs the same on a ledger of any size, settled when the append stands.

A part of the state is a dataclass whose mappings only grow or are replaced entry by entry, and whose other fields are
immutable values.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import fields, is_dataclass
from typing import Final, Self

from ledger.rules.layer import Layer, forked


class Tables:
    """Base of a part of the state. Entries are frozen; to change one is to put another in its place."""

    __slots__ = ()

    def fork(self) -> Self:
        """A part that can go on, or be thrown away, without touching this one."""
        other = type(self).__new__(type(self))
        for name in _names(type(self)):
            value = getattr(self, name)
            if isinstance(value, Tables):
                value = value.fork()
            elif isinstance(value, MutableMapping):
                value = forked(value)
            setattr(other, name, value)
        return other

    def settle(self) -> None:
        """Make a forked part the one to stay."""
        for name in _names(type(self)):
            value = getattr(self, name)
            if isinstance(value, Tables):
                value.settle()
            elif isinstance(value, Layer):
                setattr(self, name, value.settled())


_known: Final[dict[type, tuple[str, ...]]] = {}


def _names(cls: type) -> tuple[str, ...]:
    if cls not in _known:
        assert is_dataclass(cls)
        _known[cls] = tuple(field.name for field in fields(cls))
    return _known[cls]
