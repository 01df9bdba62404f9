"""Values handed in closed: the desk looks at them before it stores the act, and keeps nothing of what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from features.support.scene import Scene
from ledger.desk.line import Added, Declined


@pytest.fixture
def scene() -> Scene:
    made = Scene.of("nantong@2023", 2026)
    made.advance("material_panel")
    return made


def codes(answer: object) -> list[str]:
    assert isinstance(answer, Declined)
    assert answer.recorded_as is None, "a refusal that nobody could judge again is not recorded"
    return [breach.code for breach in answer.breaches]


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        ("700", "sheet_misfit"),
        ({"points": "700"}, "sheet_misfit"),
        ({"items": [], "points": "seven"}, "sheet_misfit"),
        ({"items": [], "points": "1000.01"}, "sheet_off_scale"),
        ({"items": [], "points": "-1"}, "sheet_off_scale"),
        ({"items": [], "points": "700.123"}, "sheet_off_scale"),
    ],
)
def test_a_sealed_sheet_that_is_none_is_not_stored(scene: Scene, sheet: Any, code: str) -> None:
    size = scene.world.store.head().size
    assert codes(scene.do("score_sheet_sealed", {"sheet": sheet})) == [code]
    assert scene.world.store.head().size == size


@pytest.mark.parametrize("points", ["0", "1000", "742.25"])
def test_a_sealed_sheet_on_the_scale_is_stored(scene: Scene, points: str) -> None:
    assert isinstance(scene.do("score_sheet_sealed", {"sheet": {"items": [], "points": points}}), Added)


def test_a_replacement_is_looked_at_too(scene: Scene) -> None:
    scene.must("score_sheet_sealed")
    first = scene.members("material")[0]
    answer = scene.do("score_sheet_replaced", {"sheet": {"items": [], "points": "1001"}}, by=None)
    assert codes(answer) == ["sheet_off_scale"]
    assert scene.state.review.sheets_of[scene.files()[0].id, "material"]
    assert scene.state.review.sheet(scene.world.acts["last"]).scorer == first


@pytest.mark.parametrize("half", ["x", "A" * 64, "0" * 63, 5])
def test_half_a_seed_that_is_none_is_not_stored(scene: Scene, half: Any) -> None:
    scene.must("draw_prepared", {"step": "onsite"})
    assert codes(scene.do("draw_committed", {"step": "onsite", "seed": half})) == ["half_misfit"]
    assert isinstance(scene.do("draw_committed", {"step": "onsite", "seed": "0" * 64}), Added)


def test_nobody_needs_to_come_back_for_the_opening(scene: Scene) -> None:
    """The desk's vault holds what was sealed; whoever is entitled opens it, and the record alone says what it was."""
    for person in scene.members("material"):
        scene.must("score_sheet_sealed", {"scorer": person, "application": scene.files()[0].id})
    scene.must("scores_opened")
    sheets = scene.state.review.sheets_at(scene.files()[0].id, "material")
    assert [sheet.points for sheet in sheets] == ["700", "700", "700"]
    assert not any(sheet.sealed for sheet in sheets)
    assert scene.world.audit() == []


def test_another_value_than_the_sealed_one_is_no_opening(scene: Scene) -> None:
    for person in scene.members("material"):
        scene.must("score_sheet_sealed", {"scorer": person, "application": scene.files()[0].id})
    answer = scene.do("scores_opened", {"openings.0.value": {"items": [], "points": "999"}})
    assert isinstance(answer, Declined)
    assert [breach.code for breach in answer.breaches] == ["wrong_opening"]
