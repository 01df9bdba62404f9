"""The ordinary course of a cycle under each regulation: which acts, in which order, on which days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from features.support.scene import Scene

Stage = Callable[["Scene"], None]


@dataclass(frozen=True)
class Course:
    """`stages`: step → (day, what happens); the course is run up to and with a stage. `days`: days that acts name."""

    year: int
    days: dict[str, str]
    stages: dict[str, tuple[str, Stage]]

    def run(self, scene: Scene, upto: str) -> None:
        """Everything up to the stage that has not happened in this scene yet."""
        begun = scene.world.stages
        for name, (day, stage) in self.stages.items():
            if name not in begun:
                begun.add(name)
                scene.world.today(day)
                stage(scene)
            if name == upto:
                return
        raise KeyError(f"the course has no stage {upto}")


def _fact(fact: str, **known: Any) -> dict[str, Any]:
    return {"fact": fact, **known}


FACTS: Final[dict[str, list[dict[str, Any]]]] = {
    "organisation": [
        _fact("registered_in_territory", since="2010-01-01"),
        _fact("legal_person", since="2010-01-01"),
        _fact("operation", since="2010-01-01"),
        _fact("excellence_model", since="2012-01-01"),
        _fact("chief_quality_officer_post", since="2012-01-01"),
        _fact("county_quality_award", since="2014-06-01"),
        _fact("waste_treatment_compliant", since="2012-01-01"),
        _fact("env_credit", grade="blue", since="2012-01-01"),
        *(_fact("city_trade_advanced", year=year) for year in range(2020, 2023)),
        *(_fact("good_standing", year=year) for year in range(2020, 2023)),
    ],
    "individual": [_fact("quality_work_local", since="2005-01-01")],
    "expert": [
        _fact("quality_practice", since="2005-01-01"),
        _fact("excellence_training", since="2015-01-01"),
    ],
}


# What ordinary sheets say, by kind of applicant and step.
POINTS: Final[dict[str, dict[str, str]]] = {
    "organisation": {"material": "700", "onsite": "680", "presentation": "800"},
    "individual": {"material": "750", "presentation": "900"},
}


def _draw(scene: Scene, step: str) -> None:
    """A draw with a machine, before the supervisor, and the panel that it gives."""
    scene.must("draw_prepared", {"step": step, "method": "physical"})
    scene.must("draw_held", {"step": step})
    scene.must("panel_formed", {"step": step})


# ---- Nantong 2023 ----


def _plan(scene: Scene) -> None:
    scene.must("cycle_planned")
    scene.must("cycle_opened")
    scene.must("roster_declared_complete")


def _standards(scene: Scene) -> None:
    scene.must("standards_approved")


def _internal(scene: Scene) -> None:
    scene._showing = True
    for _ in scene.taking_part():
        scene.must("publicity_opened", {"step": "internal"}, by="applicant")
        scene.must("publicity_evidence_filed", {"step": "internal"}, by="applicant")


def _internal_closed(scene: Scene) -> None:
    scene._showing = False
    for _ in scene.taking_part():
        scene.must("publicity_closed", {"step": "internal"}, by="applicant")


def _each(type_: str, step: str, **more: Any) -> Stage:
    """One such act for each file that is to have it."""

    def stage(scene: Scene) -> None:
        from ledger.rules.done import applies

        rule = scene.regulation.steps[step]
        for file in scene.files():
            if applies(rule, file.kind):
                scene.must(type_, {"step": step, "application": file.id, **more})

    return stage


def _apply(scene: Scene) -> None:
    for party in scene.taking_part():
        if party not in scene.state.opening.of_party:
            scene.must("application_submitted")


def _employer(scene: Scene) -> None:
    for file in scene.files():
        if file.kind == "individual":
            scene.must(
                "recommendation_issued", {"step": "employer_opinion", "application": file.id}, by="employer"
            )


def _panel(step: str) -> Stage:
    return lambda scene: _draw(scene, step)


def _sheets(step: str) -> Stage:
    """Every file that is to be scored at the step is: after its visit, after its presentation."""

    def stage(scene: Scene) -> None:
        from ledger.rules.done import applies

        for file in scene.files():
            if not applies(scene.regulation.steps[step], file.kind):
                continue
            if step == "onsite":
                scene.must("site_review_held", {"application": file.id})
            if step == "presentation":
                scene.must("presentation_held", {"application": file.id})
                for unit in scene.units():
                    scene.must("score_recorded", {"step": step, "application": file.id, "unit": unit})
                continue
            for expert in scene.members(step):
                scene.must("score_recorded", {"step": step, "application": file.id, "scorer": expert})

    return stage


def _report(step: str) -> Stage:
    """The step's report, unless the scenario has issued its own."""

    def stage(scene: Scene) -> None:
        if scene.newest_report(step) is None:
            scene.must("stage_report_issued", {"step": step})

    return stage


def _feedback(scene: Scene) -> None:
    """After each visit: the supervisor on both sides, each side on the other."""
    for file in scene.files():
        if file.kind != "organisation":
            continue
        for role, concerning in (
            ("supervisor", "panel"),
            ("supervisor", "applicant"),
            ("applicant", "panel"),
            ("panel", "applicant"),
        ):
            data = {"application": file.id, "concerning": concerning, "role": role}
            scene.must("conduct_feedback_filed", data, by=role)


def _list(step: str, by: str) -> Stage:
    return _act("shortlist_approved", step, by)


def _composite(scene: Scene) -> None:
    scene.must("stage_report_issued", {"step": "composite"}, by="office")


def _decide(scene: Scene) -> None:
    if scene.state.decision.newest(scene.cycle, "decide") is not None:
        return  # the scenario has proposed a list of its own
    scene.must("meeting_held")
    scene.must("award_list_proposed")


def _public(scene: Scene) -> None:
    scene.must("publicity_opened", {"step": "final_public"}, by="committee")
    scene.must("publicity_evidence_filed", {"step": "final_public"}, by="committee")


def _confer(scene: Scene) -> None:
    for _ in scene.approvable_items():
        scene.must("award_conferred")


def _act(type_: str, step: str | None = None, by: str | None = None) -> Stage:
    def stage(scene: Scene) -> None:
        scene.must(type_, {"step": step} if step else {}, by=by)

    return stage


NANTONG: Final = Course(
    2023,
    {"window_from": "2023-05-04", "window_to": "2023-06-02", "recommend_by": "2023-06-15"},
    {
        "plan": ("2023-03-20", _plan),
        "standards": ("2023-03-27", _standards),
        "supervise": ("2023-04-03", _act("supervisor_appointed")),
        "call": ("2023-04-20", _act("call_published")),
        "internal": ("2023-04-26", _internal),
        "internal_closed": ("2023-05-07", _internal_closed),
        "apply": ("2023-05-10", _apply),
        "recommend": ("2023-06-09", _each("recommendation_issued", "recommend")),
        "eligibility": ("2023-06-20", _each("eligibility_determined", "eligibility")),
        "material_panel": ("2023-07-03", _panel("material")),
        "material_scores": ("2023-07-05", _sheets("material")),
        "material": ("2023-07-07", _report("material")),
        "onsite_list": ("2023-07-20", _list("onsite_list", "office")),
        "onsite_panel": ("2023-08-01", _panel("onsite")),
        "onsite_scores": ("2023-08-08", _sheets("onsite")),
        "onsite": ("2023-08-10", _report("onsite")),
        "feedback": ("2023-08-18", _feedback),
        "present_list": ("2023-08-25", _list("present_list", "committee")),
        "presentation": ("2023-09-12", _sheets("presentation")),
        "composite": ("2023-10-20", _composite),
        "decide": ("2023-10-31", _decide),
        "final_public": ("2023-11-06", _public),
        "final_public_closed": ("2023-11-17", _act("publicity_closed", "final_public", "committee")),
        "approve": ("2023-11-28", _act("awards_approved")),
        "announce": ("2023-11-30", _act("decision_published")),
        "confer": ("2023-12-05", _confer),
        "close": ("2023-12-20", _act("cycle_closed")),
    },
)

COURSES: Final = {"nantong@2023": NANTONG}
