#!/usr/bin/env python3
"""Finds what pytest-bdd lets pass in silence: scenarios that never run or check nothing, tags that lead nowhere.

    python3 tools/lint_features.py [--root DIR]

Every problem is printed with file and line, in Chinese and English; exit code 1 if there is one, 3 if the tables of
rows cannot be used. `python3 tools/dev.py check` runs it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.bdd.door import ROOT, environment_missing, speak_chinese, started_again

if TYPE_CHECKING:
    from tools.bdd.problem import Problem


def problems(root: Path) -> Iterator[Problem]:
    """All problems of the features of one repository: step sentences first, then file by file."""
    from tools.bdd import definitions, rows, tree
    from tools.bdd.checks import form, scenarios, steps, tagging

    table = rows.load(root)
    sentences = definitions.read_all(root)
    files = tree.read_all(root)
    yield from steps.sentences(sentences)
    yield from form.one_file_an_article(files)
    for file in files:
        yield from form.bytes_and_language(file)
        yield from form.place(file, table)
        yield from form.swallowed(file)
        if file.feature is None:
            continue
        yield from scenarios.names(file, file.feature)
        yield from scenarios.substance(file, file.feature)
        yield from scenarios.background(file, file.feature, table.in_folder(file.parts[0]))
        yield from steps.keywords(file, file.feature)
        yield from steps.matching(file, file.feature, sentences)
        yield from tagging.registered(file, file.feature, table)
        yield from tagging.complete(file, file.feature, table)


def main(arguments: list[str]) -> int:
    """Print every problem; say how many there are."""
    from tools.bdd.rows import RowsError

    parser = argparse.ArgumentParser(description="Silent failures of the Chinese features, as errors.")
    parser.add_argument("--root", type=Path, default=ROOT, help="another repository")
    root = parser.parse_args(arguments).root
    try:
        found = list(problems(root))
    except RowsError as error:
        print(error, file=sys.stderr)
        return 3
    for each in found:
        print(each)
    print(f"功能文件检查：{len(found)} 处问题 / feature lint: {len(found)} problems", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    speak_chinese()
    sys.exit(started_again(__file__) if environment_missing() else main(sys.argv[1:]))
