"""regulation list, show, check: regulation files for those who read and write them. No ledger is needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ledger.cli import console, inputs, options

if TYPE_CHECKING:
    from ledger.regulations.model import Regulation


@click.group()
def regulation() -> None:
    """规定：列出、阅读、检查规定文件。"""


@regulation.command("list")
@options.as_json
def list_all(as_json: bool) -> None:
    """列出随本软件提供的规定。"""
    from ledger.regulations.packaged import NAMES, packaged_bytes

    rows = [_row(packaged_bytes(name)) for name in NAMES]
    text = "\n".join(f"{row['regulation']}  {_STATUS[row['status']]}  {row['title']}" for row in rows)
    console.show({"regulations": rows}, text, as_json=as_json)


@regulation.command("show")
@click.argument("name")
@options.as_json
def show(name: str, as_json: bool) -> None:
    """按程序先后显示一部规定，文末列出未作规定、有歧义和疏漏之处。

    NAME 为随附规定的名称（如 nantong@2023），或规定文件的路径。
    """
    from ledger.regulations.packaged import parsed
    from ledger.regulations.show import page, plain

    data = _bytes(name)
    console.show({**_row(data), "data": plain(parsed(data))}, page(parsed(data)), as_json=as_json)


@regulation.command("check")
@click.argument("files", nargs=-1, required=True, type=options.FILE)
@options.as_json
def check(files: tuple[Path, ...], as_json: bool) -> None:
    """检查规定文件，一次列出全部错误；同一规定的几个版本可一并检查施行期间是否重叠。"""
    from hashlib import sha256

    from ledger.regulations.checking.versions import overlapping
    from ledger.regulations.reading import examine

    read: list[Regulation] = []
    told: list[dict[str, Any]] = []
    for path in files:
        data = inputs.read_bytes(path)
        found, mistakes = examine(data)
        whole = found if found is not None and not mistakes else None
        read += [whole] if whole else []
        told.append(
            {
                "file": str(path),
                "regulation": whole.edition if whole else None,
                "sha256": sha256(data).hexdigest(),
                "mistakes": [mistake.facts() for mistake in mistakes],
            }
        )
    meet = [[one.edition, other.edition] for one, other in overlapping(read)]
    lines = [line for each in told for line in _checked(each)]
    lines += [f"施行期间重叠：{one} 与 {other}" for one, other in meet]
    console.show({"files": told, "overlapping": meet}, "\n".join(lines), as_json=as_json)
    if meet or any(each["mistakes"] for each in told):
        click.get_current_context().exit(3)


def _checked(each: dict[str, Any]) -> list[str]:
    if not each["mistakes"]:
        return [f"{each['file']}：未发现问题（{each['regulation']}）"]
    return [f"{each['file']}：{len(each['mistakes'])} 处错误", *(m["message"] for m in each["mistakes"])]


def _bytes(name: str) -> bytes:
    from ledger.errors import LedgerError
    from ledger.regulations.packaged import NAMES, packaged_bytes

    if name in NAMES:
        return packaged_bytes(name)
    if name != "-" and not Path(name).exists():
        raise LedgerError("regulation_unknown", name=name, known="、".join(NAMES))
    return inputs.read_bytes(Path(name))


def _row(data: bytes) -> dict[str, Any]:
    from hashlib import sha256

    from ledger.regulations.packaged import parsed

    found = parsed(data)
    return {
        "regulation": found.name,
        "edition": found.edition,
        "title": found.title,
        "status": found.status,
        "articles": found.articles,
        "sha256": sha256(data).hexdigest(),
    }


_STATUS = {"draft": "草案", "in_force": "现行", "expired": "失效"}

COMMANDS: list[Any] = [regulation]
