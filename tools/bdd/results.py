"""Results of the features, one line of JSON a case, in a file named after the tree they were made from.

A later line about the same case replaces an earlier one, so runs of a part add up; a changed tree starts anew. What
ran with a rule switched off stands in a file of its own and is never mistaken for a result.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, TextIO

FOLDER: Final = ".feature-results"
TREE: Final = ("src", "projections", "features", "pyproject.toml", "requirements/dev.txt")

Key = tuple[str, int, tuple[tuple[str, str], ...]]  # file, line of the scenario, row of the examples


@dataclass(frozen=True)
class Sight:
    """A refusal, finding or opened duty that a scenario saw and checked."""

    kind: str  # "refusal", "finding" or "duty"
    code: str
    regulation: str | None = None
    article: str | None = None
    rule: str | None = None


@dataclass(frozen=True)
class Result:
    """How one case ended."""

    file: str
    line: int
    name: str
    example: dict[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    result: str = "passed"
    seen: tuple[Sight, ...] = ()
    touched: tuple[str, ...] = ()  # rule kinds that were evaluated
    without: str | None = None  # the rule kind that was switched off

    @property
    def key(self) -> Key:
        """Which case this is."""
        return self.file, self.line, tuple(self.example.items())

    @property
    def decided(self) -> tuple[str, ...]:
        """The rule kinds that decided: those behind what was seen, sorted."""
        return tuple(sorted({sight.rule for sight in self.seen if sight.rule}))


def tree_digest(root: Path) -> str:
    """A digest of every byte that a feature's result can depend on."""
    total = hashlib.sha256()
    for name in TREE:
        for path in sorted(_files(root / name)):
            total.update(f"{path.relative_to(root).as_posix()}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:32]


def _files(top: Path) -> Iterator[Path]:
    if top.is_file():
        yield top
    for path in top.rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            yield path


def results_file(root: Path, digest: str, *, switched_off: bool = False) -> Path:
    """Where the results of this tree stand."""
    return root / FOLDER / f"{digest}{'.without' if switched_off else ''}.jsonl"


def read(path: Path) -> list[Result]:
    """The last word on every case; nothing if there is no file. A line cut off by a crash is left out."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    found: dict[tuple[Key, str | None], Result] = {}
    for line in lines:
        try:
            result = from_fields(json.loads(line))
        except ValueError:
            continue
        found[result.key, result.without] = result
    return list(found.values())


def from_fields(fields: dict[str, Any]) -> Result:
    """The result that `asdict` took apart."""
    seen = tuple(Sight(**sight) for sight in fields["seen"])
    return Result(
        **fields | {"tags": tuple(fields["tags"]), "touched": tuple(fields["touched"]), "seen": seen}
    )


class Writer:
    """Appends lines; the file is opened by the first one, and results of other trees are thrown away then."""

    def __init__(self, root: Path, digest: str) -> None:
        self._root, self._digest = root, digest
        self._open: dict[bool, TextIO] = {}

    def write(self, result: Result) -> None:
        """One line, readable by others at once."""
        off = result.without is not None
        if off not in self._open:
            path = results_file(self._root, self._digest, switched_off=off)
            path.parent.mkdir(exist_ok=True)
            for other in path.parent.glob("*.jsonl"):
                if not other.name.startswith(self._digest):
                    other.unlink(missing_ok=True)
            self._open[off] = path.open("a", encoding="utf-8", newline="\n")
        self._open[off].write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
        self._open[off].flush()

    def close(self) -> None:
        """Nothing more will be written."""
        for handle in self._open.values():
            handle.close()


def by_key(results: Iterable[Result]) -> dict[Key, Result]:
    """Case → result."""
    return {result.key: result for result in results}
