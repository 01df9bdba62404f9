"""Sentences about competence."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "actor.role": Sentence(
        "“{step}”应由{wanted}办理，不能由{actor}办理。",
        "由{wanted}办理，或凭其授权代办。",
    ),
    "actor.role.silent": Sentence(
        "条文没有写明“{step}”由谁办理，账本中也没有相应的决定。",
        "先由有权机关作出决定并登记（作出解释）。",
    ),
    "actor.role.proposal": Sentence(
        "“{step}”应由{wanted}提出，填写的是{actor}。",
        "由{wanted}提出后再办理“{step}”。",
    ),
    "actor.role.proposal.nobody": Sentence(
        "“{step}”应由{wanted}提出，没有写明由谁提出。",
        "写明由{wanted}提出，或者引用其名单。",
    ),
    "actor.role.mandate": Sentence(
        "“{step}”应受{wanted}委托办理，所凭的是{actor}的委托。",
        "登记{wanted}的委托（授予委托），凭以办理。",
    ),
    "actor.role.mandate.nobody": Sentence(
        "“{step}”应受{wanted}委托办理，账本中没有这一委托。",
        "登记{wanted}的委托（授予委托），凭以办理。",
    ),
    "actor.role.asked": Sentence(
        "“{step}”应征求{wanted}，填写的是{actor}。",
        "征求{wanted}的意见。",
    ),
    "actor.role.asked.nobody": Sentence(
        "“{step}”应征求{wanted}，没有写明征求了谁。",
        "写明所征求的{wanted}。",
    ),
    "actor.role.with": Sentence(
        "“{step}”应会同{wanted}办理，填写的会同单位中没有。",
        "会同{wanted}办理并写明。",
    ),
    "actor.role.drafted": Sentence(
        "“{step}”应由{wanted}承担，填写的是{actor}。",
        "由{wanted}拟订后再审定。",
    ),
    "actor.role.drafted.nobody": Sentence(
        "“{step}”应由{wanted}承担，没有写明由谁承担。",
        "写明由{wanted}拟订。",
    ),
    "actor.role.approved": Sentence(
        "“{step}”应经{wanted}批准，填写的是{actor}。",
        "经{wanted}批准后再登记。",
    ),
    "actor.role.approved.nobody": Sentence(
        "“{step}”应经{wanted}批准，没有写明由谁批准。",
        "经{wanted}批准后再登记。",
    ),
}
