"""new: found a ledger. migrate: make or mend the roles of one in a database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ledger.cli import console, inputs, options
from ledger.errors import LedgerError


@click.command()
@options.ledger
@click.option("--authority", required=True, help="设立账本的机关名称。")
@click.option("--origin", required=True, help="账本名称，小写，形如 ledger.example.gov.cn/quality。")
@click.option("--keys", type=options.FILE, required=True, help="存放发起人密钥文件的文件夹。")
@click.option(
    "--kind",
    type=click.Choice(["live", "imported", "rehearsal"]),
    default="live",
    show_default=True,
    help="正式、由他处导入或演练。",
)
@click.option("--founder", "founders", multiple=True, help="人员编号:岗位，可重复；缺省为两名发起人。")
@click.option("--duty", "duties", multiple=True, help="职责=岗位[,岗位…]，可重复；缺省按发起人岗位分配。")
@click.option("--recovery", type=int, default=None, help="恢复密钥时所需的份数；缺省为过半数。")
@click.option("--witness", "witnesses", multiple=True, help="名称=见证公钥（vkey），可重复。")
@click.option("--quorum", default=None, help="需要几个见证方：all、any 或数字；缺省为 all。")
@click.option("--witness-due", default="2d", show_default=True, help="检查点应在多久内取得见证，如 12h、2d。")
@click.option("--tolerance", default="15m", show_default=True, help="签署与受理时间的允许偏差，如 15m。")
@options.home
@options.password_file
@options.as_json
def new(
    ledger: str,
    authority: str,
    origin: str,
    keys: Path,
    kind: str,
    founders: tuple[str, ...],
    duties: tuple[str, ...],
    recovery: int | None,
    witnesses: tuple[str, ...],
    quorum: str | None,
    witness_due: str,
    tolerance: str,
    home: Path | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """建立账本：生成发起人密钥、恢复密钥纸页、账本自身密钥和锚文件。"""
    from ledger.keeping.founding import Plan, default_founders, found
    from ledger.sealing.vkeys import VerifierKey

    if not authority.strip():  # what a script's unset variable leaves
        raise LedgerError("plan_unreadable", text="--authority", detail="没有写明机关名称")
    if quorum is not None and not witnesses:
        raise LedgerError("plan_unreadable", text=quorum[:60], detail="没有用 --witness 列出见证方")
    plan = Plan(
        authority=authority,
        origin=origin,
        founders=[_founder(text) for text in founders] or default_founders(),
        kind=kind,
        duties=dict(_duty(text) for text in duties),
        recovery=recovery,
        witnesses=[(name, VerifierKey.parse(text)) for name, text in map(_named, witnesses)],
        quorum=quorum or "all",
        tolerance=_span(tolerance),
        witness_due=_span(witness_due),
    )
    founded = found(ledger, plan, keys, inputs.new_password(password_file, whose="发起人密钥"), home=home)
    lines = [f"账本已建立：{founded.ledger.hex()}", f"名称：{founded.origin}", f"记录：{founded.size} 条"]
    lines += [f"发起人 {f['person']}（{f['post']}）：{f['file']}" for f in founded.founders]
    lines.append(f"锚文件：{founded.anchor}（请在账本之外公布、留存）")
    console.show(founded.json(), "\n".join(lines), as_json=as_json)


@click.command()
@options.ledger
@options.as_json
def migrate(ledger: str, as_json: bool) -> None:
    """为数据库中的账本补建表、防护和角色（需所有者权限）。"""
    from ledger.store.open import migrate_store

    migrate_store(ledger)
    console.show({"migrated": True}, "数据库角色和防护已就绪。", as_json=as_json)


def _founder(text: str) -> tuple[str, str]:
    person, colon, post = text.partition(":")
    if not colon or not person or not post:
        raise LedgerError("founder_unreadable", text=text[:60])
    return person, post


def _named(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise LedgerError("plan_unreadable", text=text[:60], detail="应写作 名称=内容")
    return name, value


def _duty(text: str) -> tuple[str, list[str]]:
    from ledger.acts.life import DUTIES

    duty, posts = _named(text)
    if duty not in DUTIES:
        raise LedgerError("plan_unreadable", text=text, detail="职责应为 " + "、".join(DUTIES))
    return duty, posts.split(",")


def _span(text: str) -> int:
    units = {"s": 1, "m": 60, "h": 3600, "d": 86400}
    number = text[:-1]
    if not (number.isascii() and number.isdigit() and len(number) <= 9) or text[-1] not in units:
        raise LedgerError("plan_unreadable", text=text[:60], detail="应写作数字加 s、m、h 或 d，如 15m、2d")
    return int(number) * units[text[-1]] * 1_000_000


COMMANDS: list[Any] = [new, migrate]
