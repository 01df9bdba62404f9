"""On which line of a TOML text each key and each list entry stands.

`tomllib` gives values without lines; this scanner gives lines without values. It is handed only what `tomllib` has
read already, so it need not ask whether the text is valid.
"""

from __future__ import annotations

from typing import Final

Path = tuple[str | int, ...]

_BLANK: Final = " \t\r\n"
_ENDS: Final = " \t\r\n,]}#"
_ESCAPES: Final = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


def places(text: str) -> dict[Path, int]:
    """Path → line, counted from 1. A table's line is that of its header; a key's is where the key stands."""
    return _Scanner(text).document()


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of a path, or of what it lies in when it does not stand in the text itself."""
    while path not in lines and path:
        path = path[:-1]
    return lines.get(path, 1)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.lines: dict[Path, int] = {(): 1}
        self.counts: dict[Path, int] = {}  # arrays of tables: how many entries so far

    def document(self) -> dict[Path, int]:
        inside: Path = ()
        while self._skip():
            if self.text.startswith("[[", self.at):
                inside = self._header(2)
            elif self.text[self.at] == "[":
                inside = self._header(1)
            else:
                self._pair(inside)
        return self.lines

    def _header(self, brackets: int) -> Path:
        self._move(brackets)
        keys = self._keys()
        self._blank()
        self._move(brackets)
        path: Path = ()
        for key in keys[:-1]:
            path = self._entered((*path, key))
        last = (*path, keys[-1])
        if brackets == 1:
            self.lines.setdefault(last, self.line)
            return last
        number = self.counts.get(last, 0)
        self.counts[last] = number + 1
        self.lines.setdefault(last, self.line)
        self.lines[(*last, number)] = self.line
        return (*last, number)

    def _entered(self, path: Path) -> Path:
        """The path, or that of its newest entry where it is an array of tables."""
        self.lines.setdefault(path, self.line)
        return (*path, self.counts[path] - 1) if path in self.counts else path

    def _pair(self, inside: Path) -> None:
        keys = self._keys()
        path = inside
        for key in keys:
            path = (*path, key)
            self.lines.setdefault(path, self.line)
        self._blank()
        self._move(1)  # =
        self._blank()
        self._value(path)

    def _value(self, path: Path) -> None:
        first = self.text[self.at]
        if first == "{":
            self._inline(path)
        elif first == "[":
            self._array(path)
        elif first in "\"'":
            self._string()
        else:
            while self.at < len(self.text) and self.text[self.at] not in _ENDS:
                self._move(1)

    def _inline(self, path: Path) -> None:
        self._move(1)
        self._skip()
        while self.text[self.at] != "}":
            self._pair(path)
            self._skip()
            if self.text[self.at] == ",":
                self._move(1)
                self._skip()
        self._move(1)

    def _array(self, path: Path) -> None:
        self._move(1)
        number = 0
        self._skip()
        while self.text[self.at] != "]":
            self.lines[(*path, number)] = self.line
            self._value((*path, number))
            number += 1
            self._skip()
            if self.text[self.at] == ",":
                self._move(1)
                self._skip()
        self._move(1)

    def _keys(self) -> list[str]:
        keys = [self._key()]
        self._blank()
        while self.text[self.at] == ".":
            self._move(1)
            self._blank()
            keys.append(self._key())
            self._blank()
        return keys

    def _key(self) -> str:
        if self.text[self.at] in "\"'":
            return self._string()
        start = self.at
        while self.text[self.at].isalnum() or self.text[self.at] in "-_":
            self._move(1)
        return self.text[start : self.at]

    def _string(self) -> str:
        """Moves past a string of any of the four kinds; what it says, for keys."""
        quote = self.text[self.at]
        long = self.text.startswith(quote * 3, self.at)
        end = quote * 3 if long else quote
        self._move(len(end))
        said: list[str] = []
        while not self.text.startswith(end, self.at):
            escaped = quote == '"' and self.text[self.at] == "\\"
            said.append(self._escaped() if escaped else self.text[self.at])
            self._move(1)
        self._move(len(end))
        while long and self.text.startswith(quote, self.at):  # up to two quotes may stand before the end
            self._move(1)
        return "".join(said)

    def _escaped(self) -> str:
        self._move(1)
        kind = self.text[self.at]
        digits = {"u": 4, "U": 8}.get(kind, 0)
        if not digits:
            return _ESCAPES.get(kind, "")
        self._move(digits)
        return chr(int(self.text[self.at - digits + 1 : self.at + 1], 16))

    def _skip(self) -> bool:
        """Past blanks, line ends and comments; whether anything is left."""
        while self.at < len(self.text):
            if self.text[self.at] == "#":
                while self.at < len(self.text) and self.text[self.at] != "\n":
                    self._move(1)
            elif self.text[self.at] in _BLANK:
                self._move(1)
            else:
                return True
        return False

    def _blank(self) -> None:
        while self.text[self.at] in " \t":
            self._move(1)

    def _move(self, by: int) -> None:
        self.line += self.text.count("\n", self.at, self.at + by)
        self.at += by
