"""Ordinary panels, scores, visits and reports."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from features.support.forms.form import form
from ledger.rules.draws import order_of, seed_of

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
        "scope": ["material", "onsite"],
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
        "sheets": [
            {
                "aggregation": "mean",
                "criteria": [],
                "least_sheets": 3,
                "max": "1000",
                "min": "0",
                "missing": "blocks",
                "places": 2,
                "rounding": "half_up",
                "step": each.id,
            }
            for each in sorted(scene.regulation.steps.values(), key=lambda s: s.id)
            if each.scoring is not None
        ],
        "standard": scene.fresh("stan"),
    }


@form("draw_prepared")
def draw(scene: Scene, step: str | None) -> Data:
    return {
        "cycle": scene.cycle,
        "draw": scene.fresh("draw"),
        "excluded": [],
        "method": "computed",
        "step": step or "material",
        "strata": [{"pool": sorted(scene.experts()), "reserves": 2, "seats": 3, "stratum": "experts"}],
    }


@form("draw_committed")
def half(scene: Scene, step: str | None) -> Data:
    draw = _newest_draw(scene, step or "material")
    word = f"{draw.id} {len(draw.committed)}"
    return {
        "cycle": scene.cycle,
        "draw": draw.id,
        "seed": hashlib.sha256(word.encode()).hexdigest(),
        "step": step or "material",
    }


@form("draw_held")
def held(scene: Scene, step: str | None) -> Data:
    draw = _newest_draw(scene, step or "material")
    physical = draw.prepared.data.method == "physical"
    openings = [] if physical else [_opening(scene, act.digest, "seed") for act in draw.committed]
    halves = [opening["value"] for opening in openings]
    return {
        "cycle": scene.cycle,
        "device": "摇号机" if physical else None,
        "draw": draw.id,
        "drawn": [_drawn(draw, stratum, halves) for stratum in draw.prepared.data.strata],
        "method": draw.prepared.data.method,
        "minutes": "抽签记录",
        "openings": openings,
        "step": step or "material",
        "supervisor": scene.person("监督员") if physical else None,
    }


@form("draw_abandoned")
def abandoned(scene: Scene, step: str | None) -> Data:
    return {
        "cycle": scene.cycle,
        "draw": _newest_draw(scene, step or "material").id,
        "ground": "officer_absent",
        "reason": "一名工作人员未到场",
        "step": step or "material",
    }


def _newest_draw(scene: Scene, step: str) -> Any:
    return scene.state.review.draws_at(scene.cycle, step)[-1]


def _drawn(draw: Any, stratum: Any, halves: list[str]) -> Data:
    """As two halves give it; without them, whoever the pool names first."""
    excluded = {exclusion.person for exclusion in draw.prepared.data.excluded}
    left = [person for person in stratum.pool if person not in excluded]
    order = order_of(seed_of(draw.id, *halves), stratum.stratum, left) if len(halves) == 2 else sorted(left)
    return {"order": list(order[: stratum.seats + stratum.reserves]), "stratum": stratum.stratum}


def _opening(scene: Scene, digest: bytes, field: str) -> Data:
    """What the desk's vault holds of a committed value."""
    kept = scene.world.vault.kept[digest, field]
    return {"act": digest.hex(), "field": field, "salt": kept.salt.hex(), "value": kept.value}


@form("panel_formed")
def panel(scene: Scene, step: str | None) -> Data:
    step = step or "material"
    draw = scene.held_draw(step)
    return {
        "cycle": scene.cycle,
        "draw": draw.id if draw is not None else None,
        "members": [
            {"person": person, "role": "leader" if n == 0 else "member", "source": "pool"}
            for n, person in enumerate(scene.seats(step))
        ],
        "method": "drawn",
        "panel": scene.panel_of(step),
        "step": step,
    }


@form("panel_member_replaced")
def replaced(scene: Scene, step: str | None) -> Data:
    step = step or "material"
    return {
        "cycle": scene.cycle,
        "ground": "illness",
        "joins": scene.drawn("材料评审候补1" if step == "material" else "现场评审候补1"),
        "leaves": scene.members(step)[-1],
        "panel": scene.panel_at(step),
        "step": step,
    }


@form("interest_declared", "reviewer")
def interest(scene: Scene, step: str | None) -> Data:
    return {
        "cycle": scene.cycle,
        "detail": "曾任该公司顾问",
        "interest": scene.fresh("inte"),
        "parties": [scene.party("甲公司")],
        "person": scene.members("material")[-1],
        "relation": "adviser",
        "source": "self",
    }


@form("reviewer_recused")
def recused(scene: Scene, step: str | None) -> Data:
    step = step or "material"
    return {
        "applications": [scene.files()[0].id] if scene.files() else [],
        "cycle": scene.cycle,
        "decided_by": scene.body("office"),
        "panel": scene.panel_at(step) if scene.panel_at(step) in scene.state.review.panels else None,
        "parties": [],
        "person": scene.members(step)[-1],
        "step": step,
    }


@form("score_recorded", "reviewer")
def score(scene: Scene, step: str | None) -> Data:
    step = step or "material"
    file = scene.file(step)
    return {
        **_of_sheet(scene, step, file),
        "items": [],
        "points": scene.points_of(file, step),
    }


@form("score_sheet_sealed", "reviewer")
def sealed(scene: Scene, step: str | None) -> Data:
    step = step or "material"
    file = scene.file(step)
    content = {"items": [], "points": scene.points_of(file, step)}
    return {**_of_sheet(scene, step, file), "sheet": content}


@form("score_sheet_replaced", "reviewer")
def sheet_replaced(scene: Scene, step: str | None) -> Data:
    sheet = _newest_sheet(scene, step or "material")
    return {
        **_of_sheet(scene, sheet.step, sheet.application),
        "panel": scene.panel_at(sheet.step),
        "replaces": sheet.act.digest.hex(),
        "scorer": sheet.scorer,
        "sheet": {"items": [], "points": "710"},
    }


@form("score_changed", "reviewer")
def score_changed(scene: Scene, step: str | None) -> Data:
    sheet = _newest_sheet(scene, step or "material")
    return {
        "application": sheet.application,
        "assent": [person for person in scene.members(sheet.step) if person != sheet.scorer],
        "cycle": scene.cycle,
        "dissent": [],
        "items": [],
        "points": "710",
        "reason": "计算有误",
        "scorer": sheet.scorer,
        "sheet": sheet.act.digest.hex(),
        "step": sheet.step,
    }


@form("stage_window_set")
def window(scene: Scene, step: str | None) -> Data:
    return {"closes": None, "cycle": scene.cycle, "opens": scene.day, "step": step or "material"}


@form("scores_opened")
def scores_opened(scene: Scene, step: str | None) -> Data:
    sheet = _newest_sheet(scene, step or "material")
    sheets = scene.state.review.sheets_at(sheet.application, sheet.step)
    return {
        "application": sheet.application,
        "cycle": scene.cycle,
        "missing": [],
        "openings": [_opening(scene, each.act.digest, "sheet") for each in sheets if each.sealed],
        "step": sheet.step,
    }


@form("scores_set_aside")
def set_aside(scene: Scene, step: str | None) -> Data:
    sheet = _newest_sheet(scene, step or "material")
    return {
        "applications": [sheet.application],
        "cycle": scene.cycle,
        "ground": "interest",
        "person": sheet.scorer,
        "reason": "与参评组织有利害关系",
        "sheets": [sheet.act.digest.hex()],
        "step": sheet.step,
    }


@form("consensus_score_recorded", "panel")
def consensus(scene: Scene, step: str | None) -> Data:
    step = step or "material"
    return {
        "application": scene.file(step),
        "assent": scene.members(step),
        "cycle": scene.cycle,
        "dissent": [],
        "items": [],
        "panel": scene.panel_at(step),
        "points": "700",
        "standard": scene.newest_standard(),
        "step": step,
    }


@form("tie_decided")
def tie(scene: Scene, step: str | None) -> Data:
    step = step or "material"
    return {
        "cycle": scene.cycle,
        "method": "panel_decision",
        "order": [file.id for file in scene.files()[:2]],
        "reason": "依评审规则",
        "report": scene.newest_report(step),
        "step": step,
    }


@form("vault_read")
def vault_read(scene: Scene, step: str | None) -> Data:
    return {
        "case": f"application:{scene.files()[0].id}",
        "fields": ["sheet"],
        "reader": scene.actor("office").person,
    }


def _of_sheet(scene: Scene, step: str, file: str) -> Data:
    """Of the first who has not given a sheet for the file yet."""
    jury = scene.regulation.steps[step].panel is None
    scorers = scene.units() if jury else scene.members(step)
    given = {sheet.scorer for sheet in scene.state.review.sheets_at(file, step)}
    scorer = next((each for each in scorers if each not in given), scorers[0])
    return {
        "application": file,
        "cycle": scene.cycle,
        "panel": None if jury else scene.panel_at(step),
        "scorer": None if jury else scorer,
        "standard": scene.newest_standard(),
        "step": step,
        "unit": scorer if jury else None,
    }


def _newest_sheet(scene: Scene, step: str) -> Any:
    sheets = [s for s in scene.state.review.sheets.values() if s.step == step and not s.aside]
    return max(sheets, key=lambda sheet: sheet.act.position)


@form("site_review_held", "panel")
def visit(scene: Scene, step: str | None) -> Data:
    return {
        "application": scene.file("onsite"),
        "cycle": scene.cycle,
        "days": 1,
        "from": scene.day,
        "methods": ["discussion", "test", "verification"],
        "panel": scene.panel_at("onsite"),
        "attending": scene.members("onsite"),
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
        "leader": None if step == "composite" else scene.members(step)[0],
        "organised_by": scene.body("office"),
        "panel": None if step == "composite" else scene.panel_at(step),
        "report": scene.fresh("repo"),
        "rows": scene.report_rows(step),
        "standard": scene.newest_standard(),
        "step": step,
        "weights": [],
    }
