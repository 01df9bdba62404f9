"""Sentences about sheets, figures, standards."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "score.scorer.panel": Sentence(
        "{who}不是评审{file}的专家组在任成员，不能评分。", "由该专家组的在任成员评分。"
    ),
    "score.scorer.unit": Sentence("{who}不能在这一环节评分，应由{wanted}评分。", "由{wanted}评分。"),
    "score.scorer.another": Sentence(
        "评分表应由评分人本人提交，不能由他人代为提交{who}的评分。",
        "由评分人本人提交，或者凭纸质评分表转录。",
    ),
    "score.scorer.twice": Sentence(
        "{who}已经为该件评分。", "需要改动的，更换未公开的评分表，或者经专家组同意后更改。"
    ),
    "score.window.early": Sentence("评分自{opens}开始，现在还不能评分。", "到{opens}后再评分。"),
    "score.window.late": Sentence("评分已于{closes}截止。", "重新设定评分时间，或者说明迟交的原因后办理。"),
    "score.window.still_open": Sentence("评分到{closes}才截止，此前不得公开评分。", "待截止之后再公开评分。"),
    "score.sheet.scale": Sentence(
        "{file}的评分为 {points} 分，应在 0 至 {most} 分之间。", "在 0 至 {most} 分之间评分。"
    ),
    "score.sheet.standard": Sentence(
        "评分为 {points} 分，评审规则规定在 {least} 至 {most} 分之间。", "按评审规则规定的分值评分。"
    ),
    "score.sheet.places": Sentence(
        "评分 {points} 的小数超过评审规则规定的 {places} 位。", "小数不超过 {places} 位。"
    ),
    "score.sheet.items": Sentence(
        "分项评分与评审规则的评分表不符，或者分项之和不等于 {points} 分。",
        "按评分表逐项评分，总分等于各项之和。",
    ),
    "score.opened.stranger": Sentence(
        "公开的评分中有 {count} 份不属于该件该环节。", "只公开该件该环节的评分表。"
    ),
    "score.opened.left": Sentence(
        "还有 {count} 份密封的评分表没有公开，也没有列为缺失。", "同一件的评分表一并公开。"
    ),
    "score.opened.misfit": Sentence(
        "公开的评分中有 {count} 份不是完整的评分表，或者重复。", "公开密封时的原内容。"
    ),
    "score.opened.lost": Sentence("有 {count} 份密封的评分表不能公开。", "查明原因并登记。"),
    "score.opened.absent": Sentence("{people}没有为该件评分。", "补交评分表；评审规则另有规定的从其规定。"),
    "score.opened.again": Sentence("该件该环节的评分已经公开。", "不再重复公开。"),
    "score.changed.unknown": Sentence("要改动的评分表不存在。", "写明要改动的评分表。"),
    "score.changed.another": Sentence(
        "要改动的是他人、他件或者其他环节的评分表。", "只改动本人为该件所作的评分。"
    ),
    "score.changed.aside": Sentence("要改动的评分表已经不计入。", "不再改动。"),
    "score.changed.opened": Sentence(
        "评分已经公开，不能再更换评分表。", "公开之后须说明理由，经专家组同意后更改。"
    ),
    "score.changed.closed": Sentence("评分尚未公开，不必更改。", "公开之前由评分人更换评分表。"),
    "score.assent.stranger": Sentence(
        "{people}不是该专家组的在任成员，不能表示意见。", "只由在任成员表示意见。"
    ),
    "score.assent": Sentence(
        "专家组 {members} 人中只有 {agreed} 人同意，未过半数。", "过半数成员同意后办理。"
    ),
    "score.tie": Sentence("{files}的得分并不相同，不需要另行决定先后。", "只对得分相同的决定先后。"),
    "score.composite.no_weights": Sentence(
        "{file}的综合得分没有规定的权重可依。", "先由经批准的评审规则规定权重。"
    ),
    "score.composite.components": Sentence(
        "{file}的综合得分应由{wanted}组成，现由{given}组成。", "按{wanted}各一项填写。"
    ),
    "score.composite.sum": Sentence(
        "{file}的综合得分为 {given} 分，按权重计算应为 {reckoned} 分。", "填写 {reckoned} 分。"
    ),
    "score.composite.no_sum": Sentence("{file}没有填写综合得分。", "按权重计算后填写。"),
    "score.composite.points": Sentence(
        "{file}的“{step}”填写为 {given} 分，由评分表得出的是 {reckoned} 分。", "填写 {reckoned} 分。"
    ),
    "score.composite.none": Sentence("{file}在“{step}”没有评分。", "先完成该环节的评分。"),
    "score.composite.sealed": Sentence("{file}在“{step}”的评分尚未公开。", "先公开评分。"),
    "score.composite.missing": Sentence(
        "{file}在“{step}”的评分表不齐，按评审规则不能得出得分。", "补齐评分表。"
    ),
    "score.composite.few": Sentence("{file}在“{step}”的评分表少于评审规则规定的份数。", "补齐评分表。"),
    "score.composite.consensus": Sentence("{file}在“{step}”还没有专家组的合议得分。", "先登记合议得分。"),
    "report.there": Sentence("{file}还没有“{step}”的评审报告。", "先出具该环节的评审报告。"),
    "standard.approved.names": Sentence("评审规则没有采用{lacking}。", "写明采用{lacking}及其版本年号。"),
    "standard.approved.edition": Sentence("没有写明{names}的版本年号。", "写明所采用的版本年号。"),
    "standard.approved.cited": Sentence(
        "评分没有写明所依据的评审标准，或者该标准不是为本周期审定的。", "写明经审定的评审标准。"
    ),
}
