"""What is known of a party: what somebody verified, what was refuted, what is only said in an application.

* A fact is told apart by its code and its year: a certificate is one thing, the grades of three years are three.
* Of each the newest verification speaks; what is refuted without a year is refuted for all years.
* Verifications for all applications and those for the one asked about stand side by side, in the order of record.
* What nobody verified is not known: it neither holds nor fails.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from ledger.rules.act import Act
from ledger.rules.kin import same
from ledger.rules.procedure.opening import Application
from ledger.rules.procedure.state import Procedure

Standing = Literal["verified", "refuted", "undecided"]


@dataclass(frozen=True, slots=True)
class _Attested:
    """A fact of which nothing is said but that it is so."""

    since: str | None = None
    until: str | None = None
    year: int | None = None
    grade: str | None = None
    count: int | None = None


class Word(NamedTuple):
    """One fact as it was last spoken of, and where."""

    standing: Standing
    fact: Any
    position: int

    def had_begun(self, by: str) -> bool:
        """Whether it was there on a day: by its own first day, else by its year, else simply because it is known."""
        if self.fact.since is not None:
            return bool(self.fact.since <= by)
        return self.fact.year is None or self.fact.year <= int(by[:4])

    def holds_on(self, day: str) -> bool:
        return self.had_begun(day) and (self.fact.until is None or day <= self.fact.until)


@dataclass(frozen=True, slots=True)
class Known:
    """Words by the code of the fact; `said`: codes and years that an application states, verified or not."""

    words: dict[str, dict[int | None, tuple[Word, ...]]]
    said: frozenset[tuple[str, int | None]] = frozenset()

    def of(self, code: str) -> tuple[Word, ...]:
        """Everything that was said of a fact, in no order."""
        return tuple(word for words in self.words.get(code, {}).values() for word in words)

    def verified(self, code: str) -> tuple[Word, ...]:
        return tuple(word for word in self.of(code) if word.standing == "verified")

    def is_refuted(self, code: str) -> bool:
        """Whether the fact was looked into and all that was found speaks against it."""
        words = self.of(code)
        return bool(words) and all(word.standing == "refuted" for word in words)


def known_of(state: Procedure, party: str, application: Application | None = None) -> Known:
    """What is known of a party, for an application or for all."""
    acts = [act for id_ in same(state.registers, party) for act in state.opening.verified.get(id_, ())]
    wanted = application.id if application is not None else None
    words: dict[str, dict[int | None, tuple[Word, ...]]] = {}
    for act in sorted(acts, key=lambda act: act.position):
        if act.data.application in (None, wanted):
            _speak(words, act.data.facts, act.data.outcome, act.position)
    return Known(words, frozenset(_said(application)) if application is not None else frozenset())


def known_from(act: Act) -> Known:
    """What an act says of whom it enters: its facts and what it attests, taken as verified by whoever enters it."""
    words: dict[str, dict[int | None, tuple[Word, ...]]] = {}
    data = act.data
    _speak(words, data.facts, "verified", act.position)
    attested = [*data.attested, *(["recommended"] if data.recommended_by is not None else [])]
    for code in attested:
        if code not in words:
            words[code] = {None: (Word("verified", _Attested(), act.position),)}
    return Known(words)


def _speak(
    words: dict[str, dict[int | None, tuple[Word, ...]]],
    facts: Iterable[Any],
    standing: Standing,
    position: int,
) -> None:
    fresh: dict[tuple[str, int | None], tuple[Word, ...]] = {}
    for fact in facts:
        key = (fact.fact, fact.year)
        fresh[key] = (*fresh.get(key, ()), Word(standing, fact, position))
    for (code, year), said in fresh.items():
        known = words.setdefault(code, {})
        if standing == "refuted" and year is None:
            known.clear()
        known[year] = said


def _said(application: Application) -> Iterator[tuple[str, int | None]]:
    for act in (application.submitted, *application.supplements):
        for fact in act.get("facts") or ():
            yield fact.fact, fact.year
