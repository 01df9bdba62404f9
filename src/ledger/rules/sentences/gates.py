"""Sentences about order, way and competence."""

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
    "gate.path": Sentence(
        "“{step}”不适用于{files}这一类申报者。",
        "跳过这一环节，直接办理其后的环节。",
    ),
    "actor.role": Sentence(
        "“{step}”应由{wanted}办理，不能由{actor}办理。",
        "由{wanted}办理，或凭其授权代办。",
    ),
    "actor.role.silent": Sentence(
        "条文没有写明“{step}”由谁办理，账本中也没有相应的决定。",
        "先由有权机关作出决定，并作为解释登记入账。",
    ),
}
