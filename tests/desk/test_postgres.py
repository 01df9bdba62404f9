"""Desks of one ledger on a server: each machine has its own home, the line is the same."""

import threading

import pytest

from ledger.audit import verify
from ledger.desk import Accepted, Desk, Refused
from ledger.errors import LedgerError
from ledger.sealing import receipts
from tests.desk.office import CLERK, Clock, accept, codes, make_office
from tests.store.conftest import drop, make_place

pytestmark = pytest.mark.postgres
BEFORE = 9


@pytest.fixture
def office(request, tmp_path):
    """An office whose ledger is on the server and whose own files are in `tmp_path`."""
    place = make_place("postgres", request)
    office = make_office(tmp_path, location=place.location)
    yield office
    office.close()
    place.close()
    drop(place.location)


def second_home(office, tmp_path):
    """Another machine: it was given the desk's keys and nothing else."""
    home = tmp_path / "second"
    home.mkdir()
    (home / "desk.keys").write_bytes((office.home / "desk.keys").read_bytes())
    return home


def test_founded_and_verified(office):
    assert office.open().store.head().size == BEFORE
    assert sorted(p.name for p in office.home.iterdir() if "-" not in p.name) == [
        "anchor.txt", "checkpoint.newest", "desk.keys", "desk.lock", "vault.sqlite",
    ]  # fmt: skip
    assert office.verified()["verdicts"]["authority"] == "holds"


def test_two_machines_one_line(office, tmp_path):
    here, there = office.open(), office.open(home=second_home(office, tmp_path), desk="there")
    units = [[office.assign() for _ in range(10)] for _ in range(4)]
    found: list[Accepted] = []

    def work(number):
        for submission in units[number]:
            (outcome,) = (here, there)[number % 2].submit([submission])
            assert isinstance(outcome, Accepted)
            found.append(outcome)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(o.position for o in found) == list(range(BEFORE + 1, BEFORE + 41))
    for outcome in found:
        assert receipts.verify(outcome.receipt, here.ledger_keys).position == outcome.position
    accept(there, office.end(office.clerk.id, CLERK))
    (refused,) = here.submit([office.document()])
    assert isinstance(refused, Refused)
    assert codes(refused) == ["post_not_held", "post_not_entitled"]
    assert refused.recorded_as == BEFORE + 42
    office.close()
    report = verify(office.location, home=office.home, as_of=office.clock.now).json()
    assert not [f for f in report["failures"] if f["effect"] == "fails"]


def test_founding_where_a_ledger_is(office, tmp_path):
    with pytest.raises(LedgerError, match="store_exists"):
        make_office(tmp_path / "again", location=office.location)
    assert not (tmp_path / "again" / "home").exists() or not list((tmp_path / "again" / "home").iterdir())
    assert not list((tmp_path / "again").rglob("*.key"))


def test_a_machine_without_the_keys(office, tmp_path):
    with pytest.raises(LedgerError, match="desk_keys_missing"):
        Desk.open(office.location, home=tmp_path / "third", clock=Clock())


def test_the_server_goes_back_to_an_older_copy(office):
    """A fail-over to a standby that lagged behind: the checkpoint outside the database tells."""
    import psycopg

    from ledger.store.postgres.address import parse

    desk = office.open()
    accept(desk, *(office.assign() for _ in range(3)))
    office.close()
    address = parse(office.location)
    with psycopg.connect(**address.parameters, autocommit=True) as connection:
        connection.execute(f"SET search_path TO {address.schema}")
        connection.execute("ALTER TABLE record DISABLE TRIGGER USER")
        connection.execute(f"DELETE FROM record WHERE position > {BEFORE + 1}")
        connection.execute("ALTER TABLE record ENABLE TRIGGER USER")
    from ledger.store.open import open_store

    with open_store(office.location, mending=True) as store:
        store.reindex()
    desk = office.open()
    with pytest.raises(LedgerError) as error:
        desk.submit([office.assign()])
    assert error.value.code == "ledger_behind"
    assert error.value.facts == {"size": BEFORE + 1, "known": BEFORE + 3, "first": BEFORE + 2}
