"""Every type of the procedure has a use, and every row's event has a type.

`tools/vocabulary/rows.csv` says which types carry the event of each row of the regulations (`how`: the event is an
act, or is derived from these acts). `tools/vocabulary/needs.csv` names what else a type is for: a duty or a need of
the people who use the ledger. A type that stands in neither does not belong.

python3 tools/dev.py run -- python -m tools.lint_vocabulary     lists what is wrong; exit code 1 if anything is
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import ledger.acts
from ledger.acts.registry import TYPES, snake

FOLDER: Final = Path(__file__).resolve().parent / "vocabulary"
ROWS: Final = FOLDER / "rows.csv"
NEEDS: Final = FOLDER / "needs.csv"
# What a type may be for beside a row of the regulations.
KINDS_OF_NEED: Final = {
    "calendars": "Working days are counted on published calendars",
    "draws": "Draws that anyone can recompute, reserves, replacements",
    "duty": "Discharges a duty that an act has opened",
    "findings": "The life of a finding, and conduct that no rule can see",
    "judgement": "What only people can judge is on record",
    "mistakes": "Mistakes are mended beside the old record",
    "opening_balance": "What was before the ledger",
    "ordinary_life": "The ordinary life of a cycle and of a file",
    "outsiders": "People without an account get an answer",
    "parties": "Names change, parties stay",
    "publicity": "A publicity is what was to be seen, where and when",
    "scores": "The life of a score",
    "told_others": "What was told to others",
    "transcription": "What happened outside, by whom and for whom",
    "versions": "Texts, files and editions change while cycles run",
}
HOW: Final = ("act", "derived")
LONGEST: Final = 32


class Row(NamedTuple):
    """One row of the regulations and the types that carry its event."""

    line: int
    row: str
    event: str
    types: list[str]
    how: str


class Need(NamedTuple):
    """Something else that a type is for."""

    line: int
    type: str
    need: str
    why: str


def rows(text: str) -> list[Row]:
    """The table of rows."""
    return [
        Row(n, each["row"], each["event"], each["types"].split(), each["how"])
        for n, each in enumerate(csv.DictReader(text.splitlines()), 2)
    ]


def needs(text: str) -> list[Need]:
    """The table of needs."""
    return [
        Need(n, each["type"], each["need"], each["why"])
        for n, each in enumerate(csv.DictReader(text.splitlines()), 2)
    ]


def procedural() -> set[str]:
    """The registered types that are not of the ledger's own life."""
    assert ledger.acts.__all__  # imported for its effect
    return {kind.name for kind in TYPES if not kind.life}


def problems(types: set[str], table: list[Row], wanted: list[Need]) -> Iterator[str]:
    """What is wrong, one sentence each, with file and line where there is one."""
    yield from _of_rows(types, table)
    yield from _of_needs(types, wanted)
    used = {name for row in table for name in row.types} | {need.type for need in wanted}
    for name in sorted(types - used):
        yield f"{name}: no row, duty or need uses this type"
    for name in sorted(types):
        if len(name.encode()) > LONGEST:
            yield f"{name}: longer than the {LONGEST} bytes that a desk takes"


def _of_rows(types: set[str], table: list[Row]) -> Iterator[str]:
    seen: set[str] = set()
    for row in table:
        where = f"rows.csv:{row.line}: {row.row}"
        if not re.fullmatch(r"[a-z]+-[0-9]{2}-[0-9]{2}", row.row):
            yield f"{where}: not the key of a row"
        if row.row in seen:
            yield f"{where}: stands here twice"
        seen.add(row.row)
        if row.how not in HOW:
            yield f"{where}: how is none of {', '.join(HOW)}"
        if not row.types:
            yield f"{where}: {row.event} has no type"
        for name in row.types:
            if name not in types:
                yield f"{where}: {name} is no type of the procedure"
        own = snake(row.event)
        if own in types and (own not in row.types or row.how != "act"):
            yield f"{where}: {row.event} is an act of its own, {own}"


def _of_needs(types: set[str], wanted: list[Need]) -> Iterator[str]:
    seen: set[tuple[str, str]] = set()
    for need in wanted:
        where = f"needs.csv:{need.line}: {need.type}"
        if need.type not in types:
            yield f"{where}: is no type of the procedure"
        if need.need not in KINDS_OF_NEED:
            yield f"{where}: {need.need} is no known need"
        if not need.why:
            yield f"{where}: does not say why"
        if (need.type, need.need) in seen:
            yield f"{where}: stands here twice"
        seen.add((need.type, need.need))


def main() -> int:
    """List the problems."""
    found = list(problems(procedural(), rows(ROWS.read_text("utf-8")), needs(NEEDS.read_text("utf-8"))))
    for sentence in found:
        print(sentence)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
