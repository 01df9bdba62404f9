"""The small ledger of a release: every frozen type once, and what the format asks to be kept besides."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from ledger.sealing import canon, record
from ledger.sealing.envelope import ACT_TYPE, sign
from tests.corpus.build.expect import verdicts
from tests.corpus.build.maker import CorpusMaker
from tests.support.ledgers import CONFIRMING, CUSTODIAN, DAY, OFFICE, Actor


def release() -> tuple[CorpusMaker, dict[int, list[str]]]:
    """The ledger, and what each of its records shows besides its type."""
    m = CorpusMaker(seed=1, origin="award.example/2026")
    m.found()
    shows: dict[int, list[str]] = {1: ["p256-sha256"], 2: ["the founding is complete"]}
    clerk = m.clerk
    keeper = m.hire("keeper", CUSTODIAN, alg="ed25519")
    m.publish()
    paper = m.document(clerk, late="offline", signed=m.now - 3 * DAY, at="2026-01-02T16:20")
    shows[paper.position] = ["late", "commitment"]
    letter = m.document(clerk, seen=[m.size, m.tree.root()])
    shows[letter.position] = ["commitment", "seen"]
    m.file_document(clerk, "评审管理办法（示例文本）\n".encode() * 4, size=60)
    for number in (1, 2):
        data: dict[str, Any] = {
            "bytes": b"%d" % number,
            "document": sha256(b"12").digest(),
            "part": number,
            "parts": 2,
        }
        member = m.act(clerk, "document_filed", data, batch=[b"golden-batch-one", number, 2])
        shows[m.add_act(member, clerk.key).position] = ["batch"]
    m.tick()
    inner = canon.encode(
        m.act(clerk, "post_assigned", {"person": "wang1", "post": CONFIRMING}, cases=["person:wang1"])
    )
    shows[m.refuse_signed(inner, sign(clerk.key, ACT_TYPE, inner), clerk.person).position] = [
        "refused",
        "machine",
    ]
    throttled = {"count": 12, "day": "2026-01-05", "first": sha256(inner).digest(), "person": "wang1"}
    shows[m.add(m.machine, "refusals_throttled", throttled, cases=["person:wang1"]).position] = ["machine"]
    read = {"case": "person:wang1", "fields": ["file", "number"], "purpose": "review", "reader": clerk.person}
    m.add(m.machine, "vault_read", read, cases=["person:wang1"])
    opened = m.open_values(clerk, paper, "number", at=m.now)
    shows[opened.position] = ["opening"]
    shows[m.open_values(keeper, letter, "file", basis=[paper.digest]).position] = [
        "opening",
        "basis",
        "ed25519",
    ]
    m.publish()
    applicant = Actor("appli1", m.new_key(), None)
    m.enrol(applicant.person, applicant.key)
    data = {"person": applicant.person, "post": "guest/desk", "reason": "never_held"}
    own = m.add(applicant, "post_ended", data, cases=[f"person:{applicant.person}"])
    shows[own.position] = ["a first key, unconfirmed"]
    change: dict[str, Any] = {"duty": "custodian", "posts": sorted([CUSTODIAN, OFFICE])}
    m.add_committed(m.oversight, "duties_changed", change, {"reason": "人手不足"})
    m.end(clerk.person, OFFICE)
    m.revoke(clerk, doubtful_from=letter.position)
    mine = [
        each for each in m.added if each.act["key"] == clerk.key.key_id and each.position >= letter.position
    ]
    fresh = Actor(clerk.person, m.new_key(), None)
    m.enrol(fresh.person, fresh.key)
    m.confirm(fresh)
    cases = [f"person:{fresh.person}"]
    m.add(fresh, "acts_confirmed", {"acts": [mine[0].digest]}, cases=cases)
    disowned: dict[str, Any] = {"acts": [mine[1].digest]}
    m.add_committed(fresh, "signature_repudiated", disowned, {"reason": "不是本人所签"}, cases=cases)
    rest = sorted(each.digest for each in mine[2:])
    m.add(m.oversight, "acts_set_aside", {"acts": rest, "ground": "key_stolen"}, cases=cases)
    m.publish()
    m.close()
    m.publish()
    return m, shows


def as_case(version: str) -> dict[str, Any]:
    """The release's ledger in the shape of a case."""
    m, _ = release()
    return {
        "name": f"release-{version}",
        "section": "17",
        "says": f"The ledger of release {version}: every frozen type, published, closed, all five verdicts hold.",
        "records": [data.hex() for data in m.contents.records],
        "checkpoints": [[size, note] for size, note in m.contents.checkpoints],
        "newest": m.contents.newest,
        "anchor": m.anchor().format(),
        "as_of": m.now,
        "vault": [[act.hex(), name, salt.hex(), value.hex()] for act, name, salt, value in m.contents.vault],
        "expect": {"failures": [], "verdicts": verdicts([])},
    }


def golden() -> dict[str, Any]:
    """One record for each frozen type and version, and the others that show something."""
    m, shows = release()
    kept: list[dict[str, Any]] = []
    seen: set[tuple[str, int]] = set()
    for position, data in enumerate(m.contents.records, 1):
        stored = record.unpack(data)
        act = canon.decode(stored.act)
        kind = (act["type"], act["v"])
        if kind in seen and position not in shows:
            continue
        seen.add(kind)
        kept.append(
            {
                "type": kind[0],
                "v": kind[1],
                "position": position,
                "shows": shows.get(position, []),
                "digest": sha256(stored.act).hexdigest(),
                "record": data.hex(),
                "value": plain([1, stored.recorded_at, stored.desk, act, stored.sig]),
            }
        )
    return {
        "name": "golden-records",
        "says": "One record of every frozen type and version, from the ledger of release 0.1.0; `value` is the record "
        'decoded, its act too, byte strings as {"hex": …}.',
        "records": kept,
    }


def plain(value: Any) -> Any:
    """A decoded value as JSON; byte strings as {"hex": …}, which no map of the format can be taken for."""
    if isinstance(value, bytes):
        return {"hex": value.hex()}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value
