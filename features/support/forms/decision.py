"""Ordinary lists, decisions and awards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from features.support.forms.form import form

if TYPE_CHECKING:
    from features.support.scene import Scene

Data = dict[str, Any]


@form("shortlist_approved")
def shortlist(scene: Scene, step: str | None) -> Data:
    step = step or "onsite_list"
    return {
        "cycle": scene.cycle,
        "items": [{"application": a, "category": None} for a in scene.files_at(step)],
        "list": scene.fresh("list"),
        "proposed_by": scene.proposer(step),
        "step": step,
    }


@form("award_list_proposed", "committee")
def proposed(scene: Scene, step: str | None) -> Data:
    return {
        "annexes": [],
        "cycle": scene.cycle,
        "items": scene.award_items(),
        "list": scene.fresh("list"),
        "meeting": scene.newest_meeting(),
        "report": scene.newest_report("composite"),
        "sections": scene.sections(),
        "step": "decide",
        "submitted_to": scene.body("government"),
    }


@form("meeting_held", "committee")
def meeting(scene: Scene, step: str | None) -> Data:
    return {
        "body": scene.body("committee"),
        "cycle": scene.cycle,
        "form": "meeting",
        "kind": "plenary",
        "meeting": scene.fresh("meet"),
        "motions": [],
        "present": 9,
        "reports": [],
        "step": step or "decide",
        "total": 11,
    }


@form("awards_approved", "government")
def approved(scene: Scene, step: str | None) -> Data:
    return {
        "cycle": scene.cycle,
        "items": scene.approvable_items(),
        "list": scene.fresh("list"),
        "proposed_by": scene.body("committee"),
        "step": "approve",
    }


@form("decision_published", "government")
def announced(scene: Scene, step: str | None) -> Data:
    return {
        "applications": [item["application"] for item in scene.approvable_items()],
        "channels": [
            {
                "address": "市政府门户网站",
                "channel": "chan0001",
                "class": "government_portal",
                "from": scene.day,
                "level": "city",
            }
        ],
        "cycle": scene.cycle,
        "contents": ["name"],
        "kind": "award",
        "step": "announce",
    }


@form("award_conferred", "government")
def conferred(scene: Scene, step: str | None) -> Data:
    item = scene.unconferred_item()
    return {
        "application": item["application"],
        "award": scene.award_of(item["application"]),
        "category": item["category"],
        "conferred_on": scene.approved_on(),
        "contents": ["commendation"],
        "cycle": scene.cycle,
        "first_time": not item["reaward"],
        "items": ["plaque"],
        "parties": scene.parties_of(item["application"]),
        "quota_counted": not item["reaward"],
        "reaward": item["reaward"],
        "step": "confer",
    }


@form("application_struck", "committee")
def struck(scene: Scene, step: str | None) -> Data:
    return {
        "application": scene.file(),
        "cycle": scene.cycle,
        "ground": "publicity_failed",
        "reason": "公示未通过",
        "step": step or "final_public",
    }


@form("cycle_closed")
def closed(scene: Scene, step: str | None) -> Data:
    return {"cycle": scene.cycle, "places": scene.places()}
