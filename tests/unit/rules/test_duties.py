"""Duties by day: for every day on which something is or is not done, who is late and who is not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ledger.calendars import published
from ledger.calendars.calendars import Calendars
from ledger.regulations.model import Regulation
from ledger.regulations.packaged import NAMES, packaged
from ledger.regulations.value import Term, Value
from ledger.rules.act import Act
from ledger.rules.duties import Owed, duties
from ledger.rules.duties.discharge import CANDIDATES
from ledger.rules.duties.due import due_of, on_day
from ledger.rules.duties.openings import OPENERS
from ledger.rules.duties.patterns import fits, type_of
from ledger.rules.procedure.state import Procedure
from ledger.rules.procedure.texts import Adopted
from tests.unit.rules.acts import act, after

TEXT: Final = packaged("nantong@2023")
FIRM, OFFICE, LOCAL, LOCAL_OFFICE = "firm0001", "office", "localbody", "localoffice"
AWARD: Final = {"award": "award001", "cycle": "cycle001", "application": "appl0001"}


def body(id_: str, role: str) -> Act:
    return act("body_constituted", body=id_, name=id_, roles=[role], **{"from": "2017-01-03"})


FRAME: Final = [
    act("cycle_opened", cycle="cycle001", edition=1, encoding=1, regulation=TEXT.name, trial=True, year=2023),
    body(OFFICE, "office"),
    body(LOCAL, "local_quality_body"),
    body(LOCAL_OFFICE, "local_quality_office"),
    act("party_registered", party=FIRM, kind="organisation", name="甲公司", code="9132"),
    act(
        "application_submitted",
        application="appl0001",
        applicants=[{"employer": None, "party": FIRM}],
        cycle="cycle001",
        kind="organisation",
        step="apply",
        submitted_to=LOCAL,
        national_security=False,
        state_secret=False,
    ),
]


def conferred(on: str = "2023-11-28", **more: Any) -> Act:
    return act(
        "award_conferred", at=on, **AWARD, conferred_on=on, category="award_org", parties=[FIRM], step="confer",
        first_time=True, quota_counted=True, reaward=False, items=["plaque"], **more,
    )  # fmt: skip


def report(on: str, leg: str, year: int = 2023, **more: Any) -> Act:
    to = LOCAL if leg == "filed" else OFFICE
    whole = {
        "contents": ["annual_return", "self_evaluation"],
        "fund_use": [{"amount": "1", "purpose": "innovation"}],
    }
    return act(
        "annual_report_filed",
        at=on,
        award="award001",
        leg=leg,
        year=year,
        **{"addressee": to, **whole, **more},
    )


def made(*acts: Act, calendars: Calendars | None = None, versions: tuple[Adopted, ...] = ()) -> Procedure:
    """The state of these acts under the packaged text and all published calendars."""
    state = after(*FRAME, *acts)
    state.texts.calendars = calendars or published.everything()
    for each in versions or (adopted(TEXT, "2017-02-01"),):
        state.texts.versions[each.regulation.name] = (each,)
    return state


def adopted(text: Regulation, since: str, until: str = "2040-12-31") -> Adopted:
    data: dict[str, Any] = {
        "document": bytes(32),
        "encoding": 1,
        "issuer": "某市",
        "regulation": text.name,
        "status": "draft",
    }
    return Adopted(text, act("regulation_version_adopted", effective_from=since, effective_to=until, **data))


def standing(state: Procedure, today: str, duty: str, bearer: str, year: int | None = None) -> str:
    (found,) = [
        owed for owed in duties(state, today)
        if (owed.duty.id, owed.leg.bearer, owed.year) == (duty, bearer, year)
    ]  # fmt: skip
    return found.standing


def days(first: str, last: str) -> st.SearchStrategy[str]:
    return st.dates(date.fromisoformat(first), date.fromisoformat(last)).map(date.isoformat)


def after_day(day: str, number: int = 1) -> str:
    return (date.fromisoformat(day) + timedelta(number)).isoformat()


# ---- files and code know the same words ----


@pytest.mark.parametrize("name", NAMES)
def test_every_duty_of_a_packaged_text_can_open_and_be_discharged(name: str) -> None:
    """A type that the derivation does not know would open nothing, or never be discharged, in silence."""
    for duty in packaged(name).duties.values():
        assert type_of(duty.opened_by) in OPENERS, duty.id
        assert {type_of(leg.act) for leg in duty.legs} <= set(CANDIDATES), duty.id


# ---- the last day ----


@given(days("2018-01-02", "2025-12-30"), st.booleans())
def test_a_named_day_rolls_to_the_first_working_day_from_it_on(day: str, roll: bool) -> None:
    calendars = published.everything()
    due = on_day(calendars, day, roll=roll)
    assert due.day == due.earliest == due.latest
    if not roll:
        assert due.day == day
        return
    assert calendars.is_working_day(due.day)
    between = date.fromisoformat(due.day) - date.fromisoformat(day)
    assert not any(calendars.is_working_day(after_day(day, number)) for number in range(between.days))


@given(days("2018-01-02", "2024-01-02"), st.integers(1, 12), st.integers(1, 4))
def test_the_next_time_of_a_series_is_due_a_term_later(since: str, months: int, number: int) -> None:
    duty = TEXT.duties["investigation"]
    value = Value(Term(months, "months"), "9")
    each = [
        due_of(published.everything(), duty.legs[0], value, since, n, None, roll=False)
        for n in range(1, number + 1)
    ]
    found = published.everything().after_months(since, months * number, roll="none").last_day
    assert each[-1] is not None
    assert each[-1].day == found


# ---- each leg answers for itself ----


@given(st.none() | days("2023-12-01", "2024-06-30"), st.none() | days("2023-12-01", "2024-06-30"))
def test_late_is_who_was_late(filed: str | None, forwarded: str | None) -> None:
    """The holder by the day of filing alone; the office by the day of forwarding, but never for what came to it too
    late."""
    acts = [report(day, leg) for day, leg in ((filed, "filed"), (forwarded, "forwarded")) if day is not None]
    state = made(conferred(), *acts)
    due = "2024-04-01"  # 31 March 2024 is a Sunday
    mine = standing(state, "2024-07-01", "annual_report", "holder", 2023)
    theirs = standing(state, "2024-07-01", "annual_report", "local_quality_office", 2023)
    assert mine == ("overdue" if filed is None else "discharged" if filed <= due else "late")
    if forwarded is not None and forwarded <= due:
        assert theirs == "discharged"
    elif filed is None or filed > due:
        assert theirs == ("open" if forwarded is None else "discharged")
    else:
        assert theirs == ("overdue" if forwarded is None else "late")


@given(days("2023-11-29", "2024-12-31"))
def test_overdue_begins_when_the_last_day_has_ended(today: str) -> None:
    found = standing(made(conferred()), today, "annual_report", "holder", 2023)
    assert found == ("open" if today <= "2024-04-01" else "overdue")


@given(days("2009-06-01", "2023-12-31"))
def test_three_years_from_the_year_of_the_award(on: str) -> None:
    year = int(on[:4])
    reports = [owed for owed in duties(made(conferred(on)), on) if owed.duty.id == "annual_report"]
    assert [(owed.year, owed.leg.bearer) for owed in reports] == [
        (year + n, bearer) for n in range(3) for bearer in ("holder", "local_quality_office")
    ]
    assert all(owed.due is not None and owed.due.day[:4] == str((owed.year or 0) + 1) for owed in reports)


def test_three_years_from_the_next_if_a_reading_says_so() -> None:
    reading = act(
        "interpretation_issued", article="28", question="nt-28-years", option="next_year", reading="read0001",
        regulation=TEXT.name, valid_from="2024-01-01",
    )  # fmt: skip
    state = made(conferred(), reading)
    years = {
        day: {o.year for o in duties(state, day) if o.duty.id == "annual_report"}
        for day in ("2023-12-31", "2024-01-01")
    }
    assert years == {"2023-12-31": {2023, 2024, 2025}, "2024-01-01": {2024, 2025, 2026}}


@given(st.permutations(["annual_return", "self_evaluation", "fund_use"]), st.integers(1, 2))
def test_a_report_is_whole_with_the_paper_that_completes_it(parts: list[str], cut: int) -> None:
    """Whatever comes first, the day of the last missing paper counts."""
    pieces = []
    for number, some in enumerate((parts[:cut], parts[cut:])):
        use = [{"amount": "1", "purpose": "innovation"}] if "fund_use" in some else []
        contents = sorted(set(some) - {"fund_use"})
        pieces.append(report(f"2024-03-{10 + number}", "filed", contents=contents, fund_use=use))
    (found,) = [o for o in duties(made(conferred(), *pieces), "2024-07-01") if o.mark == holders_mark(2023)]
    assert found.discharged is pieces[1]
    (half,) = [o for o in duties(made(conferred(), pieces[0]), "2024-07-01") if o.mark == holders_mark(2023)]
    assert (half.discharged, half.standing) == (None, "overdue")


def holders_mark(year: int) -> str:
    return f"annual_report:holder:annual_report_filed:filed:{year}"


@given(days("2023-11-28", "2026-12-31"))
@example("2024-04-01")
@example("2024-04-02")
def test_what_is_due_after_a_revocation_lapses(revoked: str) -> None:
    state = made(conferred(), revocation(revoked))
    found = [o for o in duties(state, "2027-01-31") if o.duty.id == "annual_report" and o.is_first_leg]
    for owed in found:
        assert owed.due is not None
        assert owed.standing == ("lapsed" if revoked <= owed.due.day else "overdue")


def revocation(on: str, ground: str = "misconduct") -> Act:
    return act("award_revoked", at=on, award="award001", ground=ground, parties=[FIRM], reason=bytes(32))


# ---- what is missing ----


def test_a_year_without_a_calendar_closes_nothing() -> None:
    """31 March 2024 is a Sunday: with calendars to 2023 alone, 1 April may or may not be a day of work."""
    known = Calendars(tuple(e for e in published.everything().editions if e.year <= 2023))
    late = made(conferred(), report("2024-04-01", "filed"), calendars=known)
    assert standing(late, "2024-07-01", "annual_report", "holder", 2023) == "unclear"
    early = made(conferred(), report("2024-03-29", "filed"), calendars=known)
    assert standing(early, "2024-07-01", "annual_report", "holder", 2023) == "discharged"
    never = made(conferred(), calendars=known)
    assert standing(never, "2024-07-01", "annual_report", "holder", 2023) == "overdue"


def fact(confirmed: str | None, **more: Any) -> Act:
    data = {
        "fact": "fact0001",
        "kind": "breach",
        "level": "ordinary",
        "party": FIRM,
        "occurred_on": "2024-02-01",
    }
    return act("adverse_fact_recorded", at="2024-03-05", confirmed_on=confirmed, **{**data, **more})


@pytest.mark.parametrize(
    ("told", "standing_"),
    [("2024-04-01", "discharged"), ("2024-04-02", "late"), (None, "overdue")],
)
def test_thirty_days_after_confirmation(told: str | None, standing_: str) -> None:
    acts = [act("adverse_fact_reported", at=told, award="award001", addressee=OFFICE, content=bytes(32),
                form="written", fact=None)] if told else []  # fmt: skip
    assert (
        standing(made(conferred(), fact("2024-03-01"), *acts), "2024-05-01", "self_report", "holder")
        == standing_
    )


def test_a_fact_whose_authority_is_not_recorded_may_open_a_duty() -> None:
    """Overdue it cannot be called, nor forgotten."""
    state = made(conferred(), fact("2024-03-01", kind="spot_check_failed", authority_level=None))
    (found,) = [o for o in duties(state, "2024-05-01") if o.duty.id == "self_report"]
    assert (found.standing, found.why) == ("unclear", "ground")
    below = made(conferred(), fact("2024-03-01", kind="spot_check_failed", authority_level="county"))
    assert not [o for o in duties(below, "2024-05-01") if o.duty.id == "self_report"]


@pytest.mark.parametrize(("second", "opens"), [("serious", True), ("ordinary", False), (None, None)])
def test_two_kinds_that_only_count_together(second: str | None, opens: bool | None) -> None:
    """A penalty alone is not the situation of the text as it is read; with grave dishonesty it is."""
    more = {"fact": "fact0002", "kind": "dishonesty", "level": second}
    state = made(conferred(), fact("2024-03-01", kind="administrative_penalty"), fact("2024-03-01", **more))
    found = [o for o in duties(state, "2024-05-01") if o.duty.id == "self_report"]
    penalty = [o for o in found if o.opened.data.fact == "fact0001"]
    assert [o.standing for o in penalty] == {True: ["overdue"], False: [], None: ["unclear"]}[opens]


# ---- what must come back ----


def handed(paid: str | None, *recovered: tuple[str, list[str], str | None]) -> list[Owed]:
    acts = [conferred()]
    if paid is not None:
        acts.append(
            act(
                "prize_paid", at="2024-01-10", award="award001", amount=paid, payer=OFFICE, payment="pay00001"
            )
        )
    acts.append(revocation("2024-07-01"))
    acts += [
        act(
            "award_items_recovered",
            at=day,
            award="award001",
            items=items,
            amount=amount,
            credit_recorded=False,
        )
        for day, items, amount in recovered
    ]
    found = duties(made(*acts), "2025-01-01")
    return [o for o in found if o.leg.act == "award_items_recovered"]


@given(st.integers(1, 500_000), st.integers(0, 500_000))
def test_all_that_was_paid_must_come_back(paid: int, back: int) -> None:
    (owed,) = handed(str(paid), ("2024-08-01", ["plaque"], str(back)))
    assert (owed.discharged is not None) == (back >= paid)


def test_things_and_money_may_come_back_apart() -> None:
    (owed,) = handed("500000", ("2024-07-10", ["plaque"], None), ("2024-08-01", [], "500000"))
    assert owed.discharged is not None
    assert owed.discharged.at == "2024-08-01"
    (without,) = handed(None, ("2024-07-10", ["plaque"], None))
    assert without.standing == "discharged"


# ---- before something ----


@pytest.mark.parametrize(
    ("published_on", "standing_"),
    [
        ("2023-11-28", "discharged"),
        ("2023-12-19", "discharged"),
        ("2023-12-20", "discharged"),
        ("2023-12-21", "late"),
        (None, "overdue"),
    ],
)
def test_before_an_act_the_order_within_a_day_is_not_made_up(
    published_on: str | None, standing_: str
) -> None:
    item = {
        "application": "appl0001",
        "category": "award_org",
        "rank": None,
        "reason": None,
        "reaward": False,
    }
    acts = [
        act(
            "awards_approved",
            at="2023-11-28",
            cycle="cycle001",
            items=[item],
            list="list0001",
            step="approve",
        )
    ]
    acts.append(act("cycle_closed", at="2023-12-20", cycle="cycle001"))
    if published_on is not None:
        acts.append(
            act(
                "decision_published",
                at=published_on,
                cycle="cycle001",
                applications=["appl0001"],
                kind="award",
            )
        )
    assert standing(made(*acts), "2024-01-10", "announcement", "government") == standing_


def test_an_announcement_that_leaves_out_a_name_is_none() -> None:
    item = {
        "application": "appl0001",
        "category": "award_org",
        "rank": None,
        "reason": None,
        "reaward": False,
    }
    acts = [
        act(
            "awards_approved",
            at="2023-11-28",
            cycle="cycle001",
            items=[item],
            list="list0001",
            step="approve",
        )
    ]
    acts.append(
        act("decision_published", at="2023-11-30", cycle="cycle001", applications=["appl0009"], kind="award")
    )
    acts.append(act("cycle_closed", at="2023-12-20", cycle="cycle001"))
    assert standing(made(*acts), "2024-01-10", "announcement", "government") == "overdue"


# ---- patterns ----


def test_patterns() -> None:
    planned = act("promotion_recorded", kind="lecture", outcome="held", plan_item="item1")
    assert fits(planned, "promotion_recorded:planned")
    assert fits(planned, "promotion_recorded:held")
    assert not fits(planned, "promotion_recorded:attended")
    assert not fits(act("promotion_recorded", kind="lecture", outcome="held"), "promotion_recorded:planned")
    assert not fits(planned, "supervisory_check_made")
