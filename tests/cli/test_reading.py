"""log, verify, prove: what readers are shown, and that reading writes nothing."""

import base64
import json
import time
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest

from tests.cli.office import CLERK, ORIGIN, SECRET_FILE, SECRET_NUMBER, Office
from tests.cli.test_acting import HEX, INSTANT, is_accepted
from tests.cli.typing_in import run

ROW = [
    "position", "recorded_at", "type", "by", "as", "for", "mode", "at", "act", "cases", "data", "commitments",
    "refused", "attempt",
]  # fmt: skip
REPORT = [
    "ledger", "origin", "size", "root", "anchor", "engine", "verdicts", "rules_judged", "first_bad",
    "last_good_checkpoint", "failures", "commitments", "modes", "refused",
]  # fmt: skip
VERDICTS = ["integrity", "authenticity", "completeness", "time", "authority"]
SIZE = 12


# ---- log ----


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


# ---- verify ----


def test_verify_holds(shared: Office):
    said = shared.verify()
    assert said.code == 0
    body = said.json
    assert list(body)[: len(REPORT)] == REPORT
    assert body["ledger"] == shared.said["new"].json["ledger"]
    assert (body["origin"], body["size"], body["anchor"]) == (ORIGIN, SIZE, "given")
    assert list(body["verdicts"]) == VERDICTS
    assert set(body["verdicts"].values()) == {"holds"}
    assert body["rules_judged"] is False
    assert (body["first_bad"], body["failures"], body["refused"]) == (None, [], 1)
    assert body["last_good_checkpoint"] == {"size": SIZE, "root": body["root"], "published": True}
    assert list(body["commitments"]) == ["present", "erased", "withheld", "missing", "wrong"]
    assert body["commitments"]["present"] == 4
    assert body["modes"] == {"own": SIZE, "mandate": 0, "transcribed": 0}
    text = run("verify", shared.ledger, "--anchor", shared.anchor)
    assert text.out.count("：成立") == 5
    shared.nothing_leaked(said, text)


def test_verify_without_an_anchor_is_undecided(shared: Office):
    said = shared.run("verify")
    assert said.code == 1
    assert said.json["anchor"] == "none"
    verdicts = said.json["verdicts"]
    assert [verdicts[name] for name in VERDICTS] == ["holds", "undecided", "undecided", "undecided", "holds"]
    assert shared.run("verify", "--accept-undecided").code == 0
    assert {failure["code"] for failure in said.json["failures"]} == {"no_anchor"}
    for failure in said.json["failures"]:
        assert list(failure) == ["verdict", "effect", "code", "position", "message"]


def test_verify_fails_where_a_record_was_changed(office: Office):
    spoil(office, 10)
    said = office.verify()
    assert said.code == 1
    assert said.json["first_bad"] is not None
    assert said.json["verdicts"]["integrity"] == "fails"
    assert office.verify("--accept-undecided").code == 1
    assert office.run("verify", "--accept-undecided").code == 1


def test_verify_against_what_was_kept_elsewhere(office: Office):
    note = office.root / "留存.txt"
    note.write_text(office.said["import"].json["note"], "utf-8", newline="\n")
    size, root = office.said["import"].json["size"], office.said["import"].json["root"]
    for kept in (("--checkpoint", note), ("--root", f"{size}:{root}"), ("--root", f"{size}：{root.upper()}")):
        assert office.verify(*kept).code == 0
    wrong = office.verify("--root", f"{size}:{'0' * 64}")
    assert wrong.code == 1
    assert {f["code"] for f in wrong.json["failures"]} == {"root_differs"}
    beyond = office.verify("--root", f"{size + 3}:{root}")
    assert {f["code"] for f in beyond.json["failures"]} == {"tail_missing"}


def test_verify_as_of_a_later_day_is_stale(shared: Office):
    later = (datetime.now(UTC) + timedelta(days=30)).isoformat()
    said = shared.verify("--as-of", later)
    assert said.code == 1
    assert {f["code"] for f in said.json["failures"]} == {"stale"}


def test_verify_goes_on_from_a_saved_state(office: Office):
    saved = office.root / "核验存档"
    assert office.verify("--save", saved).code == 0
    is_accepted(office.submit("li4d", office.paper()))
    office.publish()
    said = office.verify("--since", saved, "--jobs", "1")
    assert said.code == 0
    assert said.json["since"] == SIZE
    assert said.json["size"] == SIZE + 1
    assert said.json["root"] == office.verify().json["root"]


def test_a_saved_state_replaces_nothing_but_its_like(office: Office):
    """A slip of the fingers must not cost the ledger."""
    before = office.state()
    for name in ("ledger.sqlite", "vault.sqlite", "desk.keys", "anchor.txt", "checkpoint.newest"):
        said = office.verify("--save", office.ledger / name)
        assert (said.error["code"], said.code) == ("file_exists", 2)
    assert office.state() == before
    saved = office.root / "state"
    assert office.verify("--save", saved).code == 0
    assert office.verify("--save", saved, "--since", saved).code == 0
    for other in (office.anchor, "/dev/zero"):
        said = office.run("verify", "--since", other)
        assert (said.error["code"], said.code) == ("state_unreadable", 3)


@pytest.mark.parametrize(
    ("options", "code", "exit_code"),
    [
        (("--anchor", "nosuch.txt"), "file_unreadable", 3),
        (("--checkpoint", "nosuch.txt"), "file_unreadable", 3),
        (("--root", "12"), "root_unreadable", 2),
        (("--root", "12:xy"), "root_unreadable", 2),
        (("--as-of", "yesterday"), "when_unreadable", 2),
        (("--as-of", ""), "when_unreadable", 2),
        (("--jobs", "0"), "jobs_wrong", 2),
        (("--jobs", "many"), "usage", 2),
        (("--since", "nosuch"), "file_unreadable", 3),
        (("--save", "nosuch/state"), "file_unwritable", 4),
    ],
)
def test_verify_names_what_it_cannot_use(shared: Office, options, code, exit_code):
    said = shared.run("verify", *options)
    assert (said.error["code"], said.code) == (code, exit_code)


def test_several_anchors(shared: Office, tmp_path):
    assert shared.verify("--anchor", shared.ledger / "anchor.txt").code == 0
    other = tmp_path / "other.txt"
    other.write_text(
        shared.anchor.read_text("utf-8").replace(shared.said["new"].json["ledger"], "ab" * 32),
        "utf-8",
        newline="\n",
    )
    said = shared.verify("--anchor", other)
    assert said.code == 1
    assert "other_ledger" in {f["code"] for f in said.json["failures"]}


# ---- prove ----


def test_a_receipt_under_a_published_checkpoint(shared: Office, tmp_path):
    kept = tmp_path / "回执.txt"
    said = shared.run("prove record", "10", "-o", kept)
    assert said.code == 0
    assert list(said.json) == ["position", "receipt"]
    assert kept.read_text("utf-8") == said.json["receipt"]
    checked = run("prove", "check", kept, "--anchor", shared.anchor, "--json")
    assert checked.code == 0
    assert checked.json == {
        "position": 10,
        "size": SIZE,
        "root": shared.said["import"].json["root"],
        "act": shared.said["document add"].json["act"],
        "published": True,
    }
    assert run("prove", "record", shared.ledger, "10").out == said.json["receipt"]
    assert "已公布" in run("prove", "check", kept, "--anchor", shared.anchor).out


def test_a_receipt_that_nobody_witnessed_yet(office: Office):
    kept = office.root / "回执.txt"
    body = is_accepted(office.submit("li4d", office.paper(), "--receipt", kept))
    for _ in range(2):
        checked = run("prove", "check", kept, "--anchor", office.anchor, "--json")
        assert checked.code == 0
        assert (checked.json["act"], checked.json["published"]) == (body["act"], False)
        kept.unlink()
        assert office.run("prove record", str(body["position"]), "-o", kept).code == 0
    assert "不构成证明" in run("prove", "check", kept, "--anchor", office.anchor).out


def test_a_receipt_that_was_changed(shared: Office, tmp_path):
    receipt = shared.run("prove record", "10").json["receipt"]
    for old, new, code in (
        ("index 9", "index 8", "receipt_wrong"),
        ("extra l", "extra m", "receipt_wrong"),
        ("tlog-proof@v1", "tlog-proof@v2", "receipt_unreadable"),
        (f"\n{SIZE}\n", f"\n{SIZE + 1}\n", "bad_checkpoint"),
    ):
        assert old in receipt
        changed = tmp_path / "changed"
        changed.write_text(receipt.replace(old, new), "utf-8", newline="\n")
        said = run("prove", "check", changed, "--anchor", shared.anchor, "--json")
        assert said.error["code"] == code
        assert said.code == (1 if code == "receipt_wrong" else 3)


@pytest.mark.parametrize("position", ["0", "13", "9" * 30])
def test_a_record_that_is_not_there(shared: Office, position):
    said = shared.run("prove record", position)
    assert (said.error["code"], said.code) == ("store_no_record", 3)
    assert run("prove", "record", "--json", "--", shared.ledger, "-1").error["code"] == "store_no_record"


def test_an_act_leaves_as_a_dsse_envelope(shared: Office, tmp_path):
    kept = tmp_path / "信封.json"
    said = shared.run("prove dsse", "10", "-o", kept)
    assert said.code == 0
    assert list(said.json) == ["position", "envelope"]
    assert json.loads(kept.read_bytes()) == said.json["envelope"]
    assert sorted(said.json["envelope"]) == ["payload", "payloadType", "signatures"]
    act = base64.b64decode(said.json["envelope"]["payload"])
    assert sha256(act).hexdigest() == shared.said["document add"].json["act"]
    shared.nothing_leaked(said)
    for position in ("0", "13"):
        wrong = shared.run("prove dsse", position)
        assert (wrong.error["code"], wrong.code) == ("store_no_record", 3)


def test_consistency_of_two_sizes(shared: Office):
    from ledger.sealing.proofs import verify_consistency

    said = shared.run("prove consistency", "5", str(SIZE))
    assert said.code == 0
    body = said.json
    assert list(body) == ["old", "new", "proof"]
    assert (body["old"]["size"], body["new"]["size"]) == (5, SIZE)
    proof = [bytes.fromhex(each) for each in body["proof"]]
    old_root, new_root = (bytes.fromhex(body[name]["root"]) for name in ("old", "new"))
    assert verify_consistency(5, SIZE, old_root, new_root, proof)
    assert body["new"]["root"] == shared.said["import"].json["root"]
    assert shared.run("prove consistency", "5", "5").json["proof"] == []
    for old, new in (("0", "3"), ("4", "3"), ("1", "13")):
        wrong = shared.run("prove consistency", old, new)
        assert (wrong.error["code"], wrong.code) == ("usage", 2)


def spoil(office: Office, position: int) -> None:
    """Change one byte of a record with plain sqlite3."""
    import contextlib
    import sqlite3

    with contextlib.closing(sqlite3.connect(office.ledger / "ledger.sqlite")) as db:
        db.execute("DROP TRIGGER record_no_update")
        (data,) = db.execute("SELECT bytes FROM record WHERE position = ?", (position,)).fetchone()
        changed = bytearray(data)
        changed[-1] ^= 1
        db.execute("UPDATE record SET bytes = ? WHERE position = ?", (bytes(changed), position))
        db.commit()
