"""Scenarios that pytest-bdd would drop, or run without checking anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tools.bdd.problem import Problem, problem
from tools.bdd.rows import COMMON, Regulation
from tools.bdd.tree import Feature, FeatureFile, Scenario, places

NOTHING_ELSE: Final = "账本没有新增其他记录"
DATE: Final = re.compile(r"今天是“[0-9]{4}-[0-9]{2}-[0-9]{2}”")
VERSION: Final = re.compile(r"“([a-z]+)@[0-9a-z]+”")
CALENDAR: Final = "日历"


def names(file: FeatureFile, feature: Feature) -> Iterator[Problem]:
    """One name, one scenario: they are kept by name, and the last one wins."""
    if not feature.scenarios:
        yield problem(file.name, 1, "no_scenarios")
    first: dict[str, int] = {}
    for scenario in feature.scenarios:
        other = first.setdefault(scenario.name, scenario.line)
        if other != scenario.line:
            yield problem(file.name, scenario.line, "same_name", name=scenario.name, other=other)


def substance(file: FeatureFile, feature: Feature) -> Iterator[Problem]:
    """Each scenario checks something, fills its places, and says after each act that nothing else happened."""
    for scenario in feature.scenarios:
        if not any(step.kind == "then" for step in scenario.steps):
            yield problem(file.name, scenario.line, "no_outcome_step")
        yield from _examples(file, scenario)
        yield from _acts(file, scenario)


def _examples(file: FeatureFile, scenario: Scenario) -> Iterator[Problem]:
    if scenario.outline and not scenario.examples:
        yield problem(file.name, scenario.line, "no_examples")
    for table in scenario.examples:
        if not table.rows:
            yield problem(file.name, table.line, "no_examples")
    columns = [{name for name, _ in table.rows[0]} for table in scenario.examples if table.rows]
    filled = set.intersection(*columns) if columns else set()
    for step in scenario.steps:
        for place in places(step):
            if place not in filled:
                yield problem(file.name, step.line, "no_column", place=place)


def _acts(file: FeatureFile, scenario: Scenario) -> Iterator[Problem]:
    act: int | None = None
    for step in scenario.steps:
        if step.kind == "when":
            if act is not None:
                yield problem(file.name, act, "act_left_open", sentence=NOTHING_ELSE)
            act = step.line
        elif step.text == NOTHING_ELSE:
            act = None
    if act is not None:
        yield problem(file.name, act, "act_left_open", sentence=NOTHING_ELSE)


def background(file: FeatureFile, feature: Feature, regulation: Regulation | None) -> Iterator[Problem]:
    """The first three lines fix what everything else hangs on; the ledger's own duties need a date only."""
    opening = [step.text for step in feature.background[:3]]
    line = feature.background[0].line if feature.background else 1
    missing: list[tuple[str, str, str]] = []
    if not any(DATE.search(text) for text in opening):
        missing.append(("日期", "date", "今天是“2023-05-04”"))
    if file.parts[0] != COMMON and regulation is not None:
        if not any(
            regulation.id == found[1] for text in opening for found in [VERSION.search(text)] if found
        ):
            missing.append(("条例版本", "version", f"适用“{regulation.id}@{regulation.version}”"))
        if not any(CALENDAR in text for text in opening):
            missing.append(("日历", "calendar", "工作日历为“2023”"))
    for what, english, example in missing:
        yield problem(file.name, line, "background", what=what, english=english, example=example)
