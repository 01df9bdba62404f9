"""Sentences about how long a publicity lasts and what shows it."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "publicity.term.short": Sentence(
        "“{step}”自{begins}起不少于{term}，最后一日应为{needed}，所报的最后一日为{last}。",
        "公示至{needed}当日结束，次日起办理结束手续。",
    ),
    "publicity.term.running": Sentence(
        "“{step}”的最后一日为{last}，该日结束前不能办理结束手续；本次办理在{day}。",
        "在{last}之后办理。",
    ),
    "publicity.term.provisional": Sentence(
        "“{step}”自{begins}起不少于{term}，所涉日期的工作日历尚未公布，最后一日暂计为{needed}，不能据以结束。",
        "工作日历公布并登记后，再办理结束手续。",
    ),
    "publicity.term.channel": Sentence(
        "“{step}”的最后一日应为{needed}，而{channels}在此之前已不再展示。",
        "继续展示，或重新公示，满期后再办理结束手续。",
    ),
    "publicity.term.silent": Sentence(
        "条文没有写明“{step}”的期限，须由公示的公告写明截止日期，并公示到该日结束。",
        "在公告中写明截止日期，到期后再办理结束手续。",
    ),
    "publicity.term.announced": Sentence(
        "“{step}”自{begins}起不少于{term}，最后一日应为{needed}，公告却写明截止于{announced}。",
        "公告的截止日期改为{needed}或以后。",
    ),
    "publicity.term.kept": Sentence(
        "“{step}”公告的截止日期为{announced}，所报的最后一日为{last}，提前结束。",
        "公示至公告的截止日期。",
    ),
    "publicity.term.corrected": Sentence(
        "“{step}”更正了{names}，但没有重新公示；是否影响他人提出异议，应由人判断。",
        "对更正后的名称重新公示，其他名称不受影响。",
    ),
    "publicity.term.nothing_open": Sentence(
        "“{step}”已经结束，没有尚在公示的名称。",
        "不必重复办理；结束日期登记有误的，按更正办理。",
    ),
    "publicity.evidence.missing": Sentence(
        "“{step}”在{channels}上的展示没有留下公示期内的截图、照片等凭证。",
        "补登公示期内截取的凭证。",
    ),
    "publicity.evidence.gap": Sentence(
        "“{step}”期间，有凭证表明{channels}当时没有展示公示内容。",
        "查明中断的时间，必要时重新公示。",
    ),
}
