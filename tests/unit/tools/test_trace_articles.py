"""The trace counts a scenario only where it shows something, and demands what the row's kind of enforcement asks."""

import json
from pathlib import Path

import pytest

from tests.support.feature_folders import FEATURE, REGULATIONS, ROWS, Repository, repository
from tools import trace_articles
from tools.bdd import results, rows, run, trace, tree
from tools.bdd.results import Result, Sight

REFUSED = Sight("refusal", "term@24", "nantong@2023/1", "24", "term")
FOUND = Sight("finding", "term@24", "nantong@2023", "24", "term")


@pytest.fixture
def known(tmp_path: Path) -> rows.Rows:
    return rows.load(repository(tmp_path).root)


def outcome(
    name: str, row: str, *tags: str, seen: tuple[Sight, ...] = (), result: str | None = "passed"
) -> run.Outcome:
    case = tree.Case(7, (), frozenset({f"行-{row}", *tags}), ())
    ended = None if result is None else Result("f.feature", 7, name, tags=tags, result=result, seen=seen)
    return run.Outcome("f.feature", name, case, ended)


def under(known: rows.Rows, row: str, *outcomes: run.Outcome) -> trace.Traced:
    traced = trace.trace(known, outcomes)["nantong"]
    return next(each for each in traced if each.row.row == row)


def missing(known: rows.Rows, row: str, *outcomes: run.Outcome) -> set[str]:
    return set(under(known, row, *outcomes).missing)


ACCEPTED = outcome("一", "nt-24-01", "应允许")


def test_a_command_needs_both_sides(known: rows.Rows) -> None:
    assert missing(known, "nt-24-01") == {"accept", "refuse"}
    assert missing(known, "nt-24-01", ACCEPTED) == {"refuse"}
    refused = outcome("二", "nt-24-01", "应拒绝", seen=(REFUSED,))
    assert missing(known, "nt-24-01", ACCEPTED, refused) == set()


@pytest.mark.parametrize(
    "sight",
    [
        Sight("refusal", "term@18", "nantong@2023", "18", "term"),
        Sight("refusal", "term@24", "zhongmu@2024", "24", "term"),
        Sight("refusal", "term", None, None, "term"),
        FOUND,
    ],
)
def test_a_refusal_counts_only_for_the_article_it_names(known: rows.Rows, sight: Sight) -> None:
    refused = outcome("二", "nt-24-01", "应拒绝", seen=(sight,))
    assert missing(known, "nt-24-01", ACCEPTED, refused) == {"refuse"}
    (shown,) = under(known, "nt-24-01", refused).scenarios
    assert not shown.counts


def test_only_the_row_that_is_tagged_is_shown(known: rows.Rows) -> None:
    assert missing(known, "nt-24-02", ACCEPTED) == {"accept", "refuse", "transcribed"}


@pytest.mark.parametrize("result", ["failed", "skipped", None])
def test_what_did_not_pass_shows_nothing(known: rows.Rows, result: str | None) -> None:
    assert "accept" in missing(known, "nt-24-01", outcome("一", "nt-24-01", "应允许", result=result))


def test_all_cases_of_an_outline_must_pass_and_count(known: rows.Rows) -> None:
    good = outcome("二", "nt-24-01", "应拒绝", seen=(REFUSED,))
    assert "refuse" in missing(known, "nt-24-01", good, outcome("二", "nt-24-01", "应拒绝", result="failed"))
    assert "refuse" in missing(known, "nt-24-01", good, outcome("二", "nt-24-01", "应拒绝"))
    assert "refuse" not in missing(known, "nt-24-01", good, good)
    assert len(under(known, "nt-24-01", good, good).scenarios) == 1


def test_what_can_happen_outside_must_also_be_transcribed_with_its_finding(known: rows.Rows) -> None:
    both = (
        outcome("一", "nt-24-02", "应允许"),
        outcome("二", "nt-24-02", "应拒绝", seen=(REFUSED,)),
    )
    assert missing(known, "nt-24-02", *both) == {"transcribed"}
    without = outcome("三", "nt-24-02", "应允许", "转录")
    unseen = outcome("四", "nt-24-02", "应提示", "转录")
    assert missing(known, "nt-24-02", *both, without, unseen) == {"transcribed"}
    assert (
        missing(known, "nt-24-02", *both, outcome("五", "nt-24-02", "应提示", "转录", seen=(FOUND,))) == set()
    )


def test_a_finding_is_raised_once_and_once_not(known: rows.Rows) -> None:
    quiet = outcome("一", "nt-24-03", "应允许")
    raised = outcome("二", "nt-24-03", "应提示", "转录", seen=(FOUND,))
    assert missing(known, "nt-24-03", quiet) == {"flag"}
    assert missing(known, "nt-24-03", quiet, raised) == set()
    assert under(known, "nt-24-03", raised).scenarios[0].kind == "flag", "only a command asks for it apart"


def test_a_record_is_kept_and_a_reason_is_enough(known: rows.Rows) -> None:
    assert missing(known, "nt-24-04") == {"record"}
    assert missing(known, "nt-24-04", outcome("一", "nt-24-04", "如实记录")) == set()
    assert missing(known, "nt-36-01") == set()


# ---- the command ----------------------------------------------------------------------------------------


class Played:
    """Stands in for pytest: each scenario passes, and one that refuses saw article 24."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self, root: Path, *options: str, jobs: int | None = None) -> None:
        self.runs += 1
        writer = results.Writer(root, results.tree_digest(root))
        for file in tree.read_all(root):
            assert file.feature is not None
            for scenario in file.feature.scenarios:
                seen = (REFUSED,) if "应拒绝" in scenario.tags else ()
                writer.write(Result(file.name, scenario.line, scenario.name, seen=seen))
        writer.close()


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return repository(tmp_path)


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> Played:
    played = Played()
    monkeypatch.setattr(run, "features", played)
    return played


def say(made: Repository, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    code = trace_articles.main(["--root", str(made.root), *options])
    return code, capsys.readouterr().out


def test_features_run_once_for_each_tree(
    made: Repository, played: Played, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        say(made, capsys)
    assert played.runs == 1
    made.feature(FEATURE.replace("满十日", "正好十日"))
    say(made, capsys)
    assert played.runs == 2
    path = results.results_file(made.root, results.tree_digest(made.root))
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    say(made, capsys)
    assert played.runs == 3, "a run of a part is not a run"


def test_the_shape_that_others_rely_on(
    made: Repository, played: Played, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = say(made, capsys, "--json")
    assert code == 0
    nantong = json.loads(out)["regulations"][0]
    assert (nantong["id"], nantong["version"], nantong["articles"]) == ("nantong", "2023", 37)
    by_row = {row["row"]: row for row in nantong["rows"]}
    assert list(by_row) == ["nt-18-01", "nt-24-01", "nt-24-02", "nt-24-03", "nt-24-04", "nt-36-01"]
    file = "features/南通/第24条_公示.feature"
    assert by_row["nt-24-01"] == {
        "row": "nt-24-01",
        "article": "24",
        "item": "(一)",
        "enforce": "command",
        "rules": ["term"],
        "scenarios": [
            {"name": "满十日", "kind": "accept", "result": "passed", "file": file},
            {"name": "差一日", "kind": "refuse", "result": "passed", "file": file},
        ],
        "not_counted": [],
        "exempt": None,
        "missing": [],
    }
    assert by_row["nt-24-02"]["item"] is None
    assert by_row["nt-36-01"]["exempt"] == "没有要求"


def test_only_a_regulation_that_is_to_be_complete_fails(
    made: Repository, played: Played, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = say(made, capsys)
    assert code == 0
    assert "南通（nantong@2023，37 条，6 行，尚未要求完整）：已有场景 1，说明理由 1，缺 4" in out
    assert "nt-24-02" not in out
    made.write("tools/regulations.csv", REGULATIONS.replace("37,no", "37,yes"))
    code, out = say(made, capsys)
    assert code == 1
    assert "nt-24-02  第24条  拒绝  缺 应允许、应拒绝、转录" in out
    assert "oh-14-01" not in out
    reasons = ROWS
    for row in (
        "18-01,nantong,18,,command,,,",
        "24-03,nantong,24,,finding,,,",
        "24-04,nantong,24,,record,,,",
    ):
        reasons = reasons.replace(row, f"{row}由账本别处保证")
    reasons = reasons.replace("command,,yes,", "command,,yes,由账本别处保证")
    made.write("tools/rows.csv", reasons)
    assert say(made, capsys)[0] == 0, "a row without scenarios and with a reason"


def test_the_page_escapes_what_it_is_given(
    made: Repository, played: Played, capsys: pytest.CaptureFixture[str]
) -> None:
    made.feature(FEATURE.replace("满十日", '<script>alert("1")</script>&'))
    made.write("tools/rows.csv", ROWS.replace("没有要求", "没有<b>要求</b>"))
    page = made.root / "page.html"
    assert say(made, capsys, "--html", str(page)) == (0, "")
    text = page.read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;" in text
    assert "没有&lt;b&gt;要求&lt;/b&gt;" in text
    assert "<script" not in text
    assert "<b>" not in text


def test_features_that_do_not_run_are_no_result(
    made: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made.write("pytest.ini", "[pytest]\naddopts = --no-such-option\n")
    assert say(made, capsys, "--json", "--jobs", "0") == (3, "")
