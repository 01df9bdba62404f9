"""The throttle (format §4): 50 refusals a person and day are recorded, the rest counted and told the day after."""

import json

import pytest

from ledger.desk import Refused
from ledger.rules.life.fact import of_record
from tests.desk.office import DAY, HEAD, MINUTE, accept, codes, digest
from tests.desk.test_accept import BEFORE

LIMIT = 50


def attempt(desk, submission):
    (outcome,) = desk.submit([submission])
    assert isinstance(outcome, Refused)
    return outcome


def exhaust(office, desk):
    """Fifty attempts by the clerk, recorded."""
    for number in range(LIMIT):
        assert attempt(desk, office.forbidden()).recorded_as == BEFORE + 1 + number


def last_act(desk):
    return of_record(desk.store.record(desk.store.head().size))[0].act


def test_the_fifty_first_is_only_counted(office):
    desk = office.open()
    exhaust(office, desk)
    tried = office.forbidden()
    outcome = attempt(desk, tried)
    assert outcome.recorded_as is None
    assert codes(outcome) == ["post_not_entitled", "throttled"]
    assert outcome.json()["class"] == "not_allowed"
    assert "上限" in outcome.json()["breaches"][1]["message"]
    assert desk.store.head().size == BEFORE + LIMIT
    assert desk.store.decided(digest(tried)) is None, "what was throttled is undecided"
    office.verified()


def test_another_person_is_not_touched(office):
    desk = office.open()
    exhaust(office, desk)
    assert attempt(desk, office.assign(HEAD)).recorded_as == BEFORE + LIMIT + 1
    accept(desk, office.document())
    office.verified()


def test_what_only_comes_too_early_is_no_attempt(office):
    """not_yet is recorded without end and uses up nothing."""
    desk = office.open()
    for number in range(LIMIT + 5):
        assert attempt(desk, office.early()).recorded_as == BEFORE + 1 + number
    assert attempt(desk, office.forbidden()).recorded_as is not None


def test_not_yet_is_recorded_when_attempts_no_longer_are(office):
    desk = office.open()
    exhaust(office, desk)
    assert attempt(desk, office.forbidden()).recorded_as is None
    assert attempt(desk, office.early()).recorded_as == BEFORE + LIMIT + 1


def test_form_counts_for_nothing(office):
    desk = office.open()
    for _ in range(LIMIT + 5):
        attempt(desk, office.forbidden()._replace(sig=bytes(64)))
    assert attempt(desk, office.forbidden()).recorded_as == BEFORE + 1


def test_asking_again_about_one_refusal_is_no_new_attempt(office):
    desk = office.open()
    tried = office.forbidden()
    for _ in range(LIMIT + 5):
        attempt(desk, tried)
    assert attempt(desk, office.forbidden()).recorded_as == BEFORE + 2


def test_a_check_is_no_attempt(office):
    desk = office.open()
    for _ in range(LIMIT + 5):
        assert codes(desk.submit([office.forbidden()], check=True)[0]) == ["post_not_entitled"]
    exhaust(office, desk)
    for _ in range(3):
        desk.submit([office.forbidden()], check=True)
    assert not desk.place.throttled.exists()


def test_refusals_of_a_batch_count_each(office):
    desk = office.open()
    for _ in range(2):
        desk.submit(office.batch([office.forbidden] * 20))
    outcomes = desk.submit(office.batch([office.forbidden] * 20))
    assert sum(isinstance(o, Refused) and o.recorded_as is not None for o in outcomes) == 10
    office.clock.tick(DAY)
    desk = office.open(confirm_clock=True)
    accept(desk, office.assign())
    facts = [of_record(data)[0] for _, data in desk.store.read_records()]
    told = [
        fact.act["data"]["count"] for fact in facts if fact.act and fact.act["type"] == "refusals_throttled"
    ]
    assert told == [10]
    office.verified()


def test_the_next_day_the_count_is_told(office):
    desk = office.open()
    exhaust(office, desk)
    first = office.forbidden()
    attempt(desk, first)
    for _ in range(6):
        attempt(desk, office.forbidden())
    office.clock.tick(13 * 60 * MINUTE)  # 23 o'clock
    accept(desk, office.assign())
    assert desk.store.head().size == BEFORE + LIMIT + 1, "the day is not over yet"
    office.clock.tick(2 * 60 * MINUTE)
    (outcome,) = accept(desk, office.assign())
    assert outcome.position == BEFORE + LIMIT + 3
    told, _ = of_record(desk.store.record(outcome.position - 1))
    assert told.act is not None
    assert (told.act["type"], told.act["by"]) == ("refusals_throttled", "machine")
    assert told.act["cases"] == [f"person:{office.clerk.id}"]
    assert told.act["data"] == {
        "count": 7,
        "day": "2026-01-05",
        "first": digest(first),
        "person": office.clerk.id,
    }
    accept(desk, office.assign())
    assert desk.store.head().size == BEFORE + LIMIT + 4, "told once"
    assert attempt(desk, office.forbidden()).recorded_as is not None, "a new day"
    office.verified()


def test_the_limit_and_the_count_outlive_the_process(office):
    exhaust(office, office.open())
    attempt(office.open(), office.forbidden())
    office.close()
    attempt(office.open(), office.forbidden())
    office.close()
    office.clock.tick(15 * 60 * MINUTE)
    desk = office.open()
    accept(desk, office.assign())
    told, _ = of_record(desk.store.record(BEFORE + LIMIT + 1))
    assert told.act is not None
    assert told.act["data"]["count"] == 2


def test_two_desks_of_one_home_share_the_count(office):
    here, there = office.open(), office.open(desk="there")
    exhaust(office, here)
    for desk in (here, there, here, there, there):
        assert attempt(desk, office.forbidden()).recorded_as is None
    office.clock.tick(15 * 60 * MINUTE)
    accept(there, office.assign())
    accept(here, office.assign())
    facts = [of_record(data)[0] for _, data in here.store.read_records()]
    told = [
        fact.act["data"]["count"] for fact in facts if fact.act and fact.act["type"] == "refusals_throttled"
    ]
    assert told == [5]
    office.verified()


def test_days_are_those_of_the_office(office):
    """The day changes at midnight of UTC+08:00, which is four in the afternoon elsewhere."""
    desk = office.open()
    exhaust(office, desk)
    office.clock.tick(14 * 60 * MINUTE - MINUTE)  # a minute before midnight
    assert attempt(desk, office.forbidden()).recorded_as is None
    office.clock.tick(2 * MINUTE)
    assert attempt(desk, office.forbidden()).recorded_as is not None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[[1]]", b"[1,2]", b"\xff", b'{"a": 1}', b'[["a","b",{},"00"]]']
)
def test_a_tally_that_cannot_be_read_stops_nobody(office, content):
    (office.folder / "desk.throttled").write_bytes(content)
    desk = office.open()
    accept(desk, office.assign())
    exhaust_by_one_record = attempt(desk, office.forbidden())
    assert exhaust_by_one_record.recorded_as == BEFORE + 2
    office.verified()


def test_a_tally_that_cannot_be_written_stops_nobody(office):
    (office.folder / "desk.throttled").mkdir()
    desk = office.open()
    exhaust(office, desk)
    assert attempt(desk, office.forbidden()).recorded_as is None
    office.verified()


def test_the_tally_names_no_more_than_it_must(office):
    desk = office.open()
    exhaust(office, desk)
    attempt(desk, office.forbidden())
    rows = json.loads((office.folder / "desk.throttled").read_bytes())
    assert [row[:3] for row in rows] == [[office.clerk.id, "2026-01-05", 1]]
    assert last_act(desk)["type"] == "act_refused"
