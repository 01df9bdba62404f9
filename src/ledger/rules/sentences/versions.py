"""Sentences about versions in force and the rhythm of cycles."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "version.in_force.undated": Sentence(
        "《{regulation}》的施行日期或者有效期空白，公布时的决定也没有补足。",
        "先按公布的决定补足起止日期（采用办法版本），再办理。",
    ),
    "version.in_force.early": Sentence(
        "《{regulation}》自{first}起施行，{day}尚未施行。",
        "在{first}及以后开启，或者适用当日有效的版本。",
    ),
    "version.in_force.expired": Sentence(
        "《{regulation}》有效期至{last}，{day}已经失效。",
        "适用当日有效的版本。",
    ),
    "version.in_force.draft": Sentence(
        "《{regulation}》是草案，尚未公布施行，不能据以开启正式的评审。",
        "按试运行开启，或者等公布施行后再开启。",
    ),
    "version.in_force.backwards": Sentence(
        "施行日期{first}在失效日期{last}之后。",
        "按公布的决定核对起止日期。",
    ),
    "version.in_force.overlap": Sentence(
        "《{regulation}》自{first}起施行，而《{other}》当时仍然有效，同一天不能有两个版本。",
        "写明所废止的版本，或者核对起止日期。",
    ),
    "cycle.interval": Sentence(
        "每{every}年评定一次，{others}年已有一届，{year}年不能再有一届。",
        "在下一个评定年度举办，或者沿用已有的一届。",
    ),
    "cycle.interval.edition": Sentence(
        "届次应当依次编号，上一届之后应为第{wanted}届，填写的是第{given}届。",
        "改为第{wanted}届。",
    ),
    "cycle.interval.overdue": Sentence(
        "每{every}年评定一次，{last}年之后到{year}年年底没有再举办。",
        "补录{year}年的评审，或者登记没有举办的决定。",
    ),
    "cycle.interval.silent": Sentence(
        "条文没有写明多久评定一次，账本中也没有相应的决定。",
        "先由有权机关作出决定并登记（作出解释）。",
    ),
}
