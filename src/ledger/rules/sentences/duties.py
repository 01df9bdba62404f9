"""Sentences about what is owed."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "duty.overdue": Sentence(
        "{bearer}应在 {due} 前履行“{duty}”（{what}）{about}，至今没有记录。",
        "由{bearer}补办并登记；确有原因的，登记对本项问题的处理意见。",
    ),
    "duty.late": Sentence(
        "{bearer}应在 {due} 前履行“{duty}”（{what}）{about}，实际在 {done} 才履行。",
        "登记对本项问题的处理意见。",
    ),
    "duty.overdue.before": Sentence(
        "{bearer}应在“{before}”之前履行“{duty}”（{what}）{about}，“{before}”已于 {event} 办理，仍没有记录。",
        "由{bearer}补办并登记；确有原因的，登记对本项问题的处理意见。",
    ),
    "duty.late.before": Sentence(
        "{bearer}应在“{before}”之前履行“{duty}”（{what}）{about}，“{before}”已于 {event} 办理，{done} 才履行。",
        "登记对本项问题的处理意见。",
    ),
    "duty.undated": Sentence(
        "{bearer}应履行“{duty}”（{what}）{about}，期限条文没有写明，账本中也没有相应的决定，至今没有履行的记录。",
        "由有权机关决定期限并登记，或由{bearer}履行。",
    ),
    "duty.unclear.day": Sentence(
        "{bearer}应履行“{duty}”（{what}）{about}，但没有登记起算的日期（{since} 登记），是否逾期无法判断。",
        "更正登记，写明起算的日期。",
    ),
    "duty.unclear.calendar": Sentence(
        "{bearer}履行“{duty}”（{what}）{about}的期限约为 {due}，但当年的工作日历尚未公布，是否逾期无法判断。",
        "先公布当年的工作日历。",
    ),
    "duty.unclear.ground": Sentence(
        "{since} 登记的情形没有写明等级或认定机关的层级，{bearer}应否履行“{duty}”（{what}）{about}无法判断。",
        "更正登记，写明等级和认定机关的层级。",
    ),
    "duty.incomplete": Sentence(
        "履行“{duty}”所交的材料缺少：{lacking}。",
        "补交{lacking}。",
    ),
    "duty.declined": Sentence(
        "“{duty}”被拒绝履行。",
        "按要求履行；确有原因的，登记对本项问题的处理意见。",
    ),
    "duty.not_issued": Sentence(
        "收回的物品中，{items}并没有发给{holder}。",
        "只收回实际发出的物品。",
    ),
    "duty.not_paid": Sentence(
        "向{holder}共收回奖金 {asked} 元，而实际发放的只有 {paid} 元。",
        "收回的奖金不超过实际发放的数额。",
    ),
}
