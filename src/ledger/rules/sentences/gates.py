"""Sentences about order and way."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "gate.order": Sentence(
        "“{step}”须在“{before}”之后，而“{before}”尚未完成。",
        "先完成“{before}”，再办理“{step}”。",
    ),
    "gate.order.file": Sentence(
        "“{step}”须在“{before}”之后，而{files}尚未完成“{before}”。",
        "先完成{files}的“{before}”，或在名单中去掉尚未完成的。",
    ),
    "gate.order.expected": Sentence(
        "“{step}”之前应当已有“{before}”，账本中没有。",
        "先完成“{before}”；已经完成的，补录。",
    ),
    "gate.order.expected.file": Sentence(
        "“{step}”之前应当已有“{before}”，{files}没有。",
        "先完成{files}的“{before}”；已经完成的，补录。",
    ),
    "gate.path": Sentence(
        "“{step}”不适用于{files}这一类申报者。",
        "跳过这一环节，直接办理其后的环节。",
    ),
}
