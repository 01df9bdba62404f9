"""Codes of tables: files that offices keep in WPS or Excel, their columns and cells."""

from __future__ import annotations

from ledger.errors.entry import Entry

_AS_TEXT = "请在 WPS 或 Excel 中选中整列，设置单元格格式为“文本”，对照原件重新输入后保存；丢失的位数无法找回，本软件不作推测。"

ENTRIES: dict[str, Entry] = {
    # ---- the file ----
    "table_kind": Entry(
        "error",
        3,
        "不能读取 {suffix} 格式的表格。",
        "Tables of the kind {suffix} cannot be read.",
        "请在 WPS 或 Excel 中另存为 .xlsx，或“CSV UTF-8”。",
    ),
    "table_unreadable": Entry(
        "error",
        3,
        "表格无法读取：{detail}。",
        "The table cannot be read: {detail}.",
        "请在 WPS 或 Excel 中打开，另存为 .xlsx 后重试。",
    ),
    "table_encoding": Entry(
        "error",
        3,
        "表格的文字编码无法辨认（第 {line} 行起）：不是 UTF-8，也不是 GB18030。",
        "The encoding of the table is not known (from line {line}): neither UTF-8 nor GB18030.",
        "请在 WPS 或 Excel 中另存为 .xlsx，或“CSV UTF-8”。",
    ),
    "table_empty": Entry(
        "error",
        3,
        "表格中没有可录入的行。",
        "The table has no rows to enter.",
        "第一行应为列名，从第二行起每行一项；可用 --template 生成空表。",
    ),
    "table_too_large": Entry(
        "error",
        3,
        "表格过大（{rows} 行），一次最多 {most} 行、500 列。",
        "The table is too large ({rows} rows), at most {most} rows and 500 columns at a time.",
        "请分成几份录入。",
    ),
    "table_sheets": Entry(
        "error",
        3,
        "工作簿中有几张有内容的工作表：{sheets}。",
        "The workbook has several sheets with content: {sheets}.",
        "请用 --sheet 指明录入哪一张。",
    ),
    "table_header_merged": Entry(
        "error",
        3,
        "第一行有合并的单元格（{range}），看不出各列的名称。",
        "Cells of the first row are merged ({range}), so that columns have no names.",
        "请删去表头上方的标题行，取消合并，使第一行每列一个列名。",
    ),
    "table_merged": Entry(
        "error",
        3,
        "表中有合并的单元格（{range}），看不出各行的内容。",
        "Cells are merged ({range}), so that rows lack their values.",
        "请取消合并，并把内容填入每一行。",
    ),
    "table_type_unknown": Entry(
        "error",
        2,
        "没有可用表格录入的行为类型“{type}”{near}。",
        "There is no type of act '{type}' that can be entered by table.",
        "各类行为的名称见 docs/acts.md。",
    ),
    # ---- columns ----
    "table_column_unknown": Entry(
        "error",
        3,
        "列名无法识别：{columns}。",
        "Columns that are not known: {columns}.",
        "请改正列名；不录入的列，请在列名前加 #。可用 --template 生成带有全部列名的空表。",
    ),
    "table_column_twice": Entry(
        "error", 3, "列“{column}”出现两次，或者与另一列同义。", "The column '{column}' stands there twice."
    ),
    "table_column_unnamed": Entry(
        "error",
        3,
        "第 {column} 列有内容而没有列名。",
        "Column {column} has values and no name.",
        "请在第一行写上列名；不录入的列，列名写 #。",
    ),
    "table_column_missing": Entry(
        "error",
        3,
        "缺少必填的列：{columns}。",
        "Columns are missing that every row needs: {columns}.",
        "请补上这些列；整表相同的，可用 --set 列名=内容。",
    ),
    # ---- cells ----
    "cell_lost_digits": Entry(
        "error",
        3,
        "“{column}”中的号码是科学记数（如 3.2E+17）或超过 15 位的数字，电子表格已经丢失了后面的位数。",
        "{column}: in scientific notation or longer than 15 digits; the spreadsheet lost digits.",
        _AS_TEXT,
    ),
    "cell_maybe_lost_digits": Entry(
        "error",
        3,
        "“{column}”中的号码超过 15 位而以 0 结尾，可能是电子表格丢失了后面的位数。",
        "{column}: the number is longer than 15 digits and ends in 0; the spreadsheet may have lost digits.",
        "请对照原件核对；号码确实如此的，请在前面加一个英文单引号（'）。",
    ),
    "cell_became_day": Entry(
        "error",
        3,
        "“{column}”应为文字，电子表格却把它变成了日期。",
        "{column} should be text and the spreadsheet turned it into a day.",
        "请把整列的单元格格式设为“文本”，重新输入后保存。",
    ),
    "cell_is_time": Entry(
        "error",
        3,
        "“{column}”中只有钟点或时长（{shown}），没有日期。",
        "{column} holds a time or a duration ({shown}) and no day.",
        "请写作 2023-05-08 09:30。",
    ),
    "cell_error": Entry(
        "error",
        3,
        "“{column}”中是公式的错误值 {shown}。",
        "{column} holds the error {shown} of a formula.",
        "请改正公式，或直接填写内容。",
    ),
    "cell_not_calculated": Entry(
        "error",
        3,
        "“{column}”中的公式（{shown}）没有保存计算结果。",
        "{column}: the formula in {shown} was saved without its value.",
        "请在 WPS 或 Excel 中打开并保存一次，或把公式改为内容。",
    ),
    "cell_name_unknown": Entry(
        "error",
        3,
        "“{column}”中的名称在账本中查不到{near}。",
        "{column}: the ledger knows nothing of that name.",
        "请核对名称，先行登记，或改填编号。",
    ),
    "cell_name_ambiguous": Entry(
        "error",
        3,
        "“{column}”中的名称对应不止一个：{ids}。",
        "{column}: the name means more than one: {ids}.",
        "请改填其中一个编号。",
    ),
    "cell_document_unknown": Entry(
        "error",
        3,
        "“{column}”中的文号没有登记过。",
        "{column}: no document is registered under that number.",
        "请先用 document add 登记该文件，或填写登记时得到的 act。",
    ),
    "row_too_long": Entry(
        "error",
        3,
        "本行在最后一列（第 {columns} 列）之后还有内容。",
        "The row goes on behind the last column ({columns}).",
        "请检查是否错列；CSV 中含有逗号的内容须加引号。",
    ),
    "row_repeated": Entry(
        "error",
        3,
        "本行与第 {first} 行完全相同。",
        "The row says the same as row {first}.",
        "请删去重复的行；确系两件事的，用 --again 录入。",
    ),
}
