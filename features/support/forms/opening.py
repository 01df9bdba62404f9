"""Ordinary acts from the plan to eligibility."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from features.support.forms.form import form

if TYPE_CHECKING:
    from features.support.scene import Scene

Data = dict[str, Any]


@form("cycle_planned")
def planned(scene: Scene, step: str | None) -> Data:
    return {
        "contents": ["annual_plan"],
        "cycle": scene.cycle,
        "regulation": scene.regulation.name,
        "step": step or "plan",
        "year": scene.year,
    }


@form("cycle_opened")
def opened(scene: Scene, step: str | None) -> Data:
    return {
        "cycle": scene.cycle,
        "edition": scene.edition,
        "encoding": 1,
        "regulation": scene.regulation.name,
        "trial": scene.regulation.status == "draft",
        "year": scene.year,
    }


@form("call_published")
def call(scene: Scene, step: str | None) -> Data:
    wanted = scene.regulation.steps["call"].channels
    classes = sorted({*(wanted.all.v or () if wanted and wanted.all else ())} or {"media", "website"})
    return {
        "channels": [
            {
                "address": f"第 {n} 处",
                "channel": f"chan{n:04}",
                "class": class_,
                "from": scene.day,
                "level": "city",
            }
            for n, class_ in enumerate(classes, 1)
        ],
        "contents": ["arrangement", "end_date", "notes", "recommend_by", "start_date"],
        "cycle": scene.cycle,
        "limits": [["recommend", scene.at("recommend_by")]],
        "step": "call",
        "window_from": scene.at("window_from"),
        "window_to": scene.at("window_to"),
    }


@form("cycle_status_changed")
def status(scene: Scene, step: str | None) -> Data:
    return {"cycle": scene.cycle, "reason": "申报过少", "status": "abandoned"}


@form("party_registered")
def party(scene: Scene, step: str | None) -> Data:
    return {
        "area": "city",
        "code": "91320600MA1XXXXX0X",
        "kind": "organisation",
        "name": "新公司",
        "party": "part9999",
    }


@form("application_submitted", "applicant")
def submitted(scene: Scene, step: str | None) -> Data:
    party = scene.next_party()
    organisation = scene.kind_of(party) == "organisation"
    publicities = scene.publicities_of(party)
    return {
        "applicants": [{"employer": None if organisation else scene.employer, "party": party}],
        "application": scene.application_of(party),
        "area": "city",
        "attested": ["truth", "voluntary"],
        "attributes": ["sme"] if organisation else [],
        "cycle": scene.cycle,
        "documents": [
            {"file": f"{kind}.pdf", "kind": kind, "secret": False}
            for kind in ("application_form", "self_evaluation", "evidence")
        ],
        "kind": "organisation" if organisation else "individual",
        "national_security": False,
        "publicities": publicities,
        "state_secret": False,
        "step": "apply",
        "submitted_to": scene.body("local_quality_body"),
    }


@form("application_withdrawn", "applicant")
def withdrawn(scene: Scene, step: str | None) -> Data:
    return {"application": scene.file(), "cycle": scene.cycle, "form": "letter"}


@form("recommendation_issued", "local_quality_body")
def recommended(scene: Scene, step: str | None) -> Data:
    return {
        "application": scene.file(step or "recommend"),
        "cycle": scene.cycle,
        "forwarded_on": scene.day,
        "forwarded_to": scene.body("office"),
        "outcome": "recommended",
        "stamped": True,
        "signed": True,
        "step": step or "recommend",
    }


@form("evidence_verified")
def verified(scene: Scene, step: str | None) -> Data:
    return {
        "application": None,
        "cycle": scene.cycle,
        "facts": scene.good_facts("organisation"),
        "outcome": "verified",
        "party": scene.party("甲公司"),
    }


@form("eligibility_determined")
def eligible(scene: Scene, step: str | None) -> Data:
    file = scene.file(step or "eligibility")
    return {
        "application": file,
        "aspects": [{"aspect": a, "outcome": "met"} for a in ("material", "subject")],
        "cites": scene.readings(),
        "cycle": scene.cycle,
        "judged": scene.judgements(file),
        "outcome": "accepted",
        "step": step or "eligibility",
    }
