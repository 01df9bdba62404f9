"""Which fields of an act are commitments: read off the annotations of its struct, nested ones too."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from ledger.acts.kinds import Kind
from ledger.acts.registry import ActType
from ledger.acts.struct import wire_name

_EACH: Final = "*"


def commitments(kind: ActType, data: dict[str, Any]) -> list[tuple[str, bytes]]:
    """The commitments in data that fits the type, as (dotted field name, commitment); nil ones left out."""
    found: list[tuple[str, bytes]] = []
    for pattern in committed_fields(kind.struct):
        _gather(data, pattern, "", found)
    return found


@cache
def committed_fields(cls: type) -> tuple[tuple[str, ...], ...]:
    """The ways to every committed field of a struct; `*` stands for each item of an array."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple(
        (wire_name(field.name), *rest)
        for field in sorted(fields(cls), key=lambda f: f.name)
        for rest in _below(hints[field.name])
    )


def _below(hint: Any) -> list[tuple[str, ...]]:
    """Ways from a value of this type down to commitments; the empty way if it is one itself."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        if any(isinstance(extra, Kind) and extra.committed for extra in args[1:]):
            return [()]
        return _below(args[0])
    if origin in (Union, UnionType):
        return [way for arg in args for way in _below(arg)]
    if origin is tuple:
        if len(args) == 2 and args[1] is Ellipsis:
            return [(_EACH, *way) for way in _below(args[0])]
        return [(str(i), *way) for i, arg in enumerate(args) for way in _below(arg)]
    if isinstance(hint, type) and is_dataclass(hint):
        return list(committed_fields(hint))
    return []


def _gather(value: Any, way: tuple[str, ...], name: str, found: list[tuple[str, bytes]]) -> None:
    if value is None:
        return
    if not way:
        found.append((name, value))
        return
    step, rest = way[0], way[1:]
    if isinstance(value, dict):
        _gather(value[step], rest, f"{name}.{step}" if name else step, found)
    else:
        for i in range(len(value)) if step == _EACH else (int(step),):
            _gather(value[i], rest, f"{name}.{i}", found)
