"""checkpoint, witness: publishing by file, on a stick."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ledger.cli import console, options


@click.group()
def checkpoint() -> None:
    """检查点：签发、送见证、收回见证、打印。"""


@checkpoint.command("export")
@options.ledger
@click.argument("stick", type=options.FILE)
@click.option("--old", type=int, default=0, help="见证方上次签署的规模；首次为 0。")
@options.home
@options.as_json
def checkpoint_export(ledger: str, stick: Path, old: int, home: Path | None, as_json: bool) -> None:
    """把当前检查点和延续证明写到 U 盘，送见证方签署。"""
    from ledger.keeping.publishing import export

    with console.desk(ledger, home=home) as desk:
        note = export(desk, stick, old=old)
    body = {"size": note.size, "root": note.root.hex(), "stick": str(stick)}
    console.show(body, f"检查点 {note.size}:{note.root.hex()}\n已写到 {stick}", as_json=as_json)


@checkpoint.command("import")
@options.ledger
@click.argument("stick", type=options.FILE)
@options.home
@options.as_json
def checkpoint_import(ledger: str, stick: Path, home: Path | None, as_json: bool) -> None:
    """从 U 盘收回见证签名；达到锚定文件要求的即为公布。"""
    from ledger.keeping.publishing import take_back

    with console.desk(ledger, home=home) as desk:
        done = take_back(desk, stick)
    state = "已公布" if done.published else "尚未达到公布要求"
    names = "、".join(done.cosigned_by) or "无"
    text = f"检查点 {done.note.size}:{done.note.root.hex()}\n见证：{names}；{state}"
    console.show(done.json(), text, as_json=as_json)


@checkpoint.command("show")
@options.ledger
@options.home
@options.as_json
def checkpoint_show(ledger: str, home: Path | None, as_json: bool) -> None:
    """列出已保存的检查点；“规模:根摘要”可印入公告，供 verify --root 核对。"""
    from ledger.keeping.publishing import publications

    with console.desk(ledger, home=home) as desk:
        done = publications(desk)
    lines = [
        f"{each.note.size}:{each.note.root.hex()}  {'已公布' if each.published else '未公布'}  "
        f"{'、'.join(each.cosigned_by)}"
        for each in done
    ]
    console.show({"checkpoints": [each.json() for each in done]}, "\n".join(lines), as_json=as_json)


COMMANDS: list[Any] = [checkpoint]
