"""The table of the ledger's own life (acts.md), row by row: who may sign, what it names, what it effects.

Each row is tried by everybody in every post they hold; exactly those whom the table names are taken in.
"""

import secrets
from hashlib import sha256
from typing import Any

import pytest

from ledger.desk import Accepted, Refused
from ledger.sealing import canon
from ledger.sealing.algorithms import generate
from tests.desk.office import CLERK, HEAD, KEEPER, REGISTRAR, Person, accept, codes, digest, sign

PEOPLE = ("registrar", "head", "clerk", "keeper", "applicant")


def part(**parts: Any) -> dict[str, Any]:
    return {
        "bytes": secrets.token_bytes(8),
        "document": secrets.token_bytes(32),
        "part": 1,
        "parts": 2,
        **parts,
    }


def opening(office):
    """The number of the office's first paper, disclosed."""
    act, (_, number) = digest(office.paper), office.paper.openings
    return {"openings": [{"act": act, "field": number.field, "salt": number.salt, "value": number.value}]}


def newcomer(office):
    return Person("grace1", generate("ed25519"))


# Row → (how it is made by somebody, who may).
ROWS = {
    "key_enrolled": (lambda o, who: o.enrol(newcomer(o), who=who), {"registrar"}),
    "key_confirmed": (lambda o, who: o.confirm(o.applicant, who=who), {"head"}),
    "key_revoked": (lambda o, who: o.revoke(o.applicant, who=who), {"registrar", "head", "applicant"}),
    "post_assigned": (lambda o, who: o.assign("expert/one", "fred01", who=who), {"registrar"}),
    "post_assigned, confirming": (lambda o, who: o.assign(HEAD, "fred01", who=who), {"head"}),
    "post_assigned, registrar": (lambda o, who: o.assign(REGISTRAR, "fred01", who=who), {"head"}),
    "post_assigned, custodian": (lambda o, who: o.assign(KEEPER, "fred01", who=who), {"registrar"}),
    "post_ended": (lambda o, who: o.end(o.clerk.id, CLERK, who), {"registrar", "clerk"}),
    "post_ended, guarded": (lambda o, who: o.end(o.registrar.id, REGISTRAR, who), {"registrar", "head"}),
    "duties_changed": (
        lambda o, who: o.committed(
            who, "duties_changed", {"duty": "office", "posts": [CLERK, KEEPER][::-1]}, {"reason": "x"}
        ),
        {"head"},
    ),
    "acts_confirmed": (
        lambda o, who: o.signed(who, "acts_confirmed", {"acts": [digest(o.paper)]}, cases=[f"person:{o.clerk.id}"]),
        {"clerk"},
    ),
    "signature_repudiated": (
        lambda o, who: o.committed(
            who, "signature_repudiated", {"acts": [digest(o.paper)]}, {"reason": "x"}, cases=[f"person:{o.clerk.id}"]
        ),
        {"clerk"},
    ),
    "acts_set_aside": (
        lambda o, who: o.signed(
            who, "acts_set_aside", {"acts": [digest(o.paper)], "ground": "x"}, cases=[f"person:{o.clerk.id}"]
        ),
        {"head"},
    ),
    "document_filed": (lambda o, who: o.signed(who, "document_filed", part()), {"registrar", "clerk"}),
    "document_registered": (lambda o, who: o.document(who=who), {"clerk"}),
    "commitment_opened": (lambda o, who: o.signed(who, "commitment_opened", opening(o)), {"clerk"}),
    "commitment_opened, by order": (
        lambda o, who: o.signed(who, "commitment_opened", opening(o), basis=[digest(o.paper)]),
        {"clerk", "keeper"},
    ),
    "ledger_closed": (lambda o, who: o.signed(who, "ledger_closed", {"reason": "x", "successor": None}), {"head"}),
    "act_refused": (
        lambda o, who: o.signed(
            who,
            "act_refused",
            {"act": o.forbidden().act, "breaches": [], "more": 0, "sig": b""},
            cases=[f"person:{o.clerk.id}"],
        ),
        set(),
    ),
    "refusals_throttled": (
        lambda o, who: o.signed(
            who,
            "refusals_throttled",
            {"count": 1, "day": "2026-01-05", "first": bytes(32), "person": o.clerk.id},
            cases=[f"person:{o.clerk.id}"],
        ),
        set(),
    ),
    "vault_read": (
        lambda o, who: o.signed(
            who, "vault_read", {"case": "cycle:abcd", "fields": [], "purpose": "x", "reader": o.clerk.id},
            cases=["cycle:abcd"],
        ),
        set(),
    ),
    "founding_accepted": (
        lambda o, who: o.signed(
            who, "founding_accepted", {}, cases=sorted(["registry:ledger", f"person:{who.id}"])
        ),
        set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("row", ROWS)
def test_who_may_sign(office, row, who):
    make, may = ROWS[row]
    desk = office.open()
    office.paper = office.document()
    accept(desk, office.paper)
    (outcome,) = desk.submit([make(office, office.people[who])])
    if who in may:
        assert isinstance(outcome, Accepted), outcome.json()
    else:
        assert isinstance(outcome, Refused)
        assert outcome.recorded_as is not None, outcome.json()
        assert set(codes(outcome)) & {"post_not_entitled", "founding_wrong", "refusal_not_theirs"}, (
            outcome.json()
        )
    office.verified()


@pytest.mark.parametrize("row", [row for row, (_, may) in ROWS.items() if may])
def test_not_in_another_post_nor_as_oneself(office, row):
    """A post must be held and stand under the duty; holding it is not enough if one acts as somebody else."""
    make, may = ROWS[row]
    desk = office.open()
    office.paper = office.document()
    accept(desk, office.paper)
    who = office.people[sorted(may)[0]]
    for post in (None, "expert/none", KEEPER if who.post != KEEPER else CLERK):
        (outcome,) = desk.submit([make(office, Person(who.id, who.key, post))])
        own_right = row.split(",")[0] in {
            "post_ended", "acts_confirmed", "signature_repudiated", "commitment_opened", "key_revoked",
        }  # fmt: skip
        if outcome.accepted:
            assert own_right, outcome.json()
            assert post is None, "as themself; never in a post that is not held"
            return
        assert set(codes(outcome)) & {"post_not_held", "post_not_entitled", "key_not_confirmed"}
    office.verified()


class TestKeys:
    def test_confirmed_by_neither_owner_nor_enroller(self, office):
        desk = office.open()
        accept(desk, office.assign(HEAD, office.registrar.id, who=office.head))
        enroller = Person(office.registrar.id, office.registrar.key, HEAD)
        (outcome,) = desk.submit([office.confirm(office.applicant, who=enroller)])
        assert codes(outcome) == ["post_not_entitled"]
        accept(desk, office.confirm(office.applicant))
        assert desk.state.keys[office.applicant.key.key_id].confirmed == desk.state.size

    def test_an_unconfirmed_key_opens_no_post(self, office):
        desk = office.open()
        accept(desk, office.assign(CLERK, office.applicant.id))
        (outcome,) = desk.submit([office.document(who=office.applicant, as_=CLERK)])
        assert codes(outcome) == ["key_not_confirmed"]
        assert outcome.json()["class"] == "not_yet"
        # Somebody who ever held a post cannot act under an unconfirmed key at all.
        (outcome,) = desk.submit([office.revoke(office.applicant, who=office.applicant)])
        assert codes(outcome) == ["key_not_confirmed"]
        accept(desk, office.confirm(office.applicant), office.document(who=office.applicant, as_=CLERK))

    def test_only_the_first_key_counts_unconfirmed(self, office):
        desk = office.open()
        second = Person(office.applicant.id, generate("ed25519"))
        accept(desk, office.enrol(second))
        (outcome,) = desk.submit([office.revoke(second, who=second)])
        assert codes(outcome) == ["key_not_confirmed"]
        accept(desk, office.revoke(office.applicant, who=office.applicant))

    def test_a_revoked_key_never_comes_back(self, office):
        desk = office.open()
        accept(desk, office.revoke(office.clerk))
        for again in (office.enrol(office.clerk), office.document()):
            (outcome,) = desk.submit([again])
            assert set(codes(outcome)) & {"key_twice", "key_revoked"}
        accept(desk, office.confirm(office.clerk))
        (outcome,) = desk.submit([office.document()])
        assert codes(outcome) == ["key_revoked"]

    def test_at_never_decides_about_a_key(self, office):
        """Backdating helps nobody: the key counts at the record's position, whatever `at` says."""
        desk = office.open()
        accept(desk, office.revoke(office.clerk))
        (outcome,) = desk.submit([office.document(at="2020-01-01")])
        assert codes(outcome) == ["key_revoked"]

    def test_doubt_from_a_position_on(self, office):
        desk = office.open()
        first, second = office.document(), office.document()
        accept(desk, first, second)
        start = desk.state.size
        accept(desk, office.revoke(office.clerk, doubtful_from=start))
        key = desk.state.keys[office.clerk.key.key_id]
        assert (key.revoked, key.doubtful_from) == (start + 1, start)
        office.close()
        doubts = [f for f in office.verified()["failures"] if f["code"] == "key_doubtful"]
        assert [(f["position"], f["effect"]) for f in doubts] == [(start, "undecided")]
        desk = office.open()
        setting = {"acts": [digest(second)], "ground": "checked"}
        accept(
            desk, office.signed(office.head, "acts_set_aside", setting, cases=[f"person:{office.clerk.id}"])
        )
        assert not [f for f in office.verified()["failures"] if f["code"] == "key_doubtful"]

    def test_revoked_twice_the_wider_doubt_counts(self, office):
        desk = office.open()
        accept(desk, office.document())
        accept(desk, office.revoke(office.clerk, doubtful_from=None))
        ended = desk.state.size
        accept(desk, office.revoke(office.clerk, doubtful_from=ended - 1))
        accept(desk, office.revoke(office.clerk, doubtful_from=10_000))
        key = desk.state.keys[office.clerk.key.key_id]
        assert (key.revoked, key.doubtful_from) == (ended, ended - 1)


class TestPosts:
    def test_given_and_taken(self, office):
        desk = office.open()
        accept(desk, office.assign("expert/one", "fred01"), office.assign("expert/one", "gina01"))
        assert desk.state.posts["expert/one"] == {"fred01", "gina01"}
        accept(desk, office.end("fred01", "expert/one"))
        assert desk.state.posts["expert/one"] == {"gina01"}

    def test_one_may_always_lay_a_post_down(self, office):
        desk = office.open()
        accept(desk, office.end(office.head.id, HEAD, office.head))
        assert not desk.state.holds(office.head.id, HEAD)

    def test_a_post_put_under_a_guarded_duty_is_guarded(self, office):
        desk = office.open()
        other = office.hire("other", HEAD, desk=desk)
        accept(desk, office.assign("expert/one", "fred01"))
        changed = {"duty": "oversight", "posts": ["expert/one", HEAD]}
        accept(desk, office.committed(other, "duties_changed", changed, {"reason": "x"}))
        (outcome,) = desk.submit([office.assign("expert/one", "gina01")])
        assert codes(outcome) == ["post_not_entitled"]
        accept(desk, office.assign("expert/one", "gina01", who=office.head))


class TestDuties:
    def change(self, office, duty, posts, who=None):
        data = {"duty": duty, "posts": sorted(posts)}
        return office.committed(who or office.head, "duties_changed", data, {"reason": "x"})

    def test_it_counts_at_once(self, office):
        desk = office.open()
        accept(desk, self.change(office, "office", [KEEPER]))
        (outcome,) = desk.submit([office.document()])
        assert codes(outcome) == ["post_not_entitled"]
        accept(desk, office.document(who=office.keeper))
        office.verified()

    @pytest.mark.parametrize("duty", ["confirming", "oversight", "registrar"])
    def test_not_for_posts_of_ones_own(self, office, duty):
        """Guarded duties: the signer holds none of the posts that are added."""
        desk = office.open()
        own = "oversight/second"
        accept(desk, office.assign(own, office.head.id))
        standing = sorted(desk.state.duties[duty])
        (outcome,) = desk.submit([self.change(office, duty, [*standing, own])])
        assert codes(outcome) == ["post_not_entitled"]
        accept(desk, self.change(office, "custodian", [KEEPER, own]))
        office.verified()

    def test_a_duty_always_has_a_post(self, office):
        (outcome,) = office.open().submit([self.change(office, "office", [])])
        assert codes(outcome) == ["not_an_act"]


class TestDocuments:
    def file(self, office, content, pieces, number, **parts):
        size = -(-len(content) // pieces)
        piece = content[(number - 1) * size : number * size]
        data = {
            "bytes": piece,
            "document": sha256(content).digest(),
            "part": number,
            "parts": pieces,
            **parts,
        }
        return office.signed(office.clerk, "document_filed", data)

    def test_in_parts_in_any_order(self, office):
        desk, content = office.open(), secrets.token_bytes(100)
        for number in (2, 3, 1):
            accept(desk, self.file(office, content, 3, number))
        assert desk.state.filings[sha256(content).digest()].complete
        office.verified()

    def test_the_longest_part(self, office):
        accept(office.open(), self.file(office, secrets.token_bytes(45_000), 1, 1))
        (outcome,) = office.open().submit([self.file(office, secrets.token_bytes(45_001), 1, 1)])
        assert codes(outcome) == ["not_an_act"]

    def test_what_does_not_fit_together(self, office):
        desk, content = office.open(), secrets.token_bytes(100)
        accept(desk, self.file(office, content, 2, 1))
        for wrong in (
            self.file(office, content, 2, 2, bytes=b"else"),
            self.file(office, content, 2, 1, bytes=b"else"),
            self.file(office, content, 2, 2, parts=3),
            self.file(office, content, 2, 2, part=3),
        ):
            (outcome,) = desk.submit([wrong])
            assert codes(outcome) == ["wrong_document"]
            assert outcome.json()["class"] == "invalid"
        accept(desk, self.file(office, content, 2, 1), self.file(office, content, 2, 2))
        office.verified()

    def test_a_basis_is_a_registered_document(self, office):
        desk = office.open()
        paper = office.document()
        accept(desk, paper)
        accept(desk, office.assign(basis=[digest(paper)]))
        given = office.assign()
        accept(desk, given)
        refused = office.document(as_=HEAD)
        desk.submit([refused])
        for wrong in (digest(given), digest(refused), bytes(32)):
            (outcome,) = desk.submit([office.assign(basis=[wrong])])
            assert codes(outcome) == ["dangling_reference"]
        office.verified()

    def test_rules_ask_for_a_value_only_whether_it_is_there(self, office):
        """`number` may be nil: then there is no commitment and no value."""
        desk = office.open()
        (outcome,) = accept(desk, office.document(number=None))
        assert [o.field for o in desk.vault.values([outcome.act])[outcome.act].values() if o] == ["file"]
        office.verified()


class TestOpening:
    def test_the_value_becomes_public(self, office):
        desk = office.open()
        office.paper = office.document()
        accept(desk, office.paper)
        accept(desk, office.signed(office.clerk, "commitment_opened", opening(office)))
        office.verified()

    @pytest.mark.parametrize(
        "bend",
        [
            {"value": "else"},
            {"salt": bytes(32)},
            {"salt": b"short"},
            {"field": "issuer"},
            {"field": "x"},
            {"act": bytes(32)},
        ],
    )
    def test_what_does_not_give_the_commitment(self, office, bend):
        desk = office.open()
        office.paper = office.document()
        accept(desk, office.paper)
        shown = opening(office)["openings"][0] | bend
        (outcome,) = desk.submit([office.signed(office.clerk, "commitment_opened", {"openings": [shown]})])
        assert set(codes(outcome)) & {"wrong_opening", "not_an_act"}
        office.verified()

    def test_a_colleagues_commitment_copied(self, office):
        """A commitment is bound to its act: the same value in another act is another commitment."""
        desk = office.open()
        first = office.document()
        accept(desk, first)
        act = canon.decode(office.document().act)
        act["data"]["number"] = canon.decode(first.act)["data"]["number"]
        copied = sign(office.clerk.key, act)._replace(openings=first.openings)
        (outcome,) = desk.submit([copied])
        assert codes(outcome) == ["opening_misfit"]


def test_closed_for_ever(office):
    desk = office.open()
    accept(
        desk,
        office.signed(office.head, "ledger_closed", {"reason": "done", "successor": "ledger.example/next"}),
    )
    assert desk.state.closed == desk.state.size
    for row, (make, may) in ROWS.items():
        if (
            may
            and row not in ("acts_set_aside", "acts_confirmed", "signature_repudiated")
            and "opened" not in row
        ):
            (outcome,) = desk.submit([make(office, office.people[sorted(may)[0]])])
            assert "after_close" in codes(outcome)
    office.verified()
