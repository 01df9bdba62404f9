"""Sentences about interests, conduct and supervision."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "person.recusal": Sentence("{who}与{file}有利害关系，不得参与。", "由没有利害关系的人员办理。"),
    "person.recusal.away": Sentence("{who}已回避{file}，不得参与。", "由没有回避的人员办理。"),
    "person.recusal.seat": Sentence(
        "{who}与{file}有利害关系，尚未登记回避，不能列入评审该件的专家组。", "先登记回避，或者改由他人参加。"
    ),
    "person.recusal.scored": Sentence(
        "{who}与{file}有利害关系（{known}登记），而其{scored}的评分仍然计入。", "不计入该评分，重新得出得分。"
    ),
    "conduct.report": Sentence("有人反映评审中存在条文禁止的行为：{kind}。", "核实后登记处理结果。"),
    "reviewer.sanction.by": Sentence(
        "对评审人员的处理应由{wanted}决定，不能由{actor}决定。", "由{wanted}决定。"
    ),
    "reviewer.sanction.level": Sentence("条文没有规定“{level}”这种处理。", "按条文规定的方式处理。"),
    "reviewer.sanction.ground": Sentence(
        "取消评审资格没有写明所依据的情形（{kinds}），或者账本中没有涉及本人的反映。",
        "先登记所反映的情形，再凭以处理。",
    ),
    "reviewer.sanction.employer": Sentence(
        "取消评审资格而没有提请其主管部门或者所在单位追究责任。", "同时提请其主管部门或者所在单位处理。"
    ),
    "reviewer.sanction.counted": Sentence(
        "{who}已于{sanctioned}被取消评审资格，其{scored}的评分仍然计入。", "核查该评分，决定是否计入。"
    ),
    "supervisor.present": Sentence(
        "{file}的现场评审没有聘请的评审监督员到场。", "由聘请的评审监督员全程到场。"
    ),
    "sealed.look": Sentence("{day}有人在公开之前查阅了密封的{what}。", "说明查阅的事由。"),
}
