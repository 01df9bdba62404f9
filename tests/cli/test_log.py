"""log: what readers are shown, which trace it leaves, and that reading writes nothing."""

import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.cli.office import CLERK, SECRET_FILE, SECRET_NUMBER, SIZE, Office
from tests.cli.shapes import HEX, INSTANT, ROW
from tests.cli.typing_in import run


def test_log_lists_every_record(shared: Office):
    said = shared.run("log")
    assert said.code == 0
    assert said.stderr == ""
    assert list(said.json) == ["size", "records"]
    assert said.json["size"] == SIZE
    rows = said.json["records"]
    assert [row["position"] for row in rows] == list(range(1, SIZE + 1))
    for row in rows:
        assert list(row) == ROW
        assert INSTANT(row["recorded_at"])
        assert HEX(row["act"])
        assert row["mode"] == "own"
        assert row["for"] is None
        assert (row["refused"] is None) == (row["attempt"] is None) == (row["type"] != "act_refused")
        for shown in row["commitments"].values():
            assert list(shown) == ["committed", "value", "state"]
            assert HEX(shown["committed"])
            assert (shown["value"], shown["state"]) == (None, "closed")
    clerk = next(row for row in rows if row["type"] == "document_registered")
    assert (clerk["by"], clerk["as"]) == ("li4d", CLERK)
    shared.nothing_leaked(said)


def test_log_for_people_has_a_line_a_record_and_no_secret(shared: Office):
    said = run("log", shared.ledger)
    lines = [line for line in said.out.splitlines() if not line.startswith("        ")]
    assert len(lines) == SIZE
    assert "登记来文 document_registered  li4d（office/clerk）" in said.out
    assert "zhou5e 以所称" in said.out
    shared.nothing_leaked(said)


@pytest.mark.parametrize(
    ("filters", "positions"),
    [
        (("--type", "key_enrolled"), [4, 7]),
        (("--type", "nosuch"), []),
        (("--case", "person:li4d"), [4, 5, 6]),
        (("--case", "person:zhou5e"), [7, 8, 9, 12]),
        (("--case", "person:zhou5e", "--type", "act_refused"), [12]),
        (("--case", "person:nosuch"), []),
        (("--at", "2"), [1, 2]),
        (("--at", "0"), []),
        (("--at", "9" * 30), list(range(1, SIZE + 1))),
        (("--at", "2001-01-01"), []),
        (("--at", "9999-12-31"), list(range(1, SIZE + 1))),
        (("--at", "2001-01-01T00:00:00Z"), []),
        (("--at", "2200-01-01T00:00:00-08:00"), list(range(1, SIZE + 1))),
        (("--at", "0001-01-01T00:00:00+14:00"), []),
    ],
)
def test_log_filters(shared: Office, filters, positions):
    assert [row["position"] for row in shared.log(*filters)] == positions


def test_log_at_a_moment_and_at_the_days_end(shared: Office):
    rows = shared.log()
    moment = rows[6]["recorded_at"]
    found = shared.log("--at", moment)
    assert found[-1]["position"] >= 7
    assert all(row["recorded_at"] <= moment for row in found)
    utc = datetime.fromisoformat(moment).astimezone(UTC).isoformat().replace("+00:00", "Z")
    assert shared.log("--at", utc) == found
    just_before = (datetime.fromisoformat(rows[0]["recorded_at"]) - timedelta(microseconds=1)).isoformat()
    assert shared.log("--at", just_before) == []
    first_day, last_day = rows[0]["recorded_at"][:10], rows[-1]["recorded_at"][:10]
    assert len(shared.log("--at", last_day)) == SIZE
    day_before = (datetime.fromisoformat(first_day) - timedelta(days=1)).date()
    assert shared.log("--at", str(day_before)) == []


@pytest.mark.parametrize(
    "when",
    ["", "x", "-1", "²", "2024-13-01", "2024-03-01T09:00", "2024-03-01T09:00:00", "now", "1 2", "9" * 5000],
)
def test_a_moment_that_is_none_is_named(shared: Office, when):
    said = shared.run("log", "--at", when)
    if when.startswith("9"):
        assert said.code == 0
        return
    assert (said.error["code"], said.code) == ("when_unreadable", 2)
    assert "2024-03-01" in said.error["hint"]


def test_a_refused_acts_own_cases_count(office: Office):
    act = office.paper(cases=["cycle:2026a", "application:k3k3"])
    assert office.submit("zhou5e", act).code == 1
    (row,) = office.log("--case", "application:k3k3")
    assert row["type"] == "act_refused"
    assert row["cases"] == ["person:zhou5e"]


def test_reading_writes_nothing(office: Office):
    before = office.state()
    for command in (
        ("log",),
        ("log", "--case", "person:li4d"),
        ("key list",),
        ("verify", "--anchor", office.anchor),
        ("prove consistency", "3", "7"),
    ):
        assert office.run(*command).code == 0
    assert office.state() == before


def test_a_reader_leaves_a_trace_once_a_quarter_hour(office: Office):
    def look() -> list[dict[str, Any]]:
        said = office.run("log", "--key", office.key("sun3c"), "--purpose", "inspection")
        assert said.code == 0, said
        return list(said.json["records"])

    def reads() -> list[dict[str, Any]]:
        return [row for row in office.log("--type", "vault_read") if row["data"]["reader"] == "sun3c"]

    quarter = time.time() // 900
    rows = look()
    shown = next(row for row in rows if row["type"] == "document_registered")["commitments"]
    assert shown["number"]["value"] == SECRET_NUMBER
    assert shown["number"]["state"] == "present"
    assert shown["file"]["value"][:2] == ["file", "application/pdf"]
    traces = reads()
    assert len(traces) == 1
    assert traces[0]["data"]["purpose"] == "inspection"
    assert set(traces[0]["data"]["fields"]) == {"file", "number"}
    assert (traces[0]["by"], traces[0]["as"]) == ("machine", None)
    look()
    # Where a quarter-hour ended between the two, a second trace is right.
    assert len(reads()) == 1 + (time.time() // 900 != quarter)
    assert SECRET_FILE not in str(rows)  # of a file only its digest is kept


def test_a_reader_without_a_post_is_shown_nothing(office: Office):
    before = office.state()
    said = office.run("log", "--key", office.key("zhou5e"))
    assert (said.error["code"], said.code) == ("read_not_allowed", 1)
    office.nothing_leaked(said)
    assert office.state() == before


@pytest.mark.parametrize("purpose", ["", "X Y", "查阅", "a" * 5000 + " "])
def test_a_purpose_is_a_code(office: Office, purpose):
    before = office.state()
    said = office.run("log", "--key", office.key("sun3c"), "--purpose", purpose)
    assert (said.error["code"], said.code) == ("form_invalid", 2)
    assert "purpose" in said.error["message"]
    assert office.state() == before
