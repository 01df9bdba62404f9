"""import: a whole trail from elsewhere, into a ledger made for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ledger.cli import console, inputs, options, rooms
from ledger.errors import LedgerError


@click.command("import")
@options.ledger
@click.argument("trail", type=options.FILE)
@click.option("--keys", type=options.FILE, required=True, help="建立账本时存放发起人密钥的文件夹。")
@options.home
@options.password_file
@options.as_json
def import_(
    ledger: str, trail: Path, keys: Path, home: Path | None, password_file: Path | None, as_json: bool
) -> None:
    """导入：把他处的整份过程记录（每行一个 JSON）转录到新建的导入类账本。

    要么全部导入，要么一行不入；有违规定之处由导入人知悉后照录，再用 audit 查看。
    """
    from ledger import files
    from ledger.paper import importing
    from ledger.paper.trail import MOST

    data = files.read(trail, MOST)
    with rooms.desk(ledger, home=home, confirm_clock=True) as desk:
        password = inputs.password(password_file, whose=str(keys))
        importer = importing.Importer.from_folder(desk, keys, password)
        try:
            made = importing.run(desk, importer, trail, data, console.progress("导入"))
        except importing.NotImported as error:
            _tell(error, as_json=as_json)
            return
    text = f"已导入：账本共 {made.records} 条，其中 {made.acknowledged} 条带有已知悉的问题。"
    console.show(made.json(), text, as_json=as_json)


def _tell(error: Any, *, as_json: bool) -> None:
    first = error.wrong[0]
    told = LedgerError("trail_not_imported", count=len(error.wrong), line=first.line, detail=first.message)
    if as_json:
        console.show({"errors": [each.json() for each in error.wrong]}, "", as_json=True)
    else:
        console.show_error(told, as_json=False)
        for each in error.wrong[1:50]:
            console.say(f"第 {each.line} 行：{each.message}（{each.code}）")
    click.get_current_context().exit(3)


COMMANDS: list[Any] = [import_]
