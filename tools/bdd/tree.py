"""The features as they will be run: every file, its scenarios, and one case for each row of their examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from gherkin.errors import CompositeParserException, ParserException
from gherkin.parser import Parser

KINDS: Final = {"Context": "given", "Action": "when", "Outcome": "then"}


@dataclass(frozen=True)
class Tag:
    """A tag without its @, where it stands."""

    name: str
    line: int


@dataclass(frozen=True)
class Step:
    """One step; `kind` is what it is matched as: 而且 and its like take the kind of the step before."""

    line: int
    keyword: str
    kind: str | None
    text: str
    argument: str = ""  # its table or text, as one string


@dataclass(frozen=True)
class Examples:
    """One table of examples; each row as (column, value) pairs."""

    line: int
    tags: tuple[Tag, ...]
    rows: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True)
class Case:
    """What pytest runs as one test; (file, line of the scenario, example) is its identity in the results."""

    line: int
    example: tuple[tuple[str, str], ...]
    tags: frozenset[str]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Scenario:
    """A scenario with what it inherits: tags of its feature and rule, their backgrounds."""

    name: str
    line: int
    outline: bool
    tags: frozenset[str]
    background: tuple[Step, ...]
    steps: tuple[Step, ...]
    examples: tuple[Examples, ...]

    def cases(self) -> Iterator[Case]:
        """Each row of the examples filled in; a scenario without examples is one case."""
        every = self.background + self.steps
        if not any(table.rows for table in self.examples):
            yield Case(self.line, (), self.tags, every)
        for table in self.examples:
            tags = self.tags | {tag.name for tag in table.tags}
            for row in table.rows:
                yield Case(self.line, row, tags, tuple(_filled(step, row) for step in every))


@dataclass(frozen=True)
class Feature:
    """One file that parses."""

    tags: tuple[Tag, ...]
    background: tuple[Step, ...]
    scenarios: tuple[Scenario, ...]
    every_tag: tuple[Tag, ...]
    every_step: tuple[Step, ...]
    lines: frozenset[int]  # the lines that mean something; every other one is description, comment or text


@dataclass(frozen=True)
class FeatureFile:
    """One file as it lies there; `feature` is None if it cannot be read or parsed, and `broken` says where and why."""

    name: str  # relative to the repository, with forward slashes
    raw: bytes
    text: str
    feature: Feature | None
    broken: tuple[int, str] | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """The path below `features/`."""
        return tuple(self.name.split("/")[1:])


def read_all(root: Path) -> list[FeatureFile]:
    """Every `.feature` file below `features/`, sorted by name."""
    return [read(root, path) for path in sorted((root / "features").rglob("*.feature"))]


def read(root: Path, path: Path) -> FeatureFile:
    """One file; what is wrong with it is in the answer, never an exception."""
    name, raw = path.relative_to(root).as_posix(), path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return FeatureFile(name, raw, "", None, (line, "不是 UTF-8 编码 / not UTF-8"))
    try:
        feature = parse(text.removeprefix("\ufeff"))
    except CompositeParserException as error:
        first = error.errors[0]
        return FeatureFile(name, raw, text, None, (first.location["line"], str(first)))
    except ParserException as error:
        return FeatureFile(name, raw, text, None, (error.location["line"], str(error)))
    return FeatureFile(name, raw, text, feature, None if feature else (1, "没有功能 / no feature"))


def parse(text: str) -> Feature | None:
    """The feature in a text, None if there is none; raises what gherkin raises."""
    document: Any = Parser().parse(text)
    node = document.get("feature")
    return _Reading().feature(node) if node else None


_PLACE: Final = re.compile(r"<([^<>]+)>")


def places(step: Step) -> list[str]:
    """The columns a step of an outline asks for."""
    return _PLACE.findall(step.text + "\n" + step.argument)


def _filled(step: Step, row: tuple[tuple[str, str], ...]) -> Step:
    values = dict(row)
    return replace(step, text=_PLACE.sub(lambda m: values.get(m[1], m[0]), step.text))


@dataclass
class _Reading:
    """Walks gherkin's document once and notes tags, steps and meaningful lines on the way."""

    every_tag: list[Tag] = field(default_factory=list)
    every_step: list[Step] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)

    def feature(self, node: dict[str, Any]) -> Feature:
        self.at(node)
        tags = self.tags(node)
        names = frozenset(tag.name for tag in tags)
        background, scenarios = self.children(node, names, ())
        return Feature(
            tags,
            background,
            tuple(scenarios),
            tuple(self.every_tag),
            tuple(self.every_step),
            frozenset(self.lines),
        )

    def children(
        self, node: dict[str, Any], tags: frozenset[str], inherited: tuple[Step, ...]
    ) -> tuple[tuple[Step, ...], list[Scenario]]:
        background: tuple[Step, ...] = ()
        scenarios: list[Scenario] = []
        for child in node["children"]:
            if "background" in child:
                self.at(child["background"])
                background = self.steps(child["background"])
            elif "rule" in child:
                self.at(child["rule"])
                names = tags | {tag.name for tag in self.tags(child["rule"])}
                scenarios += self.children(child["rule"], names, inherited + background)[1]
            else:
                scenarios.append(self.scenario(child["scenario"], tags, inherited + background))
        return background, scenarios

    def scenario(self, node: dict[str, Any], tags: frozenset[str], background: tuple[Step, ...]) -> Scenario:
        self.at(node)
        own = frozenset(tag.name for tag in self.tags(node))
        steps = self.steps(node)
        examples = tuple(self.examples(table) for table in node["examples"])
        outline = "大纲" in node["keyword"] or bool(examples)
        return Scenario(
            node["name"], node["location"]["line"], outline, tags | own, background, steps, examples
        )

    def examples(self, node: dict[str, Any]) -> Examples:
        self.at(node)
        header, body = node.get("tableHeader"), node.get("tableBody", [])
        for row in (header, *body) if header else ():
            self.at(row)
        columns = [cell["value"] for cell in header["cells"]] if header else []
        rows = (tuple(zip(columns, (c["value"] for c in row["cells"]), strict=True)) for row in body)
        return Examples(node["location"]["line"], self.tags(node), tuple(rows))

    def steps(self, node: dict[str, Any]) -> tuple[Step, ...]:
        found: list[Step] = []
        kind: str | None = None
        for step in node["steps"]:
            self.at(step)
            kind = KINDS.get(step["keywordType"], kind)
            argument = self.argument(step)
            found.append(Step(step["location"]["line"], step["keyword"], kind, step["text"], argument))
        self.every_step += found
        return tuple(found)

    def argument(self, step: dict[str, Any]) -> str:
        cells = []
        for row in step.get("dataTable", {}).get("rows", ()):
            self.at(row)
            cells += [cell["value"] for cell in row["cells"]]
        if not (text := step.get("docString")):
            return "\n".join(cells)
        first = text["location"]["line"]
        self.lines.update(range(first, first + text["content"].count("\n") + 3))
        return str(text["content"])

    def tags(self, node: dict[str, Any]) -> tuple[Tag, ...]:
        found = tuple(Tag(tag["name"].removeprefix("@"), tag["location"]["line"]) for tag in node["tags"])
        self.every_tag += found
        self.lines.update(tag.line for tag in found)
        return found

    def at(self, node: dict[str, Any]) -> None:
        self.lines.add(node["location"]["line"])
