"""The tour: what each user of a ledger would do in its first week, done once, for real, on an embedded ledger."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ledger.acts.moments import day_of
from ledger.audit import verify
from ledger.audit.report import Report
from ledger.demo.papers import lay_out
from ledger.demo.tampering import TAMPERINGS, tamper
from ledger.desk import Desk, Outcome, system_clock
from ledger.errors import LedgerError
from ledger.keeping.founding import Founded, Plan, default_founders, found
from ledger.keeping.hand import Hand
from ledger.keeping.people import new_key
from ledger.keeping.publishing import export, take_back
from ledger.sealing.vkeys import VerifierKey
from ledger.witness import cosign, init

AUTHORITY = "演示市人民政府质量工作领导小组"
ORIGIN = "ledger.example.gov.cn/quality-award"
WITNESSES = ("oversight", "archive")
Say = Callable[[str], None]


def run(folder: Path, say: Say) -> dict[str, Any]:
    """Everything from founding to the last tampering, told line by line; gives the figures.

    LedgerError demo_place_taken if the folder holds something, demo_wrong if a step came out otherwise than told.
    """
    if folder.exists() and any(folder.iterdir()):
        raise LedgerError("demo_place_taken", path=str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    password = secrets.token_urlsafe(12)
    (folder / "password.txt").write_text(password + "\n", "utf-8", newline="\n")
    keys = _witnesses(folder, password, say)
    founded = _found(folder, keys, password, say)
    with Desk.open(str(folder / "ledger")) as desk:
        _work(desk, folder, founded, password, say)
        _publish(desk, folder, keys, password, say)
    report = _verify(folder, say)
    caught = _tamper(folder, say)
    say(f"\n演示完成。账本留在 {folder / 'ledger'}，锚文件为 {folder / 'anchor.txt'}。")
    return {
        "dir": str(folder),
        "ledger": founded.ledger.hex(),
        "size": report.json()["size"],
        "anchor": str(folder / "anchor.txt"),
        "verdicts": report.json()["verdicts"],
        "tampered": caught,
    }


def _witnesses(folder: Path, password: str, say: Say) -> dict[str, VerifierKey]:
    say("一、见证单位各在自己的机器上建立见证密钥")
    keys = {}
    for name in WITNESSES:
        keys[name] = init(folder / "witnesses" / name, f"{name}.example.gov.cn/witness", password)
        say(f"  {name}：{keys[name]}")
    return keys


def _found(folder: Path, keys: dict[str, VerifierKey], password: str, say: Say) -> Founded:
    say("\n二、两名发起人建立账本（登记与确认由不同的人承担）")
    plan = Plan(AUTHORITY, ORIGIN, default_founders(), witnesses=list(keys.items()))
    founded = found(str(folder / "ledger"), plan, folder / "keys", password)
    anchor = founded.anchor.read_bytes()
    (folder / "anchor.txt").write_bytes(anchor)
    say(f"  账本编号 {founded.ledger.hex()}")
    for founder in founded.founders:
        say(f"  发起人 {founder['person']}，岗位 {founder['post']}，密钥 {founder['key'][:16]}…")
    say("  锚文件已写到账本之外：由各见证单位留存，核验以它为准")
    return founded


def _work(desk: Desk, folder: Path, founded: Founded, password: str, say: Say) -> None:
    today = day_of(system_clock())
    registrar, head = (Hand.of(desk, Path(f["file"]), password) for f in founded.founders)
    say("\n三、登记并确认两名工作人员的密钥，授予岗位")
    hands = []
    for person, post in (("zhangwei", founded.founders[0]["post"]), ("lina2026", "office/clerk")):
        path = folder / "keys" / f"{person}.key"
        made = new_key(registrar, head, person=person, post=post, path=path, password=password, at=today)
        for kind, outcome in made.steps:
            _expect(outcome, accepted=True)
            say(f"  第 {outcome.json()['position']} 条  {kind}  {person}")
        hands.append(Hand.of(desk, path, password))
    clerk, junior = hands
    say("\n四、登记一批来文（一批要么全部入账，要么全部不入）")
    papers = lay_out(folder / "papers")
    forms: list[dict[str, Any]] = [
        {
            "type": "document_registered",
            "at": today,
            "data": {
                "date": paper.date,
                "file": {"file": str(path)},
                "how": "handed_in",
                "issuer": paper.issuer,
                "kind": "original",
                "number": paper.number,
                "received": today,
            },
        }
        for paper, path in papers
    ]
    for (paper, _), outcome in zip(papers, clerk.batch(forms), strict=True):
        _expect(outcome, accepted=True)
        say(f"  第 {outcome.json()['position']} 条  {paper.issuer}  {paper.number}")
    say("\n五、一名未授登记职责的人员试图登记来文：被拒，拒绝本身入账")
    refused = junior.act(forms[0])
    _expect(refused, accepted=False)
    body = refused.json()
    say(
        f"  第 {body['recorded_as']} 条  拒绝：{body['breaches'][0]['message']}（{body['breaches'][0]['code']}）"
    )
    say("\n六、回执：每一条都可凭回执在账本之外证明")
    for form in forms[1:3]:
        outcome = clerk.act({**form, "data": {**form["data"], "kind": "copy"}})
        _expect(outcome, accepted=True)
        body = outcome.json()
        say(
            f"  第 {body['position']} 条  回执 {len(body['receipt'])} 字节，检查点 {body['size']}:{body['root'][:16]}…"
        )


def _publish(desk: Desk, folder: Path, keys: dict[str, VerifierKey], password: str, say: Say) -> None:
    say("\n七、检查点由 U 盘送两家见证单位签署后收回，即为公布")
    note = export(desk, folder / "stick")
    for name in keys:
        done = cosign(folder / "witnesses" / name, folder / "stick", password, accept=desk.ledger_keys)
        say(f"  {name} 已签署 {done.note.size} 条")
    publication = take_back(desk, folder / "stick")
    if not publication.published:
        raise LedgerError("demo_wrong", step="公布", detail="未达到见证要求")
    say(f"  已公布，可印入公告：{note.size}:{note.root.hex()}")


def _verify(folder: Path, say: Say) -> Report:
    say("\n八、凭锚文件独立核验")
    report = verify(str(folder / "ledger"), anchors=[folder / "anchor.txt"])
    say("\n".join("  " + line for line in report.text().splitlines()))
    if set(report.json()["verdicts"].values()) != {"holds"}:
        raise LedgerError("demo_wrong", step="核验", detail="五项结论未全部成立")
    return report


def _tamper(folder: Path, say: Say) -> list[dict[str, Any]]:
    say("\n九、在副本上用与本软件无关的 sqlite3 做五种篡改，再核验")
    caught = []
    for number, how in enumerate(TAMPERINGS, 1):
        copy = tamper(folder / "ledger", folder / "tampered" / f"{number}", how)
        report = verify(
            str(copy), anchors=[folder / "anchor.txt"], checkpoints=[folder / "stick" / "cosignature.txt"]
        )
        body = report.json()
        failures = [failure for failure in body["failures"] if failure["effect"] == "fails"]
        if how.expected not in {failure["code"] for failure in failures}:
            raise LedgerError("demo_wrong", step=how.name, detail="篡改未被查出")
        say(f"  {number}．{how.name}：{how.story}")
        shown = list(dict.fromkeys(failure["message"] for failure in failures))
        for message in shown[:3]:
            say(f"     查出：{message}")
        codes = list(dict.fromkeys(failure["code"] for failure in failures))
        say(f"     代码：{'、'.join(codes)}；第一处：{body['first_bad'] or '不在单条记录上'}")
        caught.append({"name": how.name, "codes": codes, "first_bad": body["first_bad"]})
    return caught


def _expect(outcome: Outcome, *, accepted: bool) -> None:
    if outcome.accepted != accepted:
        raise LedgerError("demo_wrong", step="受理", detail=str(outcome.json()))
