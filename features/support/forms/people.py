"""Ordinary acts about people and parties: what was before, who became whom, what speaks against somebody, readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from features.support.forms.form import form

if TYPE_CHECKING:
    from features.support.scene import Scene

Data = dict[str, Any]


@form("legacy_fact_recorded")
def legacy(scene: Scene, step: str | None) -> Data:
    return {
        "category": next(iter(scene.regulation.categories)),
        "day": "2012-11-20",
        "fact": scene.fresh("lega"),
        "items": [],
        "kind": "award",
        "party": scene.party("甲公司"),
    }


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
    question = next(q for q in scene.regulation.questions.values() if q.stored is not None)
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


@form("adverse_fact_recorded")
def adverse(scene: Scene, step: str | None) -> Data:
    return {
        "authority": "市市场监督管理局",
        "authority_level": "city",
        "confirmed_on": scene.day,
        "detail": "有关文书所载",
        "fact": scene.fresh("fact"),
        "handled": True,
        "kind": "breach",
        "level": "ordinary",
        "occurred_on": scene.day,
        "party": scene.party("甲公司"),
    }


@form("determination_made", "committee")
def determination(scene: Scene, step: str | None) -> Data:
    return {
        "determination": scene.fresh("dete"),
        "facts": [],
        "investigated_by": scene.body("office"),
        "kind": "fraud",
        "measures": [],
        "outcome": "established",
        "parties": [scene.party("甲公司")],
        "reason": "经查属实",
    }


@form("reviewer_sanctioned")
def sanction(scene: Scene, step: str | None) -> Data:
    return {
        "employer_asked": True,
        "irregularities": [],
        "level": "disqualified",
        "person": scene.experts()[0],
        "reason": "违反评审纪律",
    }
