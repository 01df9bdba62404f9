"""The one matrix: from what a value is, what a rule found and how the act came in, to a verdict.

A rule only says holds, fails or not evaluable, and of which value. What follows is not its choice:

| value                           | holds        | fails, live        | fails, transcribed | not evaluable            |
|---------------------------------|--------------|--------------------|--------------------|--------------------------|
| must; text, note, reading       | pass         | refuse             | breach, to be      | live: not yet;           |
|                                 |              |                    | acknowledged       | transcribed: undecided   |
| must; presumed                  | pass, remark | refuse, remark     | breach, remark     | the same, remark         |
| must; ledger's default          | pass, remark | finding            | finding            | finding                  |
| in principle                    | pass         | finding, cleared by a recorded reason            | finding  |
| may, encourage                  | pass         | nothing            | nothing            | nothing                  |
| unknown; silent, to be asked    | not yet, or undecided if transcribed, until a decision is recorded          |
| silent, for people to judge     | finding until a reasoned decision is recorded                               |
| silent, to be noted             | nothing                                                                     |

What is found about the world and not about the act (a duty that somebody else has missed) never refuses the act: it is
judged as if it had happened outside, and needs no acknowledgement.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from ledger.regulations.value import Ask, Source, Strength

Result = Literal["holds", "fails", "unclear"]
"""`unclear`: not evaluable, because a fact, a calendar or a number is missing."""

Effect = Literal["pass", "refuse", "not_yet", "finding"]
Severity = Literal["breach", "remark", "undecided"]


class Verdict(NamedTuple):
    """`severity` of a finding; `acknowledge`: the signer must have acknowledged it; `remark`: the source of the value
    is told even where the act passes."""

    effect: Effect
    severity: Severity | None = None
    acknowledge: bool = False
    remark: bool = False

    @property
    def stops(self) -> bool:
        """Whether a live act is refused."""
        return self.effect in ("refuse", "not_yet")


PASS: Final = Verdict("pass")
_REMARKED: Final = ("presumed", "default")


def decide(
    strength: Strength,
    source: Source,
    ask: Ask | None,
    result: Result,
    *,
    transcribed: bool,
    reasoned: bool = False,
    world: bool = False,
) -> Verdict:
    """The verdict. `reasoned`: a reason, or the decision that was asked for, is recorded. `world`: see above."""
    outside = transcribed or world
    if strength in ("may", "encourage") or (source == "silent" and ask == "note"):
        return PASS
    if source in ("unknown", "silent"):
        return _silent(ask if source == "silent" else "ask", reasoned=reasoned, outside=outside)
    if strength == "principle":
        cleared = result == "holds" or (result == "fails" and reasoned)
        return PASS if cleared else _finding("remark", result)
    remark = source in _REMARKED
    if result == "holds":
        return Verdict("pass", remark=remark)
    if source == "default":
        return _finding("remark", result)._replace(remark=True)
    if result == "unclear":
        return (
            Verdict("finding", "undecided", remark=remark) if outside else Verdict("not_yet", remark=remark)
        )
    if outside:
        return Verdict("finding", "breach", acknowledge=not world, remark=remark)
    return Verdict("refuse", remark=remark)


def _silent(ask: Ask | None, *, reasoned: bool, outside: bool) -> Verdict:
    if reasoned:
        return PASS
    if ask == "human":
        return Verdict("finding", "remark")
    return Verdict("finding", "undecided") if outside else Verdict("not_yet")


def _finding(severity: Severity, result: Result) -> Verdict:
    return Verdict("finding", "undecided" if result == "unclear" else severity)
