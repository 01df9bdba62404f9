"""Entries corrected and voided: the state follows from the correction's own position, the stored act stays."""

from __future__ import annotations

import pytest

from features.support.scene import Scene
from ledger.desk.line import Added, Declined


@pytest.fixture
def scene() -> Scene:
    made = Scene.of("nantong@2023", 2026)
    made.advance("call")
    return made


def cycle_window(scene: Scene) -> tuple[str | None, str | None]:
    window: tuple[str | None, str | None] = scene.state.opening.cycles[scene.cycle].window
    return window


def correct(scene: Scene, target: bytes, *corrections: dict[str, object], **head: object) -> object:
    data = {
        "about": [f"cycle:{scene.cycle}"],
        "act": target.hex(),
        "corrections": [{"in_head": False, "committed": None, **each} for each in corrections],
        "ground": "typing_error",
    }
    return scene.world.do({"type": "entry_corrected", "data": data, **head})


def test_what_rests_on_the_old_value_rests_on_the_new(scene: Scene) -> None:
    target = scene.state.opening.cycles[scene.cycle].calls[0].digest
    assert cycle_window(scene)[1] == "2023-06-02"
    assert isinstance(correct(scene, target, {"field": "window_to", "value": "2023-06-09"}), Added)
    assert cycle_window(scene)[1] == "2023-06-09"
    # corrected again: on what it says now
    assert isinstance(correct(scene, target, {"field": "window_from", "value": "2023-05-05"}), Added)
    assert cycle_window(scene) == ("2023-05-05", "2023-06-09")
    audit = scene.world.audit()
    assert not [finding for finding in audit if finding.severity == "breach"]


def test_a_place_deep_in_the_data_and_the_day_of_the_head(scene: Scene) -> None:
    target = scene.state.opening.cycles[scene.cycle].calls[0].digest
    done = correct(
        scene,
        target,
        {"field": "channels.0.address", "value": "南通日报"},
        {"field": "at", "in_head": True, "value": "2023-04-19"},
    )
    assert isinstance(done, Added)
    call = scene.state.opening.cycles[scene.cycle].calls[0]
    assert call.data.channels[0].address == "南通日报"
    assert call.at == "2023-04-19"


@pytest.mark.parametrize(
    "correction",
    [
        {"field": "no_such", "value": "x"},
        {"field": "window_to", "value": "2023-13-01"},
        {"field": "channels.9.address", "value": "x"},
        {"field": "by", "in_head": True, "value": "x"},
        {"field": "for", "in_head": True, "value": "someone1"},
    ],
)
def test_a_correction_that_does_not_fit_is_refused(scene: Scene, correction: dict[str, object]) -> None:
    target = scene.state.opening.cycles[scene.cycle].calls[0].digest
    done = correct(scene, target, correction)
    assert isinstance(done, Declined)
    assert [breach.code for breach in done.breaches] == ["correction_misfit"]
    assert cycle_window(scene)[1] == "2023-06-02"


def test_a_voided_entry_counts_no_more(scene: Scene) -> None:
    target = scene.state.opening.cycles[scene.cycle].calls[0].digest
    data = {
        "about": [f"cycle:{scene.cycle}"],
        "act": target.hex(),
        "ground": "entered_twice",
        "reason": "重复录入",
    }
    assert isinstance(scene.world.do({"type": "entry_voided", "data": data}), Added)
    assert cycle_window(scene) == (None, None)
    again = scene.world.do({"type": "entry_voided", "data": data})
    assert isinstance(again, Declined)
    assert [breach.code for breach in again.breaches] == ["earlier_act_unknown"]
    size = scene.world.store.head().size
    assert scene.world.store.record(size - 2)  # the entry itself still stands on the line


def test_nobody_confirms_what_they_entered(scene: Scene) -> None:
    target = scene.state.opening.cycles[scene.cycle].calls[0].digest
    data = {"about": [f"cycle:{scene.cycle}"], "acts": [target.hex()]}
    own = scene.world.do({"type": "entry_confirmed", "data": data})
    assert isinstance(own, Declined)
    assert [breach.code for breach in own.breaches] == ["confirmed_by_oneself"]
    other = scene.world.do({"type": "entry_confirmed", "data": data}, scene.actor("committee"))
    assert isinstance(other, Added)
