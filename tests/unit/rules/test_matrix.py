"""The one matrix, cell by cell, against the table of the design as it stands there."""

from __future__ import annotations

from itertools import product
from typing import Final, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.regulations.value import ASKS, SOURCES, STRENGTHS, Ask, Source, Strength
from ledger.rules.matrix import Result, Verdict, decide


class Kind(NamedTuple):
    """A row of the table: what a value is."""

    strength: Strength
    source: Source
    ask: Ask | None = None


PASSES: Final = Verdict("pass")
PASSES_REMARKED: Final = Verdict("pass", remark=True)
REFUSED: Final = Verdict("refuse")
REFUSED_REMARKED: Final = Verdict("refuse", remark=True)
NOT_YET: Final = Verdict("not_yet")
NOT_YET_REMARKED: Final = Verdict("not_yet", remark=True)
BREACH: Final = Verdict("finding", "breach", acknowledge=True)
BREACH_REMARKED: Final = Verdict("finding", "breach", acknowledge=True, remark=True)
UNDECIDED: Final = Verdict("finding", "undecided")
UNDECIDED_REMARKED: Final = Verdict("finding", "undecided", remark=True)
TOLD: Final = Verdict("finding", "remark")
TOLD_REMARKED: Final = Verdict("finding", "remark", remark=True)

# holds · fails live · fails transcribed · not evaluable live · not evaluable transcribed
Row = tuple[Verdict, Verdict, Verdict, Verdict, Verdict]

SAID: Final[Row] = (PASSES, REFUSED, BREACH, NOT_YET, UNDECIDED)
PRESUMED: Final[Row] = (
    PASSES_REMARKED, REFUSED_REMARKED, BREACH_REMARKED, NOT_YET_REMARKED, UNDECIDED_REMARKED,
)  # fmt: skip
DEFAULT: Final[Row] = (
    PASSES_REMARKED, TOLD_REMARKED, TOLD_REMARKED, UNDECIDED_REMARKED, UNDECIDED_REMARKED,
)  # fmt: skip
IN_PRINCIPLE: Final[Row] = (PASSES, TOLD, TOLD, UNDECIDED, UNDECIDED)
ALLOWED: Final[Row] = (PASSES, PASSES, PASSES, PASSES, PASSES)
# A value that is not there cannot hold: whatever a rule says of it, somebody must decide first.
ASKED: Final[Row] = (NOT_YET, NOT_YET, UNDECIDED, NOT_YET, UNDECIDED)
FOR_PEOPLE: Final[Row] = (TOLD, TOLD, TOLD, TOLD, TOLD)

TABLE: Final[dict[Kind, Row]] = {
    Kind("must", "text"): SAID,
    Kind("must", "note"): SAID,
    Kind("must", "reading"): SAID,
    Kind("must", "presumed"): PRESUMED,
    Kind("must", "default"): DEFAULT,
    **{Kind("principle", s): IN_PRINCIPLE for s in ("text", "note", "reading", "presumed", "default")},
    **{Kind(s, "text"): ALLOWED for s in ("may", "encourage")},
    Kind("must", "unknown"): ASKED,
    Kind("must", "silent", "ask"): ASKED,
    Kind("must", "silent", "human"): FOR_PEOPLE,
}

CELLS: Final[tuple[tuple[Result, bool], ...]] = (
    ("holds", False),
    ("fails", False),
    ("fails", True),
    ("unclear", False),
    ("unclear", True),
)


@pytest.mark.parametrize(
    ("kind", "number"),
    [pytest.param(k, n, id=f"{k.strength}-{k.source}-{k.ask}-{n}") for k, n in product(TABLE, range(5))],
)
def test_each_cell(kind: Kind, number: int) -> None:
    result, transcribed = CELLS[number]
    assert decide(*kind, result, transcribed=transcribed) == TABLE[kind][number]


@pytest.mark.parametrize("kind", [k for k, row in TABLE.items() if row not in (ASKED, FOR_PEOPLE)])
def test_what_holds_holds_outside_too(kind: Kind) -> None:
    assert decide(*kind, "holds", transcribed=True) == TABLE[kind][0]


@pytest.mark.parametrize("transcribed", [False, True])
def test_a_recorded_reason_clears_what_is_only_in_principle(transcribed: bool) -> None:
    def verdict(result: Result) -> Verdict:
        return decide("principle", "text", None, result, transcribed=transcribed, reasoned=True)

    assert verdict("fails") == PASSES
    assert verdict("unclear") == UNDECIDED, "a reason is no fact"


@pytest.mark.parametrize("transcribed", [False, True])
@pytest.mark.parametrize("result", ["holds", "fails", "unclear"])
@pytest.mark.parametrize(
    "kind", [Kind("must", "unknown"), Kind("must", "silent", "ask"), Kind("must", "silent", "human")]
)
def test_the_decision_that_was_asked_for_clears_silence(
    kind: Kind, result: Result, transcribed: bool
) -> None:
    assert decide(*kind, result, transcribed=transcribed, reasoned=True) == PASSES


@pytest.mark.parametrize("source", ["text", "note", "reading", "presumed", "default"])
def test_no_reason_clears_what_must_be(source: Source) -> None:
    for result, transcribed in CELLS:
        reasoned = decide("must", source, None, result, transcribed=transcribed, reasoned=True)
        assert reasoned == decide("must", source, None, result, transcribed=transcribed)


def test_where_two_rows_could_speak() -> None:
    """What is only allowed asks for nothing, even where the text is silent; what is not said must be decided, even if
    it holds in principle only; what is only to be noted is never told."""
    for strength in ("may", "encourage"):
        for source in SOURCES:
            assert decide(strength, source, "ask", "fails", transcribed=False) == PASSES
    assert decide("principle", "silent", "ask", "fails", transcribed=False) == NOT_YET
    assert decide("principle", "unknown", None, "fails", transcribed=True) == UNDECIDED
    for strength in STRENGTHS:
        assert decide(strength, "silent", "note", "fails", transcribed=False) == PASSES


KINDS: Final = st.tuples(st.sampled_from(STRENGTHS), st.sampled_from(SOURCES), st.sampled_from([None, *ASKS]))
RESULTS: Final = st.sampled_from(["holds", "fails", "unclear"])


@given(KINDS, RESULTS, st.booleans(), st.booleans())
def test_what_happened_is_never_refused(
    kind: tuple[Strength, Source, Ask | None], result: Result, reasoned: bool, world: bool
) -> None:
    assert not decide(*kind, result, transcribed=True, reasoned=reasoned, world=world).stops


@given(KINDS, RESULTS, st.booleans(), st.booleans())
def test_what_is_found_about_the_world_neither_refuses_nor_needs_knowing(
    kind: tuple[Strength, Source, Ask | None], result: Result, transcribed: bool, reasoned: bool
) -> None:
    found = decide(*kind, result, transcribed=transcribed, reasoned=reasoned, world=True)
    outside = decide(*kind, result, transcribed=True, reasoned=reasoned)
    assert found == outside._replace(acknowledge=False)


@given(KINDS, RESULTS, st.booleans(), st.booleans())
def test_every_finding_says_how_grave_it_is(
    kind: tuple[Strength, Source, Ask | None], result: Result, transcribed: bool, reasoned: bool
) -> None:
    verdict = decide(*kind, result, transcribed=transcribed, reasoned=reasoned)
    assert (verdict.severity is not None) == (verdict.effect == "finding")
    assert not verdict.acknowledge or verdict.severity == "breach"
