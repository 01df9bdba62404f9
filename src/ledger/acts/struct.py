"""Structs: frozen dataclasses whose annotations are the schema.

`schema(cls)` reads the annotations once. A map fits a struct if it has exactly the struct's fields and each
fits its kind; `load` then builds the struct, nested ones too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import Field, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from ledger.acts.kinds import Kind

T = TypeVar("T")


@cache
def schema(cls: type) -> dict[str, Kind]:
    """Field name → kind, in byte order of the names."""
    assert is_dataclass(cls)
    hints = get_type_hints(cls, include_extras=True)
    kinds: dict[str, Kind] = {}
    for field in sorted(fields(cls), key=lambda f: f.name):
        hint = hints[field.name]
        kind = next((k for k in get_args(hint)[1:] if isinstance(k, Kind)), None)
        if get_origin(hint) is not Annotated or kind is None:
            raise TypeError(f"{cls.__name__}.{field.name} has no kind")
        kinds[wire_name(field.name)] = kind
    return kinds


def wire_name(attribute: str) -> str:
    """Name in the bytes; a trailing underscore keeps Python's reserved words out of the way."""
    return attribute.rstrip("_")


@cache
def _quick(cls: type) -> tuple[tuple[str, ...], tuple[Callable[[Any], bool], ...]]:
    kinds = schema(cls)
    return tuple(kinds), tuple(kind.check for kind in kinds.values())


def _fits(cls: type, value: Any) -> bool:
    """Whether the map fits and its keys stand in byte order, as those of canonical bytes do."""
    names, checks = _quick(cls)
    if type(value) is not dict or tuple(value) != names:
        return False
    for check, item in zip(checks, value.values(), strict=True):  # noqa: SIM110  # half the time of all(...)
        if not check(item):
            return False
    return True


def misfit(cls: type, value: Any) -> str | None:
    """What does not fit, in words for a programmer; None if the map fits the struct."""
    if _fits(cls, value):
        return None
    kinds = schema(cls)
    if type(value) is not dict:
        return "not a map"
    if value.keys() != kinds.keys():
        extra, lacking = sorted(value.keys() - kinds.keys()), sorted(kinds.keys() - value.keys())
        return f"fields missing {lacking}, not known {extra}"
    for name, kind in kinds.items():
        if not kind.check(value[name]):
            return f"{name} is not {kind.name}"
    return None


def load(cls: type[T], value: dict[str, Any]) -> T:
    """The struct of a map that fits it."""
    kinds = schema(cls)  # type: ignore[arg-type]  # a class is hashable, which typing cannot say of type[T]
    return cls(**{f.name: kinds[wire_name(f.name)].load(value[wire_name(f.name)]) for f in fields(cls)})  # type: ignore[arg-type]  # T is a dataclass, which typing cannot say of a type variable


def dump(struct: Any) -> Any:
    """The map of a struct, as it stands in the bytes: `load` the other way round."""
    if is_dataclass(struct) and not isinstance(struct, type):
        return {wire_name(f.name): dump(getattr(struct, f.name)) for f in sorted(fields(struct), key=_wire)}
    return [dump(item) for item in struct] if isinstance(struct, tuple) else struct


def _wire(field: Field[Any]) -> str:
    return wire_name(field.name)


def part(cls: type) -> Kind:
    """The kind of a nested map."""
    return Kind(cls.__name__, lambda value: misfit(cls, value) is None, lambda value: load(cls, value))
