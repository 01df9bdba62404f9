"""Which cases an act belongs to: read off its data by the kinds of its fields, nested ones too."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from ledger.acts.kinds import Kind
from ledger.acts.registry import ActType
from ledger.acts.struct import wire_name

REGISTRY: Final = "registry:ledger"
_EACH: Final = "*"
_WHOLE: Final = "*"


def named_cases(kind: ActType, data: dict[str, Any]) -> list[str]:
    """The cases that data that fits the type names: ascending, none twice; the ledger's own registry if none.

    There may be more of them than an act can have (`head.MAX_CASES`): whoever takes acts in refuses those.
    """
    found: set[str] = set()
    for way, case in case_fields(kind.struct):
        _gather(data, way, case, found)
    return sorted(found) or [REGISTRY]


@cache
def case_fields(cls: type) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The ways to every field that holds ids of cases, with the kind of case; `*` stands for each item."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple(
        ((wire_name(field.name), *rest), case)
        for field in sorted(fields(cls), key=lambda f: f.name)
        for rest, case in _below(hints[field.name])
    )


def _below(hint: Any) -> list[tuple[tuple[str, ...], str]]:
    """Ways from a value of this type down to ids of cases; the empty way if it is one or a list of them."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        case = next((extra.case for extra in args[1:] if isinstance(extra, Kind) and extra.case), "")
        return [((), case)] if case else _below(args[0])
    if origin in (Union, UnionType):
        return [way for arg in args for way in _below(arg)]
    if origin is tuple and len(args) == 2 and args[1] is Ellipsis:
        return [((_EACH, *way), case) for way, case in _below(args[0])]
    if isinstance(hint, type) and is_dataclass(hint):
        return list(case_fields(hint))
    return []


def _gather(value: Any, way: tuple[str, ...], case: str, found: set[str]) -> None:
    if value is None:
        return
    if not way:
        ids = value if isinstance(value, list) else [value]
        found.update(ids if case == _WHOLE else (f"{case}:{id_}" for id_ in ids))
    elif way[0] == _EACH:
        for item in value:
            _gather(item, way[1:], case, found)
    else:
        _gather(value[way[0]], way[1:], case, found)
