"""The step sentences, read from the Python files below `features/` without running them.

A sentence is a plain string or `parsers.re(...)`, written as a constant: a literal, an f-string or a sum of literals
and of names that some module below `features/` sets to one. `parsers.parse` is not accepted: its fields run past a
closing quote, so a longer sentence would match a shorter one's definition.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DECORATORS: Final = {"given": "given", "when": "when", "then": "then", "step": None}
CLOSING: Final = "”"
_ATOM: Final = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|.", re.DOTALL)


@dataclass(frozen=True)
class Definition:
    """One decorator over one function. `pattern` is None if the sentence is no constant or no regular expression."""

    file: str
    line: int
    kind: str | None
    sentence: str
    parser: str  # "", "re", or the name of a parser that is not accepted
    pattern: re.Pattern[str] | None

    def matches(self, kind: str | None, text: str) -> bool:
        """As pytest-bdd matches: the same kind, and the whole text."""
        if self.kind is not None and self.kind != kind:
            return False
        return self.pattern is not None and self.pattern.fullmatch(text) is not None

    def swallows(self) -> bool:
        """Whether a variable part could run past a closing quote into the rest of the sentence."""
        if self.parser != "re":
            return False
        return any(_takes_a_quote(atom) for atom in _ATOM.findall(self.sentence))


def _takes_a_quote(atom: str) -> bool:
    variable = atom == "." or atom.startswith("[") or (atom.startswith("\\") and atom[1] in "SDW")
    if not variable:
        return False
    try:
        return re.compile(atom).fullmatch(CLOSING) is not None
    except re.error:
        return True


def read_all(root: Path) -> list[Definition]:
    """Every step definition below `features/`, in the order of files and lines."""
    folder = root / "features"
    trees = {
        path.relative_to(root).as_posix(): ast.parse(path.read_bytes(), str(path))
        for path in sorted(folder.rglob("*.py"))
    }
    shared: dict[str, str] = {}
    for tree in trees.values():
        shared.update(_constants(tree, {}))
    found: list[Definition] = []
    for name, tree in trees.items():
        found += _of_module(name, tree, shared | _constants(tree, shared))
    return found


def _constants(tree: ast.Module, known: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                pass
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                pass
            case _:
                continue
        text = _text(value, known | found)
        if text is not None:
            found[name] = text
    return found


def _text(node: ast.expr, names: dict[str, str]) -> str | None:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.Name(id=name):
            return names.get(name)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _joined([_text(left, names), _text(right, names)])
        case ast.JoinedStr(values=values):
            return _joined([_text(value, names) for value in values])
        case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
            return _text(value, names)
        case _:
            return None


def _joined(parts: list[str | None]) -> str | None:
    texts = [part for part in parts if part is not None]
    return "".join(texts) if len(texts) == len(parts) else None


def _of_module(file: str, tree: ast.Module, names: dict[str, str]) -> Iterator[Definition]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef):
            continue
        for decorator in node.decorator_list:
            match decorator:
                case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[sentence, *_]):
                    if name in DECORATORS:
                        yield _definition(file, decorator.lineno, DECORATORS[name], sentence, names)


def _definition(
    file: str, line: int, kind: str | None, sentence: ast.expr, names: dict[str, str]
) -> Definition:
    parser = ""
    match sentence:
        case ast.Call(func=ast.Attribute(attr=parser) | ast.Name(id=parser), args=[inner, *_]):
            sentence = inner
    text = _text(sentence, names)
    pattern = None
    if text is not None and parser in ("", "re"):
        try:
            pattern = re.compile(text if parser else re.escape(text))
        except re.error:
            pattern = None
    return Definition(file, line, kind, ast.unparse(sentence) if text is None else text, parser, pattern)
