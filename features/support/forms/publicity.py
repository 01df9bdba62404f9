"""Ordinary publicities and objections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from features.support.forms.form import form

if TYPE_CHECKING:
    from features.support.scene import Scene

Data = dict[str, Any]


@form("publicity_opened")
def opened(scene: Scene, step: str | None) -> Data:
    step = step or scene.publicity_step
    rule = scene.regulation.steps[step]
    media = (
        rule.channels.all.v
        if rule.channels and rule.channels.all and rule.channels.all.v
        else ("notice_board",)
    )
    internal = rule.class_ == "internal_publicity"
    party = scene.next_party() if internal else None
    return {
        "channels": [
            {
                "address": f"第 {n} 处",
                "channel": f"chan{n:04}",
                "class": class_,
                "from": scene.day,
                "level": "city",
            }
            for n, class_ in enumerate(media, 1)
        ],
        "cycle": scene.cycle,
        "contents": ["name"],
        "items": [] if internal else scene.items_for_publicity(step),
        "parties": [party] if party else [],
        "publicity": scene.publicity_of(party) if party else scene.fresh("publ"),
        "sections": [] if internal else scene.sections(),
        "step": step,
    }


@form("publicity_closed")
def closed(scene: Scene, step: str | None) -> Data:
    publicity = scene.open_publicity(step)
    return {
        "counted_days": scene.counted(publicity),
        "cycle": scene.cycle,
        "ends": [],
        "last_day": scene.last_day(publicity),
        "publicity": publicity.id,
        "step": publicity.step,
    }


@form("publicity_evidence_filed", "committee")
def evidence(scene: Scene, step: str | None) -> Data:
    publicity, channel = scene.uncaptured(step)
    return {
        "captured": scene.day,
        "channel": channel,
        "cycle": scene.cycle,
        "file": "截图.png",
        "publicity": publicity.id,
        "shown": True,
        "step": publicity.step,
    }


@form("publicity_amended", "committee")
def amended(scene: Scene, step: str | None) -> Data:
    publicity = scene.open_publicity(step)
    return {
        "cycle": scene.cycle,
        "items": [{"application": publicity.applications[0], "category": None}],
        "kind": "renewed",
        "publicity": publicity.id,
        "reason": "所示名称有误，已更正",
        "step": publicity.step,
    }


@form("objection_lodged", "public")
def lodged(scene: Scene, step: str | None) -> Data:
    publicity = scene.open_publicity(step)
    return {
        "addressee": scene.body("office"),
        "anonymous": False,
        "applications": list(publicity.applications[:1]),
        "cycle": scene.cycle,
        "evidence": True,
        "form": "written",
        "identity": "某人",
        "objection": scene.fresh("obje"),
        "parties": list(publicity.parties[:1]) if not publicity.applications else [],
        "publicity": publicity.id,
        "received": scene.day,
        "text": "反映的情况",
    }


@form("objection_resolved")
def resolved(scene: Scene, step: str | None) -> Data:
    objection = scene.open_objection()
    return {
        "applications": list(objection.lodged.data.applications),
        "cycle": scene.cycle,
        "investigated_by": scene.body("office"),
        "objection": objection.id,
        "outcome": "unfounded",
        "reason": "经核查不属实",
        "reported_to": scene.body("committee"),
    }


@form("objection_withdrawn", "public")
def withdrawn(scene: Scene, step: str | None) -> Data:
    objection = scene.open_objection()
    return {
        "applications": list(objection.lodged.data.applications),
        "cycle": scene.cycle,
        "objection": objection.id,
    }


@form("stage_redone")
def redone(scene: Scene, step: str | None) -> Data:
    return {
        "acts": [],
        "applications": [scene.file()],
        "cycle": scene.cycle,
        "ground": "procedure",
        "reason": "程序有误，重新办理",
        "step": step or scene.publicity_step,
    }
