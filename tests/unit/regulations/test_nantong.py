"""Nantong 2023, read a second time: this table was typed from the text, not from the file."""

import pytest

from ledger.regulations.model import Step
from ledger.regulations.packaged import packaged, packaged_bytes
from ledger.regulations.reader.places import line_of, places
from ledger.regulations.reader.structs import Reader, Ref, Where
from ledger.regulations.reading import examine
from ledger.regulations.value import Term, Value

NANTONG = packaged("nantong@2023")


def value(found: Value | None):
    """What a value says and where: the fields that the text decides."""
    assert found is not None
    return found.v, found.article, found.item


def test_the_document():
    assert (NANTONG.name, NANTONG.articles, NANTONG.status) == ("nantong@2023", 37, "draft")
    assert NANTONG.repeals == "通政规〔2020〕6号"
    assert (NANTONG.effective.source, NANTONG.effective.ask, NANTONG.effective.article) == (
        "silent",
        "ask",
        "37",
    )
    assert NANTONG.expiry is not None
    assert NANTONG.expiry.source == "silent"


def test_rhythm():
    assert NANTONG.cycle is not None
    assert value(NANTONG.cycle.every) == (1, "6", None)
    assert value(NANTONG.cycle.vacancy) == (True, "6", None)


# Article 6 (places), 26 (money, what is handed over)
PLACES = {
    "award_org": ("organisation", "award", 5, "500000", True),
    "award_ind": ("individual", "award", 1, "0", None),
    "nom_org": ("organisation", "nomination", 5, "100000", True),
    "nom_ind": ("individual", "nomination", 2, "0", None),
}


def test_places_and_prizes():
    assert NANTONG.categories.keys() == PLACES.keys()
    for name, (kind, tier, places_, prize, first) in PLACES.items():
        category = NANTONG.categories[name]
        assert (category.kind, category.tier) == (kind, tier)
        assert value(category.max) == (places_, "6", None)
        assert category.min is None
        assert value(category.prize) == (prize, "26", None)
        assert value(category.items) == (("plaque",), "26", None)
        assert (category.first_time_only.v if category.first_time_only else None) is first


def test_one_of_the_five_should_be_small():
    (sme,) = (b for b in NANTONG.bounds if b.id == "sme")
    assert (sme.over, sme.attribute) == (("award_org",), "sme")
    assert sme.min is not None
    assert (sme.min.v, sme.min.strength, sme.min.article) == (1, "principle", "6")


def test_how_many_are_visited():
    (ratio,) = (b for b in NANTONG.bounds if b.id == "onsite_ratio")
    assert value(ratio.ratio) == ("1.5", "21", None)
    assert ratio.base is not None
    assert (ratio.base.source, dict(ratio.base.others)) == ("reading", {"award_only": ("award_org",)})
    assert sum(PLACES[name][2] for name in ratio.base.given) == 10
    assert ratio.rounding is not None
    assert (ratio.rounding.v, ratio.rounding.source) == ("floor", "reading")


def test_terms():
    terms = {name: step.publicity.term for name, step in NANTONG.steps.items() if step.publicity}
    assert {name: value(term) for name, term in terms.items()} == {
        "internal": (Term.parse("5wd"), "18", None),
        "final_public": (Term.parse("10nd"), "24", None),
    }
    publicity = NANTONG.steps["final_public"].publicity
    assert publicity is not None
    assert value(publicity.substitution) == (False, "24", None)


# Article 16
WEIGHTS = {
    "organisation": {"material": "0.20", "onsite": "0.70", "presentation": "0.10"},
    "individual": {"material": "0.80", "presentation": "0.20"},
}


def test_weights():
    scoring = NANTONG.steps["composite"].scoring
    assert scoring is not None
    assert {w.kind: w.of for w in scoring.weights} == WEIGHTS
    assert {w.article for w in scoring.weights} == {"16"}
    for name in ("material", "onsite", "presentation", "composite"):
        sheet = NANTONG.steps[name].scoring
        assert sheet is not None
        assert value(sheet.scale) == ("1000", "16", None)


def test_panels():
    for name in ("material", "onsite"):
        panel = NANTONG.steps[name].panel
        assert panel is not None
        assert value(panel.min) == (3, "20", None)
        assert value(panel.leader) == (True, "20", None)
        assert value(panel.method) == ("drawn", "20", None)
        assert panel.max is None


# Articles 29, 30, 32, 35
BARS = {
    "after_misconduct": ("29", "ground:misconduct", "apply", Term.parse("5y"), "revocation"),
    "award_cool_down": ("30", "honour:award", "apply", Term.parse("5y"), "conferral"),
    "second_nomination": ("30", "honour:nomination#2", "be_listed", Term.parse("3y"), "conferral"),
    "disqualified_reviewer": ("32", "sanction", "serve", None, None),
    "after_fraud": ("35", "ground:fraud", "apply", Term.parse("5y"), "decision"),
    "after_false_application": ("35", "determination:fraud", "apply", Term.parse("5y"), "decision"),
}


def test_bars():
    assert {
        bar.id: (
            bar.article,
            bar.on,
            bar.effect,
            bar.length.v if bar.length else None,
            bar.start.v if bar.start else None,
        )
        for bar in NANTONG.bars
    } == BARS
    assert all(bar.start.source == "reading" for bar in NANTONG.bars if bar.start)


def test_winning_again():
    again = NANTONG.reaward
    assert again is not None
    assert value(again.quota_counted) == (False, "30", None)
    assert value(again.prize) == ("0", "30", None)


# Article, item → years or times that the text wants or looks back
SPANS = {
    "org_operation": (5, "12", "(一)"),
    "org_excellence": (2, "12", "(二)"),
    "ind_work": (10, "14", "(一)"),
}
LOOK_BACKS = {
    "org_results": (3, "12", "(四)"),
    "org_standing": (3, "12", "(五)"),
    "org_spot_check": (3, "13", "(二)"),
    "org_accident": (3, "13", "(三)"),
    "org_penalty": (3, "13", "(四)"),
    "org_breach": (3, "13", "(五)"),
    "ind_employer": (3, "14", "(五)"),
}
WINDOWS = {"org_waste": (3, "12", "(五)"), "org_env_credit": (3, "12", "(五)")}


def test_years_of_the_conditions():
    years = {c.id: value(c.years) for c in NANTONG.criteria if c.years and c.years.v is not None}
    assert years == SPANS | LOOK_BACKS
    assert {c.id: value(c.window) for c in NANTONG.criteria if c.window} == WINDOWS
    (clean,) = (c for c in NANTONG.criteria if c.id == "ind_clean")
    assert clean.years is not None
    assert (clean.years.v, clean.years.source, clean.years.ask) == (None, "silent", "human")


def test_seven_honours_of_which_one():
    (honours,) = (c for c in NANTONG.criteria if c.id == "org_honour")
    assert (honours.any, [c.item for c in honours.of]) == (1, [f"(三){n}" for n in range(1, 8)])
    twice = honours.of[3]
    assert (value(twice.times)[0], value(twice.window)[0]) == (2, 3)
    assert all(c.window is None and c.times is None for c in honours.of if c is not twice)


def test_levels():
    (accident,) = (c for c in NANTONG.criteria if c.id == "org_accident")
    assert [(adverse.kinds[0], adverse.min_level) for adverse in accident.clean] == [
        ("work_safety_accident", "ordinary"),
        ("quality_accident", "relatively_major"),
    ]
    (check,) = (c for c in NANTONG.criteria if c.id == "org_spot_check")
    assert NANTONG.at_least("county", check.clean[0].authority or "") is False
    assert NANTONG.at_least("city", check.clean[0].authority or "") is True
    (credit,) = (c for c in NANTONG.criteria if c.id == "org_env_credit")
    assert credit.min_grade is not None
    assert [NANTONG.at_least(x, credit.min_grade.given) for x in ("green", "blue", "yellow")] == [
        True,
        True,
        False,
    ]


def test_duties():
    report = NANTONG.duties["annual_report"]
    assert (report.kinds, value(report.repeat)) == (("organisation",), (3, "28", None))
    assert [(leg.bearer, leg.due_day.v, leg.due_day.source) for leg in report.legs if leg.due_day] == [
        ("holder", "03-31", "default"),
        ("local_quality_office", "03-31", "text"),
    ]
    (leg,) = NANTONG.duties["self_report"].legs
    assert value(leg.due) == (Term.parse("30nd"), "29", None)


# Article 17: the order; who decides and who acts, with the article that says so
WHO = {
    "plan": (("office",), "9", "(一)"),
    "call": (("office",), "18", None),
    "internal": (("applicant",), "18", None),
    "employer_opinion": (("employer",), "18", None),
    "apply": (("applicant",), "18", None),
    "recommend": (("local_quality_body",), "18", None),
    "eligibility": (("office",), "19", None),
    "material": (("panel",), "20", None),
    "onsite_list": (("office",), "21", None),
    "supervise": (("office",), "33", None),
    "onsite": (("panel",), "20", None),
    "present_list": (("committee",), "22", None),
    "presentation": (("committee",), "8", "(三)"),
    "composite": (("office",), "23", None),
    "decide": (("committee",), "8", "(四)"),
    "final_public": (("committee",), "24", None),
    "approve": (("government",), "25", None),
    "announce": (("government",), "25", None),
    "confer": (("government",), "26", None),
}


def test_who_does_what():
    assert {name: value(step.by) for name, step in NANTONG.steps.items()} == WHO


def way(kind: str) -> list[str]:
    """The steps of an applicant of a kind that stand in a line, from the last back over `after`."""
    on_the_way = {n: s for n, s in NANTONG.steps.items() if not s.kinds or kind in s.kinds}

    def before(step: Step) -> set[str]:
        found: set[str] = set()
        for name in step.after:
            found |= {name} if name in on_the_way else before(NANTONG.steps[name])
        return found

    line = ["confer"]
    while ahead := before(NANTONG.steps[line[-1]]):
        line.append(max(ahead, key=list(NANTONG.steps).index))
    return line[::-1]


def test_the_order_for_each_kind():
    first = ["internal", "apply", "recommend", "eligibility", "material"]
    last = ["present_list", "presentation", "composite", "decide", "final_public", "approve", "confer"]
    assert way("organisation") == [*first, "onsite_list", "onsite", *last]
    assert way("individual") == [*first, *last]
    assert NANTONG.steps["apply"].after == ("call", "internal")
    assert NANTONG.steps["onsite"].kinds == ("organisation",)
    assert NANTONG.steps["onsite"].requires == ("supervise",)


def test_readings_are_stored_for_what_the_lead_analysis_calls_a_ruling():
    """The ambiguities of this text that need a decision, each with the reading until then."""
    stored = {q.id: q.stored for q in NANTONG.questions.values() if q.stored}
    assert stored == {
        "nt-10-recommender": "local_only",
        "nt-12-3-4": "added",
        "nt-12-6-sisters": "not_covered",
        "nt-13-reference": "submission",
        "nt-13-4-and": "both",
        "nt-13-5-other": "penalties_apart",
        "nt-16-scale": "whole",
        "nt-18-objection": "no_open",
        "nt-21-base": "both_tiers",
        "nt-21-rounding": "down",
        "nt-24-rest-day": "next_working_day",
        "nt-24-passing": "no_open",
        "nt-25-award-day": "approval",
        "nt-26-first": "per_tier",
        "nt-26-higher": "full",
        "nt-28-years": "award_year",
        "nt-29-start": "revocation",
        "nt-30-start": "conferral",
        "nt-30-revoked": "counted",
        "nt-30-second": "outside",
        "nt-31-use-date": "use_date",
        "nt-32-individuals": "also_individuals",
        "nt-32-length": "until_decision",
        "nt-35-start": "decision",
        "nt-35-title": "title_falls",
        "nt-37-duties": "conferral",
        "nt-37-bars": "decision_date",
        "nt-37-revocation": "decision_date",
    }


def test_nothing_of_the_ledgers_own_refuses():
    """What the text does not say and the ledger adds is a default or a reading, and says which question it answers."""
    reader = read()
    for path, found in reader.values:
        if found.source != "text":
            assert found.question is not None, path


def read() -> Reader:
    import tomllib

    text = packaged_bytes("nantong@2023").decode()
    from ledger.regulations.model import Regulation

    reader = Reader(tomllib.loads(text), text)
    reader.entry(Regulation, reader.data, (), Where())
    return reader


def some_refs() -> list[Ref]:
    """Of each section the first and the last code that the file names."""
    by_section: dict[str, list[Ref]] = {}
    for ref in read().refs:
        by_section.setdefault(ref.section, []).append(ref)
    return [
        ref
        for refs in by_section.values()
        for ref in {refs[0].path: refs[0], refs[-1].path: refs[-1]}.values()
    ]


@pytest.mark.parametrize("ref", some_refs(), ids=lambda ref: f"{ref.section} {ref.code}")
def test_one_changed_letter_is_caught_on_its_line(ref):
    text = packaged_bytes("nantong@2023").decode()
    lines = text.splitlines(keepends=True)
    at = line_of(places(text), ref.path)
    code = ref.code.partition(":")[0]
    lines[at - 1] = lines[at - 1].replace(code, code[:-1] + "zz")
    assert lines[at - 1] not in text
    told = examine("".join(lines).encode())[1]
    assert at in {mistake.line for mistake in told}, [mistake.sentence for mistake in told]
