"""document, submit: what officers hand in, and the exact shape of every answer."""

from pathlib import Path

import pytest

from ledger.cli import inputs
from ledger.errors import LedgerError
from tests.cli.office import Office
from tests.cli.shapes import is_accepted, is_refused
from tests.cli.typing_in import PASSWORD, run


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


def test_a_receipt_that_could_not_be_kept_undoes_nothing(office: Office, monkeypatch):
    """The disk fills up between the check and the writing: the act stands, and says how to get its receipt."""

    def full(path: Path, data: bytes, **how: object) -> None:
        raise LedgerError("file_unwritable", path=str(path), detail="No space left on device")

    monkeypatch.setattr(inputs, "new_file", full)
    said = office.submit("li4d", office.paper(), "--receipt", office.root / "r.txt")
    body = is_accepted(said)
    assert "磁盘空间已满" in said.stderr
    assert f"prove record 账本 {body['position']}" in said.stderr


def test_a_document_may_be_refused(office: Office):
    paper = office.root / "资金 安排.pdf"
    said = office.run("document add", paper, "--issuer", "市财政局", "--by", office.key("zhou5e"))
    assert is_refused(said)["breaches"][0]["code"] == "post_not_entitled"


def test_what_people_are_told(office: Office):
    """Without --json every answer is a Chinese sentence on stdout, and a refusal says why and what would help."""
    paper, act, by = office.root / "资金 安排.pdf", office.paper(), ("--by", office.key("li4d"))
    told = {
        ("submit", office.ledger, act, "--key", office.key("li4d")): "已受理：第 13 条",
        ("submit", office.ledger, act, "--key", office.key("zhou5e")): "未受理，已记为第 14 条",
        ("submit", office.ledger, act, "--key", office.key("li4d"), "--check"): "核对通过",
        (
            "submit",
            office.ledger,
            act,
            "--key",
            office.key("zhou5e"),
            "--check",
        ): "核对未通过（未存入任何内容）",
        ("document", "add", office.ledger, paper, "--issuer", "市财政局", *by): "已登记：第 15 条",
        ("key", "list", office.ledger): "恢复，已确认",
        ("backup", office.ledger, office.root / "b"): "已备份 15 条记录",
        ("restore", office.root / "b", office.root / "t"): "已恢复 15 条记录",
        ("reindex", office.ledger): "索引已重建：15 条",
        ("migrate", office.ledger): "已就绪",
        ("checkpoint", "export", office.ledger, office.stick): "已写到",
        ("witness", "cosign", office.witness("archive"), office.stick): "延续上次所见的 12 条",
        ("checkpoint", "import", office.ledger, office.stick): "尚未达到公布要求",
        ("checkpoint", "show", office.ledger): "已公布",
        ("prove", "consistency", office.ledger, "3", "9"): "前 3:",
    }
    for arguments, words in told.items():
        said = run(*arguments)
        assert words in said.out, (arguments, said)
        assert "Traceback" not in said.stderr
        office.nothing_leaked(said)
    refused = run("submit", office.ledger, act, "--key", office.key("zhou5e"))
    assert "无权办理“登记来文”" in refused.out
    assert "请由" in refused.out


@pytest.mark.parametrize("given", [(), ("--request", "x"), ("--signature", "x"), ("--key", "k")])
def test_submit_wants_one_of_two_ways(shared: Office, given):
    act = () if given else ("a.json",)
    said = shared.run("submit", *act, *given)
    assert (said.error["code"], said.code) == ("usage", 2)
    assert "--request" in said.error["message"]


def test_both_ways_at_once_are_no_way(shared: Office):
    said = shared.submit("li4d", shared.paper(), "--request", "x", "--signature", "y")
    assert (said.error["code"], said.code) == ("usage", 2)


def test_no_password_is_asked_for_where_nobody_sits(office: Office):
    before = office.state()
    said = office.submit("li4d", office.paper(), password=None)
    assert (said.error["code"], said.code) == ("password_missing", 4)
    assert PASSWORD not in said.stderr
    assert office.state() == before
