"""The papers of the demonstration: a few plain files as an office would receive them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple


class Paper(NamedTuple):
    """A paper as it comes in; `age` is how many days ago it was signed, `series` what its number begins with."""

    title: str
    issuer: str
    series: str
    serial: int
    age: int
    text: str


PAPERS: Final = (
    Paper("资金安排", "市财政局", "财行", 31, 40, "奖励资金安排的复函（演示）"),
    Paper("征集通知", "市市场监督管理局", "市监通", 12, 33, "关于开展本届申报工作的通知（演示）"),
    Paper("推荐函", "某区人民政府", "区政函", 7, 5, "推荐单位名单（演示）"),
    Paper("收件清单", "评审办公室", "收字", 1, 1, "申报材料收件清单（演示）"),
)


class Received(NamedTuple):
    """A paper in the office's folder, and the form under which it is registered."""

    paper: Paper
    number: str
    form: dict[str, Any]


def lay_out(folder: Path, today: str) -> list[Received]:
    """Write the papers into a folder, dated so that each was signed before today."""
    folder.mkdir(parents=True, exist_ok=True)
    received = []
    for paper in PAPERS:
        signed = date.fromisoformat(today) - timedelta(days=paper.age)
        number = f"{paper.series}〔{signed.year}〕{paper.serial}号"
        path = folder / f"{paper.title}.txt"
        content = f"{paper.issuer}\n{number}\n{signed}\n\n{paper.text}\n"
        path.write_text(content, "utf-8", newline="\n")
        data = {
            "date": str(signed),
            "file": {"file": str(path.resolve())},
            "how": "handed_in",
            "issuer": paper.issuer,
            "kind": "original",
            "number": number,
            "received": today,
        }
        received.append(Received(paper, number, {"type": "document_registered", "at": today, "data": data}))
    return received
