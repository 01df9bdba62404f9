"""Ordinary acts about parties: all that was before is told, one becomes another, two are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from features.support.forms.form import form

if TYPE_CHECKING:
    from features.support.scene import Scene

Data = dict[str, Any]


@form("roster_declared_complete")
def roster(scene: Scene, step: str | None) -> Data:
    """All of what was before this award's first cycle on the ledger."""
    return {"from": "2000-01-01", "kinds": ["award", "bar", "revocation", "sanction"], "to": scene.day}


@form("party_succeeded")
def succeeded(scene: Scene, step: str | None) -> Data:
    return {
        "bars_follow": True,
        "from": scene.day,
        "kind": "merger",
        "predecessors": [scene.party("乙公司")],
        "successors": [scene.party("甲公司")],
    }


@form("identities_joined")
def joined(scene: Scene, step: str | None) -> Data:
    return {
        "ground": "same_organisation",
        "parties": [scene.party("甲公司"), scene.party("乙公司")],
        "persons": [],
    }


@form("interpretation_issued", "committee")
def reading(scene: Scene, step: str | None) -> Data:
    question = scene.question()
    return {
        "article": question.article,
        "item": question.item,
        "option": question.stored,
        "question": question.id,
        "reading": scene.fresh("read"),
        "reason": "经研究",
        "regulation": scene.regulation.name,
        "valid_from": scene.day,
    }
