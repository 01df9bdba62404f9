"""What a rule says, and what becomes of it: an outcome about one value, and the verdict that the matrix gives it."""

from __future__ import annotations

from typing import Any, NamedTuple

from ledger.regulations.value import Value
from ledger.rules.matrix import Result, Verdict


class Outcome(NamedTuple):
    """One answer of a rule: of which value, whether it holds, and the facts compared.

    `said` names the sentence in `ledger.rules.sentences` that the facts fill; facts are words for people (names, days,
    numbers), so that a stored refusal can be read without the state that it was judged on. `reasoned`: a reason or a
    decision is recorded that the value asks for. `world`: found about the world, not about this act.
    """

    value: Value[Any]
    result: Result
    said: str
    facts: dict[str, str] = {}  # noqa: RUF012  # never written to
    positions: tuple[int, ...] = ()
    reasoned: bool = False
    world: bool = False


class Judged(NamedTuple):
    """An outcome under its rule, with the verdict."""

    rule: str
    outcome: Outcome
    verdict: Verdict

    @property
    def code(self) -> str:
        """`rule@article` or `rule@article:item`: what a signer acknowledges."""
        value = self.outcome.value
        return breach_code(self.rule, value.article, value.item)


def breach_code(rule: str, article: str, item: str | None) -> str:
    """The code of a breach, as contract.md writes it; what the ledger itself asks has no article."""
    return rule + (f"@{article}" if article else "") + (f":{item}" if item else "")
