"""Committed values are shown to few, and every reading stands on the ledger before a value is seen (acts.md)."""

import sqlite3
from contextlib import closing

import pytest

from ledger.errors import LedgerError
from ledger.rules.life.fact import of_record
from ledger.sealing import canon
from ledger.views import log
from tests.desk.office import MINUTE, accept
from tests.desk.test_accept import BEFORE


@pytest.fixture
def desk(office):
    """A desk with two papers and one act without anything to hide."""
    desk = office.open()
    office.papers = accept(desk, office.document(), office.assign(), office.document(cases=["award:abcd"]))
    return desk


def rows(desk, **how):
    return list(log.rows(desk.store, **how))


def readings(desk):
    acts = [of_record(data)[0].act for _, data in desk.store.read_records()]
    return [act["data"] for act in acts if act and act["type"] == "vault_read"]


def test_the_values_and_their_reading(office, desk):
    reveal = desk.reveal(office.clerk.id, rows(desk), purpose="audit")
    first, _, third = office.papers
    assert reveal(first.act, "number") == ("present", "穗市监〔2026〕7号")
    assert reveal(first.act, "file")[1][:3] == ["file", "application/pdf", 1234]
    assert reveal(third.act, "number")[0] == "present"
    assert reveal(first.act, "issuer") == ("missing", None)
    assert reveal(bytes(32), "number") == ("missing", None)
    assert readings(desk) == [
        {"case": "award:abcd", "fields": ["file", "number"], "purpose": "audit", "reader": office.clerk.id},
        {
            "case": "registry:ledger",
            "fields": ["file", "number"],
            "purpose": "audit",
            "reader": office.clerk.id,
        },
    ]
    shown = rows(desk, reveal=reveal)
    assert [r["commitments"]["number"]["state"] for r in shown if r["commitments"]] == ["present"] * 2
    office.verified()


def test_one_record_a_reader_purpose_case_and_quarter_hour(office, desk):
    shown = rows(desk)
    for _ in range(3):
        desk.reveal(office.clerk.id, shown)
    assert len(readings(desk)) == 2
    desk.reveal(office.clerk.id, shown, purpose="other")
    desk.reveal(office.keeper.id, shown)
    assert len(readings(desk)) == 6
    office.clock.tick(15 * MINUTE)
    desk.reveal(office.clerk.id, shown)
    assert len(readings(desk)) == 8
    desk.reveal(office.clerk.id, shown, case="cycle:abcd")
    assert len(readings(desk)) == 9
    office.verified()


def test_more_fields_in_the_same_quarter_are_recorded_too(office, desk):
    one = [
        {**row, "commitments": {"number": row["commitments"]["number"]}}
        for row in rows(desk)
        if row["commitments"]
    ]
    desk.reveal(office.clerk.id, one)
    desk.reveal(office.clerk.id, rows(desk))
    assert [r["fields"] for r in readings(desk)] == [["number"], ["number"], ["file"], ["file"]]


def test_who_may_not_read(office, desk):
    size = desk.store.head().size
    for person in (office.registrar.id, office.applicant.id, "nobody", "machine"):
        with pytest.raises(LedgerError) as error:
            desk.reveal(person, rows(desk))
        assert (error.value.code, error.value.exit) == ("read_not_allowed", 1)
    assert desk.store.head().size == size
    accept(desk, office.end(office.clerk.id, "office/clerk"))
    with pytest.raises(LedgerError, match="read_not_allowed"):
        desk.reveal(office.clerk.id, rows(desk))


def test_by_another_desks_word_as_well(office, desk):
    """A post that another desk took in a moment ago counts, one that was ended does not."""
    there = office.open(desk="there")
    accept(there, office.end(office.clerk.id, "office/clerk"))
    with pytest.raises(LedgerError, match="read_not_allowed"):
        desk.reveal(office.clerk.id, rows(desk))


def test_nothing_to_read_is_no_reading(office, desk):
    reveal = desk.reveal(office.clerk.id, [row for row in rows(desk) if not row["commitments"]])
    assert reveal(office.papers[0].act, "number") == ("missing", None)
    assert readings(desk) == []


def test_a_value_that_is_not_the_one_committed_to_is_not_shown(office, desk):
    first = office.papers[0]
    office.close()
    with closing(sqlite3.connect(office.folder / "vault.sqlite")) as db:
        db.execute(
            "UPDATE item SET value = ? WHERE field = 'number' AND act = ?", (canon.encode("else"), first.act)
        )
        db.execute("UPDATE item SET value = x'c1' WHERE field = 'file' AND act = ?", (first.act,))
        db.commit()
    desk = office.open()
    reveal = desk.reveal(office.clerk.id, rows(desk))
    assert reveal(first.act, "number") == ("wrong", None)
    assert reveal(first.act, "file") == ("wrong", None)
    assert reveal(office.papers[2].act, "number")[0] == "present"


def test_after_the_close(office, desk):
    """No reading can be recorded any more, so no value is shown here."""
    accept(desk, office.signed(office.head, "ledger_closed", {"reason": "done", "successor": None}))
    with pytest.raises(LedgerError) as error:
        desk.reveal(office.clerk.id, rows(desk))
    assert error.value.code == "ledger_closed_already"
    assert desk.store.head().size == BEFORE + 4
