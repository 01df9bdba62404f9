"""The trace for people: as text on a console, as a page."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from tools.bdd.rows import Regulation, Rows
from tools.bdd.trace import Shown, Traced

KINDS: Final = {
    "accept": "应允许",
    "refuse": "应拒绝",
    "transcribed": "转录",
    "flag": "应提示",
    "record": "如实记录",
}
ENFORCE: Final = {"command": "拒绝", "finding": "提示", "duty": "义务", "record": "记录", "none": "无"}


def summary(regulation: Regulation, traced: list[Traced]) -> str:
    """How far one regulation is."""
    exempt = sum(each.row.exempt is not None for each in traced)
    missing = sum(bool(each.missing) for each in traced)
    shown = len(traced) - exempt - missing
    demand = "须完整" if regulation.complete else "尚未要求完整"
    return (
        f"{regulation.folder}（{regulation.id}@{regulation.version}，{regulation.articles} 条，{len(traced)} 行，"
        f"{demand}）："
        f"已有场景 {shown}，说明理由 {exempt}，缺 {missing}"
    )


def text(rows: Rows, traced: dict[str, list[Traced]], *, everything: bool) -> Iterator[str]:
    """A summary of each regulation; row by row where completeness is demanded, or everywhere if so asked."""
    for regulation in rows.regulations:
        yield summary(regulation, traced[regulation.id])
        for each in traced[regulation.id]:
            if everything or regulation.complete:
                yield f"  {_line(each)}"


def _line(each: Traced) -> str:
    row = each.row
    place = f"第{row.article}条{row.item or ''}"
    return f"{row.row}  {place}  {ENFORCE[row.enforce]}  {_state(each)}"


def _state(each: Traced) -> str:
    parts = []
    if each.row.exempt:
        parts.append(f"不要求：{each.row.exempt}")
    counted = [shown for shown in each.scenarios if shown.counts]
    parts += [f"{KINDS[kind]} {n}" for kind in KINDS if (n := sum(s.kind == kind for s in counted))]
    if failed := sum(not shown.passed for shown in each.scenarios):
        parts.append(f"未通过 {failed}")
    if ignored := sum(not shown.counts for shown in each.scenarios):
        parts.append(f"依据不是本条而不计 {ignored}")
    if each.missing:
        parts.append("缺 " + "、".join(KINDS[kind] for kind in each.missing))
    return "，".join(parts)


_PAGE: Final = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>条文与场景对照</title><style>
body{{font-family:sans-serif;margin:2em;line-height:1.5}} table{{border-collapse:collapse;width:100%}}
td,th{{border:1px solid #bbb;padding:.3em .6em;text-align:left;vertical-align:top}} ul{{margin:0;padding-left:1.2em}}
.missing,.failed{{background:#fde2e2}} .ignored{{color:#777}}
</style></head><body><h1>条文与场景对照</h1>
<p>每一行是条文的一项要求。场景须带该行的标签；拒绝或提示的场景，所见依据须是本条，才算数。</p>
{body}</body></html>
"""


def html(rows: Rows, traced: dict[str, list[Traced]]) -> str:
    """One page that stands alone; every text from outside is escaped."""
    return _PAGE.format(body="\n".join(_section(r, traced[r.id]) for r in rows.regulations))


def _section(regulation: Regulation, traced: list[Traced]) -> str:
    lines = "\n".join(_html_row(each) for each in traced)
    return (
        f"<h2>{escape(summary(regulation, traced))}</h2>\n<table><tr><th>行</th><th>条</th><th>账本如何对待</th>"
        f"<th>规则</th><th>场景</th><th>缺</th></tr>\n{lines}\n</table>"
    )


def _html_row(each: Traced) -> str:
    row = each.row
    cells = [
        escape(row.row),
        escape(f"第{row.article}条{row.item or ''}"),
        ENFORCE[row.enforce],
        "<br>".join(escape(rule) for rule in row.rules or each.decided),
        _html_scenarios(each.scenarios),
        escape(row.exempt or "") or "、".join(KINDS[kind] for kind in each.missing),
    ]
    kind = ' class="missing"' if each.missing else ""
    return f"<tr{kind}>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _html_scenarios(scenarios: tuple[Shown, ...]) -> str:
    lines = []
    for shown in scenarios:
        look = "failed" if not shown.passed else "" if shown.counts else "ignored"
        remark = "（未通过）" if not shown.passed else "" if shown.counts else "（依据不是本条，不计）"
        lines.append(
            f'<li class="{look}" title="{escape(shown.file)}">{KINDS[shown.kind]}：{escape(shown.name)}{remark}</li>'
        )
    return f"<ul>{''.join(lines)}</ul>" if lines else ""
