"""Features run with strict markers and Chinese tags; what they saw is written down for this tree and no other."""

import pytest

from features.support.results import Recorder
from tests.support.feature_folders import FEATURE, Repository, repository
from tools.bdd import results

OUTLINE = """
    @行-nt-24-02
    场景大纲: 公示<几>日
      当 公示<日>日后结束
      那么 拒绝，代码“<代码>”
      而且 账本没有新增其他记录

      @应拒绝
      例子:
        | 日 | 几 | 代码 |
        | 9 | 九 | term@24 |

      @应拒绝 @陷阱-3
      例子:
        | 日 | 几 | 代码 |
        | 8 | 八 | other@24 |
"""


@pytest.fixture
def made(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    made = repository(tmp_path_factory.mktemp("repository"))
    made.runnable()
    return made


def test_each_case_leaves_one_line_with_all_its_tags_whoever_ran_it(made: Repository) -> None:
    made.feature(FEATURE + OUTLINE)
    made.pytest("-n", "2")
    path = results.results_file(made.root, results.tree_digest(made.root))
    kept = {result.name: result for result in results.read(path)}
    assert {name: result.result for name, result in kept.items()} == {
        "满十日": "passed",
        "差一日": "passed",
        "公示九日": "passed",
        "公示八日": "failed",
    }
    eight = kept["公示八日"]
    assert (eight.file, eight.line) == ("features/南通/第24条_公示.feature", 25)
    assert eight.tags == ("应拒绝", "条-24", "行-nt-24-02", "陷阱-3")
    assert eight.example == {"日": "8", "几": "八", "代码": "other@24"}
    assert (eight.seen, eight.touched) == ((), ("term",))
    saw = results.Sight("refusal", "term@24", "nantong@2023/1", "24", "term")
    assert kept["公示九日"].seen == (saw,)
    assert kept["公示九日"].decided == ("term",)


def test_a_tag_nobody_registered_stops_the_run(made: Repository) -> None:
    made.feature(FEATURE + OUTLINE.replace("@陷阱-3", "@陷阱-33"))
    assert "'陷阱-33' not found in `markers`" in made.pytest().stdout


def test_results_belong_to_one_tree(made: Repository) -> None:
    before = results.tree_digest(made.root)
    writer = results.Writer(made.root, before)
    writer.write(results.Result("a.feature", 3, "甲"))
    writer.write(results.Result("a.feature", 3, "甲", result="failed"))
    writer.write(results.Result("a.feature", 3, "甲", without="term"))
    writer.close()
    there = results.results_file(made.root, before)
    assert [r.result for r in results.read(there)] == ["failed"], "the last word counts, without a switch"
    with there.open("a") as handle:
        handle.write('{"file": "b.fea')
    assert len(results.read(there)) == 1
    made.feature(FEATURE.replace("9日", "8日"))
    after = results.tree_digest(made.root)
    assert after != before
    later = results.Writer(made.root, after)
    later.write(results.Result("a.feature", 3, "甲"))
    later.close()
    assert not there.exists(), "results of other trees go"


def test_a_recorder_tells_each_thing_once_and_only_what_there_is() -> None:
    recorder = Recorder()
    for _ in range(2):
        recorder.saw(code="term@24", article="24", rule="term")
    recorder.touched("clean", "term")
    assert len(recorder.seen) == 1
    assert recorder.evaluated == ("clean", "term")
    with pytest.raises(ValueError, match="guess"):
        recorder.saw(code="x", kind="guess")  # type: ignore[arg-type]  # what a slip would pass
