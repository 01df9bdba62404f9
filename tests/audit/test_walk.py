"""The walk: order and gaps, the founding, doubts, looks back, keys that no worker knew."""

from hashlib import sha256
from typing import Any

import pytest

from ledger.audit import verify
from ledger.audit.lane import Lane
from ledger.sealing import canon, record
from ledger.sealing.envelope import ACT_TYPE, sign
from tests.support import folders
from tests.support.ledgers import CONFIRMING, OFFICE, Actor, LedgerMaker


@pytest.fixture
def maker():
    maker = LedgerMaker()
    maker.found()
    clerk = maker.hire("clerk", OFFICE)
    for _ in range(5):
        maker.document(clerk)
    return maker


def check(maker, folder, statements=(), **how):
    maker.write(folder)
    with folders.opened(folder) as db:
        for statement in statements:
            db.execute(statement)
    return verify(folder, anchors=[maker.anchor()], as_of=maker.now, **how)


def places(report, *codes):
    return [(f.code, f.position) for f in report.faults if f.code in codes]


def failing(report):
    return [(f.verdict, f.code, f.position) for f in report.faults if f.effect == "fails"]


@pytest.mark.parametrize(
    ("gone", "told"),
    [("7", [7]), ("4 OR position = 6", [4, 6]), ("6 OR position = 7", [6]), ("1", [1]), ("10", [])],
)
def test_each_run_of_missing_positions_is_told_once(maker, tmp_path, gone, told):
    report = check(maker, tmp_path, [f"DELETE FROM record WHERE position = {gone}"])
    assert [f.position for f in report.faults if f.code == "gap_or_order"] == told
    if told:
        assert report.first_bad == told[0]


def test_gaps_over_whole_chunks(tmp_path, monkeypatch):
    from ledger.audit import chunk, examiner, workers

    for module in (chunk, examiner, workers):
        monkeypatch.setattr(module, "SPAN", 4)
    maker = LedgerMaker()
    maker.found()
    clerk = maker.hire("clerk", OFFICE)
    for _ in range(20):
        maker.document(clerk)
    report = check(
        maker, tmp_path, ["DELETE FROM record WHERE position IN (7, 8, 9, 10, 11, 12, 13, 14, 19)"]
    )
    gaps = [f for f in report.faults if f.code == "gap_or_order"]
    assert [f.position for f in gaps] == [7, 19]
    assert "7 至 14" in report.text()
    assert report.size == maker.tree.size


def test_nothing_about_roots_behind_a_gap(maker, tmp_path):
    maker.publish()
    seen = [maker.tree.size, maker.tree.root()]
    clerk = maker.actors["clerk"]
    maker.document(clerk, seen=seen)
    maker.document(clerk, seen=[3, b"\0" * 32])
    maker.refuse(
        clerk,
        "post_assigned",
        {"person": "abcd", "post": OFFICE},
        seen=[3, b"\0" * 32],
        cases=["person:abcd"],
    )
    maker.publish()
    report = check(maker, tmp_path, ["DELETE FROM record WHERE position = 8"])
    assert places(report, "other_history", "root_differs") == []
    assert report.remarks == ()
    whole = check(maker, tmp_path)
    assert places(whole, "other_history") == [("other_history", 12)]
    assert [(f.code, f.position) for f in whole.remarks] == []


def test_another_history_inside_a_refusal_is_a_remark(maker, tmp_path):
    data = {"person": "abcd", "post": OFFICE}
    maker.refuse(maker.actors["clerk"], "post_assigned", data, seen=[3, b"\0" * 32], cases=["person:abcd"])
    report = check(maker, tmp_path)
    assert failing(report) == []
    assert [(f.code, f.position) for f in report.remarks] == [("other_history_shown", 11)]


def test_what_the_machine_kept_from_the_line_and_showed_is_remarked(maker, tmp_path):
    throttled = {"count": 7, "day": "2026-03-01", "first": bytes(32), "person": "abcd"}
    read = {"case": "cycle:abcd", "fields": ["file"], "purpose": "review", "reader": "abcd"}
    maker.add(maker.machine, "refusals_throttled", throttled, cases=["person:abcd"])
    for _ in range(9):
        maker.add(maker.machine, "vault_read", read, cases=["cycle:abcd"])
    maker.add(maker.actors["clerk"], "vault_read", read, cases=["cycle:abcd"])
    report = check(maker, tmp_path)
    assert failing(report) == [("authority", "post_not_entitled", 21)], (
        "and what nobody may record is no remark"
    )
    assert [(f.code, f.position) for f in report.remarks] == [
        ("refusals_throttled", 11),
        *(("vault_read", position) for position in range(12, 21)),
    ]
    assert "第 11 条，abcd 在 2026-03-01 被拒次数过多，另有 7 次" in report.text()
    assert report.text().count("查阅了事项 cycle:abcd") == 5
    assert "其余 4 项" in report.text()


@pytest.mark.parametrize(("length", "told"), [(12_000, []), (12_001, ["not_an_act"])])
def test_how_many_bytes_of_breaches_a_refusal_may_have(maker, tmp_path, length, told):
    clerk = maker.actors["clerk"]
    inner = canon.encode(maker.act(clerk, "post_assigned", {"person": "abcd", "post": OFFICE}))
    breach = {"article": None, "code": "x", "facts": [["a", ""]], "positions": [], "rule": None}
    breach["facts"] = [["a", "y" * (length - len(canon.encode([breach])) - 2)]]
    assert len(canon.encode([breach])) == length
    data = {"act": inner, "breaches": [breach], "more": 0, "sig": sign(clerk.key, ACT_TYPE, inner)}
    maker.add(maker.machine, "act_refused", data, cases=[f"person:{clerk.person}"])
    assert [code for _, code, _ in failing(check(maker, tmp_path))] == told


def test_only_the_first_other_history_is_told(maker, tmp_path):
    for size in (3, 4, 5):
        maker.document(maker.actors["clerk"], seen=[size, b"\0" * 32])
    assert places(check(maker, tmp_path), "other_history") == [("other_history", 11)]


def test_without_record_1(maker, tmp_path):
    report = check(maker, tmp_path, ["DELETE FROM record WHERE position = 1"])
    assert {("gap_or_order", 1), ("other_ledger", 1)} <= {(f.code, f.position) for f in report.faults}
    assert report.origin == maker.origin, "as the anchor has it"


def test_a_first_record_that_founds_nothing(maker, tmp_path):
    maker.contents.records.insert(0, maker.contents.records[5])
    report = check(maker, tmp_path)
    assert ("authenticity", "other_ledger", 1) in failing(report)


def test_acts_under_a_doubted_key(maker, tmp_path):
    """From the position named up to the end of the key; answered ones are out of doubt."""
    clerk = maker.actors["clerk"]
    papers = [a for a in maker.added if a.act["by"] == clerk.person]
    maker.revoke(Actor(clerk.person, clerk.key), papers[1].position)
    report = check(maker, tmp_path)
    assert places(report, "key_doubtful") == [("key_doubtful", p.position) for p in papers[1:]]
    assert report.verdicts["authenticity"] == "undecided"
    answered = [papers[2].digest, papers[4].digest]
    cases = [f"person:{clerk.person}"]
    maker.add(maker.oversight, "acts_set_aside", {"acts": sorted(answered), "ground": "doubt"}, cases=cases)
    assert places(check(maker, tmp_path), "key_doubtful") == [
        ("key_doubtful", papers[i].position) for i in (1, 3)
    ]


def test_a_revocation_signed_with_the_key_itself_is_in_doubt_too(maker, tmp_path):
    clerk = maker.actors["clerk"]
    data = {"doubtful_from": 10**9, "key": clerk.key.key_id, "reason": "stolen"}
    revocation = maker.add(clerk, "key_revoked", data, cases=[f"person:{clerk.person}"])
    assert places(check(maker, tmp_path), "key_doubtful") == [("key_doubtful", revocation.position)]


def test_the_wider_doubt_counts(maker, tmp_path):
    clerk = maker.actors["clerk"]
    first = next(a for a in maker.added if a.act["by"] == clerk.person)
    maker.revoke(clerk, None)
    maker.revoke(clerk, first.position + 3)
    maker.revoke(clerk, first.position + 1)
    found = places(check(maker, tmp_path), "key_doubtful")
    assert [position for _, position in found] == list(range(first.position + 1, first.position + 5))


@pytest.mark.parametrize("jobs", [1, 2])
def test_keys_that_the_index_hides_are_found_by_the_walk(maker, tmp_path, jobs):
    """The harvest believes the index; a signature under a key it did not name is checked all the same."""
    maker.publish()
    hide = "UPDATE record_index SET type = 'key_lost' WHERE type = 'key_enrolled'"
    report = check(maker, tmp_path / "good", [hide], jobs=jobs)
    assert failing(report) == [("integrity", "index_differs", 3)]
    stored = record.unpack(maker.contents.records[7])
    forged = record.pack(
        stored.recorded_at, stored.desk, stored.act, sign(maker.new_key(), ACT_TYPE, stored.act)
    )
    maker.contents.records[7] = forged
    report = check(maker, tmp_path / "forged", [hide], jobs=jobs)
    assert ("authenticity", "bad_signature", 8) in failing(report)


def test_large_records_are_read_again_not_sent(maker, tmp_path):
    """Bulky acts: a document in parts, a refusal of one, a bad signature on one."""
    clerk = maker.actors["clerk"]
    maker.file_document(clerk, bytes(100_000))
    maker.refuse(
        clerk, "document_filed", {"bytes": bytes(40_000), "document": b"d" * 32, "part": 1, "parts": 1}
    )
    maker.add(clerk, "document_filed", {"bytes": bytes(40_000), "document": b"d" * 32, "part": 1, "parts": 2})
    assert failing(check(maker, tmp_path / "good", jobs=2)) == []
    data = {"bytes": bytes(9), "document": b"e" * 32, "part": 1, "parts": 2}
    bad = maker.add(clerk, "document_filed", data, signed_with=maker.new_key())
    data = {"bytes": bytes(9000), "document": b"f" * 32, "part": 1, "parts": 2}
    worse = maker.add(clerk, "document_filed", data, signed_with=maker.new_key())
    assert failing(check(maker, tmp_path / "bad", jobs=2)) == [
        ("authenticity", "bad_signature", p.position) for p in (bad, worse)
    ]


def test_a_document_that_came_whole_is_known_by_its_whole_digest(maker, tmp_path, monkeypatch):
    """It may come again; in other parts it may not. A document that only begins like it is another one."""
    clerk = maker.actors["clerk"]
    content = b"the text of a regulation"
    digest = maker.file_document(clerk, content)
    maker.file_document(clerk, content)
    made_up = digest[:16] + bytes(16)
    maker.add(clerk, "document_filed", {"bytes": b"x", "document": made_up, "part": 1, "parts": 2})
    data = {"bytes": content, "document": digest, "part": 1, "parts": 1}
    changes: list[dict[str, Any]] = [{"parts": 2}, {"bytes": b"else"}, {"part": 2}]
    wrong = [maker.add(clerk, "document_filed", {**data, **changed}) for changed in changes]
    # Nor is it one that was there already in parts, or with other bytes, or under a number that there is none of.
    for number, first in enumerate(changes):
        other = b"another text %d" % number
        data = {"bytes": other, "document": sha256(other).digest(), "part": 1, "parts": 1}
        begun = maker.add(clerk, "document_filed", {**data, **first})
        then = maker.add(clerk, "document_filed", {**data, "parts": 2} if number == 2 else data)
        wrong += [[then], [begun, then], [begun]][number]
    told = [("integrity", "wrong_document", each.position) for each in wrong]
    assert failing(check(maker, tmp_path / "quick")) == told
    monkeypatch.setattr(Lane, "passes", lambda *_: None)
    assert failing(check(maker, tmp_path / "slow")) == told


def test_an_envelope_refused_under_somebody_elses_signature(maker, tmp_path):
    clerk = maker.actors["clerk"]
    inner = canon.encode(maker.act(clerk, "post_assigned", {"person": clerk.person, "post": CONFIRMING}))
    refusal = maker.refuse_signed(inner, sign(maker.new_key(), ACT_TYPE, inner), clerk.person)
    assert failing(check(maker, tmp_path)) == [("authenticity", "refusal_not_theirs", refusal.position)]


def test_types_of_later_versions_are_doubts(maker, tmp_path):
    """Of procedure: authority alone; of the ledger's life: what else might have changed."""
    clerk = maker.actors["clerk"]
    a = maker.add(clerk, "weather_noted", {"points": 5}, cases=["application:abcd"])
    b = maker.add(clerk, "key_lent", {}, cases=[])
    c = maker.add(clerk, "hold_placed", {"ground": "appeal"}, cases=["application:abcd"])
    report = check(maker, tmp_path)
    assert failing(report) == []
    told = sorted((f.position, f.verdict) for f in report.faults if f.code == "unknown_type")
    life = ["authenticity", "authority", "completeness"]
    assert told == [(a.position, "authority"), *((p.position, v) for p in (b, c) for v in life)]
    assert report.passes(accept_undecided=True)


def test_modes_are_counted(maker, tmp_path):
    clerk = maker.actors["clerk"]
    maker.add(
        clerk, "weather_noted", {}, mode="transcribed", for_="some1", cases=[], acknowledges=["a@1", "b@2"]
    )
    maker.add(clerk, "weather_noted", {}, mode="mandate", for_="some1", cases=[])
    maker.append(b"")
    report = check(maker, tmp_path)
    assert report.modes == {"own": 10, "mandate": 1, "transcribed": 1}
    assert "不证明其事确曾发生" in report.text()
