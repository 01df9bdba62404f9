"""The catalogue of what rules say, one module a phase: a sentence with slots, and what would be accepted instead.

Slots are filled with the facts of an outcome, which are words for people already. No rule writes a sentence itself.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from ledger.rules.sentences.sentence import Sentence


def _collect() -> dict[str, Sentence]:
    sentences: dict[str, Sentence] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        for said, sentence in getattr(import_module(f"{__name__}.{module}"), "SENTENCES", {}).items():
            if said in sentences:
                raise RuntimeError(f"sentence {said} stands twice in the catalogue")
            sentences[said] = sentence
    return sentences


SENTENCES: dict[str, Sentence] = _collect()


class _Facts(dict[str, str]):
    """A fact that is not there reads 未知 instead of hiding the reason behind a KeyError."""

    def __missing__(self, key: str) -> str:
        return "未知"


def message_of(said: str, facts: dict[str, str]) -> str:
    """The reason; the bare name of the sentence if this software does not know it."""
    sentence = SENTENCES.get(said)
    return sentence.says.format_map(_Facts(facts)) if sentence else said


def accepts_of(said: str, facts: dict[str, str]) -> str | None:
    """What would be accepted, if the catalogue knows."""
    sentence = SENTENCES.get(said)
    return sentence.accepts.format_map(_Facts(facts)) if sentence else None
