"""A decided question changes what rests on it, and nothing else."""

from ledger.regulations.packaged import packaged
from ledger.regulations.reading import read
from ledger.regulations.ruling import under
from ledger.regulations.value import Term
from tests.unit.regulations.sample import TEXT

SAMPLE = read(TEXT.encode())


def test_a_value_takes_what_the_option_says():
    base = under(SAMPLE, {"base": "both"}).bounds[0].base
    assert base is not None
    assert (base.v, base.source, base.question) == (("top", "person"), "reading", "base")


def test_a_criterion_is_replaced_and_keeps_its_id():
    decided = under(SAMPLE, {"and": "either"})
    age, clean = decided.criteria
    assert age is SAMPLE.criteria[0]
    assert (clean.id, clean.all_of, clean.question, clean.source) == ("clean", False, "and", "reading")


def test_the_stored_option_changes_nothing():
    assert under(SAMPLE, {"base": "organisations", "and": "all"}) == SAMPLE


def test_what_is_not_known_changes_nothing():
    assert under(SAMPLE, {"bas": "both", "and": "neither", "substitute": "yes"}) is SAMPLE


def test_what_does_not_change_is_shared():
    decided = under(SAMPLE, {"base": "both"})
    assert decided.steps is SAMPLE.steps
    assert decided.criteria is SAMPLE.criteria


def test_questions_of_one_subject_change_together():
    """Nantong: whether last days on rest days move is one question for publicity, return and report."""
    decided = under(packaged("nantong@2023"), {"nt-24-rest-day": "fixed"})
    publicity = decided.steps["final_public"].publicity
    assert publicity is not None
    rolls = [publicity.roll, decided.duties["annual_report"].roll, decided.duties["self_report"].roll]
    assert [roll.v for roll in rolls if roll] == [False, False, False]
    assert publicity.term.v == Term(10, "natural_days")


def test_deep_inside_a_criterion():
    """Nantong 12 (三) 4: the fourth of seven honours, whose stand-in is itself a list."""

    def fourth(decided):
        (honours,) = (c for c in under(packaged("nantong@2023"), decided).criteria if c.id == "org_honour")
        return honours.of[3]

    assert (fourth({}).times.v, fourth({}).of) == (2, ())
    each = fourth({"nt-12-3-4": "each"})
    assert each.holds is None
    assert [(c.holds.v, c.times.v, c.window.v) for c in each.of] == [
        (("luban_prize",), 2, 3),
        (("national_quality_project",), 2, 3),
    ]
