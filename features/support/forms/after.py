"""Ordinary acts after the award: money, reports, the honour's use, facts that come to light, revocation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from features.support.forms.form import form

if TYPE_CHECKING:
    from features.support.scene import Scene

Data = dict[str, Any]


def _honour(scene: Scene) -> Any:
    """The first award that was conferred."""
    return next(iter(scene.state.decision.honours.values()))


def _prize(scene: Scene, honour: Any) -> str:
    category = scene.regulation.categories[honour.conferred.data.category]
    return str(category.prize.v if category.prize is not None and category.prize.v else "0")


def _newest(table: Any) -> Any:
    return next(reversed(list(table)), None)


# ---- money ----


@form("budget_appropriated", "finance")
def appropriated(scene: Scene, step: str | None) -> Data:
    return {
        "amount": "3000000",
        "budget": scene.fresh("budg"),
        "cycle": scene.cycle,
        "payer": scene.body("finance"),
        "purpose": "prize",
        "year": scene.year,
    }


@form("prize_paid", "finance")
def paid(scene: Scene, step: str | None) -> Data:
    honours = list(scene.state.decision.honours.values())
    honour = next((h for h in honours if not h.paid and h.revoked is None), honours[0])
    return {
        "amount": _prize(scene, honour),
        "award": honour.id,
        "budget": _newest(scene.state.registers.budgets),
        "party": honour.parties[0],
        "payer": scene.body("finance"),
        "payment": scene.fresh("paym"),
    }


@form("prize_spending_recorded", "holder")
def spent(scene: Scene, step: str | None) -> Data:
    return {
        "amount": "300000",
        "award": _honour(scene).id,
        "purpose": "quality_improvement",
        "spent_on": scene.day,
    }


# ---- reports, checks, the honour ----


@form("annual_report_filed", "holder")
def report(scene: Scene, step: str | None) -> Data:
    return {
        "addressee": scene.body("local_quality_body"),
        "award": _honour(scene).id,
        "contents": ["annual_return", "self_evaluation"],
        "fund_use": [{"amount": "300000", "purpose": "quality_improvement"}],
        "leg": "filed",
        "year": scene.year,
    }


@form("supervisory_check_made")
def check(scene: Scene, step: str | None) -> Data:
    return {
        "award": _honour(scene).id,
        "check": scene.fresh("chec"),
        "contents": ["quality_conduct"],
        "kind": "visit",
        "outcome": "in_order",
    }


@form("promotion_recorded", "holder")
def promotion(scene: Scene, step: str | None) -> Data:
    return {"award": _honour(scene).id, "kind": "lecture", "outcome": "held", "participants": 60}


@form("honour_used", "holder")
def used(scene: Scene, step: str | None) -> Data:
    honour = _honour(scene)
    return {
        "award": honour.id,
        "medium": "brochure",
        "party": honour.parties[0],
        "product": False,
        "purpose": "corporate_image",
        "use": scene.fresh("usex"),
        "used_on": scene.day,
        "year_shown": True,
    }


@form("conduct_feedback_filed", "supervisor")
def feedback(scene: Scene, step: str | None) -> Data:
    return {
        "application": scene.application_of(scene.party("甲公司")),
        "clean": True,
        "concerning": "panel",
        "content": "现场评审期间的情况",
        "cycle": scene.cycle,
        "feedback": scene.fresh("feed"),
        "role": "supervisor",
        "step": "onsite",
    }


# ---- what comes to light ----


@form("adverse_fact_recorded")
def fact(scene: Scene, step: str | None) -> Data:
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
def determined(scene: Scene, step: str | None) -> Data:
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


@form("adverse_fact_reported", "holder")
def told(scene: Scene, step: str | None) -> Data:
    return {
        "addressee": scene.body("office"),
        "award": _honour(scene).id,
        "content": "有关情况的报告",
        "fact": _newest(scene.state.after.adverse),
        "form": "written",
    }


@form("revocation_proposed")
def proposed(scene: Scene, step: str | None) -> Data:
    """The office's report to the committee; with another addressee, somebody else's."""
    fact = _newest(scene.state.after.adverse)
    determination = _newest(scene.state.after.determinations)
    return {
        "addressee": scene.body("committee"),
        "award": _honour(scene).id,
        "determinations": [determination] if determination else [],
        "facts": [fact] if fact else [],
        "ground": "misconduct",
        "investigated_by": scene.body("office"),
        "outcome": "revoke",
        "reason": "经调查核实",
        "revocation": scene.fresh("revo"),
    }


@form("award_revoked", "government")
def revoked(scene: Scene, step: str | None) -> Data:
    honour = _honour(scene)
    fact = _newest(scene.state.after.adverse)
    determination = _newest(scene.state.after.determinations)
    return {
        "award": honour.id,
        "determinations": [determination] if determination else [],
        "facts": [fact] if fact else [],
        "ground": "misconduct",
        "parties": list(honour.parties),
        "proposed_by": scene.body("committee"),
        "reason": "情节严重、影响恶劣",
    }


@form("award_items_recovered")
def recovered(scene: Scene, step: str | None) -> Data:
    honour = _honour(scene)
    amount = sum((int(act.data.amount) for act in honour.paid), 0)
    return {
        "amount": str(amount) if amount else None,
        "award": honour.id,
        "credit_recorded": False,
        "items": list(honour.conferred.data.items),
    }


# ---- beside ----


@form("legacy_fact_recorded")
def legacy(scene: Scene, step: str | None) -> Data:
    return {
        "category": "award_org",
        "day": "2016-11-20",
        "fact": scene.fresh("lega"),
        "items": ["plaque"],
        "kind": "award",
        "party": scene.party("甲公司"),
        "regulation": scene.regulation.name,
    }
