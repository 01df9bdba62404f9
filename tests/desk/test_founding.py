"""Founding: record 1 and its acceptances are judged before anything is written, and go in with one append."""

import secrets
from dataclasses import dataclass, field
from typing import Any

import pytest

from ledger.audit import verify
from ledger.client.enrol import keyobj
from ledger.desk import Desk, Keyring
from ledger.errors import LedgerError
from ledger.sealing import canon, record
from ledger.sealing.algorithms import generate
from ledger.sealing.notes import empty_tree_note
from ledger.sealing.vkeys import LEDGER, VerifierKey
from ledger.store.sqlite.store import SQLiteStore
from tests.desk.office import CLERK, DUTIES, HEAD, ORIGIN, REGISTRAR, Clock, Office, Person, digest, sign

POOL = [generate("p256-sha256") for _ in range(7)]
ED = [generate("ed25519") for _ in range(2)]


@dataclass
class Founders:
    """A founding that is right; tests bend it."""

    people: list[Person] = field(
        default_factory=lambda: [Person("alice1", POOL[0], REGISTRAR), Person("bobby1", POOL[1], HEAD)]
    )
    holders: list[Person] = field(
        default_factory=lambda: [Person("hold01", POOL[2]), Person("hold02", POOL[3])]
    )
    ring: Keyring = field(default_factory=lambda: Keyring(ORIGIN, POOL[4], ED[0]))
    data: dict[str, Any] = field(default_factory=dict)
    opened: dict[str, Any] = field(default_factory=dict)
    origin: str = ORIGIN

    def __post_init__(self):
        self.office = Office.__new__(Office)
        self.office.ledger, self.office.clock, self.office.people = None, Clock(), {}

    def proven(self, person, use):
        made = keyobj(person.key, person=person.id, origin=self.origin, ledger=None, use=use)
        return {**made, "person": person.id}

    def terms(self):
        machine = self.proven(Person("machine", self.ring.machine), "machine")
        del machine["person"]
        return {
            "authority": "某市市场监督管理局",
            "checkpoint_keys": [str(VerifierKey.of(self.ring.checkpoint, self.origin, LEDGER))],
            "checkpoint_proofs": [empty_tree_note(self.ring.checkpoint, self.origin)],
            "duties": DUTIES,
            "engine": 0,
            "founders": [{**self.proven(p, "act"), "post": p.post} for p in self.people],
            "kind": "live",
            "machine": machine,
            "nonce": bytes(16),
            "origin": self.origin,
            "predecessor": None,
            "recovery": {"k": 1, "keys": [self.proven(p, "recovery") for p in self.holders]},
            "tolerance": 900_000_000,
            "witness_due": 172_800_000_000,
        } | self.data

    def acts(self):
        terms = self.terms()
        persons = {f["person"] for f in terms["founders"]} | {r["person"] for r in terms["recovery"]["keys"]}
        cases = sorted(["registry:ledger", *(f"person:{p}" for p in persons)])
        first = self.office.signed(self.people[0], "ledger_opened", terms, **{"cases": cases, **self.opened})
        self.office.ledger = digest(first)
        return [first, *(self.accepted(p) for p in self.people[1:])]

    def accepted(self, person, **parts):
        cases = sorted(["registry:ledger", f"person:{person.id}"])
        return self.office.signed(person, "founding_accepted", {}, **{"cases": cases, **parts})

    def found(self, folder, acts=None, **how):
        return Desk.found(folder, self.ring, acts or self.acts(), clock=self.office.clock, **how)


def test_a_founding_that_is_right(tmp_path):
    founders = Founders()
    with founders.found(tmp_path / "账本 1") as desk:
        assert desk.state.founded
        assert [record.unpack(data).desk for _, data in desk.store.read_records()] == ["desk", "desk"]
        assert desk.ledger == founders.office.ledger
    report = verify(tmp_path / "账本 1", as_of=founders.office.clock.now).json()
    assert report["verdicts"]["integrity"] == report["verdicts"]["authority"] == "holds"
    assert (tmp_path / "账本 1" / "desk.keys").stat().st_mode & 0o777 == 0o600


def twice(**parts: Any) -> list[Person]:
    return [Person("alice1", POOL[0], REGISTRAR), Person("bobby1", POOL[1], HEAD), *parts.values()]


def proof_for_another_origin(founders):
    keys = founders.terms()["founders"]
    stolen = keyobj(POOL[0], person="alice1", origin="other.example/x", ledger=None, use="act")
    return [{**keys[0], "pop": stolen["pop"]}, keys[1]]


APART = "confirming and registrar duties are not with two different founders"
WRONG = {
    "a founder stands twice": (
        lambda f: {"people": twice(third=Person("alice1", POOL[5], CLERK))},
        "a founder stands twice",
    ),
    "one post only": (
        lambda f: {
            "people": [Person("alice1", POOL[0], HEAD), Person("bobby1", POOL[1], HEAD)],
            "data": {"duties": {**DUTIES, "registrar": [HEAD]}},
        },
        "fewer than two posts",
    ),
    "a duty without a post": (
        lambda f: {"data": {"duties": {**DUTIES, "custodian": []}}},
        "a duty has no post",
    ),
    "nobody confirms": (lambda f: {"data": {"duties": {**DUTIES, "confirming": ["other/post"]}}}, APART),
    "nobody is registrar": (lambda f: {"data": {"duties": {**DUTIES, "registrar": ["other/post"]}}}, APART),
    "one founder is both": (lambda f: {"data": {"duties": {**DUTIES, "confirming": [REGISTRAR]}}}, APART),
    "one founder alone": (
        lambda f: {"people": [Person("alice1", POOL[0], REGISTRAR)]},
        "fewer than two posts",
    ),
    "signed in another post": (
        lambda f: {"opened": {"as_": HEAD}},
        "not signed in the first founder's own post",
    ),
    "signed as themself": (lambda f: {"opened": {"as_": None}}, "not signed in the first founder's own post"),
    "more recovery keys needed than there are": (
        lambda f: {"data": {"recovery": {**f.terms()["recovery"], "k": 3}}},
        "recovery is not k of n",
    ),
    "no recovery key needed": (
        lambda f: {"data": {"recovery": {**f.terms()["recovery"], "k": 0}}},
        "recovery is not k of n",
    ),
    "no recovery keys": (lambda f: {"data": {"recovery": {"k": 1, "keys": []}}}, "recovery is not k of n"),
    "a recovery holder stands twice": (
        lambda f: {"holders": [Person("hold01", POOL[2]), Person("hold01", POOL[3])]},
        "a recovery holder stands twice",
    ),
    "machine as a founder": (
        lambda f: {"people": twice(third=Person("machine", POOL[5], CLERK))},
        "machine is no person",
    ),
    "machine as a recovery holder": (
        lambda f: {"holders": [Person("machine", POOL[2])]},
        "machine is no person",
    ),
    "an origin in capitals": (
        lambda f: {"origin": "Ledger.example/desk"},
        "origin is not lower-case host/path",
    ),
    "an origin without a path": (
        lambda f: {"origin": "ledger.example"},
        "origin is not lower-case host/path",
    ),
    "a checkpoint key without a proof": (
        lambda f: {"data": {"checkpoint_proofs": []}},
        "keys without proofs",
    ),
    "a proof too many": (
        lambda f: {"data": {"checkpoint_proofs": [empty_tree_note(ED[0], ORIGIN)] * 2}},
        "keys without proofs",
    ),
}
OTHER = {
    "a checkpoint proof by another key": (
        lambda f: {"data": {"checkpoint_proofs": [empty_tree_note(ED[1], ORIGIN)]}},
        "bad_pop",
    ),
    "a checkpoint key of another name": (
        lambda f: {
            "data": {
                "checkpoint_keys": [str(VerifierKey.of(ED[0], "other.example/x", LEDGER))],
                "checkpoint_proofs": [empty_tree_note(ED[0], "other.example/x")],
            }
        },
        "bad_pop",
    ),
    "no key at all": (lambda f: {"data": {"checkpoint_keys": ["nonsense"]}}, "bad_key"),
    "a founder's proof for another ledger's origin": (
        lambda f: {"data": {"founders": proof_for_another_origin(f)}},
        "bad_pop",
    ),
    "one key for two founders": (
        lambda f: {"people": [Person("alice1", POOL[0], REGISTRAR), Person("bobby1", POOL[0], HEAD)]},
        "key_twice",
    ),
    "a founder's key in recovery": (lambda f: {"holders": [Person("hold01", POOL[0])]}, "key_twice"),
    "no good key": (
        lambda f: {
            "data": {
                "founders": [
                    f.terms()["founders"][0],
                    {**f.terms()["founders"][1], "spki": POOL[1].spki[:-1] + b"\0"},
                ]
            }
        },
        "bad_key",
    ),
    "cases of others": (lambda f: {"opened": {"cases": ["registry:ledger"]}}, "cases_wrong"),
    "a ledger that is there already": (lambda f: {"opened": {"ledger": bytes(32)}}, "wrong_ledger"),
    "signed by a key that is not in it": (
        lambda f: {"opened": {"key": POOL[6].key_id}},
        "key_not_enrolled",
    ),
    "an impossible tolerance": (lambda f: {"data": {"tolerance": 1}}, "not_an_act"),
    "text nobody could read": (lambda f: {"data": {"authority": "局\u202e"}}, "text_not_clean"),
    "a type that waits": (lambda f: {"opened": {"type": "rules_adopted"}}, "type_waiting"),
}
BENDS: dict[str, Any] = {name: (bend, "founding_wrong", detail) for name, (bend, detail) in WRONG.items()}
BENDS |= {name: (bend, code, None) for name, (bend, code) in OTHER.items()}


@pytest.mark.parametrize("name", BENDS)
def test_a_founding_that_is_wrong_leaves_nothing_behind(tmp_path, name):
    bend, code, detail = BENDS[name]
    founders = Founders(**bend(Founders()))
    with pytest.raises(LedgerError) as refused:
        founders.found(tmp_path / "ledger")
    assert refused.value.code == code, refused.value.facts
    assert detail is None or refused.value.facts["detail"] == detail
    assert refused.value.message
    assert not list(tmp_path.iterdir())


def test_record_1_by_another_founder_than_the_first(tmp_path):
    founders = Founders()
    first, _ = founders.acts()
    shown = canon.decode(first.act)
    other = founders.people[1]
    act = {**shown, "by": other.id, "as": other.post, "key": other.key.key_id}
    with pytest.raises(LedgerError) as refused:
        founders.found(tmp_path / "ledger", [sign(other.key, act)])
    assert refused.value.facts["detail"] == "not signed by the first founder"
    assert not list(tmp_path.iterdir())


class TestOrder:
    """After record 1 come the acceptances of the other founders, each once, and nothing else."""

    def refused(self, tmp_path, founders, acts, code):
        with pytest.raises(LedgerError) as error:
            founders.found(tmp_path / "ledger", acts)
        assert error.value.code == code, error.value.facts
        assert not list(tmp_path.iterdir())

    def test_an_acceptance_first(self, tmp_path):
        founders = Founders()
        self.refused(tmp_path, founders, founders.acts()[::-1], "wrong_ledger")

    def test_something_else_in_between(self, tmp_path):
        founders = Founders()
        first, _ = founders.acts()
        early = founders.office.signed(founders.people[0], "document_filed", filed())
        self.refused(tmp_path, founders, [first, early], "founding_wrong")

    def test_the_first_founder_accepts_too(self, tmp_path):
        founders = Founders()
        first, last = founders.acts()
        self.refused(
            tmp_path, founders, [first, founders.accepted(founders.people[0]), last], "founding_wrong"
        )

    def test_somebody_else_accepts(self, tmp_path):
        founders = Founders()
        first, _ = founders.acts()
        self.refused(tmp_path, founders, [first, founders.accepted(founders.holders[0])], "founding_wrong")

    def test_record_1_twice(self, tmp_path):
        founders = Founders()
        acts = founders.acts()
        again = founders.office.signed(founders.people[0], "ledger_opened", founders.terms(), ledger=None)
        self.refused(tmp_path, founders, [*acts, again], "wrong_ledger")

    def test_accepting_twice(self, tmp_path):
        founders = Founders()
        acts = founders.acts()
        self.refused(tmp_path, founders, [*acts, founders.accepted(founders.people[1])], "founding_wrong")

    def test_a_signature_that_is_none(self, tmp_path):
        founders = Founders()
        first, last = founders.acts()
        self.refused(tmp_path, founders, [first._replace(sig=last.sig)], "bad_signature")

    def test_the_acceptance_may_come_later(self, tmp_path):
        """A founder elsewhere accepts by an ordinary submission; until then nothing else is taken in."""
        founders = Founders(people=twice(third=Person("carol1", POOL[5], CLERK)))
        first, second, third = founders.acts()
        with founders.found(tmp_path / "ledger", [first, second]) as desk:
            assert not desk.state.founded
            filing = founders.office.signed(founders.people[2], "document_filed", filed())
            (early,) = desk.submit([filing])
            assert [b["code"] for b in early.json()["breaches"]] == ["founding_wrong"]
            assert early.json()["recorded_as"] is None, "no refusal may come before the last founder either"
            assert desk.store.head().size == 2
            assert desk.submit([third])[0].accepted
            assert desk.state.founded
            assert desk.submit([filing])[0].accepted
        report = verify(tmp_path / "ledger", as_of=founders.office.clock.now).json()
        assert {f["effect"] for f in report["failures"]} == {"undecided"}


def filed():
    return {"bytes": b"x", "document": bytes(32), "part": 1, "parts": 2}


class TestOnDisk:
    """Whatever hinders the founding, there is a whole ledger with its keys, or none."""

    def test_where_a_ledger_is(self, tmp_path):
        Founders().found(tmp_path / "ledger").close()
        before = {p.name: p.read_bytes() for p in (tmp_path / "ledger").iterdir()}
        with pytest.raises(LedgerError, match="ledger_exists"):
            Founders().found(tmp_path / "ledger")
        assert {p.name: p.read_bytes() for p in (tmp_path / "ledger").iterdir()} == before

    def test_where_a_ledger_has_lost_its_keys(self, tmp_path):
        """Its records are not overwritten, and the new keys do not stay beside them."""
        Founders().found(tmp_path / "ledger").close()
        (tmp_path / "ledger" / "desk.keys").unlink()
        before = (tmp_path / "ledger" / "ledger.sqlite").read_bytes()
        with pytest.raises(LedgerError, match="store_exists"):
            Founders().found(tmp_path / "ledger")
        assert (tmp_path / "ledger" / "ledger.sqlite").read_bytes() == before
        assert not (tmp_path / "ledger" / "desk.keys").exists()

    def test_in_a_folder_with_other_things(self, tmp_path):
        place = tmp_path / "office"
        place.mkdir()
        (place / "vault.sqlite").write_bytes(b"somebody's notes")
        founders = Founders(data={"recovery": {"k": 0, "keys": []}})
        with pytest.raises(LedgerError, match="founding_wrong"):
            founders.found(place)
        assert [p.name for p in place.iterdir()] == ["vault.sqlite"]

    def test_where_a_file_stands_in_the_way(self, tmp_path):
        (tmp_path / "ledger").write_bytes(b"")
        with pytest.raises(LedgerError, match="file_unwritable"):
            Founders().found(tmp_path / "ledger")

    def test_other_keys_than_record_1_names(self, tmp_path):
        founders = Founders()
        acts = founders.acts()
        for ring in (Keyring(ORIGIN, POOL[5], ED[0]), Keyring(ORIGIN, POOL[4], ED[1])):
            with pytest.raises(LedgerError, match="desk_keys_damaged"):
                Desk.found(tmp_path / "ledger", ring, acts, clock=founders.office.clock)
        assert not list(tmp_path.iterdir())

    def test_the_keys_are_there_before_the_first_record(self, tmp_path, monkeypatch):
        seen: list[Any] = []
        append = SQLiteStore.append_records

        def watched(store, records, after):
            seen.append(
                (sorted(p.name for p in (tmp_path / "ledger").iterdir()), len(records), store.head().size)
            )
            return append(store, records, after)

        monkeypatch.setattr(SQLiteStore, "append_records", watched)
        Founders().found(tmp_path / "ledger", before=lambda: seen.append("before")).close()
        assert seen[0] == "before"
        names, count, size = seen[1]
        assert "desk.keys" in names
        assert (count, size) == (2, 0), "all of the founding in one append"

    @pytest.mark.parametrize(
        "error", [LedgerError("file_unwritable", path="x", detail="y"), KeyboardInterrupt()]
    )
    def test_when_the_founders_keys_cannot_be_written(self, tmp_path, error):
        def before():
            raise error

        with pytest.raises(type(error)):
            Founders().found(tmp_path / "ledger", before=before)
        assert not list(tmp_path.iterdir())

    def test_when_the_disk_is_full(self, tmp_path, monkeypatch):
        def full(store, records, after):
            raise LedgerError("store_full", location="x")

        with monkeypatch.context() as patch:
            patch.setattr(SQLiteStore, "append_records", full)
            with pytest.raises(LedgerError, match="store_full"):
                Founders().found(tmp_path / "ledger")
        assert not list(tmp_path.iterdir())
        Founders().found(tmp_path / "ledger").close()

    def test_when_nobody_knows_whether_it_was_written(self, tmp_path, monkeypatch):
        """The append went through and its answer got lost: the ledger stays, with its keys."""
        append = SQLiteStore.append_records

        def lost(store, records, after):
            append(store, records, after)
            raise LedgerError("store_io", location="x", detail="y")

        with monkeypatch.context() as patch:
            patch.setattr(SQLiteStore, "append_records", lost)
            with pytest.raises(LedgerError, match="store_io"):
                Founders().found(tmp_path / "ledger")
        with Desk.open(tmp_path / "ledger") as desk:
            assert desk.state.founded


def test_a_founding_that_a_crash_cut_off_says_so(tmp_path):
    """The database is there and empty, the keys are: nothing can be taken in, and nobody is told of damage."""
    founders = Founders()
    SQLiteStore.create(tmp_path / "ledger").close()
    founders.ring.save(tmp_path / "ledger" / "desk.keys")
    with pytest.raises(LedgerError) as error:
        Desk.open(tmp_path / "ledger")
    assert (error.value.code, error.value.exit) == ("founding_unfinished", 3)


def test_nothing_founds_nothing(tmp_path):
    with pytest.raises(LedgerError, match="founding_wrong"):
        Desk.found(tmp_path / "ledger", Founders().ring, [])


def test_an_act_before_any_ledger_is_wrong_in_form_as_well(tmp_path):
    founders = Founders()
    act = founders.office.act(founders.people[0], "founding_accepted", {})
    for bytes_ in (b"", b"\xc0", canon.encode([]), secrets.token_bytes(40), canon.encode({**act, "v": 2})):
        with pytest.raises(LedgerError) as error:
            founders.found(tmp_path / "ledger", [sign(POOL[0], act)._replace(act=bytes_)])
        assert error.value.code in ("not_canonical", "not_an_act", "unknown_type")
