"""new: what it makes, what it says, and that a plan which cannot be leaves nothing behind."""

import re

import pytest

from tests.cli.office import AUTHORITY, CLERK, FOUNDERS, HEAD, KEEPER, ORIGIN, REGISTRAR, Office
from tests.cli.shapes import HEX
from tests.cli.typing_in import cheap_keys, run


def test_new_says_what_it_made(shared: Office):
    body = shared.said["new"].json
    assert list(body) == ["ledger", "origin", "size", "founders", "anchor"]
    assert HEX(body["ledger"])
    assert (body["origin"], body["size"]) == (ORIGIN, 3)
    assert [(f["person"], f["post"]) for f in body["founders"]] == list(FOUNDERS.items())
    for founder in body["founders"]:
        assert list(founder) == ["person", "post", "key", "file"]
        assert HEX(founder["key"])
        assert founder["file"].endswith(f"{founder['person']}.key")
    assert shared.said["new"].stderr == ""
    assert body["anchor"].endswith("anchor.txt")
    opened = shared.log("--at", "1")[0]
    assert opened["data"]["authority"] == AUTHORITY
    assert opened["data"]["duties"] == {
        "confirming": [HEAD],
        "custodian": [KEEPER],
        "office": [CLERK, REGISTRAR],
        "oversight": [HEAD],
        "registrar": [REGISTRAR],
    }
    assert opened["data"]["recovery"]["k"] == 2
    assert len(opened["data"]["recovery"]["keys"]) == 3
    anchor = shared.anchor.read_text("utf-8").splitlines()
    assert anchor[0] == f"#ledger {body['ledger']}"
    assert [line.split()[1] for line in anchor if line.startswith("witness ")] == ["oversight", "archive"]


def test_what_new_hands_out_is_for_its_owner_alone(shared: Office):
    for person in FOUNDERS:
        for path in (shared.key(person), shared.root / "keys" / f"recovery-{person}.txt"):
            assert path.stat().st_mode & 0o077 == 0
    assert (shared.ledger / "desk.keys").stat().st_mode & 0o077 == 0


def test_new_needs_but_one_command(tmp_path):
    with cheap_keys():
        said = run(
            "new",
            tmp_path / "l",
            "--authority",
            AUTHORITY,
            "--origin",
            ORIGIN,
            "--keys",
            tmp_path / "k",
            "--json",
        )
    body = said.json
    assert (said.code, body["size"]) == (0, 2)
    assert [f["post"] for f in body["founders"]] == [REGISTRAR, HEAD]
    assert all(re.fullmatch("[a-z0-9]{4,26}", f["person"]) for f in body["founders"])
    found = run(
        "verify", tmp_path / "l", "--anchor", tmp_path / "l" / "anchor.txt", "--accept-undecided", "--json"
    )
    assert found.code == 0
    assert found.json["verdicts"]["completeness"] == "undecided"  # nobody witnesses


@pytest.mark.parametrize(
    ("options", "code", "exit_code"),
    [
        (("--witness-due", "²d"), "plan_unreadable", 2),
        (("--witness-due", ""), "plan_unreadable", 2),
        (("--witness-due", "d"), "plan_unreadable", 2),
        (("--tolerance", "9" * 30 + "s"), "plan_unreadable", 2),
        (("--tolerance", "5h"), "not_an_act", 3),
        (("--founder", "a1b2"), "founder_unreadable", 2),
        (("--founder", "a1b2:x/y"), "founding_wrong", 1),
        (("--founder", "a1b2:x/y", "--founder", "a1b2:z"), "founding_wrong", 1),
        (("--founder", "../../x:y", "--founder", "a1b2:z"), "not_an_act", 3),
        (("--founder", "a1b2:空格", "--founder", "c3d4:z"), "not_an_act", 3),
        (("--duty", "nosuch=x"), "plan_unreadable", 2),
        (("--duty", "office="), "not_an_act", 3),
        (("--duty", "confirming=office/registrar"), "founding_wrong", 1),
        (("--recovery", "0"), "founding_wrong", 1),
        (("--recovery", "3"), "founding_wrong", 1),
        (("--recovery", "9" * 40), "not_canonical", 3),
        (("--witness", "甲"), "plan_unreadable", 2),
        (("--witness", "a=b"), "bad_vkey", 3),
        (("--quorum", "2"), "plan_unreadable", 2),
        (("--origin", "Upper.example/x"), "founding_wrong", 1),
        (("--origin", ""), "bad_vkey", 3),
        (("--authority", " "), "plan_unreadable", 2),
        (("--authority", "甲\u202e乙"), "text_not_clean", 3),
        (("--authority", "甲\udcff乙"), "not_canonical", 3),
        (("--kind", "real"), "usage", 2),
        (("--recovery", "二"), "usage", 2),
    ],
)
def test_a_plan_that_cannot_be_leaves_nothing(tmp_path, options, code, exit_code):
    with cheap_keys():
        said = run(
            "new", tmp_path / "l", "--authority", AUTHORITY, "--origin", ORIGIN, "--keys", tmp_path / "k",
            *options, "--json",
        )  # fmt: skip
    assert (said.error["code"], said.code) == (code, exit_code)
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert left == []


def test_new_never_overwrites(office: Office):
    before = office.state()
    more = ("--authority", AUTHORITY, "--origin", ORIGIN, "--keys", office.root / "keys2")
    said = office.run("new", *more)
    assert (said.error["code"], said.code) == ("ledger_exists", 2)
    assert office.state() == before
