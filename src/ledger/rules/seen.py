"""A compact set of what was seen, with the position where: 36 to 54 bytes an entry.

Keys are digests; 16 bytes of each are kept. Two different digests that share 16 bytes would take 2^64 work
to find and would only make their finder's own second act look like a repetition, so nothing is weakened.

`fork` gives a view that can be thrown away (an append that lost the race); `settle` makes it permanent.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from struct import Struct
from typing import Final

_KEY: Final = 16
_CELLS: Final = 3  # a slot: position (0 if it is free), then the key in two halves, side by side in memory
_SLOT: Final = 8 * _CELLS
_SMALL: Final = 2**16  # slots
_halves = Struct("<QQ").unpack_from
_joined = Struct("<QQ").pack


def _free(slots: int) -> array[int]:
    # Repeated, not made from bytes: an array filled from bytes keeps a sixteenth of its room in reserve.
    return array("Q", [0]) * (slots * _CELLS)


class _Table:
    """Open addressing in one array of machine words, so that it can be saved and copied as it is."""

    __slots__ = ("cells", "count", "slots")

    def __init__(self, slots: int) -> None:
        self.cells = _free(slots)
        self.slots = slots
        self.count = 0

    @classmethod
    def of(cls, data: bytes | memoryview) -> _Table:
        """The table in these bytes; ValueError if it cannot be one. A full table would make a search endless, so
        its free slots are counted, not believed."""
        slots, rest = divmod(len(data), _SLOT)
        if slots < 1 or rest:
            raise ValueError("not a table of seen digests")
        table = cls(0)
        table.cells.frombytes(data)
        if sys.byteorder == "big":
            table.cells.byteswap()
        table.slots, table.count = slots, slots - table.cells[::_CELLS].count(0)
        if table.count * 3 > slots * 2:
            raise ValueError("not a table of seen digests")
        return table

    def data(self) -> memoryview:
        """The cells as they are saved, little-endian."""
        cells = self.cells
        if sys.byteorder == "big":
            cells = cells[:]
            cells.byteswap()
        return memoryview(cells).cast("B")

    def get(self, key: bytes) -> int:
        """The key's position, 0 if it is not here."""
        low, high = _halves(key)
        cells: array[int] = self.cells
        at: int = low % self.slots * _CELLS
        while position := cells[at]:
            if cells[at + 1] == low and cells[at + 2] == high:
                return position
            at += _CELLS
            if at == len(cells):
                at = 0
        return 0

    def claim(self, key: bytes, position: int) -> int:
        """Add the key; 0 if it is new, else the position that has it."""
        low, high = _halves(key)
        cells: array[int] = self.cells
        at: int = low % self.slots * _CELLS
        while there := cells[at]:
            if cells[at + 1] == low and cells[at + 2] == high:
                return there
            at += _CELLS
            if at == len(cells):
                at = 0
        cells[at], cells[at + 1], cells[at + 2] = position, low, high
        self.count += 1
        if self.count * 3 > self.slots * 2:
            self._grow()
        return 0

    def _grow(self) -> None:
        # Putting every key in again is what growing costs, so a small table grows by much; a large one must not
        # take more room than it needs.
        old, slots = self.cells, self.slots
        slots = self.slots = slots * 4 if slots < _SMALL else slots * 3 // 2
        cells = self.cells = _free(slots)
        for begin in range(0, len(old), _CELLS):
            if old[begin]:
                at = old[begin + 1] % slots * _CELLS
                while cells[at]:
                    at = (at + _CELLS) % len(cells)
                cells[at : at + _CELLS] = old[begin : begin + _CELLS]


class Seen:
    """Digests and the positions at which they were first seen."""

    __slots__ = ("_fresh", "_table")

    def __init__(self, expected: int = 64) -> None:
        self._table = _Table(max(128, expected * 3 // 2 + 1))
        self._fresh: dict[bytes, int] | None = None

    def get(self, key: bytes) -> int | None:
        """The position under which the key was added, or None."""
        if self._fresh is not None:
            found = self._fresh.get(key[:_KEY])
            if found is not None:
                return found
        return self._table.get(key) or None

    def add(self, key: bytes, position: int) -> None:
        """Remember the key; the first position stays."""
        if self._fresh is None:
            self._table.claim(key, position)
        elif not self._table.get(key):
            self._fresh.setdefault(key[:_KEY], position)

    def claim(self, key: bytes, position: int) -> int | None:
        """Remember the key unless it is known; the position that has it already, None if it is new."""
        if self._fresh is None:
            return self._table.claim(key, position) or None
        found = self.get(key)
        if found is None:
            self._fresh[key[:_KEY]] = position
        return found

    def fork(self) -> Seen:
        """A view on the same table whose additions stay its own until `settle`."""
        view = Seen.__new__(Seen)
        view._table = self._table
        view._fresh = dict(self._fresh or {})
        return view

    def settle(self) -> None:
        """Write the view's additions into the shared table; other views of it are then void."""
        for key, position in (self._fresh or {}).items():
            self._table.claim(key, position)
        self._fresh = None

    def items(self) -> Iterator[tuple[bytes, int]]:
        """All keys, shortened as they are kept, with their positions, in no order."""
        cells = self._table.cells
        for at in range(0, len(cells), _CELLS):
            if cells[at]:
                yield _joined(cells[at + 1], cells[at + 2]), cells[at]
        yield from (self._fresh or {}).items()

    def __len__(self) -> int:
        return self._table.count + len(self._fresh or ())

    def parts(self) -> list[bytes | memoryview]:
        """What `dump` gives, in pieces that are not copied; of a view, with its additions."""
        table = self._table
        if self._fresh:
            table = _Table.of(table.data())
            for key, position in self._fresh.items():
                table.claim(key, position)
        return [table.count.to_bytes(8, "little"), table.data()]

    def dump(self) -> bytes:
        """The table as bytes, for `load`."""
        return b"".join(self.parts())

    @classmethod
    def load(cls, data: bytes | memoryview) -> Seen:
        """The table of `dump`; ValueError if it cannot be one."""
        seen = cls.__new__(cls)
        seen._fresh = None
        seen._table = _Table.of(data[8:])
        if seen._table.count != int.from_bytes(data[:8], "little"):
            raise ValueError("not a table of seen digests")
        return seen
