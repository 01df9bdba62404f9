"""A rule kind is switched off; the scenarios it decided must notice, and what does not is named."""

from dataclasses import replace
from pathlib import Path

import pytest

from features.support import switch
from tests.support.feature_folders import FEATURE, Repository, repository
from tools import switch_off
from tools.bdd import results, run, tree
from tools.bdd.results import Result, Sight

FILE = "features/南通/第24条_公示.feature"
# Refused for two reasons at once, of which it names the first: the second could vanish unseen.
BOTH = """
    @行-nt-24-01 @应拒绝
    场景: 四日
      当 公示4日后结束
      那么 拒绝，代码“term@24”
      而且 账本没有新增其他记录
"""


@pytest.fixture
def made(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return repository(tmp_path_factory.mktemp("repository"))


def test_a_scenario_that_does_not_miss_its_rule_is_an_error(
    made: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    made.runnable("{'term': 1, 'clean': 2, 'idle': 3}")
    steps = made.root / "features/test_features.py"
    told = 'world.recorder.saw(code=word, article=article, rule=rule, regulation="nantong@2023/1")'
    also = '\n    if "clean" in world.rules:\n        world.recorder.saw(code="clean@24", article="24", rule="clean")'
    text = steps.read_text(encoding="utf-8")
    assert told in text
    made.feature(FEATURE + BOTH)
    steps.write_text(text.replace(told, told + also), encoding="utf-8")
    assert switch_off.main(["--root", str(made.root), "--jobs", "0"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "features/南通/第24条_公示.feature:19: 差一日：关掉 clean 仍然通过 / still passes without clean",
        "features/南通/第24条_公示.feature:25: 四日：关掉 clean 仍然通过 / still passes without clean",
        "idle：没有场景由这种规则决定 / decides no scenario",
    ]
    kept = results.read(results.results_file(made.root, results.tree_digest(made.root)))
    assert {result.without for result in kept} == {None}, "what ran without a rule is no result"


def test_scenarios_that_miss_their_rule_are_fine(
    made: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds: list[tuple[str, ...]] = []

    def features(root: Path, *options: str, jobs: int | None = None) -> None:
        rounds.append(options)
        writer = results.Writer(root, results.tree_digest(root))
        for line, seen in ((13, ()), (19, (Sight("refusal", "term@24", rule="term"),))):
            tags = ("应拒绝",) if seen else ("应允许",)
            played = Result(FILE, line, str(line), tags=tags, seen=seen)
            if not options:
                writer.write(played)
            elif seen:
                writer.write(replace(played, result="failed", without="term"))
        writer.close()

    monkeypatch.setattr(run, "features", features)
    monkeypatch.setattr(switch_off, "rule_names", lambda root: ["term"])
    assert switch_off.main(["--root", str(made.root)]) == 0
    assert rounds == [(), ("--without-deciding", "0")]
    assert capsys.readouterr().out == ""


def test_a_rule_kind_nobody_knows_cannot_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switch, "all_rules", lambda: {"term": 1, "clean": 2})
    assert switch.in_force(None) == {"term": 1, "clean": 2}
    assert switch.in_force("term") == {"clean": 2}
    with pytest.raises(pytest.UsageError, match="terms"):
        switch.in_force("terms")


def biting(seen: tuple[Sight, ...]) -> run.Outcome:
    case = tree.Case(7, (), frozenset({"应拒绝"}), ())
    return run.Outcome("f.feature", "甲", case, Result("f.feature", 7, "甲", seen=seen))


def test_what_tells_no_rule_or_did_not_run_is_an_error() -> None:
    term = biting((Sight("refusal", "term@24", rule="term"),))
    ended = Result("f.feature", 7, "甲", result="failed", without="term")
    assert list(switch_off.unmoved([term], [ended])) == []
    assert "没有跑完" in "".join(switch_off.unmoved([term], []))
    assert "没有说明" in "".join(switch_off.unmoved([biting(())], [ended]))
