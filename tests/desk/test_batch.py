"""A batch goes in whole or not at all; only acts with breaches of their own are recorded, at most 20 (format §4)."""

import secrets

import pytest

from ledger.desk import Accepted, Checked, Refused, Undecided
from ledger.rules.life.fact import of_record
from ledger.sealing import canon, record
from ledger.sealing.algorithms import generate
from tests.desk.office import CLERK, HEAD, HOUR, Person, accept, codes, digest
from tests.desk.test_accept import BEFORE


def kinds(outcomes):
    return [type(outcome) for outcome in outcomes]


def test_a_batch_stands_together(office):
    desk = office.open()
    batch = office.batch([office.assign] * 5)
    outcomes = desk.submit(batch)
    assert kinds(outcomes) == [Accepted] * 5
    assert [o.position for o in outcomes] == list(range(BEFORE + 1, BEFORE + 6))
    assert len({o.recorded_at for o in outcomes}) == 1
    assert {(o.size, o.root) for o in outcomes} == {(BEFORE + 5, desk.store.head().root)}
    members = [canon.decode(record.unpack(desk.store.record(o.position)).act)["batch"] for o in outcomes]
    assert [number for _, number, _ in members] == [1, 2, 3, 4, 5]
    office.verified()


def test_each_is_judged_behind_the_earlier_ones(office):
    """A key is enrolled and revoked again in one batch of its registrar."""
    desk = office.open()
    new = Person("grace1", generate("ed25519"))
    outcomes = desk.submit(
        office.batch([lambda **p: office.enrol(new, **p), lambda **p: office.revoke(new, **p)])
    )
    assert kinds(outcomes) == [Accepted] * 2
    assert desk.state.keys[new.key.key_id].revoked == BEFORE + 2
    office.verified()


def test_the_same_batch_again(office):
    desk = office.open()
    batch = office.batch([office.assign, office.assign, office.assign])
    first = desk.submit(batch)
    accept(desk, office.assign())
    again = office.open(desk="other").submit(batch)
    assert [(o.act, o.position, o.recorded_at) for o in again] == [
        (o.act, o.position, o.recorded_at) for o in first
    ]
    assert desk.store.head().size == BEFORE + 4
    # Single members and any part of it get the same answer too.
    assert desk.submit(batch[1:2])[0].position == first[1].position
    assert [o.position for o in desk.submit(batch[:0:-1])] == [first[2].position, first[1].position]


def wrong(office):
    return lambda **p: office.assign(HEAD, **p)


def test_one_wrong_act_keeps_out_all(office):
    desk = office.open()
    fine = office.assign
    batch = office.batch([fine, wrong(office), fine, fine])
    outcomes = desk.submit(batch)
    assert kinds(outcomes) == [Undecided, Refused, Undecided, Undecided]
    assert codes(outcomes[1]) == ["post_not_entitled"], "its neighbours are no breach of its own"
    assert outcomes[1].recorded_as == BEFORE + 1 == desk.store.head().size
    assert outcomes[0].json() == {
        "outcome": "undecided",
        "act": digest(batch[0]).hex(),
        "recorded_as": None,
        "breaches": [],
    }
    for submission in (batch[0], batch[2], batch[3]):
        assert desk.store.decided(digest(submission)) is None
    office.verified()


def test_the_innocent_may_be_sent_again(office):
    """As they are they belong to that batch; entered anew, with the wrong one put right, they go in."""
    desk = office.open()
    batch = office.batch([office.assign, wrong(office), office.assign])
    first = desk.submit(batch)
    again = desk.submit(batch)
    assert [o.json() for o in again] == [o.json() for o in first]
    assert desk.store.head().size == BEFORE + 1
    assert kinds(desk.submit(office.batch([office.assign] * 3))) == [Accepted] * 3
    report = office.verified()
    assert report["refused"] == 1


def test_several_wrong_acts_are_all_recorded(office):
    desk = office.open()
    batch = office.batch([wrong(office), office.assign, wrong(office), wrong(office)])
    outcomes = desk.submit(batch)
    assert kinds(outcomes) == [Refused, Undecided, Refused, Refused]
    assert [o.recorded_as for o in outcomes if isinstance(o, Refused)] == [BEFORE + 1, BEFORE + 2, BEFORE + 3]
    assert [codes(o) for o in outcomes] == [
        ["post_not_entitled"],
        [],
        ["post_not_entitled"],
        ["post_not_entitled"],
    ]
    office.verified()


def test_an_act_that_rests_on_a_wrong_one_is_not_blamed_for_it(office):
    """Its neighbour's being signed too early does not make the key unknown."""
    desk = office.open()
    new = Person("grace1", generate("ed25519"))
    batch = office.batch(
        [
            lambda **p: office.enrol(new, signed=office.clock.now - HOUR, **p),
            lambda **p: office.revoke(new, **p),
        ]
    )
    outcomes = desk.submit(batch)
    assert kinds(outcomes) == [Refused, Undecided]
    assert codes(outcomes[0]) == ["not_live"]
    assert new.key.key_id not in desk.state.keys


def test_at_most_twenty_refusals_of_a_batch(office):
    desk = office.open()
    batch = office.batch([wrong(office)] * 25)
    outcomes = desk.submit(batch)
    assert kinds(outcomes) == [Refused] * 25
    recorded = [o.recorded_as for o in outcomes if isinstance(o, Refused)]
    assert recorded == [*range(BEFORE + 1, BEFORE + 21), *[None] * 5]
    assert all(codes(o) == ["post_not_entitled"] for o in outcomes)
    # Sending it again adds none.
    again = desk.submit(batch)
    assert [o.recorded_as for o in again if isinstance(o, Refused)] == recorded
    assert desk.store.head().size == BEFORE + 20
    assert office.verified()["refused"] == 20


def test_an_act_of_bad_form_in_a_batch(office):
    desk = office.open()
    batch = office.batch([office.assign, office.assign, wrong(office)])
    batch[1] = batch[1]._replace(sig=bytes(64))
    outcomes = desk.submit(batch)
    assert kinds(outcomes) == [Undecided, Refused, Refused]
    assert codes(outcomes[1]) == ["bad_signature"]
    assert [o.recorded_as for o in outcomes if isinstance(o, Refused)] == [None, BEFORE + 1]
    office.verified()


def test_only_acts_of_bad_form(office):
    desk = office.open()
    batch = [submission._replace(sig=bytes(64)) for submission in office.batch([office.assign] * 2)]
    assert [codes(o) for o in desk.submit(batch)] == [["bad_signature"]] * 2
    assert desk.store.head().size == BEFORE


def misnumbered(office, numbers, of, name=b"n" * 16):
    return [office.assign(batch=[name, number, of]) for number in numbers]


SHAPES = {
    "no batch at all": lambda o: [o.assign(), o.assign()],
    "two batches": lambda o: [o.assign(batch=[b"a" * 16, 1, 2]), o.assign(batch=[b"b" * 16, 2, 2])],
    "one outside": lambda o: [o.assign(batch=[b"a" * 16, 1, 2]), o.assign()],
    "the other way round": lambda o: misnumbered(o, [2, 1], 2),
    "one number twice": lambda o: misnumbered(o, [1, 1], 2),
    "from the second on": lambda o: misnumbered(o, [2, 3], 3),
    "the last left out": lambda o: misnumbered(o, [1, 2], 3),
    "one too many": lambda o: misnumbered(o, [1, 2, 2], 2),
    "two signers": lambda o: [
        o.assign(batch=[b"a" * 16, 1, 2]),
        o.assign(HEAD, who=o.head, batch=[b"a" * 16, 2, 2]),
    ],
    "a part alone": lambda o: misnumbered(o, [1], 2),
    "a later part alone": lambda o: misnumbered(o, [2], 2),
    "one act twice": lambda o: [o.assign(batch=[b"a" * 16, 1, 2])] * 2,
}


@pytest.mark.parametrize("name", SHAPES)
def test_what_is_no_batch(office, name):
    desk = office.open()
    unit = SHAPES[name](office)
    outcomes = desk.submit(unit)
    assert all("batch_misfit" in codes(o) for o in outcomes)
    assert {o.json()["class"] for o in outcomes} == {"invalid"}
    assert desk.store.head().size == BEFORE
    assert all(desk.store.decided(digest(s)) is None for s in unit)


def test_a_batch_of_one_and_nothing(office):
    desk = office.open()
    assert kinds(desk.submit(office.batch([office.assign]))) == [Accepted]
    assert desk.submit([]) == []
    assert desk.submit([], check=True) == []
    office.verified()


def test_a_batch_id_is_used_once(office):
    desk = office.open()
    desk.submit(misnumbered(office, [1, 2], 2))
    for numbers in ([1], [1, 2]):
        outcomes = desk.submit(misnumbered(office, numbers, len(numbers)))
        assert all("batch_misfit" in codes(o) for o in outcomes)
    assert desk.store.head().size == BEFORE + 2
    office.verified()


def test_a_batch_beyond_one_commit_of_others(office):
    """A large table goes in at once: 300 records in one append."""
    desk = office.open()
    outcomes = desk.submit(office.batch([lambda **p: office.assign(person="fred01", **p)] * 300))
    assert kinds(outcomes) == [Accepted] * 300
    assert {o.size for o in outcomes} == {BEFORE + 300}
    office.verified()


def test_checking_a_batch_stores_nothing_and_says_the_same(office):
    desk = office.open()
    good = office.batch([office.assign] * 3)
    bad = office.batch([office.assign, wrong(office), office.assign])
    assert [o.json()["outcome"] for o in desk.submit(good, check=True)] == ["would_accept"] * 3
    outcomes = desk.submit(bad, check=True)
    assert kinds(outcomes) == [Undecided, Checked, Undecided]
    assert outcomes[1].json()["outcome"] == "would_refuse"
    assert codes(outcomes[1]) == ["post_not_entitled"]
    assert desk.store.head().size == BEFORE


def test_committed_values_of_a_batch(office):
    desk = office.open()
    batch = office.batch([office.document] * 4)
    assert kinds(desk.submit(batch)) == [Accepted] * 4
    refused = office.batch([office.document, lambda **p: office.document(as_=HEAD, **p)])
    desk.submit(refused)
    assert desk.vault.values([digest(s) for s in refused]) == {}
    assert office.verified()["commitments"] == {
        "present": 8, "erased": 0, "withheld": 0, "missing": 0, "wrong": 0,
    }  # fmt: skip


def test_the_refusals_of_a_batch_are_of_the_same_moment(office):
    desk = office.open()
    desk.submit(office.batch([wrong(office)] * 3))
    facts = [of_record(desk.store.record(p))[0] for p in range(BEFORE + 1, BEFORE + 4)]
    assert {fact.recorded_at for fact in facts} == {office.clock.now}
    assert all(fact.act is not None and fact.act["batch"] is None for fact in facts)
    inner = [canon.decode(fact.act["data"]["act"])["batch"][1] for fact in facts if fact.act]
    assert inner == [1, 2, 3]


def test_posts_given_earlier_in_the_batch_do_not_count_for_its_signer(office):
    """The registrar makes a clerk of himself and acts as one: the second act is judged behind the first."""
    desk = office.open()
    batch = office.batch(
        [
            lambda **p: office.assign(CLERK, office.registrar.id, **p),
            lambda **p: office.signed(
                office.registrar,
                "document_filed",
                {"bytes": b"x", "document": secrets.token_bytes(32), "part": 1, "parts": 2},
                as_=CLERK,
                **p,
            ),
        ]
    )
    assert kinds(desk.submit(batch)) == [Accepted] * 2
    office.verified()
