"""A regulation as maps, lists, texts and numbers."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from ledger.regulations.value import UNITS, Term, Value

_CODES = {unit: code for code, unit in UNITS.items()}


def plain(part: Any) -> Any:
    """The same data without structs: the names are those of the model, a term reads as in the file (`5wd`)."""
    if isinstance(part, Term):
        return f"{part.n}{_CODES[part.unit]}"
    if isinstance(part, Value):
        told = {f.name: plain(getattr(part, f.name)) for f in fields(part)}
        return told | {"others": {option: plain(v) for option, v in part.others}}
    if is_dataclass(part):
        return {f.name.rstrip("_"): plain(getattr(part, f.name)) for f in fields(part)}
    if isinstance(part, dict):
        return {key: plain(each) for key, each in part.items()}
    if isinstance(part, tuple):
        return [plain(each) for each in part]
    return part
