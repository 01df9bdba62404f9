"""Sentences about prize money."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "prize.amount": Sentence(
        "{holder}的{category}奖金共 {most} 元，此前已发 {before} 元，不能再发 {amount} 元。",
        "历次发放合计不超过 {most} 元。",
    ),
    "prize.amount.none": Sentence(
        "{category}不发奖金，不能向{holder}发放 {amount} 元。",
        "不发奖金。",
    ),
    "prize.amount.reaward": Sentence(
        "{holder}属于再次获奖，奖金为 {most} 元，不能发放 {amount} 元。",
        "再次获奖的不发奖金。",
    ),
    "prize.amount.again": Sentence(
        "{holder}{won}，这次不是首次获奖，不能发放奖金 {amount} 元。",
        "只向首次获奖的发放奖金。",
    ),
    "prize.amount.higher": Sentence(
        "{holder}{won}，首次获{category}的奖金为 {most} 元，此前已发 {before} 元，不能再发 {amount} 元。",
        "历次发放合计不超过 {most} 元。",
    ),
    "prize.amount.silent": Sentence(
        "条文没有写明{category}的奖金数额，这次发放也没有引用确定数额的批准决定，或者超出了该数额。",
        "引用批准获奖名单时确定奖金数额的决定，发放合计不超过该数额。",
    ),
    "prize.amount.revoked": Sentence(
        "{holder}的称号已被撤销，不能再发放奖金。",
        "称号撤销后不再发放；已发放的收回。",
    ),
    "prize.amount.party": Sentence(
        "奖金应发给{holder}，不能发给{party}。",
        "发给获奖者。",
    ),
    "prize.use.forbidden": Sentence(
        "奖金不得用于{uses}。",
        "用于条文允许的用途。",
    ),
    "prize.use.mainly": Sentence(
        "奖金共 {whole} 元，已有 {beside} 元用于{uses}，达到一半，不再是主要用于{allowed}。",
        "用于其他用途的合计不到一半。",
    ),
    "prize.use.only": Sentence(
        "奖金只能用于{allowed}，已有 {beside} 元用于{uses}。",
        "用于条文允许的用途。",
    ),
}
