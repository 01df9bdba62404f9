"""What a scenario tells the trace: the refusals, findings and duties it saw, the rule kinds that were asked.

The world takes the fixture `recorder` and calls it; nothing is written before the scenario has ended, so telling costs
a set entry. A scenario counts for a row of a regulation only by what was told here (`tools/trace_articles.py`).
"""

from __future__ import annotations

from typing import Final, Literal

from tools.bdd.results import Sight

KINDS: Final = ("refusal", "finding", "duty")


class Recorder:
    """Belongs to one scenario."""

    def __init__(self) -> None:
        self._seen: dict[Sight, None] = {}
        self._touched: set[str] = set()

    def saw(
        self,
        *,
        code: str,
        article: str | None = None,
        rule: str | None = None,
        regulation: str | None = None,
        kind: Literal["refusal", "finding", "duty"] = "refusal",
    ) -> None:
        """A 那么 has checked this refusal, finding or duty; `regulation` may carry its version (`nantong@2023/1`).

        Tell only what the scenario names: it must fail if the rule kind told here is switched off.
        """
        if kind not in KINDS:
            raise ValueError(f"{kind} is neither a refusal nor a finding nor a duty")
        self._seen[Sight(kind, code, regulation, article, rule)] = None
        if rule is not None:
            self._touched.add(rule)

    def touched(self, *rules: str) -> None:
        """These rule kinds were evaluated, whatever they said."""
        self._touched.update(rules)

    @property
    def seen(self) -> tuple[Sight, ...]:
        """In the order told, each once."""
        return tuple(self._seen)

    @property
    def evaluated(self) -> tuple[str, ...]:
        """Sorted."""
        return tuple(sorted(self._touched))
