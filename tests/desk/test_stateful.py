"""Random acts by random people at two desks of one ledger, against a model that fits on a page.

The model knows who holds which post, which keys are confirmed or revoked, and what was answered. Whatever happens,
what was accepted stays, positions are dense, the state is that of a fresh fold, and verify finds nothing.
"""

import secrets
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from ledger.desk import Accepted, Refused, Undecided
from ledger.rules.life.fold import Fold
from ledger.sealing import receipts
from ledger.sealing.algorithms import generate
from tests.desk.office import CLERK, HEAD, KEEPER, MINUTE, ORIGIN, REGISTRAR, Office, Person, digest

POSTS = (CLERK, HEAD, KEEPER, REGISTRAR, "expert/one")
GUARDED = (HEAD, REGISTRAR)
NEWCOMERS = [Person(f"new{n:03}", generate("ed25519" if n % 2 else "p256-sha256")) for n in range(4)]
DESKS = st.integers(0, 1)
PEOPLE = st.integers(0, 8)
RIGHTLY = st.sampled_from([True, True, False])  # two in three acts are by one who may, if there is one


class Life(RuleBasedStateMachine):
    """The office's people and some newcomers act; each rule is one act, with what the model expects of it."""

    template: Office
    place: Path

    @initialize()
    def begin(self):
        self.folder = self.place / secrets.token_hex(6)
        self.office = self.template.copy(self.folder)
        self.desks = [self.office.open(), self.office.open(desk="there")]
        state = self.desks[0].state
        self.held = {post: set(holders) for post, holders in state.posts.items()}
        self.ever = {person for holders in self.held.values() for person in holders}
        self.confirmed = {p.id for n, p in self.office.people.items() if n not in ("applicant", "on_paper")}
        self.enrolled = self.confirmed | {self.office.applicant.id}
        self.enroller = {self.office.applicant.id: self.office.registrar.id}
        self.revoked: set[str] = set()
        self.closed = False
        self.size = state.size
        self.done: list[tuple[list, list]] = []
        self.people = [
            self.office.registrar, self.office.head, self.office.clerk, self.office.keeper,
            self.office.applicant, *NEWCOMERS,
        ]  # fmt: skip

    def teardown(self):
        if not hasattr(self, "office"):
            return
        try:
            fresh = Fold(self.desks[0].store)
            fresh.read_on()
            for desk in self.desks:
                desk.read_on()
                for name in (
                    "keys",
                    "posts",
                    "duties",
                    "first_key",
                    "ever_held",
                    "size",
                    "recorded_at",
                    "closed",
                ):
                    assert getattr(desk.state, name) == getattr(fresh.state, name), name
            report = self.office.verified()
            assert report["size"] == self.size
            assert set(report["verdicts"].values()) <= {"holds", "undecided"}
            assert report["verdicts"]["integrity"] == report["verdicts"]["authority"] == "holds"
        finally:
            self.office.close()
            shutil.rmtree(self.folder)

    # ---- what the model knows ----

    def counts(self, who: Person, post: str | None) -> bool:
        """Whether this person's signature in that post counts now."""
        if self.closed or who.id not in self.enrolled or who.id in self.revoked:
            return False
        if post is not None and who.id not in self.held.get(post, ()):
            return False
        return who.id in self.confirmed or (post is None and who.id not in self.ever)

    def expect(self, desk: int, submission, allowed: bool) -> bool:
        """Hand in one act; the desk must say what the model says."""
        self.office.clock.tick(self.size % 3 * MINUTE)
        (outcome,) = self.desks[desk].submit([submission])
        self.done.append(([submission], [outcome]))
        if allowed:
            assert isinstance(outcome, Accepted), outcome.json()
            assert outcome.position == self.size + 1
            self.size += 1
        else:
            assert isinstance(outcome, Refused), outcome.json()
            if outcome.recorded_as is not None:
                self.size += 1
                assert outcome.recorded_as == self.size
        return allowed

    def one_of(self, post: str | None, otherwise: Person, not_: Person | None = None) -> Person:
        """Somebody whose signature counts in that post."""
        able = [p for p in self.people if self.counts(p, post) and p is not not_]
        return able[0] if able else otherwise

    # ---- acts ----

    @rule(
        desk=DESKS,
        by=PEOPLE,
        who=PEOPLE,
        post=st.sampled_from(POSTS),
        as_=st.sampled_from([*POSTS, None]),
        rightly=RIGHTLY,
    )
    def assign(self, desk, by, who, post, as_, rightly):
        giver, person = self.people[by], self.people[who]
        needed = HEAD if post in GUARDED else REGISTRAR
        if rightly:
            giver, as_ = self.one_of(needed, giver, person), needed
        allowed = self.counts(giver, as_) and as_ == needed and not (post in GUARDED and giver is person)
        act = self.office.assign(post, person.id, who=giver, as_=as_)
        if self.expect(desk, act, allowed):
            self.held.setdefault(post, set()).add(person.id)
            self.ever.add(person.id)

    @rule(
        desk=DESKS,
        by=PEOPLE,
        who=PEOPLE,
        post=st.sampled_from(POSTS),
        as_=st.sampled_from([*POSTS, None]),
        rightly=RIGHTLY,
    )
    def end(self, desk, by, who, post, as_, rightly):
        giver, person = self.people[by], self.people[who]
        needed = HEAD if post in GUARDED else REGISTRAR
        if rightly:
            giver, as_ = self.one_of(needed, giver), needed
        # In mercy on the ledger: its last registrar and head stay.
        if post in GUARDED and len(self.held[post]) < 2:
            return
        allowed = self.counts(giver, as_) and (giver is person or as_ == needed)
        act = self.office.end(person.id, post, giver, as_=as_)
        if self.expect(desk, act, allowed):
            self.held.setdefault(post, set()).discard(person.id)

    @rule(desk=DESKS, by=PEOPLE, who=st.integers(5, 8), rightly=RIGHTLY)
    def enrol(self, desk, by, who, rightly):
        giver, person = self.people[by], self.people[who]
        if rightly:
            giver = self.one_of(REGISTRAR, giver)
        allowed = self.counts(giver, REGISTRAR) and person.id not in self.enrolled
        if self.expect(desk, self.office.enrol(person, who=giver, as_=REGISTRAR), allowed):
            self.enrolled.add(person.id)
            self.enroller[person.id] = giver.id

    @rule(desk=DESKS, by=PEOPLE, who=st.integers(4, 8), rightly=RIGHTLY)
    def confirm(self, desk, by, who, rightly):
        giver, person = self.people[by], self.people[who]
        if rightly:
            giver = self.one_of(HEAD, giver, person)
        enroller = self.enroller.get(person.id)
        apart = giver.id not in (person.id, enroller)
        allowed = self.counts(giver, HEAD) and person.id in self.enrolled and apart
        if self.expect(desk, self.office.confirm(person, who=giver, as_=HEAD), allowed):
            self.confirmed.add(person.id)

    @rule(desk=DESKS, by=PEOPLE, who=st.integers(2, 8), as_=st.sampled_from([HEAD, REGISTRAR, CLERK, None]))
    def revoke(self, desk, by, who, as_):
        giver, person = self.people[by], self.people[who]
        own = giver is person
        entitled = own or as_ in (HEAD, REGISTRAR)
        allowed = self.counts(giver, as_) and entitled and person.id in self.enrolled
        if self.expect(desk, self.office.revoke(person, who=giver, as_=as_), allowed):
            self.revoked.add(person.id)

    @rule(desk=DESKS, by=PEOPLE, as_=st.sampled_from([CLERK, KEEPER, None]), rightly=RIGHTLY)
    def document(self, desk, by, as_, rightly):
        who = self.people[by]
        if rightly:
            who, as_ = self.one_of(CLERK, who), CLERK
        allowed = self.counts(who, as_) and as_ == CLERK
        self.expect(desk, self.office.document(who=who, as_=as_), allowed)

    @rule(
        desk=DESKS, by=PEOPLE, as_=st.sampled_from([CLERK, None]), number=st.integers(1, 4), rightly=RIGHTLY
    )
    def documents(self, desk, by, as_, number, rightly):
        """A batch goes in whole or not at all."""
        who = self.people[by]
        if rightly:
            who, as_ = self.one_of(CLERK, who), CLERK
        batch = self.office.batch([self.office.document] * number, who=who, as_=as_)
        outcomes = self.desks[desk].submit(batch)
        self.done.append((batch, outcomes))
        if self.counts(who, as_) and as_ == CLERK:
            assert [type(o) for o in outcomes] == [Accepted] * number
            self.size += number
        else:
            assert [type(o) for o in outcomes] == [Refused] * number
            self.size += sum(o.recorded_as is not None for o in outcomes if isinstance(o, Refused))

    @rule(desk=DESKS, number=st.integers(2, 5), wrong=st.integers(0, 4))
    def batch_with_one_wrong(self, desk, number, wrong):
        """Only the wrong one is refused; it is the head's, who acts rightly otherwise."""
        who, wrong = self.office.head, wrong % number
        if not self.counts(who, HEAD):
            return
        makers = [lambda **p: self.office.assign(REGISTRAR, "extern1", who=who, **p)] * number
        makers[wrong] = lambda **p: self.office.assign(CLERK, "extern1", who=who, **p)
        batch = self.office.batch(makers)
        outcomes = self.desks[desk].submit(batch)
        self.done.append((batch, outcomes))
        assert [type(o) for o in outcomes] == [Refused if n == wrong else Undecided for n in range(number)]
        self.size += 1

    @rule(desk=DESKS, by=PEOPLE, what=st.integers(0, 2))
    def bad_form(self, desk, by, what):
        who = self.people[by]
        act = self.office.document(who=who)
        bad = [act._replace(sig=bytes(64)), act._replace(openings=()), act._replace(act=act.act[:-1])][what]
        (outcome,) = self.desks[desk].submit([bad])
        assert isinstance(outcome, Refused)
        assert outcome.json()["class"] == "invalid"
        assert outcome.recorded_as is None

    @rule(desk=DESKS, by=PEOPLE)
    def check_only(self, desk, by):
        who = self.people[by]
        (outcome,) = self.desks[desk].submit([self.office.document(who=who, as_=CLERK)], check=True)
        assert outcome.accepted == self.counts(who, CLERK)

    @precondition(lambda self: len(getattr(self, "done", ())) > 20)
    @rule(desk=DESKS)
    def close(self, desk):
        who = self.office.head
        act = self.office.signed(who, "ledger_closed", {"reason": "done", "successor": None})
        if self.expect(desk, act, self.counts(who, HEAD)):
            self.closed = True

    # ---- what must hold whatever happens ----

    @precondition(lambda self: bool(getattr(self, "done", ())))
    @rule(desk=DESKS, data=st.data())
    def ask_again(self, desk, data):
        """What was decided gets the same answer, at any desk."""
        unit, first = data.draw(st.sampled_from(self.done))
        decided = [
            isinstance(o, Accepted) or (isinstance(o, Refused) and o.recorded_as is not None) for o in first
        ]
        if not all(decided):
            return
        again = self.desks[desk].submit(unit)
        for before, now, submission in zip(first, again, unit, strict=True):
            if isinstance(before, Accepted):
                assert isinstance(now, Accepted)
                assert (now.position, now.recorded_at) == (before.position, before.recorded_at)
                proven = receipts.verify(now.receipt, self.desks[desk].ledger_keys)
                assert proven.position == before.position
            else:
                assert now.json() == before.json()
            assert now.act == digest(submission)

    @rule(desk=DESKS)
    def reopen(self, desk):
        self.desks[desk].close()
        self.desks[desk] = self.office.open(desk="hall" if desk else "there")

    @invariant()
    def dense(self):
        if hasattr(self, "desks"):
            assert self.desks[0].store.head().size == self.size
            assert self.desks[0].origin == ORIGIN


@pytest.fixture
def machine(_template, tmp_path):
    class Here(Life):
        template, place = _template, tmp_path

    return Here


def test_whatever_people_do(machine, request):
    few = settings(
        max_examples=settings().max_examples // 2,
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(machine, settings=few)
