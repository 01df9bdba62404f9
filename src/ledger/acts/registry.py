"""The closed registry: which act types exist, and the way from old versions to the newest.

A type's name in the bytes is its class name in snake_case. Nothing is ever imported by a name found in data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from ledger.acts.kinds import Kind
from ledger.acts.struct import load, misfit, schema

C = TypeVar("C", bound=type)
Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

# Types that touch keys, posts, clock or completeness begin so, and no other may (format §5).
LIFE_PREFIXES: Final = (
    "key_",
    "post_",
    "ledger_",
    "duties_",
    "acts_",
    "signature_",
    "clock_",
    "record_",
    "vault_",
    "cases_",
    "founding_",
)


@dataclass(frozen=True, slots=True)
class ActType:
    """One version of one type. `life`: judged completely by verify (acts.md), always of mode own."""

    name: str
    v: int
    struct: type
    life: bool
    fields: Mapping[str, Kind]

    def misfit(self, data: Any) -> str | None:
        """What of `data` does not fit, or None."""
        return misfit(self.struct, data)

    def load(self, data: dict[str, Any]) -> Any:
        """The struct of data that fits."""
        return load(self.struct, data)


def snake(name: str) -> str:
    """CamelCase to snake_case, mechanically."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


class Registry:
    """A closed set of act types and their upcasters. The house has one, `TYPES`; tests make their own."""

    def __init__(self) -> None:
        self._types: dict[tuple[str, int], ActType] = {}
        self._upcasters: dict[tuple[str, int], Upcaster] = {}
        self._waiting: set[str] = set()

    def act(self, *, v: int = 1, life: bool = False) -> Callable[[C], C]:
        """Class decorator that admits a struct as version `v` of its type."""

        def admit(cls: C) -> C:
            name = snake(cls.__name__.rstrip("0123456789"))
            if (name, v) in self._types:
                raise TypeError(f"{name} version {v} is registered twice")
            if name.startswith(LIFE_PREFIXES) and not life:
                raise TypeError(f"{name} has a prefix that only ledger-life types may have")
            self._types[name, v] = ActType(name, v, cls, life, schema(cls))
            return cls

        return admit

    def wait(self, *names: str) -> None:
        """Names that the format reserves and this version does not take yet."""
        self._waiting.update(names)

    def upcaster(self, name: str, v: int) -> Callable[[Upcaster], Upcaster]:
        """Decorator: the step from version `v` of a type to `v + 1`. One step a function."""

        def admit(step: Upcaster) -> Upcaster:
            if (name, v) in self._upcasters:
                raise TypeError(f"{name} has two steps from version {v}")
            self._upcasters[name, v] = step
            return step

        return admit

    def get(self, name: str, v: int) -> ActType | None:
        """The type, or None if this software does not know it."""
        return self._types.get((name, v))

    def newest(self, name: str) -> int | None:
        """The highest known version of a type."""
        return max((v for known, v in self._types if known == name), default=None)

    def is_waiting(self, name: str) -> bool:
        """Whether the format reserves the name for later."""
        return name in self._waiting

    def waiting(self) -> list[str]:
        """The reserved names, in order."""
        return sorted(self._waiting)

    def touches_life(self, name: str) -> bool:
        """Whether an unknown version of this type could change keys, posts, clock or completeness (format §8)."""
        known = any(a.life for (n, _), a in self._types.items() if n == name)
        return known or name in self._waiting or name.startswith(LIFE_PREFIXES)

    def current(self, name: str, v: int, data: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Data of an old version carried, step by step, to the newest; the stored bytes stay as they are."""
        newest = self.newest(name)
        while newest is not None and v < newest:
            data, v = self._upcasters[name, v](data), v + 1
        return v, data

    def gaps(self) -> list[str]:
        """Version steps without an upcaster, or whose version is missing; a test demands that there are none."""
        return [
            f"{name} {v}"
            for name in sorted({name for name, _ in self._types})
            for v in range(1, self.newest(name) or 1)
            if (name, v) not in self._types or (name, v) not in self._upcasters
        ]

    def __iter__(self) -> Any:
        return iter(sorted(self._types.values(), key=lambda t: (t.name, t.v)))


TYPES: Final = Registry()
