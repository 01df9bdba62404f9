"""Sentences about what applicants, employers, experts and agencies must be like."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

_VERIFY: Final = "先核实{fact}并登记核实结果，再作决定；核实不成立的，不予受理并说明理由。"
_REJECT: Final = "不予受理并说明理由；事实有误的，先登记新的核实结果。"

SENTENCES: Final = {
    "criterion": Sentence("{who}符合“{name}”。", "无须补正。"),
    "criterion.refuted": Sentence("{who}的{fact}经核实不成立，不符合“{name}”。", _REJECT),
    "criterion.unverified": Sentence("{who}的{fact}未经核实，是否符合“{name}”无法判断。", _VERIFY),
    "criterion.span": Sentence(
        "{who}：{fact}自 {since} 起，到 {day} 不满 {years} 年，不符合“{name}”。", _REJECT
    ),
    "criterion.span.several": Sentence(
        "{who}：{fact}到 {day} 合计 {days} 日，不满 {years} 年，不符合“{name}”。", _REJECT
    ),
    "criterion.span.unclear": Sentence(
        "{who}的{fact}从何日起未经核实，到 {day} 是否满 {years} 年无法判断。", _VERIFY
    ),
    "criterion.holds": Sentence("{who}的{fact}在 {day} 并不存在，不符合“{name}”。", _REJECT),
    "criterion.holds.grade": Sentence(
        "{who}的{fact}（{when}）为{grade}，须为{wanted}以上，不符合“{name}”。", _REJECT
    ),
    "criterion.holds.years": Sentence(
        "{who}的{fact}缺 {lacking} 年的核实结果，是否符合“{name}”无法判断。", _VERIFY
    ),
    "criterion.holds.times": Sentence(
        "{who}：到 {day} 为止期限内的{fact}共 {count} 次，须 {times} 次，不符合“{name}”。", _REJECT
    ),
    "criterion.holds.times.unclear": Sentence(
        "{who}：到 {day} 为止期限内的{fact}核实的有 {count} 次，是否满 {times} 次无法判断。", _VERIFY
    ),
    "criterion.any_of": Sentence("{who}所需的“{name}”，须有 {any} 项，经核实的有 {good} 项。", _REJECT),
    "criterion.any_of.unclear": Sentence(
        "{who}所需的“{name}”，须有 {any} 项，经核实的有 {good} 项；尚未核实的有：{parts}。",
        "先核实其中的任一项并登记核实结果，再作决定。",
    ),
    "criterion.clean": Sentence(
        "{who}有：{facts}。从 {day} 往前追溯到 {since}，不符合“{name}”。",
        "不予受理或从名单中去掉，并说明理由；记录有误的，先更正记录。",
    ),
    "criterion.clean.unclear": Sentence(
        "{who}有：{facts}。日期、程度或认定机关不全，从 {day} 往前追溯到 {since} 是否符合“{name}”无法判断。",
        "先补全这些情形的发生日期、程度和认定机关。",
    ),
    "criterion.clean.partly": Sentence(
        "{who}有：{facts}。条文所列的各种记录只有其中一部分，是否符合“{name}”须由人判断。",
        "在资格审查决定中写明判断、证据和理由，或由有权机关作出解读。",
    ),
    "criterion.clean.human": Sentence(
        "{who}有：{facts}。条文没有写明追溯多久，是否符合“{name}”须由人判断。",
        "在资格审查决定中写明判断、证据和理由，或由有权机关作出解读。",
    ),
    "criterion.clean.judged": Sentence(
        "{who}有：{facts}。经判断不符合“{name}”，不能受理。",
        "不予受理并说明理由；判断改变的，写明新的证据和理由。",
    ),
    "criterion.clean.no_day": Sentence(
        "{who}是否符合“{name}”无法判断：没有可以追溯的单位或起算日期。",
        "先补全所在单位，或先公布申报公告。",
    ),
    "criterion.judged": Sentence(
        "{who}经判断不符合“{name}”，不能受理。", "不予受理并说明理由；判断改变的，写明新的证据和理由。"
    ),
    "criterion.judged.missing": Sentence(
        "没有关于{who}是否符合“{name}”的判断记录。", "在资格审查决定中写明判断、证据和理由。"
    ),
    "criterion.judged.bare": Sentence(
        "关于{who}是否符合“{name}”的判断没有附证据，或者没有说明理由。", "补上证据和理由。"
    ),
    "criterion.judged.figures": Sentence(
        "关于{who}是否符合“{name}”的判断缺 {lacking} 年的数据。", "补上所缺年份的数据，或说明为何没有。"
    ),
    "criterion.reference": Sentence(
        "对{file}的审查写明从 {stated} 往前算，而各项年限应从 {day} 往前算。",
        "写明 {day}，或者不写，由账本推算；口径改变的，先由有权机关作出解读并登记。",
    ),
}
