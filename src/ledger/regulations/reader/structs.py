"""From the tables of a file to the structs of the model, driven by the model's annotations alone.

Nothing stops at the first mistake: a field that cannot be read is noted and left out, an entry that lacks something
needed is left out too, and the rest is read on.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache, cached_property
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from ledger.regulations.marks import Form, Of
from ledger.regulations.reader.forms import FORMS
from ledger.regulations.reader.mistakes import Mistake, nearest, path_text, told
from ledger.regulations.reader.places import Path, line_of, places
from ledger.regulations.value import ASKS, SOURCES, STRENGTHS, Term, Value

BAD: Final = object()
"""What could not be read; its mistake is noted."""

_VALUE_KEYS: Final = ("v", "article", "item", "strength", "source", "ask", "question", "others")
_SENSE: Final = ("source", "ask", "question")


@dataclass(frozen=True, slots=True)
class Ref:
    """A code that must be found in a section."""

    section: str
    code: str
    path: Path


@dataclass(frozen=True, slots=True)
class Where:
    """The article and item that an entry gives to what lies in it."""

    article: str | None = None
    item: str | None = None


class Reader:
    """Reads one file; collects its mistakes and the codes it names."""

    def __init__(self, data: dict[str, Any], text: str) -> None:
        self.data = data
        self.text = text
        self.mistakes: list[Mistake] = []
        self.refs: list[Ref] = []
        self.values: list[tuple[Path, Value[Any]]] = []
        self.entries: list[tuple[Path, Any]] = []  # those that could be read whole

    @cached_property
    def lines(self) -> dict[Path, int]:
        """Where everything stands; looked for only once something is wrong."""
        return places(self.text)

    def wrong(
        self, path: Path, expected: str, found: object = None, *, near: str | None = None, saying: str = ""
    ) -> Any:
        """Note a mistake; gives BAD."""
        line = line_of(self.lines, path)
        self.mistakes.append(Mistake(line, path_text(path, self.data), expected, saying or told(found), near))
        return BAD

    def entry(self, cls: type, raw: Any, path: Path, where: Where) -> Any:
        """A struct from a table, with all that lies in it."""
        if not isinstance(raw, dict):
            return self.wrong(path, "一个表", raw)
        hints, names = _hints(cls), _names(cls)
        for key in raw.keys() - names.keys():
            self.wrong((*path, key), "此处可用的键", key, near=nearest(key, names))
        inner = self._where(raw, path, where, "article" in names)
        given: dict[str, Any] = {}
        lacking = broken = False
        for key, f in names.items():
            if key in ("article", "item"):
                given[f.name] = getattr(inner, key)
                lacking |= f.name == "article" and inner.article is None and _needed(f)
            elif key in raw:
                at = inner if path or _is_value(hints[f.name]) else Where()  # entries name their own articles
                built = self.build(hints[f.name], raw[key], (*path, key), at)
                if built is not BAD:
                    given[f.name] = built
                else:
                    broken, lacking = True, lacking or _needed(f)
            elif _needed(f):
                self.wrong((*path, key), "必须写明的内容")
                lacking = True
        if (
            "article" in names
            and inner.article is None
            and "article" not in raw
            and _needed(names["article"])
        ):
            self.wrong((*path, "article"), "条号")
        if _SENSE[0] in names and cls is not Value:
            self._sense(raw, path, has_v=None)
        if lacking:
            return BAD
        entry = cls(**given)
        if not broken:
            self.entries.append((path, entry))
        return entry

    def _where(self, raw: dict[str, Any], path: Path, where: Where, named: bool) -> Where:
        """Its own article and item, or those it lies in. An item is inherited only together with its article."""
        if not named or not ({"article", "item"} & raw.keys()):
            return where
        article, item = where.article, where.item
        if "article" in raw:
            article, item = (
                self.build(Annotated[str, Form("article")], raw["article"], (*path, "article"), where),
                None,
            )
        if "item" in raw:
            item = self.build(Annotated[str, Form("item")], raw["item"], (*path, "item"), where)
        return Where(None if article is BAD else article, None if item is BAD else item)

    def build(self, hint: Any, raw: Any, path: Path, where: Where) -> Any:
        """A value of the annotated type, or BAD."""
        origin = get_origin(hint)
        if origin is Annotated:
            return self._marked(hint, raw, path, where)
        if origin in (Union, UnionType):
            return self.build(next(a for a in get_args(hint) if a is not type(None)), raw, path, where)
        if origin is Value:
            return self._value(get_args(hint)[0], raw, path, where)
        if origin is tuple:
            return self._list(get_args(hint)[0], raw, path, where)
        if origin is dict:
            key, entry = get_args(hint)
            return self._dict(key, entry, raw, path, where)
        if origin is Literal:
            words = get_args(hint)
            return (
                raw
                if raw in words
                else self.wrong(path, "、".join(words) + " 之一", raw, near=nearest(raw, words))
            )
        if is_dataclass(hint) and hint is not Term:
            assert isinstance(hint, type)
            return self.entry(hint, raw, path, where)
        return self._plain(hint, raw, path)

    def _plain(self, hint: Any, raw: Any, path: Path) -> Any:
        if hint is Term:
            return self._term(raw, path)
        expected = {int: "整数", bool: "true 或 false", str: "带引号的文字"}[hint]
        if type(raw) is not hint or raw == "" or (hint is int and raw < 0):
            return self.wrong(path, expected, raw)
        return raw

    def _term(self, raw: Any, path: Path) -> Any:
        expected = "期限（如 5wd 个工作日、10nd 日、3mo 个月、5y 年、2ed 届）"
        try:
            return Term.parse(raw) if isinstance(raw, str) else self.wrong(path, expected, raw)
        except ValueError:
            return self.wrong(path, expected, raw, near=_likely_term(raw))

    def _marked(self, hint: Any, raw: Any, path: Path, where: Where) -> Any:
        base, *marks = get_args(hint)
        built = self.build(base, raw, path, where)
        for mark in marks:
            if built is BAD:
                return BAD
            if isinstance(mark, Form):
                fits, expected = FORMS[mark.name]
                if not fits(built):
                    return self.wrong(path, expected, raw)
            if isinstance(mark, Of):
                codes = built if isinstance(built, tuple) else (built,)
                for number, code in enumerate(codes):
                    at = (*path, number) if isinstance(raw, list) else path
                    self.refs.append(Ref(mark.section, code, at))
        return built

    def _list(self, hint: Any, raw: Any, path: Path, where: Where) -> Any:
        if hint is str and isinstance(raw, str):  # one code may stand without brackets
            raw = [raw]
        if not isinstance(raw, list):
            return self.wrong(path, "一个列表", raw)
        built = [self.build(hint, each, (*path, number), where) for number, each in enumerate(raw)]
        kept = tuple(each for each in built if each is not BAD)
        if not is_dataclass(hint) and len(set(kept)) < len(kept):
            return self.wrong(path, "互不重复的各项", saying="有重复项")
        return kept

    def _dict(self, key: Any, hint: Any, raw: Any, path: Path, where: Where) -> Any:
        if not is_dataclass(hint):
            if not isinstance(raw, dict):
                return self.wrong(path, "一个表", raw)
            built = {k: self.build(hint, each, (*path, k), where) for k, each in raw.items()}
            built = {self.build(key, k, (*path, k), where): v for k, v in built.items() if v is not BAD}
            return {k: v for k, v in built.items() if k is not BAD}
        found: dict[str, Any] = {}
        if not isinstance(raw, list):
            return self.wrong(path, f"带 id 的列表（[[{path[-1]}]]）", raw)
        for number, each in enumerate(raw):
            entry = self.build(hint, each, (*path, number), where)
            if entry is BAD:
                continue
            if entry.id in found:
                self.wrong((*path, number, "id"), "未用过的 id", entry.id)
            found[entry.id] = entry
        return found

    def _value(self, hint: Any, raw: Any, path: Path, where: Where) -> Any:
        """Short form: the bare value. Long form: a table with `v` and what is special about it."""
        if not isinstance(raw, dict):
            built = self.build(hint, raw, path, where)
            if built is BAD or where.article is None:  # without an article the entry itself is wrong
                return BAD
            return self._kept(Value(built, where.article, where.item), path)
        for key in raw.keys() - set(_VALUE_KEYS):
            self.wrong(
                (*path, key),
                "v、article、item、strength、source、ask、question、others 之一",
                key,
                near=nearest(key, _VALUE_KEYS),
            )
        inner = self._where(raw, path, where, named=True)
        words = {
            "strength": self._word(raw, path, "strength", STRENGTHS, "must"),
            "source": self._word(raw, path, "source", SOURCES, "text"),
            "ask": self._word(raw, path, "ask", ASKS, None),
        }
        question = None
        if "question" in raw:
            question = self.build(Annotated[str, Of("question")], raw["question"], (*path, "question"), where)
        v = self.build(hint, raw["v"], (*path, "v"), inner) if "v" in raw else None
        others = self._others(hint, raw, path, inner)
        self._sense(raw, path, has_v="v" in raw)
        if BAD in (v, question, others, *words.values()) or inner.article is None:
            return BAD
        return self._kept(
            Value(v, inner.article, inner.item, question=question, others=others, **words), path
        )

    def _kept(self, value: Value[Any], path: Path) -> Value[Any]:
        self.values.append((path, value))
        return value

    def _others(self, hint: Any, raw: dict[str, Any], path: Path, where: Where) -> Any:
        table = raw.get("others", {})
        if not isinstance(table, dict):
            return self.wrong((*path, "others"), "一个表（选项 = 值）", table)
        built = [(k, self.build(hint, each, (*path, "others", k), where)) for k, each in table.items()]
        return BAD if any(v is BAD for _, v in built) else tuple(built)

    def _word(
        self, raw: dict[str, Any], path: Path, key: str, words: tuple[str, ...], default: str | None
    ) -> Any:
        if key not in raw:
            return default
        return self.build(Literal[words], raw[key], (*path, key), Where())

    def _sense(self, raw: dict[str, Any], path: Path, *, has_v: bool | None) -> None:
        """Whether source, ask, question and v can stand together. `has_v` None: an entry, whose demand is its value."""
        source, ask = raw.get("source", "text"), raw.get("ask")
        if source not in SOURCES or ask not in (*ASKS, None):
            return  # told already
        if source == "silent" and ask is None:
            self.wrong((*path, "ask"), "ask、human、note 之一（文本未作规定的，须写明如何处理）")
        if source not in ("silent", "unknown") and ask is not None:
            self.wrong((*path, "ask"), "不写 ask（只用于 source = “silent” 或 “unknown”）", ask)
        if source == "unknown" and ask not in (None, "ask"):
            self.wrong((*path, "ask"), "ask 或不写（失传的值只能由决定补足）", ask)
        rests = source == "reading" or ask in ("ask", "human")
        if rests and "question" not in raw:
            self.wrong((*path, "question"), "所涉的问题编号")
        if "others" in raw and "question" not in raw:
            self.wrong((*path, "question"), "others 所属的问题编号")
        if has_v and source in ("silent", "unknown"):
            self.wrong((*path, "v"), f"不写 v（source = “{source}”）", raw.get("v"))
        if has_v is False and source not in ("silent", "unknown"):
            self.wrong((*path, "v"), "值")


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


@cache
def _names(cls: Any) -> dict[str, Any]:
    """Key in a file → field."""
    return {f.name.rstrip("_"): f for f in fields(cls)}


def _is_value(hint: Any) -> bool:
    return get_origin(hint) is Value or any(get_origin(each) is Value for each in get_args(hint))


def _needed(f: Any) -> bool:
    return f.default is MISSING and f.default_factory is MISSING


def _likely_term(text: str) -> str | None:
    """`10 days` → 10nd: the number with the unit that was perhaps meant."""
    number = "".join(c for c in text if c.isdigit())
    units = (
        ("工作日", "wd"), ("working", "wd"), ("个月", "mo"), ("month", "mo"), ("年", "y"), ("year", "y"), ("届", "ed"),
        ("edition", "ed"), ("日", "nd"), ("天", "nd"), ("day", "nd"), ("d", "nd"), ("m", "mo"), ("w", "wd"),
    )  # fmt: skip
    unit = next((code for word, code in units if word in text), None)
    return f"{int(number)}{unit}" if number and int(number) and unit else None
