"""Sentences about whose money it is."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "prize.payer.work": Sentence(
        "工作经费应由{wanted}安排，这一笔由{payer}负担。",
        "由{wanted}安排工作经费。",
    ),
    "prize.payer.prize": Sentence(
        "奖励经费应由{wanted}安排，这一笔由{payer}负担。",
        "由{wanted}安排奖励经费。",
    ),
    "prize.payer.elsewhere": Sentence(
        "登记的承担者{payer}不在条文所列之中（{wanted}），应由谁承担条文没有写明，也没有相应的决定。",
        "由有权机关决定承担者，发放时引用该决定。",
    ),
    "prize.payer.purpose": Sentence(
        "这笔奖金所用的预算不是奖励经费，不符合专款专用。",
        "从奖励经费的预算中发放。",
    ),
    "prize.payer.beyond": Sentence(
        "这项预算共 {amount} 元，连同这一笔已支出 {spent} 元，超出预算。",
        "支出合计不超过预算。",
    ),
}
