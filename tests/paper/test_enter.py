"""Entering tables at a real desk, under Nantong's regulation: what a clerk sees who has 300 files on her table."""

import csv
import io
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from ledger.acts.moments import instant_text
from ledger.desk.outcome import Checked, Undecided
from ledger.errors import LedgerError
from ledger.paper.tables import copies, entering
from ledger.paper.tables.rows import Entry
from ledger.rules.breach import BreachFound
from tests.paper.desks import NUMBER, Office

FILES = Path(__file__).parent / "files"
PARTIES = ("主体", "名称", "统一社会信用代码", "地区", "类别")


def text(*lines: Sequence[object], encoding: str = "gb18030") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(lines)
    return out.getvalue().encode(encoding)


def party(number: int, **other: str) -> list[str]:
    made = {
        "主体": f"org{number:05}", "名称": f"江苏第{number}（集团）有限公司",
        "统一社会信用代码": f"91320600MA2{number:07}", "地区": "市级", "类别": "组织", **other,
    }  # fmt: skip
    return [made[name] for name in PARTIES]


def parties(count: int, *more: list[str]) -> bytes:
    return text(PARTIES, *(party(n) for n in range(1, count + 1)), *more)


def workbook(*lines: Sequence[object]) -> bytes:
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(list(line))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def codes(line) -> list[str]:
    return [problem.code for problem in line.problems]


# ---- the ordinary case ----


def test_a_table_goes_in_as_one_batch(office: Office):
    before = office.size
    result = office.enter("单位.csv", parties(3), "登记主体")
    assert (result.outcome, result.stored, office.size) == ("entered", True, before + 3)
    acts = office.records(before)
    assert [act["batch"] for act in acts] == [[result.batch, n, 3] for n in (1, 2, 3)]
    assert [act["data"]["name"] for act in acts] == [f"江苏第{n}（集团）有限公司" for n in (1, 2, 3)]
    assert [line.position for line in result.lines] == [before + 1, before + 2, before + 3]
    assert acts[0]["data"] == {
        "area": "city", "code": "91320600MA20000001", "id_number": None, "kind": "organisation",
        "name": "江苏第1（集团）有限公司", "party": "org00001", "person": None, "sealed_name": None,
    }  # fmt: skip
    assert acts[0]["mode"] == "own"
    assert acts[0]["at"] == office.desk.clock()


def test_ids_are_drawn_where_the_table_gives_none(office: Office):
    lines = [party(n)[1:] for n in (1, 2)]
    result = office.enter("单位.csv", text(PARTIES[1:], *lines), "party_registered")
    drawn = [act["data"]["party"] for act in office.records(office.size - 2)]
    assert drawn == [line.drawn for line in result.lines]
    assert len(set(drawn)) == 2
    assert office.enter("单位.csv", text(PARTIES[1:], *lines), "party_registered").outcome == "nothing_new"


def test_full_width_signs_in_codes_and_not_in_names(office: Office):
    made = party(
        1,
        主体="ＯＲＧ００００１",
        统一社会信用代码="91320600MA20000001",
        类别="　组织 ",
        名称="甲（集团）１厂",
    )
    office.enter("单位.csv", text(PARTIES, made), "登记主体")
    data = office.records(office.size - 1)[0]["data"]
    assert (data["party"], data["kind"], data["name"]) == ("org00001", "organisation", "甲（集团）１厂")


def test_documents_of_an_envelope_with_their_files(office: Office):
    (office.folder / "a.pdf").write_bytes(b"%PDF-1")
    office.scene.world.today("2023-05-10")
    result = office.enter("收文.xlsx", (FILES / "libreoffice-papers.xlsx").read_bytes(), "登记来文")
    assert result.outcome == "entered"
    assert any("序列数" in note for note in result.notes)
    first, second = office.records(office.size - 2)
    assert (first["data"]["date"], second["data"]["date"]) == ("2023-05-08", "2023-05-09")
    assert (first["data"]["received"], second["data"]["received"]) == ("2023-05-09T09:30", "2023-05-09")
    values = office.sealed(result.lines[0].act or b"")
    assert values["number"] == "崇市监〔2023〕15号"
    assert values["file"][:3] == ["file", "application/pdf", 6]


# ---- 300 applications from paper ----

COLUMNS = (
    "文件", "申报主体1主体", "届次", "环节", "类别", "已作声明", "是否涉及国家安全", "是否涉及国家秘密", "受理机构",
    "收到时间", "联系方式", "所附材料1类别", "所附材料1文件", "所附材料1是否保密", "代为机构", "所附材料2文件",
    "所附材料2类别", "所附材料2是否保密",
)  # fmt: skip


def application(office: Office, number: int, **other: object) -> list[object]:
    name = f"江苏第{number}(集团)有限公司"
    made: dict[str, object] = {
        "文件": f"通质申〔2023〕{number}号", "申报主体1主体": name, "届次": office.scene.cycle, "环节": "申报",
        "类别": "组织", "已作声明": "真实性承诺、自愿申报声明", "是否涉及国家安全": "否", "是否涉及国家秘密": "否",
        "受理机构": "所在地质委会", "收到时间": "2023/5/8 9:30", "联系方式": f"1380000{number:04}",
        "所附材料1类别": "申报表", "所附材料1文件": "a.pdf", "所附材料1是否保密": "否", "代为机构": name,
        "所附材料2类别": "自我评价报告", "所附材料2文件": "a.pdf", "所附材料2是否保密": "是", **other,
    }  # fmt: skip
    return [made[column] for column in COLUMNS]


HEADER = ("申报编号", *COLUMNS[1:])
GIVEN = {"依据": NUMBER, "办理日期": "45054"}
UNSHOWN = "gate.order@18"
"""None of these applicants has publicised anything in its own house, so the paper is entered knowingly."""


def knowingly(office: Office, number: int = 1) -> dict[str, str]:
    """What is given for a table of such applications, with all that there is to acknowledge."""
    table = text(HEADER, application(office, number))
    (line,) = office.enter("一件.csv", table, "提交申报", GIVEN, check=True).lines
    assert UNSHOWN in line.codes
    return {**GIVEN, "知悉": "、".join(line.codes)}


def with_parties(office: Office, count: int) -> None:
    assert office.enter("单位.csv", parties(count), "登记主体").outcome == "entered"
    (office.folder / "a.pdf").write_bytes(b"%PDF-1")
    office.scene.world.today("2023-05-10")


def test_300_applications_enter_in_time(office: Office):
    with_parties(office, 300)
    table = text(HEADER, *(application(office, n) for n in range(1, 301)))
    began = time.process_time()
    checked = office.enter("申报.csv", table, "提交申报", GIVEN, check=True)
    assert {line.state for line in checked.lines} == {"acknowledge"}
    (codes_,) = {line.codes for line in checked.lines}
    result = office.enter("申报.csv", table, "提交申报", {**GIVEN, "知悉": "、".join(codes_)})
    assert (result.outcome, result.count("entered")) == ("entered", 300)
    # Of processor time, so that a busy machine is no finding; a check and the entry together.
    assert time.process_time() - began < 20
    act = office.records(office.size - 300)[0]
    assert (act["mode"], act["for"], act["at"]) == ("transcribed", "org00001", "2023-05-08")
    assert act["basis"] == [bytes.fromhex(office.paper)]
    assert UNSHOWN in act["acknowledges"]
    assert act["acknowledges"] == list(codes_)
    assert act["data"]["applicants"] == [{"employer": None, "party": "org00001"}]
    assert act["data"]["attested"] == ["truth", "voluntary"]
    assert [(paper["kind"], paper["secret"]) for paper in act["data"]["documents"]] == [
        ("application_form", False),
        ("self_evaluation", True),
    ]
    assert act["data"]["received"] == "2023-05-08T09:30"
    assert act["data"]["submitted_to"] == office.scene.body("local_quality_body")
    assert office.sealed(result.lines[0].act or b"")["contact"] == "13800000001"
    assert office.enter("申报.csv", table, "提交申报", GIVEN).count("standing") == 300


def test_files_are_named_by_number_and_by_company(office: Office):
    with_parties(office, 2)
    table = text(HEADER, application(office, 1), application(office, 2))
    office.enter("申报.csv", table, "提交申报", knowingly(office))
    ids = [act["data"]["application"] for act in office.records(office.size - 2)]
    columns = ("申报", "届次", "方式", "办理日期", "代为机构", "理由")
    lines = [
        ("通质申[2023] 1号", office.scene.cycle, "letter", "2023-05-09", "江苏第1（集团）有限公司", "自愿"),
        ("91320600MA20000002", office.scene.cycle, "letter", "2023-05-09", "org00002", "自愿"),
    ]
    result = office.enter("撤回.csv", text(columns, *lines), "撤回申报", {"依据": office.paper})
    assert result.outcome == "entered", [line.sentence for line in result.bad]
    assert [act["data"]["application"] for act in office.records(office.size - 2)] == ids


# ---- bad rows ----


def seven_of_300(office: Office) -> bytes:
    good = [application(office, n) for n in range(1, 294)]
    bad = [
        application(office, 294, 收到时间="5月8日"),
        application(office, 295, 申报主体1主体="江苏第九九九（集团）有限公司"),
        application(office, 296, 类别="组积"),
        application(office, 297, 是否涉及国家秘密=""),
        application(office, 298, 联系方式="1.38E+10"),
        application(office, 299, 所附材料1文件="没有.pdf"),
        application(office, 1),
    ]
    return text(HEADER, *good, *bad)


def test_seven_bad_rows_of_300(office: Office):
    with_parties(office, 300)
    table, before = seven_of_300(office), office.size
    given = knowingly(office)
    stopped = office.enter("申报.csv", table, "提交申报", given)
    assert (stopped.outcome, stopped.stored, office.size) == ("not_entered", False, before)
    assert [(line.number, *codes(line)) for line in stopped.bad] == [
        (295, "form_invalid"),
        (296, "cell_name_unknown"),
        (297, "form_invalid"),
        (298, "form_invalid"),
        (299, "cell_lost_digits"),
        (300, "file_unreadable"),
        (301, "row_repeated"),
    ]
    assert stopped.count("fine") == 293
    result = office.enter("申报.csv", table, "提交申报", given, good_rows=True)
    assert (result.outcome, result.count("entered"), office.size) == ("partly_entered", 293, before + 293)
    assert {tuple(act["batch"][1:]) for act in office.records(before)} == {(n, 293) for n in range(1, 294)}
    # The clerk mends the copy and enters that.
    copied = list(csv.reader(io.StringIO(copies.copy(table, result, only_bad=True).decode("gb18030"))))
    assert len(copied) == 8
    assert copied[0] == [*HEADER, "问题", "问题代码"]
    assert copied[1][-2].startswith("填写有误：收到时间 应为日期")
    assert [line[-1] for line in copied[1:]] == [codes(line)[0] for line in result.bad]
    mended = [copied[0], *(line for line in copied[1:7])]
    for line, (column, value) in zip(
        mended[1:],
        [
            ("收到时间", "2023-05-08"), ("申报主体1主体", "org00295"), ("类别", "组织"), ("是否涉及国家秘密", "否"),
            ("联系方式", "13800000298"), ("所附材料1文件", "a.pdf"),
        ],
        strict=True,
    ):  # fmt: skip
        line[copied[0].index(column)] = value
    again = office.enter("申报-待改.csv", text(*mended), "提交申报", given)
    assert (again.outcome, again.count("entered")) == ("entered", 6), [line.sentence for line in again.bad]


def test_the_desk_refuses_one_row_and_none_goes_in(office: Office):
    before = office.size
    table = parties(2, party(1, 名称="另一家公司"))
    result = office.enter("单位.csv", table, "登记主体")
    assert result.outcome == "not_entered"
    assert [(line.number, *codes(line)) for line in result.bad] == [(4, "thing_exists")]
    # The attempt is a record, as it is of a single act; nothing else is.
    assert [act["type"] for act in office.records(before)] == ["act_refused"]
    assert result.bad[0].position == office.size
    checked = office.enter("单位.csv", table, "登记主体", check=True)
    assert checked.outcome == "would_not_enter"
    assert office.size == before + 1


class Desk:
    """Takes 3, takes 2 only behind 1, and never takes 1."""

    def hand_in(self, rows: Sequence[entering._Row], *, check: bool) -> bool:
        assert check
        here = {row.entry.number for row in rows}
        for row in rows:
            bad = row.entry.number == 1 or (row.entry.number == 2 and 1 not in here)
            row.outcome = Checked(b"", (BreachFound("thing_unknown"),)) if bad else Undecided(b"")
        return all(row.entry.number == 3 for row in rows)


def test_good_rows_do_not_rest_on_bad_ones():
    rows = [entering._Row(Entry(number)) for number in (1, 2, 3)]
    left = entering._without_bad(Desk(), rows)  # type: ignore[arg-type]  # a batch with a mind of its own
    assert [row.entry.number for row in left] == [3]
    assert [bool(getattr(row.outcome, "breaches", ())) for row in rows] == [True, True, False]


def test_no_good_row_stores_nothing(office: Office):
    before = office.size
    table = text(("申报", "届次", "方式"), ("appl9999", office.scene.cycle, "letter"))
    result = office.enter("撤回.csv", table, "撤回申报", good_rows=True)
    assert (result.outcome, result.stored, office.size) == ("not_entered", False, before)


def test_cells_that_a_spreadsheet_spoilt(office: Office):
    result = office.enter(
        "单位.xlsx", (FILES / "libreoffice-parties.xlsx").read_bytes(), "登记主体", check=True
    )
    assert [(line.number, *codes(line)) for line in result.bad] == [
        (3, "cell_lost_digits"),
        (5, "cell_error"),
    ]
    told = result.bad[0].sentence
    assert "9.132" not in told  # a number may be somebody's
    assert "“统一社会信用代码”" in told
    assert "设置单元格格式为“文本”" in told


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("3.20602E+17", "cell_lost_digits"),
        (320602199001011234, "cell_lost_digits"),
        (9.132e17, "cell_lost_digits"),
        ("320602199001011000", "cell_maybe_lost_digits"),
        ("'320602199001011000", None),
        ("913206021990101123", None),
        (91320602, None),
        (datetime(2023, 5, 8), "cell_became_day"),
    ],
)
def test_long_numbers_are_kept_or_refused_and_never_guessed(office: Office, cell, code):
    lines = [PARTIES, ["org00001", "甲公司", cell, "市级", "组织"]]
    result = office.enter("单位.xlsx", workbook(*lines), "登记主体")
    if code is not None:
        assert codes(result.bad[0]) == [code]
    else:
        assert result.outcome == "entered"
        assert office.records(office.size - 1)[0]["data"]["code"] == str(cell).removeprefix("'")


def test_every_mistake_of_a_row_is_told_at_once(office: Office):
    header = ("类别", "主体", "名称", "地区", "人员")
    result = office.enter("单位.csv", text(header, ("组积", "江苏甲", "甲公司", "某某", "甲 乙")), "登记主体")
    assert [(p.column, p.code) for p in result.bad[0].problems] == [
        ("类别", "form_invalid"),
        ("主体", "cell_name_unknown"),
        ("地区", "cell_name_unknown"),
        ("人员", "form_invalid"),
    ]
    assert "组织、个人" in result.bad[0].problems[0].message


def test_names_that_mean_more_than_one(office: Office):
    lines = [party(1), party(2, 名称="江苏第1(集团)有限公司")]
    assert office.enter("单位.csv", text(PARTIES, *lines), "登记主体").outcome == "entered"
    header = ("主体", "自", "名称")
    result = office.enter(
        "更名.csv", text(header, ("江苏第1（集团）有限公司", "2023-05-01", "新名")), "登记主体更名"
    )
    (problem,) = result.bad[0].problems
    assert problem.code == "cell_name_ambiguous"
    assert "org00001、org00002" in problem.message


def test_a_document_that_nobody_registered(office: Office):
    given = {"依据": "崇市监〔2023〕13号", "代为机构": "市质委办", "办理日期": "2023-05-08"}
    result = office.enter("单位.csv", parties(1), "登记主体", given)
    assert codes(result.bad[0]) == ["cell_document_unknown"]
    given["依据"] = " 崇市监[2023]１２号 "
    assert office.enter("单位.csv", parties(1), "登记主体", given).outcome == "entered"
    assert office.records(office.size - 1)[0]["basis"] == [bytes.fromhex(office.paper)]


def test_what_is_transcribed_needs_its_day(office: Office):
    result = office.enter("单位.csv", parties(1), "登记主体", {"依据": NUMBER, "代为机构": "市质委办"})
    (problem,) = result.bad[0].problems
    assert (problem.column, problem.code) == ("办理日期", "form_invalid")


def test_a_row_says_otherwise_than_the_whole_table(office: Office):
    table = text(
        ("类别", "主体", "名称", "地区"), ("组织", "org00001", "甲", ""), ("组织", "org00002", "乙", "县级")
    )
    office.enter("单位.csv", table, "登记主体", {"地区": "市级"})
    assert [act["data"]["area"] for act in office.records(office.size - 2)] == ["city", "county"]


def test_parts_keep_their_numbers_in_what_is_told(office: Office):
    with_parties(office, 1)
    header = (*HEADER, "所附材料3类别", "所附材料3文件")
    table = text(header, [*application(office, 1), "证明性材料", "a.pdf"])
    (problem,) = office.enter("申报.csv", table, "提交申报", GIVEN).bad[0].problems
    assert (problem.column, problem.code) == ("所附材料3是否保密", "form_invalid")
    assert problem.message == "填写有误：所附材料3是否保密 没有填写。"


# ---- nothing is entered twice ----


def test_the_same_table_twice_gives_no_doubles(office: Office):
    before = office.size
    office.enter("单位.csv", parties(3), "登记主体")
    again = office.enter("单位-副本.csv", parties(3), "登记主体")
    assert (again.outcome, again.stored, office.size) == ("nothing_new", False, before + 3)
    assert [line.position for line in again.lines] == [before + 1, before + 2, before + 3]
    longer = office.enter("单位.csv", parties(4), "登记主体")
    assert [line.state for line in longer.lines] == ["standing"] * 3 + ["entered"]
    assert office.size == before + 4


def test_only_sealed_values_tell_two_acts_apart(office: Office):
    header = ("来文单位", "文号", "类别", "收到方式", "收到时间", "文件", "办理日期")
    (office.folder / "a.pdf").write_bytes(b"one")
    (office.folder / "b.pdf").write_bytes(b"two")
    line = ("某局", "某〔2023〕1号", "原件", "post", "2023-04-19", "a.pdf", "2023-04-20")
    assert office.enter("收文.csv", text(header, line), "登记来文").outcome == "entered"
    assert office.enter("收文.csv", text(header, line), "登记来文").outcome == "nothing_new"
    for at, other in ((1, "某〔2023〕2号"), (5, "b.pdf")):
        changed = [*line[:at], other, *line[at + 1 :]]
        assert office.enter("收文.csv", text(header, changed), "登记来文").outcome == "entered"


def test_two_things_that_look_alike_go_in_with_again(office: Office):
    header = ("来文单位", "类别", "收到方式", "收到时间", "文件", "办理日期")
    (office.folder / "a.pdf").write_bytes(b"one")
    line = ("某局", "原件", "post", "2023-04-19", "a.pdf", "2023-04-20")
    table = text(header, line, line)
    assert codes(office.enter("收文.csv", table, "登记来文").bad[0]) == ["row_repeated"]
    assert office.enter("收文.csv", table, "登记来文", again=True).count("entered") == 2
    assert office.enter("收文.csv", table, "登记来文", again=True).count("entered") == 2


def test_what_was_voided_may_be_entered_again(office: Office):
    with_parties(office, 1)
    office.enter("申报.csv", text(HEADER, application(office, 1)), "提交申报", knowingly(office))
    columns = ("申报", "届次", "方式", "办理日期", "代为机构")
    line = ("通质申〔2023〕1号", office.scene.cycle, "letter", "2023-05-09", "org00001")
    given = {"依据": NUMBER}
    entered = office.enter("撤回.csv", text(columns, line), "撤回申报", given)
    assert entered.outcome == "entered"
    assert office.enter("撤回.csv", text(columns, line), "撤回申报", given).outcome == "nothing_new"
    act = entered.lines[0].act
    assert act is not None
    about = office.records(office.size - 1)[0]["cases"]
    void = {"about": about, "act": act.hex(), "ground": "wrong_case", "reason": "误录"}
    office.desk._line._confirmed = True
    office.do({"type": "entry_voided", "at": instant_text(office.desk.clock()), "data": void})
    assert office.enter("撤回.csv", text(columns, line), "撤回申报", given).outcome == "entered"


# ---- the whole table is refused ----


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("单位.xls", b"\xd0\xcf\x11\xe0", "table_kind"),
        ("单位.xlsx", b"\xd0\xcf\x11\xe0", "table_unreadable"),
        ("单位.csv", "名称，类别\n甲，组织\n".encode(), "table_column_unknown"),
        ("单位.csv", b"", "table_empty"),
    ],
)
def test_tables_that_are_none(office: Office, name, data, code):
    before = office.size
    with pytest.raises(LedgerError) as error:
        office.enter(name, data, "登记主体")
    assert error.value.code == code
    assert office.size == before


# ---- the copy ----


def test_a_checked_workbook_comes_back_with_what_is_wrong(office: Office):
    lines = [PARTIES, party(1), ["org00002", "乙公司", 9.132e17, "市级", "组织"], party(3, 类别="组积")]
    data = workbook(*lines)
    result = office.enter("单位.xlsx", data, "登记主体", check=True)
    copied = copies.copy(data, result, only_bad=False)
    sheet = openpyxl.load_workbook(io.BytesIO(copied)).active
    assert [cell.value for cell in sheet[1]] == [*PARTIES, "问题", "问题代码"]
    assert [sheet.cell(n, 7).value for n in (2, 3, 4)] == [None, "cell_lost_digits", "form_invalid"]
    assert "统一社会信用代码" in sheet.cell(3, 6).value
    # Entered as it is, the copy tells the same again, in the same columns.
    again = office.enter("单位-核对.xlsx", copied, "登记主体", check=True)
    assert [codes(line) for line in again.lines] == [codes(line) for line in result.lines]
    twice = openpyxl.load_workbook(io.BytesIO(copies.copy(copied, again, only_bad=False))).active
    assert twice.max_column == 7
    only = openpyxl.load_workbook(io.BytesIO(copies.copy(data, result, only_bad=True))).active
    assert [only.cell(n, 1).value for n in (1, 2, 3)] == ["主体", "org00002", "org00003"]
    assert only.max_row == 3


def test_the_copy_says_what_to_acknowledge_and_where(office: Office):
    with_parties(office, 2)
    data = workbook(HEADER, application(office, 1), application(office, 2))
    result = office.enter("申报.xlsx", data, "提交申报", GIVEN, check=True)
    book = openpyxl.load_workbook(io.BytesIO(copies.copy(data, result, only_bad=False)))
    sheet = book.active
    header = [cell.value for cell in sheet[1]]
    assert header[-3:] == ["问题", "问题代码", "知悉"]
    told = sheet.cell(2, len(header) - 2).value
    assert told.endswith("材料上确实如此的，请在“知悉”列填写：" + sheet.cell(2, len(header) - 1).value)
    assert UNSHOWN in told
    for number in (2, 3):
        sheet.cell(number, len(header)).value = sheet.cell(number, len(header) - 1).value
    out = io.BytesIO()
    book.save(out)
    assert office.enter("申报-核对.xlsx", out.getvalue(), "提交申报", GIVEN).outcome == "entered"


def test_copies_never_hide_another(tmp_path: Path):
    table = tmp_path / "单位.csv"
    names = []
    for _ in range(3):
        names.append(copies.name_for(table, "核对").name)
        (tmp_path / names[-1]).touch()
    assert names == ["单位-核对.csv", "单位-核对2.csv", "单位-核对3.csv"]
