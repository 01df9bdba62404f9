"""Sentences about who applies."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "applicant.kind": Sentence(
        "{who}不是本办法所设的申报者类别；可以申报的是：{admitted}，并与登记的性质一致。",
        "以{admitted}中与登记性质一致的一类申报。",
    ),
    "applicant.kind.category": Sentence(
        "{who}所申报的“{category}”不是为这一类申报者设立的奖项。",
        "不写明奖项，或者写明为这一类申报者设立的奖项。",
    ),
    "applicant.kind.alone": Sentence("{who}联合申报，而这一类申报者只能单独申报。", "各自单独申报。"),
    "applicant.kind.joint": Sentence(
        "{who}共 {count} 人联合申报，联合申报须为 2 至 {most} 人。",
        "减少或增加联合申报的人数，或各自单独申报。",
    ),
    "bound.applications": Sentence(
        "{who}与{others}有“{group}”，同一周期内最多申报 {most} 家，而{others}已经申报。",
        "由其中一家申报，其余的撤回或者不予受理。",
    ),
    "bound.applications.siblings": Sentence(
        "{who}与{others}同属一个第三方（{group}），是否也只能有 {most} 家申报，条文不明，须由人判断。",
        "由有权机关对此作出解读并登记。",
    ),
}
