"""Cells of a step's table as values of a form.

| 字段          | 值                     |
| window_to     | 2023-06-02             |
| channels.0.class | media               |
| contents      | [arrangement, notes]   |      a list; [] is an empty one
| application   | 甲公司的申报           |      files, parties and persons by their names in the scene
| present       | 5                      |      a whole number; “5” in quotes is text
| trial         | 是                     |      是, 否; 空 is nil
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from features.support.scene import Scene

HEADER: Final = ("字段", "值")
_WORDS: Final = {"是": True, "否": False, "空": None}
# Fields whose values are decimals or other text, though they look like whole numbers.
_TEXT: Final = frozenset(
    {"points", "amount", "sum", "base", "ratio", "value", "max", "min", "issue", "encoding_text"}
)


def changes(table: Sequence[Sequence[str]] | None, scene: Scene) -> dict[str, Any]:
    """Path → value, in the order of the rows."""
    if table is None:
        return {}
    header, *rows = table
    if tuple(header) != HEADER:
        raise ValueError(f"表头应为 {' | '.join(HEADER)}")
    return {path: value(cell, path, scene) for path, cell in rows}


def value(cell: str, path: str, scene: Scene) -> Any:
    """One cell."""
    cell = cell.strip()
    if cell in _WORDS:
        return _WORDS[cell]
    if cell.startswith("[") and cell.endswith("]"):
        inner = cell[1:-1].strip()
        return [value(item, path, scene) for item in inner.split(",")] if inner else []
    if cell.startswith("“") and cell.endswith("”"):
        return cell[1:-1]
    named = scene.named(cell)
    if named is not None:
        return named
    if cell.lstrip("-").isdigit() and path.rpartition(".")[2] not in _TEXT:
        return int(cell)
    return cell
