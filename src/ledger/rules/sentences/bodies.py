"""Sentences about how bodies are made."""

from __future__ import annotations

from typing import Final

from ledger.rules.sentences.sentence import Sentence

SENTENCES: Final = {
    "body.form.posts": Sentence(
        "{body}的职务设置与条文不符，应当有：{posts}。",
        "按条文的职务和人数组成{body}。",
    ),
    "body.form.mix": Sentence(
        "{body}的组成人员中还应当有：{groups}。",
        "补上{groups}后再登记。",
    ),
    "body.form.announced": Sentence(
        "{body}的组成应当公布，没有写明公布的日期。",
        "公布后写明日期。",
    ),
    "body.form.double": Sentence(
        "{body}与{other}有 {number} 人兼任，承办和决定应当分开。",
        "调整兼任的人员；确需兼任的，兼任者不参加有关事项的表决。",
    ),
}
