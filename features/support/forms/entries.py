"""Ordinary acts about earlier entries: the newest that was accepted, unless a scenario says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from features.support.forms.form import form

if TYPE_CHECKING:
    from features.support.scene import Scene

Data = dict[str, Any]


@form("entry_corrected")
def corrected(scene: Scene, step: str | None) -> Data:
    return {
        "about": [f"cycle:{scene.cycle}"],
        "act": scene.world.acts["last"].hex(),
        "corrections": [{"committed": None, "field": "window_to", "in_head": False, "value": "2023-06-09"}],
        "ground": "typing_error",
    }


@form("entry_voided")
def voided(scene: Scene, step: str | None) -> Data:
    return {
        "about": [f"cycle:{scene.cycle}"],
        "act": scene.world.acts["last"].hex(),
        "ground": "entered_twice",
        "reason": "重复录入",
    }
