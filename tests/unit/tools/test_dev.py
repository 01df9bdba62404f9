"""The newcomer's door: locks that pin everything and name no place; a set-up that never trusts half a job."""

import ast
import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests import peers

ROOT = Path(__file__).resolve().parents[3]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def entries(lock: Path) -> list[str]:
    """The requirements of a lock, continued lines joined, comments dropped."""
    lines = [
        line for line in lock.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")
    ]
    return [entry for entry in "\n".join(lines).replace("\\\n", " ").splitlines() if entry.strip()]


def pins(lock: Path) -> dict[str, str]:
    return {m[1]: m[2] for entry in entries(lock) if (m := re.match(r"([a-z0-9-]+)==([^\s;]+)", entry))}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_every_requirement_is_pinned_to_bytes_and_to_no_place(lock: Path) -> None:
    for entry in entries(lock):
        assert re.match(r"[a-z0-9-]+==\S+ ", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry
        assert " @ " not in entry
    assert "://" not in lock.read_text(encoding="utf-8")


def test_the_office_runs_the_versions_that_were_tested() -> None:
    everything, running = (pins(ROOT / "requirements" / name) for name in ("dev.txt", "runtime.txt"))
    assert running.items() <= everything.items()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = project["dependencies"] + project["optional-dependencies"]["postgres"]
    assert {re.split(r"[\[<>=~!]", name)[0] for name in named} <= running.keys()


def test_no_file_names_a_package_index() -> None:
    # Put together here so that this file does not name one either.
    hosts = ["py" + "pi.", "python" + "hosted", "/sim" + "ple", "mirror" + "s.", "index-" + "url ="]
    for name in peers.tracked():
        text = (ROOT / name).read_bytes().decode("utf-8", "replace").lower()
        assert not [host for host in hosts if host in text], name


def test_an_old_python_gets_as_far_as_the_sentence() -> None:
    source = (ROOT / "tools" / "dev.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    before = tree.body[: next(i for i, node in enumerate(tree.body) if isinstance(node, ast.If))]
    assert [ast.unparse(node) for node in before[1:]] == ["import sys"]


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """tools/dev.py set on a scratch repository; installs are written down instead of done."""
    spec = importlib.util.spec_from_file_location("dev_under_test", ROOT / "tools" / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    home = tmp_path / "仓库 with space"
    (home / "requirements").mkdir(parents=True)
    for name, place in {
        "ROOT": "",
        "VENV": ".venv",
        "LOCK": "requirements/dev.txt",
        "PROJECT": "p.toml",
    }.items():
        monkeypatch.setattr(module, name, home / place)
    monkeypatch.setattr(module, "PYTHON", module.VENV / module.PYTHON.relative_to(ROOT / ".venv"))
    module.LOCK.write_text("a==1")
    module.PROJECT.write_text("[project]")
    return module


class Installs:
    """Stands in for pip; may break at the n-th call."""

    def __init__(self, broken: int | None = None) -> None:
        self.calls: list[str] = []
        self.broken = broken

    def __call__(self, pip: list[str], *arguments: str) -> None:
        self.calls.append("locked" if "--require-hashes" in arguments else "editable")
        if len(self.calls) == self.broken:
            raise KeyboardInterrupt


def set_up(dev: Any, monkeypatch: pytest.MonkeyPatch, broken: int | None = None) -> list[str]:
    installs = Installs(broken)
    monkeypatch.setattr(dev, "install", installs)
    monkeypatch.setattr(dev, "pip_command", lambda: ["pip"])  # or ensurepip would fill each one for seconds
    if broken:
        with pytest.raises(KeyboardInterrupt):
            dev.set_up()
    else:
        dev.set_up()
    return installs.calls


def test_set_up_does_only_what_changed(dev: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert set_up(dev, monkeypatch) == ["locked", "editable"]
    assert set_up(dev, monkeypatch) == []
    (dev.VENV / "kept").touch()
    dev.PROJECT.write_text("[project] # edited")
    assert set_up(dev, monkeypatch) == ["editable"]
    assert (dev.VENV / "kept").exists()
    dev.LOCK.write_text("a==2")
    assert set_up(dev, monkeypatch) == ["locked", "editable"]
    assert not (dev.VENV / "kept").exists(), "packages of an older lock must not linger"


@pytest.mark.parametrize("moment", [1, 2])
def test_an_interrupted_set_up_is_made_again(dev: Any, monkeypatch: pytest.MonkeyPatch, moment: int) -> None:
    set_up(dev, monkeypatch, broken=moment)
    assert set_up(dev, monkeypatch) == ["locked", "editable"]
    dev.LOCK.write_text("a==2")
    set_up(dev, monkeypatch, broken=moment)
    assert set_up(dev, monkeypatch) == ["locked", "editable"]


def test_a_broken_environment_is_made_again(dev: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up(dev, monkeypatch)
    dev.PYTHON.unlink()
    assert set_up(dev, monkeypatch) == ["locked", "editable"]
    dev.PYTHON.unlink()
    dev.PYTHON.write_text("#!/bin/false\n")
    dev.PYTHON.chmod(0o755)
    assert set_up(dev, monkeypatch) == ["locked", "editable"]


def test_without_pip_it_says_what_to_install(
    dev: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(
        dev.importlib.util, "find_spec", lambda name: None if name in ("pip", "ensurepip") else real(name)
    )
    assert dev.main(["run", "--", "true"]) == 4
    said = capsys.readouterr().err
    assert "没有找到可用的 pip" in said
    assert "apt install python3-pip" in said
    assert not dev.VENV.exists()


def test_children_see_the_environment_and_nothing_of_the_callers_python(
    dev: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    child = dev.child_environment()
    assert "PYTHONPATH" not in child
    assert child["PIP_USER"] == "0"
    assert child["PATH"].split(":")[0] == str(dev.BIN)
