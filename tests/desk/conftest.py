"""One ledger is founded for the whole run; each test gets a copy of its folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.office import Office, make_office


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return make_office(tmp_path_factory.mktemp("office"))


@pytest.fixture
def office(_template: Office, tmp_path: Path) -> Iterator[Office]:
    """A ledger of one's own, with its people."""
    made = _template.copy(tmp_path / "ledger")
    yield made
    made.close()
