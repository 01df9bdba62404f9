"""Every article of the text is covered, none beyond its last is cited, and its dates can be."""

from __future__ import annotations

from ledger.regulations.model import Declaration, Erratum, Question, Regulation, Role
from ledger.regulations.reader.structs import Reader

_TOLD_ONLY = (Question, Erratum, Role, Regulation)
"""Entries that speak of an article without carrying anything of it."""


def check(reader: Reader, regulation: Regulation) -> None:
    """Note articles without data or declaration, articles that do not exist, and impossible dates."""
    covered: set[str] = set()
    declared: dict[str, tuple[str | int, ...]] = {}
    cited = [(path, value.article) for path, value in reader.values]
    cited += [
        (p, e.article) for p, e in reader.entries if getattr(e, "article", None) and e is not regulation
    ]
    for path, article in cited:
        if int(article) > regulation.articles:
            reader.wrong((*path, "article"), f"1 至 {regulation.articles} 条之一", article)
    covered |= {value.article for _, value in reader.values}
    for path, entry in reader.entries:
        if isinstance(entry, Declaration):
            declared[entry.article] = path
        elif not isinstance(entry, _TOLD_ONLY) and getattr(entry, "article", None):
            covered.add(entry.article)
    for number in range(1, regulation.articles + 1):
        if str(number) not in covered | declared.keys():
            reader.wrong(("articles",), f"第 {number} 条的内容，或说明其无须编码（declarations）")
    for article, path in declared.items():
        if article in covered:
            reader.wrong((*path, "article"), "没有其他内容出自的条", article)
    _dates(reader, regulation)


def _dates(reader: Reader, regulation: Regulation) -> None:
    start = regulation.effective.v
    end = regulation.expiry.v if regulation.expiry else None
    if start is not None and end is not None and end < start:
        reader.wrong(("expiry",), f"不早于施行日（{start}）的日期", end)
    if start is None and regulation.status != "draft" and regulation.effective.source != "unknown":
        reader.wrong(("effective",), "施行日（只有草案可以空缺）")
