"""Ordinary reports of conduct, and what follows for reviewers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from features.support.forms.form import form

if TYPE_CHECKING:
    from features.support.scene import Scene

Data = dict[str, Any]


@form("irregularity_reported", "public")
def reported(scene: Scene, step: str | None) -> Data:
    return {
        "anonymous": False,
        "cycle": scene.cycle,
        "form": "letter",
        "identity": "某人",
        "irregularity": scene.fresh("irre"),
        "kind": "taking_property",
        "occurred_on": scene.day,
        "parties": [],
        "persons": [scene.members("material")[0]],
        "text": "反映的情况",
    }


@form("reviewer_sanctioned")
def sanctioned(scene: Scene, step: str | None) -> Data:
    person = scene.members("material")[0]
    known = scene.state.after.irregularities.items()
    return {
        "cycle": scene.cycle,
        "employer_asked": True,
        "irregularities": sorted(id_ for id_, act in known if person in act.data.persons),
        "level": "disqualified",
        "person": person,
        "reason": "违反评审纪律",
    }
