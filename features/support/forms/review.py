"""Ordinary panels, scores, visits and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from features.support.forms.form import form

if TYPE_CHECKING:
    from features.support.scene import Scene

Data = dict[str, Any]


@form("supervisor_appointed")
def supervisor(scene: Scene, step: str | None) -> Data:
    return {
        "cycle": scene.cycle,
        "kind": "appointed",
        "origin": "discipline_inspection",
        "persons": [scene.person("监督员")],
        "scope": ["onsite"],
        "step": step or "supervise",
    }


@form("expert_enrolled")
def expert(scene: Scene, step: str | None) -> Data:
    return {
        "attested": ["code_signed", "policy_and_law_attested"],
        "expert": scene.fresh_person(),
        "facts": scene.good_facts("expert"),
        "origin": "scholar",
        "pools": ["pool"],
        "recommended_by": scene.employer,
        "specialities": ["quality"],
    }


@form("standards_approved", "committee")
def standards(scene: Scene, step: str | None) -> Data:
    names = next((s.names.v for s in scene.regulation.standards if s.names and s.names.v), ("GB/T 19580",))
    return {
        "cites": [{"issue": "2012", "name": name} for name in names],
        "contents": ["review_rules"],
        "cycle": scene.cycle,
        "drafted_by": scene.body("office"),
        "issue": "1",
        "kind": "review_rules",
        "name": "评审规则",
        "standard": scene.fresh("stan"),
    }


@form("panel_formed")
def panel(scene: Scene, step: str | None) -> Data:
    members = scene.experts()[:3]
    return {
        "cycle": scene.cycle,
        "members": [
            {"person": person, "role": "leader" if n == 0 else "member", "source": "pool"}
            for n, person in enumerate(members)
        ],
        "method": "drawn",
        "panel": scene.panel_of(step or "material"),
        "step": step or "material",
    }


@form("score_recorded", "reviewer")
def score(scene: Scene, step: str | None) -> Data:
    step = step or "material"
    jury = step == "presentation"
    return {
        "application": scene.file(step),
        "cycle": scene.cycle,
        "items": [],
        "panel": None if jury else scene.panel_of(step),
        "points": "700",
        "scorer": None if jury else scene.experts()[0],
        "standard": scene.newest_standard(),
        "step": step,
        "unit": scene.units()[0] if jury else None,
    }


@form("site_review_held", "panel")
def visit(scene: Scene, step: str | None) -> Data:
    return {
        "application": scene.file("onsite"),
        "cycle": scene.cycle,
        "days": 1,
        "from": scene.day,
        "methods": ["discussion", "test", "verification"],
        "panel": scene.panel_of("onsite"),
        "attending": scene.experts()[:3],
        "step": "onsite",
        "supervisors": [scene.person("监督员")],
    }


@form("presentation_held", "committee")
def presentation(scene: Scene, step: str | None) -> Data:
    return {
        "announced": True,
        "application": scene.file("presentation"),
        "cycle": scene.cycle,
        "duration": 20,
        "organised_by": scene.body("committee"),
        "public": False,
        "questions": True,
        "step": "presentation",
        "units": scene.units(),
    }


@form("stage_report_issued", "panel")
def report(scene: Scene, step: str | None) -> Data:
    step = step or "material"
    return {
        "contents": ["report"],
        "cycle": scene.cycle,
        "delivered_on": scene.day,
        "delivered_to": scene.body("committee" if step == "composite" else "office"),
        "leader": None if step == "composite" else scene.experts()[0],
        "organised_by": scene.body("office"),
        "panel": None if step == "composite" else scene.panel_of(step),
        "report": scene.fresh("repo"),
        "rows": scene.report_rows(step),
        "standard": scene.newest_standard(),
        "step": step,
        "weights": [],
    }
