"""Refusals are records: the whole refused envelope under the machine's key, so nobody can invent or hide one."""

import secrets

import pytest

from ledger.desk import Refused, Undecided
from ledger.desk.machine import Machine
from ledger.errors import CATALOGUE, LedgerError
from ledger.rules.breach import BreachFound
from ledger.rules.life.fact import of_record
from ledger.sealing import canon, notes, record
from ledger.sealing.algorithms import generate, load_public
from ledger.sealing.envelope import act_message
from tests.desk.office import CLERK, HEAD, HOUR, MINUTE, REGISTRAR, Person, accept, codes, digest
from tests.desk.test_accept import BEFORE


def refused(desk, submission):
    (outcome,) = desk.submit([submission])
    assert isinstance(outcome, Refused), outcome.json()
    return outcome


def other_key(office):
    return Person(office.clerk.id, generate("p256-sha256"), CLERK)


# What is tried → (code among the breaches, class of the refusal).
TRIED = {
    "a clerk gives a post": (lambda o, d: o.forbidden(), "post_not_entitled", "not_allowed"),
    "a post one does not hold": (
        lambda o, d: o.document(as_=HEAD),
        "post_not_held",
        "not_allowed",
    ),
    "an official act as oneself": (lambda o, d: o.document(as_=None), "post_not_entitled", "not_allowed"),
    "a post that the registrar may not give": (
        lambda o, d: o.assign(HEAD),
        "post_not_entitled",
        "not_allowed",
    ),
    "a guarded post to oneself": (
        lambda o, d: o.assign(REGISTRAR, o.head.id, who=o.head),
        "post_not_entitled",
        "not_allowed",
    ),
    "confirming one's own key": (
        lambda o, d: o.confirm(o.head),
        "post_not_entitled",
        "not_allowed",
    ),
    "an official act of the machine's": (
        lambda o, d: o.signed(
            o.head,
            "vault_read",
            {"case": "cycle:abcd", "fields": [], "purpose": "x", "reader": o.head.id},
            cases=["cycle:abcd"],
        ),
        "post_not_entitled",
        "not_allowed",
    ),
    "a key for the second time": (lambda o, d: o.enrol(o.applicant), "key_twice", "not_allowed"),
    "a proof for another person": (
        lambda o, d: o.signed(
            o.registrar,
            "key_enrolled",
            {**canon.decode(o.enrol(o.applicant).act)["data"], "person": "other1"},
            cases=["person:other1"],
        ),
        "bad_pop",
        "not_allowed",
    ),
    "a key that is none": (
        lambda o, d: o.signed(
            o.registrar,
            "key_enrolled",
            {"alg": "ed25519", "person": "other1", "pop": b"", "spki": bytes(44)},
            cases=["person:other1"],
        ),
        "bad_key",
        "not_allowed",
    ),
    "signed an hour ahead": (
        lambda o, d: o.assign(signed=o.clock.now + HOUR),
        "signed_in_future",
        "not_allowed",
    ),
    "signed an hour ago": (lambda o, d: o.assign(signed=o.clock.now - HOUR), "not_live", "not_allowed"),
    "another history": (lambda o, d: o.assign(seen=[3, bytes(32)]), "other_history", "not_allowed"),
    "a history still to come": (lambda o, d: o.assign(seen=[900, bytes(32)]), "other_history", "not_allowed"),
    "nothing to rest on": (lambda o, d: o.assign(basis=[bytes(32)]), "dangling_reference", "not_yet"),
    "confirming a key nobody enrolled": (
        lambda o, d: o.confirm(other_key(o)),
        "dangling_reference",
        "not_yet",
    ),
    "acts that are not there": (lambda o, d: o.early(), "dangling_reference", "not_yet"),
    "opening what is not there": (
        lambda o, d: o.signed(
            o.keeper,
            "commitment_opened",
            {"openings": [{"act": bytes(32), "field": "x", "salt": bytes(32), "value": 1}]},
        ),
        "wrong_opening",
        "not_allowed",
    ),
    "founding again": (
        lambda o, d: o.signed(
            o.head, "founding_accepted", {}, cases=sorted(["registry:ledger", f"person:{o.head.id}"])
        ),
        "founding_wrong",
        "not_allowed",
    ),
    "an id used before": (
        lambda o, d: o.assign(id=last_id(d)),
        "replayed_id",
        "not_allowed",
    ),
}


def last_id(desk):
    """The id of the registrar's last act on the ledger."""
    acts = [canon.decode(record.unpack(data).act) for _, data in desk.store.read_records()]
    return [act for act in acts if act["by"] == "alice1"][-1]["id"]


@pytest.mark.parametrize("name", TRIED)
def test_every_refusal_is_a_record(office, name):
    make, code, klass = TRIED[name]
    desk = office.open()
    tried = make(office, desk)
    size = desk.store.head().size
    outcome = refused(desk, tried)
    assert code in codes(outcome)
    told = outcome.json()
    assert (told["outcome"], told["class"], told["recorded_as"]) == ("refused", klass, size + 1)
    assert told["act"] == digest(tried).hex()
    fact, _ = of_record(desk.store.record(size + 1))
    assert fact.act is not None
    by = canon.decode(tried.act)["by"]
    assert (fact.act["type"], fact.act["by"], fact.act["as"]) == ("act_refused", "machine", None)
    assert fact.act["cases"] == [f"person:{by}"]
    assert (fact.act["data"]["act"], fact.act["data"]["sig"]) == (tried.act, tried.sig)
    assert fact.act["data"]["more"] == 0
    # Who doubts the refusal has the signature of the one who tried.
    person = next(p for p in office.people.values() if p.id == by)
    assert_signed(person, tried)
    assert desk.store.decided(digest(tried)) == size + 1
    assert office.verified()["refused"] == 1


def assert_signed(person, submission):
    public = load_public(person.key.alg, person.key.spki)
    assert public.verify(submission.sig, act_message(submission.act))


def test_what_the_program_is_told_of_each_breach(office):
    outcome = refused(office.open(), office.forbidden())
    told = outcome.json()
    assert set(told) == {"outcome", "class", "act", "recorded_as", "breaches"}
    for breach in told["breaches"]:
        assert set(breach) == {
            "code", "rule", "regulation", "article", "item", "source", "strength", "facts", "positions",
            "accepts", "message",
        }  # fmt: skip
        assert breach["code"] in CATALOGUE
        assert any("一" <= char <= "鿿" for char in breach["message"])
        assert all(type(value) is str for value in breach["facts"].values())


def test_a_group_of_nothing_but_refusals_is_sealed_too(office):
    """Or the last of them could be cut off and the ledger would not notice that it is behind."""
    desk = office.open()
    refusal = refused(desk, office.forbidden())
    office.close()
    newest = notes.parse((office.folder / "checkpoint.newest").read_bytes())
    assert (newest.size, newest.root) == (refusal.recorded_as, office.open().store.head().root)


def test_a_refusal_lists_all_that_is_wrong(office):
    tried = office.forbidden(as_=HEAD, signed=office.clock.now - HOUR, seen=[2, bytes(32)], basis=[bytes(32)])
    outcome = refused(office.open(), tried)
    assert codes(outcome) == [
        "post_not_held", "not_live", "other_history", "dangling_reference", "post_not_entitled",
    ]  # fmt: skip


def test_a_refusal_changes_nothing_but_what_is_decided(office):
    desk = office.open()
    before = desk.state.fork()
    refused(desk, office.forbidden(person="fred01"))
    after = desk.state
    for name in ("keys", "posts", "duties", "first_key", "ever_held", "closed", "answered", "filings"):
        assert getattr(after, name) == getattr(before, name)
    assert after.size == before.size + 1


def test_an_attempt_under_a_stolen_key_is_kept(office):
    desk = office.open()
    accept(desk, office.revoke(office.clerk))
    outcome = refused(desk, office.document())
    assert "key_revoked" in codes(outcome)
    assert outcome.recorded_as == BEFORE + 2
    office.verified()


def test_a_recovery_key_signs_no_acts(office):
    desk = office.open()
    outcome = refused(desk, office.assign(who=office.on_paper))
    assert codes(outcome) == ["key_wrong_use"]
    assert outcome.recorded_as == BEFORE + 1
    office.verified()


class TestAgain:
    """Once refused, always refused, in the same words."""

    def same(self, first, again):
        assert isinstance(again, Refused)
        assert again.json() == first.json()

    def test_by_the_same_desk(self, office):
        desk = office.open()
        tried = office.forbidden()
        first = refused(desk, tried)
        self.same(first, refused(desk, tried))
        assert desk.store.head().size == first.recorded_as

    def test_after_a_restart_and_elsewhere(self, office):
        there = office.open(desk="there")
        tried = office.forbidden()
        desk = office.open()
        first = refused(desk, tried)
        self.same(first, refused(there, tried))
        office.close()
        self.same(first, refused(office.open(), tried))

    def test_even_when_it_would_be_right_by_now(self, office):
        """What was entered too early is entered again as a new act, with a new id."""
        desk = office.open()
        new = Person("grace1", generate("ed25519"))
        early = office.confirm(new)
        first = refused(desk, early)
        assert codes(first) == ["dangling_reference"] or "dangling_reference" in codes(first)
        accept(desk, office.enrol(new))
        self.same(first, refused(desk, early))
        accept(desk, office.confirm(new))
        office.verified()

    def test_the_pair_of_signer_and_id_is_not_spent(self, office):
        desk = office.open()
        name = secrets.token_bytes(16)
        refused(desk, office.document(as_=HEAD, id=name))
        accept(desk, office.document(id=name))
        again = refused(desk, office.document(id=name))
        assert codes(again) == ["replayed_id"]
        office.verified()


def test_the_longest_act_can_be_refused(office):
    """49,152 bytes and every breach that fits: the refusal still is a record."""
    desk = office.open()
    data = {"bytes": b"", "document": bytes(32), "part": 1, "parts": 2}
    for length in (44_000, 45_000):
        data["bytes"] = bytes(length)
        tried = office.signed(office.keeper, "document_filed", dict(data), basis=[bytes(32)], as_=HEAD)
        outcome = refused(desk, tried)
        assert outcome.recorded_as == desk.store.head().size
    values = {"number": "字" * 50}
    acts = sorted(secrets.token_bytes(32) for _ in range(1000))
    most = office.committed(
        office.clerk, "signature_repudiated", {"acts": acts}, {"reason": values["number"]},
        cases=["person:nobody"], basis=sorted(secrets.token_bytes(32) for _ in range(434)),
    )  # fmt: skip
    assert 49_000 < len(most.act) <= 49_152
    outcome = refused(desk, most)
    assert outcome.recorded_as == desk.store.head().size
    assert desk.vault.values([digest(most)]) == {}, "values of a refused act are not kept"
    stored = desk.store.record(outcome.recorded_as)
    assert len(stored) <= 65_535
    assert len(record.unpack(stored).act) <= 65_300
    office.verified()


def test_too_long_an_act_is_not_even_read(office):
    desk = office.open()
    act = office.act(office.clerk, "signature_repudiated", {"acts": [], "reason": bytes(32)})
    act["basis"] = sorted(secrets.token_bytes(32) for _ in range(1440))
    long = canon.encode(act)
    assert 49_152 < len(long) < 60_000
    outcome = refused(desk, office.document()._replace(act=long))
    assert (codes(outcome), outcome.json()["class"]) == (["too_long"], "invalid")
    assert outcome.recorded_as is None


def test_after_the_close_nothing_is_recorded_not_even_refusals(office):
    desk = office.open()
    closing = office.signed(office.head, "ledger_closed", {"reason": "finished", "successor": None})
    accept(desk, closing)
    size = desk.store.head().size
    for late in (office.assign(), office.forbidden(), office.document()):
        outcome = refused(desk, late)
        assert "after_close" in codes(outcome)
        assert outcome.recorded_as is None
    assert desk.store.head().size == size
    # What stands still gets its answer.
    assert desk.submit([closing])[0].accepted
    assert office.verified()["size"] == size


def test_a_ledger_whose_own_key_was_revoked(office):
    """Nobody can record a refusal then. What needs none goes on, so that the ledger can be closed."""
    desk = office.open()
    machine = desk.state.machine
    assert machine is not None
    act = office.signed(
        office.registrar,
        "key_revoked",
        {"doubtful_from": None, "key": machine, "reason": "stolen"},
        cases=["person:machine"],
    )
    accept(desk, act)
    with pytest.raises(LedgerError) as error:
        desk.submit([office.forbidden()])
    assert (error.value.code, error.value.exit) == ("machine_key_ended", 4)
    with pytest.raises(LedgerError, match="machine_key_ended"):
        desk.reveal(office.clerk.id, [{"act": "00" * 32, "cases": [], "commitments": {"number": "00"}}])
    assert desk.store.head().size == BEFORE + 1
    accept(desk, office.assign())
    accept(desk, office.signed(office.head, "ledger_closed", {"reason": "stolen", "successor": None}))
    office.verified()


def test_breaches_beyond_what_fits_are_counted(office):
    """A refusal names at most 12,000 bytes of breaches and how many more there were."""
    desk = office.open()
    tried = office.forbidden()
    many = [BreachFound("not_live", {"behind": "9" * 190, "number": str(n)}) for n in range(200)]
    made = Machine(office.registrar.key, desk.ledger, "desk").refusal(1, tried.act, tried.sig, "clerk1", many)
    data = canon.decode(record.unpack(made.record).act)["data"]
    assert len(canon.encode(data["breaches"])) <= 12_000
    assert len(data["breaches"]) + data["more"] == 200
    assert data["breaches"][0]["facts"] == [["behind", "9" * 190], ["number", "0"]]


def test_one_who_signs_what_another_was_refused(office):
    """The refusal belongs to the envelope: another person's like act is another act."""
    desk = office.open()
    refused(desk, office.forbidden(person="fred01"))
    accept(desk, office.assign(person="fred01"))
    office.verified()


def test_seen_of_another_history_in_a_refused_act_is_only_remarked(office):
    desk = office.open()
    refused(desk, office.forbidden(seen=[5, bytes(32)]))
    report = office.verified()
    assert "other_history" not in {f["code"] for f in report["failures"]}


def test_a_late_reason_admits_what_is_not_live(office):
    desk = office.open()
    old = office.clock.now - HOUR
    (outcome,) = accept(desk, office.assign(signed=old, late="offline"))
    assert canon.decode(record.unpack(desk.store.record(outcome.position)).act)["late"] == "offline"
    just = office.clock.now - 15 * MINUTE
    accept(desk, office.assign(signed=just), office.assign(signed=office.clock.now + 15 * MINUTE))
    assert codes(refused(desk, office.assign(signed=just - 1))) == ["not_live"]
    assert codes(refused(desk, office.assign(signed=office.clock.now + 15 * MINUTE + 1))) == [
        "signed_in_future"
    ]
    office.verified()


def test_outcomes_of_one_unit_stand_in_its_order(office):
    desk = office.open()
    fine = office.assign
    outcomes = desk.submit(office.batch([fine, lambda **p: office.assign(HEAD, **p), fine]))
    assert [type(o) for o in outcomes] == [Undecided, Refused, Undecided]
