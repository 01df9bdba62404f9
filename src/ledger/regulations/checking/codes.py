"""Every code that is named is defined: by the file itself, by its `names`, or by the glossary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from ledger.regulations.glossary import words
from ledger.regulations.reader.mistakes import nearest
from ledger.regulations.reader.structs import Reader

_DEFINED: Final = {
    "role": ("roles", "角色"),
    "step": ("steps", "步骤"),
    "category": ("categories", "奖项"),
    "question": ("questions", "问题"),
    "criterion": ("criteria", "条件"),
    "ground": ("grounds", "撤销情形"),
}
"""Section → part of the file that defines its codes, and how it is called."""

_WORDS: Final = {
    "act": "行为类型",
    "adverse": "不良情形",
    "attribute": "申报者属性",
    "basis": "表决依据",
    "channel": "发布渠道",
    "conduct": "行为",
    "effect": "处理措施",
    "expert_source": "专家来源",
    "fact": "事实",
    "group": "成员类别",
    "item": "所发物品",
    "judged": "判断事项",
    "matter": "职权事项",
    "need": "须附或须写明的内容",
    "outcome": "结果",
    "post": "职务",
    "relation": "关联关系",
    "sanction": "处分",
    "use": "用途",
}


def defined(data: dict[str, Any], section: str) -> set[str] | None:
    """The codes that the file defines for a section, also those of entries that have mistakes elsewhere; None where
    the part that defines them cannot be read, so that nobody can say which codes there are."""
    if section == "level":
        orders = [scale.get("order") for scale in _tables(data.get("scales", [])) or ()]
        lists = [each for each in orders if isinstance(each, list)]
        whole = len(lists) == len(orders)
        return {level for each in lists for level in each if isinstance(level, str)} if whole else None
    if section == "tier":
        found, key = _tables(data.get("categories", [])), "tier"
    else:
        found, key = _deep(data.get(_DEFINED[section][0], [])), "id"
    return None if found is None else {each[key] for each in found if isinstance(each.get(key), str)}


def check(reader: Reader) -> None:
    """Note every code that is not known, with the nearest that is."""
    raw = reader.data.get("names")
    names = {k: v for k, v in raw.items() if isinstance(v, dict)} if isinstance(raw, dict) else {}
    own = {section: defined(reader.data, section) for section in (*_DEFINED, "tier", "level")}
    for ref in reader.refs:
        known: Iterable[str] | None
        if ref.section in own:
            known = own[ref.section]
            what = {"tier": "奖项等次", "level": "等级"}.get(ref.section) or _DEFINED[ref.section][1]
            expected = f"文件中已有的{what}"
        else:
            known = words(ref.section, names)
            expected = f"已有名称的{_WORDS[ref.section]}代码"
        code, _, variant = ref.code.partition(":") if ref.section == "act" else (ref.code, "", "")
        if known is not None and code not in known:
            reader.wrong(ref.path, expected, ref.code, near=nearest(code, known))
        elif variant and variant not in (kinds := {*words("variant", names), *(own["ground"] or ())}):
            near = nearest(variant, kinds)
            told = near and f"{code}:{near}"
            reader.wrong(ref.path, "冒号后为已有名称的种类，或已有的撤销情形", ref.code, near=told)


def _tables(raw: object) -> list[dict[str, Any]] | None:
    return [each for each in raw if isinstance(each, dict)] if isinstance(raw, list) else None


def _deep(raw: object) -> list[dict[str, Any]] | None:
    """The entries of a list, and those nested in `of` and `instead`."""
    found = _tables(raw)
    for entry in list(found or ()):
        assert found is not None
        found += [*(_deep(entry.get("of", [])) or ()), *(_deep(entry.get("instead", [])) or ())]
    return found
