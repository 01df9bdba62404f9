"""Who may sign what: posts, duties, and the cases an act must name (format §7, §13.6, §13.11)."""

from __future__ import annotations

from typing import Any

from ledger.sealing import canon
from ledger.sealing.envelope import ACT_TYPE, sign
from tests.corpus.build.cases.bytes_ import some_act
from tests.corpus.build.cases.keys import POST, quiet
from tests.corpus.build.expect import Expected
from tests.corpus.build.maker import case
from tests.support.ledgers import CONFIRMING, CUSTODIAN, MACHINE, OFFICE, REGISTRAR, Actor, Added


def not_entitled(added: Added) -> list[Expected]:
    """Only the right is missing."""
    return [("post_not_entitled", added.position)]


# ---- posts ----


@case("13.6")
def post_never_given(m):
    """Somebody with a confirmed key acts in a post that nobody gave them."""
    person = m.hire("second", None)
    bad = m.document(Actor(person.person, person.key, OFFICE))
    return [("post_not_held", bad.position), ("post_not_entitled", bad.position)]


@case("13.6")
def post_ended_before(m):
    """A post no longer held."""
    m.have_clerk()
    m.end(m.clerk.person, OFFICE)
    bad = m.document(m.clerk)
    return [("post_not_held", bad.position), ("post_not_entitled", bad.position)]


@case("13.6")
def post_given_by_a_failing_record(m):
    """The registrar gives a guarded post, which is not the registrar's to give: nobody holds it then."""
    person = m.hire("second", None)
    data = {"person": person.person, "post": CONFIRMING}
    failed = m.add(m.registrar, "post_assigned", data, cases=[f"person:{person.person}"])
    bad = quiet(m, Actor(person.person, person.key, CONFIRMING))
    return [
        ("post_not_entitled", failed.position),
        ("post_not_held", bad.position),
        ("post_not_entitled", bad.position),
    ]


@case("13.6")
def post_of_another_duty(m):
    """The registrar registers a document: the post is held but stands under another duty."""
    return [
        *not_entitled(m.add(m.registrar, "document_registered", some_act(m)["data"])),
        ("value_missing", m.size),
    ]


@case("13.6")
def as_themself_where_a_post_is_needed(m):
    """The clerk registers a document without naming the post."""
    return not_entitled(m.document(m.clerk, as_=None))


@case("13.6")
def machine_in_a_post(m):
    """`machine` signs with `as` set; it never holds a post, whatever was assigned to it."""
    m.assign(MACHINE, OFFICE)
    data = {"count": 1, "day": "2026-01-05", "first": bytes(32), "person": "wang1"}
    bad = m.add(m.machine, "refusals_throttled", data, cases=["person:wang1"], as_=OFFICE)
    return [("post_not_held", bad.position)]


@case("13.6")
def machine_signs_a_persons_act(m):
    """The ledger's own software registers a document."""
    return not_entitled(m.document(m.machine))


@case("13.6")
def machine_closes_the_ledger(m):
    """The ledger's own software cannot end the ledger."""
    return not_entitled(m.add(m.machine, "ledger_closed", {"reason": "finished", "successor": None}))


@case("13.6")
def person_signs_the_machines_act(m):
    """A clerk says that somebody's refusals were throttled."""
    data = {"count": 1, "day": "2026-01-05", "first": bytes(32), "person": "wang1"}
    return not_entitled(m.add(m.clerk, "refusals_throttled", data, cases=["person:wang1"]))


@case("13.6")
def person_records_a_reading(m):
    """A clerk records a look into the vault in somebody's name."""
    data = {"case": "person:wang1", "fields": ["name"], "purpose": "review", "reader": "zhang1"}
    return not_entitled(m.add(m.clerk, "vault_read", data, cases=["person:wang1"]))


# ---- keys ----


@case("7.2")
def key_enrolled_by_the_office(m):
    """Enrolling keys is the registrar's."""
    key = m.new_key()
    data = {"alg": key.alg, "person": "wang1", "pop": m.pop(key, "wang1"), "spki": key.spki}
    return not_entitled(m.add(m.clerk, "key_enrolled", data, cases=["person:wang1"]))


@case("7.2")
def key_confirmed_by_the_registrar(m):
    """Confirming keys is not the registrar's."""
    key = m.new_key()
    m.enrol("wang1", key)
    return not_entitled(m.add(m.registrar, "key_confirmed", {"key": key.key_id}, cases=["person:wang1"]))


@case("7.2")
def key_confirmed_by_its_owner(m):
    """A confirming officer confirms a further key of their own."""
    key = m.new_key()
    m.enrol("overs1", key)
    return not_entitled(m.confirm(Actor("overs1", key)))


@case("7.2")
def key_confirmed_by_its_enroller(m):
    """One person holds both posts, enrols a key as registrar and confirms it as confirming officer."""
    m.assign("regis1", CONFIRMING)
    key = m.new_key()
    m.enrol("wang1", key)
    both = Actor("regis1", m.registrar.key, CONFIRMING)
    return not_entitled(m.add(both, "key_confirmed", {"key": key.key_id}, cases=["person:wang1"]))


@case("7.2")
def key_revoked_by_the_office(m):
    """A clerk ends a colleague's key."""
    data = {"doubtful_from": None, "key": m.registrar.key.key_id, "reason": "lost"}
    return not_entitled(m.add(m.clerk, "key_revoked", data, cases=["person:regis1"]))


@case("7.2")
def key_revoked_by_its_owner_with_another_key(m):
    """An owner may end a key with that very key only; with another they need a duty."""
    second = m.new_key()
    m.enrol(m.clerk.person, second)
    m.confirm(Actor(m.clerk.person, second))
    data = {"doubtful_from": None, "key": m.clerk.key.key_id, "reason": "replaced"}
    return not_entitled(
        m.add(Actor(m.clerk.person, second, OFFICE), "key_revoked", data, cases=[f"person:{m.clerk.person}"])
    )


@case("7.2")
def key_revoked_in_a_post_not_held(m):
    """An owner ends the own key, but in a post that is not theirs: neither the post nor the right is there."""
    data = {"doubtful_from": None, "key": m.clerk.key.key_id, "reason": "lost"}
    bad = m.add(
        Actor(m.clerk.person, m.clerk.key, CUSTODIAN), "key_revoked", data, cases=[f"person:{m.clerk.person}"]
    )
    quiet(m, m.clerk)
    return [("post_not_held", bad.position), ("post_not_entitled", bad.position)]


# ---- posts and duties ----


@case("7.3")
def accomplice_in_oversight(m):
    """A registrar gives a confirming post to a friend."""
    data = {"person": "wang1", "post": CONFIRMING}
    return not_entitled(m.add(m.registrar, "post_assigned", data, cases=["person:wang1"]))


@case("7.3")
def confirmer_appoints_themself(m):
    """A confirming officer takes the registrar's post."""
    data = {"person": "overs1", "post": REGISTRAR}
    return not_entitled(m.add(m.oversight, "post_assigned", data, cases=["person:overs1"]))


@case("7.3")
def confirmer_gives_a_plain_post(m):
    """Posts that are not guarded are the registrar's to give."""
    data = {"person": "wang1", "post": OFFICE}
    return not_entitled(m.add(m.oversight, "post_assigned", data, cases=["person:wang1"]))


@case("7.3")
def clerk_gives_a_post(m):
    """The office gives no posts."""
    return not_entitled(
        m.add(m.clerk, "post_assigned", {"person": "wang1", "post": POST}, cases=["person:wang1"])
    )


@case("7.3")
def post_ended_by_a_colleague(m):
    """A clerk ends somebody else's post."""
    data = {"person": "regis1", "post": REGISTRAR, "reason": "left"}
    return not_entitled(m.add(m.clerk, "post_ended", data, cases=["person:regis1"]))


@case("7.3")
def registrar_ends_oversight(m):
    """A registrar removes the head of oversight."""
    data = {"person": "overs1", "post": CONFIRMING, "reason": "left"}
    bad = m.add(m.registrar, "post_ended", data, cases=["person:overs1"])
    m.have_clerk()
    return not_entitled(bad)


@case("7.3")
def post_guarded_since(m):
    """A post is put under confirming; from then on the registrar may not give it."""
    deputy = m.hire("deputy", "oversight/deputy")
    duty = {"duty": "confirming", "posts": sorted([CONFIRMING, "oversight/deputy"])}
    m.add_committed(m.oversight, "duties_changed", dict(duty), {"reason": "代理"})
    data = {"person": "wang1", "post": "oversight/deputy"}
    bad = m.add(m.registrar, "post_assigned", data, cases=["person:wang1"])
    m.enrol("li12", key := m.new_key())
    m.add(deputy, "key_confirmed", {"key": key.key_id}, cases=["person:li12"])
    return not_entitled(bad)


@case("7.3")
def duties_changed_by_the_registrar(m):
    """Duties are oversight's to give."""
    added = m.add_committed(
        m.registrar, "duties_changed", {"duty": "office", "posts": [OFFICE]}, {"reason": "x"}
    )
    return not_entitled(added)


@case("7.3")
def duty_taken_by_its_giver(m):
    """Oversight puts an own post under the registrar's duty."""
    data = {"duty": "registrar", "posts": [REGISTRAR, CONFIRMING]}
    return not_entitled(m.add_committed(m.oversight, "duties_changed", data, {"reason": "x"}))


@case("7.3")
def post_that_lost_its_duty(m):
    """The office's duty moves to another post; the clerk's post is held but gives no right."""
    m.have_clerk()
    m.add_committed(
        m.oversight, "duties_changed", {"duty": "office", "posts": ["office/new"]}, {"reason": "x"}
    )
    return not_entitled(m.document(m.clerk))


# ---- documents, answers, openings, the end ----


@case("7.5")
def part_filed_by_the_custodian(m):
    """Documents are filed by the office or the registrar."""
    data = {"bytes": b"a", "document": bytes(32), "part": 1, "parts": 2}
    return not_entitled(m.add(m.keeper, "document_filed", data))


@case("7.4")
def acts_confirmed_by_another(m):
    """Only the author of acts answers for them so."""
    doc = m.document(m.clerk)
    data = {"acts": [doc.digest]}
    return not_entitled(m.add(m.registrar, "acts_confirmed", data, cases=[f"person:{m.clerk.person}"]))


@case("7.4")
def acts_confirmed_of_two_authors(m):
    """Among the acts confirmed is one of somebody else."""
    doc = m.document(m.clerk)
    acts = sorted([doc.digest, m.added[0].digest])
    cases = [f"person:{m.clerk.person}", "person:regis1"]
    return not_entitled(m.add(m.clerk, "acts_confirmed", {"acts": acts}, cases=cases))


@case("7.4")
def signature_repudiated_by_another(m):
    """Nobody repudiates a signature for somebody else."""
    doc = m.document(m.clerk)
    data: dict[str, Any] = {"acts": [doc.digest]}
    cases = [f"person:{m.clerk.person}"]
    return not_entitled(
        m.add_committed(m.registrar, "signature_repudiated", data, {"reason": "x"}, cases=cases)
    )


@case("7.4")
def acts_set_aside_by_the_office(m):
    """Setting acts aside is oversight's."""
    doc = m.document(m.clerk)
    data = {"acts": [doc.digest], "ground": "stolen"}
    return not_entitled(m.add(m.clerk, "acts_set_aside", data, cases=[f"person:{m.clerk.person}"]))


@case("7.6")
def value_opened_by_the_custodian_without_an_order(m):
    """The custodian opens a colleague's value without oversight's order in `basis`."""
    doc = m.document(m.clerk)
    return not_entitled(m.open_values(m.keeper, doc, "number"))


@case("7.6")
def value_opened_by_the_registrar(m):
    """A post under another duty opens a colleague's value, order or not."""
    doc = m.document(m.clerk)
    return not_entitled(m.open_values(m.registrar, doc, "number", basis=[doc.digest]))


@case("7.7")
def ledger_closed_by_the_office(m):
    """Closing is oversight's; the ledger goes on."""
    bad = m.add(m.clerk, "ledger_closed", {"reason": "finished", "successor": None})
    m.document(m.clerk)
    return not_entitled(bad)


# ---- cases ----


def wrong_cases(added: Added) -> list[Expected]:
    """Only `cases` is wrong."""
    return [("cases_wrong", added.position)]


@case("13.11")
def cases_of_another_person(m):
    """A key is enrolled under another person's case; it has its effect all the same."""
    key = m.new_key()
    bad = m.enrol("wang1", key, cases=["person:li12"])
    quiet(m, Actor("wang1", key, None))
    return wrong_cases(bad)


@case("13.11")
def cases_empty(m):
    """A post is given under no case at all."""
    return wrong_cases(m.assign("wang1", OFFICE, cases=[]))


@case("13.11")
def cases_more_than_it_names(m):
    """A revocation names a person it does not touch."""
    m.have_clerk()
    return wrong_cases(m.revoke(m.clerk, cases=[f"person:{m.clerk.person}", "person:regis1"]))


@case("13.11")
def cases_of_the_acts_answered(m):
    """Acts are set aside without the case of one of their authors."""
    doc = m.document(m.clerk)
    acts = sorted([doc.digest, m.added[0].digest])
    data = {"acts": acts, "ground": "stolen"}
    return wrong_cases(m.add(m.oversight, "acts_set_aside", data, cases=["person:regis1"]))


@case("13.11")
def cases_of_a_refusal(m):
    """A refusal is filed under another person than the one refused."""
    data = {"person": m.clerk.person, "post": POST, "reason": "left"}
    m.tick()
    inner = canon.encode(m.act(m.clerk, "post_ended", data, cases=[f"person:{m.clerk.person}"]))
    return wrong_cases(m.refuse_signed(inner, sign(m.clerk.key, ACT_TYPE, inner), "regis1"))


@case("13.11")
def cases_of_the_registry(m):
    """A closing is filed under a person instead of the registry."""
    return wrong_cases(
        m.add(
            m.oversight, "ledger_closed", {"reason": "finished", "successor": None}, cases=["person:overs1"]
        )
    )
