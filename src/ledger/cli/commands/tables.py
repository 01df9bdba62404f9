"""enter: a table from WPS or Excel, one row an act."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from ledger.cli import console, inputs, options, rooms
from ledger.errors import LedgerError

_TOLD: Final = 20
"""How many rows are told on the screen; the copy of the table tells all."""


@click.command()
@click.argument("ledger", required=False)
@click.argument("table", type=options.FILE, required=False)
@click.option(
    "--type", "type_", default=None, help="行为类型，中文名称或代码，如 提交申报、application_submitted。"
)
@options.signer("key", "录入人的密钥文件。", required=False)
@click.option("--for", "for_", default=None, help="整表转录的是哪个机构或单位的材料（名称或编号）。")
@click.option("--basis", default=None, help="整表所依据的来文：文号或登记号，几件用顿号。")
@click.option("--at", default=None, help="整表的办理日期（材料上所署的日期）。")
@click.option("--set", "sets", multiple=True, metavar="列=内容", help="整表相同的其他列，可重复。")
@click.option("--sheet", default=None, help="工作簿有几张工作表时，录入哪一张。")
@click.option("--check", is_flag=True, help="只核对，不存入；写出带“问题”列的副本。")
@click.option("--good-rows", is_flag=True, help="录入无误的行，有问题的行写到副本。")
@click.option("--again", is_flag=True, help="与已有记录相同的，确系另一件事，照样录入。")
@click.option("--template", default=None, metavar="类型", help="写出某类行为的空表，不录入。")
@click.option("-o", "--output", type=options.FILE, default=None, help="副本或空表写到哪里。")
@options.confirm_clock
@options.home
@options.password_file
@options.as_json
def enter(
    ledger: str | None,
    table: Path | None,
    type_: str | None,
    key: Path | None,
    for_: str | None,
    basis: str | None,
    at: str | None,
    sets: tuple[str, ...],
    sheet: str | None,
    check: bool,
    good_rows: bool,
    again: bool,
    template: str | None,
    output: Path | None,
    confirm_clock: bool,
    home: Path | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """按表录入：WPS、Excel 的表格，每行一项行为，整表一批。

    要么整表录入，要么一行不入；表中已录入过的行不会重复录入。
    """
    inputs.demand_room(output)
    if template is not None:
        if ledger is not None or table is not None or output is None:
            raise LedgerError("usage", detail="--template 只与 -o 文件 同用")
        _write_template(template, output, as_json=as_json)
        return
    if ledger is None or table is None or type_ is None or key is None:
        raise LedgerError("usage", detail="需要账本、表格、--type 和 --key（或者只写 --template 和 -o）")
    if check and good_rows:
        raise LedgerError("usage", detail="--check 与 --good-rows 只能用一个")
    if output is not None and not (check or good_rows):
        raise LedgerError("usage", detail="-o 只与 --check、--good-rows 或 --template 同用")
    from ledger import files
    from ledger.keeping.hand import Hand, seen
    from ledger.paper.tables.entering import Clerk, Order, run
    from ledger.paper.tables.sheet import MOST_BYTES

    order = Order(type_, _given(for_, basis, at, sets), check, good_rows, again, sheet)
    data = files.read(table, MOST_BYTES)
    with rooms.desk(ledger, home=home, confirm_clock=confirm_clock) as desk:
        hand = Hand.of(desk, key, inputs.password(password_file, whose=str(key)))
        clerk = Clerk(hand.file.signer, hand.private, seen(desk, hand.memory))
        result = run(desk, clerk, table, data, order)
    copy = _write_copy(
        table, data, result, output, wanted=check or (good_rows and bool(result.bad)), check=check
    )
    _tell(result, copy, as_json=as_json)


def _given(for_: str | None, basis: str | None, at: str | None, sets: tuple[str, ...]) -> dict[str, str]:
    """Column → text for all rows; the head's columns under their Chinese names, which no field of data has."""
    given = {
        label: text
        for label, text in (("代为机构", for_), ("依据", basis), ("办理日期", at))
        if text is not None
    }
    for each in sets:
        name, equal, text = each.partition("=")
        if not equal or not name.strip() or not text.strip():
            raise LedgerError("usage", detail="--set 应写作 列=内容")
        given[name.strip()] = text
    return given


def _write_template(name: str, output: Path, *, as_json: bool) -> None:
    from ledger.paper.tables.entering import type_named
    from ledger.paper.tables.template import template

    kind = type_named(name)
    if output.suffix.lower() not in (".xlsx", ".csv"):
        raise LedgerError("table_kind", suffix=output.suffix or "（无）")
    inputs.new_file(output, template(kind, output.suffix.lower()))
    console.show({"type": kind.name, "template": str(output)}, f"空表：{output}", as_json=as_json)


def _write_copy(
    table: Path, data: bytes, result: Any, output: Path | None, *, wanted: bool, check: bool
) -> Path | None:
    if not wanted:
        return None
    from ledger.paper.tables import copies

    target = output or copies.name_for(table, "核对" if check else "待改")
    try:
        inputs.new_file(target, copies.copy(data, result, only_bad=not check))
    except LedgerError as error:
        if not result.stored:
            raise
        # The good rows stand whatever becomes of the file.
        console.say(f"提示：已录入，但副本未能写出：{error.message}")
        return None
    return target


def _tell(result: Any, copy: Path | None, *, as_json: bool) -> None:
    console.show(
        result.json(str(copy) if copy is not None else None), _sentence(result, copy), as_json=as_json
    )
    for note in result.notes:
        console.say(f"提示：{note}")
    if not as_json:
        for line in result.bad[:_TOLD]:
            told = line.sentence.replace("\n", "\n    ")
            console.say(f"第 {line.number} 行：{told}")
        if len(result.bad) > _TOLD:
            console.say(f"……另有 {len(result.bad) - _TOLD} 行。")
    if not result.fine:
        click.get_current_context().exit(1)


def _sentence(result: Any, copy: Path | None) -> str:
    """The result in one line or two."""
    bad, standing = len(result.bad), result.count("standing")
    told = {
        "entered": f"已录入 {result.count('entered')} 行。",
        "partly_entered": f"已录入 {result.count('entered')} 行，另有 {bad} 行有问题，未录入。",
        "nothing_new": "没有新的行需要录入。",
        "not_entered": f"未录入：{bad} 行有问题，整表一行未入。",
        "would_enter": f"核对通过：{result.count('fine')} 行可以录入（未存入任何内容）。",
        "would_not_enter": f"核对未通过：{bad} 行有问题（未存入任何内容）。",
    }[result.outcome]
    if standing:
        told += f"有 {standing} 行此前已录入，未重复录入。"
    return told + (f"\n副本：{copy}" if copy is not None else "")


COMMANDS: list[Any] = [enter]
