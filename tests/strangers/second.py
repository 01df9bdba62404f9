"""The second verifier asked from Python: all cases in one run of node."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent / "verifier"


class Failure(NamedTuple):
    """What section 13.1 of the format compares reports by."""

    verdict: str
    effect: str
    code: str
    position: int | None


class Verified(NamedTuple):
    """A report, as far as two verifiers must agree."""

    verdicts: dict[str, str]
    failures: frozenset[Failure]
    first_bad: int | None


def read(report: dict[str, Any]) -> Verified:
    """Either verifier's JSON."""
    failures = (
        Failure(one["verdict"], one["effect"], one["code"], one["position"]) for one in report["failures"]
    )
    return Verified(report["verdicts"], frozenset(failures), report["first_bad"])


def ask(cases: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The second verifier's JSON for each case; {"unreadable": why} for an anchor that cannot be read."""
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    return [json.loads(line) for line in run("verify.mjs", given=lines.encode()).split("\n") if line]


def run(program: str, *arguments: str, given: bytes = b"") -> str:
    """What one of its programs prints."""
    command = ["node", str(FOLDER / program), *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()
