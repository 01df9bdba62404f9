"""The office of the desk's tests; each test has a ledger of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.office import Office, make_office


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return make_office(tmp_path_factory.mktemp("keeping"))


@pytest.fixture
def office(_template: Office, tmp_path: Path) -> Iterator[Office]:
    """A ledger of one's own, with its people."""
    made = _template.copy(tmp_path / "ledger")
    yield made
    made.close()
