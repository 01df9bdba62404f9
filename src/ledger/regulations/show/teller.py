"""Entries of a regulation as clauses in Chinese, driven by the model's annotations and the table of words."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

from ledger.errors.names import ACT_TYPES
from ledger.regulations import model as m
from ledger.regulations.glossary import called
from ledger.regulations.marks import Form, Of
from ledger.regulations.show.words import KINDS, WORDS, YEARS, Said
from ledger.regulations.value import Value

Where = tuple[str | None, str | None]

_STRENGTHS: Final = {"must": "", "principle": "原则上", "may": "可以", "encourage": "鼓励"}
_SOURCES: Final = {
    "text": "",
    "note": "据条文注",
    "presumed": "推定未变",
    "reading": "解读",
    "default": "账本缺省",
    "unknown": "原值失传",
    "silent": "条文未规定",
}
_ASKS: Final = {
    None: "",
    "ask": "须有记录在案的决定",
    "human": "由人判断并说明理由",
    "note": "只作记录",
}
_PARTS: Final = {"role": "roles", "step": "steps", "category": "categories", "ground": "grounds"}
"""Section → the regulation's own entries that have its codes and names."""


def cite(article: str | None, item: str | None) -> str:
    """`24` → 第24条; `8`, `(四)` → 第8条第（四）项; `12`, `(三)4` → 第12条第（三）项第4目."""
    if article is None:
        return ""
    if item is None:
        return f"第{article}条"
    inner, _, rest = item.lstrip("(").partition(")")
    return f"第{article}条第（{inner}）项" + (f"第{rest}目" if rest else "")


class Teller:
    """Tells the entries of one regulation."""

    def __init__(self, regulation: m.Regulation) -> None:
        self.regulation = regulation
        self._criteria = {each.id: each.name for each in _all(regulation.criteria)}

    def heading(self, entry: Any) -> str:
        """Name and article of an entry, and what marks it as other than a plain demand of the text."""
        marks = self.marks(entry.value) if hasattr(entry, "value") else ""
        return f"{entry.name}（{cite(entry.article, entry.item)}）{marks}"

    def clauses(self, entry: Any, where: Where = (None, None)) -> list[str]:
        """What an entry says, field by field; an article only where it is not that of the entry or `where`."""
        cls: Any = type(entry)
        words = WORDS[cls] | (_years(entry) if cls is m.Criterion else {})
        own = (entry.article, entry.item) if getattr(entry, "article", None) else where
        found: list[str] = []
        for f in fields(entry):
            given, said = getattr(entry, f.name), words[f.name]
            default = f.default_factory() if f.default_factory is not MISSING else f.default
            if said is not None and given is not None and given != default:
                found += self._field(said, given, _hints(cls)[f.name], own)
        return found

    def _field(self, said: Said, given: Any, hint: Any, where: Where) -> list[str]:
        if isinstance(given, Value):
            cited = f"（{cite(given.article, given.item)}）" if (given.article, given.item) != where else ""
            return [self._said(said, given.v, hint) + cited + self.marks(given)]
        if isinstance(given, m.When):
            name = self.code("attribute", given.attribute)
            return [self._said(said, f"{name}以外的" if given.absent else name, str)]
        if is_dataclass(given):
            inner = self.clauses(given, where)
            return inner if said == "{}" else [self._said(said, "，".join(inner), str)]
        if isinstance(given, tuple) and given and is_dataclass(given[0]):
            parts = ["，".join(self.clauses(each, where)) for each in given]
            return [self._said(said, "；".join(parts), str)]
        return list(filter(None, [self._said(said, given, hint)]))

    def _said(self, said: Said, v: Any, hint: Any) -> str:
        if isinstance(said, tuple):
            return "／".join(filter(None, said)) if v is None else (said[0] if v else said[1]) or ""
        if isinstance(said, dict):
            return "／".join(said.values()) if v is None else said[v]
        assert said is not None
        if v is None:
            return said.replace(" {} ", "{}").replace(" {}", "{}").replace("{}", "（未定）")
        return said.replace("{}", self.plain(v, hint))

    def plain(self, v: Any, hint: Any) -> str:
        """A value as people write it."""
        mark = _mark(hint)
        if isinstance(v, dict):  # what is counted or weighed, by code
            key, value = get_args(hint)
            return "、".join(f"{self.plain(code, key)} {self.plain(each, value)}" for code, each in v.items())
        if isinstance(v, tuple):
            return (
                "、".join(self.code(mark.section if isinstance(mark, Of) else None, each) for each in v)
                or "无"
            )
        if isinstance(mark, Of):
            return self.code(mark.section, v)
        if isinstance(mark, Form) and mark.name == "month_day":
            month, day = str(v).split("-")
            return f"{int(month)}月{int(day)}日"
        if isinstance(mark, Form) and mark.name == "decimal":
            return f"{Decimal(v):,}"
        return str(v)

    def code(self, section: str | None, code: str) -> str:
        """The name of a code: the file's own, or the glossary's."""
        if section in _PARTS:
            entry = getattr(self.regulation, _PARTS[section]).get(code)
            return entry.name if entry else code
        if section == "criterion":
            return self._criteria.get(code, code)
        if section == "act":
            return self.act(code)
        return KINDS.get(code, code) if section is None else called(section, code, self.regulation)

    def act(self, code: str) -> str:
        """An act type, with its variant: 撤销称号（骗取奖项）."""
        kind, _, variant = code.partition(":")
        name = ACT_TYPES.get(kind) or called("act", kind, self.regulation)
        if not variant:
            return name
        ground = self.regulation.grounds.get(variant)
        return f"{name}（{ground.name if ground else called('variant', variant, self.regulation)}）"

    def marks(self, value: Value[Any]) -> str:
        """How firm a value is, where it is not plainly demanded by the text."""
        parts = [_STRENGTHS[value.strength], _SOURCES[value.source], _ASKS[value.ask]]
        told = "，".join(filter(None, parts))
        if value.question and told:
            told += f"，见问题 {value.question}"
        return f"〔{told}〕" if told else ""


def _all(given: tuple[m.Criterion, ...]) -> list[m.Criterion]:
    found: list[m.Criterion] = []
    for each in given:
        found += [each, *_all(each.of), *_all(each.instead)]
    return found


def _years(criterion: m.Criterion) -> dict[str, Said]:
    """`years` means another thing for each kind of leaf."""
    return {"years": next((said for part, said in YEARS.items() if getattr(criterion, part)), None)}


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


def _mark(hint: Any) -> Of | Form | None:
    """The mark of a field's values; looks into Value and optionals."""
    if get_origin(hint) is Annotated:
        return next((mark for mark in get_args(hint)[1:] if isinstance(mark, Of | Form)), None)
    if get_origin(hint) is dict:
        return None
    found = (_mark(each) for each in get_args(hint) if each is not type(None))
    return next((mark for mark in found if mark), None)
