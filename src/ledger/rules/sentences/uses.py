"""Sentences about the use of the honour."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "honour.use.holder": Sentence(
        "{party}没有获得所用的称号，属于冒用。",
        "只由获奖者使用；此前已获奖的，先登记历史获奖记录。",
    ),
    "honour.use.nobody": Sentence(
        "没有登记由谁使用称号，是否冒用无法判断。",
        "登记使用者。",
    ),
    "honour.use.revoked": Sentence(
        "称号已于 {revoked} 被撤销，{used} 仍在使用。",
        "称号撤销后不再使用。",
    ),
    "honour.use.expired": Sentence(
        "称号的有效期到 {until} 为止，{used} 仍在使用。",
        "在有效期内使用。",
    ),
    "honour.use.place": Sentence(
        "称号被用于{places}，条文不允许。",
        "用于条文允许的宣传。",
    ),
    "honour.use.allowed": Sentence(
        "称号可用于{allowed}。",
        "用于{allowed}。",
    ),
    "honour.use.year": Sentence(
        "使用称号时没有注明获奖年份。",
        "注明获奖年份。",
    ),
}
