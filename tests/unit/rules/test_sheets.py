"""From sheets to one figure, as the standard says: together, missing, set aside, done again."""

from __future__ import annotations

from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest

from ledger.rules.act import Act
from ledger.rules.procedure.review import Sheet
from ledger.rules.procedure.state import Procedure
from ledger.rules.sheets import content, figure, highest

FILE, STEP, CYCLE = "appl0001", "material", "cycle001"
WANTED = frozenset({"pers0001", "pers0002", "pers0003"})


def act(position: int, **data: Any) -> Act:
    return Act(
        position, 0, bytes([position]) * 32, "", "", None, None, "own", 0, (), (), SimpleNamespace(**data)
    )


def standard(**said: Any) -> Act:
    usual = {
        "aggregation": "mean",
        "least_sheets": 0,
        "missing": "left_out",
        "places": 2,
        "rounding": "half_up",
    }
    return act(1, sheets=(SimpleNamespace(step=STEP, **{**usual, **said}),))


def state(*points: str | None, aside: int | None = None) -> Procedure:
    """A sheet of each person in turn; None is one that is still closed."""
    made = Procedure()
    for number, said in enumerate(points, 1):
        key = bytes([number]) * 32
        made.review.sheets[key] = Sheet(
            act(number + 10), f"pers{number:04}", FILE, STEP, said, said is None, aside=number == aside
        )
        made.review.sheets_of[FILE, STEP] = (*made.review.sheets_of.get((FILE, STEP), ()), key)
    return made


def found(made: Procedure, by: Act | None) -> tuple[Fraction | None, str]:
    answer = figure(made, CYCLE, STEP, FILE, WANTED, by)
    return answer.points, answer.why


@pytest.mark.parametrize(
    ("way", "points", "whole"),
    [
        ("mean", ("700", "700", "701"), "700.33"),
        ("sum", ("1", "2", "3"), "6"),
        ("median", ("1", "5", "900"), "5"),
        ("trimmed_mean", ("1", "5", "900"), "5"),
    ],
)
def test_ways_of_putting_together(way: str, points: tuple[str, ...], whole: str) -> None:
    assert found(state(*points), standard(aggregation=way)) == (Fraction(whole), "")


@pytest.mark.parametrize(
    ("missing", "answer"),
    [("left_out", (Fraction(600), "")), ("counts_zero", (Fraction(400), "")), ("blocks", (None, "missing"))],
)
def test_a_missing_sheet(missing: str, answer: tuple[Fraction | None, str]) -> None:
    assert found(state("500", "700"), standard(missing=missing)) == answer


def test_too_few_sheets_give_no_figure() -> None:
    assert found(state("500", "700"), standard(least_sheets=3)) == (None, "few")
    assert found(state("500", "700"), standard(least_sheets=2)) == (Fraction(600), "")


def test_a_closed_sheet_gives_no_figure() -> None:
    assert found(state("500", None, "700"), standard()) == (None, "sealed")


def test_what_is_set_aside_does_not_count() -> None:
    assert found(state("500", "100", "700", aside=2), standard()) == (Fraction(600), "")


def test_a_step_done_again_makes_void_what_it_gave() -> None:
    made = state("500", "700")
    made.review.redone[CYCLE, STEP] = (act(12, applications=()),)
    assert found(made, standard()) == (None, "none")
    made.review.redone[CYCLE, STEP] = (act(12, applications=("appl0002",)),)
    assert found(made, standard()) == (Fraction(600), "")


def test_an_agreed_figure_where_the_standard_wants_one() -> None:
    made = state("500", "700")
    agreed = standard(aggregation="consensus")
    assert found(made, agreed) == (None, "consensus")
    made.review.consensus[FILE, STEP] = (act(20, points="650.5"),)
    assert found(made, agreed) == (Fraction("650.5"), "")
    assert found(made, standard()) == (Fraction(600), ""), "a standard that wants a mean gets its mean"


def test_without_a_standard_it_is_the_plain_mean_and_says_so() -> None:
    answer = figure(state("500", "700"), CYCLE, STEP, FILE, WANTED, None)
    assert (answer.points, answer.standard) == (Fraction(600), False)


def test_what_can_be_a_sheet() -> None:
    good = {"items": [], "points": "700.5"}
    assert content(good) is not None
    for wrong in (None, "700.5", {}, {"points": "700"}, {**good, "points": 700}, {**good, "more": 1}):
        assert content(wrong) is None


def test_the_most_points_of_a_step() -> None:
    from ledger.regulations.packaged import packaged

    text = packaged("nantong@2023")
    assert highest(text, "material", "organisation", share=False) == 1000
    assert highest(text, "material", "organisation", share=True) == 200
    assert highest(text, "material", "individual", share=True) == 800
    assert highest(text, "composite", "individual", share=True) == 1000
    assert highest(text, "call", "individual", share=False) is None
