"""What a regulation says once somebody entitled has decided one of its questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from ledger.regulations.model import Criterion, Regulation
from ledger.regulations.value import Value


def under(regulation: Regulation, decided: Mapping[str, str]) -> Regulation:
    """The regulation with each question in `decided` (question → option) answered by that option.

    Values that rest on such a question take what their `others` say, criteria what their `instead` says; where the
    option is the stored one nothing changes. A question or an option that the regulation does not know changes
    nothing either: whether somebody may decide so is not asked here.
    """
    changes = {
        name: option
        for name, option in decided.items()
        if name in regulation.questions and option in regulation.questions[name].options
    }
    return cast(Regulation, _under(regulation, changes)) if changes else regulation


def _under(part: Any, decided: Mapping[str, str]) -> Any:
    """The part itself wherever nothing in it changes, so that most of a regulation is shared."""
    if isinstance(part, Value):
        option = decided.get(part.question or "")
        return part if option is None else part.under(option)
    if isinstance(part, tuple):
        changed = tuple(_replaced(each, decided) for each in part)
        return part if _same(part, changed) else changed
    if isinstance(part, dict):
        values = {key: _under(each, decided) for key, each in part.items()}
        return part if _same(part.values(), values.values()) else values
    if is_dataclass(part) and not isinstance(part, type):
        old = {f.name: getattr(part, f.name) for f in fields(part)}
        new = {name: _under(each, decided) for name, each in old.items()}
        return part if _same(old.values(), new.values()) else replace(part, **new)
    return part


def _replaced(each: Any, decided: Mapping[str, str]) -> Any:
    """A criterion's stand-in keeps its id: others name it."""
    if isinstance(each, Criterion) and each.instead:
        option = decided.get(each.question or "")
        instead = next((other for other in each.instead if other.option == option), None)
        if instead is not None:
            return replace(instead, id=each.id, question=each.question, source="reading")
    return _under(each, decided)


def _same(old: Any, new: Any) -> bool:
    old, new = tuple(old), tuple(new)
    return len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True))
