"""A tool can be started with any Python: without the project's environment it goes through `tools/dev.py` first."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]


def environment_missing() -> bool:
    """Whether this interpreter lacks what reads and runs features."""
    return any(importlib.util.find_spec(name) is None for name in ("gherkin", "pytest_bdd"))


def started_again(script: str) -> int:
    """Run the same script with the same arguments inside the environment, which is set up if need be."""
    command = [sys.executable, str(ROOT / "tools" / "dev.py"), "run", "--", "python", script, *sys.argv[1:]]
    return subprocess.run(command).returncode


def speak_chinese() -> None:
    """A console that cannot write Chinese still works."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # ours are text files
