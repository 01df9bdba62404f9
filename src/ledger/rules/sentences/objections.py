"""Sentences about objections."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "publicity.clean.open": Sentence(
        "{files}在“{step}”中有人提出异议，尚未处理完。",
        "先调查并登记处理结果，或暂不列入，其他名称可先办理。",
    ),
    "publicity.clean.substantiated": Sentence(
        "{files}在“{step}”中的异议经查成立，公示没有通过。",
        "不再列入；其他名称不受影响。",
    ),
    "publicity.clean.raised": Sentence(
        "{files}在“{step}”中有人提出过异议；按现行解释，有异议即为没有通过。",
        "不再列入；其他名称不受影响。",
    ),
    "publicity.clean.late": Sentence(
        "“{step}”结束后才收到针对{files}的异议，目前尚未处理完或者已经成立；是否影响通过应由人判断。",
        "先查明情况，登记处理结果。",
    ),
    "publicity.clean.investigated": Sentence(
        "“{step}”中的异议应由{wanted}调查，不应由{actor}调查。",
        "由{wanted}调查，并在处理结果中写明。",
    ),
    "publicity.clean.proposed": Sentence(
        "“{step}”没有通过的，应由{wanted}提出取消资格，不应由{actor}提出。",
        "由{wanted}提出，并写明提出单位。",
    ),
    "publicity.clean.decided": Sentence(
        "“{step}”没有通过的，应由{wanted}取消资格，不应由{actor}取消。",
        "由{wanted}决定。",
    ),
    "publicity.clean.no_ground": Sentence(
        "{files}在“{step}”中没有成立的异议，不能以公示未通过为由取消资格。",
        "先登记异议的处理结果；因其他事由取消的，写明该事由。",
    ),
}
