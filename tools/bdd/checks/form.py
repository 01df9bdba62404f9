"""The file itself: encoding, language, place and name; and every line that looks like Gherkin but is description."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tools.bdd.problem import Problem, problem
from tools.bdd.rows import COMMON, Rows
from tools.bdd.tree import FeatureFile

LANGUAGE: Final = "# language: zh-CN"
NAME: Final = re.compile(r"第([1-9][0-9]*)条_[^_\s].*\.feature")
# A line of description that begins like this was meant to be more than description.
_MEANT: Final = re.compile(
    r"(功能|背景|规则|场景大纲|剧本大纲|场景|剧本|例子|Feature|Background|Rule|Scenario|Examples)\s*[:：]"
    r"|[|｜@＠]"
    r"|(假如|假设|假定|当|那么|而且|并且|同时|但是|\*)[ 　]"
)


def article(file: FeatureFile) -> str | None:
    """The article a file is named after."""
    found = NAME.fullmatch(file.parts[-1])
    return found[1] if found else None


def bytes_and_language(file: FeatureFile) -> Iterator[Problem]:
    """UTF-8 without a mark in front, and Chinese Gherkin."""
    if file.raw.startswith(b"\xef\xbb\xbf"):
        yield problem(file.name, 1, "bom")
    if file.text and file.text.removeprefix("\ufeff").partition("\n")[0].strip() != LANGUAGE:
        yield problem(file.name, 1, "no_language")
    if file.broken:
        yield problem(file.name, file.broken[0], "unreadable", why=file.broken[1])


def place(file: FeatureFile, rows: Rows) -> Iterator[Problem]:
    """A folder a regulation, a file an article."""
    folders = [*(r.folder for r in rows.regulations), COMMON]
    folder = "/".join(file.parts[:-1])
    if folder not in folders:
        yield problem(file.name, 1, "folder", folder=folder, known="、".join(folders))
        return
    regulation = rows.in_folder(folder)
    if regulation is None:
        return
    number = article(file)
    if number is None or int(number) > regulation.articles:
        yield problem(file.name, 1, "file_name", articles=regulation.articles)


def one_file_an_article(files: Iterable[FeatureFile]) -> Iterator[Problem]:
    """No two files of a folder are named after one article."""
    first: dict[tuple[tuple[str, ...], str], str] = {}
    for file in files:
        number = article(file)
        if number is None:
            continue
        other = first.setdefault((file.parts[:-1], number), file.name)
        if other != file.name:
            yield problem(file.name, 1, "second_file", other=other)


def swallowed(file: FeatureFile) -> Iterator[Problem]:
    """Lines that were meant to run and are description; bars that separate nothing."""
    if file.feature is None:
        return
    for number, line in enumerate(file.text.splitlines(), 1):
        text = line.strip()
        if number in file.feature.lines:
            if text.startswith("|") and "｜" in text:
                yield problem(file.name, number, "fullwidth_bar")
        elif _MEANT.match(text):
            yield problem(file.name, number, "swallowed", text=text)
