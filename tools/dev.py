#!/usr/bin/env python3
"""One door for a stranger with nothing but Python and pip: set up, then run. Standard library only.

    python3 tools/dev.py demo [ARGS]     review-ledger demo ARGS
    python3 tools/dev.py test [ARGS]     pytest ARGS, on as many as four processors
    python3 tools/dev.py check           formatting, lint, types, floors of the house, features
    python3 tools/dev.py lock [ARGS]     make requirements/*.txt again (--upgrade for newer versions)
    python3 tools/dev.py run -- CMD …    any command of the environment, e.g. `run -- review-ledger --help`

What set-up promises:
* everything lands in `.venv`; nothing outside the repository is written, no pip setting is touched;
* packages come from wherever this machine's pip is told to look, and are refused unless their hash is locked;
* the second run does nothing but compare a stamp; a broken or interrupted set-up is made again;
* `ensurepip`, `make`, `uv` and a C compiler are not needed.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older one must be told so kindly
    sys.stderr.write(
        "需要 Python 3.11 或更新的版本，现在运行的是 {}.{}。请改用新版本：python3.11 tools/dev.py demo\n"
        "Python 3.11 or newer is needed; this is {}.{}. Use a newer one: python3.11 tools/dev.py demo\n".format(
            *sys.version_info[:2] * 2
        )
    )
    sys.exit(4)

import contextlib
import hashlib
import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements" / "dev.txt"
RUNTIME_LOCK = ROOT / "requirements" / "runtime.txt"
PROJECT = ROOT / "pyproject.toml"
OLDEST_PIP = (22, 3)  # the first that can install into another interpreter (--python)


class SetUpError(Exception):
    """Set-up cannot go on; the message says, in both languages, what to do."""


def child_environment() -> dict[str, str]:
    """The caller's environment without what would make pip or Python look elsewhere than in `.venv`."""
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    environment.update(
        PATH=str(BIN) + os.pathsep + os.environ.get("PATH", os.defpath),
        VIRTUAL_ENV=str(VENV),
        PIP_USER="0",
        PIP_DISABLE_PIP_VERSION_CHECK="1",
    )
    return environment


# ---- set-up ---------------------------------------------------------------------------------------------


def stamps() -> tuple[str, str] | None:
    """What `.venv` has to come from: (interpreter and lock, project file); None if it cannot start."""
    if not PYTHON.exists():
        return None
    probe = [str(PYTHON), "-I", "-c", "import sys; print(sys.version_info >= (3, 11), sys.version)"]
    try:
        answer = subprocess.run(probe, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    if not answer.startswith(b"True"):
        return None
    packages = hashlib.sha256(answer + str(ROOT).encode() + LOCK.read_bytes()).hexdigest()
    return packages, hashlib.sha256(PROJECT.read_bytes()).hexdigest()


def recorded(name: str) -> str | None:
    """The stamp that the last finished set-up left, if any."""
    try:
        return (VENV / name).read_text(encoding="ascii")
    except OSError:
        return None


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Two set-ups at once would spoil each other: the second waits for the first."""
    if os.name == "nt":
        yield
        return
    import fcntl

    with (ROOT / ".venv.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def pip_command() -> list[str] | None:
    """How to install into `.venv`: our own interpreter's pip if it is new enough; None if there is none."""
    if importlib.util.find_spec("pip") is None:
        return None
    try:
        found = importlib.metadata.version("pip")
    except importlib.metadata.PackageNotFoundError:
        return None
    version = tuple(int(part) for part in found.split(".")[:2] if part.isdigit())
    return [sys.executable, "-m", "pip", "--python", str(PYTHON)] if version >= OLDEST_PIP else None


def make_environment() -> list[str]:
    """An empty `.venv`, and the pip command that fills it."""
    pip = pip_command()
    if pip is None and importlib.util.find_spec("ensurepip") is None:
        raise SetUpError(
            "没有找到可用的 pip（需要 22.3 或更新的版本）。Debian、Ubuntu 或统信系统上请先运行：\n"
            "    apt install python3-pip\n"
            "No usable pip (22.3 or newer). On Debian or Ubuntu: apt install python3-pip"
        )
    venv.EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=pip is None).create(VENV)
    return pip or [str(PYTHON), "-m", "pip"]


def install(pip: list[str], *arguments: str) -> None:
    """Run one pip install; its own words go to stderr, so that `demo --json` stays clean."""
    command = [*pip, "install", "--quiet", "--quiet", "--no-input", *arguments]
    if subprocess.run(command, env=child_environment(), cwd=ROOT, stdout=sys.stderr).returncode:
        raise SetUpError(
            "依赖包没有装好，原因见上面 pip 的输出。不能上网的机器，请先让本机的 pip\n"
            "能找到软件包（内网镜像或本地目录），再运行一次。\n"
            "The packages could not be installed; pip says why above. Offline: point this\n"
            "machine's pip at a mirror or a folder of wheels, then run again."
        )


def set_up() -> None:
    """Make `.venv` match the lock and the project file; do nothing if it does already."""
    now = stamps()
    if now and now == (recorded("packages.stamp"), recorded("project.stamp")):
        return
    with alone():
        now = stamps()
        if not now or now[0] != recorded("packages.stamp"):
            print("正在准备运行环境（只需一次）…  Setting up .venv (once) …", file=sys.stderr, flush=True)
            pip = make_environment()
            # The lock is complete, so nothing is left to resolve: an older pip meets `name[extra]`, looks past the
            # pin for the newest release and refuses it for want of a hash.
            install(pip, "--only-binary", ":all:", "--no-deps", "--require-hashes", "-r", str(LOCK))
        elif now[1] != recorded("project.stamp"):
            pip = pip_command() or [str(PYTHON), "-m", "pip"]
        else:
            return  # another process has just done it
        (VENV / "project.stamp").unlink(missing_ok=True)
        # No index and no isolation: the build back end is in the lock, so nothing unlocked can slip in here.
        install(pip, "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        now = stamps()
        if now is None:
            raise SetUpError("新建的 .venv 无法启动。\nThe new .venv does not start.")
        # Written last: an interrupted set-up leaves no stamp and is made again.
        (VENV / "packages.stamp").write_text(now[0], encoding="ascii")
        (VENV / "project.stamp").write_text(now[1], encoding="ascii")


# ---- commands -------------------------------------------------------------------------------------------


def execute(command: list[str], where: Path | None = None) -> int:
    """Run a program of the environment, to its end."""
    program = shutil.which(command[0], path=child_environment()["PATH"]) or command[0]
    if where is not None:
        os.chdir(where)
    if os.name == "nt":
        return subprocess.run([program, *command[1:]], env=child_environment()).returncode
    sys.stdout.flush()
    sys.stderr.flush()
    # Never returns: signals and the exit code pass untouched.
    return os.execve(program, [program, *command[1:]], child_environment())


def demo(arguments: list[str]) -> int:
    """Show the ledger at work."""
    return execute(["review-ledger", "demo", *arguments])


def test(arguments: list[str]) -> int:
    """Run the tests, in parallel unless the arguments say how many processes or ask for a debugger."""
    chosen = any(a.startswith(("-n", "--numprocesses", "--pdb", "--trace")) for a in arguments)
    workers = [] if chosen else ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "worksteal"]
    return execute([str(PYTHON), "-m", "pytest", *workers, *arguments], ROOT)


def check(arguments: list[str]) -> int:
    """All gates that need no test run; every one is run even if an earlier one fails."""
    if arguments:
        raise SetUpError("check 不带参数。\n`check` takes no arguments.")
    gates = (
        ["uv", "pip", "check"],
        ["ruff", "format", "--check"],
        ["ruff", "check"],
        ["mypy"],
        ["lint-imports"],
        ["python", "tools/lint_features.py"],
    )
    failed = []
    for gate in gates:
        print("$", *gate, flush=True)
        program = str(BIN / gate[0])
        if subprocess.run([program, *gate[1:]], env=child_environment(), cwd=ROOT).returncode:
            failed.append(" ".join(gate))
    if failed:
        print("failed:", ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0


def lock(arguments: list[str]) -> int:
    """Make both locks again: for the tests everything, for the office what runs, in the same versions."""
    common = ["uv", "pip", "compile", "--quiet", "pyproject.toml", "--extra", "postgres", "--universal"]
    common += ["--python-version", "3.11", "--only-binary", ":all:", "--generate-hashes"]
    common += ["--no-header", "--custom-compile-command", "tools/dev.py lock"]
    everything = [*common, "--group", "dev", *arguments, "--output-file", str(LOCK.relative_to(ROOT))]
    running = [*common, "--constraints", str(LOCK.relative_to(ROOT))]
    running += ["--output-file", str(RUNTIME_LOCK.relative_to(ROOT))]
    for command in (everything, running):
        program = str(BIN / command[0])
        code = subprocess.run([program, *command[1:]], env=child_environment(), cwd=ROOT).returncode
        if code:
            return code
    return 0


def run(arguments: list[str]) -> int:
    """Any command, with `.venv` first on the path."""
    command = arguments[1:] if arguments[:1] == ["--"] else arguments
    if not command:
        raise SetUpError("用法：run -- 命令 参数…\nUsage: run -- COMMAND ARGS…")
    return execute(command)


COMMANDS = {"demo": demo, "test": test, "check": check, "lock": lock, "run": run}


def main(arguments: list[str]) -> int:
    """Set up what is missing and hand over to the command."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console that cannot write Chinese still works
    if not arguments or arguments[0] not in COMMANDS:
        asked = bool(arguments) and arguments[0] in ("-h", "--help", "help")
        print(__doc__, file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        set_up()
        return COMMANDS[arguments[0]](arguments[1:])
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 4


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
