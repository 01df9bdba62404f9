"""Publishing by file: out on a stick, cosigned elsewhere, back again (format §7)."""

import shutil
from pathlib import Path

import pytest

from ledger.audit import verify
from ledger.client import keyfile
from ledger.desk import Accepted, Desk
from ledger.errors import LedgerError
from ledger.keeping.founding import Plan, found
from ledger.keeping.publishing import export, own_anchor, publications, receipt, take_back
from ledger.sealing import anchor as anchors
from ledger.sealing import notes, receipts
from ledger.witness import cosign, init, stick
from tests.desk.office import (
    CHEAP,
    HEAD,
    ORIGIN,
    PASSWORD,
    REGISTRAR,
    Clock,
    Office,
    Person,
    accept,
    make_office,
)

WITNESSES = ("oversight", "archive")


class Witnessed:
    """A ledger with two witnesses, one of which is enough or both are needed."""

    def __init__(self, folder, quorum):
        self.folder, self.clock = folder, Clock()
        keys = [
            (name, init(folder / name, f"{name}.example/w", PASSWORD, clock=self.seconds, cost=CHEAP))
            for name in WITNESSES
        ]
        founders = [("alice1", REGISTRAR), ("bobby1", HEAD)]
        plan = Plan("某局", ORIGIN, founders, witnesses=keys, quorum=quorum)
        made = found(str(folder / "ledger"), plan, folder / "keys", PASSWORD, clock=self.clock, cost=CHEAP)
        self.anchor = anchors.parse(made.anchor.read_bytes())
        self.desk = Desk.open(folder / "ledger", clock=self.clock)
        self.office = Office(folder / "ledger", made.ledger, self.clock, location=str(folder / "ledger"))
        private = keyfile.read(Path(made.founders[0]["file"])).unlock(PASSWORD)
        self.office.people["registrar"] = Person("alice1", private, REGISTRAR)

    def seconds(self):
        return self.clock.now // 1_000_000

    def work(self, count=3):
        self.clock.tick()
        return accept(self.desk, *(self.office.assign() for _ in range(count)))

    def round(self, *names, stick_name="stick"):
        """Export, let these witnesses cosign, take back."""
        path = self.folder / stick_name
        shutil.rmtree(path, ignore_errors=True)
        export(self.desk, path)
        for name in names:
            cosign(self.folder / name, path, PASSWORD, accept=self.desk.ledger_keys, clock=self.seconds)
        return take_back(self.desk, path)

    def verified(self):
        self.desk.close()
        return verify(self.folder / "ledger", anchors=[self.anchor], as_of=self.clock.now).json()


@pytest.fixture
def both(tmp_path):
    made = Witnessed(tmp_path, "all")
    yield made
    made.desk.close()


@pytest.fixture
def either(tmp_path):
    made = Witnessed(tmp_path, "any")
    yield made
    made.desk.close()


class TestRound:
    def test_both_cosign_and_all_holds(self, both):
        both.work()
        published = both.round(*WITNESSES)
        assert published.published
        assert published.cosigned_by == ["archive.example/w", "oversight.example/w"]
        told = published.json()
        assert set(told) == {"size", "root", "note", "cosigned_by", "published"}
        assert (told["size"], told["root"]) == (5, both.desk.store.head().root.hex())
        report = both.verified()
        assert set(report["verdicts"].values()) == {"holds"}
        assert report["last_good_checkpoint"] == {"size": 5, "root": told["root"], "published": True}

    def test_one_of_two_is_not_yet_published_and_they_add_up(self, both):
        """The sticks may come back separately: notes of one size and root are read as one."""
        both.work()
        assert not both.round("archive").published
        assert both.round("oversight").published
        (only,) = publications(both.desk)
        assert only.published
        assert set(both.verified()["verdicts"].values()) == {"holds"}

    def test_one_is_enough_where_the_anchor_says_so(self, either):
        either.work()
        assert either.round("archive").published
        assert set(either.verified()["verdicts"].values()) == {"holds"}

    def test_round_after_round(self, both):
        for number in range(4):
            both.work(number + 1)
            assert both.round(*WITNESSES).published
        assert [p.note.size for p in publications(both.desk)] == [3, 5, 8, 12]
        assert set(both.verified()["verdicts"].values()) == {"holds"}

    def test_a_stick_left_lying_about_comes_back_late(self, both):
        """The ledger has gone on; what was exported is still a part of it."""
        both.work()
        path = both.folder / "old"
        export(both.desk, path)
        both.work()
        assert both.round(*WITNESSES).published
        for name in WITNESSES:
            with pytest.raises(LedgerError):
                cosign(both.folder / name, path, PASSWORD, accept=both.desk.ledger_keys, clock=both.seconds)
        assert [p.note.size for p in publications(both.desk)] == [8]

    def test_the_same_stick_twice(self, both):
        both.work()
        first = both.round(*WITNESSES)
        again = take_back(both.desk, both.folder / "stick")
        assert again.json() == first.json()
        assert len(both.desk.store.checkpoints()) == 1

    def test_with_quorum_none_the_export_publishes(self, tmp_path):
        office = make_office(tmp_path)
        with Desk.open(office.home, clock=office.clock) as desk:
            note = export(desk, tmp_path / "stick")
            (only,) = publications(desk)
            assert (only.published, only.note) == (True, note)

    def test_the_newest_outside_has_the_cosignatures(self, both):
        both.work()
        both.round(*WITNESSES)
        kept = notes.parse((both.folder / "ledger" / "checkpoint.newest").read_bytes())
        assert len(kept.signatures) == 3


class TestReceipt:
    def test_under_the_first_published_checkpoint_that_covers_it(self, both):
        both.work()
        both.round(*WITNESSES)
        both.work()
        both.round(*WITNESSES)
        both.work()
        sizes = [receipts.parse(receipt(both.desk, position)).note.size for position in (1, 5, 6, 8, 9, 11)]
        assert sizes == [5, 5, 8, 8, 11, 11]
        proven = receipts.verify(receipt(both.desk, 4), [*both.desk.ledger_keys, *both.anchor.keys])
        assert both.anchor.publishes(proven.opened.cosignatures)

    @pytest.mark.parametrize("position", [0, -1, 3])
    def test_of_nothing(self, both, position):
        with pytest.raises(LedgerError, match="store_no_record"):
            receipt(both.desk, position)


class TestRefused:
    def test_a_stick_with_what_this_ledger_never_had(self, both):
        """A copy of the ledger went on elsewhere and was witnessed there: this one stops."""
        both.work()
        shutil.copytree(both.folder / "ledger", both.folder / "copy")
        with Desk.open(both.folder / "copy", clock=both.clock) as elsewhere:
            both.clock.tick()
            for _ in range(2):
                assert isinstance(elsewhere.submit([both.office.assign()])[0], Accepted)
            export(elsewhere, both.folder / "stick2")
        for name in WITNESSES:
            cosign(
                both.folder / name,
                both.folder / "stick2",
                PASSWORD,
                accept=both.desk.ledger_keys,
                clock=both.seconds,
            )
        with pytest.raises(LedgerError) as error:
            take_back(both.desk, both.folder / "stick2")
        assert error.value.facts == {"size": 5, "known": 7, "first": 6}
        with pytest.raises(LedgerError, match="ledger_behind"):
            both.desk.submit([both.office.assign()])
        with pytest.raises(LedgerError, match="ledger_behind"):
            export(both.desk, both.folder / "stick3")
        assert both.desk.store.checkpoints() == []

    def test_a_stick_with_another_history(self, both):
        both.work()
        both.work(2)
        both.round(*WITNESSES)
        key = both.desk._keyring.checkpoint
        body = notes.checkpoint_body(ORIGIN, 7, bytes(32))
        forked = notes.parse(notes.note_text(body, [notes.sign_note(key, ORIGIN, body)]))
        (both.folder / "stick4").mkdir()
        stick.write_cosigned(both.folder / "stick4", forked)
        with pytest.raises(LedgerError, match="ledger_forked"):
            take_back(both.desk, both.folder / "stick4")
        with pytest.raises(LedgerError, match="ledger_forked"):
            both.desk.submit([both.office.assign()])

    def test_a_witnessed_history_that_this_ledger_left_stops_it_for_ever(self, both):
        """A restored copy went on beside the ledger; what was witnessed is shorter than what it has by now."""
        both.work()
        both.round(*WITNESSES)
        shutil.copytree(both.folder / "ledger", both.folder / "copy")
        both.work(1)
        both.round(*WITNESSES)
        with Desk.open(both.folder / "copy", clock=both.clock) as copy:
            accept(copy, *(both.office.assign() for _ in range(3)))
            newest = both.folder / "copy" / "checkpoint.newest"
            with pytest.raises(LedgerError) as error:
                take_back(copy, both.folder / "stick")
            assert (error.value.code, error.value.facts) == ("ledger_forked", {"size": 6})
        for _ in range(2):
            with Desk.open(both.folder / "copy", clock=both.clock) as copy:
                with pytest.raises(LedgerError, match="ledger_forked"):
                    copy.submit([both.office.assign()])
                with pytest.raises(LedgerError, match="ledger_forked"):
                    export(copy, both.folder / "stick5")
                assert copy.store.head().size == 8
            newest.unlink(missing_ok=True)  # nor does it help to take the file away
        failures = verify(both.folder / "copy", anchors=[both.anchor], as_of=both.clock.now).json()[
            "failures"
        ]
        assert ("root_differs", 6) in [(failure["code"], failure["position"]) for failure in failures]

    def test_a_stick_with_nothing(self, both, tmp_path):
        (tmp_path / "empty").mkdir()
        with pytest.raises(LedgerError):
            take_back(both.desk, tmp_path / "empty")

    def test_sizes_beyond_the_ledger(self, both):
        with pytest.raises(LedgerError, match="ledger_behind"):
            export(both.desk, both.folder / "stick", sizes=[900])

    def test_an_anchor_of_another_ledger(self, both):
        both.work()
        export(both.desk, both.folder / "stick")
        other = anchors.make(bytes(32), list(both.desk.ledger_keys), [], [], None)
        with pytest.raises(LedgerError, match="anchor_of_other_ledger"):
            take_back(both.desk, both.folder / "stick", other)
        both.desk.place.anchor.write_bytes(other.format().encode())
        with pytest.raises(LedgerError, match="anchor_of_other_ledger"):
            own_anchor(both.desk)

    def test_an_anchor_that_cannot_be_read(self, both):
        both.desk.place.anchor.write_bytes(b"nonsense")
        with pytest.raises(LedgerError, match="anchor_unreadable"):
            publications(both.desk)

    def test_without_an_anchor_nothing_is_known_to_be_published(self, both):
        both.work()
        both.round(*WITNESSES)
        both.desk.place.anchor.unlink()
        assert own_anchor(both.desk) is None
        assert [p.published for p in publications(both.desk)] == [False]
