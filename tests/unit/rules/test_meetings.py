"""Meetings: forms, shares and orders that other texts than the packaged one ask for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from features.support.scene import Scene
from ledger.regulations.model import Meeting, Regulation
from ledger.regulations.value import Value
from ledger.rules.kinds.meetings import _reaches
from tests.support.laid import matter_of, said

MOTION: dict[str, Any] = {
    "abstain": 0,
    "against": 0,
    "application": None,
    "basis": [],
    "category": None,
    "for": 7,
    "outcome": "carried",
    "reason": None,
    "recused": [],
    "secret": False,
    "subject": "award_list",
}


def must(v: Any) -> Value[Any]:
    return Value(v, "24")


@pytest.fixture(scope="module")
def scene() -> Scene:
    made = Scene.of("nantong@2023", 2026)
    made.advance("composite")
    made.world.today("2023-10-31")
    made.must("meeting_held", {"motions": [_on("appl0001", "carried"), _on("appl0002", "rejected")]})
    return made


def _on(application: str, outcome: str) -> dict[str, Any]:
    return {**MOTION, "application": application, "outcome": outcome}


def under(scene: Scene, **meeting: Any) -> Regulation:
    step = replace(scene.regulation.steps["decide"], meeting=Meeting(**meeting))
    return replace(scene.regulation, steps={**scene.regulation.steps, "decide": step})


@pytest.mark.parametrize(
    ("count", "share", "of", "result"),
    [
        (5, "0.5", 10, "holds"),
        (4, "0.5", 10, "fails"),
        (6, "0.6666666666666667", 9, "fails"),
        (7, "0.6666666666666667", 9, "holds"),
        (0, "0.5", 0, "holds"),
        (9, None, 10, "unclear"),
    ],
)
def test_shares_are_exact(count: int, share: str | None, of: int, result: str) -> None:
    assert _reaches(count, share, of) == result


@pytest.mark.parametrize(
    ("kind", "result"), [("plenary", "holds"), ("ordinary", "fails"), ("enlarged", "fails")]
)
def test_a_plenary_is_a_plenary(scene: Scene, kind: str, result: str) -> None:
    text = under(scene, plenary=must(True))
    held = matter_of(scene, "meeting_held", {"kind": kind}, regulation=text)
    assert said(held, "meeting.vote")["meeting.vote.plenary"].result == result


@pytest.mark.parametrize(
    ("of", "votes", "outcome", "result"),
    [
        ("members", 8, "carried", "holds"),
        ("members", 7, "carried", "fails"),
        ("present", 7, "carried", "holds"),
        ("present", 6, "carried", "fails"),
        ("present", 1, "rejected", None),
    ],
)
def test_majorities_of_members_or_of_those_present(
    scene: Scene, of: str, votes: int, outcome: str, result: str | None
) -> None:
    text = under(scene, majority=must("0.7"), majority_of=must(of))
    motion = {**MOTION, "for": votes, "outcome": outcome}
    changes = {"motions": [motion], "present": 9, "total": 11}
    told = said(matter_of(scene, "meeting_held", changes, regulation=text), "meeting.vote")
    found = told.get("meeting.vote.majority")
    assert (found.result if found is not None else None) == result


@pytest.mark.parametrize(
    ("secret", "basis", "fails"), [(True, ["score"], set()), (False, [], {"secret", "basis"})]
)
def test_secret_and_on_its_grounds(scene: Scene, secret: bool, basis: list[str], fails: set[str]) -> None:
    text = under(scene, secret=must(True), basis=must(("score",)))
    held = matter_of(
        scene, "meeting_held", {"motions": [{**MOTION, "secret": secret, "basis": basis}]}, regulation=text
    )
    told = said(held, "meeting.vote")
    assert {said.rpartition(".")[2] for said, outcome in told.items() if outcome.result == "fails"} == fails


def test_each_name_is_voted_and_none_that_was_lost_is_listed(scene: Scene) -> None:
    text = under(scene, vote=must(True))
    told = said(matter_of(scene, "award_list_proposed", regulation=text), "meeting.vote")
    assert told["meeting.vote.each"].result == "fails"
    assert told["meeting.vote.each"].facts["files"] == "part1001"  # 王某, on whom nobody voted
    assert told["meeting.vote.lost"].facts["files"] == "乙公司"


def _with_points(scene: Scene, points: dict[str, str]) -> str:
    report = scene.newest_report("composite")
    assert report is not None
    act = scene.state.review.reports[report]
    rows = tuple(replace(row, sum=points.get(row.application, row.sum)) for row in act.data.rows)
    scene.state.review.reports[report] = replace(act, data=replace(act.data, rows=rows))
    return report


@pytest.mark.parametrize(
    ("first", "second", "categories", "files"),
    [
        ("800", "700", ("award_org", "nom_org"), ""),
        ("700", "800", ("award_org", "nom_org"), "甲公司"),
        ("800", "800", ("award_org", "nom_org"), ""),
        ("700", "800", ("award_org", None), "甲公司"),
        ("700", "800", ("nom_org", "award_org"), ""),
    ],
)
def test_nobody_stands_before_somebody_better_without_a_reason(
    scene: Scene, first: str, second: str, categories: tuple[str, str | None], files: str
) -> None:
    _with_points(scene, {"appl0001": first, "appl0002": second})
    text = under(scene, inversion_needs_reason=must(True))
    items = [
        {"application": name, "category": category, "rank": None, "reason": None, "reaward": False}
        for name, category in zip(("appl0001", "appl0002"), categories, strict=True)
        if category is not None
    ]
    told = said(matter_of(scene, "award_list_proposed", {"items": items}, regulation=text), "meeting.vote")
    assert told["meeting.vote.inverted"].facts["files"] == files
    items[0]["reason"] = "代表性更强"
    told = said(matter_of(scene, "award_list_proposed", {"items": items}, regulation=text), "meeting.vote")
    assert told["meeting.vote.inverted"].result == "holds"
