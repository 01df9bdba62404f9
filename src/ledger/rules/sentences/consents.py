"""Sentences about those who must be asked."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "gate.consent.opinion": Sentence(
        "“{step}”之前须先“{before}”，还没有得到答复。",
        "先征求意见，得到答复后再办理“{step}”。",
    ),
    "gate.consent.opinion.file": Sentence(
        "“{step}”之前须先“{before}”，{files}还没有得到答复。",
        "先就{files}征求意见，得到答复后再办理“{step}”。",
    ),
    "gate.consent.consent": Sentence(
        "“{step}”之前须经“{before}”，还没有得到同意。",
        "得到同意后再办理“{step}”。",
    ),
    "gate.consent.consent.file": Sentence(
        "“{step}”之前须经“{before}”，{files}还没有得到同意。",
        "{files}得到同意后再办理“{step}”，或在名单中去掉。",
    ),
    "gate.consent.clearance": Sentence(
        "“{step}”之前须经“{before}”，还没有得到批准。",
        "得到批准后再办理“{step}”。",
    ),
    "gate.consent.clearance.file": Sentence(
        "“{step}”之前须经“{before}”，{files}还没有得到批准。",
        "{files}得到批准后再办理“{step}”，或在名单中去掉。",
    ),
    "gate.consent.kind": Sentence(
        "所取得的不是“{step}”要求的那一种答复。",
        "按“{step}”的要求填写答复的种类（意见、同意或者批准）。",
    ),
}
