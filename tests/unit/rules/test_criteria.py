"""Leaves of criteria where no feature of the first texts reaches: counts, windows by year, missing numbers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.acts import shared
from ledger.regulations.model import Adverse, Criterion
from ledger.regulations.packaged import packaged
from ledger.regulations.value import Value
from ledger.rules.act import Act
from ledger.rules.criteria.asked import Asked, Judged
from ledger.rules.criteria.judgements import judged
from ledger.rules.criteria.records import clean
from ledger.rules.criteria.states import holds, leaf, span
from ledger.rules.days import beside, shifted
from ledger.rules.known import Known, known_of
from ledger.rules.matter import Matter
from tests.unit.acts.examples.common import filled
from tests.unit.rules.acts import act, after

TEXT = packaged("nantong@2023")
MATTER = cast(Matter, SimpleNamespace(read=lambda value: value, regulation=TEXT))
DAY = "2023-05-10"


def value(v: Any, **more: Any) -> Value[Any]:
    return Value(v, "9", **more)


def of(**leaf: Any) -> Criterion:
    return Criterion("some", "某项条件", "9", **leaf)


def asked(*acts: Act, adverse: tuple[Act, ...] = (), **more: Any) -> Asked:
    known = known_of(after(*acts), "firm001")
    return Asked(MATTER, "某公司", DAY, DAY, lambda: known, adverse, **more)


def verified(*facts: dict[str, Any], outcome: str = "verified", party: str = "firm001") -> Act:
    return act(
        "evidence_verified",
        facts=[filled(shared.Fact, **fact) for fact in facts],
        outcome=outcome,
        party=party,
    )


def adverse(kind: str = "breach", **more: Any) -> Act:
    return act("adverse_fact_recorded", **{"fact": "fact01", "kind": kind, "party": "firm001", **more})


# ---- what is known ----


def test_the_newest_word_on_a_fact_and_its_year_counts() -> None:
    known = asked(
        verified(
            {"fact": "env_credit", "year": 2021, "grade": "blue"},
            {"fact": "env_credit", "year": 2022, "grade": "blue"},
        ),
        verified({"fact": "env_credit", "year": 2021, "grade": "red"}),
    ).known
    assert {(w.fact.year, w.fact.grade) for w in known.verified("env_credit")} == {
        (2021, "red"),
        (2022, "blue"),
    }


def test_what_is_refuted_without_a_year_is_refuted_for_all() -> None:
    known = asked(
        verified({"fact": "luban_prize", "year": 2021}),
        verified({"fact": "luban_prize"}, outcome="refuted"),
        verified({"fact": "luban_prize", "year": 2022}),
    ).known
    assert [w.fact.year for w in known.verified("luban_prize")] == [2022]
    assert not known.is_refuted("luban_prize")


def test_a_word_for_one_application_is_not_one_for_another() -> None:
    state = after(
        act("evidence_verified", facts=[], outcome="verified", party="firm001", application="app002"),
    )
    assert known_of(state, "firm001") == Known({})


# ---- spans ----


@given(st.integers(1, 30), st.integers(0, 400))
def test_a_span_is_long_enough_from_the_corresponding_day_on(years: int, short: int) -> None:
    criterion = of(span="operation", years=value(years))
    enough = asked(verified({"fact": "operation", "since": shifted(DAY, -years)}))
    assert span(criterion, enough).result == "holds"
    late = asked(verified({"fact": "operation", "since": beside(shifted(DAY, -years), 1 + short)}))
    assert span(criterion, late).result == "fails"


@pytest.mark.parametrize("source", ["unknown", "silent"])
def test_a_number_that_is_missing_never_passes(source: Any) -> None:
    years = value(None, source=source, ask="ask" if source == "silent" else None)
    answer = span(
        of(span="operation", years=years), asked(verified({"fact": "operation", "since": "1990-01-01"}))
    )
    assert answer.result == "unclear"
    assert answer.value is years


def test_nobody_has_looked_into_it() -> None:
    criterion = of(span="operation", years=value(5))
    assert span(criterion, asked()).result == "unclear"
    assert span(criterion, asked(verified({"fact": "operation"}))).result == "unclear"
    assert span(criterion, asked(verified({"fact": "operation"}, outcome="undecided"))).result == "unclear"
    assert span(criterion, asked(verified({"fact": "operation"}, outcome="refuted"))).result == "fails"


# ---- statuses ----


@pytest.mark.parametrize(
    ("grade", "result"),
    [("green", "holds"), ("blue", "holds"), ("yellow", "fails"), (None, "unclear"), ("serious", "unclear")],
)
def test_a_grade_is_measured_on_its_own_scale(grade: str | None, result: str) -> None:
    criterion = of(holds=value(("env_credit",)), min_grade=value("blue"))
    assert (
        holds(
            criterion, asked(verified({"fact": "env_credit", "since": "2020-01-01", "grade": grade}))
        ).result
        == result
    )


def test_the_grade_of_the_day_is_the_newest_one() -> None:
    criterion = of(holds=value(("env_credit",)), min_grade=value("blue"))
    facts = [
        {"fact": "env_credit", "year": year, "grade": grade}
        for year, grade in ((2021, "red"), (2023, "blue"), (2024, "red"))
    ]
    assert holds(criterion, asked(verified(*facts))).result == "holds"


@pytest.mark.parametrize(
    ("years", "result"),
    [
        ((2020, 2021, 2022), "holds"),
        ((2020, 2021, 2022, 2023), "holds"),
        ((2020, 2022), "unclear"),
        ((2021, 2022), "unclear"),
        ((2019,), "unclear"),
    ],
)
def test_a_window_is_covered_year_by_year(years: tuple[int, ...], result: str) -> None:
    criterion = of(holds=value(("env_credit",)), min_grade=value("blue"), window=value(3))
    facts = [{"fact": "env_credit", "year": year, "grade": "blue"} for year in years]
    assert holds(criterion, asked(verified(*facts))).result == result


@pytest.mark.parametrize(
    ("since", "until", "result"),
    [
        ("2020-05-10", None, "holds"),
        ("2020-05-11", None, "unclear"),
        ("2010-01-01", "2023-05-10", "holds"),
        ("2010-01-01", "2023-05-09", "unclear"),
        ("2010-01-01", "2020-05-09", "unclear"),
    ],
)
def test_a_window_is_covered_by_one_span(since: str, until: str | None, result: str) -> None:
    criterion = of(holds=value(("waste_treatment_compliant",)), window=value(3))
    fact = {"fact": "waste_treatment_compliant", "since": since, "until": until}
    assert holds(criterion, asked(verified(fact))).result == result


@pytest.mark.parametrize(("times", "result"), [(2, "holds"), (3, "holds"), (4, "unclear"), (5, "fails")])
def test_counts_of_one_fact_and_years_that_lie_partly_outside(times: int, result: str) -> None:
    """Three for sure (one day with two, one year), one that may be before the window, one that surely is."""
    facts = [
        {"fact": "luban_prize", "since": "2020-05-10", "count": 2},
        {"fact": "luban_prize", "year": 2021},
        {"fact": "luban_prize", "year": 2020},
        {"fact": "luban_prize", "year": 2019},
    ]
    criterion = of(holds=value(("luban_prize",)), times=value(times), window=value(3))
    assert holds(criterion, asked(verified(*facts))).result == result


@pytest.mark.parametrize(("any_", "result"), [(1, "holds"), (2, "unclear"), (3, "fails")])
def test_so_many_of_several(any_: int, result: str) -> None:
    parts = tuple(
        Criterion(name, name, "9", holds=value((name,)))
        for name in ("luban_prize", "licences", "legal_person")
    )
    known = asked(verified({"fact": "luban_prize"}), verified({"fact": "licences"}, outcome="refuted"))
    assert leaf(of(of=parts, any=any_), known).result == result


# ---- what speaks against somebody ----


@pytest.mark.parametrize(
    ("counts", "result"),
    [((1, None), "holds"), ((2,), "holds"), ((3,), "fails"), ((2, None), "fails"), ((1, 1, 1), "fails")],
)
def test_more_than_so_many(counts: tuple[int | None, ...], result: str) -> None:
    criterion = of(clean=(Adverse(("work_safety_accident",), more_than=2),), years=value(3))
    facts = tuple(adverse("work_safety_accident", occurred_on="2022-01-01", count=n) for n in counts)
    assert clean(criterion, asked(adverse=facts)).result == result


@pytest.mark.parametrize(("handled", "result"), [(True, "fails"), (False, "holds"), (None, "unclear")])
def test_only_what_was_dealt_with(handled: bool | None, result: str) -> None:
    criterion = of(clean=(Adverse(("breach",), handled=True),), years=value(3))
    facts = (adverse(occurred_on="2022-01-01", handled=handled),)
    assert clean(criterion, asked(adverse=facts)).result == result


def test_a_fact_of_no_known_day_may_lie_in_the_window() -> None:
    criterion = of(clean=(Adverse(("breach",)),), years=value(3))
    assert clean(criterion, asked(adverse=(adverse(),))).result == "unclear"
    assert clean(of(clean=(Adverse(("breach",)),)), asked(adverse=(adverse(),))).result == "unclear"
    assert clean(criterion, asked(adverse=(adverse("dishonesty"),))).result == "holds"


def test_what_happens_after_today_is_not_seen() -> None:
    criterion = of(clean=(Adverse(("breach",)),), years=value(3))
    assert clean(criterion, asked(adverse=(adverse(occurred_on="2023-05-11"),))).result == "holds"
    assert clean(criterion, asked(adverse=(adverse(occurred_on="2023-05-10"),))).result == "fails"


def test_two_kinds_together() -> None:
    both = of(
        clean=(Adverse(("breach",)), Adverse(("dishonesty",), min_level="serious")),
        all_of=True,
        years=value(3),
    )
    breach = adverse(occurred_on="2022-01-01")
    serious = adverse("dishonesty", occurred_on="2022-01-01", level="serious")
    unsaid = adverse("dishonesty", occurred_on="2022-01-01")
    assert clean(both, asked(adverse=(breach,))).result == "holds"
    assert clean(both, asked(adverse=(breach, serious))).result == "fails"
    assert clean(both, asked(adverse=(breach, unsaid))).result == "unclear"
    assert clean(both, asked(adverse=(unsaid,))).result == "holds"


# ---- what people judge ----


def said(
    outcome: str, *, evidence: bool = True, reason: bytes | None = b"r" * 32, position: int = 10**9
) -> dict[str, Judged]:
    judgement = SimpleNamespace(outcome=outcome, evidence=evidence, reason=reason)
    return {"some": Judged(judgement, position)}


def test_a_judgement_speaks_about_what_was_recorded_before_it() -> None:
    human = value(None, source="silent", ask="human")
    criterion = of(clean=(Adverse(("breach",)),), years=human)
    fact = adverse(occurred_on="2012-01-01")
    open_ = clean(criterion, asked(adverse=(fact,)))
    assert (open_.result, open_.value, open_.reasoned) == ("unclear", human, False)
    answered = clean(criterion, asked(adverse=(fact,), judged=said("met")))
    assert (answered.value, answered.reasoned) == (human, True)
    before = clean(criterion, asked(adverse=(fact,), judged=said("met", position=fact.position - 1)))
    assert not before.reasoned
    bare = clean(criterion, asked(adverse=(fact,), judged=said("met", reason=None)))
    assert not bare.reasoned
    against = clean(criterion, asked(adverse=(fact,), judged=said("not_met")))
    assert (against.result, against.value) == ("fails", criterion.value)
    assert clean(criterion, asked()).result == "holds"


@pytest.mark.parametrize(
    ("years", "result"),
    [((2020, 2021, 2022), "holds"), ((2021, 2022), "unclear"), ((2021, 2022, 2023), "unclear")],
)
def test_figures_of_every_full_year(years: tuple[int, ...], result: str) -> None:
    criterion = of(judged=value("trade_leading"), years=value(3))
    facts = [{"fact": "trade_leading", "year": year} for year in years]
    assert judged(criterion, asked(verified(*facts), judged=said("met"))).result == result


def test_without_evidence_or_reasons_nothing_is_judged() -> None:
    criterion = of(judged=value("trade_leading"))
    assert judged(criterion, asked()).result == "unclear"
    assert judged(criterion, asked(judged=said("met", evidence=False))).result == "unclear"
    assert judged(criterion, asked(judged=said("met", reason=None))).result == "unclear"
    assert judged(criterion, asked(judged=said("not_met"))).result == "fails"
    assert judged(criterion, asked(judged=said("met"))).result == "holds"
