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
}
