"""What the office does in the demonstration: it founds a ledger, takes in two colleagues, registers papers, is
refused once, and hands out receipts. Every step goes through the same doors as the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from ledger.acts.moments import day_of
from ledger.demo.papers import Received, lay_out
from ledger.desk import Desk, Outcome
from ledger.errors import LedgerError
from ledger.errors.names import ACT_TYPES
from ledger.keeping.founding import OVERSIGHT, REGISTRAR, Founded, Plan, found, fresh_id
from ledger.keeping.hand import Hand
from ledger.keeping.people import new_key
from ledger.keeping.publishing import receipt
from ledger.sealing import anchor, receipts
from ledger.sealing.vkeys import VerifierKey

AUTHORITY: Final = "演示市人民政府质量工作领导小组"
ORIGIN: Final = "ledger.example.gov.cn/quality-award"
JUNIOR: Final = "office/clerk"
Say = Callable[[str], None]


def establish(folder: Path, witnesses: Sequence[tuple[str, VerifierKey]], password: str, say: Say) -> Founded:
    """Two founders, and the anchor put where the ledger's keepers cannot change it."""
    founders = [(fresh_id(), REGISTRAR), (fresh_id(), OVERSIGHT)]
    plan = Plan(AUTHORITY, ORIGIN, founders, witnesses=witnesses)
    founded = found(str(folder / "ledger"), plan, folder / "keys", password)
    (folder / "anchor.txt").write_bytes(founded.anchor.read_bytes())
    say(f"  机关 {AUTHORITY}")
    say(f"  账本编号 {founded.ledger.hex()}")
    for founder in founded.founders:
        say(f"  发起人 {founder['person']}，岗位 {founder['post']}，密钥 {founder['key'][:16]}…")
    say("  锚文件已放到账本之外，由见证单位各存一份；核验以它为准，不看账本自带的")
    return founded


def take_in(desk: Desk, folder: Path, founded: Founded, password: str, say: Say) -> tuple[Hand, Hand]:
    """Keys and posts for two colleagues: one who registers papers, one who may not."""
    registrar, head = (Hand.of(desk, Path(each["file"]), password) for each in founded.founders)
    today = day_of(desk.clock())
    hands = []
    for post in (REGISTRAR, JUNIOR):
        person = fresh_id()
        path = folder / "keys" / f"{person}.key"
        made = new_key(registrar, head, person=person, post=post, path=path, password=password, at=today)
        for kind, outcome in made.steps:
            post_given = f"，岗位 {post}" if kind == "post_assigned" else ""
            say(f"  第 {accepted(outcome, '授岗')} 条  {ACT_TYPES[kind]}  {person}{post_given}")
        hands.append(Hand.of(desk, path, password))
    return hands[0], hands[1]


def register(desk: Desk, clerk: Hand, folder: Path, say: Say) -> list[Received]:
    """All papers of the day as one batch."""
    received = lay_out(folder / "papers", day_of(desk.clock()))
    outcomes = clerk.batch([each.form for each in received])
    for each, outcome in zip(received, outcomes, strict=True):
        say(
            f"  第 {accepted(outcome, '收文')} 条  {each.paper.issuer}  {each.number}  《{each.paper.title}》"
        )
    return received


def be_refused(junior: Hand, paper: Received, say: Say) -> None:
    """Somebody without the duty tries to register a paper; the attempt itself becomes a record."""
    outcome = junior.act(paper.form)
    if outcome.accepted:
        raise LedgerError("demo_wrong", step="拒绝", detail="越权的登记竟被受理")
    body = outcome.json()
    for breach in body["breaches"]:
        say(f"  第 {body['recorded_as']} 条  {breach['message']}（{breach['code']}）")
        say(f"  {breach['accepts']}")


def hand_out(clerk: Hand, paper: Received, say: Say) -> int:
    """One more paper, a copy this time, and what its bringer takes home; gives the record's position."""
    form = {**paper.form, "data": {**paper.form["data"], "kind": "copy"}}
    outcome = clerk.act(form)
    position = accepted(outcome, "回执")
    length = len(outcome.json()["receipt"])
    say(f"  第 {position} 条  《{paper.paper.title}》复印件，回执 {length} 字节")
    return position


def exchange(desk: Desk, folder: Path, position: int, say: Say) -> None:
    """A receipt under the published checkpoint, checked with nothing at hand but the anchor."""
    known = anchor.parse((folder / "anchor.txt").read_bytes())
    proven = receipts.verify(receipt(desk, position).encode(), known.keys)
    if not known.publishes(proven.opened.cosignatures):
        raise LedgerError("demo_wrong", step="回执", detail="公布后的回执没有见证签名")
    say(f"  核对成立：第 {proven.position} 条在前 {proven.size} 条之中，见证单位均已签署")


def accepted(outcome: Outcome, step: str) -> int:
    """The position of an act that was accepted; LedgerError demo_wrong if it was not."""
    body = outcome.json()
    if not outcome.accepted:
        reasons = "；".join(breach["message"] for breach in body["breaches"])
        raise LedgerError("demo_wrong", step=step, detail=reasons)
    return int(body["position"])
