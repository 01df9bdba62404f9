"""Files as offices have them: encodings, separators, and what spreadsheets write into XLSX."""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LedgerError
from ledger.paper.tables import csvfile, xlsxfile
from ledger.paper.tables.sheet import Unread
from tests.paper.workbooks import inline, raw, row, titled

FILES = Path(__file__).parent / "files"
HEADER = {"名称", "日期", "说明"}


def known(header: str) -> bool:
    return header in HEADER


def refused(code: str, do, *arguments, **how) -> LedgerError:
    with pytest.raises(LedgerError) as error:
        do(*arguments, **how)
    assert error.value.code == code
    assert error.value.message
    return error.value


# ---- CSV ----


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_way_of_saving_text(encoding, delimiter, ending):
    lines = [
        ["名称", "日期", "说明"],
        ["江苏甲（集团）", "2023/5/8", "一；二, 三"],
        ["𠮷田公司", "", "两行\n文字"],
    ]
    quoted = ending.join(
        delimiter.join(f'"{c}"' if set(c) & set(",;\n\t") else c for c in line) for line in lines
    )
    sheet = csvfile.read((quoted + ending).encode(encoding), known)
    assert (sheet.header, sheet.delimiter) == (("名称", "日期", "说明"), delimiter)
    assert [row.cells for row in sheet.rows] == [tuple(line) for line in lines[1:]]
    assert [row.number for row in sheet.rows] == [2, 3]


def test_a_text_in_gb18030_that_happens_to_be_utf_8():
    data = "模,母\n模,1\n".encode("gb18030")
    assert data.decode("utf-8").startswith("ģ")  # the trap
    assert csvfile.decoded(data) == ("模,母\n模,1\n", "gb18030")


@given(st.text(st.sampled_from("模，号江苏甲乙丙a1,（）〔〕\n一丁七万丈三上下不与"), min_size=1))
def test_chinese_comes_back_from_both_encodings(text):
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        assert csvfile.decoded(text.encode(encoding))[0] == text


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\x00", "名称,日期\n甲,\x00".encode(), b"\x81\x30", b"a,b\n\xef\xbb\xbf\xff\xff"]
)
def test_what_is_no_text_is_refused(data):
    assert refused("table_encoding", csvfile.read, data, known).facts["line"] in (1, 2)


def test_a_quote_without_its_pair_has_its_place():
    error = refused("table_unreadable", csvfile.read, '名称,日期\n"甲,2023\n'.encode(), known)
    assert "引号没有成对" in error.message


def test_empty_rows_and_columns_and_explanations_are_left_out():
    text = "名称,日期,,\n说明：名称照填。,选填,,\n,,,\n甲,1,,\n , ,,\n"
    sheet = csvfile.read(text.encode(), known)
    assert sheet.header == ("名称", "日期")
    assert [(row.number, row.cells[:2]) for row in sheet.rows] == [(4, ("甲", "1"))]


@pytest.mark.parametrize("text", ["", "名称,日期\n", "\n\n", "名称,日期\n,,\n"])
def test_a_table_without_rows(text):
    refused("table_empty", csvfile.read, text.encode(), known)


def test_a_table_too_long():
    refused("table_too_large", csvfile.read, ("名称\n" + "甲\n" * 5001).encode(), known)


# ---- XLSX ----


def test_libreoffice_wrote_this():
    sheet = xlsxfile.read((FILES / "libreoffice-parties.xlsx").read_bytes())
    assert (sheet.title, sheet.encoding) == ("申报汇总", "xlsx")
    assert sheet.header == ("主体", "名称", "统一社会信用代码", "地区", "类别")
    first, second, third, fourth = (row.cells for row in sheet.rows)
    assert first[2] == "913206001234567890"
    assert second[2] == 9.13206001234568e17
    assert third[1] == "丙公司"
    assert fourth[1] == Unread("cell_error", "#VALUE!")


def test_libreoffice_days():
    sheet = xlsxfile.read((FILES / "libreoffice-papers.xlsx").read_bytes())
    assert [row.cells[2] for row in sheet.rows] == [datetime(2023, 5, 8), 45055]
    assert sheet.rows[0].cells[5] == datetime(2023, 5, 9, 9, 30)


def test_shapes_that_wps_writes():
    shared = [
        "<t>名称</t>",
        "<t>日期</t>",
        "<r><t>江苏</t></r><r><rPr><b/></rPr><t>甲公司</t></r>",
        '<t xml:space="preserve"> 前后有空格 </t>',
    ]
    rows = [
        row(1, '<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>'),
        row(2, '<c r="A2" t="s"><v>2</v></c>', '<c r="B2" s="2"><v>45054</v></c>'),
        row(3, '<c r="A3" t="s"><v>3</v></c>', '<c r="B3" s="1"><v>45054</v></c>'),
        row(4, inline("A4", "丙"), '<c r="B4" s="4"><v>45054.395833333336</v></c>'),
        row(5, '<c r="A5" t="str"><f>"丁"&amp;"公司"</f><v>丁公司</v></c>', '<c r="B5" t="b"><v>1</v></c>'),
        row(6, '<c r="A6"><f>SUM(1,2)</f></c>', '<c r="B6" t="d"><v>2023-05-08T00:00:00</v></c>'),
        row(900, '<c r="A900" s="3"/>', '<c r="C900" s="3"/>'),
    ]
    sheet = xlsxfile.read(raw(rows, shared))
    assert sheet.header == ("名称", "日期")
    assert [r.cells for r in sheet.rows] == [
        ("江苏甲公司", datetime(2023, 5, 8)),
        (" 前后有空格 ", 45054),  # a day format that only Chinese programs know
        ("丙", datetime(2023, 5, 8, 9, 30)),
        ("丁公司", True),
        (Unread("cell_not_calculated", "A6"), datetime(2023, 5, 8)),
    ]


def test_days_counted_from_1904():
    rows = [titled("日期"), row(2, '<c r="A2" s="2"><v>43592</v></c>'), row(3, '<c r="A3"><v>43592</v></c>')]
    sheet = xlsxfile.read(raw(rows, date1904=True))
    assert sheet.epoch_1904
    assert [r.cells[0] for r in sheet.rows] == [datetime(2023, 5, 8), 43592]


def test_merged_cells_are_refused_with_their_place():
    rows = [titled("名称", "日期"), row(2, inline("A2", "甲")), row(3, inline("B3", "乙"))]
    head = raw(rows, after='<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>')
    assert "A1:B1" in refused("table_header_merged", xlsxfile.read, head).message
    body = raw(rows, after='<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>')
    assert "A2:A3" in refused("table_merged", xlsxfile.read, body).message
    below = raw(rows, after='<mergeCells count="1"><mergeCell ref="A8:B8"/></mergeCells>')
    assert len(xlsxfile.read(below).rows) == 2


def test_what_is_hidden_is_told():
    rows = [titled("名称"), '<row r="2" hidden="1">' + inline("A2", "甲") + "</row>"]
    columns = '<cols><col min="1" max="1" width="9" hidden="1"/></cols>'
    notes = xlsxfile.read(raw(rows, columns=columns)).notes
    assert len(notes) == 2
    assert "第 2 行" in notes[0]
    assert "A" in notes[1]


def saved(*sheets: tuple[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, lines in sheets:
        made = book.create_sheet(title)
        for line in lines:
            made.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_several_sheets_must_be_told_apart():
    data = saved(("甲表", [["名称"], ["甲"]]), ("空表", []), ("乙表", [["名称"], ["乙"]]))
    error = refused("table_sheets", xlsxfile.read, data)
    assert "甲表、乙表" in error.message
    assert xlsxfile.read(data, "乙表").rows[0].cells == ("乙",)
    refused("table_sheets", xlsxfile.read, data, "丙表")
    assert xlsxfile.read(saved(("甲表", [["名称"], ["甲"]]), ("Sheet2", []))).title == "甲表"
    refused("table_empty", xlsxfile.read, saved(("甲表", [])))


def test_files_that_are_no_workbooks():
    good = saved(("甲表", [["名称"], ["甲"]]))
    for data in (b"", b"\xd0\xcf\x11\xe0" + bytes(100), good[:-30], "名称,日期".encode()):
        refused("table_unreadable", xlsxfile.read, data)
    spoilt = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(spoilt, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<broken" if name.endswith("sheet1.xml") else old.read(name))
    refused("table_unreadable", xlsxfile.read, spoilt.getvalue())


def test_a_workbook_that_would_fill_the_memory():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", bytes(xlsxfile.MOST_UNPACKED + 1))
    error = refused("table_unreadable", xlsxfile.read, bomb.getvalue())
    assert "过大" in error.message
