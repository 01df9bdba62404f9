"""Sentences about what acts carry, where papers go, and through which media something is told."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "act.complete": Sentence(
        "“{step}”缺少：{missing}。",
        "补齐{missing}后再办理“{step}”。",
    ),
    "act.complete.reasons": Sentence(
        "“{step}”没有写明理由。",
        "写明理由后再办理“{step}”。",
    ),
    "act.complete.forbidden": Sentence(
        "“{step}”不得有：{found}。",
        "去掉{found}后再办理“{step}”。",
    ),
    "act.complete.seal": Sentence(
        "“{step}”须盖章，这一份没有盖章。",
        "盖章后再办理“{step}”。",
    ),
    "act.complete.public": Sentence(
        "“{step}”是否公开进行，与条文不符。",
        "按条文的要求进行，并如实填写。",
    ),
    "act.complete.days": Sentence(
        "“{step}”应当不少于{least}日，这一次是{days}日。",
        "按条文的天数进行，或者写明理由。",
    ),
    "act.complete.silent": Sentence(
        "条文没有写明“{step}”须附什么，账本中也没有相应的决定。",
        "先由有权机关作出决定并登记（作出解释）。",
    ),
    "act.routing": Sentence(
        "“{step}”的材料应送交{wanted}，填写的是{given}。",
        "送交{wanted}。",
    ),
    "act.routing.nowhere": Sentence(
        "“{step}”的材料应送交{wanted}，没有写明送交何处。",
        "写明送交{wanted}。",
    ),
    "act.routing.silent": Sentence(
        "条文没有写明“{step}”的材料送交何处，账本中也没有相应的决定。",
        "先由有权机关作出决定并登记（作出解释）。",
    ),
    "act.channels.all": Sentence(
        "“{step}”还须通过：{missing}。",
        "在{missing}上同时发布。",
    ),
    "act.channels.any": Sentence(
        "“{step}”须通过{media}之一发布。",
        "在{media}之一发布。",
    ),
    "act.channels.level": Sentence(
        "“{step}”所用的媒体中，没有{level}以上的。",
        "在{level}以上的媒体发布。",
    ),
}
