"""Values of a form as they go into an act: hex becomes bytes, moments instants, text NFC, lists of a set sorted.

What a struct's annotations say is followed; a committed field is handed, plain, to whoever commits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from ledger.acts.kinds import Kind, is_code
from ledger.acts.struct import schema, wire_name
from ledger.acts.text import unclean
from ledger.client.expected import COMMITTED, invalid, misfit, missing, unknown
from ledger.client.moments import parse_at
from ledger.errors import LedgerError
from ledger.sealing.canon import MAX_DEPTH, MAX_INT

Commit = Callable[[str, Any], bytes]
"""Takes a field's dotted name in data and its plain value, gives the commitment."""
FileValue = Callable[[str, dict[str, Any]], list[Any]]
"""Takes a field's name and `{"file": PATH, "media_type"?}`, gives the value that stands for the file."""


class Values:
    """Reads the values of one form. `lists`: a list left out is an empty one, where that is allowed."""

    def __init__(self, commit: Commit, file_value: FileValue, *, lists: bool = False) -> None:
        self._commit = commit
        self._file_value = file_value
        self._lists = lists

    def struct(self, cls: type, given: Any, name: str = "") -> dict[str, Any]:
        """The map for a struct. Fields left out are nil where nil is allowed."""
        kinds = schema(cls)
        if type(given) is not dict:
            raise invalid(_shown(name), f"含有字段 {'、'.join(kinds)} 的对象", "an object")
        for member in given:
            if member not in kinds:
                raise unknown(_shown(name, member), member, sorted(kinds.keys() - given.keys()))
        by_wire = _hints(cls)
        made = {}
        for wire, kind in kinds.items():  # in byte order, as canonical bytes have them
            below = f"{name}.{wire}" if name else wire
            value = given.get(wire)
            if wire not in given and not kind.check(None):
                if not self._lists or not kind.check([]):
                    raise missing(_shown(below))
                value = []
            made[wire] = self._value(by_wire[wire], kind, value, below)
        return made

    def plain(self, given: Any, name: str, depth: int = 0) -> Any:
        """A value that no schema describes: text, integers, nil, files, lists and objects of these."""
        if given is None or type(given) in (bool, bytes):
            return given
        if type(given) is str:
            return clean_text(given, _shown(name))
        if type(given) is int and abs(given) <= MAX_INT:
            return given
        if depth > MAX_DEPTH:
            raise invalid(_shown(name), "嵌套较浅的值", "nested less deep")
        if type(given) is list:
            return [self.plain(item, f"{name}.{i}", depth + 1) for i, item in enumerate(given)]
        if type(given) is dict and "file" in given:
            return self._file_value(_shown(name), given)
        if type(given) is dict and all(type(key) is str and is_code(key) for key in given):
            return {key: self.plain(item, f"{name}.{key}", depth + 1) for key, item in given.items()}
        raise invalid(_shown(name), COMMITTED, "text, an integer or a file")

    def _value(self, hint: Any, kind: Kind, given: Any, name: str) -> Any:
        """The value of one field, checked against its kind."""
        value = self._convert(hint, given, name, kind)
        if type(value) is list and not kind.check(value):
            # The order of a set says nothing; people need not know that the bytes want one.
            value = _sorted(value)
        if not kind.check(value):
            raise misfit(_shown(name), kind)
        return value

    def _convert(self, hint: Any, given: Any, name: str, kind: Kind) -> Any:
        origin, args = get_origin(hint), get_args(hint)
        if origin is Annotated:
            inner = next((extra for extra in args[1:] if isinstance(extra, Kind)), kind)
            if given is None and inner.check(None):
                return None
            if inner.committed:
                if given is None:
                    raise misfit(_shown(name), inner)
                return self._commit(name, self.plain(given, name))
            if inner.name.removesuffix(" or nil") == "moment":
                return self._moment(given, name, inner)
            return self._convert(args[0], given, name, inner)
        if origin in (Union, UnionType):
            if given is None and NoneType in args:
                return None
            return self._convert(next(a for a in args if a is not NoneType), given, name, kind)
        if origin is tuple:
            return self._items(args, given, name, kind)
        if hint is Any:
            return self.plain(given, name)
        if is_dataclass(hint) and isinstance(hint, type):
            return self.struct(hint, given, name)
        return self._scalar(hint, given, name, kind)

    def _scalar(self, hint: Any, given: Any, name: str, kind: Kind) -> Any:
        if hint is bytes and type(given) is str:
            try:
                return bytes.fromhex(given)
            except ValueError:
                raise misfit(_shown(name), kind) from None
        if type(given) is not hint or (hint is int and abs(given) > MAX_INT):
            raise misfit(_shown(name), kind)
        return clean_text(given, _shown(name)) if hint is str else given

    def _moment(self, given: Any, name: str, kind: Kind) -> int | str:
        at = parse_at(given) if type(given) is str else None
        if at is None:
            raise misfit(_shown(name), kind)
        return at

    def _items(self, args: tuple[Any, ...], given: Any, name: str, kind: Kind) -> list[Any]:
        each = len(args) == 2 and args[1] is Ellipsis
        if type(given) is not list or not (each or len(given) == len(args)):
            raise misfit(_shown(name), kind)
        if kind.order:
            # Before anything is committed: a commitment is bound to the place of its field.
            given = _sorted(given, lambda item: [item[member] for member in kind.order])
        hints = [args[0]] * len(given) if each else list(args)
        return [
            self._convert(hint, item, f"{name}.{i}", kind)
            for i, (hint, item) in enumerate(zip(hints, given, strict=True))
        ]


@cache
def _hints(cls: type) -> dict[str, Any]:
    """Annotations by the names in the bytes; a table of 300 acts asks for the same ones 300 times."""
    hints = get_type_hints(cls, include_extras=True)
    return {wire_name(field.name): hints[field.name] for field in fields(cls)}


def clean_text(text: str, field: str) -> str:
    """The text in NFC. LedgerError `text_not_clean` for what the desk would refuse."""
    normal = unicodedata.normalize("NFC", text)
    detail = unclean(normal)
    if detail is not None:
        raise LedgerError("text_not_clean", field=field, detail=detail)
    return normal


def _sorted(value: list[Any], key: Callable[[Any], Any] | None = None) -> list[Any]:
    """In order; as it was if it is nothing that has one, which whoever checks it will say."""
    try:
        return sorted(value, key=key)
    except (TypeError, KeyError):
        return value


def _shown(name: str, member: str | None = None) -> str:
    return ".".join(["data", *([name] if name else []), *([member] if member is not None else [])])
