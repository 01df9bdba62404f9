"""Sentences about draws and panels."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

_ORDER: Final = "按抽签结果的先后列入；前面的人不能参加的，先登记回避或者更换。"

SENTENCES: Final = {
    "draw.pool.stranger": Sentence(
        "备选名单中的{people}不在规定的专家库内。", "从备选名单中去掉，或者先办理专家入库。"
    ),
    "draw.pool.twice": Sentence("{people}在备选名单中出现不止一次。", "每人只列入一组备选名单。"),
    "draw.pool.few": Sentence(
        "排除之后只剩 {left} 人可抽，而要抽 {seats} 人，谈不上随机。", "备选人数须多于要抽的人数。"
    ),
    "draw.pool.left_out": Sentence(
        "专家库中的{people}既不在备选名单内，也没有写明排除的理由。", "列入备选名单，或者写明排除的理由。"
    ),
    "draw.pool.again": Sentence(
        "本环节已有一次抽签，其结果没有用来组建专家组，又另行抽签。",
        "使用前一次抽签的结果，或者说明为何不用。",
    ),
    "draw.other": Sentence("抽签与所办的周期或者环节不符。", "按抽签准备时写明的周期和环节办理。"),
    "draw.ended": Sentence("这次抽签已经完成或者已经放弃。", "另行准备一次抽签。"),
    "draw.officers.physical": Sentence(
        "这次抽签用抽签设备进行，不需要提交随机数。", "直接登记抽签过程和结果。"
    ),
    "draw.officers.third": Sentence("两个随机数已经提交齐全，不能再提交。", "直接登记抽签结果。"),
    "draw.officers.one_body": Sentence(
        "两个随机数须由两个单位的两名工作人员各提交一个，不能都由{body}提交。", "由另一单位的工作人员提交。"
    ),
    "draw.recomputed.method": Sentence("抽签方式与准备时写明的不同。", "按准备时写明的方式抽签。"),
    "draw.recomputed.physical": Sentence(
        "用抽签设备抽签，须写明设备、到场的评审监督员并附经签字的记录。",
        "补充设备、监督员和记录；监督员须是本环节聘请的。",
    ),
    "draw.recomputed.names": Sentence(
        "“{names}”组的抽签结果有误：有人重复、不在备选名单内，或者人数不足。", "按抽签记录更正名单。"
    ),
    "draw.recomputed.halves": Sentence(
        "随机数应由两个单位各提交一个，现只有 {given} 个。", "先由两个单位各提交一个随机数。"
    ),
    "draw.recomputed.opening": Sentence("事先提交的两个随机数没有全部公开。", "公开事先提交的两个随机数。"),
    "draw.recomputed.order": Sentence(
        "“{strata}”组的抽签结果不是由两个随机数算出的结果。", "按两个随机数重新计算，登记算出的结果。"
    ),
    "draw.abandoned": Sentence(
        "抽签在已提交 {given} 个随机数之后放弃。", "说明放弃的原因；已提交的随机数可以由监督员公开。"
    ),
    "panel.form.by": Sentence("专家组应由{wanted}组建，不能由{actor}组建。", "由{wanted}组建。"),
    "panel.form.min": Sentence("专家组只有 {count} 人，不足 {bound} 人。", "补足到 {bound} 人以上。"),
    "panel.form.max": Sentence("专家组有 {count} 人，超过 {bound} 人。", "减至 {bound} 人以内。"),
    "panel.form.left": Sentence(
        "回避之后专家组只剩 {count} 人可以评审该件，须为 {bound} 人。", "先按候补顺序补足专家，再行评分。"
    ),
    "panel.form.leader": Sentence("专家组应有一名组长，现有 {leaders} 名。", "指定一名组长。"),
    "panel.form.leader_away": Sentence("专家组组长已经退出，尚未另行指定组长。", "先指定组长，再行评分。"),
    "panel.form.source": Sentence("{people}不在规定的专家库内。", "从规定的专家库中产生。"),
    "panel.form.method": Sentence("专家组不是按规定的方式产生的。", "按规定的方式产生专家组。"),
    "panel.form.no_draw": Sentence(
        "专家组应随机抽取产生，却没有与之对应、已经完成的抽签。", "先办理抽签，写明所依据的抽签。"
    ),
    "panel.form.not_drawn": Sentence("{people}不是抽签抽中的。", "只列入抽中的专家。"),
    "panel.form.skipped": Sentence("{people}抽中在前而没有列入，也没有登记回避或者更换。", _ORDER),
    "panel.form.crowded": Sentence(
        "“{strata}”组列入的专家多于抽签时写明的人数。", "候补专家只在有人退出后列入。"
    ),
}
