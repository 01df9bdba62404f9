"""The tags a feature may carry, and nothing else: they are pytest's markers, so every one is registered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tools.bdd.rows import Rows

OUTCOMES: Final = {"应允许": "accept", "应拒绝": "refuse", "应提示": "flag", "如实记录": "record"}
TRANSCRIBED: Final = "转录"
TRAPS: Final = 32  # situations that cross articles, numbered when the five texts were compared
WELL_FORMED: Final = re.compile(
    r"[\w-]+"
)  # pytest cuts a marker at a colon; brackets cannot be asked for with -m


def known(rows: Rows) -> dict[str, str]:
    """Every lawful tag, without its @, and what it says."""
    articles = max((regulation.articles for regulation in rows.regulations), default=0)
    return {
        **{tag: f"outcome: {kind}" for tag, kind in OUTCOMES.items()},
        TRANSCRIBED: "it happened outside and is entered from a paper",
        **{f"条-{n}": f"article {n}" for n in range(1, articles + 1)},
        **{f"行-{row.row}": f"row {row.row} of the trace" for row in rows.by_id.values()},
        **{f"陷阱-{n}": f"situation {n} that crosses articles" for n in range(1, TRAPS + 1)},
    }


def outcomes(tags: Iterable[str]) -> list[str]:
    """The outcome tags among these, sorted."""
    return sorted(tag for tag in tags if tag in OUTCOMES)


def rows_of(tags: Iterable[str]) -> list[str]:
    """The rows these tags name, sorted."""
    return sorted(tag.removeprefix("行-") for tag in tags if tag.startswith("行-"))
