"""new, key, post, document, submit, prepare: what officers hand in, and the exact shape of every answer."""

import base64
import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.office import (
    AUTHORITY,
    CLERK,
    FOUNDERS,
    HEAD,
    KEEPER,
    ORIGIN,
    REGISTRAR,
    SECRET_NUMBER,
    Office,
)
from tests.cli.typing_in import PASSWORD, cheap_keys, run

HEX = re.compile(r"[0-9a-f]{64}").fullmatch
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00").fullmatch
BREACH = [
    "code", "rule", "regulation", "article", "item", "source", "strength", "facts", "positions", "accepts", "message",
]  # fmt: skip
ACCEPTED = ["outcome", "act", "position", "recorded_at", "root", "size", "receipt", "remarks"]
REFUSED = ["outcome", "class", "act", "recorded_as", "breaches"]


def is_accepted(said):
    assert said.code == 0, said
    body = said.json
    assert list(body) == ACCEPTED
    assert body["outcome"] == "accepted"
    assert HEX(body["act"])
    assert HEX(body["root"])
    assert INSTANT(body["recorded_at"])
    assert type(body["position"]) is type(body["size"]) is int
    assert body["position"] <= body["size"]
    assert body["receipt"].startswith("c2sp.org/tlog-proof@v1\nextra ")
    assert body["remarks"] == []
    return body


def is_refused(said, *, outcome="refused"):
    assert said.code == 1, said
    body = said.json
    assert list(body) == REFUSED
    assert body["outcome"] == outcome
    assert HEX(body["act"])
    assert body["breaches"]
    for breach in body["breaches"]:
        assert list(breach) == BREACH
        assert breach["rule"] is breach["regulation"] is breach["article"] is breach["item"] is None
        assert all(type(k) is type(v) is str for k, v in breach["facts"].items())
        assert re.search("[\u4e00-\u9fff]", breach["message"])
    return body


# ---- new ----


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


# ---- keys and posts ----


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


# ---- documents and acts ----


def test_document_add(shared: Office):
    said = shared.said["document add"]
    assert said.code == 0
    assert list(said.json) == ["act", "file", "position"]
    row = shared.log("--at", "10")[-1]
    assert (row["position"], row["act"]) == (said.json["position"], said.json["act"])
    assert row["at"] == "2026-03-09T10:20"
    assert row["data"]["how"] == "post"
    assert row["data"]["issuer"] == "市财政局"
    assert set(row["commitments"]) == {"file", "number"}
    shared.nothing_leaked(said)


def test_an_act_rests_on_a_document(shared: Office):
    body = is_accepted(shared.said["accepted"])
    row = shared.log("--at", str(body["position"]))[-1]
    assert row["act"] == body["act"]
    shared.nothing_leaked(shared.said["accepted"])


def test_a_document_that_is_not_there_is_no_basis(office: Office):
    said = office.submit("li4d", office.paper(basis=["ab" * 32]))
    body = is_refused(said)
    assert (body["class"], body["breaches"][0]["code"]) == ("not_yet", "dangling_reference")
    assert body["recorded_as"] == office.size()


def test_a_refusal_is_recorded_and_says_why(shared: Office):
    said = shared.said["refused"]
    body = is_refused(said)
    assert body["class"] == "not_allowed"
    (breach,) = body["breaches"]
    assert breach["code"] == "post_not_entitled"
    assert breach["facts"] == {"by": "zhou5e", "type": "document_registered"}
    assert "登记来文" in breach["message"]
    assert breach["accepts"]
    row = shared.log("--at", str(body["recorded_as"]))[-1]
    assert row["type"] == "act_refused"
    assert row["refused"] == body["breaches"]
    assert row["attempt"] == {"act": body["act"], "by": "zhou5e", "type": "document_registered"}
    shared.nothing_leaked(said)


def test_check_stores_nothing(office: Office):
    before = office.state()
    said = office.submit("li4d", office.paper(), "--check")
    assert said.code == 0
    assert list(said.json) == ["outcome", "act", "remarks"]
    assert said.json["outcome"] == "would_accept"
    body = is_refused(office.submit("zhou5e", office.paper(), "--check"), outcome="would_refuse")
    assert body["recorded_as"] is None
    assert office.state() == before


def test_the_same_act_again_gets_the_same_answer(office: Office):
    act = office.paper(id="0f" * 16, signed="2026-03-09T09:00:00+08:00", late="offline")
    first, again = office.submit("li4d", act), office.submit("li4d", act)
    # The client draws fresh salts, so what it makes of one form twice is two acts with one id.
    is_accepted(first)
    assert is_refused(again)["breaches"][0]["code"] == "replayed_id"


def test_an_act_may_come_from_stdin(office: Office):
    form = office.paper().read_bytes()
    said = office.run("submit", "-", "--key", office.key("li4d"), stdin=form)
    is_accepted(said)
    with_mark = office.run("submit", "-", "--key", office.key("li4d"), stdin=b"\xef\xbb\xbf" + form)
    is_accepted(with_mark)


def test_a_receipt_is_kept_beside(office: Office):
    kept = office.root / "回执.txt"
    body = is_accepted(office.submit("li4d", office.paper(), "--receipt", kept))
    assert kept.read_text("utf-8") == body["receipt"]
    size = office.size()
    again = office.submit("li4d", office.paper(), "--receipt", kept)
    assert (again.error["code"], again.code) == ("file_exists", 2)
    nowhere = office.submit("li4d", office.paper(), "--receipt", office.root / "没有" / "回执.txt")
    assert (nowhere.error["code"], nowhere.code) == ("file_unwritable", 4)
    assert office.size() == size
    refused = office.submit("zhou5e", office.paper(), "--receipt", office.root / "r2")
    assert refused.code == 1
    assert not (office.root / "r2").exists()


@pytest.mark.parametrize("given", [(), ("--request", "x"), ("--signature", "x"), ("--key", "k")])
def test_submit_wants_one_of_two_ways(shared: Office, given):
    act = () if given else ("a.json",)
    said = shared.run("submit", *act, *given)
    assert (said.error["code"], said.code) == ("usage", 2)
    assert "--request" in said.error["message"]


def test_both_ways_at_once_are_no_way(shared: Office):
    said = shared.submit("li4d", shared.paper(), "--request", "x", "--signature", "y")
    assert (said.error["code"], said.code) == ("usage", 2)


# ---- signing elsewhere ----


@pytest.mark.openssl
@pytest.mark.parametrize("alg", ["p256-sha256", "ed25519"])
def test_openssl_signs_what_prepare_made(office: Office, tmp_path, alg):
    pem, public, message, signature = (tmp_path / name for name in ("k.pem", "k.pub", "m.bin", "m.sig"))
    make = (
        ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]
        if alg == "p256-sha256"
        else ["-algorithm", "ed25519"]
    )
    openssl("genpkey", *make, "-out", pem)
    openssl("pkey", "-in", pem, "-pubout", "-out", public)
    _enrol_foreign(office, alg, pem, public)

    request = tmp_path / "待签.json"
    said = office.run(
        "prepare", office.paper(), "--person", "wu6f", "--post", CLERK, "--public", public, "-o", request
    )
    assert said.code == 0, said
    assert list(said.json) == ["act", "request"]
    assert request.stat().st_mode & 0o077 == 0  # it holds the values behind commitments
    prepared = json.loads(request.read_bytes())
    assert any(SECRET_NUMBER in line for line in prepared["lines"])
    message.write_bytes(base64.b64decode(prepared["to_sign"]))
    _sign(alg, pem, message, signature)
    checked = office.run("submit", "--request", request, "--signature", signature, "--check", password=None)
    assert checked.json["outcome"] == "would_accept"
    body = is_accepted(office.run("submit", "--request", request, "--signature", signature, password=None))
    assert body["act"] == said.json["act"]
    assert (
        office.run("submit", "--request", request, "--signature", signature).json["position"]
        == body["position"]
    )

    signature.write_bytes(b"x" * 64)
    wrong = office.run("submit", "--request", request, "--signature", signature)
    assert (wrong.error["code"], wrong.code) == ("signature_wrong", 2)
    request_text = request.read_text("utf-8").replace(
        SECRET_NUMBER.encode().hex(), "00" * len(SECRET_NUMBER.encode())
    )
    damaged = tmp_path / "damaged.json"
    damaged.write_text(request_text, "utf-8")
    wrong = office.run("submit", "--request", damaged, "--signature", signature)
    assert (wrong.error["code"], wrong.code) == ("request_damaged", 3)


def openssl(*arguments: object) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


def _sign(alg: str, pem: Path, message: Path, signature: Path) -> None:
    if alg == "p256-sha256":
        openssl("dgst", "-sha256", "-sign", pem, "-out", signature, message)
    else:
        openssl("pkeyutl", "-sign", "-rawin", "-inkey", pem, "-in", message, "-out", signature)


def _enrol_foreign(office: Office, alg: str, pem: Path, public: Path) -> None:
    """A key that this software never held: its owner's proof is signed by openssl too."""
    message, proof = public.with_name("持有证明"), public.with_name("持有证明.sig")
    who = ("--person", "wu6f", "--public", public)
    said = office.run("key proof", *who, "-o", message)
    assert (said.code, said.json) == (0, {"person": "wu6f", "to_sign": str(message)})
    officers = ("--by", office.key("zhao1a"), "--confirm", office.key("qian2b"))
    enrol = ("key enrol", *who, "--post", CLERK, "--proof", proof, *officers)
    proof.write_bytes(b"\0" * 64)
    wrong = office.run(*enrol)
    assert (wrong.error["code"], wrong.code) == ("signature_wrong", 2)
    _sign(alg, pem, message, proof)
    made = office.run(*enrol)
    assert made.code == 0, made
    assert list(made.json) == ["person", "post", "key", "file", "steps"]
    assert made.json["file"] is None
    assert [step["type"] for step in made.json["steps"]] == ["key_enrolled", "key_confirmed", "post_assigned"]


def test_prepare_wants_a_key_that_can_sign(shared: Office, tmp_path):
    public = tmp_path / "k.pub"
    public.write_text("not a key")
    said = shared.run(
        "prepare", shared.paper(), "--person", "wu6f", "--public", public, "-o", tmp_path / "request"
    )
    assert (said.error["code"], said.code) == ("bad_key", 3)
    assert not (tmp_path / "request").exists()


def test_no_password_is_asked_for_where_nobody_sits(office: Office):
    before = office.state()
    said = office.submit("li4d", office.paper(), password=None)
    assert (said.error["code"], said.code) == ("password_missing", 4)
    assert PASSWORD not in said.stderr
    assert office.state() == before
