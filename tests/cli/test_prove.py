"""prove: receipts, envelopes, consistency, for people who do not hold the ledger."""

import base64
import json
from hashlib import sha256

import pytest

from tests.cli.office import SIZE, Office
from tests.cli.shapes import is_accepted
from tests.cli.typing_in import run


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
