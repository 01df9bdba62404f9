"""The papers of the demonstration: a few plain files as an office would receive them."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple


class Paper(NamedTuple):
    """A paper as it is registered."""

    file: str
    issuer: str
    number: str
    date: str
    text: str


PAPERS: Final = (
    Paper(
        "征集通知.txt",
        "市市场监督管理局",
        "市监通〔2026〕12号",
        "2026-03-02",
        "关于开展本届申报工作的通知（演示）",
    ),
    Paper("资金安排.txt", "市财政局", "财行〔2026〕31号", "2026-03-09", "奖励资金安排的复函（演示）"),
    Paper("推荐函.txt", "某区人民政府", "区政函〔2026〕7号", "2026-05-18", "推荐单位名单（演示）"),
    Paper("收件清单.txt", "评审办公室", "收字〔2026〕1号", "2026-05-20", "申报材料收件清单（演示）"),
)


def lay_out(folder: Path) -> list[tuple[Paper, Path]]:
    """Write the papers into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    laid = []
    for paper in PAPERS:
        path = folder / paper.file
        path.write_text(
            f"{paper.issuer}\n{paper.number}\n{paper.date}\n\n{paper.text}\n", "utf-8", newline="\n"
        )
        laid.append((paper, path))
    return laid
