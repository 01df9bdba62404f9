"""What texts may ask that the packaged ones do not show yet: consents, seals, media of a level, posts, mandates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.regulations.packaged import NAMES, packaged
from ledger.regulations.value import Term, Value
from ledger.rules.act import Act
from ledger.rules.carried import OPEN, SPECIAL, asked_of
from ledger.rules.kinds.windows import arrived
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.registers import decided
from tests.support.matters import Trail
from tests.unit.rules.other_text import TEXT

CYCLE: Final = "cycle2024"
OFFICE: Final = {"as_": "office/clerk"}
C: Final = b"c" * 32


def trail() -> Trail:
    made = Trail(TEXT)
    made.done(
        "cycle_opened", cycle=CYCLE, edition=1, encoding=1, regulation="other@1", trial=False, year=2024
    )
    for role in ("office", "committee", "department", "government"):
        body(made, f"the{role}" if role != "office" else role, [role])
    return made


def body(made: Trail, id_: str, roles: list[str], **more: Any) -> Act:
    given = {"from": "2024-01-01", "name": id_, "roles": roles, "body": id_, **more}
    return made.done("body_constituted", **given)


def apply(made: Trail, employer: str | None = None) -> None:
    made.done("application_submitted", **application(employer=employer))


def application(employer: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "applicants": [{"employer": employer, "party": "part0001"}],
        "application": "appl0001",
        "cycle": CYCLE,
        "kind": "organisation",
        "national_security": False,
        "state_secret": False,
        "step": "apply",
        "submitted_to": "office",
        **more,
    }


def paper(kind: str) -> dict[str, Any]:
    return {"file": C, "kind": kind, "pages": None, "secret": False}


def opinion(step: str, kind: str, outcome: str = "agreed", **more: Any) -> dict[str, Any]:
    given = {"applications": ["appl0001"], "cycle": CYCLE, "kind": kind, "outcome": outcome, "step": step}
    return {**OFFICE, **given, "stamped": True, **more}


def failing(outcomes: list[Outcome]) -> list[str]:
    """The sentences of what does not hold."""
    return [outcome.said for outcome in outcomes if outcome.result != "holds"]


# ---- those who must be asked ----

REVIEW: Final = {"application": "appl0001", "cycle": CYCLE, "outcome": "accepted", "step": "eligibility"}


@pytest.mark.parametrize(
    ("views", "consents", "expected"),
    [
        (None, None, ["gate.consent.opinion.file", "gate.consent.consent.file"]),
        ("agreed", "agreed", []),
        ("refused", "agreed", []),
        ("no_reply", "agreed", ["gate.consent.opinion.file"]),
        ("agreed", "agreed_with_remarks", []),
        ("agreed", "refused", ["gate.consent.consent.file"]),
        ("agreed", "no_reply", ["gate.consent.consent.file"]),
    ],
)
def test_an_opinion_must_be_there_and_a_consent_be_given(
    views: str | None, consents: str | None, expected: list[str]
) -> None:
    made = trail()
    apply(made)
    if views is not None:
        made.done("opinion_obtained", **opinion("views", "opinion", views))
    if consents is not None:
        made.done("opinion_obtained", **opinion("consent", "consent", consents))
    outcomes = made.says("gate.consent", "eligibility_determined", **REVIEW)
    assert failing(outcomes) == expected
    assert failing(made.says("gate.order", "eligibility_determined", **REVIEW)) == []


def test_what_is_obtained_is_what_was_asked_for() -> None:
    made = trail()
    apply(made)
    assert failing(made.says("gate.consent", "opinion_obtained", **opinion("consent", "consent"))) == []
    wrong = made.says("gate.consent", "opinion_obtained", **opinion("consent", "opinion"))
    assert failing(wrong) == ["gate.consent.kind"]


def test_those_are_asked_whom_the_text_names() -> None:
    made = trail()
    apply(made, employer="part0002")
    asks = {"asked": "thedepartment"}
    assert failing(made.says("actor.role", "opinion_obtained", **opinion("views", "opinion", **asks))) == []
    others = {"asked": "thecommittee"}
    found = made.says("actor.role", "opinion_obtained", **opinion("views", "opinion", **others))
    assert failing(found) == ["actor.role.asked"]
    found = made.says("actor.role", "opinion_obtained", **opinion("views", "opinion"))
    assert failing(found) == ["actor.role.asked.nobody"]
    for party, expected in (("part0002", []), ("part0003", ["actor.role.asked"])):
        asked = opinion("consent", "consent", asked_party=party)
        assert failing(made.says("actor.role", "opinion_obtained", **asked)) == expected


def test_those_take_part_whom_the_text_wants() -> None:
    made = trail()
    apply(made)
    assert failing(made.says("actor.role", "eligibility_determined", **REVIEW, **OFFICE)) == [
        "actor.role.with"
    ]
    with_ = {"with": ["thedepartment"]}
    assert failing(made.says("actor.role", "eligibility_determined", **REVIEW, **OFFICE, **with_)) == []


# ---- what acts carry ----


def test_a_seal_and_what_must_not_be_there() -> None:
    made = trail()
    apply(made)
    assert failing(made.says("act.complete", "opinion_obtained", **opinion("views", "opinion"))) == []
    bare = opinion("views", "opinion", stamped=False)
    assert failing(made.says("act.complete", "opinion_obtained", **bare)) == ["act.complete.seal"]
    secret = application(state_secret=True, documents=[paper("evidence"), paper("fund_use")])
    assert failing(made.says("act.complete", "application_submitted", **secret)) == ["act.complete.forbidden"]


def test_what_only_those_must_bring_who_never_won() -> None:
    made = trail()
    filed = application(documents=[paper("evidence")])
    assert failing(made.says("act.complete", "application_submitted", **filed)) == ["act.complete"]
    made.done("legacy_fact_recorded", fact="fact0001", kind="award", party="part0001")
    assert failing(made.says("act.complete", "application_submitted", **filed)) == []


@pytest.mark.parametrize(
    ("days", "reason", "holds", "reasoned"),
    [(2, None, True, False), (1, None, False, False), (1, C, False, True)],
)
def test_days_of_a_visit(days: int, reason: bytes | None, holds: bool, reasoned: bool) -> None:
    made = trail()
    visit = {
        "application": "appl0001",
        "cycle": CYCLE,
        "days": days,
        "from": "2024-06-03",
        "panel": "pane0001",
    }
    (outcome,) = made.says("act.complete", "site_review_held", **visit, reason=reason, step="visit")
    assert (outcome.result == "holds", outcome.reasoned) == (holds, reasoned)


@pytest.mark.parametrize("public", [True, False])
def test_in_public(public: bool) -> None:
    given = {"announced": True, "application": "appl0001", "cycle": CYCLE, "duration": 20, "questions": True}
    found = trail().says(
        "act.complete", "presentation_held", **given, organised_by="office", public=public, step="defence"
    )
    assert failing(found) == ([] if public else ["act.complete.public"])


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_text_asks_of_a_step_some_act_can_carry(name: str) -> None:
    regulation = packaged(name)
    every = {*OPEN, *(type_ for types in SPECIAL.values() for type_ in types)}
    act = Trail().act("cycle_closed", cycle=CYCLE)
    for step in regulation.steps.values():
        for need in step.need:
            for code in need.what.v or ():
                if code in SPECIAL and not SPECIAL[code]:
                    continue  # another rule kind asks for it
                takers = [t for t in every if asked_of(_of_type(act, t), [code])]
                assert takers, f"{step.id}: {code}"


def _of_type(act: Act, type_: str) -> Act:
    return replace(act, type=type_)


# ---- media ----


@pytest.mark.parametrize(
    ("channels", "expected"),
    [
        ([("website", "city")], []),
        ([("main_media", "province")], []),
        ([("website", "county")], ["act.channels.level"]),
        ([("website", "county"), ("notice_board", "province")], ["act.channels.level"]),
        ([("website", "county"), ("main_media", "city")], []),
        ([("notice_board", "city")], ["act.channels.any", "act.channels.level"]),
        ([], ["act.channels.any", "act.channels.level"]),
    ],
)
def test_one_of_the_media_at_the_level(channels: list[tuple[str, str]], expected: list[str]) -> None:
    assert (
        failing(trail().says("act.channels", "call_published", **call(channels=media(channels)))) == expected
    )


def test_a_level_on_no_scale_is_not_decided() -> None:
    outcomes = trail().says("act.channels", "call_published", **call(channels=media([("website", "ward")])))
    assert [o.result for o in outcomes] == ["holds", "unclear"]


def media(channels: list[tuple[str, str]], first: str = "2024-03-01") -> list[dict[str, Any]]:
    return [
        {
            "address": "某处",
            "channel": f"chan{n:04}",
            "class": class_,
            "from": first,
            "level": level,
            "to": None,
        }
        for n, (class_, level) in enumerate(channels, 1)
    ]


def call(**more: Any) -> dict[str, Any]:
    return {
        "cycle": CYCLE,
        "step": "call",
        "channels": media([("website", "city")]),
        "window_from": "2024-03-11",
        "window_to": "2024-04-30",
        **more,
    }


# ---- windows ----


@pytest.mark.parametrize(("first", "expected"), [("2024-03-11", []), ("2024-03-10", ["gate.window.lead"])])
def test_the_call_comes_early_enough(first: str, expected: list[str]) -> None:
    assert failing(trail().says("gate.window", "call_published", **call(window_from=first))) == expected


def test_a_call_without_days_decides_nothing() -> None:
    made = trail()
    found = made.says("gate.window", "call_published", **call(window_from=None))
    assert [(o.said, o.result) for o in found] == [("gate.window.lead.unset", "unclear")]
    made.done("call_published", **call(window_from=None, window_to=None))
    found = made.says("gate.window", "application_submitted", **application())
    assert [(o.said, o.result) for o in found] == [("gate.window.unset", "unclear")]
    made.done("call_amended", **amendment(window_to="2024-04-30"))
    found = made.says("gate.window", "application_submitted", **application(), at="2024-05-01")
    assert failing(found) == ["gate.window.unset", "gate.window.late"]


def amendment(**more: Any) -> dict[str, Any]:
    return {"cycle": CYCLE, "kind": "extended", "reason": C, "step": "call", **more}


DAYS: Final = st.dates(min_value=date(2024, 2, 1), max_value=date(2024, 12, 31)).map(str)


@given(at=DAYS, received=st.none() | DAYS)
def test_the_day_that_counts(at: str, received: str | None) -> None:
    """Of what is done here the later of both days; of a paper the day on which it arrived."""
    made = Trail(TEXT)
    live = made.matter("application_submitted", **application(received=received), at=at)
    paper_ = made.matter(
        "application_submitted", **application(received=received), at=at, mode="transcribed", for_="part0001"
    )
    assert arrived(live) == max(at, received or at)
    assert arrived(paper_) == (received or at)


# ---- bodies, mandates, silence ----

MEMBERS: Final = [
    {"employer": None, "group": group, "person": person, "post": post, "unit": None}
    for person, post, group in (
        ("member01", "chair", None),
        ("member02", "vice_chair", "expert"),
        ("member03", "vice_chair", "business"),
    )
]
GOOD: Final = {
    "announced_on": "2024-02-01",
    "approved_by": "thegovernment",
    "body": "newcommittee",
    "cycle": CYCLE,
    "from": "2024-02-01",
    "members": MEMBERS,
    "name": "委员会",
    "roles": ["committee"],
}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"members": MEMBERS[:2]}, ["body.form.posts", "body.form.mix"]),
        ({"members": [*MEMBERS, {**MEMBERS[0], "person": "member04"}]}, ["body.form.posts"]),
        ({"announced_on": None}, ["body.form.announced"]),
        ({"members": [{**MEMBERS[0], "person": "clerk001"}, *MEMBERS[1:]]}, ["body.form.double"]),
        ({"roles": ["department"], "members": []}, []),
    ],
)
def test_how_a_body_is_made(changes: dict[str, Any], expected: list[str]) -> None:
    made = trail()
    body(made, "office", ["office"], members=[{**MEMBERS[0], "person": "clerk001", "post": None}])
    assert failing(made.says("body.form", "body_constituted", **{**GOOD, **changes})) == expected


def test_who_makes_a_body_and_approves_its_members() -> None:
    made = trail()
    government = {"as_": "thegovernment/staff"}
    assert failing(made.says("actor.role", "body_constituted", **GOOD, **government)) == []
    assert failing(made.says("actor.role", "body_constituted", **GOOD, **OFFICE)) == ["actor.role"]
    for named, expected in ((None, "actor.role.approved.nobody"), ("office", "actor.role.approved")):
        found = made.says("actor.role", "body_constituted", **{**GOOD, "approved_by": named}, **government)
        assert failing(found) == [expected]


def test_under_a_mandate() -> None:
    made = trail()
    opened = {"cycle": CYCLE, "publicity": "publ0001", "step": "public", **OFFICE}
    assert failing(made.says("actor.role", "publicity_opened", **opened)) == ["actor.role.mandate.nobody"]
    mandate = {"body": "office", "from": "2024-01-01", "scope": ["publicity_opened"]}
    made.done("mandate_given", **mandate, mandate="mand0001", as_="thecommittee/chair")
    made.done("mandate_given", **mandate, mandate="mand0002", as_="thegovernment/staff")
    for named, expected in (("mand0001", []), ("mand0002", ["actor.role.mandate"])):
        assert failing(made.says("actor.role", "publicity_opened", **opened, mandate=named)) == expected


def test_where_the_text_names_nobody_a_decision_must() -> None:
    made = trail()
    visit = {"application": "appl0001", "cycle": CYCLE, "days": 2, "from": "2024-06-03", "panel": "pane0001"}

    def who() -> list[tuple[str, str]]:
        found = made.says("actor.role", "site_review_held", **visit, step="visit", **OFFICE)
        return [(outcome.said, outcome.result) for outcome in found]

    assert who() == [("actor.role.silent", "unclear")]
    reading = {"article": "6", "question": "visitor", "regulation": "other@1", "valid_from": "2024-01-01"}
    made.done("interpretation_issued", **reading, reading="read0001", value="committee")
    assert who() == [("actor.role", "fails")]
    made.done("interpretation_issued", **reading, reading="read0002", value="committee,office")
    assert who() == [("actor.role", "holds")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        ("10nd", Term(10, "natural_days")),
        ("a, b", ("a", "b")),
        ("0.5", "0.5"),
        ("office", "office"),
    ],
)
def test_what_a_decision_puts_in_the_place_of_silence(text: str, value: object) -> None:
    reading = {"article": "6", "question": "visitor", "regulation": "other@1", "valid_from": "2024-01-01"}
    issued = Trail().act("interpretation_issued", **reading, reading="read0001", value=text)
    found = decided(Value(None, "6", source="silent", ask="ask", question="visitor"), issued)
    assert (found.v, found.source, found.ask) == (value, "reading", None)


# ---- versions and cycles ----


@pytest.mark.parametrize(("year", "holds"), [(2025, False), (2026, False), (2027, True), (2021, True)])
def test_once_in_three_years(year: int, holds: bool) -> None:
    plan = {"cycle": "cyclenext", "regulation": "other@1", "step": "call", "year": year}
    (outcome,) = trail().says("cycle.interval", "cycle_planned", **plan)
    assert (outcome.result == "holds") is holds
    assert outcome.value.strength == "principle"


def test_a_cycle_on_trial_is_none_of_the_others() -> None:
    opening = {"cycle": "cycletrial", "edition": 7, "encoding": 1, "regulation": "other@1", "year": 2024}
    made = trail()
    assert failing(made.says("cycle.interval", "cycle_opened", **opening, trial=True)) == []
    assert len(failing(made.says("cycle.interval", "cycle_opened", **opening, trial=False))) == 2


def adoption(**more: Any) -> dict[str, Any]:
    return {"document": b"d" * 32, "encoding": 1, "issuer": "某市", "status": "in_force", **more}


def test_what_repeals_a_version_ends_it() -> None:
    made = trail()
    texts = made.state.texts
    (first,) = texts.versions["other@1"]
    assert texts.span(first) == ("2024-01-01", None)
    later = made.act(
        "regulation_version_adopted",
        **adoption(regulation="other@2", repeals="other@1", effective_from="2026-05-01"),
    )
    assert made.regulation is not None
    texts.versions["other@2"] = (type(first)(made.regulation, later),)
    assert texts.span(first) == ("2024-01-01", "2026-04-30")
