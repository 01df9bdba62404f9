"""Sentences about meetings and votes."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "meeting.vote.plenary": Sentence(
        "“{step}”须经全体会议，所记的不是全体会议。",
        "召开全体会议后再办理。",
    ),
    "meeting.vote.quorum": Sentence(
        "“{step}”的会议应到 {total} 人，实到 {present} 人，不足 {quorum}。",
        "到会人数达到应到人数的 {quorum}。",
    ),
    "meeting.vote.secret": Sentence(
        "对{about}的表决须不记名，所记的不是不记名表决。",
        "以不记名方式重新表决。",
    ),
    "meeting.vote.basis": Sentence(
        "对{about}的表决没有写明考虑了{basis}。",
        "写明所考虑的{basis}。",
    ),
    "meeting.vote.majority": Sentence(
        "{about}得 {votes} 票，不足 {of} 人的 {share}，不能通过。",
        "票数达到 {of} 人的 {share}，否则记为没有通过。",
    ),
    "meeting.vote.unnamed": Sentence(
        "“{step}”没有写明由哪次会议作出，不能判断会议是否合规。",
        "先登记会议，并在名单中写明。",
    ),
    "meeting.vote.each": Sentence(
        "“{step}”所列的{files}没有单独表决。",
        "逐个表决后再列入。",
    ),
    "meeting.vote.lost": Sentence(
        "“{step}”所列的{files}没有在会上通过。",
        "只列会上通过的。",
    ),
    "meeting.vote.inverted": Sentence(
        "“{step}”把得分较低的{files}列在得分较高的之前，没有写明理由。",
        "写明理由，或按得分先后列出。",
    ),
}
