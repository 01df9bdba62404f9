"""A small repository with features of its own, for the tests of the tools around them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]

REGULATIONS: Final = """id,folder,version,articles,complete
nantong,南通,2023,37,no
ouhai,瓯海,2020,22,no
"""
ROWS: Final = """row,regulation,article,item,enforce,rules,outside,exempt
nt-18-01,nantong,18,,command,,,
nt-24-01,nantong,24,(一),command,,,
nt-24-02,nantong,24,,command,,yes,
nt-24-03,nantong,24,,finding,,,
nt-24-04,nantong,24,,record,,,
nt-36-01,nantong,36,,none,,,没有要求
oh-14-01,ouhai,14,(六),command,,,
"""
STEPS: Final = r'''"""Steps that know two rules: a term of ten days, and objections that must be settled."""

import pytest
from pytest_bdd import given, parsers, then, when

WORD = "“(?P<word>[^”]+)”"


class World:
    def __init__(self, recorder, rules):
        self.recorder, self.rules, self.code = recorder, rules, None


@pytest.fixture
def world(recorder, rules_in_force):
    return World(recorder, rules_in_force)


@given(parsers.re(f"今天是{WORD}"))
@given(parsers.re(f"适用{WORD}"))
@given(parsers.re(f"工作日历为{WORD}"))
def _given(word):
    pass


@when(parsers.re(r"公示(?P<days>\d+)日后结束"))
def _close(world, days):
    world.recorder.touched(*world.rules)
    if "term" in world.rules and int(days) < 10:
        world.code = "term@24"
    if "clean" in world.rules and int(days) < 5:
        world.code = world.code or "clean@24"


@then(parsers.re(f"拒绝，代码{WORD}"))
def _refused(world, word):
    assert world.code == word
    rule, _, article = word.partition("@")
    world.recorder.saw(code=word, article=article, rule=rule, regulation="nantong@2023/1")


@then("接受")
def _accepted(world):
    assert world.code is None


@then("账本没有新增其他记录")
def _nothing_else(world):
    pass
'''
FEATURE: Final = """# language: zh-CN
@条-24
功能: 公示

  背景:
    假如 今天是“2023-09-25”
    而且 适用“nantong@2023”
    而且 工作日历为“2023”

  规则: 期限

    @行-nt-24-01 @应允许
    场景: 满十日
      当 公示10日后结束
      那么 接受
      而且 账本没有新增其他记录

    @行-nt-24-01 @应拒绝
    场景: 差一日
      当 公示9日后结束
      那么 拒绝，代码“term@24”
      而且 账本没有新增其他记录
"""


@dataclass(frozen=True)
class Repository:
    """Written as files; each test changes what it is about."""

    root: Path

    def write(self, name: str, text: str) -> Path:
        """One file, its folders made."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def feature(self, text: str = FEATURE, name: str = "南通/第24条_公示.feature") -> Path:
        """A feature file."""
        return self.write(f"features/{name}", text)

    def runnable(self, rules: str = "{'term': 1}") -> None:
        """All that pytest needs to run the features here with the project's plugin, and rules for them to judge by."""
        (self.root / "features" / "steps" / "all.py").unlink()
        self.write("ledger/__init__.py", "")
        self.write("ledger/rules.py", f"ALL_RULES = {rules}\n")
        shutil.copytree(ROOT / "features" / "support", self.root / "features" / "support")
        self.write("features/conftest.py", "from features.support.plugin import *\n")
        self.write(
            "features/test_features.py", STEPS + "\n\nfrom pytest_bdd import scenarios\n\nscenarios('.')\n"
        )
        self.write(
            "pytest.ini",
            "[pytest]\naddopts = --import-mode=importlib --strict-markers --strict-config\n"
            f"pythonpath = . {ROOT}\nbdd_features_base_dir = features\n",
        )

    def pytest(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the features here."""
        command = [sys.executable, "-m", "pytest", "features", "-p", "no:cacheprovider", *arguments]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)


def repository(root: Path) -> Repository:
    """A repository whose lint finds nothing: one feature, its steps, two small tables."""
    made = Repository(root)
    made.write("tools/regulations.csv", REGULATIONS)
    made.write("tools/rows.csv", ROWS)
    made.write("features/steps/all.py", STEPS)
    made.feature()
    return made
