"""submit, prepare, document add: handing in acts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ledger.cli import console, inputs, options, rooms
from ledger.errors import LedgerError


def finish(outcome: Any, *, as_json: bool, receipt: Path | None = None) -> None:
    """Print what the desk answered and leave with its exit code."""
    body = outcome.json()
    console.show(body, _sentence(body), as_json=as_json)
    if receipt is not None and body["outcome"] == "accepted":
        _keep(receipt, body)
    if not outcome.accepted:
        click.get_current_context().exit(1)


def _keep(receipt: Path, body: dict[str, Any]) -> None:
    """The act is on the ledger whatever becomes of the file, and its receipt can be had again."""
    try:
        inputs.new_file(receipt, body["receipt"].encode())
    except LedgerError as error:
        console.say(f"提示：行为已经受理，但回执未能另存：{error.message}")
        console.say(f"可用 prove record 账本 {body['position']} -o 文件 再取。")


def _sentence(body: dict[str, Any]) -> str:
    if body["outcome"] == "accepted":
        return f"已受理：第 {body['position']} 条，{body['recorded_at']}，行为 {body['act'][:16]}…"
    if body["outcome"] == "would_accept":
        return "核对通过：现在提交会被受理（未存入任何内容）。"
    if body["outcome"] == "undecided":
        return "未受理：本条无误，但同批其他条目被拒；改正后可重新提交。"
    head = "核对未通过（未存入任何内容）" if body["outcome"] == "would_refuse" else "未受理"
    where = f"，已记为第 {body['recorded_as']} 条" if body.get("recorded_as") else ""
    reasons = "".join(
        f"\n  {b['message']}（{b['code']}）" + (f"\n    {b['accepts']}" if b["accepts"] else "")
        for b in body["breaches"]
    )
    return f"{head}{where}：{reasons}"


@click.command()
@options.ledger
@click.argument("act", type=options.FILE, required=False)
@options.signer("key", "签署人的密钥文件。", required=False)
@click.option("--request", type=options.FILE, default=None, help="prepare 生成的待签文件。")
@click.option(
    "--signature", type=options.FILE, default=None, help="待签文件的签名（原始、DER、十六进制或 Base64）。"
)
@click.option("--check", is_flag=True, help="只核对，不存入任何内容。")
@click.option("--receipt", type=options.FILE, default=None, help="把回执另存为文件。")
@options.confirm_clock
@options.home
@options.password_file
@options.as_json
def submit(
    ledger: str,
    act: Path | None,
    key: Path | None,
    request: Path | None,
    signature: Path | None,
    check: bool,
    receipt: Path | None,
    confirm_clock: bool,
    home: Path | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """提交一项行为，或在别处签好的待签文件。

    ACT 为 JSON 文件（- 表示标准输入），与 --key 同用；待签文件用 --request 和 --signature。
    """
    from ledger.client import request as requests
    from ledger.keeping.hand import Hand

    given = [each is not None for each in (act, key, request, signature)]
    if given not in ([True, True, False, False], [False, False, True, True]):
        raise LedgerError("usage", detail="需要 ACT 和 --key，或者 --request 和 --signature")
    inputs.demand_room(receipt)
    form = inputs.read_json(act) if act is not None else None
    with rooms.desk(ledger, home=home, confirm_clock=confirm_clock) as desk:
        if act is not None and key is not None:
            hand = Hand.of(desk, key, inputs.password(password_file, whose=str(key)))
            outcome = hand.act(form, folder=act.parent, check=check)
        elif request is not None and signature is not None:
            prepared = requests.parse(inputs.read_bytes(request))
            submission = requests.attach(prepared, inputs.read_bytes(signature))
            outcome = desk.submit([submission], check=check)[0]
        finish(outcome, as_json=as_json, receipt=receipt)


@click.command()
@options.ledger
@click.argument("act", type=options.FILE)
@click.option("--person", required=True, help="签署人编号。")
@click.option("--post", default=None, help="签署人的岗位。")
@click.option("--public", type=options.FILE, required=True, help="签署人的公钥（PEM 或 DER）。")
@click.option("-o", "--output", type=options.FILE, required=True, help="待签文件。")
@options.home
@options.as_json
def prepare(
    ledger: str,
    act: Path,
    person: str,
    post: str | None,
    public: Path,
    output: Path,
    home: Path | None,
    as_json: bool,
) -> None:
    """生成待签文件，由签署人在别处（令牌、openssl）签名后再提交。

    待签文件含保密字段的原文，请按涉密材料传递。
    """
    from ledger.client import request as requests
    from ledger.client.signer import Signer, public_key
    from ledger.keeping.hand import draft

    inputs.demand_room(output)
    alg, spki = public_key(inputs.read_bytes(public))
    form = inputs.read_json(act)
    with rooms.desk(ledger, home=home) as desk:
        signer = Signer(person, post, desk.ledger, desk.origin, alg, spki)
        made = draft(desk, signer, form, folder=act.parent)
    prepared = requests.prepare(made, signer)
    inputs.new_file(output, prepared.file(), secret=True)
    lines = "\n".join(prepared.lines)
    body = {"act": made.digest.hex(), "request": str(output)}
    console.show(body, f"{lines}\n待签文件：{output}", as_json=as_json)


@click.group()
def document() -> None:
    """收文登记。"""


@document.command("add")
@options.ledger
@click.argument("file", type=options.FILE)
@click.option("--issuer", required=True, help="发文机关或出具单位。")
@click.option("--number", default=None, help="文号。")
@click.option("--date", default=None, help="文件所署日期。")
@click.option(
    "--kind",
    type=click.Choice(["original", "copy"]),
    default="copy",
    show_default=True,
    help="原件或复印件。",
)
@click.option(
    "--how", default="handed_in", show_default=True, help="收到方式代码，如 post、handed_in、email。"
)
@click.option("--received", default=None, help="收到时间；缺省为今天。")
@options.signer("by", "办公岗位人员的密钥文件。")
@options.confirm_clock
@options.home
@options.password_file
@options.as_json
def document_add(
    ledger: str,
    file: Path,
    issuer: str,
    number: str | None,
    date: str | None,
    kind: str,
    how: str,
    received: str | None,
    by: Path,
    confirm_clock: bool,
    home: Path | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """登记一份文件；行为的依据（basis）引用返回的 act。"""
    from ledger.acts.moments import day_of
    from ledger.desk import Accepted, system_clock
    from ledger.keeping.hand import Hand

    today = day_of(system_clock())
    data = {
        "date": date,
        "file": {"file": str(file.resolve())},
        "how": how,
        "issuer": issuer,
        "kind": kind,
        "number": number,
        "received": received or today,
    }
    with rooms.desk(ledger, home=home, confirm_clock=confirm_clock) as desk:
        hand = Hand.of(desk, by, inputs.password(password_file, whose=str(by)))
        draft = hand.draft({"type": "document_registered", "at": received or today, "data": data})
        outcome = desk.submit([draft.sign(hand.private)])[0]
        if not isinstance(outcome, Accepted):
            finish(outcome, as_json=as_json)
            return
        content = next(o.value for o in draft.openings if o.field == "file")[3].hex()
        body = {"act": outcome.act.hex(), "file": content, "position": outcome.position}
        text = f"已登记：第 {outcome.position} 条，行为 {outcome.act.hex()}\n文件摘要 {content}"
        console.show(body, text, as_json=as_json)


COMMANDS: list[Any] = [submit, prepare, document]
