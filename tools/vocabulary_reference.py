"""Makes docs/vocabulary.md: which types carry the event of each row of the regulations, and what the others are for.

python3 tools/dev.py run -- python -m tools.vocabulary_reference            write the file
python3 tools/dev.py run -- python -m tools.vocabulary_reference --check    exit code 1 if it is not the same
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

from ledger.errors.names import ACT_TYPES
from tools.lint_vocabulary import KINDS_OF_NEED, NEEDS, ROWS, needs, procedural, rows

FILE: Final = Path(__file__).resolve().parent.parent / "docs" / "vocabulary.md"
HEAD: Final = """# Vocabulary of the procedure

What each type of act is there for. Rows are those of the table of articles (`nt-24-02` is the second row of Nantong's
article 24). The fields of each type stand in [acts.md](acts.md). Nothing that can be derived is an act: duties, bars,
most findings, who passed a publicity.

This page is generated from `tools/vocabulary/`: `python3 tools/dev.py run -- python -m tools.vocabulary_reference`.
"""


def text() -> str:
    """The page."""
    return HEAD + _events() + _needs() + _names()


def _events() -> str:
    keys: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in rows(ROWS.read_text("utf-8")):
        keys[row.event, " ".join(row.types), row.how].append(row.row)
    lines = ["\n## From events to types\n\n| event | type | how | rows |\n|---|---|---|---|\n"]
    for (event, types, how), found in sorted(keys.items()):
        said = ", ".join(f"`{name}`" for name in types.split())
        lines.append(f"| {event} | {said} | {how} | {' '.join(found)} |\n")
    return "".join(lines)


def _needs() -> str:
    wanted = needs(NEEDS.read_text("utf-8"))
    parts = ["\n## What no row asks for\n"]
    for need, said in sorted(KINDS_OF_NEED.items()):
        parts.append(f"\n**{said}**\n\n")
        parts += [f"- `{each.type}`: {each.why}\n" for each in wanted if each.need == need]
    return "".join(parts)


def _names() -> str:
    lines = ["\n## Names that people read\n\n| type | 名称 |\n|---|---|\n"]
    lines += [f"| `{name}` | {ACT_TYPES[name]} |\n" for name in sorted(procedural())]
    return "".join(lines)


def main() -> int:
    """Write or compare."""
    made = text().encode()
    if "--check" in sys.argv[1:]:
        return 0 if FILE.exists() and FILE.read_bytes() == made else 1
    FILE.write_bytes(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
