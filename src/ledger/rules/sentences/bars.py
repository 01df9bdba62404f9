"""Sentences about bars."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "bar.active": Sentence(
        "{who} {origin}；依“{bar}”，到 {until} 止（当日在内），而本次是 {day}。",
        "从 {next} 起不再受此限制。",
    ),
    "bar.active.open": Sentence(
        "{who} {origin}；依“{bar}”，没有期限，而本次是 {day}。",
        "由有权机关另作决定并登记之后再办。",
    ),
    "bar.active.editions": Sentence(
        "{who} {origin}；依“{bar}”，到第 {last} 届止（该届在内），而本次是第 {edition} 届。",
        "从第 {last} 届之后的一届起不再受此限制。",
    ),
    "bar.active.unclear": Sentence(
        "{who} {origin}；日期或届次不详，{day} 是否仍受“{bar}”限制无法判断。",
        "先查明并登记其日期或届次。",
    ),
    "bar.active.successor": Sentence(
        "{who}承继的{before} {origin}；“{bar}”是否随承继延续，没有记录在案的决定。",
        "先作出决定，并在承继记录中写明限制是否延续。",
    ),
    "bar.active.roster": Sentence(
        "账本启用之前的有关记录没有声明齐全，{who}在 {day} 是否受“{bar}”限制无法判断。",
        "先登记账本启用之前的有关记录，并声明已经齐全。",
    ),
}
