"""Sentences about questions that a text leaves open."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "question.open.article": Sentence(
        "这一问题出自第{article}条，填写的是第{given}条。",
        "改为第{article}条。",
    ),
    "question.open.option": Sentence(
        "解释没有选定所列的任何一种：{options}。",
        "从所列各种中选定一种。",
    ),
    "question.open.value": Sentence(
        "第{article}条没有规定的内容，解释也没有补上。",
        "写明所补的内容。",
    ),
    "question.open.uncited": Sentence(
        "第{article}条已有解释（编号 {reading}），决定没有注明依据这一解释。",
        "在所引条文中注明解释的编号。",
    ),
}
