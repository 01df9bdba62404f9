"""Sentences about what is conferred."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "honour.terms.category": Sentence(
        "{files}所列的奖项不适用于其申报类别，或者本办法没有该奖项。",
        "在{known}中选定与申报类别相符的奖项。",
    ),
    "honour.terms.flags": Sentence(
        "{files}是否再次获奖，所写与账本记录的以往获奖情况不符。",
        "按以往获奖情况写明是否再次获奖；以往情况登记有误的，先作更正。",
    ),
    "honour.terms.unknown": Sentence(
        "{files}以往获得过奖项，但登记中没有写明是哪个奖项，不能判断是否再次获奖。",
        "先补正以往获奖的登记，写明奖项。",
    ),
    "honour.terms.parties": Sentence(
        "授奖对象与{files}的申报者不一致。",
        "授予全部申报者，不增不减。",
    ),
    "honour.terms.twice": Sentence(
        "{files}在本周期已经授奖，不能再授。",
        "不必重复办理。",
    ),
    "honour.terms.first": Sentence(
        "{files}是否首次获奖写为“{told}”，按以往获奖情况应为“{is_}”。",
        "写为“{is_}”；以往情况登记有误的，先作更正。",
    ),
    "honour.terms.counted": Sentence(
        "{files}是否占用名额，按条文应为“{is_}”。",
        "写为“{is_}”。",
    ),
    "honour.terms.items": Sentence(
        "{files}应颁发{wanted}，所写为{told}。",
        "颁发{wanted}。",
    ),
    "honour.terms.day": Sentence(
        "{files}的获奖日期写为{told}，应为{due}。",
        "获奖日期写为{due}。",
    ),
    "honour.terms.validity": Sentence(
        "{files}的称号有效期至写为{told}，应为{due}。",
        "有效期至写为{due}。",
    ),
    "honour.terms.no_validity": Sentence(
        "本办法没有规定称号的有效期，{files}却写明有效期至{told}。",
        "不写有效期。",
    ),
}
