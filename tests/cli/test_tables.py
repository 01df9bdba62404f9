"""enter: tables by the command, its exit codes and the exact shape of its answers."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.office import Office
from tests.cli.typing_in import Said, run

HEADER = "来文单位,文号,类别,收到方式,收到时间,文件\n"
KEYS = ["outcome", "type", "encoding", "count", "batch", "copy", "notes", "rows"]
ROW = ["row", "state", "class", "act", "id", "position", "problems", "acknowledge", "remarks"]


def table(office: Office, *lines: str, name: str = "收文.csv") -> Path:
    (office.root / "a.pdf").write_bytes(b"%PDF")
    path = office.root / name
    path.write_text(HEADER + "".join(line + "\n" for line in lines), "gb18030")
    return path


def line(number: int, **other: str) -> str:
    made = {"类别": "原件", "文件": "a.pdf", **other}
    return f"市财政局,财行〔2026〕{number}号,{made['类别']},post,2026-03-09,{made['文件']}"


def enter(office: Office, path: Path, *arguments: object, person: str = "li4d") -> Said:
    return office.run("enter", path, "--type", "登记来文", "--key", office.key(person), *arguments)


def shape(said: Said) -> dict:
    body = said.json
    assert list(body) == KEYS
    assert list(body["count"]) == ["rows", "entered", "standing", "fine", "bad"]
    for each in body["rows"]:
        assert list(each) == ROW
        for problem in each["problems"]:
            assert list(problem) == ["column", "code", "message", "accepts"]
    return body


def test_a_table_goes_in_and_not_again(office: Office):
    path, size = table(office, line(1), line(2)), office.size()
    said = enter(office, path)
    body = shape(said)
    assert said.code == 0
    assert (body["outcome"], body["type"], body["encoding"]) == ("entered", "document_registered", "gb18030")
    assert body["count"] == {"rows": 2, "entered": 2, "standing": 0, "fine": 0, "bad": 0}
    assert [row["position"] for row in body["rows"]] == [size + 1, size + 2]
    assert [row["act"] for row in office.log()[-2:]] == [row["act"] for row in body["rows"]]
    said = enter(office, path)
    assert (said.code, shape(said)["outcome"], office.size()) == (0, "nothing_new", size + 2)
    assert body["batch"]
    assert shape(said)["batch"] is None
    verified = office.verify()
    assert verified.json["verdicts"]["integrity"] == "holds"


def test_check_stores_nothing_and_writes_a_copy(office: Office):
    path, before = table(office, line(1), line(2, 类别="原本")), office.state()
    said = enter(office, path, "--check")
    body = shape(said)
    assert (said.code, body["outcome"]) == (1, "would_not_enter")
    assert office.state() == before
    assert [row["state"] for row in body["rows"]] == ["fine", "wrong"]
    copy = Path(body["copy"])
    assert copy == office.root / "收文-核对.csv"
    lines = copy.read_text("gb18030").splitlines()
    assert lines[0] == HEADER.strip() + ",问题,问题代码"
    assert lines[1].endswith(",,")
    assert lines[2].endswith("应为以下之一：原件、复印件。（form_invalid）,form_invalid")
    assert enter(office, table(office, line(1)), "--check", "-o", office.root / "x.csv").code == 0
    assert enter(office, path, "--check", "-o", office.root / "x.csv").error["code"] == "file_exists"


def test_good_rows_go_in_and_the_others_come_back(office: Office):
    path, size = table(office, line(1), line(2, 文件="没有.pdf"), line(3)), office.size()
    said = enter(office, path, "--good-rows")
    body = shape(said)
    assert (said.code, body["outcome"], office.size()) == (1, "partly_entered", size + 2)
    lines = Path(body["copy"]).read_text("gb18030").splitlines()
    assert len(lines) == 2
    assert "file_unreadable" in lines[1]
    assert enter(office, table(office, line(4)), "--good-rows").json["copy"] is None


def test_a_refused_row_is_an_attempt_and_none_goes_in(office: Office):
    said = enter(office, table(office, line(1), line(2)), person="zhou5e")
    body = shape(said)
    assert (said.code, body["outcome"]) == (1, "not_entered")
    assert {row["class"] for row in body["rows"]} == {"not_allowed"}
    assert {problem["code"] for row in body["rows"] for problem in row["problems"]} == {"post_not_entitled"}
    assert [row["type"] for row in office.log()[-2:]] == ["act_refused"] * 2


def test_what_is_said_to_a_person(office: Office):
    path = table(office, line(1), *(line(n, 类别="?") for n in range(2, 30)))
    said = run("enter", office.ledger, path, "--type", "登记来文", "--key", office.key("li4d"), "--check")
    assert said.code == 1
    assert said.out.startswith("核对未通过：28 行有问题（未存入任何内容）。\n副本：")
    assert "第 3 行：填写有误：类别" in said.stderr
    assert "……另有 8 行。" in said.stderr


def test_templates(tmp_path: Path):
    path = tmp_path / "空表.xlsx"
    said = run("enter", "--template", "提交申报", "-o", path, "--json")
    assert (said.code, said.json) == (0, {"type": "application_submitted", "template": str(path)})
    assert openpyxl.load_workbook(path).active["G1"].value == "申报主体1工作单位"
    assert run("enter", "--template", "提交申报", "-o", path, "--json").error["code"] == "file_exists"
    assert (
        run("enter", "--template", "提交", "-o", tmp_path / "y.xlsx", "--json").error["code"]
        == "table_type_unknown"
    )
    assert (
        run("enter", "--template", "提交申报", "-o", tmp_path / "y.ods", "--json").error["code"]
        == "table_kind"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["L"],
        ["L", "t.csv", "--type", "x"],
        ["--template", "x"],
        ["L", "t.csv", "--template", "x", "-o", "y.csv"],
        ["L", "t.csv", "--type", "x", "--key", "k", "--check", "--good-rows"],
        ["L", "t.csv", "--type", "x", "--key", "k", "-o", "neu.csv"],
        ["L", "t.csv", "--type", "x", "--key", "k", "--set", "列"],
    ],
)
def test_wrong_usage(arguments):
    said = run("enter", *arguments, "--json")
    assert (said.code, said.error["code"]) == (2, "usage")


def test_bad_tables_have_their_exit_code(office: Office):
    path = office.root / "x.csv"
    path.write_text("来文单位,废话\n甲,乙\n", "utf-8")
    said = enter(office, path)
    assert (said.code, said.error["code"]) == (3, "table_column_unknown")
    assert enter(office, office.root / "没有.csv").error["code"] == "file_unreadable"
    assert json.dumps(said.json, ensure_ascii=False)
