"""verify: five verdicts, what it is given from outside, what it keeps, and its exit codes."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.cli.office import ORIGIN, SIZE, Office
from tests.cli.shapes import REPORT, VERDICTS, is_accepted
from tests.cli.typing_in import run


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
    office.spoil(10)
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
