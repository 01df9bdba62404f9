"""The table of rows: whole, in order, and refused at the line where it cannot be right."""

import re
from pathlib import Path

import pytest

from tests.support.feature_folders import REGULATIONS, ROOT, ROWS
from tools.bdd import rows, tags


@pytest.fixture(scope="module")
def ours() -> rows.Rows:
    return rows.load(ROOT)


def test_all_409_rows_of_the_five_regulations_stand_in_the_table(ours: rows.Rows) -> None:
    counts = {regulation.id: len(ours.of(regulation.id)) for regulation in ours.regulations}
    assert counts == {"qinhuangdao": 73, "nantong": 110, "ouhai": 66, "zhongmu": 83, "jinzhong": 77}
    for regulation in ours.regulations:
        cited = {row.article for row in ours.of(regulation.id)}
        assert cited == {str(n) for n in range(1, regulation.articles + 1)}, regulation.id
    assert [r.folder for r in ours.regulations] == ["秦皇岛", "南通", "瓯海", "中牟", "晋中"]


def test_ids_and_items_say_where_a_row_belongs(ours: rows.Rows) -> None:
    for row in ours.by_id.values():
        assert re.fullmatch(rf"[a-z]+-0?{row.article}-[0-9]{{2}}", row.row)
        assert row.item is None or re.match(r"\([一二三四五六七八九十0-9]+\)[0-9]*$", row.item)
        assert row.enforce != "none" or row.exempt is not None, "what enforces nothing says why"


def test_every_tag_can_be_a_marker_and_be_asked_for(ours: rows.Rows) -> None:
    known = tags.known(ours)
    assert {"应允许", "转录", "条-37", "行-nt-24-01", "陷阱-32"} <= known.keys()
    assert not {"条-38", "条-0", "陷阱-0"} & known.keys()
    assert all(tags.WELL_FORMED.fullmatch(tag) for tag in known)


@pytest.mark.parametrize(
    ("table", "old", "new", "line"),
    [
        ("rows", "row,regulation", "id,regulation", 1),
        ("rows", "nt-24-02,nantong", "nt-24-02,nanjing", 4),
        ("rows", "nt-24-02,", "nt-24-01,", 4),
        ("rows", "nantong,36", "nantong,38", 7),
        ("rows", "record", "keep", 6),
        ("rows", "yes", "ja", 4),
        ("rows", "没有要求", "", 7),
        ("rows", "finding,,,", "finding,,", 5),
        ("regulations", "no\nouhai", "maybe\nouhai", 2),
        ("regulations", "37", "many", 2),
    ],
)
def test_a_table_that_cannot_be_right_is_refused_at_its_line(
    tmp_path: Path, table: str, old: str, new: str, line: int
) -> None:
    texts = {"rows": ROWS, "regulations": REGULATIONS}
    assert old in texts[table]
    texts[table] = texts[table].replace(old, new, 1)
    (tmp_path / "tools").mkdir()
    for name, text in texts.items():
        (tmp_path / "tools" / f"{name}.csv").write_text(text, encoding="utf-8")
    with pytest.raises(rows.RowsError, match=rf"^{table}\.csv:{line}: "):
        rows.load(tmp_path)
