"""Sentences about lists."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "list.member.gone": Sentence(
        "{files}已经退出或被取消资格，不能再列入“{step}”。",
        "从名单中去掉已经退出或被取消资格的。",
    ),
    "list.member.added": Sentence(
        "{files}不在“{list}”的名单上，不能列入“{step}”。",
        "只列“{list}”的名单上的。",
    ),
    "list.member.moved": Sentence(
        "{files}在“{step}”中的奖项与“{list}”的名单不一致。",
        "奖项与“{list}”的名单一致。",
    ),
    "list.member.late": Sentence(
        "“{step}”开始以后不能增加名称，{files}不在所示名单上。",
        "只列所示名单上的；空出的名额不递补。",
    ),
    "list.member.substitute": Sentence(
        "“{step}”没有通过的名额不递补，不能由{files}替补。",
        "不写替补者，名额空缺。",
    ),
}
