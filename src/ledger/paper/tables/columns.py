"""Columns that a table of one type of act may have, and how their names are read.

A field is a column, under its Chinese name or the name it has in the bytes. Parts of a list of parts are numbered:
`发布渠道1媒体类别`, or `channels.1.class`; a list of plain values stands in one cell. What the head of an act holds has
columns too. A field that no cell can hold has none; a type that cannot do without it is not entered by table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from ledger.acts.kinds import Kind
from ledger.acts.registry import TYPES, ActType
from ledger.acts.struct import schema, wire_name
from ledger.client.words import FIELDS
from ledger.paper.tables.sheet import plain
from ledger.rules.things import MAKES

Way = tuple[str | int, ...]
"""From `data` or the head down to a field; parts of lists by number from 1."""

_SIMPLE: Final = re.compile(
    r"(application id|award id|body|case|code|commitment|cycle id|day|decimal|id|integer.*|moment|non-empty text"
    r"|one of .*|party id|person id|post|regulation version|text|true or false|[0-9]+ bytes)\Z"
)
_PAIRS: Final = re.compile(r"pairs of code, (day|decimal|text)\Z")
_LIST: Final = re.compile(r"(?:ascending )?list of (.+)\Z")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A field that one cell can hold. `many`: a list of `kind`s. `least`: how many of a list there must be."""

    name: str
    label: str
    kind: str
    optional: bool = True
    many: bool = False
    committed: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The closed list that the value is one of, or nothing."""
        return tuple(self.kind.removeprefix("one of ").split(", ")) if self.kind.startswith("one of ") else ()


@dataclass(frozen=True, slots=True)
class Parts:
    """A list of parts, each with fields of its own."""

    name: str
    label: str
    of: tuple[Leaf | Parts, ...]
    optional: bool = True


Field = Leaf | Parts

HEAD: Final = (
    Leaf("at", "办理日期", "moment"),
    Leaf("for", "代为机构", "body"),
    Leaf("basis", "依据", "document", many=True),
    Leaf("acknowledges", "知悉", "breach", many=True),
    Leaf("late", "迟交", "one of offline, device_failure, handed_in_late, clock_difference, other"),
    Leaf("mode", "办理方式", "one of own, mandate, transcribed"),
)
_ALIASES: Final = {"at": ("日期", "行为日期"), "for": ("代何机构",), "basis": ("依据文件",)}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: where its values go, and its name as the table has it."""

    way: Way
    leaf: Leaf
    header: str

    @property
    def in_head(self) -> bool:
        return self.way[0] != "data"


def types() -> list[str]:
    """The types of acts that tables can be entered as."""
    found = [kind.name for kind in TYPES if not kind.life] + ["document_registered"]
    return sorted(name for name in set(found) if not lacking(_kind(name)))


def fields_of(kind: ActType) -> tuple[Field, ...]:
    """The fields of its data that a table can hold, in byte order."""
    return _fields(kind.struct)


def lacking(kind: ActType) -> list[str]:
    """Fields that the type cannot do without and no cell can hold."""
    return _lacking(kind.struct)


def _lacking(cls: type) -> list[str]:
    have = {field.name for field in _fields(cls)}
    # A list that could be empty or any value is not left out quietly: it is what such an act is about.
    return [
        name
        for name, kind in schema(cls).items()
        if name not in have and (kind.name == "any value" or not kind.check(None))
    ]


def _kind(name: str) -> ActType:
    kind = TYPES.get(name, TYPES.newest(name) or 0)
    assert kind is not None
    return kind


@cache
def _fields(cls: type) -> tuple[Field, ...]:
    hints = get_type_hints(cls, include_extras=True)
    found = [
        _field(wire_name(f.name), hints[f.name]) for f in sorted(fields(cls), key=lambda f: wire_name(f.name))
    ]
    have = [each for each in found if each is not None]
    labels = [each.label for each in have]
    return tuple(_told_apart(each) if labels.count(each.label) > 1 else each for each in have)


def _told_apart(field: Field) -> Field:
    label = f"{field.label}（{field.name}）"
    if isinstance(field, Parts):
        return Parts(field.name, label, field.of, field.optional)
    return Leaf(field.name, label, field.kind, field.optional, field.many, field.committed)


def _field(name: str, hint: Any) -> Field | None:
    kind = next(extra for extra in get_args(hint)[1:] if isinstance(extra, Kind))
    label = FIELDS.get(name, name)
    said = kind.name.removesuffix(" or nil")
    optional = kind.check(None) or (kind.check([]) and not kind.check(None) and said != "bytes")
    if kind.committed:
        return Leaf(name, label, "commitment", optional, committed=True)
    if _SIMPLE.match(said) or _PAIRS.match(said):
        return Leaf(name, label, said, optional, many=said.startswith("pairs"))
    listed = _LIST.match(said)
    if listed is None:
        return None
    part = _struct_in(hint)
    if part is not None:
        return None if _lacking(part) else Parts(name, label, _fields(part), optional)
    return Leaf(name, label, listed[1], optional, many=True) if _SIMPLE.match(listed[1]) else None


def _struct_in(hint: Any) -> type | None:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _struct_in(args[0])
    if origin in (Union, UnionType, tuple):
        return next((found for arg in args if (found := _struct_in(arg)) is not None), None)
    return hint if isinstance(hint, type) and is_dataclass(hint) else None


# ---- names of columns ----


def simplified(text: str) -> str:
    """A column's name without what people add to it: blanks, a star, a note that it must be filled in."""
    return re.sub(r"(\*|\(必填\)|\(选填\))+\Z", "", plain(text).replace(" ", "").replace("\n", "").lower())


class Names:
    """Reads the names of the columns of one type."""

    def __init__(self, kind: ActType) -> None:
        self.kind = kind
        self.fields = fields_of(kind)

    def column(self, header: str) -> Column | None:
        """The column that a name means, or None. A data field of the name goes before one of the head."""
        text = simplified(header)
        inside = max(_ways(self.fields, text), key=lambda found: found[0], default=None)
        if inside is not None:
            return Column(("data", *inside[1]), inside[2], header)
        for leaf in HEAD:
            if text in {simplified(each) for each in (leaf.name, leaf.label, *_ALIASES.get(leaf.name, ()))}:
                return Column((leaf.name,), leaf, header)
        return None

    def every(self) -> Iterator[Column]:
        """All columns as a template has them, head first, one part of each list."""
        for leaf in HEAD:
            yield Column((leaf.name,), leaf, leaf.label)
        yield from _first_parts(self.fields, ("data",), "")


def _ways(of: tuple[Field, ...], text: str) -> Iterator[tuple[int, Way, Leaf]]:
    """(how much of the text is names, way, field) of every reading."""
    for field in of:
        for name in {simplified(field.label), field.name}:
            if not text.startswith(name):
                continue
            rest = text[len(name) :]
            if isinstance(field, Leaf):
                if not rest:
                    yield len(name), (field.name,), field
                continue
            match = re.match(r"[.\-·]?([1-9][0-9]?)?[.\-·]?", rest)
            assert match is not None
            number = int(match[1] or 1)
            for length, way, leaf in _ways(field.of, rest[match.end() :]):
                yield len(name) + length, (field.name, number, *way), leaf


def _first_parts(of: tuple[Field, ...], way: Way, before: str) -> Iterator[Column]:
    for field in of:
        if isinstance(field, Leaf):
            yield Column((*way, field.name), field, before + field.label)
        else:
            yield from _first_parts(field.of, (*way, field.name, 1), f"{before}{field.label}1")


def is_required(column: Column, kind: ActType) -> bool:
    """Whether every row needs a value there. Parts of a list and ids that are drawn here do not."""
    if len(column.way) != 2 or column.in_head:
        return False
    made = MAKES.get(kind.name)
    drawn = made is not None and made[1] == column.way[1]
    return not column.leaf.optional and not drawn
