"""Whose key signed, whether it counts, and what it signed (format §13.4 c, §13.5, §13.6)."""

from __future__ import annotations

from typing import Any

from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from ledger.sealing import canon
from ledger.sealing.envelope import ACT_TYPE, POP_TYPE, pae, pop_body, sign
from tests.corpus.build.cases.bytes_ import some_act
from tests.corpus.build.expect import Expected
from tests.corpus.build.maker import P256_ORDER, CorpusMaker, RepeatableP256, case, fixed_key
from tests.support.ledgers import MACHINE, OFFICE, REGISTRAR, SECOND, Actor

L = 2**252 + 27742317777372353535851937790883648493
POST = "guest/desk"


def quiet(m: CorpusMaker, by: Actor, **parts: Any) -> Any:
    """An act that anybody may sign and that changes nothing: a person gives up a post that they do not hold."""
    data = {"person": by.person, "post": POST, "reason": "left"}
    return m.add(by, "post_ended", data, **{"cases": [f"person:{by.person}"], **parts})


def enrol(m: CorpusMaker, person: str, key: Any, **data: Any) -> Any:
    """A key is enrolled with parts of its data as given."""
    fields = {"alg": key.alg, "person": person, "pop": m.pop(key, person), "spki": key.spki, **data}
    return m.add(m.registrar, "key_enrolled", fields, cases=[f"person:{person}"])


# ---- replay ----


@case("13.4 c")
def act_of_another_ledger(m):
    """An act of a rehearsal by the same registrar under the same key is copied into this ledger."""
    rehearsal = m.other()
    foreign = rehearsal.enrol("wang1", rehearsal.new_key())
    m.tick(30 * SECOND)
    copied = m.add_signed(foreign.act_bytes, foreign.sig)
    return [("wrong_ledger", copied.position), ("bad_pop", copied.position)]


@case("13.4 c")
def act_of_no_ledger(m):
    """A later record with `ledger` nil."""
    return [("wrong_ledger", quiet(m, m.registrar, as_=None, ledger=None).position)]


@case("13.4 c")
def act_twice(m):
    """The same envelope is recorded a second time."""
    once = m.document(m.clerk)
    again = m.add_signed(once.act_bytes, once.sig)
    return [
        ("replayed_act", again.position),
        ("replayed_id", again.position),
    ]


@case("13.4 c")
def act_twice_with_another_signature(m):
    """The same act under a new, good signature is the same act."""
    once = m.document(m.clerk)
    key = m.clerk.key
    assert isinstance(key, RepeatableP256)
    fresh = _another_p256_signature(key, once.act_bytes)
    again = m.add_signed(once.act_bytes, fresh)
    return [("replayed_act", again.position), ("replayed_id", again.position)]


def _another_p256_signature(key: RepeatableP256, act: bytes) -> bytes:
    """A second good signature over the same bytes: another nonce, written out by hand."""
    import hashlib

    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    loaded = load_der_private_key(key.pkcs8(), None)
    assert isinstance(loaded, ec.EllipticCurvePrivateKey)
    secret = loaded.private_numbers().private_value
    nonce = 0x1234567
    r = ec.derive_private_key(nonce, ec.SECP256R1()).public_key().public_numbers().x % P256_ORDER
    e = int.from_bytes(hashlib.sha256(pae(ACT_TYPE, act)).digest(), "big")
    s = pow(nonce, -1, P256_ORDER) * (e + r * secret) % P256_ORDER
    return r.to_bytes(32, "big") + min(s, P256_ORDER - s).to_bytes(32, "big")


@case("13.4 c")
def act_that_was_refused_before(m):
    """A digest is decided once: what was refused cannot be accepted later. Its id is not spent by the refusal."""
    m.have_clerk()
    data = {"person": m.clerk.person, "post": POST, "reason": "left"}
    refused = m.refuse(m.clerk, "post_ended", data, cases=[f"person:{m.clerk.person}"])
    inner = refused.act["data"]
    again = m.add_signed(inner["act"], inner["sig"])
    return [("replayed_act", again.position)]


@case("13.4 c")
def refusal_of_what_stands_in_the_line(m):
    """The digest of bytes that were no record's good envelope is remembered: here a life act with a bad mode is
    refused, after its bytes stood in the line once."""
    misfit = quiet(m, m.clerk, mode="mandate", for_="wang1")
    again = m.refuse_signed(misfit.act_bytes, misfit.sig, m.clerk.person)
    return [("not_an_act", misfit.position), ("replayed_act", again.position)]


@case("13.4 c")
def id_twice(m):
    """Two different acts of one person under one id."""
    first = m.document(m.clerk)
    other = m.document(m.clerk, id=first.act["id"])
    return [("replayed_id", other.position)]


@case("13.4 c")
def id_twice_the_first_of_which_failed(m):
    """A failed act spends its pair of signer and id all the same."""
    first = quiet(m, m.clerk, as_=REGISTRAR)
    other = quiet(m, m.clerk, id=first.act["id"])
    return [
        ("post_not_held", first.position),
        ("post_not_entitled", first.position),
        ("replayed_id", other.position),
    ]


# ---- the key ----


@case("13.5")
def key_never_enrolled(m):
    """A stranger signs as the clerk with a key of their own; nothing can be verified under it."""
    bad = m.add(Actor(m.clerk.person, m.new_key(), OFFICE), "document_registered", some_act(m)["data"])
    return [("key_not_enrolled", bad.position), ("value_missing", bad.position)]


@case("13.5")
def key_of_a_colleague(m):
    """The registrar signs as the clerk, naming the own key."""
    bad = quiet(m, Actor(m.clerk.person, m.registrar.key, OFFICE))
    return [("key_of_another", bad.position)]


@case("13.5")
def key_of_the_machine_for_a_person(m):
    """The ledger's own key signs for the registrar."""
    bad = quiet(m, Actor("regis1", m.machine.key, None))
    return [("key_of_another", bad.position)]


def recovery_key(m: CorpusMaker) -> Actor:
    """The first holder of a recovery key."""
    entry = m.added[0].act["data"]["recovery"]["keys"][0]
    numbers = (fixed_key("p256-sha256", str(number)) for number in range(1, 20))
    return Actor(entry["person"], next(key for key in numbers if key.spki == entry["spki"]), None)


@case("13.5")
def recovery_key_that_acts(m):
    """A recovery key signs an act of its holder."""
    return [("key_wrong_use", quiet(m, recovery_key(m)).position)]


@case("13.5")
def machine_under_an_acting_key(m):
    """Somebody has a key enrolled for `machine`; that does not make it the machine's."""
    key = m.new_key()
    m.enrol(MACHINE, key)
    bad = m.add(
        Actor(MACHINE, key, None),
        "refusals_throttled",
        {"count": 1, "day": "2026-01-05", "first": bytes(32), "person": "wang1"},
        cases=["person:wang1"],
    )
    return [("key_wrong_use", bad.position)]


@case("13.5")
def key_not_confirmed_in_a_post(m):
    """A key that nobody confirmed acts in a post that its owner holds."""
    key = m.new_key()
    m.enrol("wang1", key)
    m.assign("wang1", OFFICE)
    bad = m.document(Actor("wang1", key, OFFICE))
    return [("key_not_confirmed", bad.position)]


@case("13.5")
def key_not_confirmed_of_a_former_official(m):
    """Who has once held a post needs a confirmed key for ever, even to act as themself."""
    key = m.new_key()
    m.enrol("wang1", key)
    m.assign("wang1", OFFICE)
    m.end("wang1", OFFICE)
    return [("key_not_confirmed", quiet(m, Actor("wang1", key, None)).position)]


@case("13.5")
def second_key_not_confirmed(m):
    """Only the first key of a person counts without confirmation."""
    m.enrol("wang1", m.new_key())
    second = m.new_key()
    m.enrol("wang1", second)
    return [("key_not_confirmed", quiet(m, Actor("wang1", second, None)).position)]


@case("13.5")
def second_key_of_a_founder(m):
    """A founder's further key needs confirmation like any other."""
    key = m.new_key()
    m.enrol("regis1", key)
    return [("key_not_confirmed", quiet(m, Actor("regis1", key, None)).position)]


@case("13.5")
def key_used_after_its_end(m):
    """The record after the revocation is the first that the key cannot sign."""
    m.have_clerk()
    m.revoke(m.clerk)
    return [("key_revoked", quiet(m, m.clerk).position)]


@case("13.5")
def backdated_with_a_revoked_key(m):
    """`at` and `signed` lie before the revocation: neither has a say in it."""
    m.have_clerk()
    when = m.now
    m.tick()
    m.revoke(m.clerk)
    return [("key_revoked", quiet(m, m.clerk, at=when, signed=when).position)]


@case("13.5")
def only_the_first_reason_is_given(m):
    """A key unconfirmed, revoked and of another: only that it is another's."""
    key = m.new_key()
    m.enrol("wang1", key)
    m.revoke(Actor("wang1", key, None))
    return [("key_of_another", quiet(m, Actor("regis1", key, None)).position)]


@case("13.5")
def key_confirmed_by_a_failing_record(m):
    """The confirmation fails, so that the key is not confirmed."""
    key = m.new_key()
    m.enrol("wang1", key)
    failed = m.confirm(Actor("wang1", key), signed_with=m.registrar.key)
    m.assign("wang1", OFFICE)
    bad = m.document(Actor("wang1", key, OFFICE))
    return [("bad_signature", failed.position), ("key_not_confirmed", bad.position)]


# ---- new keys ----


@case("13.6")
def enrolled_key_of_small_order(m):
    """An Ed25519 key of order 4."""
    bad = enrol(
        m, "wang1", m.new_key(), alg="ed25519", spki=bytes.fromhex("302a300506032b6570032100") + bytes(32)
    )
    return [("bad_key", bad.position)]


@case("13.6")
def enrolled_key_of_mixed_order(m):
    """An Ed25519 key with a component of order 2 added: on the curve, but not of prime order."""
    p = 2**255 - 19
    public = fixed_key("ed25519", "mixed").spki[12:]
    number = int.from_bytes(public, "little")
    # Adding the point of order 2 turns (x, y) into (-x, -y).
    y, odd = number & (2**255 - 1), number >> 255
    moved = ((p - y) | (1 - odd) << 255).to_bytes(32, "little")
    bad = enrol(
        m, "wang1", m.new_key(), alg="ed25519", spki=bytes.fromhex("302a300506032b6570032100") + moved
    )
    return [("bad_key", bad.position)]


@case("13.6")
def enrolled_key_in_another_spelling(m):
    """An Ed25519 key whose y is not reduced."""
    spelled = (2**255 - 19 + 3).to_bytes(32, "little")
    bad = enrol(
        m, "wang1", m.new_key(), alg="ed25519", spki=bytes.fromhex("302a300506032b6570032100") + spelled
    )
    return [("bad_key", bad.position)]


@case("13.6")
def enrolled_key_off_the_curve(m):
    """A P-256 key whose point is not on the curve."""
    key = m.new_key()
    bad = enrol(m, "wang1", key, spki=key.spki[:-1] + bytes([key.spki[-1] ^ 1]))
    return [("bad_key", bad.position)]


@case("13.6")
def enrolled_key_compressed(m):
    """A P-256 key with its point in the compressed form."""
    key = m.new_key()
    prefix = bytes.fromhex("3039301306072a8648ce3d020106082a8648ce3d030107032200")
    point = bytes([2 | key.spki[-1] & 1]) + key.spki[27:59]
    return [("bad_key", enrol(m, "wang1", key, spki=prefix + point).position)]


@case("13.6")
def enrolled_key_of_the_other_algorithm(m):
    """A P-256 key enrolled under the name of Ed25519."""
    return [("bad_key", enrol(m, "wang1", m.new_key(), alg="ed25519").position)]


@case("13.6")
def enrolled_key_without_possession(m):
    """The proof of possession is signed by another key."""
    key, other = m.new_key(), m.new_key()
    body = pop_body(key=key.key_id, ledger=m.ledger, origin=m.origin, person="wang1", use="act")
    return [("bad_pop", enrol(m, "wang1", key, pop=sign(other, POP_TYPE, body)).position)]


@case("13.6")
def enrolled_key_proven_for_another_person(m):
    """The proof names somebody else: a registrar gives a colleague's key to another person."""
    key = m.new_key()
    return [("bad_pop", enrol(m, "wang1", key, pop=m.pop(key, "zhang1")).position)]


@case("13.6")
def enrolled_key_proven_for_no_ledger(m):
    """The proof was made as for a founding."""
    key = m.new_key()
    body = pop_body(key=key.key_id, ledger=None, origin=m.origin, person="wang1", use="act")
    return [("bad_pop", enrol(m, "wang1", key, pop=sign(key, POP_TYPE, body)).position)]


@case("13.6")
def enrolled_key_proven_by_an_act_signature(m):
    """The owner's signature over the right body, but as an act and not as a proof."""
    key = m.new_key()
    body = pop_body(key=key.key_id, ledger=m.ledger, origin=m.origin, person="wang1", use="act")
    return [("bad_pop", enrol(m, "wang1", key, pop=sign(key, ACT_TYPE, body)).position)]


@case("13.6")
def key_enrolled_for_a_second_person(m):
    """A key that is somebody's already; it stays the first person's."""
    clerk = m.clerk
    bad = enrol(m, "wang1", clerk.key)
    m.document(clerk)
    return [("key_twice", bad.position)]


@case("13.6")
def revoked_key_enrolled_again(m):
    """A revoked key does not come back."""
    clerk = m.clerk
    m.revoke(clerk)
    return [("key_twice", enrol(m, clerk.person, clerk.key).position)]


@case("13.6")
def recovery_key_enrolled(m):
    """A key that stands in record 1 for recovery cannot become a person's acting key."""
    holder = recovery_key(m)
    return [("key_twice", enrol(m, holder.person, holder.key).position)]


@case("13.6")
def key_of_an_enrolment_that_failed(m):
    """A key whose enrolment failed is not enrolled."""
    key = m.new_key()
    failed = enrol(m, "wang1", key, pop=b"")
    bad = quiet(m, Actor("wang1", key, None))
    return [("bad_pop", failed.position), ("key_not_enrolled", bad.position)]


# ---- signatures ----


def signature(m: CorpusMaker, change: Any, by: Actor | None = None) -> list[Expected]:
    """A document registered by the clerk under a changed signature."""
    by = by or m.clerk
    m.tick()
    data = {"person": by.person, "post": POST, "reason": "left"}
    act = canon.encode(m.act(by, "post_ended", data, cases=[f"person:{by.person}"]))
    return [("bad_signature", m.add_signed(act, change(act, sign(by.key, ACT_TYPE, act))).position)]


@case("13.6")
def signature_with_a_flipped_bit(m):
    """One bit of the signature is changed."""
    return signature(m, lambda act, sig: bytes([sig[0] ^ 1]) + sig[1:])


@case("13.6")
def signature_over_other_bytes(m):
    """The signature is that of another act by the same person."""
    other = m.document(m.clerk)
    return signature(m, lambda act, sig: other.sig)


@case("13.6")
def signature_of_another_person(m):
    """Another enrolled person's key signed."""
    return signature(m, lambda act, sig: sign(m.registrar.key, ACT_TYPE, act))


@case("13.6")
def signature_with_high_s(m):
    """The twin of a good P-256 signature: libraries accept it, the format does not."""
    high = lambda act, sig: sig[:32] + (P256_ORDER - int.from_bytes(sig[32:], "big")).to_bytes(32, "big")  # noqa: E731
    return signature(m, high)


@case("13.6")
def signature_in_der(m):
    """A P-256 signature in DER."""
    return signature(
        m,
        lambda act, sig: encode_dss_signature(
            int.from_bytes(sig[:32], "big"), int.from_bytes(sig[32:], "big")
        ),
    )


@case("13.6")
def signature_of_nothing(m):
    """An empty signature."""
    return signature(m, lambda act, sig: b"")


@case("13.6")
def signature_with_a_byte_more(m):
    """A good signature with one byte more."""
    return signature(m, lambda act, sig: sig + b"\x00")


@case("13.6")
def signature_of_zeros(m):
    """r = s = 0."""
    return signature(m, lambda act, sig: bytes(64))


@case("13.6")
def signature_over_the_bare_act(m):
    """The key signed the act's bytes without the pre-authentication encoding."""
    return signature(m, lambda act, sig: m.clerk.key.sign(act))


@case("13.6")
def signature_of_another_payload_type(m):
    """A signature over the act's bytes as a proof of possession."""
    return signature(m, lambda act, sig: sign(m.clerk.key, POP_TYPE, act))


@case("13.6")
def signature_ed25519_with_s_beyond_l(m):
    """An Ed25519 signature whose S is raised by L."""
    by = m.hire("second", OFFICE, alg="ed25519")

    def raised(act, sig):
        return sig[:32] + (int.from_bytes(sig[32:], "little") + L).to_bytes(32, "little")

    return signature(m, raised, by)


@case("13.6")
def signature_under_a_revoked_key(m):
    """A wrong signature is found whatever the state of its key."""
    m.have_clerk()
    m.revoke(m.clerk)
    bad = quiet(m, m.clerk, signed_with=m.registrar.key)
    return [("key_revoked", bad.position), ("bad_signature", bad.position)]


@case("13.6")
def signature_moved_to_another_person(m):
    """`by` is changed after signing: the key is another's, and the signature does not fit the bytes."""
    bad = quiet(m, Actor("regis1", m.clerk.key, None), signed_with=m.oversight.key)
    return [("key_of_another", bad.position), ("bad_signature", bad.position)]
