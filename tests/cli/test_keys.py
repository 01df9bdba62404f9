"""key and post: keys are made, listed, confirmed, revoked; posts given and taken; each officer has a password."""

from tests.cli.office import CLERK, HEAD, Office
from tests.cli.shapes import ACCEPTED, HEX, is_accepted, is_refused
from tests.cli.typing_in import cheap_keys, run


def test_key_new_says_each_step(shared: Office):
    body = shared.said["key new li4d"].json
    assert list(body) == ["person", "post", "key", "file", "steps"]
    assert (body["person"], body["post"]) == ("li4d", CLERK)
    assert HEX(body["key"])
    assert [step["type"] for step in body["steps"]] == ["key_enrolled", "key_confirmed", "post_assigned"]
    assert [list(step) for step in body["steps"]] == [["type", *ACCEPTED]] * 3
    assert [step["position"] for step in body["steps"]] == [4, 5, 6]


def test_key_list(shared: Office):
    said = shared.run("key list")
    rows = {(row["person"], row["use"]): row for row in said.json["keys"]}
    assert said.code == 0
    for row in rows.values():
        assert list(row) == [
            "key", "person", "alg", "use", "state", "enrolled", "confirmed", "revoked", "doubtful_from", "posts",
        ]  # fmt: skip
    assert rows["li4d", "act"]["posts"] == [CLERK]
    assert (rows["li4d", "act"]["enrolled"], rows["li4d", "act"]["state"]) == (4, "confirmed")
    assert ("machine", "machine") in rows
    assert len(rows) == 3 + 3 + 1 + 2


def test_a_key_is_enrolled_first_and_confirmed_later(office: Office):
    with cheap_keys():
        said = office.run(
            "key new", "--person", "wu6f", "--by", office.key("zhao1a"), "-o", office.key("wu6f")
        )
    body = said.json
    assert (said.code, body["post"], len(body["steps"])) == (0, None, 1)
    state = {row["key"]: row["state"] for row in office.run("key list").json["keys"]}
    assert state[body["key"]] == "unconfirmed"
    own = office.run("key confirm", body["key"], "--by", office.key("zhao1a"))
    assert is_refused(own)["breaches"][0]["code"] == "post_not_entitled"
    is_accepted(office.run("key confirm", body["key"], "--by", office.key("qian2b")))
    is_accepted(
        office.run("post assign", "--person", "wu6f", "--post", "office/helper", "--by", office.key("zhao1a"))
    )
    is_accepted(
        office.run(
            "post end",
            "--person",
            "wu6f",
            "--post",
            "office/helper",
            "--reason",
            "moved",
            "--by",
            office.key("zhao1a"),
        )
    )
    is_accepted(office.run("key revoke", body["key"], "--reason", "lost", "--by", office.key("zhao1a")))
    row = next(row for row in office.run("key list").json["keys"] if row["key"] == body["key"])
    assert (row["state"], row["posts"], row["doubtful_from"]) == ("revoked", [], None)


def test_a_revoked_key_leaves_doubts_that_verify_tells(office: Office):
    stolen = office.said["key new li4d"].json["key"]
    said = office.run(
        "key revoke", stolen, "--reason", "stolen", "--doubtful-from", "10", "--by", office.key("qian2b")
    )
    is_accepted(said)
    assert "立即导出检查点" in said.stderr
    office.publish()
    found = office.verify()
    assert found.code == 1
    assert found.json["verdicts"]["authenticity"] == "undecided"
    assert {f["code"] for f in found.json["failures"]} == {"key_doubtful"}
    late = office.submit("li4d", office.paper())
    assert is_refused(late)["breaches"][0]["code"] == "key_revoked"


def test_a_guarded_post_wants_the_confirming_officer(office: Office):
    before = office.state()
    with cheap_keys():
        said = office.run(
            "key new",
            "--person",
            "wu6f",
            "--post",
            HEAD,
            "--by",
            office.key("zhao1a"),
            "-o",
            office.key("wu6f"),
        )
    assert (said.error["code"], said.code) == ("confirmer_needed", 2)
    assert office.state() == before
    assert not office.key("wu6f").exists()


def test_officers_have_passwords_of_their_own(office: Office, tmp_path):
    theirs = tmp_path / "口令.txt"
    theirs.write_bytes("确认人自己的口令\r\n".encode())
    changed = run("key", "password", office.key("qian2b"), "--new-password-file", theirs, "--json")
    assert changed.code == 0
    assert changed.json == {
        "person": "qian2b",
        "key": office.said["new"].json["founders"][1]["key"],
        "file": str(office.key("qian2b")),
    }
    officers = ("--by", office.key("zhao1a"), "--confirm", office.key("qian2b"))
    person = ("--person", "wu6f", "-o", office.key("wu6f"))
    before = office.state()
    said = office.run("key new", *person, *officers)
    assert (said.error["code"], said.code) == ("password_wrong", 4)
    assert office.state() == before
    assert not office.key("wu6f").exists()
    with cheap_keys():
        said = office.run("key new", *person, *officers, "--confirm-password-file", theirs)
    assert said.code == 0
    assert (
        office.submit("qian2b", office.paper(), "--password-file", theirs).code == 1
    )  # refused, not unreadable


def test_a_new_password_is_never_taken_from_the_old_ones_variable(office: Office):
    before = office.key("qian2b").read_bytes()
    said = run("key", "password", office.key("qian2b"), "--json")
    assert (said.error["code"], said.code) == ("password_missing", 4)
    assert office.key("qian2b").read_bytes() == before
