"""Zhongmu, read a second time: this table was typed from the text, not from the file."""

from ledger.regulations.packaged import packaged
from ledger.regulations.value import Term, Value

ZHONGMU = packaged("zhongmu@draft")


def value(found: Value | None):
    """What a value says and where."""
    assert found is not None
    return found.v, found.article, found.item


def test_the_document():
    assert (ZHONGMU.articles, ZHONGMU.status, ZHONGMU.repeals) == (31, "draft", "牟政文〔2014〕175号")
    assert (ZHONGMU.effective.source, ZHONGMU.effective.ask) == ("silent", "ask")
    assert ZHONGMU.expiry is None


def test_one_award_a_year_for_five():
    (award,) = ZHONGMU.categories.values()
    assert award.kind == "organisation"
    assert value(award.max) == (5, "4", None)
    assert value(award.prize) == ("300000", "4", None)
    assert value(award.items) == (("trophy", "certificate"), "4", None)
    assert value(award.once) == (True, "17", "(九)")
    assert value(award.validity) == (Term(3, "years"), "28", None)
    assert ZHONGMU.cycle is not None
    assert value(ZHONGMU.cycle.every) == (1, "4", None)
    assert ZHONGMU.cycle.vacancy is not None
    assert ZHONGMU.cycle.vacancy.v is True
    assert ZHONGMU.bounds == ()


def test_the_committee():
    committee, group = ZHONGMU.bodies
    assert committee.posts == {"chair": 1, "vice_chair": 2, "secretary_general": 1}
    assert value(committee.mix) == (("expert", "business", "government"), "8", None)
    assert value(committee.constituted_by) == (("leading_group",), "7", None)
    assert group.incompatible is not None
    assert (group.incompatible.v, group.incompatible.source) == (("panel",), "default")


def test_years_of_the_conditions():
    spans = {c.id: (c.span, c.years.v) for c in ZHONGMU.criteria if c.span and c.years}
    assert spans == {
        "org_operation": ("operation", 3),
        "org_operation_little_giant": ("operation", 2),
        "org_excellence": ("excellence_model", 1),
        "org_data": ("reported_data", 3),
    }
    little = {c.id: c.when.absent for c in ZHONGMU.criteria if c.when and c.when.attribute == "little_giant"}
    assert little == {
        "org_operation": True,
        "org_operation_little_giant": False,
        "org_data": True,
        "org_data_little_giant": False,
    }


def test_nine_exclusions_of_three_years():
    clean = [c for c in ZHONGMU.criteria if c.clean]
    assert [c.item for c in clean] == [f"({n})" for n in "一二三四五六七八九"]
    assert {value(c.years)[:2] for c in clean} == {(3, "14")}
    assert [c.item for c in clean if c.all_of] == ["(六)"]
    assert [c.clean[0].min_level for c in clean] == [
        None,
        None,
        None,
        None,
        None,
        "serious",
        None,
        None,
        "serious",
    ]
    assert [c.clean[0].handled for c in clean] == [False] * 8 + [True]
    assert clean[3].clean[0].authority == "city"


def test_the_procedure():
    who = {name: value(step.by) for name, step in ZHONGMU.steps.items()}
    assert who == {
        "plan": (("office",), "10", "(二)"),
        "supervise": (("office",), "10", "(三)"),
        "recommend": (("local_government", "competent_department"), "13", "(五)"),
        "call": (("office",), "17", "(一)"),
        "internal": (("applicant",), "17", "(二)"),
        "apply": (("applicant",), "17", "(二)"),
        "local_review": (("local_regulator",), "17", "(三)"),
        "consent": (("local_government",), "17", "(三)"),
        "eligibility": (("office",), "10", "(四)"),
        "material": (("panel",), "12", "(一)"),
        "onsite_list": (("office",), "17", "(六)"),
        "onsite": (("panel",), "12", "(一)"),
        "nominate": (("panel",), "12", "(三)"),
        "report": (("office",), "10", "(六)"),
        "decide": (("committee",), "17", "(七)"),
        "final_public": (("office",), "17", "(八)"),
        "approve": (("government",), "17", "(九)"),
        "confer": (("government",), "17", "(九)"),
    }
    after = {name: step.after for name, step in ZHONGMU.steps.items() if step.after}
    assert after == {
        "recommend": ("apply",),
        "apply": ("call", "internal"),
        "local_review": ("apply",),
        "consent": ("local_review",),
        "eligibility": ("consent", "recommend"),
        "material": ("eligibility",),
        "onsite_list": ("material",),
        "onsite": ("onsite_list",),
        "nominate": ("onsite",),
        "report": ("onsite",),
        "decide": ("report", "nominate"),
        "final_public": ("decide",),
        "approve": ("final_public",),
        "confer": ("approve",),
    }
    assert ZHONGMU.steps["confer"].order == Value(True, "6")


def test_terms_and_panels():
    for name, item in (("internal", "(二)"), ("final_public", "(八)")):
        publicity = ZHONGMU.steps[name].publicity
        assert publicity is not None
        assert value(publicity.term) == (Term(5, "working_days"), "17", item)
    for name in ("material", "onsite"):
        panel = ZHONGMU.steps[name].panel
        assert panel is not None
        assert (value(panel.min), value(panel.max)) == ((3, "11", None), (5, "11", None))
        assert value(panel.sources) == (("county_pool", "mayor_pool", "external"), "11", None)


def test_no_weights_are_borrowed():
    scoring = ZHONGMU.steps["report"].scoring
    assert scoring is not None
    assert scoring.weights == ()
    assert scoring.weights_from is not None
    assert (scoring.weights_from.v, scoring.weights_from.ask) == (None, "ask")


def test_what_follows():
    bars = {bar.on: (bar.article, bar.length.v if bar.length else None) for bar in ZHONGMU.bars}
    three = ("25", Term(3, "years"))
    assert bars == {
        "ground:fraud": three,
        "ground:accident": three,
        "ground:influence": three,
        "ground:breach": three,
        "sanction": ("27", None),
        "honour:award": ("28", None),
    }
    assert {g.id: g.item for g in ZHONGMU.grounds.values()} == {
        "fraud": "(一)",
        "accident": "(二)",
        "influence": "(三)",
        "breach": "(四)",
    }
    accident = ZHONGMU.grounds["accident"]
    assert value(accident.window) == (Term(3, "years"), "28", None)
    assert accident.facts[0].min_level == "relatively_major"
    assert {g.window for g in ZHONGMU.grounds.values() if g is not accident} == {None}
    again = ZHONGMU.reaward
    assert again is not None
    assert (value(again.prize), value(again.quota_counted)) == (("0", "28", None), (False, "28", None))
    assert value(again.items) == (("certificate",), "28", None)
    report = ZHONGMU.duties["annual_report"]
    assert report.repeat is not None
    assert (report.repeat.v, report.repeat.source) == (3, "reading")
