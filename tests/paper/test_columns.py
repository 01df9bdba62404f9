"""Columns of every type, under the names that clerks use, and the empty tables that show them."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.acts.registry import TYPES
from ledger.errors import LedgerError
from ledger.errors.names import ACT_TYPES
from ledger.paper.tables import choices, rows, xlsxfile
from ledger.paper.tables.columns import HEAD, Names, fields_of, is_required, lacking, simplified, types
from ledger.paper.tables.entering import type_named
from ledger.paper.tables.sheet import Sheet
from ledger.paper.tables.template import template

APPLICATION = type_named("application_submitted")
# By submit: their parts hold what another type's field does, or openings of sealed values.
NOT_BY_TABLE = {"draw_held", "entry_corrected", "scores_opened"}


def columns(*header: str, given: dict[str, str] | None = None, type_: str = "party_registered"):
    return rows.columns(Sheet(header, (), "xlsx"), Names(type_named(type_)), given or {})


def refused(code: str, *header: str, **how) -> LedgerError:
    with pytest.raises(LedgerError) as error:
        columns(*header, **how)
    assert error.value.code == code
    return error.value


def test_nearly_every_type_of_the_procedure_is_entered_by_table():
    procedure = {kind.name for kind in TYPES if not kind.life}
    assert procedure - set(types()) == NOT_BY_TABLE
    assert set(types()) - procedure == {"document_registered"}


@pytest.mark.parametrize("name", types())
def test_every_column_is_found_under_both_its_names(name):
    kind = type_named(name)
    assert lacking(kind) == []
    names, seen = Names(kind), set()
    for column in names.every():
        assert names.column(column.header) == column, column
        wire = ".".join(map(str, column.way[1:] if not column.in_head else column.way))
        found = names.column(wire)
        assert found is not None
        # A name that the head and the data share is the data's.
        assert found.way == column.way or (column.in_head and not found.in_head), column
        seen.add(column.way)
    assert len(seen) == len(list(names.every()))
    assert all(
        re.search("[\u4e00-\u9fff]", column.header)
        for column in names.every()
        if column.leaf.name != "closed"
    )


def test_the_heads_own_names_are_no_fields():
    """So --for, --basis and --at always mean the head."""
    labels = {simplified(field.label) for name in types() for field in fields_of(type_named(name))}
    assert len(labels) > 100
    assert labels.isdisjoint(simplified(leaf.label) for leaf in HEAD)


@given(st.integers(1, 99), st.sampled_from(["", "*", " ", "（必填）", "＊"]), st.sampled_from(["", ".", "-"]))
def test_parts_are_numbered(number, mark, between):
    names = Names(APPLICATION)
    for text in (f"所附材料{between}{number}{between}类别{mark}", f"documents.{number}.kind{mark}"):
        found = names.column(text)
        assert found is not None
        assert found.way == ("data", "documents", number, "kind")


def test_parts_without_a_number_are_the_first():
    found = Names(APPLICATION).column("申报主体主体")
    assert found is not None
    assert found.way == ("data", "applicants", 1, "party")


@given(st.text(max_size=12))
def test_no_name_of_a_column_fails(text):
    Names(APPLICATION).column(text)


# ---- what is wrong with a header ----


def test_a_misspelt_column_has_the_likeliest():
    error = refused("table_column_unknown", "主体", "类别", "统一社会信用代吗", "qwerty")
    assert "“统一社会信用代吗”（是否为“统一社会信用代码”）" in error.message
    assert "“qwerty”" in error.message


def test_a_column_twice_under_two_names():
    assert refused("table_column_twice", "类别", "kind").facts["column"] in ("类别", "kind")


def test_columns_that_every_row_needs():
    error = refused("table_column_missing", "受理机构", type_="application_submitted")
    assert "类别" in error.message
    assert "届次" in error.message
    assert "受理机构" not in error.message
    assert "申报、" not in error.message  # drawn where it is not given
    found = columns("类别", given={"代为机构": "甲"})
    assert len(found) == 1
    columns("名称", given={"类别": "组织"})
    assert "类别" in refused("table_column_missing", "名称").message


def test_columns_that_are_the_tables_own_affair():
    found = columns("序号", "类别", "#备注", "＃联系人", "问题", "问题代码", "")
    assert [column is not None for column in found] == [False, True, False, False, False, False, False]


def test_values_under_no_name():
    from ledger.paper.tables.sheet import Row

    sheet = Sheet(("类别", "", "名称"), (Row(2, ("组织", "甲", "乙")),), "xlsx")
    with pytest.raises(LedgerError) as error:
        rows.columns(sheet, Names(type_named("party_registered")), {})
    assert (error.value.code, error.value.facts) == ("table_column_unnamed", {"column": "B"})


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("application_submited", "application_submitted"),
        ("提交申请", "提交申报"),
        ("key_enrolled", None),
        ("", None),
    ],
)
def test_types_that_are_none(text, near):
    with pytest.raises(LedgerError) as error:
        type_named(text)
    assert error.value.code == "table_type_unknown"
    assert near is None or near in error.value.message


def test_types_by_their_chinese_names():
    for name in types():
        assert type_named(ACT_TYPES[name]).name == name


# ---- closed lists ----


def test_every_closed_list_can_be_read_back():
    lists = 0
    for name in types():
        for column in Names(type_named(name)).every():
            words, head = column.leaf.words, column.leaf.name if column.in_head else ""
            if not words:
                continue
            lists += 1
            assert not re.search("[a-zA-Z]", choices.shown(words, head)), words
            called = [each for names in choices.names(words, head).values() for each in names]
            assert len(called) == len(set(called)), words
            for word, names in choices.names(words, head).items():
                assert all(choices.chosen(each, words, head) == word for each in (word, *names))
    assert lists > 250


def test_a_word_that_is_none():
    assert choices.chosen("看情况", ("met", "not_met")) is None


# ---- empty tables ----


@pytest.mark.parametrize(
    "name", ["application_submitted", "call_published", "party_registered", "meeting_held"]
)
def test_an_empty_table_names_and_explains_every_column(name):
    kind = type_named(name)
    told = list(csv.reader(io.StringIO(template(kind, ".csv").decode("utf-8-sig"))))
    header, explained = told
    names = Names(kind)
    assert [names.column(each) for each in header] == list(names.every())
    assert all(explained)
    assert explained[0].startswith("说明：")
    for column, text in zip(names.every(), explained, strict=True):
        assert text.startswith("必填。") == is_required(column, kind) or column.way == ("at",)


def test_an_empty_workbook_is_empty_but_ready():
    book = xlsxfile.opened(template(APPLICATION, ".xlsx"))
    sheet = book["录入"]
    assert [cell.value for cell in sheet[1]] == [column.header for column in Names(APPLICATION).every()]
    assert sheet.max_row == 2
    assert sheet.column_dimensions["P"].number_format == "@"
    with pytest.raises(LedgerError) as error:
        xlsxfile.read(template(APPLICATION, ".xlsx"))
    assert error.value.code == "table_empty"
