"""log, verify, prove: reading a ledger and checking it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ledger.cli import console, inputs, options, rooms


@click.command()
@options.ledger
@click.option("--case", default=None, help="只看某一事项，如 person:abcd。")
@click.option("--type", "kind", default=None, help="只看某一行为类型，如 document_registered。")
@click.option("--at", "when", default=None, help="截至：记录序号、日期或带时区的时刻。")
@click.option(
    "--key", type=options.FILE, default=None, help="查阅人的密钥文件：显示保密内容的原文，并留下查阅记录。"
)
@click.option("--purpose", default="review", show_default=True, help="查阅用途代码，与 --key 同用。")
@options.confirm_clock
@options.home
@options.password_file
@options.as_json
def log(
    ledger: str,
    case: str | None,
    kind: str | None,
    when: str | None,
    key: Path | None,
    purpose: str,
    confirm_clock: bool,
    home: Path | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """列出记录。

    不带 --key 时人员只显示编号，且不写入任何内容；带 --key 时显示原文，并先把查阅记入账本。
    """
    from ledger.cli.when import position_at
    from ledger.views import log as view

    if key is None:
        with rooms.reading(ledger) as store:
            size = store.head().size
            rows = list(view.rows(store, case=case, kind=kind, upto=position_at(when, store)))
    else:
        from ledger.keeping.hand import Hand

        with rooms.desk(ledger, home=home, confirm_clock=confirm_clock) as desk:
            hand = Hand.of(desk, key, inputs.password(password_file, whose=str(key)))
            upto = position_at(when, desk.store)
            chosen = list(view.rows(desk.store, case=case, kind=kind, upto=upto))
            reveal = desk.reveal(hand.person, chosen, case=case, purpose=purpose)
            rows = list(view.rows(desk.store, case=case, kind=kind, upto=upto, reveal=reveal))
            size = desk.store.head().size
    console.show({"size": size, "records": rows}, "\n".join(map(view.text, rows)), as_json=as_json)
    if not rows:
        console.say(f"没有符合条件的记录（账本共 {size} 条）。")


@click.command()
@options.ledger
@click.option("--anchor", "anchors", type=options.FILE, multiple=True, help="账本之外取得的锚文件，可重复。")
@click.option(
    "--checkpoint", "checkpoints", type=options.FILE, multiple=True, help="另行保存的检查点，可重复。"
)
@click.option("--root", "roots", multiple=True, help="公告上印的 规模:根摘要，可重复。")
@click.option("--as-of", default=None, help="核验所依据的时刻；缺省为现在。")
@click.option("--jobs", type=int, default=None, help="并行进程数；缺省为处理器个数。")
@click.option("--save", type=options.FILE, default=None, help="保存本次核验到达的状态。")
@click.option("--since", type=options.FILE, default=None, help="从上次保存的状态继续。")
@click.option("--predecessor", default=None, help="前一账本的文件夹。")
@click.option("--accept-undecided", is_flag=True, help="有未能判定项但无不成立项时，退出码为 0。")
@options.home
@options.as_json
def verify(
    ledger: str,
    anchors: tuple[Path, ...],
    checkpoints: tuple[Path, ...],
    roots: tuple[str, ...],
    as_of: str | None,
    jobs: int | None,
    save: Path | None,
    since: Path | None,
    predecessor: str | None,
    accept_undecided: bool,
    home: Path | None,
    as_json: bool,
) -> None:
    """独立核验：完整性、真实性、无缺漏、时间、权限与程序五项结论。"""
    from ledger.audit import verify as walk
    from ledger.cli.when import instant

    report = walk(
        ledger,
        anchors=anchors,
        checkpoints=checkpoints,
        roots=roots,
        as_of=None if as_of is None else instant(as_of),
        jobs=jobs,
        save=save,
        since=since,
        predecessor=predecessor,
        home=home,
        progress=console.progress("核验"),
    )
    console.show(report.json(), report.text(), as_json=as_json)
    if not report.passes(accept_undecided=accept_undecided):
        click.get_current_context().exit(1)


@click.command()
@options.ledger
@click.option("--anchor", "anchors", type=options.FILE, multiple=True, help="账本之外取得的锚文件，可重复。")
@click.option(
    "--checkpoint", "checkpoints", type=options.FILE, multiple=True, help="另行保存的检查点，可重复。"
)
@click.option("--root", "roots", multiple=True, help="公告上印的 规模:根摘要，可重复。")
@click.option("--as-of", default=None, help="评判所依据的时刻，逾期按此计算；缺省为现在。")
@click.option("--jobs", type=int, default=None, help="并行进程数；缺省为处理器个数。")
@click.option("--accept-undecided", is_flag=True, help="有未能判定项但无不成立项时，退出码为 0。")
@options.home
@options.as_json
def audit(
    ledger: str,
    anchors: tuple[Path, ...],
    checkpoints: tuple[Path, ...],
    roots: tuple[str, ...],
    as_of: str | None,
    jobs: int | None,
    accept_undecided: bool,
    home: Path | None,
    as_json: bool,
) -> None:
    """审计：先独立核验，再按入账顺序把全部行为和拒绝重新评判一遍，逐项列出问题。"""
    from ledger.audit import audit as judge_again
    from ledger.cli.when import instant

    found = judge_again(
        ledger,
        anchors=anchors,
        checkpoints=checkpoints,
        roots=roots,
        as_of=None if as_of is None else instant(as_of),
        jobs=jobs,
        home=home,
        progress=console.progress("审计"),
    )
    console.show(found.json(), found.text(), as_json=as_json)
    if not found.passes(accept_undecided=accept_undecided):
        click.get_current_context().exit(1)


@click.group()
def prove() -> None:
    """证明：某条记录在账本中，或一个检查点是另一个的延续。"""


@prove.command("record")
@options.ledger
@click.argument("position", type=int)
@click.option("-o", "--output", type=options.FILE, default=None, help="把回执另存为文件。")
@options.home
@options.as_json
def prove_record(ledger: str, position: int, output: Path | None, home: Path | None, as_json: bool) -> None:
    """生成某条记录的回执（tlog-proof）。

    已有公布的检查点覆盖该条时，回执附见证签名；否则只有账本自己的签名。
    """
    from ledger.keeping.publishing import receipt as receipt_of

    inputs.demand_room(output)
    with rooms.desk(ledger, home=home) as desk:
        receipt = receipt_of(desk, position)
    if output is not None:
        inputs.new_file(output, receipt.encode())
    console.show({"position": position, "receipt": receipt}, receipt.rstrip("\n"), as_json=as_json)


@prove.command("check")
@click.argument("receipt", type=options.FILE)
@click.option("--anchor", type=options.FILE, required=True, help="账本之外取得的锚文件。")
@options.as_json
def prove_check(receipt: Path, anchor: Path, as_json: bool) -> None:
    """不接触账本，核对一份回执。"""
    from hashlib import sha256

    from ledger.sealing import anchor as anchors
    from ledger.sealing import receipts
    from ledger.sealing.record import unpack

    known = anchors.parse(inputs.read_bytes(anchor))
    proven = receipts.verify(inputs.read_bytes(receipt), known.keys)
    published = known.publishes(proven.opened.cosignatures)
    body = {
        "position": proven.position,
        "size": proven.size,
        "root": proven.root.hex(),
        "act": sha256(unpack(proven.record).act).hexdigest(),
        "published": published,
    }
    weight = "该检查点已公布。" if published else "该检查点尚未公布，对账本保管方自身不构成证明。"
    console.show(body, f"回执成立：第 {proven.position} 条（共 {proven.size} 条）。{weight}", as_json=as_json)


@prove.command("dsse")
@options.ledger
@click.argument("position", type=int)
@click.option("-o", "--output", type=options.FILE, default=None, help="另存为文件。")
@options.as_json
def prove_dsse(ledger: str, position: int, output: Path | None, as_json: bool) -> None:
    """把某条记录中的行为导出为 DSSE 信封，供其他软件核对签名。"""
    import json

    from ledger.sealing.dsse import export
    from ledger.views.keys import algorithm_of

    inputs.demand_room(output)
    with rooms.reading(ledger) as store:
        record = store.record(position)
        text = export(record, algorithm_of(store, record))
    if output is not None:
        inputs.new_file(output, text.encode())
    console.show({"position": position, "envelope": json.loads(text)}, text.rstrip("\n"), as_json=as_json)


@prove.command("consistency")
@options.ledger
@click.argument("old", type=int)
@click.argument("new", type=int)
@options.as_json
def prove_consistency(ledger: str, old: int, new: int, as_json: bool) -> None:
    """证明前 NEW 条记录是前 OLD 条的延续。"""
    from ledger.errors import LedgerError
    from ledger.sealing.proofs import consistency, root_at

    with rooms.reading(ledger) as store:
        size = store.head().size
        if not 0 < old <= new <= size:
            raise LedgerError("usage", detail=f"应有 0 < OLD ≤ NEW ≤ {size}")
        body: dict[str, Any] = {
            "old": {"size": old, "root": root_at(old, store.node).hex()},
            "new": {"size": new, "root": root_at(new, store.node).hex()},
            "proof": [each.hex() for each in consistency(old, new, store.node)] if old < new else [],
        }
    lines = [
        f"{name} {each['size']}:{each['root']}" for name, each in (("前", body["old"]), ("后", body["new"]))
    ]
    console.show(body, "\n".join([*lines, *body["proof"]]), as_json=as_json)


COMMANDS: list[Any] = [log, verify, audit, prove]
