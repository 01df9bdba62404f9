"""An empty table for a type of act: its columns under their Chinese names, and a second row that explains them."""

from __future__ import annotations

import io
from typing import Final

from ledger.acts.registry import ActType
from ledger.client.expected import expectation
from ledger.paper.tables import choices, csvfile
from ledger.paper.tables.columns import Column, Leaf, Names, is_required
from ledger.paper.tables.sheet import EXPLAINS

_HEAD: Final = {
    "at": "材料上所署的日期；本人当场办理的可不填",
    "for": "转录他人材料时，填该机构、单位的名称或编号；整表相同的可用 --for",
    "basis": "登记过的来文文号或登记号；整表相同的可用 --basis",
    "acknowledges": "核对后须知悉的问题代码，几个之间用顿号",
    "late": "迟交的原因",
    "mode": "不填时：有代为机构的为转录，其余为本人办理",
}
_WHAT: Final = {
    "application id": "申报编号、文件编号，或申报主体的名称",
    "body": "机构的名称或编号",
    "code": "名称（按办法或术语表）或代码",
    "commitment": "文字（入账只有摘要）；文件写作“文件：路径”",
    "day": "日期，如 2023-05-08",
    "decimal": "数字",
    "moment": "日期或时间，如 2023-05-08 或 2023-05-08 09:30",
    "non-empty text": "文字",
    "party id": "单位的名称、统一社会信用代码或编号",
    "text": "文字",
    "true or false": "是、否",
}
_WIDTH: Final = 18


def explained(column: Column, kind: ActType) -> str:
    """What the second row says of a column."""
    leaf = column.leaf
    if column.in_head:
        words = f"：{choices.shown(leaf.words, leaf.name)}" if leaf.words else ""
        return _HEAD[leaf.name] + words
    told = _what(leaf)
    if leaf.many:
        told += "；几项用分号隔开" if leaf.kind in ("text", "non-empty text") else "；几项用顿号隔开"
    if len(column.way) > 2:
        told += "；更多的项把列名中的 1 改为 2、3"
    return ("必填。" if is_required(column, kind) else "") + told


def _what(leaf: Leaf) -> str:
    if leaf.words:
        return choices.shown(leaf.words)
    if leaf.kind.startswith("pairs of"):
        return "写作 名称=值；名称=值"
    if leaf.name == "file":
        return "文件的路径（从表格所在文件夹算起）"
    return _WHAT.get(leaf.kind) or expectation(leaf.kind)


def template(kind: ActType, suffix: str) -> bytes:
    """The file, CSV or XLSX by its ending."""
    columns = list(Names(kind).every())
    header = [column.header for column in columns]
    told = [explained(column, kind) for column in columns]
    told[0] = EXPLAINS + "本行供参考，录入时略过。" + told[0]
    if suffix == ".csv":
        return csvfile.written([header, told], "utf-8", ",")
    return _workbook(columns, header, told, kind)


def _workbook(columns: list[Column], header: list[str], told: list[str], kind: ActType) -> bytes:
    import openpyxl
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "录入"
    sheet.append(header)
    sheet.append(told)
    for at, column in enumerate(columns, 1):
        top = sheet.cell(1, at)
        top.font = Font(bold=is_required(column, kind))
        below = sheet.cell(2, at)
        below.font, below.alignment = (
            Font(italic=True, color="808080"),
            Alignment(wrap_text=True, vertical="top"),
        )
        whole = sheet.column_dimensions[get_column_letter(at)]
        whole.width = _WIDTH
        # Text: a number typed there keeps all its digits, a code is not taken for a day.
        whole.number_format = "yyyy-mm-dd" if column.leaf.kind == "day" else "@"
    sheet.freeze_panes = "A3"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
