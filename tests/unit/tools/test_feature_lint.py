"""Every silent failure of Chinese features is an error at its line, and a clean repository has none."""

from pathlib import Path

import pytest

from tests.support.feature_folders import FEATURE, STEPS, Repository, repository
from tools import lint_features
from tools.bdd.problem import SENTENCES

NAME = "第24条_公示.feature"
TAGS = "@行-nt-24-01 @应允许"
OUTLINE = """
    @行-nt-24-01 @应拒绝
    场景大纲: 差几日
      当 公示<日>日后结束
      那么 拒绝，代码“term@24”
      而且 账本没有新增其他记录

      例子:
        | 日 |
        | 9 |
"""
SECOND_ACT = "那么 接受\n      当 公示11日后结束\n      那么 接受"

WHOLE = "当 公示10日后结束\n      那么 接受\n      而且 账本没有新增其他记录"

# (code, line, what stands there, what it becomes): each change of the clean feature makes this problem and no other.
CHANGES = [
    ("bom", 1, "# language", "\ufeff# language"),
    ("no_language", 1, "# language", "\n# language"),
    ("unreadable", 13, "场景: 满十日", "场景 满十日"),
    ("swallowed", 11, "期限\n", "期限\n  当 公示10日后结束\n"),
    ("swallowed", 11, "期限\n", "期限\n  背景：\n"),
    ("swallowed", 11, "期限\n", "期限\n  ＠应允许\n"),
    ("fullwidth_bar", 16, "而且 账本", "  | 甲 ｜ 乙 |\n      而且 账本"),
    ("no_space", 14, "当 公示10", "当公示10"),
    ("star", 16, "而且 账本", "* 账本"),
    ("same_name", 19, "场景: 差一日", "场景: 满十日"),
    ("no_outcome_step", 13, WHOLE, ""),
    ("no_outcome_step", 13, WHOLE, "假如 今天是“2023-09-26”"),
    ("no_definition", 14, "公示10日后结束", "公示十日后结束"),
    ("no_definition", 15, "那么 接受", "那么 公示10日后结束"),
    (
        "act_left_open",
        14,
        "      而且 账本没有新增其他记录\n\n    @行-nt-24-01 @应拒绝",
        "\n    @行-nt-24-01 @应拒绝",
    ),
    ("act_left_open", 14, "那么 接受", SECOND_ACT),
    ("background", 6, "今天是“2023-09-25”", "今天是“某日”"),
    ("background", 6, "适用“nantong@2023”", "适用“ouhai@2020”"),
    ("background", 6, "    而且 工作日历为“2023”\n", ""),
    ("tag_malformed", 12, TAGS, TAGS + " @条:24"),
    ("tag_unknown", 12, TAGS, TAGS + " @重要"),
    ("tag_unknown", 12, TAGS, TAGS + " @陷阱-33"),
    ("outcome_tag", 13, TAGS, "@行-nt-24-01"),
    ("outcome_tag", 13, TAGS, TAGS + " @应提示"),
    ("article_tag", 13, TAGS, TAGS + " @条-18"),
    ("no_row_tag", 13, TAGS, "@应允许"),
    ("row_unknown", 12, TAGS, TAGS + " @行-nt-24-99"),
    ("row_elsewhere", 13, TAGS, TAGS + " @行-nt-18-01"),
    ("row_elsewhere", 13, TAGS, TAGS + " @行-oh-14-01"),
]


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return repository(tmp_path)


def found(made: Repository) -> list[tuple[str, int, str]]:
    """Code, line and file name of each problem; every sentence can be filled in."""
    problems = list(lint_features.problems(made.root))
    assert all(str(each) for each in problems)
    return [(each.code, each.line, each.file.rpartition("/")[2]) for each in problems]


def test_a_clean_repository_has_no_problem(made: Repository) -> None:
    made.feature(FEATURE + OUTLINE)
    assert found(made) == []
    assert lint_features.main(["--root", str(made.root)]) == 0


@pytest.mark.parametrize(
    ("code", "line", "old", "new"), CHANGES, ids=[f"{n}-{change[0]}" for n, change in enumerate(CHANGES)]
)
def test_one_change_is_one_problem(made: Repository, code: str, line: int, old: str, new: str) -> None:
    assert FEATURE.count(old) >= 1
    made.feature(FEATURE.replace(old, new, 1))
    assert found(made) == [(code, line, NAME)]
    assert lint_features.main(["--root", str(made.root)]) == 1


def test_a_scenario_that_is_swallowed_is_told_line_by_line(made: Repository) -> None:
    made.feature(FEATURE.replace("场景: 满十日", "场景：满十日").replace("    @行-nt-24-01 @应允许\n", ""))
    assert found(made) == [("swallowed", line, NAME) for line in (12, 13, 14, 15)]


def test_what_stands_inside_a_text_is_not_swallowed(made: Repository) -> None:
    text = '那么 接受\n        """\n        场景：甲\n        当 乙\n        | 丙 |\n        """'
    made.feature(FEATURE.replace("那么 接受", text))
    assert found(made) == []


def test_an_outline_must_have_rows_that_fill_its_places(made: Repository) -> None:
    made.feature(
        FEATURE + OUTLINE.replace("        | 日 |\n        | 9 |", "        ｜ 日 ｜\n        ｜ 9 ｜")
    )
    assert {(code, line) for code, line, _ in found(made)} == {
        ("swallowed", 31),
        ("swallowed", 32),
        ("no_examples", 30),
        ("no_column", 26),
        ("no_definition", 26),
    }
    made.feature(FEATURE + OUTLINE.partition("\n\n      例子")[0] + "\n")
    assert ("no_examples", 25, NAME) in found(made)
    made.feature(FEATURE + OUTLINE.replace("| 日 |", "| 天 |"))
    assert ("no_column", 26, NAME) in found(made)


def test_tags_of_examples_count_for_their_rows(made: Repository) -> None:
    outline = OUTLINE.replace(" @应拒绝", "")
    made.feature(FEATURE + outline)
    assert found(made) == [("outcome_tag", 25, NAME)]
    made.feature(FEATURE + outline.replace("      例子", "      @应拒绝\n      例子"))
    assert found(made) == []


def test_places_and_names_of_files(made: Repository) -> None:
    made.feature(FEATURE, "南京/第24条_公示.feature")
    assert found(made) == [("folder", 1, NAME)]
    (made.root / "features/南京/第24条_公示.feature").unlink()
    for name in (
        "南通/第38条_公示.feature",
        "南通/公示.feature",
        "南通/第024条_公示.feature",
        "南通/第24条_.feature",
    ):
        path = made.feature(FEATURE, name)
        there = found(made)
        assert ("file_name", 1, path.name) in there, name
        path.unlink()
    made.feature(FEATURE, "南通/二/第24条_公示.feature").rename(made.root / "features/第24条_公示.feature")
    assert ("folder", 1, NAME) in found(made)


def test_one_file_an_article(made: Repository) -> None:
    made.feature(FEATURE, "南通/第24条_公示再续.feature")
    assert found(made) == [("second_file", 1, "第24条_公示再续.feature")]


def test_a_file_must_be_readable_and_have_scenarios(made: Repository) -> None:
    made.feature(FEATURE.partition("\n  规则")[0] + "\n")
    assert found(made) == [("no_scenarios", 1, NAME)]
    made.feature().write_bytes(FEATURE.encode("gbk"))
    assert found(made) == [("unreadable", 2, NAME)]
    made.feature("# language: zh-CN\n")
    assert [code for code, _, _ in found(made)] == ["unreadable"]
    made.feature("\ufeff")
    assert [code for code, _, _ in found(made)] == ["bom", "no_language", "unreadable"]


def test_the_ledgers_own_duties_belong_to_no_regulation(made: Repository) -> None:
    common = FEATURE.replace("@条-24\n", "").replace("@行-nt-24-01 ", "")
    common = common.replace("    而且 适用“nantong@2023”\n    而且 工作日历为“2023”\n", "")
    made.feature(common, "通用/签名.feature")
    assert found(made) == []
    made.feature(common.replace("@应允许", "@应允许 @行-nt-24-01"), "通用/签名.feature")
    assert found(made) == [("row_in_common", 10, "签名.feature")]


def definitions(made: Repository, more: str) -> list[str]:
    """The codes of the problems once more step definitions stand beside the clean ones."""
    made.write("features/steps/more.py", f"from pytest_bdd import given, parsers, then, when\n{more}\n")
    return [code for code, _, _ in found(made)]


@pytest.mark.parametrize(
    ("code", "decorator"),
    [
        ("parser", '@when(parsers.parse("公开“{n}”日"))'),
        ("parser", '@when(parsers.cfparse("公开“{n}”日"))'),
        ("swallows_quote", '@when(parsers.re("公开“(?P<n>.+)”日"))'),
        ("swallows_quote", r'@when(parsers.re(r"公开“(?P<n>\S+)”日"))'),
        ("swallows_quote", '@when(parsers.re("公开“(?P<n>[^“]+)”日"))'),
        ("not_constant", '@when(parsers.re("公开" + str(1)))'),
        ("not_constant", '@when(parsers.re("公开“(?P<n>[^”]+”日"))'),
    ],
)
def test_sentences_that_could_take_too_much(made: Repository, code: str, decorator: str) -> None:
    assert definitions(made, f"{decorator}\ndef _(n): ...") == [code]


def test_sentences_that_keep_within_their_quotes(made: Repository) -> None:
    lines = [
        r'@when(parsers.re(r"公开“(?P<n>[^”]+)”第(?P<m>\d+|[一二三]+)\.日"))',
        '@then("如此")',
        '@given("如此")',
    ]
    assert definitions(made, "\n".join([*lines, "def _(n, m): ..."])) == []


def test_two_definitions_for_one_step(made: Repository) -> None:
    more = '@when(parsers.re("公示(?P<n>[0-9]+)日后结束"))\ndef _(n): ...'
    assert definitions(made, more) == ["two_definitions", "two_definitions"]
    assert definitions(made, more.replace("@when", "@then")) == []


def test_forty_sentences_and_no_more(made: Repository) -> None:
    there = STEPS.count("@given(") + STEPS.count("@when(") + STEPS.count("@then(")
    lines = [f'@then("第{n}句")' for n in range(40 - there)]
    assert definitions(made, "\n".join([*lines, "def _(): ..."])) == []
    assert definitions(made, "\n".join([*lines, '@then("又一句")', "def _(): ..."])) == ["too_many_sentences"]


def test_every_sentence_of_the_lint_has_a_test() -> None:
    mine = Path(__file__).read_text(encoding="utf-8")
    assert [code for code in SENTENCES if f'"{code}"' not in mine] == []
