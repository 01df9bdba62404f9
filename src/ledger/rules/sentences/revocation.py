"""Sentences about grounds on which an honour or an application is taken away."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "revoke.ground.unknown": Sentence(
        "条文没有这一撤销情形。",
        "写明条文所列的情形：{grounds}。",
    ),
    "revoke.ground.kind": Sentence(
        "“{ground}”不适用于{holder}这一类获奖者。",
        "依据适用于这类获奖者的情形。",
    ),
    "revoke.ground.facts": Sentence(
        "没有登记{holder}属于“{ground}”、又在该情形所定期间内的事实。",
        "先登记有关事实，并在办理时引用。",
    ),
    "revoke.ground.unsure": Sentence(
        "所引事实没有写明发生日期、等级或认定机关的层级，是否属于{holder}的“{ground}”无法判断。",
        "更正登记，写明发生日期、等级和认定机关的层级。",
    ),
    "revoke.ground.judged": Sentence(
        "“{ground}”须先认定“{judged}”，账本中没有成立的认定。",
        "先作出认定并登记，并在办理时引用。",
    ),
    "revoke.ground.proposer": Sentence(
        "撤销应由{wanted}提请，不能由{actor}提请。",
        "由{wanted}提请；调查核实的情况报送提请的机关。",
    ),
    "revoke.ground.reporter": Sentence(
        "撤销事项应由{wanted}调查核实，不能由{actor}办理。",
        "由{wanted}调查核实并报告。",
    ),
    "revoke.ground.investigated": Sentence(
        "提请撤销“{ground}”之前，{wanted}没有调查核实并报告。",
        "先由{wanted}调查核实并报告。",
    ),
    "revoke.ground.decider": Sentence(
        "撤销应由{wanted}决定，不能由{actor}决定。",
        "由{wanted}决定。",
    ),
    "revoke.ground.proposal": Sentence(
        "撤销应由{wanted}提请，账本中没有以“{ground}”提请的记录。",
        "先由{wanted}提请并登记。",
    ),
}
