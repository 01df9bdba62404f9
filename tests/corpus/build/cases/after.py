"""Several things at once: what an attacker's ledger really looks like."""

from __future__ import annotations

from tests.corpus.build.cases.keys import quiet
from tests.corpus.build.maker import CorpusMaker, case
from tests.support.ledgers import CONFIRMING, OFFICE, SECOND, Actor


@case("13")
def rehearsal_replayed(m):
    """Three acts of a rehearsal ledger of the same persons are copied into the real one."""
    rehearsal = m.other()
    foreign = [
        rehearsal.assign("wang1", OFFICE),
        rehearsal.assign("regis1", CONFIRMING),
        rehearsal.add(rehearsal.oversight, "ledger_closed", {"reason": "finished", "successor": None}),
    ]
    m.tick(60 * SECOND)
    copied = [m.add_signed(each.act_bytes, each.sig) for each in foreign]
    quiet(m, m.registrar)
    return [("wrong_ledger", each.position) for each in copied]


@case("13")
def history_rewritten_by_its_owner(m):
    """The office rebuilds the whole log with all the ledger's keys; the witnesses' checkpoint tells."""
    m.document(m.clerk)
    m.publish()
    note = m.contents.newest
    again = CorpusMaker(seed=7)
    again.found()
    again.document(again.clerk)
    m.contents.records, m.contents.vault = again.contents.records, again.contents.vault
    m.contents.checkpoints, m.contents.newest = [], note
    m.anchors = [m.anchor().format()]
    m.publish_at_end = False
    return [
        ("other_ledger", 1),
        ("root_differs", 1),
        ("tail_not_witnessed", 1),
    ]


@case("13")
def records_swapped(m):
    """Two records change places: their times tell, and the root."""
    m.have_clerk()
    m.publish()
    first, second = m.document(m.clerk), m.document(m.clerk)
    m.publish()
    m.publish_at_end = False
    records = m.contents.records
    records[-1], records[-2] = records[-2], records[-1]
    return [
        ("clock_went_back", second.position),
        ("root_differs", first.position),
        ("tail_not_witnessed", first.position),
    ]


@case("13")
def record_inserted(m):
    """A good act is slipped in between, below a published checkpoint."""
    m.have_clerk()
    m.publish()
    first = m.document(m.clerk)
    m.publish()
    m.publish_at_end = False
    slipped = quiet(m, m.clerk)
    records = m.contents.records
    records[-1], records[-2] = records[-2], records[-1]
    return [
        ("clock_went_back", slipped.position),
        ("root_differs", first.position),
        ("tail_not_witnessed", first.position),
    ]


@case("13")
def stored_signature_flipped(m):
    """One bit of a stored signature is changed after publication: the signature and the root both tell."""
    doc = m.document(m.clerk)
    m.publish()
    m.publish_at_end = False
    data = m.contents.records[-1]
    m.contents.records[-1] = data[:-1] + bytes([data[-1] ^ 1])
    return [("bad_signature", doc.position), ("root_differs", 1), ("tail_not_witnessed", 1)]


@case("13")
def stolen_key_and_its_accomplice(m):
    """With a stolen registrar's key an accomplice is enrolled and given the office; the revocation doubts it all."""
    m.have_clerk()
    key = m.new_key()
    enrolled = m.enrol("mallory", key)
    assigned = m.assign("mallory", OFFICE)
    bad = m.document(Actor("mallory", key, OFFICE))
    data = {"doubtful_from": enrolled.position, "key": m.registrar.key.key_id, "reason": "stolen"}
    m.add(m.oversight, "key_revoked", data, cases=["person:regis1"])
    return [
        ("key_doubtful", enrolled.position),
        ("key_doubtful", assigned.position),
        ("key_not_confirmed", bad.position),
    ]
