"""Runs the features when this tree has no results yet, and pairs every case with how it ended."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.bdd import results, tree
from tools.bdd.results import Key, Result

TOLERATED: Final = (0, 1, 5)  # passed, some failed, nothing to run: anything else is no run at all
STDERR: Final = 2  # the descriptor itself: `sys.stderr` need not be a file


class RunError(Exception):
    """pytest did not get as far as running the features."""


@dataclass(frozen=True)
class Outcome:
    """One case of the tree and its result; a case that did not run at all has none."""

    file: str
    scenario: str
    case: tree.Case
    result: Result | None

    @property
    def key(self) -> Key:
        """Its identity in the results."""
        return self.file, self.case.line, self.case.example

    @property
    def passed(self) -> bool:
        """Only this is a pass: skipped, failed and missing are not."""
        return self.result is not None and self.result.result == "passed"


def outcomes(root: Path, *, jobs: int | None = None) -> list[Outcome]:
    """Every case of the tree, run if this tree has not been run whole; a case still missing then has no result."""
    found = _paired(root)
    if any(outcome.result is None for outcome in found):
        features(root, jobs=jobs)
        found = _paired(root)
    return found


def _paired(root: Path) -> list[Outcome]:
    known = results.by_key(results.read(results.results_file(root, results.tree_digest(root))))
    return [
        Outcome(file.name, scenario.name, case, known.get((file.name, case.line, case.example)))
        for file in tree.read_all(root)
        if file.feature is not None
        for scenario in file.feature.scenarios
        for case in scenario.cases()
    ]


def features(root: Path, *options: str, jobs: int | None = None) -> None:
    """pytest over `features/`; its words go to stderr, its results to the file of this tree."""
    workers = jobs if jobs is not None else min(4, os.cpu_count() or 1)
    command = [sys.executable, "-m", "pytest", "features", "-q", "-p", "no:cacheprovider", "-n", str(workers)]
    code = subprocess.run([*command, *options], cwd=root, stdout=STDERR).returncode
    if code not in TOLERATED:
        raise RunError(f"pytest ended with {code}")
