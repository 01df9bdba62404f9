"""Every step has exactly one definition, and no definition can take more than it should."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tools.bdd.definitions import Definition
from tools.bdd.problem import Problem, problem
from tools.bdd.tree import Feature, FeatureFile, Step

MOST: Final = 40


def keywords(file: FeatureFile, feature: Feature) -> Iterator[Problem]:
    """当前 is read as 当 and 前: the keyword ends with a space, or the line meant something else."""
    lines = file.text.splitlines()
    for step in feature.every_step:
        text = lines[step.line - 1].strip()
        if step.keyword.startswith("*"):
            yield problem(file.name, step.line, "star")
        elif not text.removeprefix(step.keyword).startswith(" "):
            yield problem(file.name, step.line, "no_space", keyword=step.keyword, text=text)


def matching(file: FeatureFile, feature: Feature, definitions: Sequence[Definition]) -> Iterator[Problem]:
    """Of two that match, pytest-bdd takes one by the alphabet; every row of the examples is tried."""
    seen: set[tuple[int, str]] = set()
    for scenario in feature.scenarios:
        for case in scenario.cases():
            for step in case.steps:
                if (step.line, step.text) not in seen:
                    seen.add((step.line, step.text))
                    yield from _match(file, step, definitions)


def _match(file: FeatureFile, step: Step, definitions: Sequence[Definition]) -> Iterator[Problem]:
    found = [d for d in definitions if d.matches(step.kind, step.text)]
    if not found:
        yield problem(file.name, step.line, "no_definition", text=step.text)
    if len(found) > 1:
        places = ", ".join(f"{d.file}:{d.line}" for d in found)
        yield problem(file.name, step.line, "two_definitions", text=step.text, places=places)


def sentences(definitions: Sequence[Definition]) -> Iterator[Problem]:
    """Few sentences, each readable here and none that runs past a quote."""
    for each in definitions:
        if each.parser not in ("", "re"):
            yield problem(each.file, each.line, "parser", parser=each.parser)
        elif each.pattern is None:
            yield problem(each.file, each.line, "not_constant", text=each.sentence)
        elif each.swallows():
            yield problem(each.file, each.line, "swallows_quote", text=each.sentence)
    distinct = {each.sentence for each in definitions}
    if len(distinct) > MOST:
        last = definitions[-1]
        yield problem(last.file, last.line, "too_many_sentences", count=len(distinct), most=MOST)
