"""Sentences about entries."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "entry.correction": Sentence(
        "第 {entry} 条录入时带有问题（{codes}），现予更正或作废，问题可能随之消失。",
        "请核对原件，确认更正属实。",
    ),
    "entry.retried": Sentence(
        "同一行为刚被拒绝（第 {refused} 条，日期 {was}），随即改动日期（{now}）再次提交。",
        "请核对原件上的日期。",
    ),
}
