"""Joins rows, scenarios and results: which demand of which article is shown to be held, and which is not.

A scenario counts for a row only if it carries the row's tag; one that refuses or raises, moreover, only if what it saw
names the row's article (and regulation, where it says one). It shows something only if every case of it passed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from tools.bdd import tags
from tools.bdd.results import Sight
from tools.bdd.rows import Regulation, Row, Rows
from tools.bdd.run import Outcome

# What the scenarios of a row must show between them. A row of `outside` needs a transcribed one besides.
DEMANDS: Final[dict[str, tuple[str, ...]]] = {
    "command": ("accept", "refuse"),
    "finding": ("flag", "accept"),
    "duty": ("flag", "accept"),
    "record": ("record",),
    "none": (),
}
# What a scenario of this kind must have seen with the row's article.
MUST_SEE: Final = {"refuse": ("refusal",), "flag": ("finding", "duty"), "transcribed": ("finding",)}


@dataclass(frozen=True)
class Shown:
    """One scenario under one row: its cases of one kind taken together."""

    name: str
    file: str
    kind: str
    passed: bool
    counts: bool


@dataclass(frozen=True)
class Traced:
    """One row with what stands under it."""

    row: Row
    scenarios: tuple[Shown, ...]
    decided: tuple[str, ...]  # rule kinds behind what these scenarios saw

    @property
    def missing(self) -> tuple[str, ...]:
        """The kinds still to be shown; none if the row has a reason to be without."""
        if self.row.exempt:
            return ()
        wanted = DEMANDS[self.row.enforce]
        if self.row.enforce == "command" and self.row.outside:
            wanted += ("transcribed",)
        shown = {scenario.kind for scenario in self.scenarios if scenario.counts and scenario.passed}
        return tuple(kind for kind in wanted if kind not in shown)


def trace(rows: Rows, outcomes: Iterable[Outcome]) -> dict[str, list[Traced]]:
    """Regulation → its rows in order, each with its scenarios."""
    under: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        for name in tags.rows_of(outcome.case.tags):
            under.setdefault(name, []).append(outcome)
    return {
        regulation.id: [_traced(row, under.get(row.row, [])) for row in rows.of(regulation.id)]
        for regulation in rows.regulations
    }


def kind(case_tags: Iterable[str], row: Row) -> str | None:
    """What a case is for a row; a row that refuses asks apart for what happened outside and was let in, flagged."""
    marked = set(case_tags)
    found = tags.outcomes(marked)
    if len(found) != 1:
        return None
    plain = tags.OUTCOMES[found[0]]
    if plain == "flag" and tags.TRANSCRIBED in marked and row.enforce == "command":
        return "transcribed"
    return plain


def _traced(row: Row, outcomes: list[Outcome]) -> Traced:
    together: dict[tuple[str, str, str], list[Outcome]] = {}
    for outcome in outcomes:
        what = kind(outcome.case.tags, row)
        if what is not None:
            together.setdefault((outcome.file, outcome.scenario, what), []).append(outcome)
    scenarios = tuple(
        Shown(
            name,
            file,
            what,
            all(case.passed for case in cases),
            all(_saw_the_article(what, case, row) for case in cases if case.passed),
        )
        for (file, name, what), cases in together.items()
    )
    decided = {rule for o in outcomes if o.result is not None for rule in o.result.decided}
    return Traced(row, scenarios, tuple(sorted(decided)))


def _saw_the_article(what: str, outcome: Outcome, row: Row) -> bool:
    wanted = MUST_SEE.get(what)
    if wanted is None:
        return True
    seen = outcome.result.seen if outcome.result is not None else ()
    return any(sight.kind in wanted and _of(sight, row) for sight in seen)


def _of(sight: Sight, row: Row) -> bool:
    regulation = row.regulation if sight.regulation is None else sight.regulation.partition("@")[0]
    return (regulation, sight.article) == (row.regulation, row.article)


def as_json(rows: Rows, traced: dict[str, list[Traced]]) -> dict[str, Any]:
    """The shape that others rely on; `missing`, `complete` and `not_counted` are ours besides."""
    return {"regulations": [_regulation(r, traced[r.id]) for r in rows.regulations]}


def _regulation(regulation: Regulation, traced: list[Traced]) -> dict[str, Any]:
    return {
        "id": regulation.id,
        "version": regulation.version,
        "articles": regulation.articles,
        "complete": regulation.complete,
        "rows": [_row(each) for each in traced],
    }


def _row(each: Traced) -> dict[str, Any]:
    row = each.row
    return {
        "row": row.row,
        "article": row.article,
        "item": row.item,
        "enforce": row.enforce,
        "rules": list(row.rules or each.decided),
        "scenarios": [_scenario(shown) for shown in each.scenarios if shown.counts],
        "not_counted": [_scenario(shown) for shown in each.scenarios if not shown.counts],
        "exempt": row.exempt,
        "missing": list(each.missing),
    }


def _scenario(shown: Shown) -> dict[str, str]:
    result = "passed" if shown.passed else "failed"
    return {"name": shown.name, "kind": shown.kind, "result": result, "file": shown.file}
