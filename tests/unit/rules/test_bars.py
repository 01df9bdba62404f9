"""Bars that no feature of the first texts shows: editions, validity, for ever, who is another's successor, rosters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ledger.regulations.model import Bar
from ledger.regulations.packaged import packaged
from ledger.regulations.value import Term, Value
from ledger.rules.act import Act
from ledger.rules.bars.active import Standing, standings
from ledger.rules.bars.extent import When
from ledger.rules.bars.origins import Source
from ledger.rules.bars.roster import is_complete
from tests.unit.rules.acts import act, after

TEXT = packaged("nantong@2023")
KINDS = ["award", "bar", "revocation", "sanction"]


def given(v: Any) -> Value[Any]:
    return Value(v, "9")


def roster(since: str = "1990-01-01", to: str = "2023-03-20", kinds: list[str] = KINDS) -> Act:
    return act("roster_declared_complete", **{"from": since, "to": to}, kinds=kinds)


def opened(cycle: str, day: str, edition: int) -> Act:
    return act(
        "cycle_opened",
        at=day,
        cycle=cycle,
        edition=edition,
        encoding=1,
        regulation=TEXT.name,
        trial=True,
        year=2023,
    )


def conferred(award: str, day: str, cycle: str, category: str = "award_org", **more: Any) -> Act:
    return act(
        "award_conferred", at=day, award=award, conferred_on=day, cycle=cycle, category=category,
        parties=["firm001"], application="app001", first_time=True, quota_counted=True, reaward=False,
        step="confer", **more,
    )  # fmt: skip


def legacy(**more: Any) -> Act:
    return act(
        "legacy_fact_recorded", **{"fact": "fact01", "kind": "award", "party": "firm001", "items": [], **more}
    )


def stands(bar: Bar, acts: list[Act], day: str, edition: int | None = None, who: str = "firm001") -> Standing:
    """How one bar stands to a firm on a day."""
    state = after(*acts)
    source = Source(state, replace(TEXT, bars=(bar,)), lambda value: value)
    (found,) = standings(source, who, When(day, day, edition), bar.effect, bar.tier)
    return found


def bar(on: str, **more: Any) -> Bar:
    return Bar("some", "某项限制", "9", on, **more)


FIRST = opened("cycle01", "2023-03-20", 1)
KNOWN = [FIRST, roster()]


# ---- lengths ----


@pytest.mark.parametrize(
    ("edition", "result"), [(1, "fails"), (2, "fails"), (3, "fails"), (4, "holds"), (None, "unclear")]
)
def test_editions_are_counted_and_never_years(edition: int | None, result: str) -> None:
    two = bar("honour:award", length=given(Term(2, "editions")))
    acts = [*KNOWN, conferred("award01", "2023-11-28", "cycle01")]
    assert stands(two, acts, "2035-05-01", edition).extent.result == result


def test_an_edition_that_nobody_knows_decides_nothing() -> None:
    two = bar("honour:award", length=given(Term(2, "editions")))
    assert stands(two, [*KNOWN, legacy(day="2019-11-20")], "2023-05-10", 1).extent.result == "unclear"
    assert (
        stands(two, [*KNOWN, legacy(day="2019-11-20", edition=1)], "2023-05-10", 3).extent.result == "fails"
    )
    assert (
        stands(two, [*KNOWN, legacy(day="2019-11-20", edition=1)], "2023-05-10", 4).extent.result == "holds"
    )


def test_without_a_length_it_is_for_ever() -> None:
    acts = [*KNOWN, conferred("award01", "2023-11-28", "cycle01")]
    assert stands(bar("honour:any"), acts, "2099-01-01").extent.result == "fails"
    assert stands(bar("honour:any"), acts, "2023-11-27").extent.result == "holds"


def test_until_the_validity_ends_the_last_day_included() -> None:
    valid = bar("honour:award", until_validity_end=given(True))
    acts = [*KNOWN, conferred("award01", "2023-11-28", "cycle01", valid_to="2026-11-28")]
    assert stands(valid, acts, "2026-11-28").extent.result == "fails"
    assert stands(valid, acts, "2026-11-29").extent.result == "holds"
    longer = act("honour_reviewed", award="award01", outcome="kept", valid_to="2029-11-28")
    assert stands(valid, [*acts, longer], "2029-11-28").extent.result == "fails"
    assert (
        stands(valid, [*KNOWN, conferred("award01", "2023-11-28", "cycle01")], "2024-01-01").extent.result
        == "unclear"
    )


def test_a_length_that_the_text_lacks_decides_nothing() -> None:
    unknown = bar("honour:award", length=Value(None, "9", source="unknown"))
    found = stands(unknown, [*KNOWN, conferred("award01", "2023-11-28", "cycle01")], "2024-01-01")
    assert found.extent.result == "unclear"
    assert found.extent.value is unknown.length
    assert stands(unknown, KNOWN, "2024-01-01").extent.result == "holds"


def test_the_second_time_counts_whatever_was_revoked_unless_the_reading_says_otherwise() -> None:
    acts = [
        *KNOWN,
        conferred("award01", "2023-11-28", "cycle01", "nom_org"),
        opened("cycle02", "2024-03-20", 2),
        conferred("award02", "2024-11-28", "cycle02", "nom_org"),
        act("award_revoked", at="2025-01-10", award="award01", ground="misconduct", parties=["firm001"]),
    ]
    more = {"effect": "be_listed", "tier": "nomination", "length": given(Term(3, "years"))}
    counted = bar("honour:nomination#2", revoked_count=given(True), **more)
    assert stands(counted, acts, "2027-11-28").extent.result == "fails"
    assert stands(counted, acts, "2027-11-29").extent.result == "holds"
    assert stands(replace(counted, revoked_count=given(False)), acts, "2027-11-28").extent.result == "holds"


# ---- what opens a bar beside honours ----


FIVE = {"length": given(Term(5, "years"))}


def test_a_determination_bars_from_the_decision_on_the_application() -> None:
    fraud = bar("determination:fraud", start=given("decision"), **FIVE)
    of_file: dict[str, Any] = {
        "application": "app001",
        "kind": "fraud",
        "determination": "det001",
        "parties": ["firm001"],
    }
    submitted = act(
        "application_submitted", at="2023-05-10", application="app001", cycle="cycle01", kind="organisation",
        applicants=[{"employer": None, "party": "firm001"}], step="apply", submitted_to="local",
        national_security=False, state_secret=False,
    )  # fmt: skip
    found = act("determination_made", at="2023-08-01", outcome="established", reason=b"r" * 32, **of_file)
    assert stands(fraud, [*KNOWN, submitted, found], "2028-08-01").extent.result == "fails"
    assert stands(fraud, [*KNOWN, submitted, found], "2028-08-02").extent.result == "holds"
    struck = act(
        "application_struck", at="2023-09-05", application="app001", cycle="cycle01", ground="fraud",
        reason=b"r" * 32, step="apply",
    )  # fmt: skip
    assert stands(fraud, [*KNOWN, submitted, found, struck], "2028-09-05").extent.result == "fails"
    cleared = act(
        "determination_made", at="2023-08-01", outcome="not_established", reason=b"r" * 32, **of_file
    )
    assert stands(fraud, [*KNOWN, submitted, cleared], "2024-01-01").extent.result == "holds"


def test_a_determination_about_an_award_waits_for_the_revocation() -> None:
    about = act(
        "determination_made", at="2024-08-01", award="award01", kind="fraud", determination="det001",
        outcome="established", parties=["firm001"], reason=b"r" * 32,
    )  # fmt: skip
    acts = [*KNOWN, conferred("award01", "2023-11-28", "cycle01"), about]
    assert stands(bar("determination:fraud", **FIVE), acts, "2025-01-01").extent.result == "holds"
    revoked = act(
        "award_revoked",
        at="2024-10-10",
        award="award01",
        ground="fraud",
        parties=["firm001"],
        determinations=["det001"],
    )
    on_decision = bar("ground:fraud", start=given("decision"), **FIVE)
    on_finding = bar("ground:fraud", start=given("determination"), **FIVE)
    assert stands(on_decision, [*acts, revoked], "2029-10-10").extent.result == "fails"
    assert stands(on_finding, [*acts, revoked], "2029-10-10").extent.result == "holds"
    assert stands(on_finding, [*acts, revoked], "2029-08-01").extent.result == "fails"
    assert stands(bar("ground:misconduct", **FIVE), [*acts, revoked], "2025-01-01").extent.result == "holds"


def test_a_disqualified_reviewer_serves_again_when_that_was_decided() -> None:
    serve = bar("sanction", effect="serve", until_decision=given(True))
    out = act("reviewer_sanctioned", at="2023-07-01", person="anna01", level="disqualified", reason=b"r" * 32)
    back = act("reviewer_sanctioned", at="2025-07-01", person="anna01", level="reinstated", reason=b"r" * 32)
    warned = act("reviewer_sanctioned", at="2023-07-01", person="anna01", level="warning", reason=b"r" * 32)

    def result(acts: list[Act], day: str, which: Bar = serve) -> str:
        return stands(which, [*KNOWN, *acts], day, who="anna01").extent.result

    assert result([warned], "2023-08-01") == "holds"
    assert result([out], "2099-01-01") == "fails"
    assert result([out, back], "2025-06-30") == "fails"
    assert result([out, back], "2025-07-01") == "holds"
    assert result([out, back], "2025-07-01", replace(serve, until_decision=given(False))) == "fails"
    until = act(
        "reviewer_sanctioned",
        at="2023-07-01",
        person="anna01",
        level="disqualified",
        reason=b"r" * 32,
        until="2024-06-30",
    )
    assert result([until], "2024-06-30") == "fails"
    assert result([until], "2024-07-01") == "holds"


@pytest.mark.parametrize(
    ("items", "barred"),
    [([], "ground:misconduct"), (["misconduct"], "ground:misconduct"), (["fraud"], "ground:fraud")],
)
def test_a_bar_from_before_the_ledger_counts_under_what_it_names_or_under_the_first(
    items: list[str], barred: str
) -> None:
    imposed = legacy(kind="bar", day="2021-06-01", until="2026-05-31", items=items)
    state = after(*KNOWN, imposed)
    source = Source(state, TEXT, lambda value: value)
    failing = [
        s.bar.on
        for s in standings(source, "firm001", When("2026-05-31", "2026-05-31", 1), "apply")
        if s.extent.result == "fails" and s.bar.on.startswith("ground")
    ]
    assert failing == [barred]
    later = standings(source, "firm001", When("2026-06-01", "2026-06-01", 1), "apply")
    assert not [s for s in later if s.extent.result == "fails"]


# ---- whose bar ----


def succession(follows: bool | None, before: str, after_: str, since: str = "2024-01-01") -> Act:
    return act(
        "party_succeeded", at=since, bars_follow=follows, kind="merger", predecessors=[before], successors=[after_],
        **{"from": since},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "two", "result"),
    [
        (True, True, "fails"),
        (True, None, "unclear"),
        (None, True, "unclear"),
        (True, False, "holds"),
        (False, True, "holds"),
    ],
)
def test_a_bar_passes_along_a_line_of_successions(one: bool | None, two: bool | None, result: str) -> None:
    acts = [
        *KNOWN,
        conferred("award01", "2023-11-28", "cycle01"),
        succession(one, "firm001", "firm002"),
        succession(two, "firm002", "firm003", "2024-06-01"),
    ]
    five = bar("honour:award", **FIVE)
    assert stands(five, acts, "2025-01-01", who="firm003").extent.result == result
    assert stands(five, acts, "2024-05-31", who="firm003").extent.result == "holds"


def test_joined_ids_are_one_whichever_came_first() -> None:
    five = bar("honour:award", **FIVE)
    join = act("identities_joined", ground="same", parties=["firm001", "firm002"])
    more = act("identities_joined", ground="same", parties=["firm002", "firm003"])
    won = conferred("award01", "2023-11-28", "cycle01")
    for acts in ([join, more, won], [won, more, join]):
        for who in ("firm001", "firm002", "firm003"):
            assert stands(five, [*KNOWN, *acts], "2025-01-01", who=who).extent.result == "fails"


def test_an_award_of_another_city_bars_nobody_here() -> None:
    five = bar("honour:award", **FIVE)
    assert (
        stands(five, [*KNOWN, legacy(day="2022-01-01", regulation="other@2020")], "2023-05-10").extent.result
        == "holds"
    )
    assert (
        stands(
            five, [*KNOWN, legacy(day="2022-01-01", regulation="nantong@2020")], "2023-05-10"
        ).extent.result
        == "fails"
    )


# ---- rosters ----


@pytest.mark.parametrize(
    ("rosters", "complete"),
    [
        ([], False),
        ([("2018-05-10", "2023-03-19")], True),
        ([("2018-05-11", "2023-03-19")], False),
        ([("2018-05-10", "2023-03-18")], False),
        ([("2018-05-10", "2020-12-31"), ("2021-01-01", "2023-03-19")], True),
        ([("2021-01-01", "2023-03-19"), ("2018-05-10", "2020-12-31")], True),
        ([("2018-05-10", "2020-12-30"), ("2021-01-01", "2023-03-19")], False),
    ],
)
def test_a_roster_reaches_from_the_bar_s_length_to_the_first_cycle(
    rosters: list[tuple[str, str]], complete: bool
) -> None:
    state = after(FIRST, *(roster(since, to) for since, to in rosters))
    assert is_complete(state, TEXT.id, bar("honour:award"), Term(5, "years"), "2023-05-10") is complete


def test_what_the_ledger_has_seen_itself_needs_no_roster() -> None:
    state = after(FIRST)
    assert is_complete(state, TEXT.id, bar("honour:award"), Term(5, "years"), "2028-03-20")
    assert not is_complete(state, TEXT.id, bar("honour:award"), Term(5, "years"), "2028-03-19")
    assert not is_complete(state, TEXT.id, bar("honour:award#2"), Term(5, "years"), "2028-03-20")
    assert not is_complete(state, TEXT.id, bar("honour:any"), None, "2040-01-01")


def test_a_roster_is_of_the_kinds_that_the_bar_needs() -> None:
    state = after(FIRST, roster(kinds=["award", "bar"]))
    assert is_complete(state, TEXT.id, bar("honour:award"), Term(5, "years"), "2023-05-10")
    assert is_complete(state, TEXT.id, bar("determination:fraud"), Term(5, "years"), "2023-05-10")
    assert not is_complete(state, TEXT.id, bar("ground:fraud"), Term(5, "years"), "2023-05-10")
    assert not is_complete(state, TEXT.id, bar("sanction"), None, "2023-05-10")
