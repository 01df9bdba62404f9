"""A compact set of what was seen, with the position where: about 40 bytes an entry at a million entries.

Keys are digests; 16 bytes of each are kept. Two different digests that share 16 bytes would take 2^64 work
to find and would only make their finder's own second act look like a repetition, so nothing is weakened.

`fork` gives a view that can be thrown away (an append that lost the race); `settle` makes it permanent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_KEY: Final = 16
_POSITION: Final = 5  # bytes; a trillion records
_SLOT: Final = _KEY + _POSITION
_EMPTY: Final = bytes(_POSITION)


class _Table:
    """Open addressing in one bytes-like buffer, so that it can be saved, mapped and copied as it is."""

    __slots__ = ("buffer", "count", "mask")

    def __init__(self, slots: int) -> None:
        self.buffer = bytearray(slots * _SLOT)
        self.mask = slots - 1
        self.count = 0

    @classmethod
    def of(cls, buffer: bytearray) -> _Table:
        """The table in a buffer; ValueError if it cannot be one. A full table would make a search endless, so
        its free slots are counted, not believed."""
        slots, rest = divmod(len(buffer), _SLOT)
        if slots < 1 or rest or slots & (slots - 1):
            raise ValueError("not a table of seen digests")
        taken = 0
        for byte in range(_KEY, _SLOT):
            taken |= int.from_bytes(buffer[byte::_SLOT], "little")
        table = cls(0)
        table.buffer, table.mask = buffer, slots - 1
        table.count = slots - taken.to_bytes(slots, "little").count(0)
        if table.count * 5 > slots * 3:
            raise ValueError("not a table of seen digests")
        return table

    def _find(self, key: bytes) -> tuple[int, int]:
        """Offset of the key's slot and the position in it, 0 if the slot is free."""
        buffer, slot = self.buffer, int.from_bytes(key[:8], "little") & self.mask
        while True:
            at = slot * _SLOT
            found = buffer[at : at + _SLOT]
            if found.startswith(key):
                position = int.from_bytes(found[_KEY:], "little")
                if position:
                    return at, position
            if found[_KEY:] == _EMPTY:
                return at, 0
            slot = (slot + 1) & self.mask

    def get(self, key: bytes) -> int | None:
        return self._find(key)[1] or None

    def claim(self, key: bytes, position: int) -> int:
        """Add the key; 0 if it is new, else the position that has it."""
        at, there = self._find(key)
        if there:
            return there
        self.buffer[at : at + _SLOT] = key + position.to_bytes(_POSITION, "little")
        self.count += 1
        if self.count * 5 > (self.mask + 1) * 3:
            self._grow()
        return 0

    def _grow(self) -> None:
        old = self.buffer
        bigger = _Table((self.mask + 1) * 2)
        for at in range(0, len(old), _SLOT):
            slot = bytes(old[at : at + _SLOT])
            if slot[_KEY:] != _EMPTY:
                offset = bigger._find(slot[:_KEY])[0]
                bigger.buffer[offset : offset + _SLOT] = slot
        self.buffer, self.mask = bigger.buffer, bigger.mask


class Seen:
    """Digests and the positions at which they were first seen."""

    __slots__ = ("_fresh", "_table")

    def __init__(self, expected: int = 64) -> None:
        slots = 128
        while slots * 3 < expected * 5:
            slots *= 2
        self._table = _Table(slots)
        self._fresh: dict[bytes, int] | None = None

    def get(self, key: bytes) -> int | None:
        """The position under which the key was added, or None."""
        if self._fresh is not None:
            found = self._fresh.get(key[:_KEY])
            if found is not None:
                return found
        return self._table.get(key[:_KEY])

    def add(self, key: bytes, position: int) -> None:
        """Remember the key; the first position stays."""
        if self._fresh is None:
            self._table.claim(key[:_KEY], position)
        elif self._table.get(key[:_KEY]) is None:
            self._fresh.setdefault(key[:_KEY], position)

    def claim(self, key: bytes, position: int) -> int | None:
        """Remember the key unless it is known; the position that has it already, None if it is new."""
        if self._fresh is None:
            return self._table.claim(key[:_KEY], position) or None
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
        buffer = self._table.buffer
        for at in range(0, len(buffer), _SLOT):
            position = int.from_bytes(buffer[at + _KEY : at + _SLOT], "little")
            if position:
                yield bytes(buffer[at : at + _KEY]), position
        yield from (self._fresh or {}).items()

    def __len__(self) -> int:
        return self._table.count + len(self._fresh or ())

    def dump(self) -> bytes:
        """The table as bytes, for `load`; of a view, with its additions."""
        table = self._table
        if self._fresh:
            table = _Table.of(bytearray(table.buffer))
            for key, position in self._fresh.items():
                table.claim(key, position)
        return table.count.to_bytes(8, "little") + bytes(table.buffer)

    @classmethod
    def load(cls, data: bytes | memoryview) -> Seen:
        """The table of `dump`; ValueError if it cannot be one."""
        seen = cls.__new__(cls)
        seen._fresh = None
        seen._table = _Table.of(bytearray(data[8:]))
        if seen._table.count != int.from_bytes(data[:8], "little"):
            raise ValueError("not a table of seen digests")
        return seen
