"""Ordinary acts by which a ledger gets its texts, calendars, bodies and mandates."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

from features.support.forms.form import form
from ledger.calendars import published
from ledger.regulations.packaged import packaged_bytes

if TYPE_CHECKING:
    from features.support.scene import Scene

Data = dict[str, Any]
CALENDAR: Final = "2023-1"


@form("regulation_version_adopted")
def adopted(scene: Scene, step: str | None) -> Data:
    name = scene.regulation.name
    return {
        "document": hashlib.sha256(packaged_bytes(name)).hexdigest(),
        "effective_from": f"{scene.year}-03-01",
        "effective_to": f"{scene.year + 5}-02-28",
        "encoding": 1,
        "issuer": "某市人民政府",
        "number": "某政规〔2023〕1号",
        "promulgated_on": scene.day,
        "regulation": name,
        "status": "in_force",
    }


@form("calendar_published")
def calendar(scene: Scene, step: str | None) -> Data:
    year, _, issue = CALENDAR.partition("-")
    return {
        "document": hashlib.sha256(published.data(CALENDAR)).hexdigest(),
        "issue": int(issue),
        "published_on": scene.day,
        "year": int(year),
    }


@form("body_constituted")
def body(scene: Scene, step: str | None) -> Data:
    return {
        "area": "city",
        "body": "newoffice",
        "from": scene.day,
        "level": "city",
        "members": [{"person": "member01", "post": "member"}, {"person": "member02", "post": "member"}],
        "name": "新设办公室",
        "roles": ["office"],
    }


@form("mandate_given", "committee")
def mandate(scene: Scene, step: str | None) -> Data:
    return {
        "body": scene.body("office"),
        "from": scene.day,
        "mandate": scene.fresh("mand"),
        "scope": ["shortlist_approved"],
        "to": f"{scene.year}-12-31",
    }


@form("call_amended")
def amended(scene: Scene, step: str | None) -> Data:
    return {
        "channels": [
            {
                "address": "市政府网站",
                "channel": "chan0009",
                "class": "website",
                "from": scene.day,
                "level": "city",
            }
        ],
        "contents": ["end_date"],
        "cycle": scene.cycle,
        "kind": "extended",
        "limits": [],
        "reason": "报名人数不足",
        "step": "call",
        "window_to": "2023-06-09",
    }
