"""Running the command line as a user does: arguments in; exit code, stdout and stderr out."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ledger.cli import main
from ledger.keeping import founding, people
from ledger.sealing.lockbox import Cost
from ledger.witness import init

CHEAP = Cost(2, 1, 1)
PASSWORD = "口令-Kx7#secret"
COMMAND = str(Path(sys.executable).parent / "review-ledger")


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    stdout: bytes
    stderr: str

    def __repr__(self) -> str:
        return f"exit {self.code}\n{self.out[:1500]}\n--- stderr\n{self.stderr[-1500:]}"

    @property
    def out(self) -> str:
        return self.stdout.decode()

    @property
    def json(self) -> dict[str, Any]:
        """The one object on stdout; fails if there is anything else."""
        assert self.stdout.endswith(b"}\n"), self
        value = json.loads(self.stdout.decode("utf-8"))
        assert type(value) is dict
        return value

    @property
    def error(self) -> dict[str, Any]:
        """The error object, which stands alone."""
        assert list(self.json) == ["error"], self
        body = self.json["error"]
        assert list(body) == ["code", "message", "hint", "facts"]
        assert "Traceback" not in self.stderr
        return dict(body)


def run(
    *arguments: object, password: str | None = PASSWORD, stdin: bytes = b"", **environment: str | None
) -> Said:
    """Run in this process. `environment` sets variables (None: unset); stdin is no terminal."""
    out, err = io.BytesIO(), io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        patch.setattr(sys, "stdout", io.TextIOWrapper(out, "utf-8"))
        patch.setattr(sys, "stderr", io.TextIOWrapper(err, "utf-8"))
        for name, value in {"REVIEW_LEDGER_PASSWORD": password, **environment}.items():
            patch.delenv(name, raising=False) if value is None else patch.setenv(name, value)
        try:
            main([str(each) for each in arguments])
            code = -1  # main always leaves by SystemExit
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else -1
        sys.stdout.flush()
        sys.stderr.flush()
        return Said(code, out.getvalue(), err.getvalue().decode())


def spawn(
    *arguments: object,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    **how: Any,
) -> Said:
    """Run the installed command as a process of its own."""
    done = subprocess.run(
        [COMMAND, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**os.environ, "REVIEW_LEDGER_PASSWORD": PASSWORD, **(environment or {})},
        timeout=120,
        **how,
    )
    return Said(done.returncode, done.stdout, done.stderr.decode(errors="replace"))


@contextmanager
def cheap_keys() -> Iterator[None]:
    """Key files that are made meanwhile cost nearly nothing to lock and to unlock."""
    with pytest.MonkeyPatch.context() as patch:
        for made_by in (founding.found, people.new_key, init):
            defaults = made_by.__kwdefaults__
            assert defaults is not None
            patch.setitem(defaults, "cost", CHEAP)
        yield
