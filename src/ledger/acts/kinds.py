"""Kinds of fields: what a value must look like, and how it is shown to typed code.

A kind is put on a field by `Annotated[type, KIND]`. It never looks beyond its own value; whether a person,
a key or a document exists is for the rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, Any


@dataclass(frozen=True, slots=True)
class Kind:
    """`check` says whether a decoded value fits; `load` gives what the struct holds for it; `bounds` says how
    many there may be of a list, and in what order; `order` names the fields by which a list of maps ascends;
    `case` says of what kind of case the value is the id, or that it is a whole case (`*`)."""

    name: str
    check: Callable[[Any], bool]
    load: Callable[[Any], Any] = lambda value: value
    committed: bool = False
    bounds: str = ""
    case: str = ""
    order: tuple[str, ...] = ()


def _matching(pattern: str) -> Callable[[Any], bool]:
    match = re.compile(pattern + r"\Z", re.ASCII).match
    return lambda value: type(value) is str and match(value) is not None


@lru_cache(maxsize=4096)
def is_day(value: str) -> bool:
    """Whether the text is a day of the calendar, `YYYY-MM-DD`."""
    if not re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", value, re.ASCII):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def is_minute(value: str) -> bool:
    """Whether the text is a minute, `YYYY-MM-DDTHH:MM`."""
    return re.match(r".{10}T([01][0-9]|2[0-3]):[0-5][0-9]\Z", value, re.ASCII) is not None and is_day(
        value[:10]
    )


def is_at(value: Any) -> bool:
    """Whether the value is a moment in one of the three precisions."""
    if type(value) is int:
        return True
    return type(value) is str and (is_day(value) or is_minute(value))


def _bytes_of(length: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is bytes and len(value) == length


is_ident = _matching(r"[a-z0-9]{4,26}")
is_post = _matching(r"[a-z0-9_]+(/[a-z0-9_]+)*")
is_code = _matching(r"[a-z][a-z0-9_]*")
is_case = _matching(r"[a-z][a-z0-9_]*:[a-z0-9]{4,26}")
is_decimal = _matching(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
# A body is named in `for`, which takes any id, and in data; its id is a word that people read.
is_body = _matching(r"[a-z][a-z0-9]{3,25}")
is_regulation = _matching(r"[a-z][a-z0-9_]*@[a-z0-9_]+")

IDENT = Kind("id", is_ident)
POST = Kind("post", is_post)
CODE = Kind("code", is_code)
CASE = Kind("case", is_case)
DAY = Kind("day", lambda value: type(value) is str and is_day(value))
AT = Kind("moment", is_at)
TEXT = Kind("text", lambda value: type(value) is str)
NAME = Kind("non-empty text", lambda value: type(value) is str and value != "")
RAW = Kind("bytes", lambda value: type(value) is bytes)
B16 = Kind("16 bytes", _bytes_of(16))
B32 = Kind("32 bytes", _bytes_of(32))
COMMITMENT = Kind("commitment", _bytes_of(32), committed=True)
INT = Kind("integer", lambda value: type(value) is int)
BOOL = Kind("true or false", lambda value: type(value) is bool)
DECIMAL = Kind("decimal", is_decimal)
BODY = Kind("body", is_body)
REGULATION = Kind("regulation version", is_regulation)
CYCLE = Kind("cycle id", is_ident, case="cycle")
APPLICATION = Kind("application id", is_ident, case="application")
AWARD = Kind("award id", is_ident, case="award")
PARTY = Kind("party id", is_ident, case="party")
PERSON = Kind("person id", is_ident, case="person")
ABOUT = Kind("case", is_case, case="*")
ANY = Kind("any value", lambda value: True)


def span(low: int, high: int) -> Kind:
    """An integer between both, included."""
    return Kind(f"integer {low} to {high}", lambda value: type(value) is int and low <= value <= high)


def one_of(*values: str) -> Kind:
    """One of a closed list of words."""
    allowed = frozenset(values)
    return Kind("one of " + ", ".join(values), lambda value: type(value) is str and value in allowed)


def optional(kind: Kind) -> Kind:
    """The kind, or nil."""
    check = kind.check
    return Kind(
        kind.name + " or nil",
        lambda value: value is None or check(value),
        lambda value: None if value is None else kind.load(value),
        kind.committed,
        case=kind.case,
    )


def many(kind: Kind, *, least: int = 0, most: int | None = None) -> Kind:
    """An array of the kind."""

    def check(value: Any) -> bool:
        if type(value) is not list or len(value) < least or (most is not None and len(value) > most):
            return False
        return all(map(kind.check, value))

    bounds = [f"at least {least}"] if least else []
    if most is not None:
        bounds.append(f"at most {most:,}")
    return Kind(
        f"list of {kind.name}",
        check,
        lambda value: tuple(map(kind.load, value)),
        bounds=", ".join(bounds),
        case=kind.case,
    )


def is_ascending(values: list[Any]) -> bool:
    """Strictly ascending by bytes, none twice. (Code points of UTF-8 order as their bytes do.)"""
    return all(a < b for a, b in pairwise(values))


def ascending(kind: Kind, *, least: int = 0, most: int | None = None) -> Kind:
    """An array of the kind, strictly ascending."""
    listed = many(kind, least=least, most=most)
    return Kind(
        f"ascending {listed.name}",
        lambda value: listed.check(value) and is_ascending(value),
        listed.load,
        bounds=listed.bounds,
        case=listed.case,
    )


def ascending_by(kind: Kind, *names: str, least: int = 0, most: int | None = None) -> Kind:
    """An array of maps of the kind, strictly ascending by these fields, which are never nil."""
    listed = many(kind, least=least, most=most)
    said = "ascending by " + ", ".join(names)
    return Kind(
        listed.name,
        lambda value: (
            listed.check(value) and is_ascending([[item[name] for name in names] for item in value])
        ),
        listed.load,
        bounds=f"{said}, {listed.bounds}" if listed.bounds else said,
        order=names,
    )


def pairs(first: Kind, second: Kind, *, least: int = 0) -> Kind:
    """An array of [first, second], strictly ascending by the first."""

    def check(value: Any) -> bool:
        return (
            type(value) is list
            and len(value) >= least
            and all(
                type(i) is list and len(i) == 2 and first.check(i[0]) and second.check(i[1]) for i in value
            )
            and is_ascending([i[0] for i in value])
        )

    return Kind(f"pairs of {first.name}, {second.name}", check, lambda value: tuple(map(tuple, value)))


def pair(first: Kind, second: Kind) -> Kind:
    """An array of exactly [first, second]."""
    return Kind(
        f"[{first.name}, {second.name}]",
        lambda v: type(v) is list and len(v) == 2 and first.check(v[0]) and second.check(v[1]),
        tuple,
    )


Ident = Annotated[str, IDENT]
Post = Annotated[str, POST]
Code = Annotated[str, CODE]
Case = Annotated[str, CASE]
Day = Annotated[str, DAY]
At = Annotated[int | str, AT]
Text = Annotated[str, TEXT]
Name = Annotated[str, NAME]
Raw = Annotated[bytes, RAW]
B16Bytes = Annotated[bytes, B16]
Digest = Annotated[bytes, B32]
KeyId = Annotated[bytes, B32]
Commitment = Annotated[bytes, COMMITMENT]
Bool = Annotated[bool, BOOL]
Decimal = Annotated[str, DECIMAL]
Body = Annotated[str, BODY]
Regulation = Annotated[str, REGULATION]
CycleId = Annotated[str, CYCLE]
ApplicationId = Annotated[str, APPLICATION]
AwardId = Annotated[str, AWARD]
PartyId = Annotated[str, PARTY]
PersonId = Annotated[str, PERSON]
