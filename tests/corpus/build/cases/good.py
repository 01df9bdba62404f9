"""Ledgers with which nothing is wrong, at the borders of every rule: a verifier that is too strict fails here."""

from __future__ import annotations

from hashlib import sha256

from ledger.sealing import canon
from ledger.sealing.envelope import ACT_TYPE, sign
from tests.corpus.build.cases.founding import opened as open_ledger
from tests.corpus.build.cases.history import ONE, TOLERANCE, TWO, member
from tests.corpus.build.cases.keys import POST, quiet
from tests.corpus.build.cases.refusals import WHOLE, inner, part, refuse
from tests.corpus.build.maker import case
from tests.support.ledgers import CONFIRMING, DAY, MACHINE, OFFICE, REGISTRAR, SECOND, Actor


@case("13")
def good_founding(m):
    """The smallest ledger: two records and a checkpoint."""
    return []


@case("13")
def good_office(m):
    """Staff is hired, a paper registered, an act refused."""
    m.have_clerk()
    m.have_keeper()
    doc = m.document(m.clerk)
    refuse(m, inner(m))
    quiet(m, m.clerk, basis=[doc.digest])
    return []


@case("4")
def good_ed25519(m):
    """A person with an Ed25519 key."""
    person = m.hire("second", OFFICE, alg="ed25519")
    m.document(person)
    return []


@case("13.4 b", founded=False)
def good_founding_by_three(m):
    """Three founders, two of whom accept, the last first; one duty over several posts."""
    third = Actor("third1", m.new_key(), "office/deputy")

    def three(founders):
        key = third.key
        entry = {
            "alg": key.alg,
            "person": third.person,
            "pop": m.pop(key, third.person),
            "post": third.post,
            "spki": key.spki,
        }
        return [*founders, entry]

    open_ledger(m, founders=three, recovery=lambda recovery: {**recovery, "k": 1})
    m.add(third, "founding_accepted", {}, cases=["person:third1", "registry:ledger"])
    m.add(m.oversight, "founding_accepted", {}, as_=None, cases=["person:overs1", "registry:ledger"])
    quiet(m, m.registrar)
    return []


@case("7.1", founded=False)
def good_founding_at_the_borders(m):
    """Empty texts, negative numbers, a predecessor, no checkpoint key in record 1: nothing forbids them."""
    predecessor = {"ledger": bytes(32), "lost": [0, bytes(32)], "root": bytes(32), "size": 0}
    open_ledger(
        m,
        authority="",
        checkpoint_keys=[],
        checkpoint_proofs=[],
        engine=-1,
        predecessor=predecessor,
        tolerance=3600 * SECOND,
        witness_due=9 * DAY,
        kind="imported",
    )
    m.add(m.oversight, "founding_accepted", {}, cases=["person:overs1", "registry:ledger"])
    return []


@case("13.7")
def good_times_at_the_tolerance(m):
    """Signed exactly the tolerance before and after it was recorded."""
    m.have_clerk()
    quiet(m, m.clerk, signed=m.now + 7 * SECOND + TOLERANCE)
    quiet(m, m.clerk, signed=m.now + 7 * SECOND - TOLERANCE)
    return []


@case("13.7")
def good_late_entry(m):
    """Signed a week before it was recorded, and `late` says why."""
    m.have_clerk()
    for reason in ("offline", "device_failure", "handed_in_late", "clock_difference", "other"):
        quiet(m, m.clerk, signed=m.now - 7 * DAY, late=reason, at="2025-12-29")
    return []


@case("3")
def good_moments(m):
    """`at` in its three precisions, years ago and years ahead."""
    m.have_clerk()
    for at in (
        0,
        -1,
        2**53 - 1,
        "0001-01-01",
        "9999-12-31",
        "2024-02-29",
        "2026-01-05T00:00",
        "2026-01-05T23:59",
    ):
        quiet(m, m.clerk, at=at)
    return []


@case("13.7")
def good_seen(m):
    """Acts that pin what their signers had seen: the record just before, and the first."""
    m.have_clerk()
    quiet(m, m.clerk, seen=[m.size, m.tree.root()])
    first = m.contents.records[0]
    quiet(m, m.clerk, seen=[1, sha256(b"\x00" + first).digest()])
    return []


@case("13.10")
def good_refusal_of_a_liar(m):
    """The refused act had seen another history: a remark, not a failure."""
    refuse(m, inner(m, seen=[1, bytes(32)]))
    return []


@case("13.10")
def good_refusals(m):
    """Refused: a wrong type, an unconfirmed key, a revoked key, an old time. Only whose it is is judged."""
    m.have_clerk()
    refuse(m, inner(m, type="weather_noted", signed=0, batch=[ONE, 1, 2]))
    second = m.new_key()
    m.enrol("wang1", second)
    wang = Actor("wang1", second, OFFICE)
    refuse(m, inner(m, wang), wang)
    m.revoke(m.clerk)
    refuse(m, inner(m))
    return []


@case("13.4 c")
def good_act_after_an_equal_refusal(m):
    """A refused act spends its digest, not its id: the same id may come again in another act."""
    act = inner(m)
    refuse(m, act)
    quiet(m, m.clerk, id=canon.decode(act)["id"])
    return []


@case("13.4 c")
def good_id_of_two_persons(m):
    """Two persons may draw the same id."""
    first = quiet(m, m.clerk)
    quiet(m, m.registrar, id=first.act["id"])
    return []


@case("13.5")
def good_first_key_unconfirmed(m):
    """An applicant's first key counts without confirmation, as long as they act as themself."""
    key = m.new_key()
    m.enrol("wang1", key)
    quiet(m, Actor("wang1", key, None))
    m.enrol("wang1", m.new_key())
    quiet(m, Actor("wang1", key, None))
    return []


@case("13.5")
def good_own_revocation(m):
    """An owner ends the own key with it: the record itself still counts."""
    key = m.new_key()
    m.enrol("wang1", key)
    data = {"doubtful_from": None, "key": key.key_id, "reason": "lost"}
    m.add(Actor("wang1", key, None), "key_revoked", data, cases=["person:wang1"])
    m.revoke(Actor("wang1", key, None))
    return []


@case("13.5")
def good_key_confirmed_twice(m):
    """A confirmation more changes nothing."""
    m.have_clerk()
    m.confirm(m.clerk)
    m.document(m.clerk)
    return []


@case("7.3")
def good_posts(m):
    """Given twice, ended though not held, ended by their holder, by a registrar, guarded ones by oversight."""
    m.assign("wang1", OFFICE)
    m.assign("wang1", OFFICE)
    m.end("wang1", OFFICE)
    m.end("wang1", OFFICE)
    m.assign("wang1", REGISTRAR)
    m.end("wang1", REGISTRAR)
    quiet(m, m.clerk)
    data = {"person": "regis1", "post": REGISTRAR, "reason": "left"}
    m.add(m.registrar, "post_ended", data, cases=["person:regis1"])
    return []


@case("7.3")
def good_post_before_it_was_guarded(m):
    """A post that the registrar gave stays held when it comes under confirming."""
    deputy = m.hire("deputy", "oversight/deputy")
    duty = {"duty": "confirming", "posts": sorted([CONFIRMING, "oversight/deputy"])}
    m.add_committed(m.oversight, "duties_changed", duty, {"reason": "代理"})
    key = m.new_key()
    m.enrol("wang1", key)
    m.add(deputy, "key_confirmed", {"key": key.key_id}, cases=["person:wang1"])
    m.assign("wang1", OFFICE)
    m.document(Actor("wang1", key, OFFICE))
    return []


@case("7.3")
def good_duty_combined(m):
    """Oversight puts an own post under the office's duty, which is not guarded: possible, and for audit to say."""
    duty = {"duty": "office", "posts": sorted([OFFICE, CONFIRMING])}
    m.add_committed(m.oversight, "duties_changed", duty, {"reason": "x"})
    m.document(m.oversight)
    return []


@case("13.8")
def good_batches(m):
    """Of one, of two, and two in a row."""
    member(m, 1, 1)
    m.tick()
    member(m, 1, 2, batch=TWO)
    member(m, 2, 2, batch=TWO)
    member(m, 1, 2, batch=bytes(16))
    member(m, 2, 2, batch=bytes(16))
    return []


@case("13.9")
def good_documents(m):
    """In one part, in parts out of order, a part twice with the same bytes, one never completed, an empty one."""
    part(m, b"first second", 1, 1, WHOLE)
    other = sha256(b"abc").digest()
    part(m, b"c", 3, 3, other)
    part(m, b"a", 1, 3, other)
    part(m, b"a", 1, 3, other)
    part(m, b"b", 2, 3, other)
    part(m, b"b", 2, 3, other)
    part(m, b"begun", 1, 4096, bytes(32))
    part(m, b"", 1, 1, sha256(b"").digest())
    return []


@case("13.11")
def good_openings(m):
    """By the author, by the custodian on oversight's order, in an unknown type, and of an act that failed."""
    doc = m.document(m.clerk)
    failed = m.document(m.clerk, as_=None)
    m.open_values(m.clerk, doc, "number", "file")
    m.open_values(m.keeper, doc, "number", basis=[doc.digest])
    m.open_values(m.clerk, failed, "number")
    return [("post_not_entitled", failed.position)]


@case("13.12")
def good_opening_in_an_unknown_type(m):
    """An unknown type with right openings is in doubt for its type alone."""
    doc = m.document(m.clerk)
    kept = {name: (salt, value) for act, name, salt, value in m.contents.vault if act == doc.digest}
    salt, value = kept["number"]
    openings = [{"act": doc.digest, "field": "number", "salt": salt, "value": canon.decode(value)}]
    return [("unknown_type", m.add(m.clerk, "draw_published", {"openings": openings}).position)]


@case("14.6")
def good_doubts_all_answered(m):
    """A key revoked as doubtful: one act repudiated by its author, one set aside twice."""
    first, second = m.document(m.clerk), m.document(m.clerk)
    m.revoke(m.clerk, doubtful_from=first.position)
    person, key = m.clerk.person, m.new_key()
    m.enrol(person, key)
    m.confirm(Actor(person, key))
    again = Actor(person, key, None)
    cases = [f"person:{person}"]
    m.add_committed(again, "signature_repudiated", {"acts": [first.digest]}, {"reason": "盗用"}, cases=cases)
    for _ in range(2):
        m.add(m.oversight, "acts_set_aside", {"acts": [second.digest], "ground": "stolen"}, cases=cases)
    return []


@case("14.6")
def good_revocation_without_doubt(m):
    """A key that ended without doubt leaves its acts as they are."""
    m.document(m.clerk)
    m.revoke(m.clerk)
    return []


@case("7.6")
def good_machine_acts(m):
    """The ledger's own remarks, with numbers that nothing bounds."""
    day = {"count": -1, "day": "2026-01-05", "first": bytes(32), "person": "wang1"}
    m.add(m.machine, "refusals_throttled", day, cases=["person:wang1"])
    read = {"case": "person:wang1", "fields": [], "purpose": "review", "reader": "zhang1"}
    m.add(m.machine, "vault_read", read, cases=["cycle:2026", "person:wang1"])
    m.enrol(MACHINE, m.new_key())
    return []


@case("13.3")
def good_longest_act_of_the_machine(m):
    """An act by `machine` of exactly 65,300 bytes."""
    data = {"case": "person:wang1", "fields": ["f" * 65_000], "purpose": "review", "reader": "zhang1"}
    base = len(canon.encode(m.act(m.machine, "vault_read", data)))
    data["fields"] = ["f" * (65_000 + 65_300 - base)]
    long = m.add(m.machine, "vault_read", data)
    assert len(long.act_bytes) == 65_300
    return []


@case("3")
def good_texts(m):
    """A verifier looks at UTF-8 only: not NFC, a control character, a private-use character, an unassigned one."""
    doc = m.document(m.clerk)
    data = {
        **doc.act["data"],
        "number": None,
        "issuer": "e\u0301\u0007\u202e\ue000\U000e0080\U0003fffd",
        "how": "x",
    }
    values = {"file": ["file", "text/plain", 0, sha256(b"").digest()]}
    m.add_committed(m.clerk, "document_registered", data, values)
    return []


@case("14.4")
def good_closed_for_years(m):
    """A closed ledger is never stale."""
    m.close()
    m.publish()
    m.publish_at_end = False
    m.as_of = m.now + 10_000 * DAY
    return []


@case("14.4")
def good_just_in_time(m):
    """Exactly two days after the quorum last stood behind the end."""
    m.publish()
    m.publish_at_end = False
    m.as_of = m.now // SECOND * SECOND + 2 * DAY
    return []


@case("14.4")
def good_renewed(m):
    """Both witnesses cosigned the same checkpoint again, each in a note of its own."""
    m.publish()
    m.publish_at_end = False
    began = m.now // SECOND
    for name in ("oversight", "archive"):
        m.contents.checkpoints.append((m.size, m.note(witnesses=[name], seconds=began + 86_400)))
    m.as_of = (began + 86_400) * SECOND + 2 * DAY
    return []


@case("14.3")
def good_cosignatures_in_two_notes(m):
    """Two notes of one size and root, each with one witness: read as one they are the quorum."""
    for name in ("oversight", "archive"):
        m.contents.checkpoints.append((m.size, m.note(witnesses=[name])))
    m.publish_at_end = False
    return []


@case("14.1")
def good_notes_with_strangers_lines(m):
    """A line of an unknown signer in a note is ignored."""
    note = m.note()
    m.contents.checkpoints.append((m.size, note + "\u2014 somebody.example/else AAAAAAE=\n"))
    return []


@case("14.2")
def good_many_checkpoints(m):
    """A checkpoint after every record, the empty tree among them, and a printed root."""
    m.contents.checkpoints.append((0, m.note(size=0, root=sha256(b"").digest())))
    for _ in range(4):
        quiet(m, m.registrar)
        m.publish()
    m.roots = [(m.size, m.tree.root().hex())]
    return []


@case("3.1")
def good_desk_in_chinese(m):
    """A desk whose name is not ASCII, 24 bytes of it."""
    data = {"person": m.clerk.person, "post": POST, "reason": "left"}
    act = m.act(m.clerk, "post_ended", data, cases=[f"person:{m.clerk.person}"])
    content = canon.encode(act)
    m.tick()
    m.add_signed(content, sign(m.clerk.key, ACT_TYPE, content), desk="评审大厅一号窗口")
    return []
