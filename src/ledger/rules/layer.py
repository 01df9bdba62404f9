"""A table seen through a thin layer: what is put in stays in the layer until it is settled.

An append judges on a copy of the state that may be thrown away. Tables grow with the ledger, an append does not; so
a copy must cost what is put into it and not what is there.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from itertools import chain
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Layer(MutableMapping[K, V]):
    """A view on `below` whose additions and replacements stay its own until `settled`. Nothing is ever deleted."""

    __slots__ = ("_below", "_fresh")

    def __init__(self, below: MutableMapping[K, V], fresh: dict[K, V] | None = None) -> None:
        self._below = below
        self._fresh: dict[K, V] = fresh or {}

    def __getitem__(self, key: K) -> V:
        return self._fresh[key] if key in self._fresh else self._below[key]

    def get(self, key: K, default: V | None = None) -> V | None:  # type: ignore[override]  # no default but None
        """The value, or the default; the Mapping's own way through an exception takes thrice as long."""
        return self._fresh[key] if key in self._fresh else self._below.get(key, default)

    def __contains__(self, key: object) -> bool:
        return key in self._fresh or key in self._below

    def __setitem__(self, key: K, value: V) -> None:
        self._fresh[key] = value

    def __delitem__(self, key: K) -> None:
        raise TypeError("a table of the ledger only grows")

    def __iter__(self) -> Iterator[K]:
        return chain(self._below, (key for key in self._fresh if key not in self._below))

    def __len__(self) -> int:
        return len(self._below) + sum(key not in self._below for key in self._fresh)

    def forked(self) -> Layer[K, V]:
        """Another layer on the same table, beginning with what this one has."""
        return Layer(self._below, self._fresh.copy())

    def settled(self) -> MutableMapping[K, V]:
        """The table below with the additions written into it; every other layer on it is then void."""
        self._below.update(self._fresh)
        return self._below


def forked(table: MutableMapping[K, V]) -> Layer[K, V]:
    """A layer on the table, or beside the layer that it is."""
    return table.forked() if isinstance(table, Layer) else Layer(table)
