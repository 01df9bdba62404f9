"""A ledger on a server is backed up into a folder, record by record, while others write."""

import pytest

from ledger.audit import verify
from ledger.keeping.backup import backup, restore
from tests.desk.office import accept, make_office
from tests.store.conftest import drop, make_place

pytestmark = pytest.mark.postgres


def test_from_a_server_into_a_folder(request, tmp_path):
    place = make_place("postgres", request)
    office = make_office(tmp_path, location=place.location)
    try:
        desk = office.open()
        accept(desk, office.document(), office.assign())
        desk.keep_published(desk.checkpoint())
        saved = backup(place.location, tmp_path / "backup", home=office.home)
        assert (saved.size, saved.root) == (11, desk.store.head().root.hex())
        report = verify(tmp_path / "backup", as_of=office.clock.now).json()
        assert report["commitments"]["present"] == 2
        office.close()
        restore(tmp_path / "backup", str(tmp_path / "restored"))
        office.location = str(tmp_path / "restored")
        office.home = tmp_path / "restored"
        accept(office.open(), office.assign())
        assert office.verified()["size"] == 12
    finally:
        office.close()
        place.close()
        drop(place.location)
