"""Types of the procedure: an example of each, which cases they name, what of them is committed."""

from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest

from ledger.acts import head as room
from ledger.acts.cases import case_fields, named_cases
from ledger.acts.committed import commitments, committed_fields
from ledger.acts.registry import TYPES, ActType
from ledger.acts.scores import SheetContent
from ledger.acts.struct import load, misfit, schema
from ledger.sealing import canon
from tests.unit.acts.acts import head
from tests.unit.acts.examples import EXAMPLES, PHASES
from tests.unit.acts.examples.common import NAMES, OPENING, C, filled
from tests.unit.sealing.signers import code_of

PROCEDURE = {kind.name: kind for kind in TYPES if not kind.life}


def act(name: str, data: dict[str, Any]) -> dict[str, Any]:
    cases = named_cases(PROCEDURE[name], data)
    return head(type=name, data=data, cases=cases, mode="transcribed", for_="office")


def test_every_type_has_one_example_under_its_phase():
    assert sum(map(len, PHASES.values())) == len(EXAMPLES)
    assert {
        name: kind.struct.__module__.removeprefix("ledger.acts.") for name, kind in PROCEDURE.items()
    } == {name: phase for phase, examples in PHASES.items() for name, _ in examples}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_goes_round(name):
    """Through canonical bytes and the head's checks to a frozen struct."""
    data = EXAMPLES[name]
    again = canon.decode(canon.encode(act(name, data)))
    assert again["data"] == data
    kind = room.check(again)
    struct: Any = kind.load(again["data"])
    assert type(struct) is kind.struct
    for field in fields(kind.struct):
        with pytest.raises(FrozenInstanceError):
            setattr(struct, field.name, None)


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_field_less_and_none_more(name):
    data = EXAMPLES[name]
    for field in data:
        less = {key: value for key, value in data.items() if key != field}
        assert code_of(room.check, act(name, data) | {"data": less}) == "not_an_act", field
    assert code_of(room.check, act(name, data) | {"data": {**data, "x": None}}) == "not_an_act"


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_field_refuses_something(name):
    """A float fits nothing but a value that no schema describes; neither does a list that repeats itself."""
    for field, value in EXAMPLES[name].items():
        wrong: Any = [*value, value[0]] if type(value) is list and value else 1.5
        if (
            PROCEDURE[name].fields[field].name.startswith("list of ")
            and not PROCEDURE[name].fields[field].order
        ):
            wrong = 1.5
        assert PROCEDURE[name].misfit({**EXAMPLES[name], field: wrong}), field


def test_names_are_such_as_the_desk_takes():
    for name in PROCEDURE:
        assert len(name) <= 32
        assert not TYPES.touches_life(name), "a reserved prefix"


def test_what_can_be_derived_is_no_act():
    derived = {"ban_imposed", "duty_discharged", "duty_opened", "finding_raised", "publicity_suspended"}
    assert not derived & PROCEDURE.keys()
    assert not {"passed", "failed"} & {name for kind in PROCEDURE.values() for name in kind.fields}


def test_whoever_performs_a_step_says_of_which_cycle():
    """Only a publicity inside an organisation may come before the cycle, and only facts hold without one."""
    free = {
        kind.name for kind in PROCEDURE.values() if "step" in kind.fields and kind.fields["cycle"].check(None)
    }
    assert {name for name in free if not name.startswith("publicity_")} == {
        "conduct_feedback_filed",
        "decision_published",
        "evidence_verified",
        "meeting_held",
        "third_party_engaged",
    }


# ---- cases ----

CASES = {
    "application_submitted": [
        "application:app001", "application:app002", "cycle:cycle2023", "party:firm001", "party:firm002",
        "party:talent01",
    ],
    "award_conferred": ["application:app001", "award:award001", "cycle:cycle2023", "party:firm001"],
    "body_constituted": ["party:firm002", "person:carl03"],
    "calendar_published": ["registry:ledger"],
    "decision_changed": ["application:app001"],
    "draw_held": ["cycle:cycle2023", "person:anna01", "person:bert02", "person:carl03"],
    "draw_prepared": ["cycle:cycle2023", "person:anna01", "person:bert02", "person:carl03"],
    "entry_corrected": ["application:app001", "person:anna01"],
    "evidence_verified": ["application:app001", "cycle:cycle2023", "party:firm001", "party:firm002"],
    "identities_joined": ["party:firm0009", "party:firm002", "person:anna01"],
    "meeting_held": ["application:app001", "cycle:cycle2023", "person:anna01", "person:bert02", "person:carl03"],
    "prize_paid": ["award:award001", "party:firm001"],
    "score_recorded": ["application:app001", "cycle:cycle2023"],
    "score_sheet_sealed": ["application:app001", "cycle:cycle2023", "person:anna01"],
    "tie_decided": ["application:app001", "application:app002", "cycle:cycle2023"],
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_cases_are_those_that_the_data_name(name):
    assert named_cases(PROCEDURE[name], EXAMPLES[name]) == CASES[name]


@pytest.mark.parametrize("name", EXAMPLES)
def test_cases_ascend_and_none_stands_twice(name):
    found = named_cases(PROCEDURE[name], EXAMPLES[name])
    assert found == sorted(set(found))
    assert found


def test_a_case_named_twice_counts_once():
    kind = PROCEDURE["party_succeeded"]
    data = EXAMPLES["party_succeeded"] | {"successors": ["firm001"]}
    assert named_cases(kind, data) == ["party:firm001", "party:firm002"]


def test_the_most_cases_and_one_more():
    most = [f"app{number:05}" for number in range(room.MAX_CASES)]
    fitting = EXAMPLES["stage_redone"] | {"applications": most[1:]}
    room.check(act("stage_redone", fitting))
    more = EXAMPLES["stage_redone"] | {"applications": most}
    assert PROCEDURE["stage_redone"].misfit(more) is None
    assert len(named_cases(PROCEDURE["stage_redone"], more)) == room.MAX_CASES + 1
    assert room.head_misfit(act("stage_redone", more)) == "more than 1,024 cases"


def test_ids_of_cases_are_known_by_their_names():
    """Whatever is called so anywhere in the vocabulary is the id of such a case, and nothing else is."""
    names = {
        "about": "*", "agency": "party", "application": "application", "applications": "application",
        "asked_party": "party", "assent": "person", "attending": "person", "award": "award", "awards": "award",
        "chaired_by": "person", "cycle": "cycle", "dissent": "person", "employer": "party", "expert": "person",
        "joins": "person", "jury": "person", "leader": "person", "leaves": "person", "other": "party",
        "parties": "party", "party": "party", "person": "person", "persons": "person", "pool": "person",
        "predecessors": "party", "previous": "application", "recommended_by": "party", "recommending_party": "party",
        "recused": "person", "replacement": "person", "scorer": "person", "substitute": "application",
        "successors": "party", "supervisor": "person", "supervisors": "person",
    }  # fmt: skip
    found: dict[str, set[str]] = {}
    for kind in PROCEDURE.values():
        ways = {way[-1] if way[-1] != "*" else way[-2]: case for way, case in case_fields(kind.struct)}
        for name, case in ways.items():
            found.setdefault(name, set()).add(case)
    assert found.pop("order") == {"application", "person"}
    assert found == {name: {case} for name, case in names.items()}
    for kind in PROCEDURE.values():
        for name in names.keys() & kind.fields.keys():
            assert kind.fields[name].case == names[name], f"{kind.name}.{name}"


# ---- commitments ----

# Every free text, file, name and number of a natural person, sealed sheet, seed and identity of who speaks up.
COMMITTED = {
    "adverse_fact_recorded": "detail number",
    "adverse_fact_reported": "content",
    "annual_report_filed": "file",
    "application_struck": "reason",
    "application_submitted": "contact documents.*.file",
    "application_withdrawn": "reason",
    "approval_declined": "reason",
    "award_list_proposed": "items.*.reason reason",
    "award_revoked": "reason",
    "awards_approved": "items.*.reason reason",
    "call_amended": "notice reason",
    "call_published": "notice",
    "conduct_feedback_filed": "content",
    "consensus_score_recorded": "judged.*.reason reason",
    "cycle_closed": "reason",
    "cycle_planned": "plan reason",
    "cycle_status_changed": "reason",
    "decision_changed": "reason",
    "decision_notified": "text",
    "decision_published": "notice",
    "determination_made": "reason",
    "draw_abandoned": "reason",
    "draw_committed": "seed",
    "draw_held": "minutes",
    "eligibility_determined": "aspects.*.remark judged.*.reason reason",
    "encoding_corrected": "reason",
    "entry_contested": "statement",
    "entry_corrected": "corrections.*.committed reason",
    "entry_voided": "reason",
    "evidence_verified": "remark",
    "finding_disposed": "reason",
    "holder_change_notified": "detail",
    "honour_reviewed": "reason",
    "honour_used": "detail",
    "identities_joined": "reason",
    "interest_declared": "detail",
    "interpretation_issued": "reason",
    "irregularity_reported": "identity text",
    "local_review_completed": "aspects.*.remark reason",
    "material_replaced": "documents.*.file reason",
    "material_supplemented": "documents.*.file",
    "matter_classified": "reason",
    "meeting_held": "minutes motions.*.reason",
    "objection_answered": "text",
    "objection_lodged": "documents.*.file identity text",
    "objection_not_admitted": "reason",
    "objection_resolved": "reason report",
    "objection_withdrawn": "reason",
    "opinion_obtained": "exceptions.*.remark remark",
    "party_registered": "id_number sealed_name",
    "party_renamed": "sealed_name",
    "plan_cleared": "remark",
    "prize_paid": "note",
    "prize_spending_recorded": "detail",
    "promotion_recorded": "detail",
    "public_satisfaction_measured": "file",
    "publicity_amended": "items.*.reason notice reason",
    "publicity_evidence_filed": "file",
    "publicity_opened": "items.*.reason notice",
    "recommendation_issued": "reason",
    "report_issued": "sealed_addressee",
    "reviewer_sanctioned": "reason",
    "revocation_proposed": "reason report",
    "score_changed": "reason",
    "score_recorded": "judged.*.reason reason",
    "score_sheet_replaced": "reason sheet",
    "score_sheet_sealed": "reason sheet",
    "scores_set_aside": "reason",
    "shortlist_approved": "items.*.reason reason",
    "shortlist_proposed": "items.*.reason reason",
    "site_review_held": "reason",
    "stage_redone": "reason",
    "stage_report_confirmed": "reason",
    "stage_report_issued": "file",
    "stage_window_set": "reason",
    "standards_approved": "file",
    "supervisory_check_made": "finding",
    "supplement_requested": "reason",
    "tie_decided": "reason",
    "transition_decided": "reason",
}
PRIVATE = {
    "contact", "content", "detail", "file", "id_number", "identity", "minutes", "note", "notice", "plan", "reason",
    "remark", "sealed_addressee", "sealed_name", "seed", "statement", "text",
}  # fmt: skip


@pytest.mark.parametrize("name", PROCEDURE)
def test_which_fields_are_commitments(name):
    found = " ".join(".".join(way) for way in committed_fields(PROCEDURE[name].struct))
    assert found == COMMITTED.get(name, "")


def test_what_is_private_is_never_in_clear():
    for kind in PROCEDURE.values():
        for name in PRIVATE & kind.fields.keys():
            assert kind.fields[name].committed, f"{kind.name}.{name}"


def test_commitments_are_found_in_lists_of_maps():
    data = EXAMPLES["shortlist_proposed"] | {"reason": C}
    assert commitments(PROCEDURE["shortlist_proposed"], data) == [("items.1.reason", C), ("reason", C)]


def test_a_disclosed_sheet_has_the_shape_of_a_sheet():
    sheet: Any = OPENING["value"]
    assert misfit(SheetContent, sheet) is None
    assert load(SheetContent, sheet).points == "82.5"


# ---- lists of maps ----


def lists_of_maps() -> list[tuple[ActType, str]]:
    return [(kind, name) for kind in PROCEDURE.values() for name, field in kind.fields.items() if field.order]


def test_lists_of_maps_ascend_by_fields_that_are_never_nil():
    assert len(lists_of_maps()) > 20
    for kind, name in lists_of_maps():
        items = EXAMPLES[kind.name][name]
        for item in items:
            assert all(item[key] is not None for key in kind.fields[name].order), (kind.name, name)


def test_a_name_stands_on_a_list_once_and_in_order():
    kind, data = PROCEDURE["shortlist_approved"], EXAMPLES["shortlist_approved"]
    assert kind.misfit(data | {"items": NAMES}) is None
    for wrong in (NAMES[::-1], [NAMES[0], NAMES[0]], [NAMES[0], filled_again(rank=7)]):
        assert kind.misfit(data | {"items": wrong}) == "items is not list of ListItem"


def filled_again(**given: Any) -> dict[str, Any]:
    """The first name once more, with something else said of it."""
    return NAMES[0] | given


def test_examples_leave_out_what_may_be_left_out():
    """So that the round trip sees nil in most optional fields, and `filled` is no way around a field that must be."""
    kind = PROCEDURE["party_registered"]
    assert filled(kind.struct, party="firm001")["name"] is None
    assert kind.misfit(filled(kind.struct, party="firm001")), "kind must be given"
    assert schema(kind.struct)["name"].check(None)
