"""What is accepted stands on the ledger exactly as it was signed, and the receipt proves it to anybody."""

import sqlite3
from contextlib import closing
from hashlib import sha256

import pytest

from ledger.desk import Accepted
from ledger.desk.keyring import Keyring
from ledger.errors import LedgerError
from ledger.sealing import receipts, record
from ledger.sealing.tree import Frontier, leaf_hash
from tests.desk.office import KEEPER, SECOND, accept, codes, digest, sign

BEFORE = 9  # records that the office begins with


def test_the_office_begins_with_a_ledger_that_verifies(office):
    desk = office.open()
    assert desk.store.head().size == BEFORE
    assert office.verified()["verdicts"] == {
        "integrity": "holds",
        "authenticity": "holds",
        "completeness": "undecided",  # no witness
        "time": "undecided",
        "authority": "holds",
    }


def test_the_record_holds_what_was_signed(office):
    desk = office.open(desk="大厅 3")
    office.clock.tick(7 * SECOND)
    handed_in = office.assign()
    (outcome,) = accept(desk, handed_in)
    stored = record.unpack(desk.store.record(outcome.position))
    assert stored == record.Record(office.clock.now, "大厅 3", handed_in.act, handed_in.sig)
    assert outcome.position == BEFORE + 1 == desk.store.head().size
    assert outcome.act == digest(handed_in)
    assert outcome.recorded_at == office.clock.now
    assert desk.store.decided(outcome.act) == outcome.position
    office.verified()


def test_what_the_program_is_told(office):
    desk = office.open()
    (outcome,) = accept(desk, office.assign())
    told = outcome.json()
    assert set(told) == {"outcome", "act", "position", "recorded_at", "root", "size", "receipt", "remarks"}
    assert told["outcome"] == "accepted"
    assert told["act"] == outcome.act.hex()
    assert told["recorded_at"] == "2026-01-05T10:00:02+08:00"
    assert told["root"] == desk.store.head().root.hex()
    assert told["size"] == desk.store.head().size
    assert told["remarks"] == []
    assert outcome.accepted


def test_the_receipt_proves_the_record_to_a_stranger(office):
    desk = office.open()
    handed_in = office.assign()
    (outcome,) = accept(desk, handed_in)
    key = Keyring.load(desk.place.desk_keys).vkey
    office.close()
    # From here on nothing of the ledger is at hand: the text and the ledger's public key are enough.
    proven = receipts.verify(outcome.receipt, [key])
    assert (proven.position, proven.size, proven.root) == (outcome.position, outcome.size, outcome.root)
    assert sha256(record.unpack(proven.record).act).digest() == digest(handed_in)
    assert proven.opened.signed
    assert outcome.receipt.startswith("c2sp.org/tlog-proof@v1\nextra ")
    with pytest.raises(LedgerError, match="receipt_wrong"):
        receipts.verify(outcome.receipt.replace(f"index {outcome.position - 1}", "index 0"), [key])


def test_every_receipt_is_under_a_root_that_anybody_can_recompute(office):
    desk = office.open()
    outcomes = accept(desk, *(office.assign() for _ in range(9)))
    frontier, roots = Frontier(), {}
    for position, data in desk.store.read_records():
        frontier.push(leaf_hash(data))
        roots[position] = frontier.root()
    for outcome in outcomes:
        assert roots[outcome.size] == outcome.root
        assert receipts.parse(outcome.receipt).index == outcome.position - 1
    assert receipts.verify(desk.receipt(3), desk.ledger_keys).size == frontier.size


def test_receipts_of_positions_that_are_not_there(office):
    desk = office.open()
    for position in (0, -1, BEFORE + 1):
        with pytest.raises(LedgerError, match="store_no_record"):
            desk.receipt(position)


def test_the_vault_has_every_value_and_the_line_has_none(office):
    desk = office.open()
    handed_in = office.document()
    (outcome,) = accept(desk, handed_in)
    values = desk.vault.values([outcome.act])[outcome.act]
    assert {name: opening.value for name, opening in values.items() if opening} == {
        "file": handed_in.openings[0].value,
        "number": "穗市监〔2026〕7号",
    }
    office.close()
    stored = b"".join(path.read_bytes() for path in office.folder.glob("ledger.sqlite*"))
    assert "穗市监".encode() not in stored
    assert handed_in.openings[0].value[3] not in stored
    assert office.verified()["commitments"]["present"] == 2


def test_both_algorithms_and_every_desk_name_count(office):
    assert office.keeper.key.alg == "ed25519"
    desk = office.open(desk="d" * 32)
    first = accept(desk, office.document())[0]
    values = {"reason": "两个岗位"}
    opened = {
        "openings": [
            {"act": first.act, "field": "number", "salt": o.salt, "value": o.value}
            for o in desk.vault.values([first.act])[first.act].values()
            if o is not None and o.field == "number"
        ]
    }
    accept(
        desk,
        office.committed(office.head, "duties_changed", {"duty": "custodian", "posts": [KEEPER]}, values),
        office.signed(office.keeper, "commitment_opened", opened, basis=[first.act]),
    )
    office.verified()


@pytest.mark.parametrize("name", ["", "d" * 33, "名" * 11])
def test_a_desk_whose_name_no_record_can_hold(office, name):
    desk = office.open(desk=name)
    with pytest.raises(LedgerError, match="not_an_act"):
        desk.submit([office.assign()])
    assert desk.store.head().size == BEFORE


class TestOnce:
    """A digest is decided once; whoever asks again is told the same."""

    def same(self, first, again):
        assert isinstance(again, Accepted)
        assert (again.act, again.position, again.recorded_at) == (
            first.act,
            first.position,
            first.recorded_at,
        )

    def test_by_the_same_desk(self, office):
        desk = office.open()
        handed_in = office.assign()
        (first,) = accept(desk, handed_in)
        office.clock.tick()
        accept(desk, office.assign())
        (again,) = accept(desk, handed_in)
        self.same(first, again)
        assert again.size == BEFORE + 2, "the receipt of today covers today's ledger"
        assert receipts.verify(again.receipt, desk.ledger_keys).position == first.position
        assert desk.store.head().size == BEFORE + 2

    def test_after_a_restart_and_by_another_desk(self, office):
        handed_in = office.document()
        (first,) = accept(office.open(), handed_in)
        office.close()
        office.clock.tick()
        self.same(first, accept(office.open(desk="other"), handed_in)[0])

    def test_by_a_desk_that_was_open_before(self, office):
        here, there = office.open(), office.open(desk="there")
        handed_in = office.assign()
        (first,) = accept(here, handed_in)
        self.same(first, accept(there, handed_in)[0])
        assert there.store.head().size == BEFORE + 1

    def test_with_openings_left_out_or_more_of_them(self, office):
        desk = office.open()
        handed_in = office.document()
        (first,) = accept(desk, handed_in)
        self.same(first, accept(desk, handed_in._replace(openings=handed_in.openings * 2))[0])
        self.same(first, accept(desk, handed_in._replace(openings=()))[0])
        assert office.verified()["commitments"]["present"] == 2

    def test_not_without_a_signature(self, office):
        """Whoever only knows the bytes of an act learns nothing about it."""
        desk = office.open()
        handed_in = office.assign()
        accept(desk, handed_in)
        (outcome,) = desk.submit([handed_in._replace(sig=bytes(64))])
        assert codes(outcome) == ["bad_signature"]

    def test_whoever_signs_it_anew(self, office):
        """ECDSA gives another signature every time; the act is the same, and stands with the first."""
        desk = office.open()
        act = office.act(
            office.registrar, "post_assigned", {"person": "fred01", "post": "x"}, cases=["person:fred01"]
        )
        one, two = sign(office.registrar.key, act), sign(office.registrar.key, act)
        assert one.sig != two.sig
        (first,) = accept(desk, one)
        self.same(first, accept(desk, two)[0])
        assert record.unpack(desk.store.record(first.position)).sig == one.sig


def test_an_applicant_acts_under_a_first_key_that_nobody_confirmed(office):
    """Unconfirmed, only the first key of a person who has never held a post counts, and only as themself."""
    desk = office.open()
    accept(desk, office.revoke(office.applicant, who=office.applicant))
    assert desk.state.keys[office.applicant.key.key_id].revoked == BEFORE + 1
    office.verified()


def test_a_key_that_another_desk_enrolled_a_moment_ago(office):
    here, there = office.open(), office.open(desk="there")
    new = office.hire("grace", None, desk=there)
    accept(here, office.revoke(new, who=new))
    assert here.state.size == BEFORE + 3


def test_the_database_is_left_in_wal_with_every_guard(office):
    accept(office.open(), office.assign())
    office.close()
    with closing(sqlite3.connect(office.folder / "ledger.sqlite")) as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        with pytest.raises(sqlite3.IntegrityError):
            db.execute("UPDATE record SET bytes = x'00' WHERE position = 3")
