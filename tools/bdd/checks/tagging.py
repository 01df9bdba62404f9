"""Tags: registered, and saying of each case what it is about and how it ends."""

from __future__ import annotations

from collections.abc import Iterator

from tools.bdd import tags
from tools.bdd.checks.form import article
from tools.bdd.problem import Problem, problem
from tools.bdd.rows import COMMON, Regulation, Row, Rows
from tools.bdd.tree import Case, Feature, FeatureFile


def registered(file: FeatureFile, feature: Feature, rows: Rows) -> Iterator[Problem]:
    """No tag that pytest could not take as a marker, none that nobody knows."""
    known = tags.known(rows)
    for tag in feature.every_tag:
        if not tags.WELL_FORMED.fullmatch(tag.name):
            yield problem(file.name, tag.line, "tag_malformed", tag=tag.name)
        elif tag.name.startswith("行-") and tag.name not in known:
            yield problem(file.name, tag.line, "row_unknown", row=tag.name.removeprefix("行-"))
        elif tag.name not in known:
            yield problem(file.name, tag.line, "tag_unknown", tag=tag.name)


def complete(file: FeatureFile, feature: Feature, rows: Rows) -> Iterator[Problem]:
    """Each case has one outcome; in a regulation's folder its file's article, and rows of that article."""
    regulation = rows.in_folder(file.parts[0])
    number = article(file)
    found: set[Problem] = set()
    for scenario in feature.scenarios:
        for case in scenario.cases():
            found.update(_outcome(file, case))
            if file.parts[0] == COMMON:
                found.update(_common(file, case))
            elif regulation is not None and number is not None:
                found.update(_cited(file, case, regulation, number, rows))
    yield from sorted(found)


def _outcome(file: FeatureFile, case: Case) -> Iterator[Problem]:
    if len(tags.outcomes(case.tags)) != 1:
        yield problem(file.name, case.line, "outcome_tag", found=_listed(tags.outcomes(case.tags)))


def _common(file: FeatureFile, case: Case) -> Iterator[Problem]:
    if any(tag.startswith(("条-", "行-")) for tag in case.tags):
        yield problem(file.name, case.line, "row_in_common")


def _cited(
    file: FeatureFile, case: Case, regulation: Regulation, number: str, rows: Rows
) -> Iterator[Problem]:
    articles = sorted(tag for tag in case.tags if tag.startswith("条-"))
    if articles != [f"条-{number}"]:
        yield problem(file.name, case.line, "article_tag", article=number, found=_listed(articles))
    cited = tags.rows_of(case.tags)
    if not cited:
        yield problem(file.name, case.line, "no_row_tag")
    for name in cited:
        row = rows.by_id.get(name)
        if row is not None and (row.regulation, row.article) != (regulation.id, number):
            yield problem(file.name, case.line, "row_elsewhere", row=name, where=_home(row, rows))


def _home(row: Row, rows: Rows) -> str:
    folder = next(r.folder for r in rows.regulations if r.id == row.regulation)
    return f"{folder}第{row.article}条"


def _listed(names: list[str]) -> str:
    return " ".join(f"@{name}" for name in names) or "无"
