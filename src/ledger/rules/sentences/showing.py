"""Sentences about who is shown in a publicity."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "publicity.scope.no_list": Sentence(
        "“{step}”所示名单须由“{before}”产生，而该名单尚未形成。",
        "先完成“{before}”，再进行“{step}”。",
    ),
    "publicity.scope.missing": Sentence(
        "“{step}”漏列名单上的{files}。",
        "所示名称与名单完全一致。",
    ),
    "publicity.scope.added": Sentence(
        "“{step}”列有名单以外的{files}。",
        "所示名称与名单完全一致。",
    ),
    "publicity.scope.moved": Sentence(
        "“{step}”所示{files}的奖项与名单不一致。",
        "所示奖项与名单完全一致。",
    ),
    "publicity.scope.sections": Sentence(
        "“{step}”缺少{sections}部分；没有人选的，也应写明空缺。",
        "名单按条文所列各个奖项分部分列出。",
    ),
}
