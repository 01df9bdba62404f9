"""`--check` judges like the real thing and stores nothing: every file stays as it is, byte by byte."""

import os
import sqlite3

import pytest

from ledger.desk import Checked, Desk
from ledger.store.sqlite.store import SQLiteStore
from ledger.vault import Vault
from tests.desk.office import accept, codes, digest
from tests.desk.test_accept import BEFORE


def content(folder):
    """Name, bytes and moment of change of everything in the folder."""
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir() if p.is_file()}


def quiet(folder):
    """Files as they are on a disk at rest: SQLite's shared memory is no content, an empty log neither."""
    return {name: seen for name, seen in content(folder).items() if seen[0] and not name.endswith("-shm")}


def test_nothing_is_written(office):
    accept(office.open(), office.assign())
    office.close()
    with Desk.open(office.folder, clock=office.clock) as desk:
        before = quiet(office.folder)
        for unit in (
            [office.assign()],
            [office.forbidden()],
            [office.early()],
            [office.document()],
            [office.assign()._replace(sig=b"")],
            office.batch([office.document, office.forbidden]),
        ):
            desk.submit(unit, check=True)
        assert quiet(office.folder) == before
    assert quiet(office.folder) == before


def test_nothing_can_be_written(office, monkeypatch):
    """Whoever checks has the writing parts taken away from them."""

    def forbidden(*args, **kwargs):
        raise AssertionError("a check writes")

    desk = office.open()
    for name in ("append_records", "commit", "add_checkpoint"):
        monkeypatch.setattr(SQLiteStore, name, forbidden)
    monkeypatch.setattr(Vault, "put_many", forbidden)
    monkeypatch.setattr(os, "rename", forbidden)
    monkeypatch.setattr(os, "replace", forbidden)
    for unit in ([office.assign()], [office.forbidden()], [office.document()]):
        assert isinstance(desk.submit(unit, check=True)[0], Checked)


def test_it_tells_what_would_be(office):
    desk = office.open()
    (fine,) = desk.submit([office.assign()], check=True)
    assert fine.json() == {"outcome": "would_accept", "act": fine.act.hex(), "remarks": []}
    assert fine.accepted
    tried = office.forbidden()
    (wrong,) = desk.submit([tried], check=True)
    real = desk.submit([tried])[0].json()
    told = wrong.json()
    assert (told["outcome"], told["recorded_as"]) == ("would_refuse", None)
    assert (told["class"], told["breaches"], told["act"]) == (real["class"], real["breaches"], real["act"])
    assert not wrong.accepted


def test_what_was_checked_is_undecided_and_goes_in_afterwards(office):
    desk = office.open()
    checked = office.document()
    desk.submit([checked], check=True)
    assert desk.store.decided(digest(checked)) is None
    assert accept(desk, checked)[0].position == BEFORE + 1
    office.verified()


def test_what_is_decided_already_is_told_as_it_was(office):
    """An act that stands would be accepted again, not called a repetition; a refused one stays refused."""
    desk = office.open()
    stands, wrong = office.assign(), office.forbidden()
    accept(desk, stands)
    desk.submit([wrong])
    other = office.open(desk="other")
    assert other.submit([stands], check=True)[0].json()["outcome"] == "would_accept"
    again = other.submit([wrong], check=True)[0]
    assert again.json()["outcome"] == "would_refuse"
    assert codes(again) == ["post_not_entitled"]


def test_it_sees_what_others_have_written(office):
    here, there = office.open(), office.open(desk="there")
    person = office.clerk
    assert here.submit([office.document()], check=True)[0].accepted
    accept(there, office.revoke(person))
    assert codes(here.submit([office.document()], check=True)[0]) == ["key_revoked"]


@pytest.mark.parametrize("name", ["ledger.sqlite", "vault.sqlite"])
def test_another_writer_is_not_kept_waiting(office, name):
    """A check takes no lock: somebody else may hold the database for writing."""
    desk = office.open()
    other = sqlite3.connect(office.folder / name, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert desk.submit([office.document()], check=True)[0].accepted
    other.execute("ROLLBACK")
    other.close()
