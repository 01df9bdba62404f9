"""The whole of a regulation on one page: what it is, the procedure in order, and at the end what it leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ledger.regulations import model as m
from ledger.regulations.show.teller import Teller, cite

_STATUS: Final = {"draft": "草案，尚未施行", "in_force": "现行", "expired": "已失效"}
_PER: Final = {"application": "逐件", "list": "按名单", "cycle": "每届一次", "award": "逐奖"}
_SUBJECTS: Final = {"expert": "专家", "agency": "第三方机构"}
_NUMERALS: Final = "一二三四五六七八九十"


def page(regulation: m.Regulation) -> str:
    """The page. Every article of the text is named on it."""
    teller = Teller(regulation)
    parts = [(title, list(told)) for title, told in _parts(regulation, teller)]
    lines = list(_top(regulation, teller))
    for number, (title, told) in enumerate((p for p in parts if p[1]), 1):
        lines += ["", f"{_numeral(number)}、{title}", *told]
    return "\n".join(lines)


def _numeral(n: int) -> str:
    return _NUMERALS[n - 1] if n <= 10 else f"十{_NUMERALS[n - 11]}"


def _top(regulation: m.Regulation, teller: Teller) -> Iterator[str]:
    yield regulation.title
    yield f"{regulation.edition}，{_STATUS[regulation.status]}，共 {regulation.articles} 条"
    for name, value in (("施行", regulation.effective), ("有效期至", regulation.expiry)):
        if value is not None:
            yield f"{name}：{value.v or '（未定）'}（{cite(value.article, value.item)}）{teller.marks(value)}"
    if regulation.repeals:
        yield f"同时废止：{regulation.repeals}（{cite(regulation.article, regulation.item)}）"


def _parts(regulation: m.Regulation, teller: Teller) -> Iterator[tuple[str, Iterator[str]]]:
    yield "角色和职权", _people(regulation, teller)
    yield "奖项、名额和奖金", _award(regulation, teller)
    yield "条件", _criteria(regulation, teller)
    yield "程序", _steps(regulation, teller)
    yield "标准", _plain(regulation.standards, teller)
    yield "限制", _bars(regulation, teller)
    yield "用途和经费", _money(regulation, teller)
    yield "义务", _duties(regulation, teller)
    yield "撤销", _named(regulation.grounds.values(), teller)
    yield "行为规范", _plain(regulation.conduct, teller)
    yield "计算约定和版本衔接", _conventions(regulation, teller)
    yield "无须编码的条文", (f"  {cite(d.article, d.item)}：{d.text}" for d in regulation.declarations)
    yield "未作规定或有歧义之处", _questions(regulation)
    yield "文本疏漏", (f"  {cite(e.article, e.item)}：{e.text}" for e in regulation.errata)


def _people(regulation: m.Regulation, teller: Teller) -> Iterator[str]:
    for role in regulation.roles.values():
        place = f"（{cite(role.article, role.item)}）" if role.article else ""
        told = "，".join(teller.clauses(role))
        yield f"  {role.name}{place}" + (f"：{told}" if told else "")
        parts: tuple[Any, ...] = (*regulation.powers, *regulation.bodies)
        held = [each for each in parts if each.role == role.id]
        for entry in held:
            yield f"    - {'；'.join(teller.clauses(entry))}（{cite(entry.article, entry.item)}）"


def _award(regulation: m.Regulation, teller: Teller) -> Iterator[str]:
    for entry in (regulation.applicants, regulation.cycle):
        if entry is not None:
            yield _line(entry, teller)
    yield from _named(regulation.categories.values(), teller)
    yield from _named(regulation.bounds, teller)
    if regulation.reaward is not None:
        yield f"  再次获奖（{cite(regulation.reaward.article, regulation.reaward.item)}）"
        yield from (f"    - {clause}" for clause in teller.clauses(regulation.reaward))


def _criteria(regulation: m.Regulation, teller: Teller) -> Iterator[str]:
    groups: dict[str, list[m.Criterion]] = {}
    for criterion in regulation.criteria:
        who = _SUBJECTS.get(criterion.subject) or "、".join(teller.code(None, k) for k in criterion.kinds)
        groups.setdefault(who or "申报者", []).append(criterion)
    for who, criteria in groups.items():
        yield f"  {who}"
        yield from _each(tuple(criteria), teller, "    ")


def _each(criteria: tuple[m.Criterion, ...], teller: Teller, indent: str) -> Iterator[str]:
    for criterion in criteria:
        told = "；".join(teller.clauses(criterion))
        if criterion.of:
            told = told or f"以下有其 {criterion.any} 即可"
        yield f"{indent}- {teller.heading(criterion)}" + (f"：{told}" if told else "")
        yield from _each(criterion.of, teller, indent + "  ")


def _steps(regulation: m.Regulation, teller: Teller) -> Iterator[str]:
    for number, step in enumerate(in_order(regulation), 1):
        kinds = "、".join(teller.code(None, kind) for kind in step.kinds)
        only = f"，仅{kinds}" if kinds else ""
        yield f"  {number}. {teller.heading(step)}  {_PER[step.per]}{only}"
        yield from (f"     - {clause}" for clause in teller.clauses(step))


def in_order(regulation: m.Regulation) -> list[m.Step]:
    """The steps, each behind all that must come before it; otherwise as they stand in the file."""
    waiting = dict(regulation.steps)
    found: list[m.Step] = []
    while waiting:
        ready = next(
            (s for s in waiting.values() if not {*s.after, *s.requires} & waiting.keys()),
            next(iter(waiting.values())),
        )
        found.append(waiting.pop(ready.id))
    return found


def _bars(regulation: m.Regulation, teller: Teller) -> Iterator[str]:
    for bar in regulation.bars:
        yield f"  {teller.heading(bar)}"
        effect = {"apply": "不得申报"}.get(bar.effect)
        told = ([effect] if effect else []) + teller.clauses(bar)
        if bar.length is None and bar.until_decision is None and bar.until_validity_end is None:
            told.append("无期限")
        yield from (f"    - {clause}" for clause in told)


def _money(regulation: m.Regulation, teller: Teller) -> Iterator[str]:
    for entry in (*regulation.uses, *regulation.payers):
        yield _line(entry, teller)


def _named(entries: Any, teller: Teller) -> Iterator[str]:
    for entry in entries:
        yield f"  {teller.heading(entry)}"
        yield from (f"    - {clause}" for clause in teller.clauses(entry))


def _duties(regulation: m.Regulation, teller: Teller) -> Iterator[str]:
    for duty in regulation.duties.values():
        yield from _named([duty], teller)
        if duty.before is not None:
            section = "step" if duty.before in regulation.steps else "act"
            marks = teller.marks(duty.before_from) if duty.before_from else ""
            yield f"    - 最迟在“{teller.code(section, duty.before)}”之前{marks}"


def _plain(entries: Any, teller: Teller) -> Iterator[str]:
    return (_line(entry, teller) for entry in entries)


def _line(entry: Any, teller: Teller) -> str:
    return f"  {cite(entry.article, entry.item)}：{'；'.join(teller.clauses(entry))}"


def _conventions(regulation: m.Regulation, teller: Teller) -> Iterator[str]:
    for entry in (regulation.conventions, regulation.transition):
        if entry is not None:
            yield from (f"  {clause}" for clause in teller.clauses(entry))
    for scale in regulation.scales.values():
        names = "、".join(teller.code("level", level) for level in scale.order)
        yield f"  {scale.name}（由低到高）：{names}"


def _questions(regulation: m.Regulation) -> Iterator[str]:
    for question in regulation.questions.values():
        yield f"  {question.id}（{cite(question.article, question.item)}）{question.text}"
        for option, text in question.options.items():
            yield f"    {'●' if option == question.stored else '○'} {option}：{text}"
    if regulation.questions:
        yield "  ● 为在有权者作出决定之前采用的解读。"
