"""Admission, as far as the scenarios of 通用 do not show it: every type and kind of id, mandates in all their forms."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ledger.acts.cases import case_fields
from ledger.acts.registry import TYPES
from ledger.rules.admission import admit
from ledger.rules.judging import judge
from ledger.rules.mandates import mandate_for
from ledger.rules.matter import Matter
from ledger.rules.things import MAKES, THINGS, exists, referred
from tests.support.matters import NoFiles, Trail
from tests.unit.regulations.sample import TEXT

PROCEDURE = {kind.name: kind for kind in TYPES if not kind.life}
CYCLE = {"cycle": "cycle2024", "regulation": "sample@1", "year": 2024}


def codes(matter: Matter) -> list[str]:
    return [breach.code for breach in admit(matter)]


@pytest.fixture
def trail() -> Trail:
    made = Trail(TEXT)
    made.done("cycle_opened", **CYCLE, edition=1, encoding=1, trial=False)
    for body in ("office", "committee"):
        made.done("body_constituted", body=body, **{"from": "2024-01-01"}, name=body, roles=[body])
    return made


# ---- things ----


@pytest.mark.parametrize("name", PROCEDURE)
def test_every_case_that_a_type_names_can_be_looked_for(name: str) -> None:
    state = Trail().state
    for _, kind in case_fields(PROCEDURE[name].struct):
        if kind not in ("person", "*"):
            assert not exists(state, kind, "nobody01")
            assert kind in THINGS


@pytest.mark.parametrize("name", MAKES)
def test_what_makes_a_thing_says_its_id(name: str) -> None:
    kind, field = MAKES[name]
    assert field in PROCEDURE[name].fields
    assert kind in THINGS
    assert not exists(Trail().state, kind, "nobody01")


def test_ids_deep_in_lists_are_found_once_each(trail: Trail) -> None:
    item = {"application": "appl0001", "category": None, "rank": None, "reason": None}
    act = trail.act(
        "shortlist_approved",
        cycle="cycle2024",
        items=[item, {**item, "application": "appl0002"}],
        list="list0001",
        step="shortlist",
    )
    assert sorted(referred(act)) == [
        ("application", "appl0001"),
        ("application", "appl0002"),
        ("cycle", "cycle2024"),
    ]
    breaches = admit(Matter(act, trail.state, NoFiles()))
    assert [(b.code, b.facts["id"]) for b in breaches] == [
        ("thing_unknown", "appl0001"),
        ("thing_unknown", "appl0002"),
    ]


def test_an_award_from_before_the_ledger_is_known(trail: Trail) -> None:
    use = {"medium": "poster", "product": False, "purpose": "corporate_image", "use": "usex0001"}
    use |= {"used_on": "2024-02-01", "year_shown": True, "award": "awar0001"}
    assert codes(trail.matter("honour_used", **use)) == ["thing_unknown"]
    trail.done("legacy_fact_recorded", award="awar0001", fact="fact0001", kind="award", party="part0001")
    assert codes(trail.matter("honour_used", **use)) == []


def test_a_plan_may_be_made_again_an_opening_not(trail: Trail) -> None:
    plan = {"contents": [], "live": [], "step": "call", **CYCLE}
    assert codes(trail.matter("cycle_planned", **plan)) == []
    trail.done("cycle_planned", **plan)
    assert codes(trail.matter("cycle_planned", **plan)) == []
    opening = {**CYCLE, "edition": 2, "encoding": 1, "trial": False}
    assert codes(trail.matter("cycle_opened", **opening)) == ["thing_exists"]


def test_a_reading_answers_a_question_of_a_text_that_is_here(trail: Trail) -> None:
    reading = {"article": "3", "question": "base", "reading": "read0001", "regulation": "sample@1"}
    reading |= {"valid_from": "2024-01-01", "option": "both"}
    assert codes(trail.matter("interpretation_issued", **reading)) == []
    assert codes(trail.matter("interpretation_issued", **{**reading, "question": "other"})) == [
        "thing_unknown"
    ]
    elsewhere = {**reading, "regulation": "sample@2"}
    assert codes(trail.matter("interpretation_issued", **elsewhere)) == ["regulation_not_adopted"]
    trail.done("interpretation_issued", **reading)
    assert codes(trail.matter("interpretation_issued", **reading)) == ["thing_exists"]


# ---- papers ----


@pytest.mark.parametrize(
    ("head", "office", "expected"),
    [
        ({"as_": "office/clerk", "basis": [b"p" * 32]}, True, []),
        ({"as_": "committee/staff", "basis": [b"p" * 32]}, False, []),
        ({"as_": "office/clerk", "basis": [b"p" * 32]}, False, ["entry_not_entitled"]),
        ({"as_": None, "basis": [b"p" * 32]}, False, ["entry_not_entitled"]),
        ({"as_": "office/clerk"}, True, ["document_missing"]),
        ({"as_": None}, False, ["entry_not_entitled", "document_missing"]),
    ],
)
def test_who_may_enter_whose_papers(
    trail: Trail, head: dict[str, Any], office: bool, expected: list[str]
) -> None:
    matter = trail.matter(
        "cycle_closed", cycle="cycle2024", mode="transcribed", for_="committee", office=office, **head
    )
    assert codes(matter) == expected
    knowing = replace(matter, act=replace(matter.act, acknowledges=tuple(expected)))
    found = [breach.code for breach in judge(knowing).breaches]
    assert found[: len(expected)] == expected, "knowing of it helps nothing"


def test_papers_of_somebody_who_was_never_registered(trail: Trail) -> None:
    head = {"as_": "office/clerk", "basis": [b"p" * 32], "mode": "transcribed", "office": True}
    assert codes(trail.matter("cycle_closed", cycle="cycle2024", for_="part0001", **head)) == ["body_unknown"]
    trail.done("party_registered", kind="organisation", name="甲公司", party="part0001")
    assert codes(trail.matter("cycle_closed", cycle="cycle2024", for_="part0001", **head)) == []


# ---- mandates ----

GIVEN = {"mandate": "mand0001", "from_": "2024-02-01", "to": "2024-02-29", "scope": ["cycle_closed"]}


def closes(trail: Trail, **head: Any) -> bool:
    """Whether somebody may close the cycle for the committee."""
    head = {"as_": "office/clerk", "at": "2024-02-10", **head}
    act = trail.act("cycle_closed", cycle="cycle2024", mode="mandate", for_="committee", **head)
    return mandate_for(trail.state, act) is not None


def give(trail: Trail, **changes: Any) -> None:
    given = {name.rstrip("_"): value for name, value in {**GIVEN, **changes}.items()}
    trail.done("mandate_given", as_="committee/chair", **given)


@pytest.mark.parametrize(
    ("mandate", "head", "allowed"),
    [
        ({"body": "office"}, {}, True),
        ({"body": "office"}, {"as_": "committee/staff"}, False),
        ({"body": "office"}, {"as_": None}, False),
        ({"person": "anna01"}, {"as_": None}, True),
        ({"person": "anna01"}, {"by": "bert02"}, False),
        ({"post": "office/clerk"}, {}, True),
        ({"post": "office/clerk"}, {"as_": "office/head"}, False),
        ({"body": "office", "person": "anna01"}, {"by": "bert02"}, False),
        ({}, {}, False),
        ({"body": "office", "scope": ["all"]}, {}, True),
        ({"body": "office", "scope": ["awards_approved"]}, {}, False),
        ({"body": "office", "cycle": "cycle2024"}, {}, True),
        ({"body": "office", "cycle": "cycle2025"}, {}, False),
        ({"body": "office"}, {"at": "2024-01-31"}, False),
        ({"body": "office"}, {"at": "2024-02-01"}, True),
        ({"body": "office"}, {"at": "2024-02-29"}, True),
        ({"body": "office"}, {"at": "2024-03-01"}, False),
        ({"body": "office", "to": None}, {"at": "2030-03-01"}, True),
    ],
)
def test_what_a_mandate_covers(
    trail: Trail, mandate: dict[str, Any], head: dict[str, Any], allowed: bool
) -> None:
    assert not closes(trail, **head), "nobody has given one"
    give(trail, **mandate)
    assert closes(trail, **head) is allowed


def test_a_mandate_of_somebody_else_is_none(trail: Trail) -> None:
    given = {name.rstrip("_"): value for name, value in GIVEN.items()}
    trail.done("mandate_given", as_="office/clerk", body="office", **given)
    assert not closes(trail)


def test_a_mandate_that_was_entered_by_mistake_is_none(trail: Trail) -> None:
    give(trail, body="office")
    mandate = trail.state.registers.mandates["mand0001"]
    about = ["body:committee"]
    trail.done("entry_voided", about=about, act=mandate.digest, ground="did_not_happen", reason=b"c" * 32)
    assert not closes(trail)
