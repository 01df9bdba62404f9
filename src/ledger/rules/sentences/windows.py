"""Sentences about windows and limits."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "gate.window.early": Sentence(
        "“{step}”自{first}起受理，{day}尚未开始。",
        "在{first}及以后办理。",
    ),
    "gate.window.late": Sentence(
        "“{step}”的期限到{last}为止，{day}已经超过。",
        "须在{last}及以前；期限有变更的，先登记变更通知（变更申报通知）。",
    ),
    "gate.window.unset": Sentence(
        "申报通知没有写明“{step}”的期限，无法判断是否在期限之内。",
        "先以变更通知补充期限（变更申报通知），再办理“{step}”。",
    ),
    "gate.window.lead": Sentence(
        "“{step}”应当在申报开始{lead}之前发布，{begins}发布而{first}开始，间隔不够。",
        "推迟申报开始的日期。",
    ),
    "gate.window.lead.unset": Sentence(
        "“{step}”应当提前多久发布，或者申报从哪一天开始，没有写明。",
        "写明申报开始的日期；条文没有写明的，先由有权机关作出决定并登记（作出解释）。",
    ),
}
