"""The rows of the regulations that features answer for, read from `tools/regulations.csv` and `tools/rows.csv`.

A row is one demand of one article. `enforce` says what the ledger does with it: `command` refuses, `finding` and `duty`
raise, `record` keeps, `none` has nothing to enforce and says why in `exempt`. `outside` says that it can also happen
on paper first. A regulation marked `complete` must have every row shown by scenarios; the others are only counted.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ENFORCE: Final = ("command", "finding", "duty", "record", "none")
COMMON: Final = "通用"  # the folder of the ledger's own duties, which no regulation states


class RowsError(Exception):
    """One of the two tables cannot be used; the message names the file and the line."""


@dataclass(frozen=True)
class Row:
    """One demand of one article."""

    row: str
    regulation: str
    article: str
    item: str | None
    enforce: str
    rules: tuple[str, ...]
    outside: bool
    exempt: str | None


@dataclass(frozen=True)
class Regulation:
    """One regulation: its folder under `features/`, the version the rows describe, how many articles it has."""

    id: str
    folder: str
    version: str
    articles: int
    complete: bool


@dataclass(frozen=True)
class Rows:
    """Both tables."""

    regulations: tuple[Regulation, ...]
    by_id: dict[str, Row]

    def of(self, regulation: str) -> list[Row]:
        """The rows of one regulation, in the order of its articles."""
        return [row for row in self.by_id.values() if row.regulation == regulation]

    def in_folder(self, folder: str) -> Regulation | None:
        """The regulation whose features stand in this folder."""
        return next((r for r in self.regulations if r.folder == folder), None)


def load(root: Path) -> Rows:
    """Both tables of the repository at `root`; `RowsError` at the first line that cannot be right."""
    tools = root / "tools"
    regulations = tuple(_regulations(tools / "regulations.csv"))
    return Rows(regulations, _rows(tools / "rows.csv", {r.id: r for r in regulations}))


def _lines(path: Path, columns: tuple[str, ...]) -> list[tuple[str, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle, strict=True)
        if tuple(reader.fieldnames or ()) != columns:
            raise RowsError(f"{path.name}:1: the columns must be {','.join(columns)}")
        found = []
        for line in reader:
            place = f"{path.name}:{reader.line_num}"
            if None in line or None in line.values():
                raise RowsError(f"{place}: there must be {len(columns)} cells")
            found.append((place, line))
        return found


def _regulations(path: Path) -> list[Regulation]:
    found = []
    for place, line in _lines(path, ("id", "folder", "version", "articles", "complete")):
        if not line["articles"].isdecimal() or line["complete"] not in ("yes", "no"):
            raise RowsError(f"{place}: `articles` is a number, `complete` is yes or no")
        found.append(
            Regulation(
                line["id"], line["folder"], line["version"], int(line["articles"]), line["complete"] == "yes"
            )
        )
    return found


def _rows(path: Path, regulations: dict[str, Regulation]) -> dict[str, Row]:
    columns = ("row", "regulation", "article", "item", "enforce", "rules", "outside", "exempt")
    found: dict[str, Row] = {}
    for place, line in _lines(path, columns):
        regulation = regulations.get(line["regulation"])
        if regulation is None or line["row"] in found:
            raise RowsError(f"{place}: unknown regulation, or a row that stands here twice")
        if line["article"] not in map(str, range(1, regulation.articles + 1)):
            raise RowsError(f"{place}: {regulation.id} has articles 1 to {regulation.articles}")
        if line["enforce"] not in ENFORCE or line["outside"] not in ("yes", ""):
            raise RowsError(f"{place}: `enforce` is one of {', '.join(ENFORCE)}; `outside` is yes or empty")
        if line["enforce"] == "none" and not line["exempt"]:
            raise RowsError(f"{place}: where nothing is enforced, `exempt` says why")
        found[line["row"]] = Row(
            line["row"],
            regulation.id,
            line["article"],
            line["item"] or None,
            line["enforce"],
            tuple(line["rules"].split()),
            line["outside"] == "yes",
            line["exempt"] or None,
        )
    return found
