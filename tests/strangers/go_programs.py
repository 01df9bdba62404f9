"""Go's own transparency log as a judge of ours: the programs under go/, compiled once a run."""

import json
import subprocess
from pathlib import Path
from typing import Any

SOURCES = Path(__file__).parent / "go"


class GoPrograms:
    """Compiles a program when it is first asked for; later questions only run it."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self._environment, self._folder = environment, folder

    def ask(self, name: str, question: dict[str, Any]) -> Any:
        """The program's answer to one JSON question."""
        program = self._folder / name
        if not program.exists():
            source = str(SOURCES / name / "main.go")
            subprocess.run(
                ["go", "build", "-o", str(program), source], env=self._environment, check=True, timeout=600
            )
        done = subprocess.run(
            [str(program)], input=json.dumps(question).encode(), capture_output=True, check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)
