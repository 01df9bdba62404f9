"""Sentences about numbers of places."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "count.bound.most": Sentence(
        "{what}列有 {count} 个，不得超过 {most} 个。",
        "减至 {most} 个以内。",
    ),
    "count.bound.least": Sentence(
        "{what}列有 {count} 个，少于 {least} 个。",
        "增至 {least} 个，或者写明理由。",
    ),
    "count.bound.silent": Sentence(
        "{what}列有 {count} 个，而条文没有给出可以比较的数目，账本中也没有相应的决定。",
        "先由有权机关作出决定并登记。",
    ),
    "count.bound.share": Sentence(
        "{what}列有 {count} 个，不得超过 {most} 个（基数 {base} 乘以 {ratio} 得 {product}）。",
        "减至 {most} 个以内。",
    ),
    "count.bound.places": Sentence(
        "周期结束时{what}记为授予 {awarded} 个、空缺 {vacant} 个；"
        "名额 {most} 个，实际占用 {taken} 个，应空缺 {left} 个。",
        "如实写明授予数和空缺数，二者之和等于名额。",
    ),
}
