"""backup, restore, reindex."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ledger.cli import console, options


@click.command()
@options.ledger
@click.argument("target", type=options.FILE)
@options.home
@options.as_json
def backup(ledger: str, target: Path, home: Path | None, as_json: bool) -> None:
    """备份到新文件夹（可在使用中进行），并当即核验。

    备份含受理台密钥，请按密钥保管。
    """
    from ledger.keeping.backup import backup as make

    saved = make(ledger, target, home=home)
    console.show(
        saved.json(), f"已备份 {saved.size} 条记录到 {target}\n{saved.size}:{saved.root}", as_json=as_json
    )


@click.command()
@click.argument("source", type=options.FILE)
@options.ledger
@click.option(
    "--checkpoint", "checkpoints", type=options.FILE, multiple=True, help="见证方留存的检查点，可重复。"
)
@options.as_json
def restore(source: Path, ledger: str, checkpoints: tuple[Path, ...], as_json: bool) -> None:
    """核验备份并恢复到空位置。

    见证方留存的检查点若更新，账本可查阅、不再写入，并说明缺少哪些记录。
    """
    from ledger.keeping.backup import restore as make

    saved, newest = make(source, ledger, checkpoints=checkpoints)
    behind = newest is not None and newest.size > saved.size
    body = {**saved.json(), "newest": None if newest is None else newest.size, "writes": not behind}
    text = f"已恢复 {saved.size} 条记录。"
    if behind and newest is not None:
        text += f"\n缺少第 {saved.size + 1} 至 {newest.size} 条：账本可查阅，不再写入。"
    console.show(body, text, as_json=as_json)


@click.command()
@options.ledger
@options.as_json
def reindex(ledger: str, as_json: bool) -> None:
    """由记录重建索引、树节点和防护；记录本身不变。"""
    from ledger.store.open import open_store

    with open_store(ledger, mending=True) as store:
        head = store.reindex(console.progress("重建索引"))
    body = {"size": head.size, "root": head.root.hex()}
    console.show(body, f"索引已重建：{head.size} 条记录。", as_json=as_json)


COMMANDS: list[Any] = [backup, restore, reindex]
