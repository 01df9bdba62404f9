"""Strangers' programs that tests measure ours against.

On a newcomer's machine a missing one is a skip with a printed reason; in CI (`REVIEW_LEDGER_REQUIRE_PEERS=1`)
it is a failure, so that a lane can never disappear without anybody noticing.
Mark a test with the peer's name (`@pytest.mark.go`), or call `require` where the need arises.
"""

import importlib.util
import os
import pwd
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

REQUIRED = os.environ.get("REVIEW_LEDGER_REQUIRE_PEERS") == "1"
ROOT = Path(__file__).resolve().parent.parent
GO_PATH = Path("/usr/share/gocode")


def postgres_programs() -> Path | None:
    """The folder of PostgreSQL's server programs, the newest there is; Debian keeps them off the path."""
    debian = [p for p in Path("/usr/lib/postgresql").glob("*/bin") if (p / "initdb").exists()]
    if debian:
        return max(debian, key=lambda p: float(p.parent.name))
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def _postgres() -> str | None:
    if postgres_programs() is None:
        return "PostgreSQL server programs (Debian: apt install postgresql)"
    if os.geteuid() == 0:
        try:
            pwd.getpwnam("postgres")
        except KeyError:
            return "a user `postgres`: PostgreSQL refuses to run as root"
    return None


def _go() -> str | None:
    if shutil.which("go") is None or not (GO_PATH / "src/golang.org/x/mod/sumdb/tlog").is_dir():
        return "Go with golang.org/x/mod (Debian: apt install golang-go golang-golang-x-mod-dev)"
    return None


def _strace() -> str | None:
    if shutil.which("strace") is None:
        return "strace (Debian: apt install strace)"
    trial = subprocess.run(["strace", "-f", "-o", os.devnull, "true"], capture_output=True)
    return "strace that is allowed to trace here (ptrace is forbidden)" if trial.returncode else None


def _git() -> str | None:
    if shutil.which("git") is None:
        return "git (Debian: apt install git)"
    trial = subprocess.run(["git", "ls-files", "--error-unmatch", "LICENSE"], cwd=ROOT, capture_output=True)
    return "a git clone: which files are the project's is not known" if trial.returncode else None


def _program(name: str, package: str) -> Callable[[], str | None]:
    return lambda: None if shutil.which(name) else f"{name} (Debian: apt install {package})"


def _package(name: str) -> Callable[[], str | None]:
    return lambda: None if importlib.util.find_spec(name) else f"the Python package {name}"


PEERS: dict[str, Callable[[], str | None]] = {
    "postgres": _postgres,
    "go": _go,
    "node": _program("node", "nodejs"),
    "openssl": _program("openssl", "openssl"),
    "strace": _strace,
    "git": _git,
    "pymerkle": _package("pymerkle"),
    "securesystemslib": _package("securesystemslib"),
}


@cache
def missing(name: str) -> str | None:
    """What this machine lacks for the peer; None if it is there."""
    return PEERS[name]()


def require(name: str) -> None:
    """Go on if the peer is there; otherwise skip saying what is missing, or fail where peers are required."""
    lack = missing(name)
    if lack is None:
        return
    if REQUIRED:
        pytest.fail(f"missing here, and REVIEW_LEDGER_REQUIRE_PEERS=1: {lack}", pytrace=False)
    pytest.skip(f"missing on this machine: {lack}")


def tracked(*folders: str) -> list[str]:
    """The project's files under the folders, as git knows them and as they are there now."""
    require("git")
    listed = subprocess.run(["git", "ls-files", "-z", *folders], cwd=ROOT, capture_output=True, check=True)
    return [name for name in listed.stdout.decode().split("\0") if name and (ROOT / name).is_file()]
