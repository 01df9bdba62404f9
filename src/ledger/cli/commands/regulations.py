"""regulation and calendar: the texts by which is judged, for those who read and write them, and their adoption."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ledger.cli import console, inputs, options, rooms

if TYPE_CHECKING:
    from ledger.regulations.model import Regulation


@click.group()
def regulation() -> None:
    """规定：列出、阅读、检查、采用规定文件。"""


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


@regulation.command("adopt")
@options.ledger
@click.argument("name")
@click.option("--from", "from_", default=None, help="施行日期（草案则为试行日期）。")
@click.option("--to", default=None, help="失效日期。")
@click.option("--issuer", default=None, help="发布机关；缺省为账本的主管机关。")
@options.signer("by", "承担受理职责的岗位人员的密钥文件。")
@options.confirm_clock
@options.home
@options.password_file
@options.as_json
def adopt(
    ledger: str,
    name: str,
    from_: str | None,
    to: str | None,
    issuer: str | None,
    by: Path,
    confirm_clock: bool,
    home: Path | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """采用一部规定：规定文件全文存入账本，并按其摘要采用。

    NAME 为随附规定的名称（如 nantong@2023），或规定文件的路径。
    """
    from ledger.cli.commands.acting import finish
    from ledger.keeping import adopting
    from ledger.keeping.hand import Hand

    data = _bytes(name)
    with rooms.desk(ledger, home=home, confirm_clock=confirm_clock) as desk:
        hand = Hand.of(desk, by, inputs.password(password_file, whose=str(by)))
        outcomes = adopting.regulation(hand, data, from_=from_, to=to, issuer=issuer)
        finish(_telling(outcomes), as_json=as_json)


def _telling(outcomes: list[Any]) -> Any:
    """Of a batch the first that was refused, else the last: the adoption itself."""
    return next((o for o in outcomes if not o.accepted and o.json()["breaches"]), outcomes[-1])


@click.group()
def calendar() -> None:
    """工作日历：列出随附的各年日历，存入账本并采用。"""


@calendar.command("list")
@options.as_json
def list_calendars(as_json: bool) -> None:
    """列出随本软件提供的工作日历。"""
    from ledger.calendars import published
    from ledger.calendars.reading import read

    rows: list[dict[str, Any]] = []
    for id_ in published.ids():
        edition = read(published.data(id_))
        notices = [{"issued": n.issued.isoformat(), "number": n.number or None} for n in edition.notices]
        rows.append({"edition": id_, "year": edition.year, "notices": notices})
    lines = [
        f"{row['edition']}  "
        + "；".join(f"{n['issued']} {n['number'] or '文号不详'}" for n in row["notices"])
        for row in rows
    ]
    console.show({"calendars": rows}, "\n".join(lines), as_json=as_json)


@calendar.command("adopt")
@options.ledger
@click.option("--from", "first", type=int, required=True, help="起始年份。")
@click.option("--to", "last", type=int, default=None, help="截止年份；缺省为同一年。")
@click.option("--file", "file", type=options.FILE, default=None, help="另行编制的日历文件，只采用这一份。")
@options.signer("by", "承担受理职责的岗位人员的密钥文件。")
@options.confirm_clock
@options.home
@options.password_file
@options.as_json
def adopt_calendars(
    ledger: str,
    first: int,
    last: int | None,
    file: Path | None,
    by: Path,
    confirm_clock: bool,
    home: Path | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """采用工作日历：账本尚未采用的各年日历全文存入，并按其摘要采用。"""
    from ledger.keeping import adopting
    from ledger.keeping.hand import Hand

    with rooms.desk(ledger, home=home, confirm_clock=confirm_clock) as desk:
        hand = Hand.of(desk, by, inputs.password(password_file, whose=str(by)))
        texts = (
            [inputs.read_bytes(file)] if file is not None else adopting.lacking(desk, first, last or first)
        )
        told = [_telling(adopting.calendar(hand, data)) for data in texts]
    bodies = [outcome.json() for outcome in told]
    text = "\n".join(_line(body) for body in bodies) or "没有需要采用的日历。"
    console.show({"calendars": bodies}, text, as_json=as_json)
    if not all(outcome.accepted for outcome in told):
        click.get_current_context().exit(1)


def _line(body: dict[str, Any]) -> str:
    if body["outcome"] == "accepted":
        return f"已采用：第 {body['position']} 条"
    return "未采用：" + "；".join(breach["message"] for breach in body["breaches"])


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

COMMANDS: list[Any] = [regulation, calendar]
