"""Keys and posts of people as one command gives them: file first, then the acts; and people at a desk."""

from pathlib import Path
from typing import Any

import pytest

from ledger.client import keyfile
from ledger.client.enrol import keyobj
from ledger.desk import Accepted, Refused
from ledger.errors import LedgerError
from ledger.keeping.hand import Hand, seen
from ledger.keeping.people import foreign_key, new_key, proof_message
from ledger.sealing import canon, record
from ledger.sealing.algorithms import generate
from ledger.store.sqlite.store import SQLiteStore
from tests.desk.office import CHEAP, CLERK, DAY, HEAD, KEEPER, ORIGIN, PASSWORD, REGISTRAR, accept
from tests.keeping.test_backup import BEFORE

TODAY = "2026-01-05"


@pytest.fixture
def desk(office):
    return office.open()


def hand(office, desk, name):
    """One of the office's people with a key file of their own."""
    person = office.people[name]
    path = office.home.parent / f"{name}.key"
    if not path.exists():
        keyfile.create(
            path, person.key, person=person.id, post=person.post, ledger=desk.ledger, origin=ORIGIN,
            password=PASSWORD, cost=CHEAP,
        )  # fmt: skip
    return Hand.of(desk, path, PASSWORD)


def hire(office, desk, *, by="registrar", confirm="head", post: str | None = CLERK, **how):
    path = how.pop("path", office.home.parent / "new.key")
    return new_key(
        hand(office, desk, by), hand(office, desk, confirm) if confirm else None,
        person="grace1", post=post, path=path, password="another", at=TODAY, cost=CHEAP, **how,
    )  # fmt: skip


class TestNewKey:
    @pytest.mark.parametrize("alg", ["p256-sha256", "ed25519"])
    @pytest.mark.parametrize("post", [CLERK, HEAD, REGISTRAR])
    def test_a_key_that_counts(self, office, desk, alg, post):
        made = hire(office, desk, alg=alg, post=post)
        assert made.complete
        assert [kind for kind, _ in made.steps] == ["key_enrolled", "key_confirmed", "post_assigned"]
        assert made.file is not None
        new = Hand.of(desk, made.file, "another")
        assert (new.person, new.private.key_id, new.file.signer.post) == ("grace1", made.key, post)
        assert desk.state.holds("grace1", post)
        assert desk.state.keys[made.key].confirmed is not None
        assert made.file.stat().st_mode & 0o077 == 0
        office.verified()

    def test_without_a_post_or_a_confirmation(self, office, desk):
        made = hire(office, desk, confirm=None, post=None)
        assert [kind for kind, _ in made.steps] == ["key_enrolled"]
        assert desk.state.keys[made.key].confirmed is None
        office.verified()

    @pytest.mark.parametrize("post", [HEAD, REGISTRAR])
    def test_a_post_that_nobody_here_may_give(self, office, desk, post):
        """Said before anything is done, not after the key was enrolled."""
        with pytest.raises(LedgerError, match="confirmer_needed"):
            hire(office, desk, confirm=None, post=post)
        assert desk.store.head().size == BEFORE
        assert not (office.home.parent / "new.key").exists()

    @pytest.mark.parametrize("post", ["Office", "office//clerk", ""])
    def test_what_is_no_post(self, office, desk, post):
        with pytest.raises(LedgerError, match="form_invalid"):
            hire(office, desk, post=post)
        assert desk.store.head().size == BEFORE
        assert not (office.home.parent / "new.key").exists()

    def test_where_a_file_is(self, office, desk):
        path = office.home.parent / "new.key"
        path.write_bytes(b"precious")
        with pytest.raises(LedgerError, match="file_exists"):
            hire(office, desk)
        assert path.read_bytes() == b"precious"
        assert desk.store.head().size == BEFORE

    def test_by_somebody_who_may_not(self, office, desk):
        made = hire(office, desk, by="clerk", post=KEEPER)
        assert not made.complete
        assert [type(outcome) for _, outcome in made.steps] == [Refused]
        assert not (office.home.parent / "new.key").exists()
        office.verified()

    def test_confirmed_by_the_one_who_enrolled(self, office, desk):
        """What was accepted stays, and so does the file."""
        made = hire(office, desk, confirm="registrar")
        assert [type(outcome) for _, outcome in made.steps] == [Accepted, Refused]
        assert (office.home.parent / "new.key").exists()
        assert desk.state.keys[made.key].confirmed is None
        office.verified()

    def test_a_clock_that_disagrees_leaves_no_file(self, office, desk):
        office.clock.tick(9 * DAY)
        with pytest.raises(LedgerError, match="clock_ahead"):
            hire(office, desk)
        assert not (office.home.parent / "new.key").exists()
        office.clock.tick(-9 * DAY)
        assert hire(office, desk).complete

    def test_an_answer_that_is_lost_keeps_the_file(self, office, desk, monkeypatch):
        append = SQLiteStore.append_records

        def lost(store, records, after):
            append(store, records, after)
            raise LedgerError("store_io", location="x", detail="y")

        with monkeypatch.context() as patch:
            patch.setattr(SQLiteStore, "append_records", lost)
            with pytest.raises(LedgerError, match="store_io"):
                hire(office, desk)
        key = keyfile.read(office.home.parent / "new.key").unlock("another").key_id
        desk.read_on()
        assert key in desk.state.keys

    def test_a_disk_that_was_full_leaves_none(self, office, desk, monkeypatch):
        def full(store, records, after):
            raise LedgerError("store_full", location="x")

        with monkeypatch.context() as patch:
            patch.setattr(SQLiteStore, "append_records", full)
            with pytest.raises(LedgerError, match="store_full"):
                hire(office, desk)
        assert not (office.home.parent / "new.key").exists()


class TestForeignKey:
    """A key that lives in a token: only its public side and its proof come here."""

    def held(self, desk, person="grace1"):
        private = generate("p256-sha256")
        public = (private.alg, private.spki)
        return private, public, private.sign(proof_message(desk, person, public))

    def test_it_counts(self, office, desk):
        private, public, proof = self.held(desk)
        made = foreign_key(
            hand(office, desk, "registrar"), hand(office, desk, "head"),
            person="grace1", post=CLERK, public=public, proof=proof, at=TODAY,
        )  # fmt: skip
        assert made.complete
        assert (made.file, made.key) == (None, private.key_id)
        office.verified()

    def test_with_what_is_no_post(self, office, desk):
        _, public, proof = self.held(desk)
        with pytest.raises(LedgerError, match="form_invalid"):
            foreign_key(
                hand(office, desk, "registrar"), hand(office, desk, "head"),
                person="grace1", post="Office", public=public, proof=proof, at=TODAY,
            )  # fmt: skip
        assert desk.store.head().size == BEFORE

    def test_with_the_proof_of_another(self, office, desk):
        _, public, _ = self.held(desk)
        _, _, proof = self.held(desk, "other1")
        with pytest.raises(LedgerError, match="signature_wrong"):
            foreign_key(
                hand(office, desk, "registrar"), None,
                person="grace1", post=None, public=public, proof=proof, at=TODAY,
            )  # fmt: skip
        assert desk.store.head().size == BEFORE

    def test_the_message_is_that_of_the_format(self, office, desk):
        private, public, proof = self.held(desk)
        shown = keyobj(private, person="grace1", origin=ORIGIN, ledger=desk.ledger, use="act")
        assert shown.keys() == {"alg", "pop", "spki"}
        assert b"vnd.review-ledger.pop.v1" in proof_message(desk, "grace1", public)
        assert len(proof) == 64


FORM = {"type": "post_assigned", "at": TODAY, "data": {"person": "fred01", "post": CLERK}}


class TestHand:
    def test_an_act_from_a_form(self, office, desk):
        outcome = hand(office, desk, "registrar").act(FORM)
        assert isinstance(outcome, Accepted)
        act = canon.decode(record.unpack(desk.store.record(outcome.position)).act)
        assert (act["as"], act["cases"], act["at"], act["seen"]) == (
            REGISTRAR,
            ["person:fred01"],
            TODAY,
            None,
        )
        assert act["signed"] == office.clock.now
        office.verified()

    def test_a_check_of_one(self, office, desk):
        outcome = hand(office, desk, "registrar").act(FORM, check=True)
        assert outcome.json()["outcome"] == "would_accept"
        assert desk.store.head().size == BEFORE

    def test_a_batch_of_forms(self, office, desk):
        outcomes = hand(office, desk, "registrar").batch(
            [FORM, {**FORM, "data": {"person": "gina01", "post": CLERK}}]
        )
        assert [type(outcome) for outcome in outcomes] == [Accepted, Accepted]
        office.verified()

    def test_what_was_published_is_named(self, office, desk):
        """`quorum none`: the ledger's own signature publishes; from then on every act pins that history."""
        desk.keep_published(desk.checkpoint())
        registrar = hand(office, desk, "registrar")
        root = desk.look.root(BEFORE)
        assert seen(desk) in (None, (BEFORE, root))
        outcome = registrar.act(FORM)
        assert isinstance(outcome, Accepted)
        office.verified()

    def test_with_a_wrong_password(self, office, desk):
        path = hand(office, desk, "registrar").file.path
        with pytest.raises(LedgerError, match="password_wrong"):
            Hand.of(desk, path, "guess")

    def test_with_a_key_of_another_ledger(self, office, desk):
        path = office.home.parent / "foreign.key"
        person = office.registrar
        keyfile.create(
            path, person.key, person=person.id, post=person.post, ledger=bytes(32), origin=ORIGIN,
            password=PASSWORD, cost=CHEAP,
        )  # fmt: skip
        with pytest.raises(LedgerError, match="key_of_other_ledger"):
            Hand.of(desk, path, PASSWORD).act(FORM)
        assert desk.store.head().size == BEFORE

    def test_a_form_that_is_wrong_is_nobodys_attempt(self, office, desk):
        forms: list[Any] = [[], {}, {**FORM, "type": "nonsense"}, {**FORM, "at": "soon"}]
        for form in forms:
            with pytest.raises(LedgerError, match="form_invalid"):
                hand(office, desk, "registrar").act(form)
        assert desk.store.head().size == BEFORE

    def test_relative_paths_count_from_the_folder(self, office, desk, tmp_path):
        (tmp_path / "a.pdf").write_bytes(b"%PDF")
        form = {
            "type": "document_registered",
            "at": TODAY,
            "data": {
                "date": None, "file": {"file": "a.pdf"}, "how": "post", "issuer": "x", "kind": "copy", "number": None,
                "received": TODAY,
            },
        }  # fmt: skip
        outcome = hand(office, desk, "clerk").act(form, folder=tmp_path)
        assert isinstance(outcome, Accepted)
        accept(desk, office.assign())
        with pytest.raises(LedgerError, match="file_unreadable"):
            hand(office, desk, "clerk").act(form, folder=Path("nowhere"))
        office.verified()
