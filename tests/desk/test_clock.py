"""Time (format §4): records never go back, and clocks that disagree are an error and never a record."""

import pytest

from ledger.errors import LedgerError
from ledger.rules.life.fact import of_record
from tests.desk.office import DAY, HOUR, MINUTE, SECOND, accept
from tests.desk.test_accept import BEFORE


def stamps(desk):
    return [of_record(data)[0].recorded_at for _, data in desk.store.read_records()]


def disagree(desk, office, code):
    size, files = desk.store.head().size, sorted(p.name for p in office.folder.iterdir())
    for unit in ([office.assign()], [office.forbidden()], office.batch([office.document] * 2)):
        for check in (False, True):
            with pytest.raises(LedgerError) as error:
                desk.submit(unit, check=check)
            assert (error.value.code, error.value.exit) == (code, 4)
            assert error.value.facts.keys() == {"own", "head"}
            assert error.value.message
    assert desk.store.head().size == size
    assert sorted(p.name for p in office.folder.iterdir()) == files


def test_the_own_clock_stamps(office):
    desk = office.open()
    for step in (0, 1, SECOND, HOUR):
        office.clock.tick(step)
        assert accept(desk, office.assign())[0].recorded_at == office.clock.now


def test_a_clock_a_little_behind_stamps_what_the_head_says(office):
    desk = office.open()
    head = accept(desk, office.assign())[0].recorded_at
    office.clock.tick(-5 * SECOND)
    assert accept(desk, office.assign())[0].recorded_at == head
    office.clock.tick(3 * SECOND)
    assert desk.submit([office.forbidden()])[0].json()["recorded_as"] is not None
    assert stamps(desk) == sorted(stamps(desk))
    office.verified()


def test_a_clock_more_than_five_seconds_behind(office):
    desk = office.open()
    accept(desk, office.assign())
    office.clock.tick(-5 * SECOND - 1)
    disagree(desk, office, "clock_behind")
    office.clock.tick(1)
    accept(desk, office.assign())


def test_a_clock_more_than_a_day_ahead(office):
    desk = office.open()
    head = accept(desk, office.assign())[0].recorded_at
    office.clock.now = head + DAY + 1
    disagree(desk, office, "clock_ahead")
    office.clock.tick(-1)
    assert accept(desk, office.assign())[0].recorded_at == head + DAY
    office.verified()


def test_an_operator_confirms_a_clock_far_ahead(office):
    office.clock.tick(400 * DAY)
    desk = office.open(confirm_clock=True)
    assert accept(desk, office.assign())[0].recorded_at == office.clock.now
    office.verified()


def test_a_confirmation_holds_for_one_append(office):
    """Whoever leaves a desk open has not confirmed what its clock will say next month."""
    desk = office.open(confirm_clock=True)
    accept(desk, office.assign())
    office.clock.tick(DAY + 1)
    disagree(desk, office, "clock_ahead")


def test_a_check_uses_up_no_confirmation(office):
    office.clock.tick(2 * DAY)
    desk = office.open(confirm_clock=True)
    assert desk.submit([office.assign()], check=True)[0].accepted
    accept(desk, office.assign())


def test_a_confirmation_does_not_make_time_go_back(office):
    desk = office.open(confirm_clock=True)
    office.clock.tick(-MINUTE)
    disagree(desk, office, "clock_behind")


def test_what_was_decided_is_not_answered_by_a_clock_that_disagrees(office):
    """An error leaves everything open; the same may be sent again once the clock is right."""
    desk = office.open()
    done = office.assign()
    first = accept(desk, done)[0]
    office.clock.tick(2 * DAY)
    with pytest.raises(LedgerError, match="clock_ahead"):
        desk.submit([done])
    office.clock.tick(-2 * DAY)
    assert accept(desk, done)[0].position == first.position


def test_another_desk_has_moved_the_head_meanwhile(office):
    """A clock that seems wrong beside the head one knows may be right beside the head there is."""
    here, there = office.open(), office.open(desk="there")
    accept(here, office.assign())
    for _ in range(3):
        office.clock.tick(20 * HOUR)
        accept(there, office.assign())
    accept(here, office.assign())
    assert here.store.head().size == BEFORE + 5
    office.verified()


def test_readings_of_the_vault_are_stamped_alike(office):
    desk = office.open()
    accept(desk, office.document())
    office.clock.tick(2 * DAY)
    with pytest.raises(LedgerError, match="clock_ahead"):
        desk.reveal(office.clerk.id, [{"act": "00" * 32, "cases": [], "commitments": {"number": "00"}}])
    assert desk.store.head().size == BEFORE + 1


def test_opening_and_reading_need_no_clock(office):
    office.clock.tick(-3000 * DAY)
    desk = office.open()
    assert desk.checkpoint().size == BEFORE
    assert desk.receipt(1)
