"""Counts by groups, over all categories, with floors; honours of earlier years and of earlier lists."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from features.support.scene import Scene
from ledger.regulations.model import Bound, Regulation
from ledger.regulations.value import Term, Value
from tests.support.laid import matter_of, said


def must(v: Any, **how: Any) -> Value[Any]:
    return Value(v, "6", **how)


@pytest.fixture(scope="module")
def scene() -> Scene:
    made = Scene.of("nantong@2023", 2026)
    made.organisations, made.individuals = 3, 1
    made.advance("composite")
    made.world.today("2023-10-31")
    made.must("meeting_held")
    return made


def under(scene: Scene, *bounds: Bound) -> Regulation:
    return replace(scene.regulation, bounds=bounds)


@pytest.mark.parametrize(("most", "result"), [(4, "holds"), (3, "fails")])
def test_a_total_over_all_categories(scene: Scene, most: int, result: str) -> None:
    text = under(scene, Bound("total", "名额", "6", max=must(most)))
    told = said(matter_of(scene, "award_list_proposed", regulation=text), "count.bound")
    assert told["count.bound.most"].result == result


@pytest.mark.parametrize(("most", "result"), [(2, "fails"), (4, "holds")])
def test_groups_by_what_applicants_state(scene: Scene, most: int, result: str) -> None:
    text = under(scene, Bound("area", "名额", "6", step="decide", partition="area", max=must(most)))
    told = said(matter_of(scene, "award_list_proposed", regulation=text), "count.bound")
    assert told["count.bound.most"].result == result


@pytest.mark.parametrize(("most", "result"), [(3, "fails"), (4, "holds")])
def test_a_step_of_single_files_counts_those_that_did_it_before(scene: Scene, most: int, result: str) -> None:
    """Three were recommended and a fourth is: the act itself names only one."""
    text = under(scene, Bound("nominated", "名额", "6", step="recommend", partition="area", max=must(most)))
    act = matter_of(scene, "recommendation_issued", {"application": "appl0001"}, regulation=text)
    assert said(act, "count.bound")["count.bound.most"].result == result
    assert said(act, "count.bound")["count.bound.most"].facts["count"] == "4"


def test_a_floor_of_a_category(scene: Scene) -> None:
    category = replace(scene.regulation.categories["nom_ind"], min=must(1))
    text = replace(scene.regulation, categories={**scene.regulation.categories, "nom_ind": category})
    told = said(matter_of(scene, "award_list_proposed", regulation=text), "count.bound")
    assert told["count.bound.least"].result == "fails"


def test_a_ceiling_that_nobody_knows_is_no_ceiling_that_is_kept(scene: Scene) -> None:
    lost: Value[int] = Value(None, "6", source="unknown")
    category = replace(scene.regulation.categories["award_org"], max=lost)
    text = replace(scene.regulation, categories={**scene.regulation.categories, "award_org": category})
    told = said(matter_of(scene, "award_list_proposed", regulation=text), "count.bound")
    assert told["count.bound.silent"].result == "unclear"


def test_what_was_conferred_under_an_earlier_list_counts_with_the_new_one() -> None:
    scene = Scene.of("nantong@2023", 2026)
    scene.organisations, scene.individuals = 0, 2
    scene.advance("composite")
    scene.world.today("2023-10-31")
    scene.must("meeting_held")
    scene.must("award_list_proposed")
    scene.advance("confer")
    other = {
        "application": "appl1002",
        "category": "award_ind",
        "rank": None,
        "reason": None,
        "reaward": False,
    }
    again = matter_of(scene, "awards_approved", {"items": [other]})
    told = said(again, "count.bound")["count.bound.most"]
    assert (told.result, told.facts["count"], told.facts["what"]) == ("fails", "2", "市长质量奖（个人）")


# ---- honours ----


@pytest.fixture(scope="module")
def approved() -> Scene:
    made = Scene.of("nantong@2023", 2026)
    made.organisations, made.individuals = 1, 0
    made.advance("announce")
    made.world.today("2023-12-05")
    return made


@pytest.mark.parametrize(
    ("said_until", "result"), [("2026-11-28", "holds"), ("2026-11-29", "fails"), (None, "fails")]
)
def test_an_honour_is_valid_as_long_as_the_text_says(
    approved: Scene, said_until: str | None, result: str
) -> None:
    category = replace(approved.regulation.categories["award_org"], validity=must(Term(3, "years")))
    text = replace(approved.regulation, categories={**approved.regulation.categories, "award_org": category})
    told = said(
        matter_of(approved, "award_conferred", {"valid_to": said_until}, regulation=text), "honour.terms"
    )
    assert told["honour.terms.validity"].result == result


@pytest.mark.parametrize(
    ("by", "day", "result"),
    [
        ("approval", "2023-11-28", "holds"),
        ("announcement", "2023-11-30", "holds"),
        ("announcement", "2023-11-28", "fails"),
        ("ceremony", "2023-12-05", "holds"),
        ("ceremony", "2023-11-28", "fails"),
    ],
)
def test_the_day_of_an_honour_is_the_day_that_the_text_is_read_to_mean(
    approved: Scene, by: str, day: str, result: str
) -> None:
    conventions = approved.regulation.conventions
    assert conventions is not None
    text = replace(approved.regulation, conventions=replace(conventions, award_day=must(by)))
    told = said(
        matter_of(approved, "award_conferred", {"conferred_on": day}, regulation=text), "honour.terms"
    )
    assert told["honour.terms.day"].result == result
