"""What a single entry must be like to make sense, beyond the kind of each of its fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from ledger.regulations.checking.codes import defined
from ledger.regulations.model import (
    Bar,
    Bound,
    Category,
    Channels,
    Criterion,
    Duty,
    Leg,
    Panel,
    Publicity,
    Scale,
    Scoring,
    Step,
    Weights,
)
from ledger.regulations.reader.mistakes import nearest
from ledger.regulations.reader.places import Path
from ledger.regulations.reader.structs import Reader
from ledger.regulations.value import Term, Unit, Value

_HONOUR: Final = re.compile(r"honour:([^#]+)(#[1-9])?")


def check(reader: Reader) -> None:
    """Note what does not go together within an entry."""
    for path, entry in reader.entries:
        rule = _RULES.get(type(entry))
        if rule is not None:
            rule(reader, path, entry)


def _category(reader: Reader, path: Path, category: Category) -> None:
    _ordered(reader, path, category.min, category.max)
    _unit(reader, (*path, "validity"), category.validity, ("years", "months", "editions"))


def _bound(reader: Reader, path: Path, bound: Bound) -> None:
    if not any((bound.max, bound.min, bound.ratio)):
        reader.wrong(path, "max、min、ratio 至少其一")
    if bound.ratio and (bound.base is None or bound.step is None):
        reader.wrong((*path, "ratio"), "同时写明 base（基数）和 step（名单所在步骤）")
    if bound.relations and bound.partition is None:
        reader.wrong((*path, "relations"), "同时写明 partition（按什么分组）")
    _ordered(reader, path, bound.min, bound.max)


def _panel(reader: Reader, path: Path, panel: Panel) -> None:
    _ordered(reader, path, panel.min, panel.max)


def _ordered(reader: Reader, path: Path, low: Value[int] | None, high: Value[int] | None) -> None:
    if low and high and low.v is not None and high.v is not None and low.v > high.v:
        reader.wrong((*path, "min"), f"不大于 max（{high.v}）的数", low.v)


def _bar(reader: Reader, path: Path, bar: Bar) -> None:
    ends = [bar.length, bar.until_validity_end, bar.until_decision]
    if sum(each is not None for each in ends) > 1:
        reader.wrong(path, "length、until_validity_end、until_decision 至多其一", saying="不止一种")
    if bar.effect == "be_listed" and bar.tier is None:
        reader.wrong((*path, "tier"), "不得列入的奖项等次（tier）")
    _unit(reader, (*path, "length"), bar.length, ("years", "months", "editions"))
    _origin(reader, (*path, "on"), bar.on)


def _origin(reader: Reader, path: Path, on: str) -> None:
    kind, _, rest = on.partition(":")
    honour = _HONOUR.fullmatch(on)
    tiers, grounds = defined(reader.data, "tier"), defined(reader.data, "ground")
    if on in ("sanction", "honour:any"):
        return
    if honour:
        if tiers is not None and honour[1] not in tiers:
            reader.wrong(path, "honour: 后为已有的奖项等次", on, near=_prefixed("honour:", honour[1], tiers))
    elif kind in ("ground", "determination"):
        if grounds is not None and rest not in grounds:
            reader.wrong(path, f"{kind}: 后为已有的撤销情形", on, near=_prefixed(f"{kind}:", rest, grounds))
    else:
        reader.wrong(
            path, "honour:等次、honour:等次#次数、honour:any、ground:情形、determination:情形 或 sanction", on
        )


def _prefixed(prefix: str, word: str, words: set[str]) -> str | None:
    near = nearest(word, words)
    return prefix + near if near else None


def _criterion(reader: Reader, path: Path, criterion: Criterion) -> None:
    parts = ("span", "holds", "clean", "judged", "of", "as_in")
    given = [part for part in parts if getattr(criterion, part)]
    if len(given) != 1:
        reader.wrong(path, "、".join(parts) + " 恰有其一", saying="、".join(given) if given else "一个也没有")
    if criterion.span and criterion.years is None:
        reader.wrong((*path, "years"), "须满的年数（years）")
    if criterion.of and not 1 <= criterion.any <= len(criterion.of):
        reader.wrong((*path, "any"), f"1 至 {len(criterion.of)}", criterion.any)
    for field in ("min_grade", "times", "window"):
        if getattr(criterion, field) is not None and criterion.holds is None:
            reader.wrong((*path, field), "只与 holds 同写", saying="没有 holds")
    if criterion.partly is not None and not criterion.all_of:
        reader.wrong((*path, "partly"), "只与 all_of 同写", saying="没有 all_of")
    inside = path[-2:-1] == ("instead",)
    if inside is (criterion.option is None):
        reader.wrong((*path, "option"), "只在 instead 内、且必须写明的选项", criterion.option)
    options = [other.option for other in criterion.instead]
    if len(set(options)) < len(options):
        reader.wrong((*path, "instead"), "每个选项一项", saying="同一选项有两项")
    if criterion.instead and criterion.question is None:
        reader.wrong((*path, "question"), "instead 所属的问题编号")


def _channels(reader: Reader, path: Path, channels: Channels) -> None:
    if channels.all is None and channels.any is None:
        reader.wrong(path, "all 或 any 所列的发布渠道")


def _publicity(reader: Reader, path: Path, publicity: Publicity) -> None:
    _unit(reader, (*path, "term"), publicity.term, ("working_days", "natural_days"))


def _step(reader: Reader, path: Path, step: Step) -> None:
    if (step.publicity is not None) is not (step.class_ in ("publicity", "internal_publicity")):
        reader.wrong(
            (*path, "publicity"), "类别为 publicity、internal_publicity 的步骤写明 publicity，其他步骤不写"
        )
    if step.class_ == "composite" and (
        step.scoring is None or not (step.scoring.weights or step.scoring.weights_from)
    ):
        reader.wrong((*path, "scoring"), "各组成步骤的权重（weights），或其由标准规定（weights_from）")
    _unit(reader, (*path, "lead"), step.lead, ("working_days", "natural_days", "months"))


def _scoring(reader: Reader, path: Path, scoring: Scoring) -> None:
    kinds = [weights.kind for weights in scoring.weights]
    if len(set(kinds)) < len(kinds):
        reader.wrong((*path, "weights"), "每类申报者一项权重", saying="同一类有两项")


def _weights(reader: Reader, path: Path, weights: Weights) -> None:
    total = sum(map(Decimal, weights.of.values()), Decimal(0))
    if total != 1:
        reader.wrong((*path, "of"), "合计为 1 的权重", saying=f"合计为 {total.normalize():f}")


def _leg(reader: Reader, path: Path, leg: Leg) -> None:
    if leg.due and leg.due_day:
        reader.wrong((*path, "due_day"), "due、due_day 至多其一", saying="两个都有")
    _unit(reader, (*path, "due"), leg.due, ("working_days", "natural_days", "months", "years"))


def _duty(reader: Reader, path: Path, duty: Duty) -> None:
    if not duty.legs:
        reader.wrong((*path, "legs"), "至少一名承担者（legs）")
    if duty.before_from is not None and duty.before is None:
        reader.wrong((*path, "before"), "before_from 所说的步骤或行为（before）")


def _scale(reader: Reader, path: Path, scale: Scale) -> None:
    if len(scale.order) < 2:
        reader.wrong((*path, "order"), "两个以上的等级，由低到高")


def _unit(reader: Reader, path: Path, value: Value[Term] | None, units: tuple[Unit, ...]) -> None:
    if value is None or value.v is None:
        return
    for term in (value.v, *(other for _, other in value.others)):
        if term.unit not in units:
            reader.wrong(path, "单位为" + "、".join(_UNITS[unit] for unit in units) + "的期限", str(term))


_UNITS: Final[dict[Unit, str]] = {
    "working_days": "工作日（wd）",
    "natural_days": "日（nd）",
    "months": "月（mo）",
    "years": "年（y）",
    "editions": "届（ed）",
}

_RULES: Final[dict[type, Callable[[Reader, Path, Any], None]]] = {
    Bar: _bar,
    Bound: _bound,
    Category: _category,
    Channels: _channels,
    Criterion: _criterion,
    Duty: _duty,
    Leg: _leg,
    Panel: _panel,
    Publicity: _publicity,
    Scale: _scale,
    Scoring: _scoring,
    Step: _step,
    Weights: _weights,
}
