"""The tour: what each user of a ledger would do in its first week, done once, for real, on an embedded ledger."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any, Final

from ledger import files
from ledger.audit import verify
from ledger.audit.report import Report
from ledger.demo import office
from ledger.demo.office import Say
from ledger.demo.tampering import TAMPERINGS, tamper, tidy
from ledger.desk import Desk
from ledger.errors import LedgerError
from ledger.keeping.publishing import export, take_back
from ledger.sealing.vkeys import VerifierKey
from ledger.witness import cosign, init

WITNESSES: Final = {"oversight": "监督机关", "archive": "档案馆"}


def run(folder: Path, say: Say) -> dict[str, Any]:
    """Everything from founding to the last tampering, told line by line; gives the figures.

    LedgerError demo_place_taken if the folder holds something, demo_wrong if a step came out otherwise than told.
    """
    if folder.exists() and any(folder.iterdir()):
        raise LedgerError("demo_place_taken", path=str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    password = secrets.token_urlsafe(12)
    files.create(folder / "password.txt", f"{password}\n".encode())

    say("一、两家见证单位各在自己的机器上建立见证密钥")
    witnesses = _witnesses(folder, password, say)
    say("\n二、两名发起人建立账本：登记与确认由不同的人承担")
    founded = office.establish(folder, list(witnesses.items()), password, say)
    with Desk.open(str(folder / "ledger")) as desk:
        say("\n三、为两名工作人员登记密钥、确认密钥、授予岗位：一步一条记录")
        clerk, junior = office.take_in(desk, folder, founded, password, say)
        say("\n四、首次公布：检查点用 U 盘送两家见证单位签署，收回即为公布")
        _publish(desk, folder, password, say)
        say("\n五、收文登记：四份来文同批入账，要么全部入账，要么一份不入")
        papers = office.register(desk, clerk, folder, say)
        say("\n六、未授收文职责的人员登记来文，被拒；被拒一事同样入账")
        office.be_refused(junior, papers[0], say)
        say("\n七、再收两份复印件，送件人当场带走回执")
        handed = [office.hand_out(clerk, paper, say) for paper in papers[1:3]]
        say("\n八、再次公布；公布后的回执附见证签名，不接触账本、凭锚文件即可核对")
        _publish(desk, folder, password, say)
        for position in handed:
            office.exchange(desk, folder, position, say)
    say("\n九、凭锚文件独立核验")
    report = _verify(folder, say)
    say("\n十、另取副本，用与本软件无关的 sqlite3 程序做五种篡改，再逐一核验")
    caught = _tamper(folder, say)
    say(f"\n演示完成。账本在 {folder / 'ledger'}，锚文件为 {folder / 'anchor.txt'}，")
    say(f"密钥在 {folder / 'keys'}，口令在 {folder / 'password.txt'}，可继续试用各项命令。")
    return {
        "dir": str(folder),
        "ledger": founded.ledger.hex(),
        "size": report.json()["size"],
        "anchor": str(folder / "anchor.txt"),
        "verdicts": report.json()["verdicts"],
        "tampered": caught,
    }


def _witnesses(folder: Path, password: str, say: Say) -> dict[str, VerifierKey]:
    keys = {}
    for name, title in WITNESSES.items():
        keys[name] = init(folder / "witnesses" / name, f"{name}.example.gov.cn/witness", password)
        say(f"  {title}  {keys[name]}")
    return keys


def _publish(desk: Desk, folder: Path, password: str, say: Say) -> None:
    note = export(desk, folder / "stick")
    for name, title in WITNESSES.items():
        done = cosign(folder / "witnesses" / name, folder / "stick", password, accept=desk.ledger_keys)
        since = f"，确认延续上次所见的 {done.old} 条" if done.old else ""
        say(f"  {title}已签署前 {done.note.size} 条{since}")
    if not take_back(desk, folder / "stick").published:
        raise LedgerError("demo_wrong", step="公布", detail="未达到见证要求")
    say(f"  已公布，可印入公告：{note.size}:{note.root.hex()}")


def _verify(folder: Path, say: Say) -> Report:
    report = verify(str(folder / "ledger"), anchors=[folder / "anchor.txt"])
    tidy(folder / "ledger")
    say("\n".join(f"  {line}".rstrip() for line in report.text().splitlines()))
    if set(report.json()["verdicts"].values()) != {"holds"}:
        raise LedgerError("demo_wrong", step="核验", detail="五项结论未全部成立")
    return report


def _tamper(folder: Path, say: Say) -> list[dict[str, Any]]:
    """Each copy is verified against the anchor and the checkpoint that the witnesses have kept."""
    caught = []
    for number, how in enumerate(TAMPERINGS, 1):
        copy = tamper(folder / "ledger", folder / "tampered" / str(number), how)
        kept = folder / "stick" / "cosignature.txt"
        body = verify(str(copy), anchors=[folder / "anchor.txt"], checkpoints=[kept]).json()
        tidy(copy)
        failures = [failure for failure in body["failures"] if failure["effect"] == "fails"]
        codes = list(dict.fromkeys(failure["code"] for failure in failures))
        if how.expected not in codes:
            raise LedgerError("demo_wrong", step=how.name, detail="篡改未被查出")
        say(f"  {number}．{how.name}：{how.story}")
        _tell_findings(failures, how.expected, say)
        caught.append({"name": how.name, "codes": codes, "first_bad": body["first_bad"]})
    return caught


def _tell_findings(failures: list[dict[str, Any]], expected: str, say: Say) -> None:
    """One line a code, the telling one first. That the index differs too goes without saying here."""
    told: dict[str, str] = {}
    for failure in sorted(failures, key=lambda each: each["code"] != expected):
        where = f"第 {failure['position']} 条：" if failure["position"] else ""
        told.setdefault(failure["code"], f"     查出  {where}{failure['message']}（{failure['code']}）")
    say("\n".join(line for code, line in told.items() if code != "index_differs"))
