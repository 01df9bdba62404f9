"""What a ledger shows: its records as they stand, its keys as they count now."""

import json

import pytest

from ledger.desk.machine import Machine
from ledger.rules.breach import BreachFound
from ledger.sealing.record import pack
from ledger.store import MemoryStore
from ledger.views import keys, log
from tests.desk.office import CLERK, accept, digest
from tests.desk.test_accept import BEFORE


@pytest.fixture
def desk(office):
    desk = office.open()
    office.paper = office.document(cases=["award:abcd"])
    office.wrong = office.forbidden(person="fred01")
    accept(desk, office.paper)
    desk.submit([office.wrong])
    return desk


def rows(desk, **how):
    return list(log.rows(desk.store, **how))


class TestLog:
    def test_a_row(self, office, desk):
        row = rows(desk)[BEFORE]
        shown = {
            name: row[name] for name in ("position", "type", "by", "as", "for", "mode", "at", "act", "cases")
        }
        assert shown == {
            "position": BEFORE + 1,
            "type": "document_registered",
            "by": office.clerk.id,
            "as": CLERK,
            "for": None,
            "mode": "own",
            "at": "2026-01-05T10:00:02+08:00",
            "act": digest(office.paper).hex(),
            "cases": ["award:abcd"],
        }
        assert row["recorded_at"] == "2026-01-05T10:00:02+08:00"
        assert row["data"]["issuer"] == "某区人民政府"
        assert set(row["commitments"]) == {"file", "number"}
        assert row["commitments"]["number"]["value"] is None
        assert row["refused"] is None

    def test_everything_is_json(self, desk):
        shown = rows(desk)
        assert json.loads(json.dumps(shown)) == shown
        assert [row["position"] for row in shown] == list(range(1, BEFORE + 3))
        assert all(log.text(row) for row in shown)

    def test_a_refusal_tells_its_breaches(self, desk):
        row = rows(desk)[-1]
        assert (row["type"], row["by"]) == ("act_refused", "machine")
        (breach,) = row["refused"]
        assert breach["code"] == "post_not_entitled"
        assert breach["regulation"] is None
        assert breach["message"]

    def test_by_type_case_and_position(self, office, desk):
        assert [r["position"] for r in rows(desk, kind="document_registered")] == [BEFORE + 1]
        assert [r["position"] for r in rows(desk, case="award:abcd")] == [BEFORE + 1]
        assert [r["position"] for r in rows(desk, upto=3)] == [1, 2, 3]
        assert rows(desk, case="award:none") == []
        assert rows(desk, kind="nonsense") == []
        # A refusal belongs to the case of its person and to those of the act inside.
        assert rows(desk, case="person:fred01")[-1]["type"] == "act_refused"
        assert rows(desk, case=f"person:{office.clerk.id}")[-1]["type"] == "act_refused"

    def test_a_refusal_with_a_code_of_later_software(self, office, desk):
        """Shown under its code; nothing falls over."""
        machine = Machine(office.registrar.key, desk.ledger, "desk")
        tried = office.forbidden()
        made = machine.refusal(
            office.clock.now, tried.act, tried.sig, office.clerk.id, [BreachFound("quota@24")]
        )
        store = MemoryStore()
        store.append_records([made.record], after=0)
        (row,) = log.rows(store)
        assert [b["code"] for b in row["refused"]] == ["quota@24"]
        assert log.text(row)

    def test_a_record_of_a_type_of_later_software(self, office):
        store = MemoryStore()
        act = office.signed(office.clerk, "weather_noted", {"any": [1, b"x"]})
        store.append_records([pack(1, "d", act.act, act.sig)], after=0)
        (row,) = log.rows(store)
        assert (row["type"], row["data"], row["commitments"]) == ("weather_noted", {"any": [1, "78"]}, {})


class TestKeys:
    def test_each_in_order_of_enrolment(self, office, desk):
        listed = keys.listed(desk.store)
        states = {row["key"]: row["state"] for row in listed}
        assert states[office.clerk.key.key_id.hex()] == "confirmed"
        assert states[office.applicant.key.key_id.hex()] == "unconfirmed"
        assert [row["enrolled"] for row in listed] == sorted(row["enrolled"] for row in listed)
        assert {row["use"] for row in listed} == {"act", "machine", "recovery"}
        clerk = next(row for row in listed if row["person"] == office.clerk.id)
        assert clerk["posts"] == [CLERK]

    def test_after_a_revocation(self, office, desk):
        accept(
            desk, office.revoke(office.clerk, doubtful_from=BEFORE + 1), office.end(office.clerk.id, CLERK)
        )
        row = next(row for row in keys.listed(desk.store) if row["person"] == office.clerk.id)
        assert (row["state"], row["revoked"], row["doubtful_from"], row["posts"]) == (
            "revoked", BEFORE + 3, BEFORE + 1, [],
        )  # fmt: skip
