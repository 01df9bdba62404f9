"""checkpoint, witness: publishing by file, on a stick."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ledger.cli import console, inputs, options, rooms


@click.group()
def checkpoint() -> None:
    """检查点：签发、送见证、收回见证、列出。"""


@checkpoint.command("export")
@options.ledger
@click.argument("stick", type=options.FILE)
@click.option("--since", "sizes", type=int, multiple=True, help="见证方上次签署的规模；账本已存的无须写。")
@options.home
@options.as_json
def checkpoint_export(
    ledger: str, stick: Path, sizes: tuple[int, ...], home: Path | None, as_json: bool
) -> None:
    """把当前检查点和延续证明写到 U 盘，送见证方签署。"""
    from ledger.keeping.publishing import export

    with rooms.desk(ledger, home=home) as desk:
        note = export(desk, stick, sizes=sizes)
    body = {"size": note.size, "root": note.root.hex(), "stick": str(stick)}
    console.show(body, f"检查点 {note.size}:{note.root.hex()}\n已写到 {stick}", as_json=as_json)


@checkpoint.command("import")
@options.ledger
@click.argument("stick", type=options.FILE)
@options.home
@options.as_json
def checkpoint_import(ledger: str, stick: Path, home: Path | None, as_json: bool) -> None:
    """从 U 盘收回见证签名；达到锚文件要求的即为公布。"""
    from ledger.keeping.publishing import take_back

    with rooms.desk(ledger, home=home) as desk:
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

    with rooms.desk(ledger, home=home) as desk:
        done = publications(desk)
    lines = [
        f"{each.note.size}:{each.note.root.hex()}  {'已公布' if each.published else '未公布'}  "
        f"{'、'.join(each.cosigned_by)}"
        for each in done
    ]
    console.show({"checkpoints": [each.json() for each in done]}, "\n".join(lines), as_json=as_json)


@click.group()
def witness() -> None:
    """见证：在账本之外的机器上，用 U 盘收送检查点。"""


@witness.command("init")
@click.argument("folder", type=options.FILE)
@click.option("--name", required=True, help="见证方名称，如 audit.example.gov.cn/witness。")
@options.password_file
@options.as_json
def witness_init(folder: Path, name: str, password_file: Path | None, as_json: bool) -> None:
    """建立见证方自己的文件夹和密钥，输出公钥（vkey）。"""
    from ledger.witness import init

    vkey = init(folder, name, inputs.new_password(password_file, whose=str(folder)))
    text = f"见证公钥：{vkey}\n请交给账本保管方写入锚文件。"
    console.show({"name": name, "vkey": str(vkey), "folder": str(folder)}, text, as_json=as_json)


@witness.command("cosign")
@click.argument("folder", type=options.FILE)
@click.argument("stick", type=options.FILE)
@click.option("--accept", multiple=True, help="首次见证某账本时，从别处得知的账本公钥（vkey），可重复。")
@click.option("--anchor", type=options.FILE, default=None, help="首次见证某账本时，从别处取得的锚文件。")
@options.password_file
@options.as_json
def witness_cosign(
    folder: Path,
    stick: Path,
    accept: tuple[str, ...],
    anchor: Path | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """核对 U 盘上的检查点是否延续上次所见，然后签署并写回 U 盘。"""
    from ledger.acts.moments import instant_text
    from ledger.sealing.anchor import parse
    from ledger.sealing.vkeys import VerifierKey
    from ledger.witness import cosign

    keys = [VerifierKey.parse(text) for text in accept]
    if anchor is not None:
        keys += parse(inputs.read_bytes(anchor)).logs
    done = cosign(folder, stick, inputs.password(password_file, whose=str(folder)), accept=keys)
    at = instant_text(done.seconds * 1_000_000)
    body = {
        "size": done.note.size,
        "root": done.note.root.hex(),
        "since": done.old,
        "at": at,
        "witness": str(done.witness),
        "file": str(done.path),
    }
    text = f"已签署 {done.note.size}:{done.note.root.hex()}\n时间 {at}，延续上次所见的 {done.old} 条"
    console.show(body, text, as_json=as_json)


@witness.command("show")
@click.argument("folder", type=options.FILE)
@options.as_json
def witness_show(folder: Path, as_json: bool) -> None:
    """列出见证方记得的各账本最新检查点（可另存，供恢复和核验时使用）。"""
    from ledger.witness import remembered

    ledgers = remembered(folder).ledgers
    rows = [
        {"origin": origin, "size": each.note.size, "root": each.note.root.hex(), "note": each.note.text}
        for origin, each in sorted(ledgers.items())
    ]
    lines = [f"{row['origin']}  {row['size']}:{row['root']}" for row in rows]
    console.show({"ledgers": rows}, "\n".join(lines), as_json=as_json)


@witness.command("check-fork")
@click.argument("proof", type=options.FILE)
@click.option("--vkey", "keys", multiple=True, required=True, help="账本公钥（vkey），可重复。")
@options.as_json
def witness_check_fork(proof: Path, keys: tuple[str, ...], as_json: bool) -> None:
    """第三人核对分叉证明：同一账本签发了互相矛盾的两个检查点。"""
    from ledger.files import read
    from ledger.sealing.vkeys import VerifierKey
    from ledger.witness.fork import check_fork

    found = check_fork(read(proof, 1024 * 1024), [VerifierKey.parse(text) for text in keys])
    body = {
        "origin": found.first.origin,
        "first": {"size": found.first.size, "root": found.first.root.hex()},
        "second": {"size": found.second.size, "root": found.second.root.hex()},
    }
    text = f"证明成立：{found.first.origin} 签发了互相矛盾的检查点（{found.first.size} 与 {found.second.size}）。"
    console.show(body, text, as_json=as_json)


COMMANDS: list[Any] = [checkpoint, witness]
