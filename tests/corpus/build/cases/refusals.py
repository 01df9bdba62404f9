"""Refused envelopes, commitments and their openings, documents in parts (format §8, §13.9 to §13.11, §14.5)."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from ledger.sealing import canon
from ledger.sealing.commitments import commitment
from ledger.sealing.envelope import ACT_TYPE, sign
from tests.corpus.build.cases.bytes_ import some_act
from tests.corpus.build.cases.keys import POST, quiet
from tests.corpus.build.expect import Expected
from tests.corpus.build.maker import CorpusMaker, case
from tests.support.ledgers import OFFICE, Actor, Added


def inner(m: CorpusMaker, by: Actor | None = None, **parts: Any) -> bytes:
    """The bytes of an act that the desk refuses."""
    m.tick()
    by = by or m.clerk
    data = {"person": by.person, "post": POST, "reason": "left"}
    return canon.encode(m.act(by, "post_ended", data, **{"cases": [f"person:{by.person}"], **parts}))


def refuse(
    m: CorpusMaker, act: bytes, by: Actor | None = None, sig: bytes | None = None, **how: Any
) -> Added:
    """The refusal of an act under its signer's signature, or under another one."""
    by = by or m.clerk
    return m.refuse_signed(act, sign(by.key, ACT_TYPE, act) if sig is None else sig, by.person, **how)


def not_theirs(added: Added) -> list[Expected]:
    """Only that the refused envelope is not the person's."""
    return [("refusal_not_theirs", added.position)]


# ---- refusals ----


@case("13.10")
def refusal_with_a_forged_signature(m):
    """The office claims that somebody tried something: the inner signature is not theirs."""
    act = inner(m)
    return not_theirs(refuse(m, act, sig=sign(m.machine.key, ACT_TYPE, act)))


@case("13.10")
def refusal_without_a_signature(m):
    """The refused envelope comes without a signature."""
    return not_theirs(refuse(m, inner(m), sig=b""))


@case("13.10")
def refusal_of_another_ledgers_act(m):
    """What was refused had been signed for another ledger."""
    return not_theirs(refuse(m, inner(m, ledger=m.other().ledger)))


@case("13.10")
def refusal_under_a_strangers_key(m):
    """The inner act names a key that is not enrolled."""
    stranger = Actor(m.clerk.person, m.new_key(), OFFICE)
    return not_theirs(refuse(m, inner(m, stranger), stranger))


@case("13.10")
def refusal_under_a_colleagues_key(m):
    """The inner act names a key of somebody else."""
    wrong = Actor(m.clerk.person, m.registrar.key, OFFICE)
    return not_theirs(refuse(m, inner(m, wrong), wrong))


@case("13.10")
def refusal_of_bytes_that_are_no_act(m):
    """The refused bytes are not canonical; whose they are cannot be told, so `cases` is not checked."""
    act = inner(m) + b"\x00"
    return not_theirs(refuse(m, act))


@case("13.10")
def refusal_of_a_bad_envelope(m):
    """The refused act's envelope is not good: a mode that does not exist."""
    return not_theirs(refuse(m, inner(m, mode="dictated")))


@case("13.10")
def refusal_with_long_breaches(m):
    """The breaches have more than 12,000 bytes; the refusal has no effect, so the digest is not decided."""
    act = inner(m)
    breach: dict[str, Any] = {
        "article": None,
        "code": "x",
        "facts": [["a", "b" * 12_000]],
        "positions": [],
        "rule": None,
    }
    data = {"act": act, "breaches": [breach], "more": 0, "sig": sign(m.clerk.key, ACT_TYPE, act)}
    bad = m.add(m.machine, "act_refused", data, cases=[f"person:{m.clerk.person}"])
    m.add_signed(act, sign(m.clerk.key, ACT_TYPE, act))
    return [("not_an_act", bad.position)]


@case("13.10")
def refusal_of_an_accepted_act(m):
    """What was accepted cannot be refused afterwards."""
    done = quiet(m, m.clerk)
    return [("replayed_act", refuse(m, done.act_bytes).position)]


@case("13.10")
def refusal_twice(m):
    """The same envelope is refused a second time."""
    act = inner(m)
    refuse(m, act)
    return [("replayed_act", refuse(m, act).position)]


@case("13.10")
def refusal_that_failed_decides_nothing(m):
    """A forged refusal does not spend the digest: the real act may still come."""
    act = inner(m)
    bad = refuse(m, act, sig=bytes(64))
    m.add_signed(act, sign(m.clerk.key, ACT_TYPE, act))
    return not_theirs(bad)


@case("13.10")
def refusal_signed_by_a_clerk(m):
    """Refusals are the ledger's own; a clerk cannot file one. It decides nothing."""
    act = inner(m)
    breach: dict[str, Any] = {"article": None, "code": "x", "facts": [], "positions": [], "rule": None}
    data = {"act": act, "breaches": [breach], "more": 0, "sig": sign(m.clerk.key, ACT_TYPE, act)}
    bad = m.add(m.clerk, "act_refused", data, cases=[f"person:{m.clerk.person}"])
    m.add_signed(act, sign(m.clerk.key, ACT_TYPE, act))
    return [("post_not_entitled", bad.position)]


# ---- openings ----


def opening(m: CorpusMaker, of: Added, name: str, **changed: Any) -> dict[str, Any]:
    """The right opening of a value, with parts changed."""
    kept = {(act, field): (salt, value) for act, field, salt, value in m.contents.vault}
    salt, value = kept[of.digest, name]
    right = {"act": of.digest, "field": name, "salt": salt, "value": canon.decode(value)}
    return {**right, **changed}


def opened(m: CorpusMaker, *openings: dict[str, Any]) -> list[Expected]:
    """An opening by the author that does not open."""
    return [("wrong_opening", m.add(m.clerk, "commitment_opened", {"openings": list(openings)}).position)]


@case("13.11")
def opening_with_another_value(m):
    """The value is not the one committed to."""
    return opened(m, opening(m, m.document(m.clerk), "number", value="穗市监〔2026〕8号"))


@case("13.11")
def opening_with_another_salt(m):
    """The salt is not the one used."""
    return opened(m, opening(m, m.document(m.clerk), "number", salt=bytes(32)))


@case("13.11")
def opening_of_another_field(m):
    """The right value is opened for another field."""
    return opened(m, opening(m, m.document(m.clerk), "number", field="file"))


@case("13.11")
def opening_of_no_field(m):
    """The act has no field of that name."""
    return opened(m, opening(m, m.document(m.clerk), "number", field="numbers"))


@case("13.11")
def opening_of_a_plain_field(m):
    """The field holds no commitment but a text."""
    return opened(m, opening(m, m.document(m.clerk), "number", field="issuer"))


@case("13.11")
def opening_of_no_act(m):
    """The act is not there; that nobody can be its author is not reported besides."""
    return opened(m, opening(m, m.document(m.clerk), "number", act=bytes(32)))


@case("13.11")
def opening_one_of_two(m):
    """One of two openings is wrong; the record is wrong once."""
    doc = m.document(m.clerk)
    return opened(m, opening(m, doc, "number"), opening(m, doc, "file", value=None))


@case("13.11")
def opening_of_a_copied_commitment(m):
    """A colleague copies a commitment into an own act. Whoever learns the value cannot open it there: the
    commitment is bound to the act that it was made for."""
    doc = m.document(m.clerk)
    second = m.hire("second", OFFICE)
    data = {**doc.act["data"]}
    copied = m.add(second, "document_registered", data)
    value = opening(m, doc, "number", act=copied.digest)
    bad = m.add(second, "commitment_opened", {"openings": [value]})
    return [
        ("value_missing", copied.position),
        ("wrong_opening", bad.position),
    ]


@case("13.11")
def opening_in_an_act_of_unknown_type(m):
    """Any type may carry openings; they are checked although the type is not known."""
    doc = m.document(m.clerk)
    bad = m.add(m.clerk, "draw_published", {"openings": [opening(m, doc, "number", value="other")]})
    return [("unknown_type", bad.position), ("wrong_opening", bad.position)]


@case("13.11")
def opening_with_a_short_salt(m):
    """A commitment made with a salt of 31 bytes is opened in an act of unknown type: a salt has 32 bytes."""
    assert m.ledger is not None
    salt, doc_id = b"s" * 31, m.random.randbytes(16)
    data = some_act(m)["data"]
    data["file"] = commitment(m.ledger, m.clerk.person, doc_id, "file", salt, "x")
    doc = m.add(m.clerk, "document_registered", data, id=doc_id)
    short = {"act": doc.digest, "field": "file", "salt": salt, "value": "x"}
    bad = m.add(m.clerk, "draw_published", {"openings": [short]})
    return [("value_missing", doc.position), ("unknown_type", bad.position), ("wrong_opening", bad.position)]


@case("13.11")
def openings_of_another_shape(m):
    """An unknown type has a field `openings` that is no array."""
    bad = m.add(m.clerk, "draw_published", {"openings": {"act": bytes(32)}})
    return [("unknown_type", bad.position), ("wrong_opening", bad.position)]


# ---- values in the vault ----


@case("14.5")
def value_gone_from_the_vault(m):
    """The vault claims to be whole and lacks a value."""
    doc = m.document(m.clerk)
    m.contents.vault = [row for row in m.contents.vault if row[1] != "number"]
    return [("value_missing", doc.position)]


@case("14.5")
def value_changed_in_the_vault(m):
    """The vault holds another value than the one committed to."""
    doc = m.document(m.clerk)
    m.contents.vault = [
        (act, name, salt, canon.encode("穗市监〔2026〕8号") if name == "number" else value)
        for act, name, salt, value in m.contents.vault
    ]
    return [("value_wrong", doc.position)]


@case("14.5")
def value_that_is_no_value(m):
    """The vault's bytes are not canonical."""
    doc = m.document(m.clerk)
    m.contents.vault = [
        (act, name, salt, b"\xc1" if name == "number" else value)
        for act, name, salt, value in m.contents.vault
    ]
    return [("value_wrong", doc.position)]


@case("14.5")
def value_with_a_short_salt(m):
    """A commitment made with a salt of 31 bytes is none."""
    salt = b"s" * 31
    assert m.ledger is not None
    doc_id = m.random.randbytes(16)
    made = sha256(
        canon.encode(["review-ledger/commitment/1", m.ledger, m.clerk.person, doc_id, "file", salt, None])
    ).digest()
    assert made == commitment(m.ledger, m.clerk.person, doc_id, "file", salt, None)
    data = {
        "date": None,
        "file": made,
        "how": "post",
        "issuer": "某区人民政府",
        "kind": "copy",
        "number": None,
        "received": "2026-01-05",
    }
    doc = m.add(m.clerk, "document_registered", data, id=doc_id)
    m.contents.vault.append((doc.digest, "file", salt, canon.encode(None)))
    return [("value_wrong", doc.position)]


# ---- references ----


@case("13.9")
def basis_that_is_not_there(m):
    """An act rests on a document that nobody registered."""
    return [("dangling_reference", quiet(m, m.clerk, basis=[bytes(32)]).position)]


@case("13.9")
def basis_that_is_no_document(m):
    """An act rests on an act that registers no document."""
    return [("dangling_reference", quiet(m, m.clerk, basis=[m.added[0].digest]).position)]


@case("13.9")
def basis_that_failed(m):
    """An act rests on a document whose registration failed."""
    failed = m.document(m.clerk, as_=None)
    bad = quiet(m, m.clerk, basis=[failed.digest])
    return [("post_not_entitled", failed.position), ("dangling_reference", bad.position)]


@case("13.9")
def basis_that_comes_later(m):
    """An act rests on a document that is registered only after it."""
    document = some_act(m)
    digest = sha256(canon.encode(document)).digest()
    bad = quiet(m, m.clerk, basis=[digest])
    late = m.add_act(document, m.clerk.key)
    return [("dangling_reference", bad.position), ("value_missing", late.position)]


@case("13.9")
def key_confirmed_that_is_not_there(m):
    """A confirmation of a key that nobody enrolled; whose case it is cannot be told."""
    bad = m.add(m.oversight, "key_confirmed", {"key": bytes(32)}, cases=["person:wang1"])
    return [("dangling_reference", bad.position)]


@case("13.9")
def key_revoked_that_is_not_there(m):
    """A revocation of a key that nobody enrolled."""
    data = {"doubtful_from": None, "key": bytes(32), "reason": "lost"}
    return [("dangling_reference", m.add(m.registrar, "key_revoked", data, cases=[]).position)]


@case("13.9")
def act_answered_that_is_not_there(m):
    """Somebody answers for an act that is nowhere in the line."""
    bad = m.add(m.clerk, "acts_confirmed", {"acts": [bytes(32)]}, cases=[])
    return [("dangling_reference", bad.position)]


@case("13.9")
def act_answered_that_was_only_refused(m):
    """What stands only inside a refusal is no record's own act."""
    act = inner(m)
    refuse(m, act)
    bad = m.add(m.clerk, "acts_confirmed", {"acts": [sha256(act).digest()]}, cases=[])
    return [("dangling_reference", bad.position)]


# ---- documents in parts ----


def part(m: CorpusMaker, content: bytes, number: int, parts: int, document: bytes) -> Added:
    """One part of a document."""
    data = {"bytes": content, "document": document, "part": number, "parts": parts}
    return m.add(m.clerk, "document_filed", data)


WHOLE = sha256(b"first second").digest()


@case("13.9")
def document_whose_parts_do_not_make_it(m):
    """All parts are there, but together they are another document."""
    part(m, b"first ", 1, 2, WHOLE)
    return [("wrong_document", part(m, b"third", 2, 2, WHOLE).position)]


@case("13.9")
def document_in_another_number_of_parts(m):
    """A part says that there are three parts where the first said two; it is not stored."""
    part(m, b"first ", 1, 2, WHOLE)
    bad = part(m, b"second", 2, 3, WHOLE)
    part(m, b"second", 2, 2, WHOLE)
    return [("wrong_document", bad.position)]


@case("13.9")
def document_part_not_stored(m):
    """A part that disagrees about their number is not stored, so that the right one may come with other bytes."""
    part(m, b"first ", 1, 2, WHOLE)
    bad = part(m, b"SECOND", 2, 3, WHOLE)
    part(m, b"second", 2, 2, WHOLE)
    return [("wrong_document", bad.position)]


@case("13.9")
def document_part_beyond_the_last(m):
    """Part 3 of 2."""
    return [("wrong_document", part(m, b"first ", 3, 2, WHOLE).position)]


@case("13.9")
def document_part_again_with_other_bytes(m):
    """A part comes a second time and is another; the first stays."""
    part(m, b"first ", 1, 2, WHOLE)
    bad = part(m, b"First ", 1, 2, WHOLE)
    part(m, b"second", 2, 2, WHOLE)
    return [("wrong_document", bad.position)]


@case("13.9")
def document_in_one_wrong_part(m):
    """A document of one part that is not it."""
    return [("wrong_document", part(m, b"first second ", 1, 1, WHOLE).position)]


# ---- doubts about revoked keys ----


@case("14.6")
def acts_of_a_stolen_key(m):
    """A key is revoked as doubtful from a position: its acts from there on are in doubt until answered."""
    m.document(m.clerk)
    doubtful = [m.document(m.clerk), quiet(m, m.clerk)]
    m.revoke(m.clerk, doubtful_from=doubtful[0].position)
    return [("key_doubtful", each.position) for each in doubtful]


@case("14.6")
def acts_of_a_stolen_key_that_failed(m):
    """An act in doubt may have failed as well."""
    m.have_clerk()
    bad = m.document(m.clerk, as_=None)
    m.revoke(m.clerk, doubtful_from=1)
    return [("post_not_entitled", bad.position), ("key_doubtful", bad.position)]


@case("14.6")
def acts_partly_answered(m):
    """Of three acts in doubt one is set aside and one confirmed with the owner's new key."""
    doubtful = [m.document(m.clerk), m.document(m.clerk), m.document(m.clerk)]
    m.revoke(m.clerk, doubtful_from=doubtful[0].position)
    person, key = m.clerk.person, m.new_key()
    m.enrol(person, key)
    m.confirm(Actor(person, key))
    cases = [f"person:{person}"]
    m.add(m.oversight, "acts_set_aside", {"acts": [doubtful[0].digest], "ground": "stolen"}, cases=cases)
    m.add(Actor(person, key, None), "acts_confirmed", {"acts": [doubtful[2].digest]}, cases=cases)
    return [("key_doubtful", doubtful[1].position)]


@case("14.6")
def doubt_that_was_widened(m):
    """Revoked twice: the first end stays, the wider doubt counts."""
    early, late = m.document(m.clerk), m.document(m.clerk)
    m.revoke(m.clerk, doubtful_from=late.position)
    m.revoke(m.clerk, doubtful_from=early.position)
    return [("key_doubtful", early.position), ("key_doubtful", late.position)]


@case("14.6")
def doubt_that_was_not_narrowed(m):
    """Revoked again with a doubt that begins later, and again with none: the wider doubt stays."""
    early, late = m.document(m.clerk), m.document(m.clerk)
    m.revoke(m.clerk, doubtful_from=early.position)
    m.revoke(m.clerk, doubtful_from=late.position)
    m.revoke(m.clerk)
    return [("key_doubtful", early.position), ("key_doubtful", late.position)]


@case("14.6")
def doubt_beyond_the_revocation(m):
    """`doubtful_from` above the revocation's own position counts as that position: here the owner's own act."""
    m.have_clerk()
    data = {"doubtful_from": 2**40, "key": m.clerk.key.key_id, "reason": "stolen"}
    own = m.add(m.clerk, "key_revoked", data, cases=[f"person:{m.clerk.person}"])
    return [("key_doubtful", own.position)]


@case("14.6")
def doubt_answered_by_a_failing_record(m):
    """An answer that fails answers nothing: the key that gives it is the one in doubt."""
    doubtful = m.document(m.clerk)
    m.revoke(m.clerk, doubtful_from=doubtful.position)
    bad = m.add(m.clerk, "acts_confirmed", {"acts": [doubtful.digest]}, cases=[f"person:{m.clerk.person}"])
    return [("key_doubtful", doubtful.position), ("key_revoked", bad.position)]
